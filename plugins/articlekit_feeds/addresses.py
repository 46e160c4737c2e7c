"""Addresses in feeds: relative ones mean what ``xml:base`` says (https://www.w3.org/TR/xmlbase/)."""

from __future__ import annotations

from articlekit.markup import Element, resolve

_BASE = "{http://www.w3.org/XML/1998/namespace}base"


def base_of(element: Element, base: str | None) -> str | None:
    """Give the address that addresses in an element are relative to, where the document itself has `base`."""
    found = base
    for address in reversed(_said(element)):
        found = resolve(address, found)
    return found


def said_base(element: Element, base: str | None) -> str | None:
    """Give the same only where the element, or one around it, says so."""
    return base_of(element, base) if _said(element) else None


def _said(element: Element) -> list[str]:
    return [said for around in (element, *element.iterancestors()) if (said := around.get(_BASE))]
