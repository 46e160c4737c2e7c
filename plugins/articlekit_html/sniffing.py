"""How sure one can be that an input is an HTML page."""

from __future__ import annotations

import re
from typing import Final

from articlekit.plugin import Source

_PAGE: Final = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_ELEMENT: Final = re.compile(
    r"<(?:a|article|blockquote|br|div|h[1-6]|img|li|link|main|meta|ol|p|script|section|span|strong|style|table|title|ul)\b"
    r"[^<>]{0,400}>",
    re.IGNORECASE,
)
# XML formats that carry HTML inside have roots of their own.
_OTHER_ROOT: Final = re.compile(
    r"<\?xml[^>]{0,200}>\s*(?:<!--.{0,500}?-->\s*)?<(?!!doctype\s+html|html)", re.IGNORECASE | re.DOTALL
)

# The control characters that no text has, NUL as a parser replaces it, and what stands for bytes that are no character.
_NO_TEXT: Final = re.compile("[\0-\x08\x0e-\x1f\x7f\ufffd]")
_MOST: Final = 0.05
_HEAD: Final = 4096

_SURE, _FRAGMENT, _DECLARED = 0.9, 0.5, 0.3


def sniff(source: Source) -> float:
    """Look at the head of the input: a page says so, a fragment has HTML's elements in it."""
    head = source.head
    if head.startswith(("{", "[")) or _OTHER_ROOT.match(head):
        return 0.0
    if _PAGE.search(head):
        return _SURE
    if head.startswith("<") and _ELEMENT.search(head):
        return _FRAGMENT
    if source.media_type in ("text/html", "application/xhtml+xml"):
        return _DECLARED
    return _DECLARED / 2 if len(_ELEMENT.findall(head)) > 1 and not is_binary(head) else 0.0


def is_binary(text: str) -> bool:
    """Whether a file begins with so much that is no text that it is none."""
    head = text[:_HEAD]
    return len(_NO_TEXT.findall(head)) > _MOST * len(head)
