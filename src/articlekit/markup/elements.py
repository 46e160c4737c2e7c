"""Elements of XML formats as values: their text, their markup, and all that no field holds as plain JSON."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from itertools import islice
from typing import Final, TypeAlias

from lxml import etree

from articlekit.article import Json
from articlekit.entities import encode
from articlekit.markup.tokens import Element
from articlekit.markup.xml.record import local_name

WHITE_SPACE: Final = " \t\r\n\f"
"""That of XML and HTML; a no-break space is a character of the text."""

Naming: TypeAlias = Callable[[str, str | None], str]
"""Gives the name of an element or attribute by its tag (``{namespace}local``) and the prefix that the document has."""

# To get one takes as long as there are others.
_ATTRIBUTES: Final = 200


def local(tag: str, _prefix: str | None = None) -> str:
    """Name what has this tag by its local name alone."""
    return tag.rpartition("}")[2]


def text_of(element: Element | None) -> str | None:
    """Give the characters in an element, without white space at the ends; None where there are none."""
    if element is None:
        return None
    # Most have nothing but text, and to walk through one takes twenty times as long.
    text = "".join(element.itertext()) if len(element) else element.text or ""
    return text.strip(WHITE_SPACE) or None


def drop_namespaces(element: Element) -> None:
    """Name an element and all in it without their namespaces. Changes the tree."""
    for inner in element.iter():
        if isinstance(inner.tag, str):
            # Broken XML has names that XML does not allow: they can be read but not given.
            with suppress(ValueError):
                inner.tag = local_name(inner)


def html_of(element: Element) -> str:
    """Write the children of an XHTML element as HTML."""
    plain = deepcopy(element)
    drop_namespaces(plain)
    etree.cleanup_namespaces(plain)
    parts = [encode(plain.text or ""), *(etree.tostring(child, method="html", encoding="unicode") for child in plain)]
    return "".join(parts)


def json_of(element: Element, naming: Naming = local, depth: int = 32) -> Json:
    """Give an element as plain JSON: its text; an object of attributes (``@``), text and children where it has more.

    Where words stand between the children, ``#text`` is all the text in it.

    Args:
        element: What to give; it is not changed.
        naming: How elements and attributes are named.
        depth: Below so many levels an element is its text.
    """
    if not len(element) and not element.keys():
        return element.text or ""  # As nearly all are.
    attributes: dict[str, Json] = {
        f"@{naming(str(name), None)}": element.get(name) for name in islice(element.attrib, _ATTRIBUTES)
    }
    if len(element.attrib) > _ATTRIBUTES:
        attributes["@…"] = f"{len(element.attrib) - _ATTRIBUTES} more attributes"
    inner = [child for child in element if local_name(child)]
    if not attributes and not inner:
        return element.text or ""
    if depth == 0:
        return text_of(element)
    said = dict(attributes)
    # Where words stand between elements, an element's own text is not enough.
    is_mixed = any(child.tail and not child.tail.isspace() for child in element)
    if text := text_of(element) if is_mixed else (element.text or "").strip():
        said["#text"] = text
    for child in inner:
        add(said, naming(str(child.tag), child.prefix), json_of(child, naming, depth - 1))
    return said


def add(said: dict[str, Json], name: str, value: Json) -> None:
    """Put a value under a name; several values of one name become a list."""
    if name not in said:
        said[name] = value
    elif isinstance(before := said[name], list):
        before.append(value)
    else:
        said[name] = [before, value]


def keep(said: dict[str, Json], name: str, element: Element, naming: Naming = local) -> None:
    """Put an element that no field holds under its name, unless it is empty."""
    if (value := json_of(element, naming)) != "":
        add(said, name, value)
