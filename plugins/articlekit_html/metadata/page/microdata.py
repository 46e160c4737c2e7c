"""Microdata and RDFa in the body, and class names that speak of author or date: one pass, made only when needed."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from itertools import islice
from typing import Final

from attrs import frozen
from lxml.etree import XPath

from articlekit.markup import Element
from articlekit_html.metadata.page.class_names import Meaning, meaning_of_names, speaks_of_others
from articlekit_html.metadata.page.head import Head
from articlekit_html.metadata.page.text import text_of

_PROPERTIES: Final[dict[str, Meaning]] = {
    **dict.fromkeys(("author", "creator", "dc:creator"), "author"),
    **dict.fromkeys(
        ("datepublished", "datecreated", "uploaddate", "dc:date", "dc:created", "dcterms:created", "dcterms:issued"),
        "published",
    ),
    **dict.fromkeys(("datemodified", "dcterms:modified"), "modified"),
}  # fmt: skip
"""Names of properties (schema.org, Dublin Core) in lower case, without schema.org's prefix."""

_SCHEMA: Final = "schema:"
_OTHERS: Final = re.compile(
    r"Comment|Product|Person|Organization|Place|Event$|Rating|Offer|ClaimReview|Answer|WPSideBar|WPFooter|WPHeader|"
    r"SiteNavigation"
)
"""Types whose author or date is not the article's."""
QUOTED: Final = frozenset(("blockquote", "figcaption", "figure", "q"))
"""Elements whose author or date is that of a quotation or a picture."""
_ARTICLE: Final = re.compile(r"(?:Article|Posting|Recipe|Review|CreativeWork)$")
_CARD: Final = frozenset(("fn", "p-author", "p-name"))
"""Names of microformats (hCard, h-card) for who somebody is."""
_OF_A_PERSON: Final = re.compile(
    r"(?<!\S)(?:\w+-)*(?:user|person|pen|pencil|author|account)(?:-(?:alt|fill|circle|o|edit|outline|line))*(?!\S)"
)
"""Names of icons (Font Awesome, Bootstrap, Material Design) that a name stands behind."""
_TAGS: Final = (
    "a", "abbr", "address", "cite", "dd", "div", "footer", "h2", "h3", "h4", "h5", "h6", "li", "meta", "p", "small",
    "span", "td", "time",
)  # fmt: skip
_DECLARING: Final = ("itemprop", "property", "rel")
"""The attributes that name properties, …"""
_ITEMPROPS_SAID: Final = XPath("descendant::*/@itemprop", smart_strings=False)
_PROPERTIES_SAID: Final = XPath("descendant::*/@property", smart_strings=False)
_RELATIONS_SAID: Final = XPath("descendant::*/@rel[contains(., ':')]", smart_strings=False)
"""… and what gives all that they say; in ``rel`` HTML has names of its own, and most pages a thousand of them."""
_OF_AUTHOR: Final = 300
"""So many elements are looked through in what is marked as an author: it may be a page that nobody closed it in."""
_MOST: Final = 200
_UP: Final = 25


@frozen(kw_only=True)
class Mark:
    """What an element is declared or named to hold."""

    element: Element
    meaning: Meaning
    #: Said by a property, a relation or a microformat, not by a class name like any other.
    declared: bool
    #: ``[itemprop=author]``, ``.byline``.
    path: str


@frozen(kw_only=True)
class Item:
    """What a marked element says."""

    mark: Mark
    #: Text, or what an attribute says in its stead.
    value: str
    #: ``span[itemprop=author]``, ``p.byline``.
    path: str


def mark_of(element: Element) -> Mark | None:
    """Say what an element holds by its attributes: microdata, RDFa, its relation, its class."""
    get = element.get
    for attribute in _DECLARING:
        if (said := get(attribute)) and (name := _property_in(said, attribute)):
            said_of = _PROPERTIES[name.lower().removeprefix(_SCHEMA)]
            return Mark(element=element, meaning=said_of, declared=True, path=f"[{attribute}={name}]")
    if element.tag == "a" and (rel := get("rel")) and "author" in rel.lower().split():
        return Mark(element=element, meaning="author", declared=True, path="[rel=author]")
    if len(element) and element[0].tag == "i" and _OF_A_PERSON.search(element[0].get("class") or ""):
        return Mark(element=element, meaning="author", declared=False, path=" > i")
    names = get("class")
    if element.tag == "time" and get("datetime"):
        changed = "updat" in (names or "") and "publi" not in (names or "")
        return Mark(element=element, meaning="modified" if changed else "published", declared=False, path="[datetime]")
    if names and (meaning := meaning_of_names(names)):
        card = meaning == "author" and not _CARD.isdisjoint(names.split())
        return Mark(element=element, meaning=meaning, declared=card, path=f".{'.'.join(names.split()[:3])}")
    return None


def _property_in(said: str, attribute: str) -> str | None:
    """Give the first name of a property that is known here; in ``rel`` HTML has names of its own (RDFa 1.1, 5.2)."""
    for name in said.split()[:4]:
        if name.lower().removeprefix(_SCHEMA) in _PROPERTIES and (attribute != "rel" or ":" in name):
            return name
    return None


def properties_of(root: Element) -> frozenset[str]:
    """Give all that a page's attributes for nothing but properties say: few elements have one."""
    # One after the other: to put both in order takes as long again.
    return frozenset((*_ITEMPROPS_SAID(root), *_PROPERTIES_SAID(root)))


def read_marks(head: Head, properties: frozenset[str]) -> tuple[Mark, ...]:
    """Find what in a page's body is declared or named to hold its author and date, what is declared first.

    Args:
        head: What the pass over the page has gathered.
        properties: All that its attributes for nothing but properties say.
    """
    elements = list(head.root.iter(*_TAGS))
    classes = [element.get("class") for element in elements]
    named = {names for names in set(classes) if names and meaning_of_names(names)}
    declared = frozenset(_declared(head, elements, properties))
    marked = (e for e, names in zip(elements, classes, strict=True) if names in named or e in declared)
    found = islice(filter(None, map(mark_of, marked)), _MOST)
    return tuple(sorted(found, key=lambda mark: not mark.declared))


def _declared(head: Head, elements: list[Element], properties: frozenset[str]) -> Iterator[Element]:
    """Give those that are marked by a relation or a property; each is asked only where the page has one for us."""
    yield from (link.element for link in head.anchors if "author" in link.relations)
    yield from (time for time in head.times if time.get("itemprop") or time.get("property"))
    relations = frozenset(_RELATIONS_SAID(head.root))
    for attribute, said_there in (("itemprop", properties), ("property", properties), ("rel", relations)):
        if any(_property_in(said, attribute) for said in said_there):
            yield from (e for e in elements if (said := e.get(attribute)) and _property_in(said, attribute))


def items_of(marks: Iterable[Mark], meaning: Meaning) -> Iterator[Item]:
    """Read, one by one, what the marked elements of this article say."""
    for mark in marks:
        if mark.meaning == meaning and not is_elsewhere(mark.element):
            value = value_of(mark.element, meaning)
            if value:
                yield Item(mark=mark, value=value, path=f"{mark.element.tag!s}{mark.path}")


def value_of(element: Element, meaning: Meaning) -> str | None:
    """Give what an element says: its attribute made for it, or its text."""
    said = element.get("content") or (_moment_of(element) if meaning != "author" else None)
    if said:
        return said.strip()
    if meaning == "author":
        names = [name for inner in _named(element) if (name := inner.get("content") or text_of(inner))]
        if names:
            return ", ".join(dict.fromkeys(names))
    return text_of(element)


def _moment_of(element: Element) -> str | None:
    """Give what the attribute for machines says: in the datetime pattern of microformats an abbreviation's title."""
    return element.get("datetime") or (element.get("title") if element.tag == "abbr" else None)


def _named(element: Element) -> Iterator[Element]:
    for inner in islice(element.iter("*"), _OF_AUTHOR):
        if inner is not element and (
            "name" in (inner.get("itemprop") or "").split() or "schema:name" in (inner.get("property") or "")
        ):
            yield inner


def is_of_another(element: Element, quoted: Container[str] = QUOTED) -> bool:
    """Whether what stands in an element is said of a quotation, a picture, or a thing that the article reviews."""
    return element.tag in quoted or element.get("itemprop") == "itemReviewed"


def is_elsewhere(element: Element, quoted: Container[str] = QUOTED) -> bool:
    """Whether it is part of a quotation, a comment, a list of other articles, the page's frame: not the article's.

    Args:
        element: What is asked about.
        quoted: The elements whose content is not the article's own word.
    """
    current: Element | None = element
    foot = contact = False
    for _ in range(_UP):
        if current is None or current.tag in ("body", "html"):
            return foot
        kind = "" if current is element else current.get("itemtype") or current.get("typeof") or ""
        if is_of_another(current, quoted) or (kind and _OTHERS.search(kind)):
            return True
        if current.tag == "article" or (kind and _ARTICLE.search(kind)):
            return False
        foot = foot or current.tag == "footer"
        # An address is that of the nearest article (HTML, 4.3.10), beside its text too.
        contact = contact or current.tag == "address"
        if speaks_of_others(current) and not (contact and current.tag == "aside"):
            return True
        current = current.getparent()
    return foot
