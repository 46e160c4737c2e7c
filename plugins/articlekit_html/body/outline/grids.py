"""Tables that are made of boxes: cells beside one another, row by row, told by names that come again in each row."""

from __future__ import annotations

import re
from typing import Final

from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.kinds import HEADINGS

_OF_A_CELL: Final = re.compile(r"(?<![a-z])(?:col|column|cell)(?![a-z])")
_WIDEST: Final = 6
"""So many columns at most."""
_ROWS: Final = 2
_CELL: Final = 300
"""So many characters has a cell at most: columns of a page have more."""


def mark_grids(page: Outline) -> None:
    """Say in an outline what is a table, what a cell, and how many of these are a row."""
    # The letters are found faster than the words.
    of_cells = {name for name in set(page.names) if name and ("col" in name or "cell" in name)}
    names = {name for name in of_cells if _OF_A_CELL.search(name)}
    if len(names) < _ROWS:
        return
    sizes = [0] * len(page.tags)
    for node, text in zip(page.line_node, page.texts, strict=True):
        sizes[node] += len(text)
    page.count_up(sizes)
    for grid in dict.fromkeys(page.parent[node] for node, name in enumerate(page.names) if name in names):
        cells = list(page.children(grid)) if grid >= 0 else []
        if all(page.tags[cell] == "div" and sizes[cell] <= _CELL and _is_plain(page, cell) for cell in cells):
            columns = _columns([page.names[cell] or "" for cell in cells])
            if columns:
                page.grids[grid] = columns
                page.tags[grid] = "table"
                for cell in cells:
                    page.tags[cell] = "td"


def _is_plain(page: Outline, cell: int) -> bool:
    inside = range(cell, page.end[cell])
    return HEADINGS.isdisjoint(page.tags[cell : inside.stop]) and not any(page.pictures[node] for node in inside)


def _columns(names: list[str]) -> int:
    """Count the columns of some cells: each has a name in all its rows that no other column has; 0 where none do."""
    for columns in range(2, _WIDEST + 1):
        if len(names) < _ROWS * columns or len(names) % columns:
            continue
        shared = [set.intersection(*(set(name.split()) for name in names[at::columns])) for at in range(columns)]
        others = [
            {word for n, name in enumerate(names) if n % columns != at for word in name.split()}
            for at in range(columns)
        ]
        own = [column - other for column, other in zip(shared, others, strict=True)]
        if all(any(map(_OF_A_CELL.search, column)) for column in own):
            return columns
    return 0


def open_grids(page: Outline) -> None:
    """Make tables of what was found to be one. Changes the tree."""
    for grid, columns in page.grids.items():
        cells = [page.elements[cell] for cell in page.children(grid)]
        page.elements[grid].set("role", "table")
        for first in range(0, len(cells), columns):
            row = cells[first].makeelement("div", {"role": "row"})
            cells[first].addprevious(row)
            for cell in cells[first : first + columns]:
                cell.set("role", "columnheader" if not first and "header" in (cell.get("class") or "") else "cell")
                row.append(cell)
