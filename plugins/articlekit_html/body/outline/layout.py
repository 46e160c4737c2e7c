"""Tables that lay out a text instead of showing data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.kinds import HEADINGS

MOST_OF_CELL: Final = 2
"""So many lines stand on average in a cell of a table that is one."""
PARAGRAPH: Final = 100
"""So many characters has a paragraph of a text that a cell holds."""
MOST: Final = 0.6
"""Paragraphs hold so large a part of a text."""
_MANY: Final = 2
"""A cell that heads a row or a column stands for several."""
_CELLS: Final = frozenset(("td", "th"))
_DATA: Final = frozenset(("caption", "th"))


def lays_out(page: Outline, lines: list[int], cells: int) -> bool:
    """Whether a table was made to lay out a page: its cells hold several lines each, or one of them paragraphs."""
    if len(lines) > MOST_OF_CELL * cells:
        return True
    paragraphs = [line for line in lines if len(page.texts[line]) >= PARAGRAPH]
    # Data has such in elements of their own, but nobody parts it by line breaks.
    parted = Counter(page.line_node[line] for line in paragraphs)
    if any(number > 1 and page.tags[node] in _CELLS for node, number in parted.items()):
        return True
    inside: dict[int, list[int]] = {}
    for line in paragraphs:
        inside.setdefault(_cell_of(page, page.line_node[line]), []).append(line)
    enough = MOST * page.size(lines)
    return any(cell and len(own) > 1 and page.size(own) >= enough for cell, own in inside.items())


def open_layouts(page: Outline, kept: list[int]) -> None:
    """Say of the tables that hold paragraphs below one another, in one column, that they lay these out.

    Args:
        page: The page; its tree is changed.
        kept: The lines that are read.
    """
    # What is looked through may itself be a table.
    if not page.tagged("table") and page.elements[0].tag != "table":
        return
    table_of = _tables(page)
    lines: dict[int, list[int]] = {}
    for line in kept:
        if (table := table_of[page.line_node[line]]) >= 0:
            lines.setdefault(table, []).append(line)
    for table, own in lines.items():
        paragraphs = [line for line in own if len(page.texts[line]) >= PARAGRAPH]
        if (
            len(paragraphs) > 1
            and page.size(paragraphs) >= MOST * page.size(own)
            and _DATA.isdisjoint(page.tags[table : page.end[table]])
            and _is_column(page, {_cell_of(page, page.line_node[line]) for line in own})
        ):
            page.elements[table].set("role", "presentation")
    for table in _columns_of_parts(page, table_of):
        page.elements[table].set("role", "presentation")


def _columns_of_parts(page: Outline, table_of: list[int]) -> Iterator[int]:
    """Find the tables of one column in which there are headings or other tables: letters are laid out so."""
    parts = [0, *accumulate(tag == "table" or tag in HEADINGS for tag in page.tags)]
    cells: dict[int, int] = {}
    for node, tag in enumerate(page.tags):
        if tag in _CELLS:
            row = page.parent[node]
            cells[row] = cells.get(row, 0) + (1 if tag == "td" else _MANY)
    widest: dict[int, int] = {}
    for row, count in cells.items():
        widest[table_of[row]] = max(widest.get(table_of[row], 0), count)
    for table, count in widest.items():
        if table >= 0 and count == 1 and parts[page.end[table]] > parts[table + 1]:
            yield table


def _tables(page: Outline) -> list[int]:
    """Give for each node the innermost table around it; -1 where there is none."""
    around = [0 if page.elements[0].tag == "table" else -1]
    for node in range(1, len(page.tags)):
        around.append(node if page.tags[node] == "table" else around[page.parent[node]])
    return around


def _cell_of(page: Outline, node: int) -> int:
    """Give the cell around a node; 0 where there is none."""
    while node > 0 and page.tags[node] not in _CELLS:
        node = page.parent[node]
    return max(node, 0)


def _is_column(page: Outline, cells: set[int]) -> bool:
    """Whether each of some cells is the only one of its row."""
    return all(cell and sum(1 for _ in page.elements[page.parent[cell]].iterchildren("td")) == 1 for cell in cells)
