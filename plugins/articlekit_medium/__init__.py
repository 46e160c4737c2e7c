"""Medium: the posts of an export, one by one or in its ZIP archive."""

from __future__ import annotations

from articlekit.plugin import Parser, hookimpl
from articlekit_medium.reading import parse, sniff

__all__ = ["articlekit_parsers"]


@hookimpl
def articlekit_parsers() -> list[Parser]:
    """Bring the parser of Medium's exports."""
    return [
        Parser(
            format="medium",
            summary="Medium exports: the ZIP archive, or a post of it",
            sniff=sniff,
            parse=parse,
            # So that an archive is never taken for text.
            binary=True,
            media_types=("application/zip",),
            extensions=(".zip", ".html"),
        )
    ]
