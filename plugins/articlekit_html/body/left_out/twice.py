"""What stands on a page a second time: laid out again for small screens, for print, before the whole of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, groupby
from typing import Final

from articlekit_html.body.first_rules.container import prose_by_node
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.outline.arrays import Outline

_MUCH: Final = 500
_SEVERAL: Final = 3
_PART: Final = 1 / 3
"""So many characters in so many lines, or in so large a part of the text, are more than a paragraph quoted again."""
_PROSE: Final = 0.5
"""So much of it is in lines of prose: code and short items may well be the same in several places."""
_LONG: Final = 80


def title_again(view: View, kept: Sequence[int]) -> list[int]:
    """Find the first of some lines where it says the title once more, as a document does in a page made around it."""
    texts, title = view.page.texts, view.title_line
    return [line for line in kept[:1] if 0 <= title < line and texts[line] == texts[title]]


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
    copies = _copies(page, kept, first)
    left = [is_kept and line not in copies for line, is_kept in enumerate(kept)]
    last = {text: line for line, text in enumerate(page.texts) if left[line]}
    return sorted(copies | _copies(page, left, last))


def _copies(page: Outline, kept: Sequence[int], one: dict[str, int]) -> set[int]:
    """Find the lines of elements of which each line has a twin outside: one line for each text says where."""
    again = [is_kept and one[text] != line for line, (text, is_kept) in enumerate(zip(page.texts, kept, strict=True))]
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
    inside = page.outermost(
        node
        for node in range(1, len(whole))
        if 0 < lines[node] == said_again[node]
        and whole[node] >= _MUCH
        and prose[node] >= _PROSE * whole[node]
        and (lines[node] >= _SEVERAL or whole[node] >= _PART * whole[0])
    )
    return {line for line, node in enumerate(page.line_node) if kept[line] and inside[node]}
