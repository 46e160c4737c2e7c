"""WordPress: what its REST API answers and what it exports, whole or broken, and articles written as either."""

from __future__ import annotations

from collections.abc import Iterator

from articlekit.plugin import Article, Parser, Source, Writer, hookimpl
from articlekit_wordpress import wxr
from articlekit_wordpress.sniffing import sniff
from articlekit_wordpress.writing import HOLDS, write

__all__ = ["articlekit_parsers", "articlekit_writers", "parse", "sniff", "write"]


def parse(source: Source) -> Iterator[Article]:
    """Read the posts of an answer one by one.

    Raises:
        ErrorAnswer: The answer is the server's error message.
        NoArticleError: There is no post in it.
    """
    from articlekit_wordpress.reading import read_answer  # when there is something to read

    return read_answer(source)


@hookimpl
def articlekit_parsers() -> list[Parser]:
    """Bring the parsers of WordPress's answers and exports."""
    return [
        Parser(
            format="wordpress",
            summary="WordPress REST API and WordPress.com answers, whole or damaged",
            sniff=sniff,
            parse=parse,
            media_types=("application/json",),
            extensions=(".json",),
        ),
        Parser(
            format="wxr",
            summary="WordPress exports (WXR 1.0 to 1.2), streamed",
            sniff=wxr.sniff,
            parse=wxr.parse,
            # So that the text of a large export is never made as a whole.
            binary=True,
            media_types=("application/rss+xml",),
            extensions=(".xml",),
        ),
    ]


@hookimpl
def articlekit_writers() -> list[Writer]:
    """Bring the writers of WordPress's answers and exports."""
    return [
        Writer(
            format="wordpress",
            summary="WordPress REST API version 2, as with _embed",
            write=write,
            holds=HOLDS,
            media_type="application/json",
            extension=".json",
        ),
        Writer(
            format="wxr",
            summary="WordPress export 1.2",
            write=wxr.write,
            holds=wxr.HOLDS,
            media_type="application/rss+xml",
            extension=".xml",
        ),
    ]
