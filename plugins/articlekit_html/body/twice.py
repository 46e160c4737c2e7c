"""What stands on a page a second time: laid out again for small screens, for print, before the whole of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, groupby
from typing import Final

from articlekit_html.body.container import prose_by_node
from articlekit_html.body.outline import Outline

_MUCH: Final = 500
_SEVERAL: Final = 3
_PART: Final = 1 / 3
"""So many characters in so many lines, or in so large a part of the text, are more than a paragraph quoted again."""
_PROSE: Final = 0.5
"""So much of it is in lines of prose: code and short items may well be the same in several places."""
_LONG: Final = 80


def said_twice(page: Outline, kept: Sequence[int]) -> list[int]:
    """Find the lines of elements of which every line that is kept stands elsewhere too, once more than is needed.

    Of two that say the same the later is given; of one that says less than another, as a preview does, that one.

    Args:
        page: The page.
        kept: Of each line, whether it is kept.
    """
    said = [text for text, is_kept in zip(page.texts, kept, strict=True) if is_kept]
    if sum(map(len, said)) - sum(map(len, set(said))) < _MUCH:
        return []
    first = {text: line for line, text in reversed(list(enumerate(page.texts))) if kept[line]}
    copies = _copies(page, kept, [first.get(text, line) for line, text in enumerate(page.texts)])
    left = [is_kept and line not in copies for line, is_kept in enumerate(kept)]
    last = {text: line for line, text in enumerate(page.texts) if left[line]}
    return sorted(copies | _copies(page, left, [last.get(text, line) for line, text in enumerate(page.texts)]))


def _copies(page: Outline, kept: Sequence[int], twin: list[int]) -> set[int]:
    """Find the lines of elements whose lines all have a twin, before the element or all behind it."""
    again = [kept[line] and twin[line] != line for line in range(len(kept))]
    # The lines of an element stand in a row: on most pages there is no row that is long enough.
    rows = groupby(compress(range(len(kept)), kept), again.__getitem__)
    if not any(is_again and page.size(row) >= _MUCH for is_again, row in rows):
        return set()
    lines = prose_by_node(page, list(map(float, kept)))
    said_again = prose_by_node(page, list(map(float, again)))
    sizes = [float(len(text)) if said else 0.0 for text, said in zip(page.texts, kept, strict=True)]
    whole = prose_by_node(page, sizes)
    prose = prose_by_node(
        page,
        [
            size if size >= _LONG and page.tags[node] != "pre" else 0.0
            for size, node in zip(sizes, page.line_node, strict=True)
        ],
    )
    begin, end, nearest, farthest = _places(page, kept, twin)
    marked = [
        node > 0
        and 0 < lines[node] == said_again[node]
        and (farthest[node] < begin[node] or nearest[node] > end[node])
        and whole[node] >= _MUCH
        and prose[node] >= _PROSE * whole[node]
        and (lines[node] >= _SEVERAL or whole[node] >= _PART * whole[0])
        for node in range(len(whole))
    ]
    inside = page.outermost(marked)
    return {line for line, node in enumerate(page.line_node) if kept[line] and inside[node]}


def _places(page: Outline, kept: Sequence[int], twin: list[int]) -> tuple[list[int], list[int], list[int], list[int]]:
    """Give for each node its first and last line, and the first and last of their twins, of those that are kept."""
    count = len(page.tags)
    begin, end = [len(kept)] * count, [-1] * count
    nearest, farthest = [len(kept)] * count, [-1] * count
    for line, node in enumerate(page.line_node):
        if kept[line]:
            begin[node], end[node] = min(begin[node], line), max(end[node], line)
            nearest[node], farthest[node] = min(nearest[node], twin[line]), max(farthest[node], twin[line])
    for node in range(count - 1, 0, -1):
        above = page.parent[node]
        begin[above], end[above] = min(begin[above], begin[node]), max(end[above], end[node])
        nearest[above], farthest[above] = min(nearest[above], nearest[node]), max(farthest[above], farthest[node])
    return begin, end, nearest, farthest
