"""Which lines of a page are the article's."""

from __future__ import annotations

from typing import Final

from articlekit_html.body.container import descend, prose_by_node
from articlekit_html.body.features import candidates, features
from articlekit_html.body.table import score
from articlekit_html.body.view import View

THRESHOLD: Final = 0.0
"""Log odds from which a line is kept."""

_MOST: Final = 0.9
"""The article's container is the innermost element with this share of what is kept."""
_APART: Final = 500
"""What stands outside the container belongs to it from this length on (in characters), if it is sure."""
_SURE: Final = 1.1

_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class Choice:
    """The lines of the article, and the element that holds them."""

    __slots__ = ("container", "kept", "roots", "view")

    def __init__(self, view: View, kept: bytearray, container: int, apart: list[int]) -> None:
        self.view = view
        #: One flag a line.
        self.kept = kept
        self.container = container
        #: The container and what stands outside of it, in order.
        self.roots = sorted((container, *apart))

    @property
    def length(self) -> int:
        """Characters kept."""
        return sum(len(text) for text, kept in zip(self.view.page.texts, self.kept, strict=True) if kept)


def choose(view: View) -> Choice:
    """Weigh the lines, find the element that holds those that are kept, and let go of what stands outside."""
    page = view.page
    odds: list[float] = [-9.0] * len(page.texts)
    weighed = candidates(view)
    for line, row in zip(weighed, features(view, weighed), strict=True):
        odds[line] = score(row)
    return settle(view, odds)


def settle(view: View, odds: list[float]) -> Choice:
    """Keep the lines whose odds are good and whose place is right."""
    page = view.page
    kept = bytearray(
        odds[line] > THRESHOLD and not view.caption[node] and not view.embed[node]
        for line, node in enumerate(page.line_node)
    )
    sizes = [float(len(text)) if keep else 0.0 for text, keep in zip(page.texts, kept, strict=True)]
    container = descend(page, prose_by_node(page, sizes), _MOST, of_all=True)
    apart = _leave_outside(view, kept, odds, container)
    _leave_lone_headings(view, kept)
    return Choice(view, kept, container, apart)


def _leave_outside(view: View, kept: bytearray, odds: list[float], container: int) -> list[int]:
    """Let go of what stands outside the container; give the elements there that belong to it all the same."""
    page = view.page
    outside: dict[int, list[int]] = {}
    top_of = _tops(view, container)
    for line, node in enumerate(page.line_node):
        if kept[line] and top_of[node] != container:
            outside.setdefault(top_of[node], []).append(line)
    apart = []
    for top, lines in outside.items():
        size = sum(len(page.texts[line]) for line in lines)
        sure = sum(len(page.texts[line]) * odds[line] for line in lines) / size
        if top >= 0 and size >= _APART and sure >= _SURE:
            apart.append(top)
        else:
            for line in lines:
                kept[line] = 0
    return apart


def _tops(view: View, container: int) -> list[int]:
    """Give for each node the largest element around it that does not hold the container; -1 if it holds it itself."""
    page = view.page
    around = {-1}
    node = page.parent[container]
    while node >= 0:
        around.add(node)
        node = page.parent[node]
    tops: list[int] = []
    for node, above in enumerate(page.parent):
        tops.append(-1 if node in around else node if above in around else tops[above])
    return tops


def _leave_lone_headings(view: View, kept: bytearray) -> None:
    """Headings at the end, with nothing under them, belong to what follows the article."""
    page = view.page
    for line in range(len(kept) - 1, -1, -1):
        if kept[line]:
            if page.tags[page.line_node[line]] not in _HEADINGS:
                return
            kept[line] = 0
