"""Finds the character encoding that bytes declare themselves: in an XML declaration or an HTML ``meta``."""

from __future__ import annotations

import re

from articlekit.decoding import labels

_PRESCAN = 2**14
# The standard lets browsers look at the first 1,024 bytes and start over when a later `meta` says otherwise; in saved
# pages it often stands late. https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding
_XML = re.compile(rb"""\s*<\?xml\s[^<>]*?encoding\s*=\s*["']([^"'<>]+)""")
# Comments are taken whole, up to the end where they never end, so that what is inside them does not count.
_META = re.compile(rb"<!--.*?(?:-->|\Z)|<meta[\s/]([^<>]*)", re.IGNORECASE | re.DOTALL)
_ATTRIBUTE = re.compile(rb"""([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([^\s"';,]+)""", re.IGNORECASE)


def find(data: bytes) -> str | None:
    """Get the encoding's label as it stands in markup; None where there is none, and in JSON."""
    head = data[:_PRESCAN]
    if is_json(head):
        return None
    if xml := _XML.match(head):
        return xml[1].decode("latin-1")
    for meta in _META.finditer(head):
        label = _of_meta(meta[1] or b"")
        if label is not None:
            # Whoever could read this could not have read UTF-16.
            return "utf-8" if (labels.name_of(label) or "").startswith(("utf-16", "utf-32")) else label
    return None


def is_json(data: bytes) -> bool:
    """Tell whether it begins as JSON, which is UTF-8 whatever stands in it (RFC 8259, 8.1)."""
    return data[:_PRESCAN].lstrip()[:1] in (b"{", b"[")


def of_content_type(content_type: str) -> str | None:
    """Get the label out of an HTTP ``Content-Type``."""
    found = _CHARSET.search(content_type.encode("latin-1", "replace"))
    return found[1].decode("latin-1") if found else None


def _of_meta(tag: bytes) -> str | None:
    attributes: dict[bytes, bytes] = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(tag)}
    if label := attributes.get(b"charset"):
        return label.decode("latin-1")
    if attributes.get(b"http-equiv", b"").lower() == b"content-type":
        return of_content_type(attributes.get(b"content", b"").decode("latin-1"))
    return None
