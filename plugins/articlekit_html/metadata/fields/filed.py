"""What a page files its article under: sections and tags."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from articlekit.markup import Element
from articlekit.schemaorg import strings_of
from articlekit_html.metadata.fields.crumbs import categories_near, section_over, sections_on_way
from articlekit_html.metadata.fields.tagged import tags_shown
from articlekit_html.metadata.offer import Offer
from articlekit_html.metadata.page.head import Link
from articlekit_html.metadata.page.nearby import Line
from articlekit_html.metadata.page.page import Page
from articlekit_html.metadata.page.text import text_of

_MOST: Final = 100
_SEVERAL: Final = 2
"""From so many on, each stands for itself and is not parted at commas."""
_LONGEST_TAG: Final = 100
_OF_PROGRAMS: Final = re.compile(
    r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\S+\.(?:com|net|org)|\w+[:=]\S+", re.IGNORECASE
)
"""Tags that programs leave for each other: identifiers, hosts, ``key:value``."""
_UNSPACED: Final = re.compile(r",(?=\S)")
Texts = tuple[str, ...]


def categories(
    page: Page, title: str | None = None, anchor: Element | None = None, lines: tuple[Line, ...] = ()
) -> Iterator[Offer[Texts]]:
    """Offer sections and categories.

    Args:
        page: The page.
        title: What the article is called: the way to it ends with that.
        anchor: The element that shows the title.
        lines: Those near it.
    """
    if page.article and (found := _sections(strings_of(page.article.data.get("articleSection")))):
        yield Offer(value=found, path=f"{page.article.path}.articleSection")
    for name in (
        "article:section",
        "og:section",
        "section",
        "category",
        "dc.subject",
        "cxenseparse:section",
        "parsely-section",
    ):
        if name in page.head.properties and (found := _sections(page.head.properties[name])):
            yield Offer(value=found, path=f'meta[name="{name}"]')
    if found := _linked(page, "category"):
        yield Offer(value=found, path="a[rel=category]")
    if found := _texts(categories_near(lines)):
        yield Offer(value=found, path="text near the title")
    for way, path in sections_on_way(page, title, anchor):
        yield Offer(value=_texts(way), path=path)
    if found := _texts(section_over(page, lines)):
        yield Offer(value=found, path="a", reason="it stands alone over the title")


def tags(page: Page) -> Iterator[Offer[Texts]]:
    """Offer tags."""
    if found := _texts(
        page.head.all("article:tag", "og:article:tag", "og:tag"), parted=len(page.head.all("article:tag")) < _SEVERAL
    ):
        yield Offer(value=found, path='meta[property="article:tag"]')
    keywords = list(strings_of(page.article.data.get("keywords"))) if page.article else []
    if page.article and (found := _texts(keywords, parted=len(keywords) < _SEVERAL)):
        yield Offer(value=found, path=f"{page.article.path}.keywords")
    if found := _linked(page, "tag"):
        yield Offer(value=found, path="a[rel=tag]")
    for box, texts in tags_shown(page.head.below):
        if found := _texts(texts):
            yield Offer(value=found, path="a", reason="it stands in a box for tags", elements=(box,))
    for name in ("news_keywords", "keywords", "parsely-tags", "sailthru.tags", "dc.subject", "dcterms.subject"):
        if found := _texts(page.head.all(name)[:_MOST], parted=True):
            yield Offer(value=found, path=f'meta[name="{name}"]')
    for name in ("keywords", "about"):
        words = [element.get("content") or text_of(element) or "" for element in page.declared_as(name)]
        if found := _texts(words, parted=len(words) < _SEVERAL):
            yield Offer(value=found, path=f"[itemprop={name}]")


def _texts(said: Iterable[str], *, parted: bool = False) -> Texts:
    found: dict[str, str] = {}
    for text in said:
        for part in re.split(r"[,;、，]", text) if parted else [text]:
            name = " ".join(part.split()).strip("#\"' ")
            if name and len(name) <= _LONGEST_TAG and not _OF_PROGRAMS.fullmatch(name):
                found.setdefault(name.casefold(), name)
    return tuple(found.values())[:_MOST]


def _sections(said: Iterable[str]) -> Texts:
    """Part lists that were written without spaces; a comma in the name of a section has one."""
    return _texts([part for text in said for part in _UNSPACED.split(text)])


def _linked(page: Page, relation: str) -> Texts:
    """Give the texts of the first group of links of this relation: those of the article stand together."""
    anchors = [
        a for a in page.head.anchors if relation in a.relations and (relation != "tag" or "category" not in a.relations)
    ]
    if not anchors:
        return ()
    group = _around(anchors[0])
    return _texts([text for a in anchors[:_MOST] if _around(a) is group and (text := text_of(a.element, 100))])


def _around(anchor: Link) -> object:
    parent = anchor.element.getparent()
    if parent is not None and parent.tag in ("li", "span", "strong", "b"):
        return parent.getparent()
    return parent
