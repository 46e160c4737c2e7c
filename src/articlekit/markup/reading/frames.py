"""What a tag may mean, and the blocks that are open while their content is read."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING, ClassVar, Final, TypeAlias

from attrs import evolve

from articlekit.blocks import Block, Mark
from articlekit.markup.line import BLANK, Line
from articlekit.markup.marks import MarkRule

if TYPE_CHECKING:
    from articlekit.markup.reading.open_blocks import OpenBlocks
    from articlekit.markup.reading.reader import Reader
    from articlekit.markup.tokens import Slot

BLOCK_DEPTH: Final = 64
"""How deep blocks may nest; what would nest deeper is read as if its element were a ``div``."""


class Way(Enum):
    """How a tag is read that neither begins nor ends a mark, nor begins a block."""

    #: The border of a paragraph.
    FLOW = auto()
    #: A border where all is one text: a line break.
    LINE = auto()
    #: A line break; two in a row are the border of a paragraph.
    BREAK = auto()
    #: As if it were not there.
    SPAN = auto()
    #: As if neither it nor its content were there.
    DROP = auto()
    #: The end of a block.
    END = auto()
    #: By its class names, if they say anything.
    BY_CLASS = auto()


# An enumeration's own attributes are slow to look up.
FLOW: Final = Way.FLOW
LINE: Final = Way.LINE
NEW_LINE: Final = Way.BREAK
SPAN: Final = Way.SPAN
DROP: Final = Way.DROP
END: Final = Way.END
BY_CLASS: Final = Way.BY_CLASS


class Frame:
    """A block whose content is being read; by itself, the body."""

    __slots__ = ("blocks", "inner", "outer", "tag")

    #: Whether all inside is one text: then borders are line breaks, and no block can begin.
    is_line: ClassVar[bool] = False
    #: Whether tags inside cannot end what is outside.
    is_wall: ClassVar[bool] = False
    #: The rules that differ inside this block.
    inside: ClassVar[Rules] = {}
    #: All rules inside this block.
    rules: ClassVar[Rules]
    #: How elements are read here whose class names might have said something, and do not.
    plain: ClassVar[dict[str | None, Way]]
    #: What it stands in; the body stands in nothing.
    outer: Frame

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        #: Name of the element it is the content of.
        self.tag = ""
        #: How many elements of the same name, that are no blocks, are open inside.
        self.inner = 0

    def enter(self, reader: OpenBlocks) -> None:
        """Begin, before the content is read."""
        if reader.line.parts:
            reader.flush()
        reader.level = 0
        self.outer = reader.frame
        reader.frame = self
        reader.depth += 1

    def leave(self, reader: OpenBlocks) -> None:
        """End, after the content was read."""
        line = reader.line
        if line.open:
            line.finish_in(self)
        if line.parts:
            reader.flush()
        reader.frame = self.outer
        reader.depth -= 1
        self.close()

    def close(self) -> None:
        """Make the block and hand it to the frame outside."""
        self.outer.blocks.extend(self.blocks)


class LineFrame(Frame):
    """A block that is one text, such as a caption."""

    __slots__ = ("around", "marks", "text")

    is_line = True

    def __init__(self) -> None:
        super().__init__()
        self.around: Line | None = None
        self.text = ""
        self.marks: tuple[Mark, ...] = ()

    def own_line(self) -> Line | None:
        """Give the line its text is written to, where that cannot be the reader's."""
        return Line() if self.outer.is_line else None

    def enter(self, reader: OpenBlocks) -> None:
        """Begin, before the content is read."""
        self.outer = reader.frame
        if not self.outer.is_line and reader.line.parts:
            reader.flush()
        line = self.own_line()
        if line is not None:
            self.around = reader.line
            self.around.hand_over(line)
            reader.line = line
        reader.frame = self

    def leave(self, reader: OpenBlocks) -> None:
        """End, after the content was read."""
        if reader.line.open:
            reader.line.finish_in(self)
        self.text, self.marks = reader.line.take()
        reader.frame = self.outer
        if self.around is not None:
            reader.line = self.around
            self.around.resume()
        if self.text.strip(BLANK):
            self.close()
        if reader.waiting and not self.outer.is_line:
            self.outer.blocks.extend(reader.waiting)
            reader.waiting.clear()

    def below(self, text: str | None, marks: tuple[Mark, ...]) -> tuple[str, tuple[Mark, ...]]:
        """Give this text and its marks in lines of their own below another text, if there is one."""
        if text is None:
            return self.text, self.marks
        shift = len(text) + 1
        moved = (evolve(mark, start=mark.start + shift, end=mark.end + shift) for mark in self.marks)
        return f"{text}\n{self.text}", (*marks, *moved)


Verdict: TypeAlias = Way | MarkRule | Frame
"""How one tag is read: some way, as the beginning of a mark, or as the beginning of a block."""

Opener: TypeAlias = "Callable[[Reader], Verdict]"
"""Looks at the tag that a reader stands at, and says how it is read; may put blocks or text on the way."""

Rule: TypeAlias = "Way | MarkRule | Opener | str | int"
"""How tags of a name are read. A string ends the mark of that name; a number is the level of the heading that begins,
0 where one ends."""

Rules: TypeAlias = "dict[str | None, Rule]"
"""How tags are read, by their names: ``"b"`` for the start, ``"/b"`` for the end."""

ClassRules: TypeAlias = "dict[Slot, Opener | Way | None]"
"""What class names say of tags, by their attributes."""
