"""Elements that have lost their end and take what stands behind them, tags and all, for their text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from articlekit.markup.parsing.raw_tags import BLOCKS, END_OF_DOCUMENT, TAG
from articlekit.markup.tokens import Element

RAW: Final = ("iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp")
"""What stands in these is text, tags and all (HTML Standard 13.2.6.2)."""
_TAG_LINE: Final = re.compile(rb"^[ \t]*</?[a-z]", re.IGNORECASE | re.MULTILINE)
_TAG_FIRST: Final = re.compile(rb"\s*(?=</?[a-z])", re.IGNORECASE)
_BLOCK: Final = re.compile(rf"<(?:{BLOCKS})[\s>]", re.IGNORECASE)
_MOST_LINES: Final = 5
_SHORTEST_LINE: Final = 20


@frozen(kw_only=True)
class LostEnd:
    """A start tag whose end tag is missing."""

    name: bytes
    #: Where it begins, in bytes.
    at: int
    #: Whether nothing stands in it: a script that has an address, and a frame, end where they begin.
    is_empty: bool


def with_script_ended(data: bytes) -> bytes:
    """End a script that has lost its end and holds the beginning of the body, where its first line begins with a tag.

    That is the only ``<body`` there is, and begins a line; a browser shows nothing up to the end of the next script.
    """
    at = data.find(b"<body")
    begun = data.rfind(b"<script", 0, max(at, 0))
    if begun < 0 or data.find(b"</script", begun, at) >= 0:
        return data
    if data.find(b"<body", at + 1) >= 0 or data[data.rfind(b"\n", 0, at) + 1 : at].strip():
        return data
    line = _TAG_LINE.search(data, data.find(b">", begun, at) + 1, at + 1)
    end = line.start() if line else at
    return data[:end] + b"</script>" + data[end:]


def lost_end(root: Element, elements: Iterable[Element], data: bytes) -> LostEnd | None:
    """Find an element that took the page behind it for its text, up to the end or to that of the next of its name.

    Args:
        root: The page.
        elements: Those of it that are named in `RAW`.
        data: What it was parsed from.
    """
    return _of_the_last(root, data) or next(_before_another(elements, data), None)


def _of_the_last(root: Element, data: bytes) -> LostEnd | None:
    element: Element | None = root
    while element is not None and element.tag not in RAW:
        last = next(element.iterchildren(reversed=True), None)
        element = last if last is None or not (last.tail or "").strip() else None
    if element is None:
        return None
    name = _name(element)
    at = _begun(name, data, len(data))
    is_lost = at >= 0 and not re.search(rb"</%s[\s>]" % name, data[at:], re.IGNORECASE)
    if not is_lost or not END_OF_DOCUMENT.search(data, at):
        return None
    return LostEnd(name=name, at=at, is_empty=_is_empty(element))


def _before_another(elements: Iterable[Element], data: bytes) -> Iterator[LostEnd]:
    """Find those in whose text blocks stand, and behind them the start tag of the next of their name."""
    for element in elements:
        name = str(element.tag)
        # Scripts hold pages, and scripts in them, in strings and as templates: only one with an address holds none.
        if name == "script" and not _is_empty(element):
            continue
        text = element.text
        if text is None or f"<{name}" not in text:
            continue
        text = text[: text.index(f"<{name}")]
        if _BLOCK.search(text) and (at := _place_of(text, name.encode(), data)) >= 0:
            yield LostEnd(name=name.encode(), at=at, is_empty=_is_empty(element))


def _place_of(text: str, name: bytes, data: bytes) -> int:
    """Give where the element begins that this is the text of, by its longest lines; -1 where none tells."""
    for line in sorted(text.splitlines(), key=len, reverse=True)[:_MOST_LINES]:
        found = data.find(line.encode(errors="replace")) if len(line) >= _SHORTEST_LINE else -1
        at = _begun(name, data, found) if found >= 0 else -1
        if at >= 0 and not re.search(rb"</%s[\s>]" % name, data[at:found], re.IGNORECASE):
            return at
    return -1


def with_end(lost: LostEnd, data: bytes) -> bytes:
    """End an element whose content was read as text where the page goes on."""
    begun = data.find(b">", lost.at) + 1
    at = begun
    if not lost.is_empty:
        # In a script a tag inside a line may be part of a string, but for one that it would begin with.
        line = _TAG_LINE.search(data, begun) if lost.name == b"script" else None
        found = _TAG_FIRST.match(data, begun) or line or TAG.search(data, begun)
        at = found.start() if found else len(data)
    return data[:at] + b"</%s>" % lost.name + data[at:]


def _begun(name: bytes, data: bytes, end: int) -> int:
    at = data.rfind(b"<" + name, 0, end)
    return max(at, data.rfind(b"<" + name.upper(), max(at, 0), end))


def _is_empty(element: Element) -> bool:
    return element.tag == "iframe" or element.get("src") is not None


def _name(element: Element) -> bytes:
    return str(element.tag).encode()
