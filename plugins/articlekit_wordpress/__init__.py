"""WordPress: what its REST API answers, whole or broken, and articles written as such answers."""

from __future__ import annotations

from collections.abc import Iterator

from articlekit.plugin import Article, Diagnostic, Parser, Source, Writer, hookimpl
from articlekit_wordpress.answers import find_posts
from articlekit_wordpress.posts import read_post
from articlekit_wordpress.repair import recover
from articlekit_wordpress.sniffing import sniff
from articlekit_wordpress.writing import HOLDS, write

__all__ = ["articlekit_parsers", "articlekit_writers", "parse", "sniff", "write"]


def parse(source: Source) -> Iterator[Article]:
    """Read the posts of an answer one by one.

    Raises:
        ErrorAnswer: The answer is the server's error message.
        NoArticleError: There is no post in it.
    """
    recovered = recover(source.text)
    for found in find_posts(recovered.value):
        notes = (*recovered.diagnostics, *recovered.by_post.get(found.place, ()))
        if found.skipped:
            message = f"beside the posts stands something else: {', '.join(found.skipped)}"
            notes += (Diagnostic(code="item.skipped", message=message),)
        yield read_post(found.post, found.place, notes)


@hookimpl
def articlekit_parsers() -> list[Parser]:
    """Bring the parser of WordPress's answers."""
    return [
        Parser(
            format="wordpress",
            summary="WordPress REST API and WordPress.com answers, whole or damaged",
            sniff=sniff,
            parse=parse,
            media_types=("application/json",),
            extensions=(".json",),
        )
    ]


@hookimpl
def articlekit_writers() -> list[Writer]:
    """Bring the writer of WordPress's answers."""
    return [
        Writer(
            format="wordpress",
            summary="WordPress REST API version 2, as with _embed",
            write=write,
            holds=HOLDS,
            media_type="application/json",
            extension=".json",
        )
    ]
