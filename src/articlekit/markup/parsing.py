"""Hardened parsers: no network, no entity expansion, no text lost by depth."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from articlekit.errors import LimitError, ParseError

Element: TypeAlias = etree._Element


def parse_html(text: str) -> Element:
    """Parse a whole HTML document as a browser would; never raises."""
    data = text.encode("utf-8", "replace")
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    root = etree.fromstring(data, parser)
    return etree.fromstring(b"<html><body></body></html>", parser) if root is None else root


def parse_fragment(text: str) -> Element:
    """Parse a fragment of HTML; the element returned holds it."""
    root = parse_html(text)
    body = root.find("body")
    return root if body is None else body


def parse_xml(data: bytes, *, recover: bool = False) -> Element:
    """Parse XML."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=recover, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ParseError(reason=str(error)) from error
    if root is None:
        raise LimitError(reason="there is no element")
    return root
