"""A whole page of HTML: metadata where browsers, search engines and other extractors look for it, and the body.

Metadata stands in ``meta`` and ``link`` elements (OpenGraph included) and, complete, in JSON-LD as schema.org's
``NewsArticle``. What `articlekit.markup` writes stands in the ``article`` element. The page says that articlekit wrote
it, so that it can be read again without a guess. No script runs, whatever the article holds: the one ``script`` element
is data.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from html import escape

from articlekit.article import Article, Author, Moment
from articlekit.errors import WriteError
from articlekit.markup import write_blocks
from articlekit.markup.safety import is_safe_link, is_safe_picture
from articlekit.plugin import BLOCKS, FIELDS, MARKS, Holds
from articlekit.schemaorg import claim_review, iso, news_article
from articlekit.surrogates import without_surrogates
from articlekit.unmended import unmended_markup

HOLDS = Holds(fields=FIELDS, blocks=BLOCKS, marks=MARKS)
"""Of claims only those that were reviewed, as ClaimReview; otherwise all but what is articlekit's own."""

_SCRIPT_SAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def write(articles: Sequence[Article]) -> str:
    """Write a page of one article.

    Raises:
        WriteError: There is not exactly one.
    """
    if len(articles) != 1:
        raise WriteError("html", f"a page holds one article, not {len(articles)}", "Write them one by one")
    (article,) = articles
    language = f' lang="{escape(article.language)}"' if article.language else ""
    lines = (
        "<!DOCTYPE html>",
        f"<html{language}>",
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="generator" content="articlekit">',
        *_head(article),
        "</head>",
        "<body>",
        "<article>",
        *_header(article),
        write_blocks(article.body),
        "</article>",
        "</body>",
        "</html>\n",
    )
    page = without_surrogates("\n".join(line for line in lines if line))
    # HTML holds no NULL (https://html.spec.whatwg.org/multipage/parsing.html#parse-error-unexpected-null-character).
    return unmended_markup(page.replace("\0", "\ufffd"))


def _head(article: Article) -> Iterator[str]:
    if article.title:
        yield f"<title>{escape(article.title, quote=False)}</title>"
    if article.url and is_safe_link(article.url):
        yield f'<link rel="canonical" href="{escape(article.url)}">'
    if article.license and is_safe_link(article.license):
        yield f'<link rel="license" href="{escape(article.license)}">'
    for attribute, name, value in _properties(article):
        if value:
            yield f'<meta {attribute}="{name}" content="{escape(value)}">'
    reviews = (claim_review(claim.review, claim.text) for claim in article.claims if claim.review)
    for data in (news_article(article), *reviews):
        yield f'<script type="application/ld+json">{json.dumps(data).translate(_SCRIPT_SAFE)}</script>'


def _properties(article: Article) -> Iterator[tuple[str, str, str | None]]:
    """Give the ``meta`` elements: OpenGraph (https://ogp.me) names a ``property``, HTML a ``name``."""
    site = article.site
    yield "name", "description", article.summary
    for author in article.authors:
        yield "name", "author", author.name
    yield "property", "og:type", "article"
    yield "property", "og:title", article.title
    yield "property", "og:description", article.summary
    yield "property", "og:url", article.url
    yield "property", "og:site_name", site.name if site else None
    yield "property", "og:image", article.image if article.image and is_safe_picture(article.image) else None
    yield "property", "article:published_time", iso(article.published)
    yield "property", "article:modified_time", iso(article.modified)
    for category in article.categories:
        yield "property", "article:section", category
    for tag in article.tags:
        yield "property", "article:tag", tag


def _header(article: Article) -> Iterator[str]:
    """Give what a reader sees above the body."""
    if not (article.title or article.subtitle or article.authors or article.published):
        return
    yield "<header>"
    if article.title:
        yield f"<h1>{escape(article.title, quote=False)}</h1>"
    if article.subtitle:
        yield f'<p class="subtitle" role="doc-subtitle">{escape(article.subtitle, quote=False)}</p>'
    if article.authors or article.published:
        yield f'<p class="byline">{", ".join((*map(_byline, article.authors), *_time(article.published)))}</p>'
    yield "</header>"


def _byline(author: Author) -> str:
    name = escape(author.name, quote=False)
    if author.url and is_safe_link(author.url):
        return f'<a rel="author" href="{escape(author.url)}">{name}</a>'
    return f'<span class="author">{name}</span>'


def _time(moment: Moment | None) -> Iterator[str]:
    if moment is not None:
        shown = moment.isoformat(" ", "minutes") if isinstance(moment, datetime) else moment.isoformat()
        yield f'<time datetime="{moment.isoformat()}">{shown}</time>'
