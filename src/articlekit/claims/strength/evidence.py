"""What the words of a text lead to: the addresses that are linked from them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from attrs import frozen

from articlekit.article import Article
from articlekit.claim import Span


@frozen
class _Link:
    """A link and its place in the text of the article."""

    start: int
    end: int
    url: str


def linked_from(article: Article, spans: Iterable[Span]) -> dict[Span, tuple[str, ...]]:
    """Tell which addresses are linked from the words of each span of the text, each once, in order."""
    # Through spans and links side by side: looking at all links for each span would be quadratic.
    links = sorted(_links(article), key=_start)
    found: dict[Span, tuple[str, ...]] = {}
    begun: list[_Link] = []
    ahead = 0
    for span in sorted(spans, key=_start):
        while ahead < len(links) and links[ahead].start <= span.start:
            begun.append(links[ahead])
            ahead += 1
        begun = [link for link in begun if link.end > span.start]
        inside = links[ahead : bisect_left(links, span.end, ahead, key=_start)]
        found[span] = tuple(dict.fromkeys(link.url for link in (*begun, *inside)))
    return found


def _links(article: Article) -> Iterator[_Link]:
    for run in article.runs:
        for mark in run.block.marks:
            if mark.kind == "link" and mark.url:
                yield _Link(mark.start + run.start, mark.end + run.start, mark.url)


def _start(placed: _Link | Span) -> int:
    return placed.start
