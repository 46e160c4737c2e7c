"""Elements and comments that have lost their end and hide all of a page that stands behind them."""

from __future__ import annotations

import re
from typing import Final

from articlekit.markup.tokens import Element

_RAW: Final = frozenset(("iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"))
"""What stands in these is text, tags and all (HTML Standard 13.2.6.2)."""
_HIDING: Final = ("audio", "canvas", "noscript", "object", "template", "video")
"""What stands in these is not shown, …"""
_BLOCKS: Final = frozenset(("article", "blockquote", "div", "h2", "h3", "ol", "p", "section", "table", "ul"))
"""… and if it is one of these, it may be what stood behind them."""
_END_OF_DOCUMENT: Final = re.compile(rb"</(?:body|html)[\s>]", re.IGNORECASE)
_COMMENT_ENDS: Final = re.compile(rb"--!?>")
_TAG_LINE: Final = re.compile(rb"^[ \t]*</?[a-z]", re.IGNORECASE | re.MULTILINE)
_TAG: Final = re.compile(rb"</?[a-z]", re.IGNORECASE)


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


def with_comment_ended(data: bytes) -> bytes:
    """End the last comment where the next tag begins, if it has no end and would hide the end of the document."""
    at = data.rfind(b"<!--")
    if at < 0 or _COMMENT_ENDS.search(data, at) or data.rfind(b"<script", 0, at) > data.rfind(b"</script", 0, at):
        return data
    tag = _TAG.search(data, at)
    return data[:at] + data[tag.start() :] if tag and _END_OF_DOCUMENT.search(data, at) else data


def swallowing(root: Element, data: bytes) -> Element | None:
    """Give the element that took the end of the document for its text since it has lost its own, if there is one.

    Args:
        root: The page.
        data: What it was parsed from.
    """
    element: Element | None = root
    while element is not None and element.tag not in _RAW:
        last = next(element.iterchildren(reversed=True), None)
        element = last if last is None or not (last.tail or "").strip() else None
    if element is None:
        return None
    at = _begun(element, data)
    is_lost = at >= 0 and not re.search(rb"</%s[\s>]" % _name(element), data[at:], re.IGNORECASE)
    return element if is_lost and _END_OF_DOCUMENT.search(data, at) else None


def show_hidden(root: Element, data: bytes) -> list[str]:
    """Make a ``div`` of each element that hides blocks where elements of its name have lost ends; give the names."""
    holding = [e for e in root.iter(*_HIDING) if any(child.tag in _BLOCKS for child in e)]
    lost = [name for name in dict.fromkeys(str(e.tag) for e in holding) if _lost_ends(name.encode(), data)]
    for element in holding:
        if element.tag in lost:
            element.tag = "div"
    return lost


def _lost_ends(name: bytes, data: bytes) -> bool:
    tags = re.findall(rb"<(/?)%s\b" % name, data, re.IGNORECASE)
    return 2 * tags.count(b"/") < len(tags)


def with_end(element: Element, data: bytes) -> bytes:
    """End an element whose content was read as text where the page goes on.

    A script that has an address, and a frame, hold nothing: they end where they begin.
    """
    begun = data.find(b">", _begun(element, data)) + 1
    at = begun
    if element.tag != "iframe" and element.get("src") is None:
        line = _TAG_LINE.search(data, begun) if element.tag == "script" else None
        found = line or _TAG.search(data, begun)
        at = found.start() if found else len(data)
    return data[:at] + b"</%s>" % _name(element) + data[at:]


def _begun(element: Element, data: bytes) -> int:
    name = _name(element)
    at = data.rfind(b"<" + name)
    return max(at, data.rfind(b"<" + name.upper(), max(at, 0)))


def _name(element: Element) -> bytes:
    return str(element.tag).encode()
