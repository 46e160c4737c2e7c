"""Articles as a table: their metadata and their text, flat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from articlekit.plugin import Article, Holds
from articlekit_tables.rows import several, table

HOLDS = Holds(fields=frozenset({"id", "url", "title", "subtitle", "summary", "language", "image", "license"}))
"""What comes through whole. Of authors and site there are the names and addresses, of dates all, of categories and tags
the names, of the body its text, without what it is marked as."""

COLUMNS: Final = (
    *("id", "url", "title", "subtitle", "summary", "authors", "author_urls", "published", "modified", "language"),
    *("site_name", "site_url", "categories", "tags", "image", "license", "words", "claims", "format", "path"),
    *("place", "diagnostics", "text"),
)
"""The names of the columns, in order."""


def write(articles: Sequence[Article]) -> str:
    """Write articles as CSV, a row an article."""
    return table(COLUMNS, map(_row, articles))


def _row(article: Article) -> tuple[object, ...]:
    site, origin = article.site, article.origin
    return (
        article.id,
        article.url,
        article.title,
        article.subtitle,
        article.summary,
        several(author.name for author in article.authors),
        several(author.url for author in article.authors),
        article.published.isoformat() if article.published else None,
        article.modified.isoformat() if article.modified else None,
        article.language,
        site.name if site else None,
        site.url if site else None,
        several(article.categories),
        several(article.tags),
        article.image,
        article.license,
        len(article.text.split()),
        len(article.claims),
        origin.format if origin else None,
        origin.path if origin else None,
        origin.place if origin else None,
        several(dict.fromkeys(diagnostic.code for diagnostic in article.diagnostics)),
        article.text,
    )
