"""Feeds: RSS, Atom and JSON Feed, whole or broken; every entry is an article."""

from __future__ import annotations

from articlekit.plugin import Parser, Writer, hookimpl
from articlekit_feeds import atom, atom_writing, jsonfeed, jsonfeed_writing, rss, rss_writing

__all__ = ["articlekit_parsers", "articlekit_writers"]


@hookimpl
def articlekit_parsers() -> list[Parser]:
    """Bring the parsers of the three kinds of feeds."""
    return [
        Parser(
            format="rss",
            summary="RSS 0.9x, 1.0 and 2.0 feeds with their usual modules",
            sniff=rss.sniff,
            parse=rss.parse,
            media_types=("application/rss+xml", "application/rdf+xml"),
            extensions=(".rss", ".xml", ".rdf"),
        ),
        Parser(
            format="atom",
            summary="Atom 1.0 and 0.3 feeds and single entries",
            sniff=atom.sniff,
            parse=atom.parse,
            media_types=("application/atom+xml",),
            extensions=(".atom", ".xml"),
        ),
        Parser(
            format="jsonfeed",
            summary="JSON Feed 1 and 1.1",
            sniff=jsonfeed.sniff,
            parse=jsonfeed.parse,
            media_types=("application/feed+json",),
            extensions=(".json",),
        ),
    ]


@hookimpl
def articlekit_writers() -> list[Writer]:
    """Bring the writers of the three kinds of feeds."""
    return [
        Writer(
            format="rss",
            summary="RSS 2.0 with Dublin Core, content and Media RSS",
            write=rss_writing.write,
            holds=rss_writing.HOLDS,
            media_type="application/rss+xml",
            extension=".rss",
        ),
        Writer(
            format="atom",
            summary="Atom 1.0",
            write=atom_writing.write,
            holds=atom_writing.HOLDS,
            media_type="application/atom+xml",
            extension=".atom",
        ),
        Writer(
            format="jsonfeed",
            summary="JSON Feed 1.1",
            write=jsonfeed_writing.write,
            holds=jsonfeed_writing.HOLDS,
            media_type="application/feed+json",
            extension=".json",
        ),
    ]
