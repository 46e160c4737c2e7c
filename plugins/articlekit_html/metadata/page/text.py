"""Texts of elements, bounded: what is longer than the limit is prose, and not metadata."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from lxml.etree import XPath, tostring

from articlekit import markup
from articlekit.markup import Element

LONGEST_LINE: Final = 250
"""Characters of a byline, a date line or a standfirst's line at most; what is longer is prose."""
# One step: where elements nest deep, libxml2 takes the square of them to put together what two steps find.
_TEXTS: Final = XPath("descendant::text()", smart_strings=False)
"""The texts in an element, in order: quicker than `itertext`."""
_LENGTH: Final = XPath("string-length()")
UNSEEN: Final = ("noscript", "script", "style", "template")
"""Elements whose text no reader sees."""
SEEN_TEXTS: Final = XPath(
    f"descendant::text()[not({' or '.join(f'parent::{tag}' for tag in UNSEEN)})]", smart_strings=False
)
_UNSAID: Final = ("button", *UNSEEN)
_SAID_TEXTS: Final = XPath(
    f"descendant::text()[not(ancestor::*[@hidden] or {' or '.join(f'ancestor::{tag}' for tag in _UNSAID)})]",
    smart_strings=False,
)
_WORD_ENDS: Final = re.compile(r"[a-zß-ÿ0-9.!?…”»]{3}\Z")
_CAPITAL: Final = re.compile(r"[A-ZÀ-ÞÄÖÜ„“«\"]")
_RAW: Final = 4
"""So many times as long as its text may the white space in markup make it; a stretch of nothing else counts as one."""


def text_of(element: Element, limit: int = LONGEST_LINE) -> str | None:
    """Give the text of an element with its white space collapsed, None where it is longer than the limit."""
    return _text(element, limit, "")


def heading_of(element: Element) -> str | None:
    """Give the text of a heading, bounded as by `text_of`, without the buttons in it and what is hidden.

    Where one of its elements ends with a word and the next begins with a capital, these are words of their own:
    what stands over a title is often set on a line of its own by style alone.
    """
    text = text_of(element)
    if not text:
        return text
    if not len(element):
        return in_one_line(element.text or "")
    is_mixed = any(inner.tag in _UNSAID or inner.get("hidden") is not None for inner in element.iterdescendants())
    parts = (_SAID_TEXTS if is_mixed else _TEXTS)(element)
    spaced = [
        f"{part} " if _WORD_ENDS.search(part) and _CAPITAL.match(following) else part
        for part, following in pairwise((*parts, ""))
    ]
    return in_one_line("".join(spaced)) or text  # All of a page may be hidden until a script shows it.


def in_one_line(text: str) -> str:
    """Collapse white space as HTML does it: the wide space of Japanese headlines, and a no-break space, are kept."""
    return markup.in_one_line(text.strip()) or ""


def _text(element: Element, limit: int, between: str) -> str | None:
    if not len(element):
        text = element.text or ""
        return None if len(text) > _RAW * limit else _collapsed(text, limit)
    if not _is_short(element, limit) and _is_long(element, limit):
        return None
    if next(element.iter(*UNSEEN), None) is not None:
        return _collapsed(between.join(SEEN_TEXTS(element)), limit)
    return _collapsed(between.join(_TEXTS(element)) if between else whole_text_of(element), limit)


def whole_text_of(element: Element) -> str:
    """Give the text of an element as it stands in the page, however long it is."""
    return tostring(element, encoding="unicode", method="text", with_tail=False)


def _is_short(element: Element, limit: int) -> bool:
    """Whether the texts in an element, and the elements, have no more characters as they stand, as in most lines."""
    left = limit
    for part in element.iter():
        left -= 1
        if (text := part.text) and not text.isspace():
            left -= len(text)
        if (text := part.tail) and not text.isspace() and part is not element:
            left -= len(text)
        if left < 0:
            return False
    return True


def _is_long(element: Element, limit: int) -> bool:
    """Whether the texts in an element have more characters, with their white space collapsed or far more without."""
    length = raw = 0
    for part in element.iter():
        raw += 1
        if (text := part.text) and part.tag not in UNSEEN:
            words = " ".join(text.split())
            length += len(words)
            raw += len(text) if words else 1
        if (text := part.tail) and part is not element:
            words = " ".join(text.split())
            length += len(words)
            raw += len(text) if words else 1
        if length > limit or raw > _RAW * limit:
            return True
    return False


def length_of(element: Element) -> int:
    """Count the characters of the same text."""
    return int(_LENGTH(element))


def spaced_text_of(element: Element) -> str | None:
    """Give the same with a space wherever an element begins or ends: what stands side by side is no one word."""
    return _text(element, LONGEST_LINE, " ")


def texts_of(element: Element) -> list[str]:
    """Give the texts in an element one by one, those that are blank left out."""
    return [" ".join(text.split()) for text in _TEXTS(element) if not text.isspace()]


def _collapsed(text: str, limit: int) -> str | None:
    text = " ".join(text.split())
    return text if len(text) <= limit else None
