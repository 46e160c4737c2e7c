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
from articlekit_html.metadata.fields.bylined import PROFILE
from articlekit_html.metadata.page.nearby import Line
from articlekit_html.metadata.page.page import Page
from articlekit_html.metadata.page.text import text_of
from articlekit_html.metadata.page.titles import bare, contains, letters_of, unaccented

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
_SIGNS: Final = frozenset(["/", "//", ">", ">>", "›", "»", "→", "＞", "／", "➔", "❯", "\\", "::"])
"""What parts the steps of a way that no name tells, each leading on to the next."""
_TWO_LETTERS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "ß": "ss"})
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
    shown = None if anchor is None else next(_ways_before(page, anchor), None)
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


def section_over(page: Page, lines: tuple[Line, ...]) -> tuple[str, ...]:
    """Give the text of the link that stands alone right over the title, if its address ends with the same words."""
    line = next((line for line in lines if not line.after), None)
    links = [part for part in line.parts if part.tag == "a"] if line is not None else []
    if line is None or len(links) != 1 or text_of(links[0], _LONGEST) != line.text:
        return ()
    path = _step(page, line.text, links[0].get("href")).path or ""
    last = letters_of(path.rpartition("/")[2])
    says_so = last and PROFILE.search(path) is None and last in _as_in_addresses(line.text)
    return (line.text,) if says_so else ()


def _as_in_addresses(text: str) -> set[str]:
    """Write a text as addresses are written, as one word: without accents, or with two letters for one."""
    return {letters_of(text), letters_of(unaccented(text)), letters_of(text.lower().translate(_TWO_LETTERS))}


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
    if page.base or not (address or "").startswith("/"):
        address = page.absolute(address)
    return _Step(name, urlsplit(address).path.rstrip("/") if address else None)


def _between(page: Page, steps: list[_Step], title: str) -> tuple[str, ...]:
    """Leave out the front page and the article itself."""
    if len(steps) > _STEPS:
        return ()
    own = urlsplit(page.base or "").path.rstrip("/")
    # What is known of the host alone is a name like any other word.
    sites = {bare(name) for name in page.site_names if not name.islower()}
    kept = [step for step in steps if not _leads_home(step) and not contains(bare(step.name), title)]
    if kept and kept[0] is steps[0] and bare(kept[0].name) in sites:
        del kept[0]
    if kept and kept[-1] is steps[-1] and (kept[-1].path in (None, own) or contains(title, bare(kept[-1].name))):
        del kept[-1]
    if kept and kept[0] is steps[0] and len(kept) > 1 and not (kept[1].path or "").startswith(f"{kept[0].path}/"):
        del kept[0]  # The front page has an address of its own.
    return tuple(step.name for step in kept)


def _leads_home(step: _Step) -> bool:
    return step.path is not None and (step.path.count("/") < 1 or step.path in ("/index.html", "/index.php"))


def _ways_before(page: Page, anchor: Element) -> Iterator[Element]:
    for around in (anchor, *islice(anchor.iterancestors(), _UP)):
        for sibling in islice(around.itersiblings(preceding=True), _BEFORE):
            for element in islice(sibling.iter(*_HOLDING), _INSIDE):
                if any((said := element.get(name)) and _says_way(said) for name in _SAYING) or _is_way(page, element):
                    yield element


def _is_way(page: Page, element: Element) -> bool:
    """Whether an element's links lead on from the front page, with signs between them that menus do not have."""
    if not len(element) or element[0].tag != "a" or not _leads_home(_step(page, "", element[0].get("href"))):
        return False
    between = [element[0].tail or ""]
    for child in islice(element, 1, _STEPS + 1):
        if child.tag == "a":
            between.append("")
        else:
            between[-1] += text_of(child, _LONGEST) or " "
        between[-1] += child.tail or ""
    # Behind the last link stands the article, or nothing.
    return len(between) > 1 and {sign.strip() for sign in between[:-1]} <= _SIGNS


@lru_cache(maxsize=1 << 12)
def _says_way(said: str) -> bool:
    said = said.lower()
    return "crumb" in said and _WAY.search(said) is not None


@lru_cache(maxsize=1 << 12)
def _are_of_categories(names: str) -> bool:
    names = names[:_LONGEST_NAMES].lower()
    return any(name in names for name in _CATEGORIES)
