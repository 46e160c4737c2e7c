"""Lists, ordered, unordered and of definitions."""

from __future__ import annotations

import re
from typing import Literal

from articlekit.blocks import Block, Definition, DefinitionList, Heading, List, Paragraph
from articlekit.markup.reading.frames import FLOW, SPAN, Frame, LineFrame, Verdict
from articlekit.markup.reading.reader import Reader

_INTEGER = re.compile(r"[ \t\n\f\r]*+([+-]?[0-9]{1,9})(?![0-9])")


def integer(text: str | None, default: int) -> int:
    """Read an integer as HTML does: what follows the digits does not matter."""
    found = _INTEGER.match(text) if text else None
    return int(found[1]) if found else default


class ListFrame(Frame):
    """A list; its `blocks` are those of the item that is being read."""

    __slots__ = ("in_item", "items", "ordered", "start")

    def __init__(self, ordered: bool, start: int) -> None:
        super().__init__()
        self.ordered = ordered
        self.start = start
        self.items: list[tuple[Block, ...]] = []
        self.in_item = False

    def end_item(self) -> None:
        """End the item that is being read. A list that stands outside of items belongs to the one it follows."""
        blocks = tuple(self.blocks)
        if not self.in_item and self.items and all(isinstance(block, List) for block in blocks):
            self.items[-1] += blocks
        elif blocks or (self.in_item and self.ordered):
            # Items without content count where items are numbered.
            self.items.append(blocks)
        self.blocks = []
        self.in_item = False

    def close(self) -> None:
        """Make the list."""
        self.end_item()
        if any(self.items):
            self.outer.blocks.append(List(items=tuple(self.items), ordered=self.ordered, start=self.start))


def open_list(reader: Reader) -> Verdict:
    """Begin a list."""
    if reader.no_deeper():
        return FLOW
    if reader.name != "ol":
        return ListFrame(False, 1)
    return ListFrame(True, integer(reader.attributes().get("start"), 1))


def open_item(reader: Reader) -> Verdict:
    """Begin an item of the list that is open; the one before it ends."""
    frame = reader.back_to(ListFrame, past=LineFrame)
    if frame is None:
        return FLOW
    if frame.in_item or frame.blocks:
        frame.end_item()
    frame.in_item = True
    if frame.ordered and not frame.items:
        frame.start = integer(reader.attributes().get("value"), frame.start)
    return SPAN


def end_item(reader: Reader) -> Verdict:
    """End the item that is being read."""
    frame = reader.back_to(ListFrame)
    if frame is None:
        return FLOW
    frame.end_item()
    return SPAN


class DefinitionsFrame(Frame):
    """A list of definitions; its `blocks` are those of the term or description that is being read."""

    __slots__ = ("descriptions", "items", "part", "terms")

    def __init__(self) -> None:
        super().__init__()
        self.items: list[Definition] = []
        self.terms: list[Paragraph] = []
        self.descriptions: list[tuple[Block, ...]] = []
        self.part: Literal["dt", "dd"] | None = None

    def end_part(self) -> None:
        """End the term or description that is being read."""
        blocks, self.blocks = self.blocks, []
        if self.part == "dt":
            self.terms.extend(
                Paragraph(text=block.text, marks=block.marks)
                for block in blocks
                if isinstance(block, Paragraph | Heading)
            )
            blocks = [block for block in blocks if not isinstance(block, Paragraph | Heading)]
        if blocks:
            self.descriptions.append(tuple(blocks))
        self.part = None

    def end_group(self) -> None:
        """End the group of terms and descriptions that is being read."""
        self.end_part()
        if self.terms or self.descriptions:
            self.items.append(Definition(terms=tuple(self.terms), descriptions=tuple(self.descriptions)))
            self.terms, self.descriptions = [], []

    def close(self) -> None:
        """Make the list."""
        self.end_group()
        if self.items:
            self.outer.blocks.append(DefinitionList(items=tuple(self.items)))


def open_definitions(reader: Reader) -> Verdict:
    """Begin a list of definitions."""
    return FLOW if reader.no_deeper() else DefinitionsFrame()


def open_term(reader: Reader) -> Verdict:
    """Begin a term of the list that is open; a term after a description begins a new group."""
    frame = reader.back_to(DefinitionsFrame, past=LineFrame)
    if frame is None:
        return FLOW
    frame.end_part()
    if frame.descriptions:
        frame.end_group()
    frame.part = "dt"
    return SPAN


def open_description(reader: Reader) -> Verdict:
    """Begin a description in the list that is open."""
    frame = reader.back_to(DefinitionsFrame, past=LineFrame)
    if frame is None:
        return FLOW
    frame.end_part()
    frame.part = "dd"
    return SPAN


def end_part(reader: Reader) -> Verdict:
    """End the term or description that is being read."""
    frame = reader.back_to(DefinitionsFrame)
    if frame is None:
        return FLOW
    frame.end_part()
    return SPAN


def _part_groups(reader: Reader) -> Verdict:
    """End a group of terms and descriptions at the border of a ``div`` around one."""
    frame = reader.frame
    if not isinstance(frame, DefinitionsFrame) or frame.part is not None:
        return reader.by_class() if reader.name == "div" else FLOW
    if reader.line.parts:
        reader.flush()
    frame.end_group()
    return FLOW


DefinitionsFrame.inside = {"div": _part_groups, "/div": _part_groups}
