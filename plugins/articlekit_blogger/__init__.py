"""Blogger: what it exports, which is Atom with kinds of entries of its own."""

from __future__ import annotations

from articlekit.plugin import Parser, hookimpl
from articlekit_blogger.reading import parse, sniff

__all__ = ["articlekit_parsers"]


@hookimpl
def articlekit_parsers() -> list[Parser]:
    """Bring the parser of Blogger's exports."""
    return [
        Parser(
            format="blogger",
            summary="Blogger exports, older and newer: posts and pages, without comments, settings and templates",
            sniff=sniff,
            parse=parse,
            media_types=("application/atom+xml",),
            extensions=(".xml", ".atom"),
        )
    ]
