"""Articles as a JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

from collections.abc import Sequence

from articlekit.markup import write_blocks
from articlekit.plugin import Article, Author, Json
from articlekit.unmended import unmended_json
from articlekit_feeds.xml_writing import holds, number_of, openable, site_of

HOLDS = holds("id")
"""What JSON Feed can hold; what it has no member for stands in the extension ``_schema``, by schema.org's names. It
demands an identifier: where an article has none, its address stands there. The site is one for all articles."""


def write(articles: Sequence[Article]) -> str:
    """Write articles as one feed; its title and address are those of the site that they share."""
    articles = [openable(article) for article in articles]
    site = site_of(articles)
    feed: dict[str, Json] = {"version": "https://jsonfeed.org/version/1.1", "title": site.name or ""}
    if site.url:
        feed["home_page_url"] = site.url
    feed["items"] = [_item(article) for article in articles]
    return unmended_json(feed) + "\n"


def _item(article: Article) -> Json:
    item: dict[str, Json] = {
        "id": number_of(article),
        "url": article.url,
        "title": article.title,
        "summary": article.summary,
        "content_html": write_blocks(article.body) or None,
        "date_published": article.published.isoformat() if article.published else None,
        "date_modified": article.modified.isoformat() if article.modified else None,
        "language": article.language,
        "image": article.image,
        "authors": [_author(author) for author in article.authors] or None,
        "tags": [*article.tags] or None,
        "_schema": _schema(article) or None,
    }
    return {name: value for name, value in item.items() if value is not None}


def _author(author: Author) -> Json:
    said: dict[str, Json] = {"name": author.name, "url": author.url}
    if author.kind:
        said["_schema"] = {"@type": author.kind}
    return {name: value for name, value in said.items() if value is not None}


def _schema(article: Article) -> dict[str, Json]:
    said: dict[str, Json] = {
        "alternativeHeadline": article.subtitle,
        "articleSection": [*article.categories] or None,
        "license": article.license,
    }
    return {name: value for name, value in said.items() if value is not None}
