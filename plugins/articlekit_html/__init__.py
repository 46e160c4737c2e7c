"""HTML pages: the article of any saved page."""

from __future__ import annotations

from collections.abc import Iterator

from articlekit.markup import parse_html
from articlekit.plugin import Article, Parser, Source, hookimpl
from articlekit_html.body import read_body
from articlekit_html.sniffing import sniff

__all__ = ["articlekit_parsers", "parse", "sniff"]


def parse(source: Source) -> Iterator[Article]:
    """Read the article of a page."""
    root = parse_html(source.text)
    body = read_body(root, source.url)
    yield Article(body=body.blocks, diagnostics=body.diagnostics)


@hookimpl
def articlekit_parsers() -> list[Parser]:
    """Bring the parser of HTML pages."""
    return [
        Parser(
            format="html",
            summary="HTML and XHTML pages, whole or broken: the article, without what surrounds it",
            sniff=sniff,
            parse=parse,
            media_types=("text/html", "application/xhtml+xml"),
            extensions=(".html", ".htm", ".xhtml"),
        )
    ]
