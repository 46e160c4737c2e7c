"""Offers for who wrote it, the best first. Better nobody than somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from articlekit.markup import Element
from articlekit.plugin import Author, Json
from articlekit.schemaorg import Node, is_article, kinds_of, strings_of
from articlekit_html.metadata import words
from articlekit_html.metadata.around_names import looks_like_a_name
from articlekit_html.metadata.authors import (
    Kind,
    distinct,
    kind_of,
    read_byline,
    read_joined,
    read_names,
    read_presented,
)
from articlekit_html.metadata.dates import without_dates
from articlekit_html.metadata.microdata import items_of, value_of
from articlekit_html.metadata.nearby import Line, stands_in_text
from articlekit_html.metadata.offer import Offer
from articlekit_html.metadata.page import Page
from articlekit_html.metadata.text import text_of, texts_of
from articlekit_html.metadata.titles import bare

_METAS: Final = (
    "author", "article:author", "article:author_name", "dc.creator", "dcterms.creator", "dc:creator", "citation_author",
    "parsely-author", "sailthru.author", "byl", "cxenseparse:author", "authors", "article.author", "og:article:author",
    "rnews:creator", "dc.contributor", "vr:author", "creator", "og:author", "author_name", "byline",
    "twitter:creator_name",
)  # fmt: skip
_MOST: Final = 30
_LONGEST_ITEM: Final = 200
_BESIDE_NAMES: Final = 30
"""Characters beside the names in a line that is nothing but a byline."""
_PROFILE: Final = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|users?|profile?|people|staff|team|contributors?|journalists?)[/=?]+"
    r"(?!log|sign|regist)\w"
)
"""Addresses of the pages about those who write."""

Authors = tuple[Author, ...]


def authors(page: Page, lines: tuple[Line, ...], site: str | None) -> Iterator[Offer[Authors]]:
    """Offer the authors, all at once: people named by the page's data, then those in its bylines, then the rest."""
    weak: list[Offer[Authors]] = []
    said: list[Offer[Authors]] = []
    itself = {bare(name) for name in page.site_names}
    sites = {_letters(name) for name in page.site_names} - {""}
    for every in (*_of_nodes(page, _nodes(page), site), *_of_properties(page, site, sites)):
        offer = _without(every, itself)
        # A site or a log-in name where the author should stand does not say that nobody is named elsewhere.
        (weak if all(_is_weak(author, sites) for author in offer.value) else said).append(offer)
    yield from sorted(said, key=lambda offer: not _is_all_of(offer, said[0]))
    yield from _of_lines(page, lines, site)
    yield from _of_items(page, site)
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
    name = _letters(author.name)
    return (
        author.kind == "Organization"
        or (author.name.islower() and " " not in author.name)
        or any(name == site or (len(site) >= _TELLING and site in name) for site in sites)
    )


_TELLING: Final = 5
"""A name of a site that has so many letters stands in no other by chance."""


def _letters(name: str) -> str:
    return bare(name).replace(" ", "")


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
    for name in _METAS:
        if name not in page.head.properties:
            continue
        contents = page.head.properties[name][:_MOST]
        read = _one_name if name == "citation_author" else read_names
        named = (name for content in contents for name in _together(content, read(content), sites))
        found = distinct(_author(name, site) for name in named)
        if found:
            yield Offer(value=found, path=f'meta[name="{name}"]')


def _together(said: str, names: tuple[str, ...], sites: set[str]) -> tuple[str, ...]:
    """Leave the name of a site whole that looks like several: Home & Garden."""
    return (said.strip(),) if names and _letters(said) in sites else names


def _one_name(said: str) -> tuple[str, ...]:
    """Read a tag that holds one author, the family name perhaps first: Lovelace, Ada."""
    family, comma, given = said.partition(",")
    if comma and "," not in given and not words.CREDENTIAL.fullmatch(given.strip()):
        said = f"{given.strip()} {family.strip()}"
    return read_names(said)


def _author(name: str, site: str | None, url: str | None = None) -> Author:
    return Author(name=name, url=url, kind=kind_of(name, site))


def _of_lines(page: Page, near: tuple[Line, ...], site: str | None) -> Iterator[Offer[Authors]]:
    """Offer the authors of the lines behind the title, those before the first paragraph first, however they say it."""
    behind = [line for line in near if line.after]
    for in_text in (False, True):
        yield from _of_some_lines(page, [line for line in behind if line.in_text is in_text], site)
    yield from _of_some_lines(page, [line for line in near if not line.after], site)


def _of_some_lines(page: Page, lines: list[Line], site: str | None) -> Iterator[Offer[Authors]]:
    for line in lines:
        found = distinct(_marked(line, site))
        if found:
            yield Offer(value=found, path="byline near the title", elements=line.elements)
    for line in lines:
        if found := distinct(_author(name, site, url) for name, url in _linked(page, line)):
            yield Offer(
                value=found,
                path="link near the title",
                reason="it leads to a page about them",
                elements=line.elements,
            )
    for line in lines:
        text = line.undated
        if names := read_byline(text) or read_presented(text):
            yield Offer(
                value=distinct(_author(name, site) for name in names),
                path="text near the title",
                reason="it is written as bylines are",
                elements=line.elements,
            )


def _linked(page: Page, line: Line) -> Iterator[tuple[str, str | None]]:
    """Give the names that lead to pages about those who write, and these pages; those joined to them too."""
    pages: dict[str, str | None] = {}
    for part in line.parts:
        href = part.get("href") or ""
        if part.tag == "a" and _PROFILE.search(href):
            names = read_names(text_of(part) or "", shown=True)
            pages.update((name, page.absolute(href)) for name in names if looks_like_a_name(name))
    if pages:
        yield from ((name, pages.get(name)) for name in read_joined(line.undated, list(pages)))


def bylines(lines: tuple[Line, ...], known: Authors) -> Iterator[tuple[Element, ...]]:
    """Give the elements of the lines that name the authors and say little else."""
    for line in lines:
        said = sum(len(author.name) for author in known if author.name in line.text)
        if said and _width(line.undated) - said <= _BESIDE_NAMES:
            yield line.elements


def _width(text: str) -> int:
    """Count the characters of a text, those of scripts that say a word with one or two of them twice."""
    return len(text) + sum(character > "\u2e80" for character in text)


def _marked(line: Line, site: str | None) -> Iterator[Author]:
    known = [mark for mark in line.marks if mark.meaning == "author"]
    inside: set[Element] = set()
    for mark in [mark for mark in known if mark.declared] or known:
        if mark.element not in inside:
            inside.update(mark.element.iterdescendants())
            yield from _of_element(mark.element, mark.declared, value_of(mark.element, "author"), site)


def _of_element(element: Element, declared: bool, value: str | None, site: str | None) -> Iterator[Author]:
    if named := _names_in(element):
        yield from (_author(name, site) for name in named)
        return
    text = without_dates(value or "")
    link = element if element.tag == "a" else next(element.iter("a"), None)
    for name in read_byline(text) or read_names(text, shown=True):
        if declared or looks_like_a_name(name) or (link is not None and _PROFILE.search(link.get("href") or "")):
            yield _author(name, site)


def _names_in(element: Element) -> list[str]:
    """Read a byline of several parts: its links that are names, or its first such part and those joined to it."""
    texts = texts_of(element)
    if len(texts) < 2 or len(texts) > _MOST:
        return []
    links = [text for link in element.iter("a") if (text := text_of(link))]
    if linked := [name for text in links for name in read_names(text, shown=True) if looks_like_a_name(name)]:
        return list(read_joined(without_dates(" ".join(texts)), linked))
    found: list[str] = []
    for text in texts:
        names = [name for name in read_names(text, shown=True) if looks_like_a_name(name)]
        if names:
            found += names
        elif found and text.strip(" ,").casefold() not in _JOINTS:
            break
    return found


_JOINTS: Final = frozenset(("", "&", "+", "/", "|", "and", "und", "et", "y", "e", "en", "og", "och", "i", "и"))


def _of_items(page: Page, site: str | None) -> Iterator[Offer[Authors]]:
    for item in items_of(page.marks, "author"):
        if len(item.value) <= _LONGEST_ITEM:
            found = distinct(_of_element(item.mark.element, item.mark.declared, item.value, site))
            if found:
                shown = () if stands_in_text(item.mark.element) else (item.mark.element,)
                yield Offer(value=found, path=item.path, elements=shown)
