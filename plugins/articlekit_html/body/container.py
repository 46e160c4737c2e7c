"""Which element holds the article: by its name, if it holds enough prose, else by where the prose is."""

from __future__ import annotations

from typing import Final

from articlekit_html.body.hints import Hint
from articlekit_html.body.outline import Outline
from articlekit_html.body.prose import Prose

_ARTICLE: Final = int(Hint.ARTICLE)

MOST: Final = 0.85
"""The container is the innermost element with this share of the prose of each element around it."""
NAMED: Final = 0.5
"""A name counts if the element holds this share of the prose of the container found without names."""

_DECLARED: Final = "articleBody"
_TABLE: Final = frozenset(("table", "tbody", "tfoot", "thead", "tr"))
"""What says nothing without the rest of it."""
_NOT_CONTAINERS: Final = frozenset(("blockquote", "dl", "li", "ol", "p", "pre", "ul"))


def prose_by_node(page: Outline, lines: list[float], left_out: bytearray | None = None) -> list[float]:
    """Sum up what the lines hold over the nodes, but for those that are left out."""
    held = [0.0] * len(page.tags)
    for node, amount in zip(page.line_node, lines, strict=True):
        if not (left_out and left_out[node]):
            held[node] += amount
    parent = page.parent
    for node in range(len(held) - 1, 0, -1):
        if held[node]:
            held[parent[node]] += held[node]
    return held


def descend(page: Outline, held: list[float], share: float, *, of_all: bool = False) -> int:
    """Go down from the body as long as one child holds that share of its parent, or of all."""
    node = 0
    while held[node] > 0:
        enough = share * held[0 if of_all else node]
        child = node + 1
        while child < page.end[node] and held[child] < enough:
            child = page.end[child]
        if child >= page.end[node] or page.tags[child] in _NOT_CONTAINERS:
            break
        node = child
    return node


def whole_of(page: Outline, container: int) -> int:
    """Give what is declared as the article's body (schema.org) around a container, or the whole of its table."""
    around = container
    while around > 0 and _DECLARED not in (page.elements[around].get("itemprop") or "").split():
        around = page.parent[around]
    if around > 0:
        return around
    while page.tags[container] in _TABLE:
        container = page.parent[container]
    return container


def find_containers(page: Outline, prose: Prose) -> tuple[int, int, float]:
    """Find the container by where the prose is, the one that names choose (the same where none does), and all prose."""
    held = prose_by_node(page, prose.line_prose, prose.dropped)
    by_mass = descend(page, held, MOST)
    named = [
        node
        for node in range(1, len(held))
        if page.hints[node] & _ARTICLE
        and not prose.dropped[node]
        and held[node] >= NAMED * held[by_mass] > 0
        and page.tags[node] != "p"
    ]
    if not named:
        return by_mass, by_mass, held[0] or 1.0
    most = max(held[node] for node in named)
    return by_mass, max(node for node in named if held[node] >= 0.9 * most), held[0]
