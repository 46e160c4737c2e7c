"""Headings, quotations, preformatted text, rules and ruby."""

from __future__ import annotations

import re

from articlekit.blocks import Block, Code, Heading, Quote, Rule
from articlekit.markup.line import BLANK, ExactLine
from articlekit.markup.parsing import Element
from articlekit.markup.reader import Frame, LineFrame, Reader, Scope, Way


class HeadingFrame(LineFrame):
    """A heading."""

    __slots__ = ("level",)

    def __init__(self, level: int) -> None:
        super().__init__()
        self.level = level

    def close(self) -> None:
        """Make the heading."""
        text, marks = self.line.take()
        if text.strip(BLANK):
            self.outer.blocks.append(Heading(text=text, level=self.level, marks=marks))


def open_heading(reader: Reader, element: Element) -> Way | Scope:
    """Begin a heading."""
    return HeadingFrame(int(element.tag[-1]))


class QuoteFrame(Frame):
    """A block quotation."""

    __slots__ = ("cite", "pull", "url")

    def __init__(self, url: str | None, pull: bool) -> None:
        super().__init__()
        self.url = url
        self.pull = pull
        self.cite: str | None = None

    def close(self) -> None:
        """Make the quotation."""
        if self.blocks or self.cite:
            self.outer.blocks.append(Quote(body=tuple(self.blocks), cite=self.cite, url=self.url, pull=self.pull))


class CiteFrame(LineFrame):
    """Who or what a block quotation is taken from."""

    __slots__ = ()

    def close(self) -> None:
        """Hand the source to its quotation."""
        text, _ = self.line.take()
        if isinstance(self.outer, QuoteFrame) and text.strip(BLANK):
            self.outer.cite = text if self.outer.cite is None else f"{self.outer.cite}\n{text}"


def open_quote(reader: Reader, element: Element) -> Way | Scope:
    """Begin a block quotation."""
    if reader.too_deep_here():
        return Way.FLOW
    pull = "pullquote" in (element.get("class") or "")
    return QuoteFrame(reader.address(element.get("cite")), pull)


def _open_cite(reader: Reader, element: Element) -> Way | Scope:
    reader.flush()
    return CiteFrame()


QuoteFrame.inside = {"footer": _open_cite}

_LANGUAGE = re.compile(r"(?:^|\s)(?:lang(?:uage)?-|brush:\s*|highlight-source-)([\w+#.\-]++)", re.IGNORECASE)


class CodeFrame(LineFrame):
    """Preformatted text."""

    __slots__ = ("begun", "language")

    def __init__(self, language: str | None) -> None:
        super().__init__()
        self.line = ExactLine()
        self.language = language

    def close(self) -> None:
        """Make the block; the line break right after the start tag is no part of it."""
        text, marks = self.line.take()
        if text.strip(BLANK):
            self.outer.blocks.append(Code(text=text, language=self.language, marks=marks))


def _language(element: Element) -> str | None:
    for holder in (element, *element.iterchildren("code")):
        found = _LANGUAGE.search(holder.get("class") or "")
        if found:
            return found[1].lower()
    return None


def open_code(reader: Reader, element: Element) -> Way | Scope:
    """Begin preformatted text."""
    return CodeFrame(_language(element))


def open_rule(reader: Reader, element: Element) -> Way | Scope:
    """Put a thematic break."""
    reader.flush()
    rule: Block = Rule()
    reader.frame.blocks.append(rule)
    return Way.FLOW


class RubyScope(Scope):
    """The reading of a word, in parentheses after it."""

    __slots__ = ()

    def enter(self, reader: Reader) -> None:
        """Open the parenthesis."""
        reader.line.add("(")

    def leave(self, reader: Reader) -> None:
        """Close the parenthesis."""
        reader.line.add(")")


def open_ruby(reader: Reader, element: Element) -> Way | Scope:
    """Begin the reading of a word."""
    return RubyScope()
