"""Code whose lines are rows of a table, each with its number: as hosts of code show it, and let it be embedded.

``<tr><td data-line-number="1"></td><td>load = 12</td></tr>``: a script or a style shows the number.
"""

from __future__ import annotations

from typing import Final

from lxml.etree import XPath

from articlekit.markup import Element

_SIGN: Final = "data-line-number"
# In code that is marked as such, tables are read as its lines.
_TABLES: Final = XPath(f"descendant::table[descendant::td[1]/@{_SIGN}][not(ancestor::pre)][not(descendant::table)]")
_ROWS: Final = XPath("descendant::tr")
_PARTS: Final = XPath("descendant-or-self::*[self::table or self::thead or self::tbody or self::tfoot]")
_NUMBERED: Final = 2
"""A row has two cells: the number of a line, and the line."""


def has_numbered_code(text: str) -> bool:
    """Whether there may be such tables in a page."""
    return _SIGN in text


def shape_numbered_code(root: Element) -> None:
    """Make of each such table the code that it shows."""
    for table in _TABLES(root):
        rows = _ROWS(table)
        if all(len(row) == _NUMBERED and row[0].get(_SIGN) is not None for row in rows):
            _shape(table, rows)


def _shape(table: Element, rows: list[Element]) -> None:
    for part in _PARTS(table):
        # What stands between rows is no white space of the code.
        part.text = None
        if part is not table:
            part.tag, part.tail = "span", None
    table.tag = "pre"
    table.attrib.clear()
    for row in rows:
        number, line = row
        row.remove(number)
        if not "".join(line.itertext()).strip():
            # A line break alone stands for an empty line.
            for inner in line.iter():
                inner.text = None
        row.tag = line.tag = "span"
        row.text = line.tail = None
        row.tail = "\n" if row is not rows[-1] else None
