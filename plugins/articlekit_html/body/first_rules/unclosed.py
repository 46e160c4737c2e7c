"""Figures that nobody closed: what follows one stands in it, and is no caption."""

from __future__ import annotations

from typing import Final

from articlekit_html.body.first_rules.prose import Prose
from articlekit_html.body.outline.arrays import Outline

_MUCH: Final = 1000
_SHARE: Final = 0.5
"""No figure says so much beside its caption, of all the prose of a page."""


def open_figures(page: Outline, prose: Prose) -> None:
    """Call a figure, or a caption, that says most of what a page says what it is: any part of it."""
    enough = max(_MUCH, _SHARE * prose.prose[0])
    if not any(prose.prose[node] > enough for node in page.tagged("figure")):
        return
    around = page.innermost(page.tagged("figcaption", "figure"))
    said = [0.0] * len(page.tags)
    for node, amount in zip(page.line_node, prose.line_prose, strict=True):
        if around[node]:
            said[around[node]] += amount
    fullest = max(range(len(said)), key=said.__getitem__)
    while fullest > 0 and said[fullest] > enough:
        page.elements[fullest].tag = "div"
        page.retag(fullest, "div")
        outer = around[page.parent[fullest]]
        if outer:
            said[outer] += said[fullest]
        fullest = outer
