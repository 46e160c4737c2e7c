"""Which element holds the article: by its name, if it holds enough prose, else by where the prose is."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import compress, count
from typing import Final

from articlekit_html.body.first_rules.prose import Prose
from articlekit_html.body.outline.arrays import Look, Outline
from articlekit_html.body.outline.hints import Hint
from articlekit_html.body.outline.laid_out import is_laid_out

_ARTICLE: Final = int(Hint.ARTICLE)

MOST: Final = 0.85
"""The container is the innermost element with this share of the prose of each element around it."""
NAMED: Final = 0.5
"""A name counts if the element holds this share of the prose of the container found without names."""

_DEEP: Final = 30
"""So many elements are looked at between a line and what it shares with another."""
_LEVELS: Final = 3
"""At so many levels around a container those that look like it are sought."""
_DECLARED: Final = "articleBody"
_TABLE: Final = frozenset(("table", "tbody", "tfoot", "thead", "tr"))
"""What says nothing without the rest of it."""
_OF_TABLES: Final = frozenset((*_TABLE, "td", "th"))
_NOT_CONTAINERS: Final = frozenset(("blockquote", "dl", "li", "ol", "p", "pre", "ul"))


def prose_by_node(page: Outline, lines: list[float], left_out: bytearray | None = None) -> list[float]:
    """Sum up what the lines hold over the nodes, but for those that are left out."""
    held = [0.0] * len(page.tags)
    for node, amount in zip(page.line_node, lines, strict=True):
        if not (left_out and left_out[node]):
            held[node] += amount
    page.sum_up(held)
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
    """Give what is declared as the article's body (schema.org) around a container, or the whole that it is a piece of.

    That is its table, or what is named as the article's text around the piece in which an author has laid it out.
    """
    around = container
    while around > 0 and _DECLARED not in (page.elements[around].get("itemprop") or "").split():
        around = page.parent[around]
    if around > 0:
        return around
    around, is_piece = container, False
    while around > 0 and (not page.names[around] or is_laid_out(page.names[around])):
        is_piece = is_piece or is_laid_out(page.names[around])
        around = page.parent[around]
    if is_piece and around > 0 and page.hints[around] & _ARTICLE:
        return around
    while page.tags[container] in _TABLE:
        container = page.parent[container]
    return container


def find_containers(page: Outline, prose: Prose) -> tuple[int, int, float]:
    """Find the container by where the prose is, the one that names choose (the same where none does), and all prose."""
    held = prose_by_node(page, prose.line_prose, prose.dropped)
    by_mass = descend(page, held, MOST)
    spoken = [
        line
        for line in compress(count(), prose.sentences)
        if prose.line_prose[line] and not prose.dropped[page.line_node[line]]
    ]
    by_mass = with_others(page, spoken, by_mass)
    named = [
        node
        for node in range(1, len(held))
        if page.hints[node] & _ARTICLE and held[node] >= NAMED * held[by_mass] > 0 and page.tags[node] != "p"
    ]
    if not named:
        return by_mass, by_mass, held[0] or 1.0
    most = max(held[node] for node in named)
    by_name = max(node for node in named if held[node] >= 0.9 * most)
    if page.tags[by_name] in _OF_TABLES:
        # Mail is laid out in tables, one for each piece of its text.
        by_name = with_others(page, spoken, by_name)
    return by_mass, by_name, held[0]


def with_others(page: Outline, kept: Iterable[int], container: int) -> int:
    """Widen a container to hold those that look like it, to the line: the pieces into which a text was parted.

    Args:
        page: The page.
        kept: The lines that are kept.
        container: What holds most of them.
    """
    held = dict(_around(page, container))
    nodes = {page.line_node[line] for line in kept}
    own = {node for node in nodes if container <= node < page.end[container]}
    if len(own) == len(nodes):
        return container
    own_looks = {page.look(node) for node in own}
    paths: dict[int, set[tuple[Look, ...]]] = {}
    for node in nodes - own:
        above = next((above for above in held if above <= node < page.end[above]), -1)
        if above < 0 or page.look(node) not in own_looks:
            continue
        path = _path(page, node, above)
        if len(path) > 1 and path[-1] == page.look(held[above]) and _is_whole(path):
            if above not in paths and len(paths) < _LEVELS:
                paths[above] = {_path(page, one, above) for one in own}
            if path in paths.get(above, ()):
                container = min(container, above)
    return container


def _is_whole(path: tuple[Look, ...]) -> bool:
    """Whether what stands around a node, the innermost first, is no part of a table without the rest of it."""
    return next((tag for tag, _ in reversed(path) if tag in _OF_TABLES), "table") == "table"


def _around(page: Outline, container: int) -> list[tuple[int, int]]:
    """Give the nodes around a container, from the innermost, each with its child that holds the container."""
    around: list[tuple[int, int]] = []
    node = container
    while node > 0 and len(around) < _DEEP:
        around.append((page.parent[node], node))
        node = page.parent[node]
    return around


def _path(page: Outline, node: int, top: int) -> tuple[Look, ...]:
    """Give how the nodes look from one up to below another."""
    looks: list[Look] = []
    while node > top and len(looks) < _DEEP:
        looks.append(page.look(node))
        node = page.parent[node]
    return tuple(looks)
