"""What stands on a page a second time: laid out again for small screens, for print, for programs."""

from __future__ import annotations

from typing import Final

from articlekit_html.body.container import prose_by_node
from articlekit_html.body.outline import Outline

_MUCH: Final = 500
_SEVERAL: Final = 3
_PART: Final = 1 / 3
"""So many characters in so many lines, or in so large a part of the text, are more than a paragraph quoted again."""
_NEARLY_ALL: Final = 0.9
"""So much of the text of an element has stood on the page before it, …"""
_PROSE: Final = 0.5
"""… and so much of it in lines of prose: code and short items of lists may well be the same in several places."""
_LONG: Final = 80


def said_before(page: Outline, kept: list[bool]) -> list[int]:
    """Find the lines of elements that say nothing but what was kept before them.

    Args:
        page: The page.
        kept: Of each line, whether it is kept.
    """
    texts, line_node = page.texts, page.line_node
    first: dict[str, int] = {}
    again = [is_kept and first.setdefault(texts[line], line) != line for line, is_kept in enumerate(kept)]
    again = [said and page.tags[line_node[line]] != "pre" for line, said in enumerate(again)]
    sizes = [float(len(text)) for text in texts]
    if sum(size for size, said in zip(sizes, again, strict=True) if said) < _MUCH:
        return []
    lines = prose_by_node(page, [float(is_kept) for is_kept in kept])
    whole = prose_by_node(page, [size * is_kept for size, is_kept in zip(sizes, kept, strict=True)])
    repeated = prose_by_node(page, [size * said for size, said in zip(sizes, again, strict=True)])
    prose = prose_by_node(page, [size * (said and size >= _LONG) for size, said in zip(sizes, again, strict=True)])
    begin, last_before = _places(page, kept, [first[texts[line]] if said else -1 for line, said in enumerate(again)])
    marked = [
        node > 0
        and last_before[node] < begin[node]
        and repeated[node] >= max(_MUCH, _NEARLY_ALL * whole[node])
        and prose[node] >= _PROSE * whole[node]
        and (lines[node] >= _SEVERAL or repeated[node] >= _PART * whole[0])
        for node in range(len(whole))
    ]
    inside = page.outermost(marked)
    return [line for line, node in enumerate(line_node) if kept[line] and inside[node]]


def _places(page: Outline, kept: list[bool], before: list[int]) -> tuple[list[int], list[int]]:
    """Give for each node the first line that is kept in it, and the last one that its own lines say again."""
    begin, last_before = [len(kept)] * len(page.tags), [-1] * len(page.tags)
    for line, node in enumerate(page.line_node):
        begin[node] = min(begin[node], line if kept[line] else len(kept))
        last_before[node] = max(last_before[node], before[line])
    for node in range(len(begin) - 1, 0, -1):
        above = page.parent[node]
        begin[above] = min(begin[above], begin[node])
        last_before[above] = max(last_before[above], last_before[node])
    return begin, last_before
