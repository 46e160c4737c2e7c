"""HTML pages: the article of any saved page."""

from __future__ import annotations

from collections.abc import Iterator

from articlekit.plugin import Article, Explanation, Parser, Source, hookimpl
from articlekit_html.sniffing import sniff

__all__ = ["articlekit_parsers", "explain", "parse", "sniff"]


def parse(source: Source) -> Iterator[Article]:
    """Read the article of a page."""
    from articlekit_html.page import read_page  # when there is something to read

    yield read_page(source)


def explain(source: Source) -> Explanation:
    """Say why a page is read as it is: every candidate for each field, what holds the body, what is left out."""
    from articlekit_html.explaining import explain_page  # when somebody asks

    return explain_page(source)


@hookimpl
def articlekit_parsers() -> list[Parser]:
    """Bring the parser of HTML pages."""
    return [
        Parser(
            format="html",
            summary="HTML and XHTML pages, whole or broken: the article, without what surrounds it",
            sniff=sniff,
            parse=parse,
            explain=explain,
            media_types=("text/html", "application/xhtml+xml"),
            extensions=(".html", ".htm", ".xhtml"),
        )
    ]
