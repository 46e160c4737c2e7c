"""Headings, quotations, preformatted text, thematic breaks and ruby."""

from __future__ import annotations

import re

from articlekit.blocks import Code, Quote, Rule
from articlekit.markup.frames import Frame, LineFrame, Verdict, Way
from articlekit.markup.line import WHITE, ExactLine, Line
from articlekit.markup.reader import Reader
from articlekit.markup.tokens import Slot, attributes_of


class QuoteFrame(Frame):
    """A block quotation."""

    __slots__ = ("cite", "is_pull", "url")

    def __init__(self, url: str | None, is_pull: bool) -> None:
        super().__init__()
        self.url = url
        self.is_pull = is_pull
        self.cite: str | None = None

    def close(self) -> None:
        """Make the quotation."""
        if self.blocks or self.cite:
            self.outer.blocks.append(Quote(body=tuple(self.blocks), cite=self.cite, url=self.url, pull=self.is_pull))


class CiteFrame(LineFrame):
    """Who or what a block quotation is taken from."""

    __slots__ = ("quote",)

    def __init__(self, quote: QuoteFrame) -> None:
        super().__init__()
        self.quote = quote

    def close(self) -> None:
        """Hand the source to its quotation; a link in it is where the quotation stands."""
        text = without_dash(self.text)
        if text:
            self.quote.cite = text if self.quote.cite is None else f"{self.quote.cite}\n{text}"
        if self.quote.url is None:
            self.quote.url = next((mark.url for mark in self.marks if mark.kind == "link"), None)


_DASH = re.compile(r"(?:[-‐‑‒–—―−~]+[ \xa0]*)+")
_LOOK_AHEAD = 12


_PULL = re.compile(r"pull-?quote", re.IGNORECASE)


def without_dash(text: str) -> str:
    """Drop the dash that introduces a source."""
    dash = _DASH.match(text)
    return text[dash.end() :] if dash else text


def open_quote(reader: Reader) -> Verdict:
    """Begin a block quotation."""
    if reader.no_deeper():
        return Way.FLOW
    attributes = reader.attributes()
    before = reader.at - 1
    while before and reader.tokens.names[before] is None:
        before -= 1
    around = reader.tokens.slots[before] if reader.tokens.names[before] in ("aside", "div", "figure") else ""
    is_pull = any(_PULL.search(a.get("class", "")) for a in (attributes, attributes_of(around)))
    return QuoteFrame(reader.address(attributes.get("cite")), is_pull)


def open_pull_quote(reader: Reader) -> Verdict:
    """Begin a phrase of the article that is set apart; a quotation inside says so by itself."""
    if reader.no_deeper() or "blockquote" in reader.tokens.names[reader.at + 1 : reader.at + 3]:
        return Way.FLOW
    return QuoteFrame(None, True)


def _open_source(reader: Reader) -> Verdict:
    quote = reader.frame
    if not isinstance(quote, QuoteFrame):
        return Way.FLOW
    if reader.line.parts:
        reader.flush()
    return CiteFrame(quote)


def _open_cite(reader: Reader) -> Verdict:
    """Tell the source of the quotation, that stands on a line of its own, from the title of a work in a sentence."""
    line, quote = reader.line, reader.frame
    if not isinstance(quote, QuoteFrame) or without_dash("".join(line.parts[_last_break(line) :]).strip(WHITE)):
        return "cite", None, None
    tokens, at = reader.tokens, reader.at
    names = tokens.names[at + 1 : at + _LOOK_AHEAD]
    end = at
    if tokens.leaves[at] is None:
        if "/cite" not in names:
            return "cite", None, None
        end += 1 + names.index("/cite")
    after = tokens.names[end + 1] if end + 1 < len(tokens.names) else None
    if tokens.texts[end].strip(WHITE) or not (after is None or after in _BORDERS):
        return "cite", None, None
    del line.parts[_last_break(line) :]
    return CiteFrame(quote)


def _last_break(line: Line) -> int:
    """Give the index of the part after the last line break."""
    at = len(line.parts)
    while at and line.parts[at - 1] != "\0":
        at -= 1
    return at


_BORDERS = frozenset({"/blockquote", "/p", "p", "br", "/div", "div", "/footer", "footer", "/figure", "figcaption"})

QuoteFrame.inside = {"footer": _open_source, "cite": _open_cite}


_LANGUAGE = re.compile(r"(?:^|\s)(?:lang(?:uage)?[-:]|brush:\s*|highlight-source-)([^\s;]++)", re.IGNORECASE)
_HIGHLIGHTED = frozenset({"hljs", "sourcecode", "highlight"})
_NO_LANGUAGE = re.compile(
    r"hljs|sourcecode|highlight(?:er.*|table)?|code.*|num.*|line.*|wp-.*|prettyprint.*|literal.*|no-?highlight|none|.*--.*"
)


class CodeFrame(LineFrame):
    """Preformatted text."""

    __slots__ = ("after_tag", "language")

    def __init__(self, language: str | None, after_tag: bool) -> None:
        super().__init__()
        self.language = language
        self.after_tag = after_tag

    def own_line(self) -> Line | None:
        """Give a line that keeps white space."""
        return ExactLine(self.after_tag)

    def close(self) -> None:
        """Make the block."""
        self.outer.blocks.append(Code(text=self.text, language=self.language, marks=self.marks))


def _language(slot: Slot) -> str | None:
    """Find the language of code in a tag's class names, or where highlighters put it."""
    if slot == "":
        return None
    attributes = attributes_of(slot)
    classes = attributes.get("class", "")
    named = _LANGUAGE.search(classes)
    language = named[1] if named else next(filter(None, map(attributes.get, _LANGUAGE_ATTRIBUTES)), None)
    if language is None:
        names = classes.lower().split()
        if not _HIGHLIGHTED.isdisjoint(names):
            language = next((name for name in names if not _NO_LANGUAGE.fullmatch(name)), None)
    language = language.strip().lower() if language else ""
    return language if language and not _NO_LANGUAGE.fullmatch(language) else None


_LANGUAGE_ATTRIBUTES = ("data-lang", "data-language", "data-enlighter-language")


def open_code(reader: Reader) -> Verdict:
    """Begin preformatted text; its language may be named by the element right around it."""
    tokens, at = reader.tokens, reader.at
    language = _language(reader.slot)
    before = at - 1
    while language is None and before >= at - 2 and not tokens.texts[before].strip(WHITE):
        if tokens.names[before] not in ("div", "figure", "td"):
            break
        language = _language(tokens.slots[before])
        before -= 1
    return CodeFrame(language, (tokens.leaves[at] or tokens.texts[at]).startswith("\n"))


def _open_code_inside(reader: Reader) -> Verdict:
    frame = reader.frame
    if isinstance(frame, CodeFrame) and frame.language is None:
        frame.language = _language(reader.slot)
    return Way.SPAN


CodeFrame.inside = {"code": _open_code_inside, "/code": Way.SPAN, "td": Way.SPAN, "/td": Way.SPAN}


def open_rule(reader: Reader) -> Verdict:
    """Put a thematic break."""
    if reader.line.parts:
        reader.flush()
    reader.frame.blocks.append(Rule())
    return Way.FLOW


def open_reading(reader: Reader) -> Verdict:
    """Begin the reading of a word (ruby): in parentheses after it."""
    reader.line.parts.append("(")
    return Way.SPAN


def end_reading(reader: Reader) -> Verdict:
    """End the reading of a word."""
    reader.line.parts.append(")")
    return Way.SPAN
