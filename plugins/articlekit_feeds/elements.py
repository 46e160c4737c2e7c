"""Elements of feeds: their names, their text, and all that no field holds as plain JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import lru_cache
from itertools import islice

from lxml import etree

from articlekit.entities import encode
from articlekit.markup import Element, local_name
from articlekit.plugin import Author, Json

WHITE_SPACE = " \t\r\n\f"
"""That of XML and HTML; a no-break space is a character of the text."""

# To get one takes as long as there are others.
_ATTRIBUTES = 200

KEYWORDS = "https://schema.org/keywords"
"""Scheme of those categories that are tags, which feeds themselves do not tell apart."""

PREFIXES = {
    "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/atom/ns#": "atom",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/rss/1.0/modules/slash/": "slash",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://search.yahoo.com/mrss/": "media",
    "http://search.yahoo.com/mrss": "media",
    "http://wellformedweb.org/CommentAPI/": "wfw",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://backend.userland.com/creativeCommonsRssModule": "creativeCommons",
    "http://creativecommons.org/ns#": "cc",
    "http://web.resource.org/cc/": "cc",
}
"""The usual prefix of each namespace, whatever prefix a document has for it."""


def name_of(element: Element) -> str:
    """Name an element as feeds usually do: ``dc:creator``, ``title``; by its namespace, else by its own prefix."""
    return _usual(str(element.tag), element.prefix) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=1024)
def _usual(tag: str, prefix: str | None) -> str:
    namespace, _, name = tag.removeprefix("{").rpartition("}")
    usual = PREFIXES.get(namespace, (prefix or "") if namespace else None)
    return f"{usual}:{name}" if usual else name


def children(element: Element) -> Iterator[tuple[str, Element]]:
    """Give the child elements, each with its name."""
    for child in element:
        if name := name_of(child):
            yield name, child


def text_of(element: Element | None) -> str | None:
    """The characters in an element, without white space at the ends; None where there are none."""
    return ("".join(element.itertext()).strip(WHITE_SPACE) or None) if element is not None else None


def markup_of(element: Element) -> str:
    """Write the children of an XHTML element as HTML."""
    plain = deepcopy(element)
    for inner in plain.iter():
        if isinstance(inner.tag, str):
            inner.tag = local_name(inner)
    etree.cleanup_namespaces(plain)
    parts = [encode(plain.text or ""), *(etree.tostring(child, method="html", encoding="unicode") for child in plain)]
    return "".join(parts)


def as_json(element: Element, depth: int = 32) -> Json:
    """Give an element as plain JSON: its text; an object of attributes (``@``), text and children where it has more."""
    attributes: dict[str, Json] = {
        f"@{_usual(str(name), None)}": element.get(name) for name in islice(element.attrib, _ATTRIBUTES)
    }
    if len(element.attrib) > _ATTRIBUTES:
        attributes["@…"] = f"{len(element.attrib) - _ATTRIBUTES} more attributes"
    inner = [child for child in element if local_name(child)]
    if not attributes and not inner:
        return element.text or ""
    if depth == 0:
        return text_of(element)
    said = dict(attributes)
    if text := (element.text or "").strip():
        said["#text"] = text
    for child in inner:
        add(said, name_of(child), as_json(child, depth - 1))
    return said


def add(said: dict[str, Json], name: str, value: Json) -> None:
    """Put a value under a name; several values of one name become a list."""
    if name not in said:
        said[name] = value
    elif isinstance(before := said[name], list):
        before.append(value)
    else:
        said[name] = [before, value]


def keep(said: dict[str, Json], name: str, element: Element) -> None:
    """Put an element that no field holds under its name, unless it is empty."""
    if (value := as_json(element)) != "":
        add(said, name, value)


def people(element: Element, name_in: Callable[[str], str] = str) -> Iterator[Author]:
    """Give whom an element names: Atom's Person construct (RFC 4287 §3.2), or a name as text."""
    said = {name.removeprefix("atom:"): text_of(child) for name, child in children(element)}
    if name := said.get("name") or (None if said else text_of(element)):
        kind = said.get("dc:type")
        yield Author(
            name=name if said else name_in(name),
            url=said.get("uri") or said.get("url"),
            kind="Person" if kind == "Person" else "Organization" if kind == "Organization" else None,
        )


def media_image(name: str, element: Element) -> str | None:
    """Give the address of a picture that an element offers (Media RSS, RSS enclosures, iTunes), or None."""
    if name not in ("media:content", "media:thumbnail", "media:group", "enclosure", "itunes:image"):
        return None
    for candidate in element.iter():
        address = candidate.get("url") or candidate.get("href")
        kind = candidate.get("type") or candidate.get("medium") or ""
        is_picture = name_of(candidate) in ("media:thumbnail", "itunes:image") or kind.startswith("image")
        if address and is_picture:
            return address
    return None
