"""Headings, quotations, preformatted text, thematic breaks and ruby."""

from __future__ import annotations

import re
from collections.abc import Iterable

from articlekit.blocks import Block, Code, Mark, Paragraph, Quote, Rule
from articlekit.markup.line import BLANK, BREAK, WHITE, ExactLine, Line
from articlekit.markup.marks import canonical_marks
from articlekit.markup.reading.frames import DROP, FLOW, LINE, SPAN, Frame, LineFrame, Verdict
from articlekit.markup.reading.reader import Reader
from articlekit.markup.tokens import Slot, attributes_of


class QuoteFrame(Frame):
    """A block quotation."""

    __slots__ = ("cite", "is_pull", "url")

    def __init__(self, url: str | None, is_pull: bool) -> None:
        super().__init__()
        self.url = url
        self.is_pull = is_pull
        self.cite: str | None = None

    def add_source(self, text: str, marks: Iterable[Mark]) -> None:
        """Say whom or what it is taken from; a link in the words is where it stands there."""
        words = without_dash(text)
        if words.strip(BLANK):
            self.cite = words if self.cite is None else f"{self.cite}\n{words}"
        if self.url is None:
            self.url = next((mark.url for mark in marks if mark.kind == "link"), None)

    def close(self) -> None:
        """Make the quotation."""
        body = tuple(rest for block in self.blocks if (rest := self._without_source(block)) is not None)
        if body or self.cite:
            self.outer.blocks.append(Quote(body=body, cite=self.cite, url=self.url, pull=self.is_pull))

    def _without_source(self, block: Block) -> Block | None:
        """Take the source out of a paragraph whose last lines are nothing but a ``cite`` element."""
        if not isinstance(block, Paragraph) or not block.marks:
            return block
        text = block.text
        cited = next((mark.start for mark in block.marks if mark.kind == "cite" and mark.end == len(text)), len(text))
        line = text.rfind("\n", 0, cited) + 1
        if without_dash(text[line:cited]):
            line = text.find("\n", cited) + 1
        if cited == len(text) or (line == 0 and without_dash(text[:cited])):
            return block
        self.add_source(text[line:], (mark for mark in block.marks if mark.start >= line))
        before = text[: max(line - 1, 0)]
        return Paragraph(text=before, marks=canonical_marks(before, block.marks)) if before else None


class CiteFrame(LineFrame):
    """Whom or what a block quotation is taken from."""

    __slots__ = ("quote",)

    def __init__(self, quote: QuoteFrame) -> None:
        super().__init__()
        self.quote = quote

    def close(self) -> None:
        """Hand the source to its quotation."""
        self.quote.add_source(self.text, self.marks)


_DASH = re.compile(r"(?:[-‐‑‒–—―−~]++[ \n\xa0]*+)++")
_PULL = re.compile(r"pull-?quote", re.IGNORECASE)


def without_dash(text: str) -> str:
    """Drop the dash that introduces a source."""
    dash = _DASH.match(text)
    return text[dash.end() :] if dash else text


def open_quote(reader: Reader) -> Verdict:
    """Begin a block quotation."""
    if reader.no_deeper():
        return FLOW
    attributes = reader.attributes()
    before = reader.at - 1
    while before and reader.tokens.names[before] is None:
        before -= 1
    around = reader.tokens.slots[before] if reader.tokens.names[before] in ("aside", "div", "figure") else ""
    is_pull = any(_PULL.search(a.get("class", "")) for a in (attributes, attributes_of(around)))
    return QuoteFrame(reader.address(attributes.get("cite")), is_pull)


def open_pull_quote(reader: Reader) -> Verdict:
    """Begin a phrase of the article that is set apart; a quotation inside says so by itself."""
    at, tokens = reader.at, reader.tokens
    if reader.no_deeper() or (tokens.leaves[at] is None and "blockquote" in tokens.names[at + 1 : at + 3]):
        return FLOW
    return QuoteFrame(None, True)


def _open_source(reader: Reader) -> Verdict:
    quote = reader.frame
    if not isinstance(quote, QuoteFrame):
        return FLOW
    reader.border()
    return CiteFrame(quote)


QuoteFrame.inside = {"footer": _open_source}

_LANGUAGE = re.compile(
    r"(?:^|\s)(?:lang(?:uage)?[-:]|brush:\s*|highlight-source-|highlight-(?=\S+\s+notranslate))([^\s;]++)",
    re.IGNORECASE,
)
_HIGHLIGHTED = frozenset({"hljs", "sourcecode", "highlight"})
_NO_LANGUAGE = re.compile(
    r"hljs|rouge|sourcecode|highlight(?:er.*|table)?|code.*|num.*|line.*|wp-.*|prettyprint.*|literal.*|no-?highlight|none|default|.*--.*"
)


class CodeFrame(LineFrame):
    """Preformatted text."""

    __slots__ = ("after_tag", "language", "line_begun")

    def __init__(self, language: str | None, after_tag: bool) -> None:
        super().__init__()
        self.language = language
        self.after_tag = after_tag
        #: With which part of the text the last line began that an element stands for; -1 before there is one.
        self.line_begun = -1

    def own_line(self) -> Line | None:
        """Give a line that keeps white space."""
        return ExactLine(self.after_tag)

    def begin_line(self, line: Line) -> None:
        """Begin a line that an element stands for, unless the text itself has broken the one before it."""
        if self.line_begun >= 0 and not any(part == BREAK or "\n" in part for part in line.parts[self.line_begun :]):
            line.break_line()
        self.line_begun = len(line.parts)

    def close(self) -> None:
        """Make the block; that it is code need not be marked."""
        marks = tuple(mark for mark in self.marks if mark.kind != "code")
        self.outer.blocks.append(Code(text=self.text, language=self.language, marks=marks))


def _language(slot: Slot) -> str | None:
    """Find the language of code in a tag's class names, or where highlighters put it."""
    if slot == "":
        return None
    attributes = attributes_of(slot)
    classes = attributes.get("class", "")
    named = _LANGUAGE.search(classes)
    language = named[1] if named else next(filter(None, map(attributes.get, _LANGUAGE_ATTRIBUTES)), None)
    if language is None and (named := _LANGUAGE.search(attributes.get(_PARAMETERS, ""))):
        language = named[1]
    if language is None:
        names = classes.lower().split()
        if not _HIGHLIGHTED.isdisjoint(names):
            language = next((name.removeprefix("hl-") for name in names if not _NO_LANGUAGE.fullmatch(name)), None)
    language = language.strip().lower() if language else ""
    return language if language and not _NO_LANGUAGE.fullmatch(language) else None


_LANGUAGE_ATTRIBUTES = ("data-lang", "data-language", "data-enlighter-language")
_PARAMETERS = "data-syntaxhighlighter-params"


def open_code(reader: Reader) -> Verdict:
    """Begin preformatted text; its language may be named by the element right around it."""
    tokens, at = reader.tokens, reader.at
    language = _language(reader.slot) or language_around(reader)
    return CodeFrame(language, (tokens.leaves[at] or tokens.texts[at]).startswith("\n"))


def language_around(reader: Reader) -> str | None:
    """Find the language of code in the elements right around the one that begins."""
    tokens, before = reader.tokens, reader.at - 1
    for at in (before, before - 1):
        if at < 0 or tokens.names[at] not in ("div", "figure", "td") or tokens.texts[at].strip(WHITE):
            return None
        if language := _language(tokens.slots[at]):
            return language
    return None


def _open_code_inside(reader: Reader) -> Verdict:
    frame = reader.frame
    if isinstance(frame, CodeFrame) and frame.language is None:
        frame.language = _language(reader.slot)
    return SPAN


_LINE = re.compile(r"(?<!\S)(?:[a-z]+--?)?line(?!\S)")
"""What highlighters (Shiki, Prism, Monaco) call the element of a line, which is one by its style alone."""


_NUMBER = re.compile(r"(?<!\S)(?:[a-z]+-)*(?:lnt?|line-?nos?|line-?numbers?)(?!\S)", re.IGNORECASE)
"""What they call the element of its number (Chroma, Expressive Code, Pygments, Rouge, Prism)."""


def _open_span_in_code(reader: Reader) -> Verdict:
    slot, frame = reader.slot, reader.frame
    # Programs that colour code make thousands of these: to gather the attributes of each takes twice as long.
    may_be = "line" in (slot if isinstance(slot, str) else slot.get("class", ""))
    if may_be and isinstance(frame, CodeFrame) and _LINE.search(attributes_of(slot).get("class", "")):
        frame.begin_line(reader.line)
    return DROP if _is_number(reader) else reader.by_class()


def _open_box_in_code(reader: Reader) -> Verdict:
    return DROP if _is_number(reader) else LINE


def _is_number(reader: Reader) -> bool:
    """Whether an element in code holds the number of a line."""
    leaf = reader.tokens.leaves[reader.at]
    if not leaf or not leaf.strip(WHITE).isdigit():
        return False
    return _NUMBER.search(attributes_of(reader.slot).get("class", "")) is not None


CodeFrame.inside = {
    "button": DROP,
    "code": _open_code_inside,
    "div": _open_box_in_code,
    "span": _open_span_in_code,
    **dict.fromkeys(("/code", "samp", "/samp", "tt", "/tt", "td", "/td"), SPAN),
}


def open_rule(reader: Reader) -> Verdict:
    """Put a thematic break."""
    if reader.line.parts:
        reader.flush()
    reader.frame.blocks.append(Rule())
    return FLOW


def open_reading(reader: Reader) -> Verdict:
    """Begin the reading of a word (ruby): in parentheses after it."""
    reader.line.parts.append("(")
    return SPAN


def end_reading(reader: Reader) -> Verdict:
    """End the reading of a word."""
    reader.line.parts.append(")")
    return SPAN
