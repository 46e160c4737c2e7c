"""Offers for when the article was published and modified, the best first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from attrs import frozen

from articlekit.markup import Element
from articlekit.plugin import Diagnostic, Moment
from articlekit.schemaorg import Node, string_of
from articlekit_html.metadata import words
from articlekit_html.metadata.addressed import day_of_address
from articlekit_html.metadata.class_names import Meaning
from articlekit_html.metadata.dates import find_moments, read_moment, shows_month_first
from articlekit_html.metadata.microdata import QUOTED, Mark, items_of, mark_of
from articlekit_html.metadata.nearby import Line
from articlekit_html.metadata.offer import Offer
from articlekit_html.metadata.page import Page
from articlekit_html.metadata.said_in_text import dates_said, label_before
from articlekit_html.metadata.text import text_of

_LONGEST_DATE_LINE: Final = 160
_DIGIT: Final = re.compile(r"\d")
_LONGEST_REST: Final = 90
"""Characters that may stand beside the dates of a line that is one for dates."""
_OPENS: Final = re.compile(r"\s*[–—|:(/-]")
"""What parts a date that opens a paragraph from its first words."""
_BEHIND: Final = 14
_FEW: Final = 6

# What metas for the day of publication are called, letters alone; the rest of their names is the vocabulary's.
_PUBLISHED: Final = re.compile(
    r"(?:publi(?:shed|cation|c|sh)?(?:time|date)?|date(?:published|created|issued|submitted|original)?|pubdate|issued|"
    r"created|releasedate|onlinedate|displaydate|pdate|postdate|timestamp)$"
)
_MODIFIED: Final = re.compile(
    r"(?:modified|modifiedtime|updated|updatedtime|lastmod|datemodified|lastmodified|lastupdated|updatetime|moddate|revised)$"
)
_VAGUE: Final = re.compile(r'="(?:date|dc\.date|dcterms\.date|timestamp|created|dcterms\.created|dc\.date\.created)"')
"""Names under which some sites give the day of the page and not of the article."""
_NEVER: Final = re.compile(r"expir|build|unpublish|verif|build|bingbot|server|copyright|birth")
_LETTERS: Final = re.compile(r"[^a-z]")


@frozen(kw_only=True)
class Shown:
    """Dates that readers see near the title."""

    published: tuple[Offer[Moment], ...]
    modified: tuple[Offer[Moment], ...]


def shown_near(lines: tuple[Line, ...], language: str | None) -> Shown:
    """Read the dates near the title."""
    found = tuple(_dates_of_lines(lines, language))
    return Shown(
        published=tuple(offer for changed, offer in found if not changed),
        modified=tuple(offer for changed, offer in found if changed),
    )


def published(page: Page, near: Shown) -> Iterator[Offer[Moment]]:
    """Offer moments of publication: the page's data first; of two that differ, the one whose day is shown."""
    said, vague = _said(page)
    shown = near.published
    strong = [offer for offer in shown if offer.reason]
    if strong and said and not any(_is_day(said[0].value, offer.value) for offer in strong):
        said.sort(key=lambda offer: not _is_day(offer.value, strong[0].value))
        if _is_long_before(strong[0].value, said[0].value):
            said.insert(0, strong[0])
    if strong and not said:
        declared = _of_items(page.marks, "published", declared=True)
        said = [item for item in declared if any(_is_day(item.value, offer.value) for offer in strong)]
    yield from exactest([*said, *strong, *vague])
    yield from _of_items(page.marks, "published", declared=True)
    yield from (offer for offer in shown if not offer.reason)
    yield from _of_items(page.marks, "published", declared=False)
    yield from _of_times(page, changed=False)
    if day := day_of_address(page.base or ""):
        yield Offer(value=day, path="url")
    yield from dates_said(page)


def _said(page: Page) -> tuple[list[Offer[Moment]], list[Offer[Moment]]]:
    """Give what the page's data says of the article, and what it says of it or of the page, nobody knows."""
    best = page.article
    others = [node for node in page.graph.articles if node is not best and node.kinds != (best.kinds if best else ())]
    nodes = [best, *others] if best else others
    strong = [node for node in nodes if not any(kind.endswith("Page") for kind in node.kinds)]
    said = list(_of_nodes(strong, ("datePublished", "dateCreated", "uploadDate")))
    metas = list(_of_properties(page, "published"))
    said += [offer for offer in metas if not _VAGUE.search(offer.path)]
    said += _of_nodes([node for node in nodes if node not in strong], ("datePublished", "dateCreated"))
    return said, [offer for offer in metas if _VAGUE.search(offer.path)]


def _is_day(one: Moment, other: Moment) -> bool:
    return (one.year, one.month, one.day) == (other.year, other.month, other.day)


def _is_long_before(shown: Moment, said: Moment) -> bool:
    """Whether a day that readers see is earlier than the one the page's data give, by more than zones can make it."""
    swapped = (shown.month, shown.day) == (said.day, said.month)
    return not swapped and (date(said.year, said.month, said.day) - date(shown.year, shown.month, shown.day)).days > 1


def modified(page: Page, near: Shown) -> Iterator[Offer[Moment]]:
    """Offer moments of the last change."""
    nodes = [page.article] if page.article else []
    yield from _of_nodes(nodes, ("dateModified",))
    yield from _of_properties(page, "modified")
    yield from near.modified
    marks = (mark for element in (*page.head.items, *page.head.times) if (mark := mark_of(element)) and mark.declared)
    yield from _of_items(marks, "modified", declared=True)
    yield from _of_times(page, changed=True)


def not_understood(page: Page) -> Iterator[Diagnostic]:
    """Say which of the dates that the page's data give of the article are none."""
    data = page.article.data if page.article else {}
    path = page.article.path if page.article else ""
    said = [(f"{path}.{name}", string_of(data.get(name))) for name in ("datePublished", "dateModified")]
    for name in ("article:published_time", "article:modified_time"):
        said += [(f'meta[property="{name}"]', content) for content in page.head.properties.get(name, ())[:1]]
    for place, text in said:
        if text and text.strip() and read_moment(text) is None:
            yield Diagnostic(code="date.invalid", message=f"{place} is no date: {text[:40]!r}")


def _of_nodes(nodes: list[Node], names: tuple[str, ...]) -> Iterator[Offer[Moment]]:
    for name in names:
        for node in nodes:
            said = string_of(node.data.get(name))
            moment = read_moment(said) if said else None
            if moment:
                yield Offer(value=moment, path=f"{node.path}.{name}")


def _of_properties(page: Page, meaning: Meaning) -> Iterator[Offer[Moment]]:
    found: list[tuple[bool, Offer[Moment]]] = []
    for name, contents in page.head.properties.items():
        if len(name) > 60 or _meaning_of(name) != meaning:
            continue
        moment = read_moment(contents[0]) if any(map(str.isdigit, contents[0][:40])) else None
        if moment:
            found.append((name.startswith("article:"), Offer(value=moment, path=f'meta[name="{name}"]')))
    yield from (offer for _, offer in sorted(found, key=lambda pair: not pair[0]))


@lru_cache(maxsize=1 << 11)
def _meaning_of(name: str) -> Meaning | None:
    letters = _LETTERS.sub("", name)
    if _NEVER.search(letters):
        return None
    return "modified" if _MODIFIED.search(letters) else "published" if _PUBLISHED.search(letters) else None


def _of_times(page: Page, *, changed: bool) -> Iterator[Offer[Moment]]:
    """Offer the page's ``time`` elements, where there are few: a list of articles has one for each."""
    times = page.head.times
    for time in times if len(times) < _FEW else ():
        moment = read_moment(time.get("datetime") or "")
        if moment and _is_of_change(time) is changed and next(time.iterancestors(*QUOTED), None) is None:
            yield Offer(value=moment, path="time")


def _is_of_change(element: Element) -> bool:
    """Whether the words before an element, its own first ones or its property say that its date is one of a change."""
    mark = mark_of(element)
    own = (text_of(element) or "")[:_BEHIND]
    return (mark is not None and mark.meaning == "modified") or any(
        map(words.UPDATED.search, (label_before(element), own))
    )


def _of_items(marks: Iterable[Mark], meaning: Meaning, *, declared: bool) -> Iterator[Offer[Moment]]:
    for item in items_of((mark for mark in marks if mark.declared is declared), meaning):
        if len(item.value) <= _LONGEST_DATE_LINE:
            moment = read_moment(item.value) if item.value[0].isdecimal() else None
            if moment is None:
                found = next(find_moments(item.value), None)
                moment = found.moment if found and not words.UPDATED.search(item.value[: found.start]) else None
            if moment and (declared or not _is_of_change(item.mark.element)):
                yield Offer(value=moment, path=item.path)


def _dates_of_lines(lines: tuple[Line, ...], language: str | None) -> Iterator[tuple[bool, Offer[Moment]]]:
    """Read the dates near the title; say of each whether it is one of a change."""
    if not lines:
        return
    month_first = _order(lines)
    for line in lines:
        if len(line.text) > _LONGEST_DATE_LINE or not _DIGIT.search(line.text):
            continue
        found = list(find_moments(line.text, language, month_first=month_first))
        times = [element for element in line.parts if element.tag == "time" and element.get("datetime")]
        said = [moment for element in times if (moment := read_moment(element.get("datetime") or ""))]
        if (not found and not said) or (not line.elements and not _OPENS.match(line.text, found[0].end)):
            continue
        places = [(date.start, date.end) for date in found] or _places_of(times, line.text)
        rest = len(line.text) - sum(date.end - date.start for date in found)
        marked = bool(said) or _is_marked(line) or bool(words.PUBLISHED.search(line.text))
        if rest > (_LONGEST_REST if marked else _LONGEST_REST // 3) or (not line.after and not marked and rest > 20):
            continue
        reason = "it is marked as a date" if marked else ""
        for number in range(max(len(found), len(said))):
            shown = found[number] if number < len(found) else None
            moment = _more_exact(said, shown.moment if shown else None, number)
            changed = _marks_change(times, number) or _says_change(line.text, places, number)
            path = "time" if moment in said else "text near the title"
            yield changed, Offer(value=moment, path=path, reason=reason, elements=line.elements)


def _places_of(times: list[Element], text: str) -> list[tuple[int, int]]:
    """Find where in a line its ``time`` elements begin and end: *2 hours ago* is no date that could be found."""
    places: list[tuple[int, int]] = []
    end = 0
    for time in times:
        own = text_of(time) or ""
        start = text.find(own, end)
        if not own or start < 0:
            return []
        end = start + len(own)
        places.append((start, end))
    return places


def _says_change(text: str, places: list[tuple[int, int]], number: int) -> bool:
    """Whether the words before a date, or of the last one those behind it, say that it is one of a change."""
    if number >= len(places):
        return bool(words.UPDATED.search(text))
    begin, end = places[number]
    before = places[number - 1][1] if number else 0
    if words.UPDATED.search(text[before:begin]):
        return True
    # What says when it was changed, with another number, is no word for this date: 3 March, updated 4th March.
    alone = number + 1 == len(places) and not _DIGIT.search(text[end:])
    return alone and bool(words.UPDATED.search(text[end : end + _BEHIND]))


def _is_marked(line: Line) -> bool:
    """Whether a line's element, one inside, or a small one around it is named as one for dates or bylines."""
    if line.marks or not line.elements:
        return bool(line.marks)
    parent = line.elements[0].getparent()
    return parent is not None and len(parent) < _FEW and mark_of(parent) is not None


def _more_exact(said: list[Moment], shown: Moment | None, number: int) -> Moment:
    if shown is None:
        return said[min(number, len(said) - 1)]
    same = [
        moment for moment in said if (moment.year, moment.month, moment.day) == (shown.year, shown.month, shown.day)
    ]
    return same[0] if same else said[number] if number < len(said) and len(said) == 1 else shown


def _marks_change(times: list[Element], number: int) -> bool:
    if number >= len(times):
        return False
    mark = mark_of(times[number])
    names = times[number].get("class") or ""
    return bool(mark and mark.meaning == "modified") or ("publi" not in names and bool(words.UPDATED.search(names)))


def _order(lines: tuple[Line, ...]) -> bool | None:
    slashed = (line.text for line in lines if "/" in line.text)
    return next((shown for text in slashed if (shown := shows_month_first(text)) is not None), None)


def exactest(offers: list[Offer[Moment]]) -> list[Offer[Moment]]:
    """Put first, of those that say the same as the first, the one that says most: the time, the offset from UTC."""
    if offers:
        first = offers[0].value
        same = [offer for offer in offers if _is_same(first, offer.value)]
        best = max(same, key=lambda offer: _exactness(offer.value))
        if _exactness(best.value) > _exactness(first):
            offers = [best, *(offer for offer in offers if offer is not best)]
    return offers


def _exactness(moment: Moment) -> int:
    if not isinstance(moment, datetime):
        return 0
    return 1 if moment.tzinfo is None else 2


def _is_same(one: Moment, other: Moment) -> bool:
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one.replace(tzinfo=None, second=0, microsecond=0) == other.replace(tzinfo=None, second=0, microsecond=0)
    return (one.year, one.month, one.day) == (other.year, other.month, other.day)
