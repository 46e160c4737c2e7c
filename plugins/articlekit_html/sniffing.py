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
    return _DECLARED / 2 if len(_ELEMENT.findall(head)) > 1 else 0.0
