"""EPUB: the chapters of a book."""

from __future__ import annotations

from articlekit.plugin import Parser, hookimpl
from articlekit_epub.reading import parse, sniff

__all__ = ["articlekit_parsers"]


@hookimpl
def articlekit_parsers() -> list[Parser]:
    """Bring the parser of EPUB books."""
    return [
        Parser(
            format="epub",
            summary="EPUB 2 and 3: the chapters of a book, in reading order",
            sniff=sniff,
            parse=parse,
            binary=True,
            media_types=("application/epub+zip",),
            extensions=(".epub",),
        )
    ]
