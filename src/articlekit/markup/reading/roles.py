"""Elements that mean nothing by themselves and are headings, lists or tables by their role.

WAI-ARIA 1.2, section 5.4: https://www.w3.org/TR/wai-aria-1.2/#role_definitions
"""

from __future__ import annotations

from typing import Final

from articlekit.markup.reading.flow import open_rule
from articlekit.markup.reading.frames import FLOW, SPAN, Frame, Opener, Verdict
from articlekit.markup.reading.lists import ListFrame, integer, open_item, open_list
from articlekit.markup.reading.open_blocks import OpenBlocks
from articlekit.markup.reading.reader import Reader
from articlekit.markup.reading.tables import TableFrame, open_cell, part_rows

_LEVEL: Final = 2
"""The level of a heading that states none (section 6.6, ``aria-level``)."""
_LEVELS: Final = range(1, 7)


class HeadingFrame(Frame):
    """What is a heading by its role."""

    __slots__ = ("level",)

    def __init__(self, level: int) -> None:
        super().__init__()
        self.level = level

    def enter(self, reader: OpenBlocks) -> None:
        """Begin, before the content is read."""
        super().enter(reader)
        reader.level = self.level

    def leave(self, reader: OpenBlocks) -> None:
        """End, after the content was read; where there was none, what follows is no heading."""
        super().leave(reader)
        reader.level = 0


def _open_heading(reader: Reader) -> Verdict:
    level = integer(reader.attributes().get("aria-level"), _LEVEL)
    return FLOW if reader.no_deeper() else HeadingFrame(min(max(level, _LEVELS[0]), _LEVELS[-1]))


def _open_list(reader: Reader) -> Verdict:
    if reader.name not in _GENERIC:
        return open_list(reader)
    return FLOW if reader.no_deeper() else ListFrame(False, 1)


def _open_table(reader: Reader) -> Verdict:
    return FLOW if reader.no_deeper() else TableFrame(False)


_GENERIC: Final = frozenset(("aside", "div", "section", "span"))


def _open_separator(reader: Reader) -> Verdict:
    return SPAN if reader.name == "span" else open_rule(reader)


BY_ROLE: Final[dict[str, Opener]] = {
    "heading": _open_heading,
    "list": _open_list,
    "listitem": open_item,
    "separator": _open_separator,
    "table": _open_table,
    "row": part_rows,
    **dict.fromkeys(("cell", "columnheader", "rowheader"), open_cell),
}
"""How elements are read that have no meaning of their own, by their roles."""
