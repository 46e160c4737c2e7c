"""Lists of notes that nothing calls so: each item leads back to where the text leads to it."""

from __future__ import annotations

from itertools import islice
from typing import Final

from articlekit_html.body.anchors import Anchors, lead_to_places
from articlekit_html.body.choice import Choice

_NEAR: Final = 12
"""Among so many elements of an item stands the way back, …"""
_LISTS: Final = frozenset(("ol", "ul"))


def name_endnotes(choice: Choice) -> None:
    """Give the lists of notes the role that says so (DPUB-ARIA 1.1). Changes the tree."""
    page = choice.view.page
    lists: dict[int, set[int]] = {}
    for line in choice.kept():
        node = page.line_node[line]
        item = node if page.tags[node] == "li" else page.parent[node]
        if (
            page.line_links[line]
            and page.tags[item] == "li"
            and page.tags[page.parent[item]] in _LISTS
            and lead_to_places(islice(page.elements[item].iter(), _NEAR))
        ):
            lists.setdefault(page.parent[item], set()).add(item)
    # The places of a page are gathered where they are asked for, which few pages do.
    anchors = Anchors(page.elements[0])
    for node, items in lists.items():
        if len(items) == page.tags[node : page.end[node]].count("li") and all(
            anchors.are_answered(page.elements[item], _NEAR) for item in items
        ):
            page.elements[node].set("role", "doc-endnotes")
