"""Small changes to trees of elements, all in place."""

from __future__ import annotations

from lxml import etree

from articlekit.markup import Element

XML = "{http://www.w3.org/XML/1998/namespace}"
"""The namespace of ``xml:id``, ``xml:lang`` and ``xml:space``, as lxml has it."""


def become(element: Element, tag: str, **attributes: str | None) -> Element:
    """Give an element another name, and these attributes instead of its own; those that are None are left out."""
    element.tag = tag
    element.attrib.clear()
    for name, value in attributes.items():
        if value is not None:
            element.set(name, value)
    return element


def wrap(element: Element, tag: str, **attributes: str) -> Element:
    """Put a new element around one; what follows the one follows the new."""
    outer = etree.Element(tag, attributes)
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, outer)
    outer.tail, element.tail = element.tail, None
    outer.append(element)
    return outer


def empty(element: Element, tag: str | None = None) -> None:
    """Leave nothing of an element but its place, and what follows it; in the text a ``span`` is nothing.

    To take many out and join the texts around them would take quadratic time.
    """
    element.clear(keep_tail=True)
    if tag is not None:
        element.tag = tag


def text_of(element: Element | None) -> str | None:
    """The characters in an element, white space collapsed as XML's readers do; None where there are none."""
    if element is None:
        return None
    return " ".join(part for part in "".join(element.itertext()).translate(_SPACE).split(" ") if part) or None


_SPACE = dict.fromkeys(map(ord, "\t\r\n\f"), " ")
