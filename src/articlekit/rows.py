"""Articles and claims as plain values: nested, as the library's own JSON has them, and flat, for data frames.

Every row has the same keys in the same order, and under each key values of one type or None, so that rows go into
pandas, Polars or Arrow as they are::

    pandas.DataFrame(articlekit.to_row(article) for article in articlekit.parse_all(data))
    pyarrow.Table.from_pylist(articlekit.claim_rows(article))
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from articlekit._calling import no_article
from articlekit.article import Article, Moment
from articlekit.claim import Attribution, Claim, Span
from articlekit.writers import json


def to_dict(article: Article) -> dict[str, Any]:
    """Give an article as dicts, lists, strings and numbers: what `articlekit.write` with ``"json"`` writes.

    What is absent is left out; dates are in ISO 8601.

    Raises:
        WriteError: `Article.extra` holds what is no JSON, or blocks are nested too deep.
        TypeError: It is no article; so do `to_row` and `claim_rows`.

    Example:
        >>> to_dict(Article(title="A title", tags=("tea",)))
        {'articlekit': 1, 'title': 'A title', 'tags': ['tea']}
    """
    return json.to_dict(_one(article))


def to_row(article: Article) -> dict[str, str | list[str] | None]:
    """Give an article as one flat row: strings, lists of strings (``authors``, ``tags``, …) and None.

    Dates are in ISO 8601, as exact as the source gives them: ``pandas.to_datetime(…, format="ISO8601", utc=True)``.
    """
    origin, site = _one(article).origin, article.site
    return {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "subtitle": article.subtitle,
        "summary": article.summary,
        "authors": [author.name for author in article.authors],
        "published": _iso(article.published),
        "modified": _iso(article.modified),
        "language": article.language,
        "site": site.name if site else None,
        "site_url": site.url if site else None,
        "categories": [*article.categories],
        "tags": [*article.tags],
        "image": article.image,
        "license": article.license,
        "text": article.text,
        "format": origin.format if origin else None,
        "path": origin.path if origin else None,
        "place": origin.place if origin else None,
        "sha256": origin.sha256 if origin else None,
        "diagnostics": [diagnostic.code for diagnostic in article.diagnostics],
    }


def claim_rows(article: Article) -> list[dict[str, str | float | int | None]]:
    """Give a flat row for each of an article's claims.

    ``start`` and ``end`` are code point offsets into the text that ``field`` names, ``who`` is the speaker or the words
    that name the source; None is the author's own voice, ``"?"`` somebody who is not known. ``cue`` are the words of
    saying, or of denying.
    """
    return [_claim_row(article, claim) for claim in _one(article).claims]


def _one(article: Article) -> Article:
    """Refuse what is no article, as a list of them, before one of its fields is missed."""
    if not isinstance(article, Article):
        raise no_article(article)
    return article


def _claim_row(article: Article, claim: Claim) -> dict[str, str | float | int | None]:
    said, span = claim.attribution, claim.span
    origin = article.origin
    return {
        "score": claim.score,
        "checkable": claim.checkable,
        "who": who(article, said),
        "kind": said.kind if said else None,
        "cue": cue(article, said),
        "claim": claim.text,
        "field": span.field if span else None,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "link": claim.deep_link(article),
        "url": article.url,
        "title": article.title,
        "path": origin.path if origin else None,
    }


def who(article: Article, said: Attribution | None) -> str | None:
    """Give the speaker, or the words that name the source; a question mark where neither is known."""
    if said is None:
        return None
    return said.speaker or _words(article, said.source) or "?"


def cue(article: Article, said: Attribution | None) -> str | None:
    """Give the words by which it is said, or denied."""
    return (_words(article, said.cue) or None) if said else None


def _words(article: Article, spans: Iterable[Span]) -> str:
    return " ".join(span.of(span.text_in(article)) for span in spans)


def _iso(moment: Moment | None) -> str | None:
    return moment.isoformat() if moment else None
