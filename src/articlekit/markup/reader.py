"""The one pass from elements to blocks: what is open, what is being written, and the loop that walks the tree."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from enum import Enum, auto
from typing import ClassVar, Final, TypeAlias

from articlekit.blocks import Block, Paragraph
from articlekit.entities import decode
from articlekit.markup.line import BLANK, Line, OpenMark
from articlekit.markup.parsing import Element
from articlekit.markup.safety import is_safe_link, resolve

BLOCK_DEPTH: Final = 64
"""How deep blocks may nest; deeper ones are read as if their element were a ``div``."""


class Way(Enum):
    """How an element without a meaning of its own is read."""

    #: Its borders are borders of paragraphs.
    FLOW = auto()
    #: Its borders are line breaks: a paragraph inside a caption.
    LINE = auto()
    #: As if only its content stood there.
    SPAN = auto()
    #: A line break.
    BREAK = auto()
    #: Not at all.
    DROP = auto()


class Scope:
    """Something that begins and ends with an element."""

    __slots__ = ()

    def enter(self, reader: Reader) -> None:
        """Begin, before the element's content is read."""
        raise NotImplementedError

    def leave(self, reader: Reader) -> None:
        """End, after the element's content was read."""
        raise NotImplementedError


class Marked(Scope):
    """An element that marks its words."""

    __slots__ = ("mark",)

    def __init__(self, mark: OpenMark) -> None:
        self.mark = mark

    def enter(self, reader: Reader) -> None:
        """Let the mark hold from here on."""
        reader.line.begin(self.mark)

    def leave(self, reader: Reader) -> None:
        """Let the mark end here."""
        reader.line.finish(self.mark)


Opener: TypeAlias = "Callable[[Reader, Element], Way | Scope]"
"""Looks at an element that begins and says how it is read."""

Rules: TypeAlias = "dict[str, Way | Opener]"
"""How elements are read, by their names."""


class Frame(Scope):
    """A block whose content is being read."""

    __slots__ = ("blocks", "outer")

    #: Rules that differ inside this block.
    inside: ClassVar[Rules] = {}

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.outer: Frame = self

    def enter(self, reader: Reader) -> None:
        """Begin, before the element's content is read."""
        reader.flush()
        self.outer = reader.frame
        reader.frame = self
        reader.depth += 1

    def leave(self, reader: Reader) -> None:
        """End, after the element's content was read."""
        reader.flush()
        reader.frame = self.outer
        reader.depth -= 1
        self.close()

    def close(self) -> None:
        """Make the block and hand it to the frame outside."""
        self.outer.blocks.extend(self.blocks)


class LineFrame(Frame):
    """A block that is a single text: all inside is one line, or several parted by line breaks."""

    __slots__ = ("around", "line")

    def __init__(self) -> None:
        super().__init__()
        self.line = Line()
        self.around = self.line

    def enter(self, reader: Reader) -> None:
        """Begin, before the element's content is read."""
        if not isinstance(reader.frame, LineFrame):
            reader.flush()
        self.outer = reader.frame
        self.around = reader.line
        self.around.hand_over(self.line)
        reader.frame, reader.line = self, self.line

    def leave(self, reader: Reader) -> None:
        """End, after the element's content was read."""
        reader.frame, reader.line = self.outer, self.around
        self.close()
        self.around.resume()


class Reader:
    """Reads elements into blocks in one pass, without recursion: time is linear in the size of the tree."""

    def __init__(self, rules: Callable[[type[Frame]], Rules], url: str | None, skip: Container[Element]) -> None:
        self.rules = rules
        self.url = url
        self.skip = skip
        self.frame = Frame()
        self.line = Line()
        self.depth = 0
        #: Blocks that stand inside a sentence, such as pictures: they come after it.
        self.waiting: list[Block] = []
        self.too_deep = False

    def flush(self) -> None:
        """End the paragraph that is being read."""
        line = self.line
        if line.parts:
            text, marks = line.take()
            if text.strip(BLANK):
                self.frame.blocks.append(Paragraph(text=text, marks=marks))
        if self.waiting:
            self.frame.blocks.extend(self.waiting)
            self.waiting.clear()

    def too_deep_here(self) -> bool:
        """Whether no further block may nest here; remembers that it was asked for."""
        if self.depth < BLOCK_DEPTH:
            return False
        self.too_deep = True
        return True

    def address(self, url: str | None, allowed: Callable[[str], bool] = is_safe_link) -> str | None:
        """Give the address as it can be kept: cleaned, absolute where a base is known, None if it is not safe."""
        if not url:
            return None
        url = resolve(url, self.url)
        return url if allowed(url) else None

    def put(self, block: Block) -> None:
        """Put a block that stands on its own: after the sentence it interrupts, if it stands inside one."""
        if self.line.parts or isinstance(self.frame, LineFrame):
            self.waiting.append(block)
        else:
            self.frame.blocks.append(block)

    def read(self, roots: Iterable[Element]) -> tuple[Block, ...]:
        """Read elements in order into blocks."""
        children: Iterator[Element] = iter(roots)
        stack: list[tuple[Iterator[Element], Element, Way | Scope]] = []
        skip = self.skip
        frame, line = self.frame, self.line
        rules = self.rules(type(frame))
        while True:
            child = next(children, None)
            if child is None:
                if not stack:
                    if not isinstance(self.frame, LineFrame):
                        self.flush()
                    return tuple(self.frame.blocks)
                children, child, way = stack.pop()
            else:
                rule = rules.get(child.tag)
                if rule is None:
                    rule = self._rule_of(child, rules)
                if skip and child in skip:
                    rule = Way.DROP
                way = rule if rule.__class__ is Way else rule(self, child)
                if way is Way.FLOW:
                    if line.parts or self.waiting:
                        self.flush()
                elif way is Way.SPAN:
                    pass
                elif way is Way.LINE:
                    line.break_()
                elif way is Way.BREAK:
                    self._break()
                elif way is Way.DROP:
                    if stack and (tail := child.tail):
                        line.add(tail)
                    continue
                else:
                    way.enter(self)
                    if self.frame is not frame:
                        frame, line = self.frame, self.line
                        rules = self.rules(type(frame))
                if text := child.text:
                    line.add(text)
                if len(child):
                    stack.append((children, child, way))
                    children = iter(child)
                    continue
            # The element ends.
            if way is Way.FLOW:
                if line.parts or self.waiting:
                    self.flush()
            elif way is Way.LINE:
                line.break_()
            elif way.__class__ is not Way:
                way.leave(self)
                if self.frame is not frame:
                    frame, line = self.frame, self.line
                    rules = self.rules(type(frame))
            if stack and (tail := child.tail):
                line.add(tail)

    def _break(self) -> None:
        # Two line breaks in a row are the border of a paragraph in text that has no other.
        if self.line.at_break and not isinstance(self.frame, LineFrame):
            self.flush()
        else:
            self.line.break_()

    def _rule_of(self, element: Element, rules: Rules) -> Way | Opener:
        tag = element.tag
        if not isinstance(tag, str):
            # Comments and processing instructions say nothing; an entity that XML left alone stands for its character.
            if text := (element.text or ""):
                decoded = decode(text) if text.startswith("&") else ""
                if decoded:
                    self.line.add(decoded)
            return Way.DROP
        return rules.get(tag.rpartition("}")[2].lower(), Way.SPAN)
