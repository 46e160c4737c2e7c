"""Lists, ordered, unordered and of definitions."""

from __future__ import annotations

from typing import ClassVar

from articlekit.blocks import Block, Definition, DefinitionList, List, Paragraph
from articlekit.markup.line import BLANK
from articlekit.markup.parsing import Element
from articlekit.markup.reader import Frame, LineFrame, Reader, Rules, Scope, Way


def integer(text: str | None, default: int) -> int:
    """Read an integer as HTML's attributes hold it."""
    try:
        return int(text) if text else default
    except ValueError:
        return default


class ListFrame(Frame):
    """A list; what stands in it outside its items belongs to the item before it."""

    __slots__ = ("items", "ordered", "start")

    def __init__(self, ordered: bool, start: int) -> None:
        super().__init__()
        self.items: list[list[Block]] = []
        self.ordered = ordered
        self.start = start

    def settle(self) -> None:
        """Give what stands outside the items to one."""
        if self.blocks:
            if self.items and all(isinstance(block, List) for block in self.blocks):
                self.items[-1].extend(self.blocks)
            else:
                self.items.append(self.blocks)
            self.blocks = []

    def close(self) -> None:
        """Make the list."""
        self.settle()
        items = tuple(tuple(item) for item in self.items if item or self.ordered)
        if any(items):
            self.outer.blocks.append(List(items=items, ordered=self.ordered, start=self.start))


class ItemFrame(Frame):
    """An item of a list."""

    __slots__ = ()

    def close(self) -> None:
        """Hand the item to its list."""
        assert isinstance(self.outer, ListFrame)
        self.outer.items.append(self.blocks)


def open_list(reader: Reader, element: Element) -> Way | Scope:
    """Begin a list."""
    if reader.too_deep_here():
        return Way.FLOW
    ordered = element.tag == "ol"
    return ListFrame(ordered, integer(element.get("start"), 1) if ordered else 1)


def open_item(reader: Reader, element: Element) -> Way | Scope:
    """Begin an item of the list that is open."""
    frame = reader.frame
    assert isinstance(frame, ListFrame)
    reader.flush()
    frame.settle()
    if not frame.items and (value := element.get("value")) and frame.ordered:
        frame.start = integer(value, frame.start)
    return ItemFrame()


ListFrame.inside = {"li": open_item}


class DefinitionsFrame(Frame):
    """A list of definitions."""

    __slots__ = ("descriptions", "items", "terms")

    inside: ClassVar[Rules] = {}

    def __init__(self) -> None:
        super().__init__()
        self.items: list[Definition] = []
        self.terms: list[Paragraph] = []
        self.descriptions: list[tuple[Block, ...]] = []

    def settle(self) -> None:
        """End the group of terms and descriptions that is being read."""
        if self.blocks:
            self.descriptions.append(tuple(self.blocks))
            self.blocks = []
        if self.terms or self.descriptions:
            self.items.append(Definition(terms=tuple(self.terms), descriptions=tuple(self.descriptions)))
            self.terms, self.descriptions = [], []

    def close(self) -> None:
        """Make the list."""
        self.settle()
        if self.items:
            self.outer.blocks.append(DefinitionList(items=tuple(self.items)))


class TermFrame(LineFrame):
    """A term."""

    __slots__ = ()

    def close(self) -> None:
        """Hand the term to its list."""
        assert isinstance(self.outer, DefinitionsFrame)
        text, marks = self.line.take()
        if text.strip(BLANK):
            self.outer.terms.append(Paragraph(text=text, marks=marks))


class DescriptionFrame(Frame):
    """What is said of a term."""

    __slots__ = ()

    def close(self) -> None:
        """Hand the description to its list."""
        assert isinstance(self.outer, DefinitionsFrame)
        if self.blocks:
            self.outer.descriptions.append(tuple(self.blocks))


class GroupFrame(Scope):
    """A ``div`` around terms and their descriptions."""

    __slots__ = ()

    def enter(self, reader: Reader) -> None:
        """End the group before."""
        reader.flush()
        if isinstance(reader.frame, DefinitionsFrame):
            reader.frame.settle()

    def leave(self, reader: Reader) -> None:
        """End the group."""
        self.enter(reader)


def open_definitions(reader: Reader, element: Element) -> Way | Scope:
    """Begin a list of definitions."""
    return Way.FLOW if reader.too_deep_here() else DefinitionsFrame()


def open_term(reader: Reader, element: Element) -> Way | Scope:
    """Begin a term of the list that is open."""
    reader.flush()
    frame = reader.frame
    if isinstance(frame, DefinitionsFrame) and (frame.descriptions or frame.blocks):
        frame.settle()
    return TermFrame()


def open_description(reader: Reader, element: Element) -> Way | Scope:
    """Begin a description in the list that is open."""
    return DescriptionFrame()


def open_group(reader: Reader, element: Element) -> Way | Scope:
    """Begin a group of terms and descriptions."""
    return GroupFrame()


DefinitionsFrame.inside = {"dt": open_term, "dd": open_description, "div": open_group}
