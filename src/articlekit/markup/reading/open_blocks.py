"""The blocks that are open while their content is read, and the line that is being written."""

from __future__ import annotations

from typing import Final, TypeVar

from articlekit.blocks import Block, Heading, Paragraph
from articlekit.markup.line import Line
from articlekit.markup.reading.frames import BLOCK_DEPTH, Frame

SHARED: Final = frozenset({"aside", "div", "em", "i", "p", "section", "small", "span"})
"""Names of elements that are blocks or nothing, by their class or place: they are counted, to pair their ends."""

_BLOCKS: Final = frozenset(
    {"blockquote", "dl", "figure", "listing", "menu", "ol", "plaintext", "pre", "table", "ul", "xmp"}
)
PAIRED: Final = frozenset(form.format(name) for name in SHARED | _BLOCKS for form in ("{}", "/{}"))
"""Starts and ends, as tokens name them, of all elements that may be blocks."""

AnyFrame = TypeVar("AnyFrame", bound=Frame)


class OpenBlocks:
    """Knows what is open, and ends it where a tag or the end of the text does."""

    def __init__(self) -> None:
        self.frame = self.body = Frame()
        self.line = Line()
        #: Level of the heading that is being read, 0 outside of headings.
        self.level = 0
        self.depth = 0
        self.too_deep = False
        #: Blocks that stand inside a sentence, such as pictures: they come after its paragraph.
        self.waiting: list[Block] = []
        #: Names of the `SHARED` tags that may end a block, and how many blocks each may.
        self.watched: dict[str | None, int] = {}

    def border(self) -> None:
        """End the paragraph that is being read, or the line where all is one text."""
        if self.frame.is_line:
            self.line.break_()
        elif self.line.parts:
            self.flush()

    def flush(self) -> None:
        """End the paragraph or heading that is being read."""
        text, marks = self.line.take()
        blocks = self.frame.blocks
        if text:
            if self.level:
                blocks.append(Heading(text=text, level=self.level, marks=marks))
                self.level = 0
            else:
                blocks.append(Paragraph(text=text, marks=marks))
        if self.waiting:
            blocks.extend(self.waiting)
            self.waiting.clear()

    def put(self, block: Block) -> None:
        """Put a block that has no text: after the sentence, where it stands inside one."""
        if self.line.parts or self.frame.is_line:
            self.waiting.append(block)
        else:
            self.frame.blocks.append(block)

    def no_deeper(self) -> bool:
        """Whether no further block may nest here; remembers that one wanted to."""
        if self.depth < BLOCK_DEPTH:
            return False
        self.too_deep = True
        return True

    def is_inside(self, kind: type[Frame]) -> bool:
        """Whether a frame of a kind is open."""
        frame = self.frame
        while frame is not self.body:
            if isinstance(frame, kind):
                return True
            frame = frame.outer
        return False

    def end(self, tag: str) -> None:
        """End the block whose content an element of this name is, and all that is open inside it."""
        frame = self.frame
        while frame.tag != tag:
            if frame is self.body or frame.is_wall:
                return
            frame = frame.outer
        if frame.inner:
            frame.inner -= 1
        else:
            self.leave_to(frame.outer)

    def leave_to(self, frame: Frame) -> None:
        """End all that is open inside a frame."""
        while self.frame is not frame:
            left = self.frame
            if left.tag in SHARED:
                self.watch(left.tag, -1)
            left.leave(self)

    def back_to(self, kind: type[AnyFrame], *, past: type[Frame] = Frame) -> AnyFrame | None:
        """End what is open inside the nearest frame of a kind, and its paragraph, and give that frame.

        None, and nothing is ended, where there is no such frame, or one that is not of the kind `past` is in between.
        """
        frame = self.frame
        while not isinstance(frame, kind):
            if frame is self.body or frame.is_wall or not isinstance(frame, past):
                return None
            frame = frame.outer
        if self.frame is not frame:
            self.leave_to(frame)
        if self.line.open:
            self.line.finish_in(frame)
        if self.line.parts:
            self.flush()
        return frame

    def pair(self, name: str) -> None:
        """Keep count of elements that are no blocks inside a block of the same name, so that its own end is found."""
        if name[0] == "/":
            self.end(name[1:])
            return
        frame = self.frame
        while frame.tag != name:
            if frame is self.body or frame.is_wall:
                return
            frame = frame.outer
        frame.inner += 1

    def watch(self, tag: str, more: int) -> None:
        """Begin or end to take notice of tags that are nothing in most places."""
        watching = self.watched.get(tag, 0) + more
        if watching:
            self.watched[tag] = self.watched[f"/{tag}"] = watching
        else:
            del self.watched[tag], self.watched[f"/{tag}"]

    def settle_marks(self, name: str | None) -> None:
        """Let the end of a paragraph be the end of the marks that began in it."""
        if name == "p":
            self.line.settle()
        elif name == "/p":
            self.line.finish_loose()
