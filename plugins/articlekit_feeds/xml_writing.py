"""What RSS and Atom are written with: elements by their usual names, and what both hold of an article."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5

from attrs import evolve
from lxml import etree

from articlekit.markup import Element, is_safe_link, is_safe_picture
from articlekit.markup.xml.text import xml_text
from articlekit.plugin import BLOCKS, FIELDS, MARKS, Article, Author, Holds, Site
from articlekit.unmended import unmended_markup

SPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "cc": "http://creativecommons.org/ns#",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "media": "http://search.yahoo.com/mrss/",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
"""Namespaces by their usual prefixes."""


def holds(*without: str) -> Holds:
    """Say what a feed can hold: all fields but these, and any body, as it is HTML."""
    return Holds(fields=FIELDS.difference(without), blocks=BLOCKS, marks=MARKS, shared={"site"})


def tag(name: str) -> str:
    """Give a usual name as lxml has it: ``{namespace}local``."""
    prefix, _, local = name.rpartition(":")
    return f"{{{SPACES[prefix]}}}{local}" if prefix else local


def add(parent: Element, name: str, text: str | None = None, **attributes: str) -> Element:
    """Add an element; what XML does not allow in texts becomes U+FFFD."""
    element = etree.SubElement(parent, tag(name), {key: xml_text(value) for key, value in attributes.items()})
    element.text = None if text is None else xml_text(text)
    return element


def add_person(parent: Element, author: Author) -> None:
    """Add an author as Atom's Person construct, which may be extended by what kind of person it is."""
    person = add(parent, "atom:author")
    add(person, "atom:name", author.name)
    if author.url is not None:
        add(person, "atom:uri", author.url)
    if author.kind is not None:
        add(person, "dc:type", author.kind)


def add_shared(parent: Element, article: Article) -> None:
    """Add what neither RSS nor Atom has elements for: the terms of Dublin Core and Media RSS."""
    for name, value in (("dcterms:alternative", article.subtitle), ("dcterms:abstract", article.summary)):
        if value is not None:
            add(parent, name, value)
    if article.image is not None:
        add(parent, "media:thumbnail", url=article.image)


def openable(article: Article) -> Article:
    """Leave out the addresses that could run a script: feed readers make links of them."""
    site = article.site
    return evolve(
        article,
        url=_safe(article.url),
        image=article.image if article.image is not None and is_safe_picture(article.image) else None,
        authors=tuple(evolve(author, url=_safe(author.url)) for author in article.authors),
        site=evolve(site, url=_safe(site.url)) if site is not None else None,
    )


def _safe(url: str | None) -> str | None:
    return url if url is not None and is_safe_link(url) else None


def site_of(articles: Sequence[Article]) -> Site:
    """Give the site that all articles share; a feed speaks of one only."""
    sites = {article.site for article in articles}
    return (sites.pop() if len(sites) == 1 else None) or Site()


def number_of(article: Article) -> str:
    """Give an identifier, which feeds demand: the article's own, its address, or one made of what it says."""
    return article.id or article.url or uuid5(NAMESPACE_URL, xml_text(f"{article.title}\n{article.text}")).urn


def document(root: Element) -> str:
    """Write a tree as a document."""
    etree.cleanup_namespaces(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + unmended_markup(etree.tostring(root, encoding="unicode")) + "\n"
