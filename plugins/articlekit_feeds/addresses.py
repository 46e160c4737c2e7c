"""Addresses in feeds: relative ones mean what ``xml:base`` says (https://www.w3.org/TR/xmlbase/)."""

from __future__ import annotations

from urllib.parse import urljoin

from articlekit.markup import Element

_BASE = "{http://www.w3.org/XML/1998/namespace}base"


def base_of(element: Element, base: str | None) -> str | None:
    """Give the address that addresses in an element are relative to, where the document itself has `base`."""
    found = base
    for address in reversed(_said(element)):
        found = resolved(found, address)
    return found


def said_base(element: Element, base: str | None) -> str | None:
    """Give the same only where the element, or one around it, says so."""
    return base_of(element, base) if _said(element) else None


def _said(element: Element) -> list[str]:
    return [said for around in (element, *element.iterancestors()) if (said := around.get(_BASE))]


def resolved(base: str | None, address: str) -> str:
    """Make an address absolute; one that cannot be understood, or for which there is no base, stays."""
    try:
        return urljoin(base, address) if base else address
    except ValueError:
        return address
