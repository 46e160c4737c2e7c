"""Elements of feeds: by their usual names, what of them is a value, and whom they name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from articlekit.markup import Element, elements
from articlekit.markup.elements import json_of, text_of
from articlekit.plugin import Author, Json

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


def as_json(element: Element) -> Json:
    """Give an element as plain JSON, by the usual names."""
    return json_of(element, _usual)


def keep(said: dict[str, Json], name: str, element: Element) -> None:
    """Put an element that no field holds under its name, unless it is empty."""
    elements.keep(said, name, element, _usual)


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
