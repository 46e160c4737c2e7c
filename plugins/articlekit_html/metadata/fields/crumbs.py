"""Where a page says that it stands: the way to it from the front page (breadcrumbs), and categories near the title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final
from urllib.parse import urlsplit

from attrs import frozen

from articlekit.markup import Element
from articlekit.plugin import Json
from articlekit.schemaorg import string_of
from articlekit_html.metadata.page.nearby import Line
from articlekit_html.metadata.page.page import Page
from articlekit_html.metadata.page.text import text_of
from articlekit_html.metadata.page.titles import bare, contains

_WAY: Final = re.compile(r"bread[-_]?crumb|(?<![a-z])crumbs?(?![a-z])")
_SAYING: Final = ("class", "id", "aria-label", "itemtype")
"""Attributes that call an element a way (schema.org's ``BreadcrumbList``; WAI-ARIA's pattern names it by a label)."""
_HOLDING: Final = ("div", "nav", "ol", "p", "section", "span", "ul")
_CATEGORIES: Final = (
    "category",
    "categories",
    "categoria",
    "categorie",
    "cat-links",
    "kategorie",
    "rubrik",
    "rubrique",
)
"""What classes for them hold, in the languages that stylesheets are written in."""
_STEPS: Final = 6
"""A longer way is a menu."""
_UP: Final = 8
_BEFORE: Final = 6
_INSIDE: Final = 15
"""The way is sought before the title, so many levels up, and in so many elements of each that stands there."""
_LONGEST: Final = 60
_PARTS: Final = 30
_LONGEST_NAMES: Final = 300


@frozen
class _Step:
    """A step of the way: what it is called, and where it leads."""

    name: str
    path: str | None


def sections_on_way(page: Page, title: str | None, anchor: Element | None) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give the sections between the front page and the article, the outermost first, and where they are said."""
    for node in page.graph.of_kind("BreadcrumbList"):
        steps = _said_steps(page, node.data.get("itemListElement"))
        if sections := _between(page, steps, bare(title)):
            yield sections, f"{node.path}.itemListElement"
    shown = None if anchor is None else next(_ways_before(anchor), None)
    if shown is not None:
        links = [(text_of(link, _LONGEST), link.get("href")) for link in islice(shown.iter("a"), _STEPS + 1)]
        if sections := _between(page, [_step(page, name, href) for name, href in links if name], bare(title)):
            yield sections, "breadcrumbs"


def categories_near(lines: tuple[Line, ...]) -> tuple[str, ...]:
    """Give the links, or the text, of the first element near the title that is named as one for categories."""
    for line in lines:
        for part in () if line.in_text else islice(line.parts, _PARTS):
            if (names := part.get("class")) and _are_of_categories(names):
                links = [text_of(link, _LONGEST) for link in islice(part.iter("a"), _STEPS)]
                if not links and (text := text_of(part, _LONGEST)) and not text.endswith(":"):
                    links = [text]
                if said := tuple(filter(None, links)):
                    return said
    return ()


def _said_steps(page: Page, said: Json) -> list[_Step]:
    steps = []
    for entry in said if isinstance(said, list) else [said]:
        if isinstance(entry, dict):
            item = entry.get("item")
            about = item if isinstance(item, dict) else {}
            name = string_of(entry.get("name")) or string_of(about.get("name"))
            address = item if isinstance(item, str) else string_of(about.get("@id")) or string_of(about.get("url"))
            if name:
                steps.append(_step(page, name, address))
    return steps


def _step(page: Page, name: str, address: str | None) -> _Step:
    address = page.absolute(address)
    return _Step(name, urlsplit(address).path.rstrip("/") if address else None)


def _between(page: Page, steps: list[_Step], title: str) -> tuple[str, ...]:
    """Leave out the front page and the article itself."""
    if len(steps) > _STEPS:
        return ()
    own = urlsplit(page.base or "").path.rstrip("/")
    kept = [step for step in steps if not _leads_home(step) and not contains(bare(step.name), title)]
    if kept and kept[-1] is steps[-1] and (kept[-1].path in (None, own) or contains(title, bare(kept[-1].name))):
        del kept[-1]
    if kept and kept[0] is steps[0] and len(kept) > 1 and not (kept[1].path or "").startswith(f"{kept[0].path}/"):
        del kept[0]  # The front page has an address of its own.
    return tuple(step.name for step in kept)


def _leads_home(step: _Step) -> bool:
    return step.path is not None and (step.path.count("/") < 1 or step.path in ("/index.html", "/index.php"))


def _ways_before(anchor: Element) -> Iterator[Element]:
    for around in (anchor, *islice(anchor.iterancestors(), _UP)):
        for sibling in islice(around.itersiblings(preceding=True), _BEFORE):
            for element in islice(sibling.iter(*_HOLDING), _INSIDE):
                if any((said := element.get(name)) and _says_way(said) for name in _SAYING):
                    yield element


@lru_cache(maxsize=1 << 12)
def _says_way(said: str) -> bool:
    said = said.lower()
    return "crumb" in said and _WAY.search(said) is not None


@lru_cache(maxsize=1 << 12)
def _are_of_categories(names: str) -> bool:
    names = names[:_LONGEST_NAMES].lower()
    return any(name in names for name in _CATEGORIES)
