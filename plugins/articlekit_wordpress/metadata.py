"""What a post says of itself beside its texts and dates, wherever it says it."""

from __future__ import annotations

from attrs import frozen

from articlekit.plugin import Author, Site


@frozen(kw_only=True)
class Metadata:
    """Fields of an `Article`, by the same names."""

    authors: tuple[Author, ...] = ()
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str | None = None
    site: Site | None = None
    image: str | None = None
    license: str | None = None
    subtitle: str | None = None
