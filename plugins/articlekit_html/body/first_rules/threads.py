"""What others have answered in a discussion that is declared as one, where no name says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from articlekit_html.body.outline.arrays import Outline

_PROSE: Final = 30.0
"""With a line of so much prose behind the title the first entry has begun."""
_ENTRIES: Final = frozenset(("article", "div", "li", "section"))
_DAYS: Final = ("relative-time", "time")


def find_replies(page: Outline, line_prose: Sequence[float], prose: Sequence[float]) -> Iterator[int]:
    """Find the entries behind the first one: the innermost ones that look like it and have a day each.

    Args:
        page: The page.
        line_prose: How much prose each line is.
        prose: How much prose stands in each node.
    """
    title = next(iter(page.tagged("h1")), 0)
    said = (node for node, amount in zip(page.line_node, line_prose, strict=True) if amount >= _PROSE and node > title)
    node = next(said, 0)
    while node > 0:
        if page.tags[node] in _ENTRIES and _has_day(page, node):
            behind = (other for other in page.children(page.parent[node]) if other > node and prose[other])
            replies = [other for other in behind if _is_like(page, other, node) and _has_day(page, other)]
            if replies:
                yield from replies
                return
        node = page.parent[node]


def _has_day(page: Outline, node: int) -> bool:
    return next(page.elements[node].iter(*_DAYS), None) is not None


def _is_like(page: Outline, node: int, other: int) -> bool:
    """Whether two nodes have a tag and the first of their names in common: others say which place an entry has."""
    names = [(page.names[one] or "").split()[:1] for one in (node, other)]
    return page.tags[node] == page.tags[other] and names[0] == names[1]
