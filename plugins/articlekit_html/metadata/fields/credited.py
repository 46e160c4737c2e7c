"""Offers for who wrote it, the best first. Better nobody than somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from attrs import evolve

from articlekit.plugin import Author, Json
from articlekit.schemaorg import Node, is_article, kinds_of, strings_of
from articlekit_html.metadata.fields.bylined import (
    Authors,
    author_of,
    authors_alone,
    authors_beside_dates,
    authors_of_element,
    authors_of_lines,
    fuller,
)
from articlekit_html.metadata.fields.said_in_scripts import authors_in_scripts
from articlekit_html.metadata.fields.signed import authors_below, authors_signed
from articlekit_html.metadata.names import words
from articlekit_html.metadata.names.around_names import is_label
from articlekit_html.metadata.names.authors import (
    Kind,
    distinct,
    kind_of,
    read_names,
)
from articlekit_html.metadata.offer import Offer
from articlekit_html.metadata.page.microdata import items_of
from articlekit_html.metadata.page.nearby import Line, stands_in_text
from articlekit_html.metadata.page.page import Page
from articlekit_html.metadata.page.titles import bare, letters_of

_METAS: Final = (
    "author", "article:author", "article:author_name", "dc.creator", "dcterms.creator", "dc:creator", "citation_author",
    "parsely-author", "sailthru.author", "byl", "cxenseparse:author", "authors", "article.author", "og:article:author",
    "rnews:creator", "dc.contributor", "vr:author", "creator", "og:author", "author_name", "byline",
    "twitter:creator_name",
)  # fmt: skip
_OWN: Final = ("author", "author_name", "authors")
"""How a site's own names for it end."""
_OF_PROGRAMS: Final = ("smartbanner", "application")
"""These speak of who made a program."""
_MOST: Final = 30
_LONGEST_ITEM: Final = 200


def authors(page: Page, lines: tuple[Line, ...], site: str | None) -> Iterator[Offer[Authors]]:
    """Offer the authors, all at once: people named by the page's data, then those in its bylines, then the rest."""
    weak: list[Offer[Authors]] = []
    said: list[Offer[Authors]] = []
    itself = {bare(name) for name in page.site_names}
    sites = {letters_of(name) for name in page.site_names} - {""}
    for every in (*_of_nodes(page, _nodes(page), site), *_of_properties(page, site, sites), *_of_cards(page, site)):
        offer = _without(every, itself)
        # A site or a log-in name where the author should stand does not say that nobody is named elsewhere.
        (weak if all(_is_weak(author, sites) for author in offer.value) else said).append(offer)
    strong = sorted(said, key=lambda offer: not _is_all_of(offer, said[0]))
    if strong:
        yield from fuller(lines, strong[0], site)
    yield from strong
    yield from authors_of_lines(page, lines, site)
    yield from _of_items(page, site)
    yield from authors_in_scripts(page, lines, site)
    yield from authors_signed(page, site)
    yield from authors_below(page, site)
    beside = authors_beside_dates(lines, site)
    yield from (offer for offer in beside if not any(_is_weak(author, sites) for author in offer.value))
    yield from authors_alone(lines, site)
    yield from weak


def _without(offer: Offer[Authors], site: set[str]) -> Offer[Authors]:
    """Leave out the site itself where it names others too."""
    others = tuple(author for author in offer.value if bare(author.name) not in site)
    return evolve(offer, value=others) if 0 < len(others) < len(offer.value) else offer


def _nodes(page: Page) -> list[Node]:
    best = page.article
    nodes = [node for node in page.graph.articles if is_article(node.kinds)]
    if best is None:
        return nodes
    return [best, *(node for node in nodes if node is not best and node.kinds != best.kinds)]


def _is_weak(author: Author, sites: set[str]) -> bool:
    name = letters_of(author.name)
    return (
        author.kind == "Organization"
        or (author.name.islower() and " " not in author.name)
        or any(name == site or (len(site) >= _TELLING and site in name) for site in sites)
    )


_TELLING: Final = 5
"""A name of a site that has so many letters stands in no other by chance."""


def _is_all_of(offer: Offer[Authors], first: Offer[Authors]) -> bool:
    """Whether an offer names all that the first one does, and more."""
    names = {author.name for author in offer.value}
    return len(names) > len(first.value) and names > {author.name for author in first.value}


def _of_nodes(page: Page, nodes: list[Node], site: str | None) -> Iterator[Offer[Authors]]:
    for node in nodes:
        for name in ("author", "creator"):
            found = distinct(_read(page, node.data.get(name), site))
            if found:
                yield Offer(value=found, path=f"{node.path}.{name}")
                break


def _read(page: Page, said: Json, site: str | None) -> Iterator[Author]:
    for item in (said if isinstance(said, list) else [said])[:50]:
        value = page.graph.resolve(item)
        kinds = kinds_of(value) if isinstance(value, dict) else ()
        given: Kind | None = (
            "Person" if "Person" in kinds else "Organization" if any("Organi" in k for k in kinds) else None
        )
        address = value.get("url") if isinstance(value, dict) else None
        url = page.absolute(address) if isinstance(address, str) else None
        for text in strings_of(value.get("name") if isinstance(value, dict) else value):
            names = (text,) if given == "Organization" else read_names(text)
            for name in names:
                kind = kind_of(name, site) or given
                yield Author(name=name, url=url if len(names) == 1 else None, kind=kind)


def _of_properties(page: Page, site: str | None, sites: set[str]) -> Iterator[Offer[Authors]]:
    others = (name for name in page.head.properties if name.endswith(_OWN) and name not in _METAS)
    for name in (*_METAS, *others):
        if name not in page.head.properties or name.startswith(_OF_PROGRAMS):
            continue
        contents = page.head.properties[name][:_MOST]
        read = _one_name if name == "citation_author" else read_names
        named = (name for content in contents for name in _together(content, read(content), sites))
        found = distinct(author_of(name, site) for name in named)
        if found:
            yield Offer(value=found, path=f'meta[name="{name}"]')


def _of_cards(page: Page, site: str | None) -> Iterator[Offer[Authors]]:
    """Offer whom a card for sharing names: behind a label that is what bylines begin with."""
    properties = page.head.properties
    pairs = [(name, properties[label][0]) for name, label in _CARD_ROWS if name in properties and label in properties]
    pairs += [(name, name.rpartition(":")[2]) for name in properties if name.startswith(_CARD_ROW)]
    for name, label in pairs:
        names = read_names(properties[name][0]) if is_label(label) else ()
        if names:
            yield Offer(value=distinct(author_of(each, site) for each in names), path=f'meta[name="{name}"]')


_CARD_ROWS: Final = tuple((f"twitter:data{number}", f"twitter:label{number}") for number in range(1, 5))
_CARD_ROW: Final = "twitter:misc:"


def _together(said: str, names: tuple[str, ...], sites: set[str]) -> tuple[str, ...]:
    """Leave the name of a site whole that looks like several: Home & Garden."""
    return (said.strip(),) if names and letters_of(said) in sites else names


def _one_name(said: str) -> tuple[str, ...]:
    """Read a tag that holds one author, the family name perhaps first: Lovelace, Ada."""
    family, comma, given = said.partition(",")
    if comma and "," not in given and not words.CREDENTIAL.fullmatch(given.strip()):
        said = f"{given.strip()} {family.strip()}"
    return read_names(said)


def _of_items(page: Page, site: str | None) -> Iterator[Offer[Authors]]:
    """Offer what marked elements say, those side by side together."""
    items = (item for item in items_of(page.marks, "author") if len(item.value) <= _LONGEST_ITEM)
    for _, beside in groupby(items, key=lambda item: (item.path, item.mark.element.getparent())):
        together = list(beside)
        named = (
            author
            for item in together
            for author in authors_of_element(item.mark.element, item.mark.declared, item.value, site)
        )
        if found := distinct(named):
            shown = tuple(item.mark.element for item in together if not stands_in_text(item.mark.element))
            yield Offer(value=found, path=together[0].path, elements=shown, place=together[0].mark.element)
