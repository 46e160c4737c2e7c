"""What stands around the title: lines of text with what their elements say, read within a bounded neighbourhood."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import Final

from attrs import evolve, frozen
from lxml.etree import XPath

from articlekit.markup import Element
from articlekit_html.metadata.days.dates import without_dates
from articlekit_html.metadata.page.class_names import speaks_of_others
from articlekit_html.metadata.page.microdata import QUOTED, Mark, is_of_another, mark_of
from articlekit_html.metadata.page.text import LONGEST_LINE, spaced_text_of, text_of

_PROSE: Final = 3
"""Behind so many paragraphs of prose the article has begun."""
_SENTENCE: Final = 80
"""A paragraph of so many characters that ends as sentences do is prose."""
_ENDS: Final = tuple(".!?…。！？؟।")
_CLOSING: Final = " \"'”“’»«)]"
_ROWS: Final = frozenset(("table", "tbody", "thead"))
"""Each of their rows says something of its own."""
_STEPS: Final = 70
_CHILDREN: Final = 60
_OPENING: Final = 40
_DATE_BEGINS: Final = re.compile(r"\s*(?:\w+,? (?:den )?)?\d{1,4}[. /-]")
"""How a paragraph begins that is opened by a date, perhaps with a place before it."""
_LEVELS_BEFORE: Final = 4
_SIBLINGS_BEFORE: Final = 6

_SKIPPED: Final = frozenset(
    (*QUOTED, "amp-img", "audio", "button", "canvas", "embed", "form", "iframe", "img", "input", "link", "meta", "nav",
     "noscript", "object", "picture", "script", "select", "style", "svg", "template", "textarea", "video")
)  # fmt: skip
INLINE: Final = frozenset(
    ("a", "abbr", "b", "bdi", "big", "br", "cite", "em", "font", "i", "label", "mark", "small", "span", "strong", "sub",
     "sup", "time", "u", "wbr")
)  # fmt: skip
_PIECES: Final = XPath(
    "descendant::text()[normalize-space()] | descendant::br | descendant::p | descendant::li", smart_strings=False
)
_PARTING: Final = frozenset(("br", "li", "p"))


@frozen(kw_only=True)
class Line:
    """A short stretch of text near the title."""

    #: Its text, with a space wherever an element begins or ends.
    text: str
    #: The elements it is made of: one block, or some inline elements in a row; none where it opens a paragraph.
    elements: tuple[Element, ...]
    #: Whether it stands behind the title.
    after: bool
    #: Whether it stands behind a paragraph of the text.
    in_text: bool = False

    @cached_property
    def undated(self) -> str:
        """Its text with a bar where it has dates."""
        return without_dates(self.text)

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """Its text as line breaks and paragraphs part it; empty where there are none."""
        if not any(part.tag in _PARTING for part in self.parts):
            return ()
        pieces = (
            " ".join(piece.split()) if isinstance(piece, str) else "\n"
            for element in self.elements
            for piece in _PIECES(element)
        )
        rows = (" ".join(row.split()) for row in " ".join(pieces).split("\n"))
        return tuple(filter(None, rows))

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """What its elements, and those in them, are declared or named to be."""
        return tuple(mark for element in self.parts if (mark := mark_of(element)))

    @cached_property
    def parts(self) -> tuple[Element, ...]:
        """Its elements and those in them, but for what is said of quotations, pictures and things reviewed."""
        parts = tuple(part for element in self.elements for part in islice(element.iter("*"), _CHILDREN))
        inner = {part for other in parts if is_of_another(other) for part in islice(other.iter("*"), _CHILDREN)}
        return tuple(part for part in parts if part not in inner) if inner else parts


def lines_near(title: Element) -> tuple[Line, ...]:
    """Read the lines before and behind a title, those behind it first."""
    return (*_behind(title), *_before(title))


def _behind(title: Element) -> Iterator[Line]:
    prose = steps = 0
    for top in _following(title):
        stack: list[Element | Line] = [top]
        while stack:
            item = stack.pop()
            if isinstance(item, Line):
                yield evolve(item, in_text=prose > 0)
                continue
            steps += 1
            if steps > _STEPS or prose >= _PROSE:
                return
            if item.tag in _SKIPPED or not isinstance(item.tag, str) or speaks_of_others(item):
                continue
            if item.tag in _ROWS:
                stack.extend(reversed(item[:_CHILDREN]))
                continue
            text = spaced_text_of(item)
            if text is None:
                if item.text and _DATE_BEGINS.match(item.text):
                    yield Line(text=" ".join(item.text[:_OPENING].split()), elements=(), after=True)
                parts = list(_divide(item))
                prose += all(isinstance(part, Line) for part in parts)
                stack.extend(reversed(parts))
            elif text:
                yield Line(text=text, elements=(item,), after=True, in_text=prose > 0)
                prose += is_prose(item, text)


def is_prose(element: Element, text: str) -> bool:
    """Whether a line is a paragraph of the text, though no long one."""
    if len(text) < _SENTENCE or not text.rstrip(_CLOSING).endswith(_ENDS):
        return False
    return element.tag == "p" or element.find("p") is not None


def stands_in_text(element: Element) -> bool:
    """Whether paragraphs of prose stand on both sides of an element."""
    return all(any(map(_holds_prose, _beside(element, before))) for before in (True, False))


def _beside(element: Element, before: bool) -> Iterator[Element]:
    """Give what stands before or behind an element and the few that it stands in."""
    for around in (element, *islice(element.iterancestors(), _LEVELS_BEFORE)):
        if around.tag == "body":
            return
        yield from islice(around.itersiblings(preceding=before), _CHILDREN)


def _holds_prose(element: Element) -> bool:
    paragraph = element if element.tag == "p" else element.find("p")
    if paragraph is None:
        return False
    text = text_of(paragraph)
    return text is None or is_prose(paragraph, text)


def _following(element: Element) -> Iterator[Element]:
    current: Element | None = element
    while current is not None and current.tag != "body":
        sibling = current.getnext()
        while sibling is not None:
            yield sibling
            sibling = sibling.getnext()
        current = current.getparent()


def _before(title: Element) -> Iterator[Line]:
    current: Element | None = title
    for _ in range(_LEVELS_BEFORE):
        if current is None or current.tag in ("body", "main", "article"):
            return
        sibling = current.getprevious()
        for _ in range(_SIBLINGS_BEFORE):
            if sibling is None:
                break
            if (
                isinstance(sibling.tag, str)
                and sibling.tag not in _SKIPPED
                and not speaks_of_others(sibling)
                and (text := spaced_text_of(sibling))
            ):
                yield Line(text=text, elements=(sibling,), after=False)
            sibling = sibling.getprevious()
        current = current.getparent()


def _divide(element: Element) -> Iterator[Element | Line]:
    """Part a long element into its blocks and the lines of text between them."""
    parts = [element.text or ""]
    inline: list[Element] = []
    for child in islice(element, _CHILDREN):
        if child.tag in INLINE and child.tag != "br":
            text = spaced_text_of(child)
            if text is not None:
                parts.append(text)
                inline.append(child)
                parts.append(child.tail or "")
                continue
        yield from _line(parts, inline)
        if child.tag != "br":
            yield child
        parts, inline = [child.tail or ""], []
    yield from _line(parts, inline)


def _line(parts: list[str], inline: list[Element]) -> Iterator[Line]:
    text = " ".join(" ".join(parts).split())
    if text and len(text) <= LONGEST_LINE:
        yield Line(text=text, elements=tuple(inline), after=True)
