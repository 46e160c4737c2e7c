"""Offers for when the article was published and modified, the best first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from articlekit.markup import Element
from articlekit.plugin import Diagnostic, Moment
from articlekit.schemaorg import Node, string_of
from articlekit_html.metadata.days.dates import LONGEST_DATE_LINE, find_moments, read_moment, shows_month_first
from articlekit_html.metadata.fields.clocks import day_of, local, local_by_address
from articlekit_html.metadata.fields.said_in_scripts import dates_in_scripts
from articlekit_html.metadata.fields.said_in_text import changes_said, dates_said, label_before
from articlekit_html.metadata.fields.shown import Shown
from articlekit_html.metadata.names import words
from articlekit_html.metadata.offer import Offer
from articlekit_html.metadata.page.class_names import Meaning, is_in_comments
from articlekit_html.metadata.page.microdata import QUOTED, Mark, items_of, mark_of
from articlekit_html.metadata.page.page import Page
from articlekit_html.metadata.page.text import text_of

_BEHIND: Final = 14
_FEW: Final = 6

# What metas for the day of publication are called, letters alone; the rest of their names is the vocabulary's.
_PUBLISHED: Final = re.compile(
    r"(?:publi(?:shed|cation|c|sh)?(?:time|date)?|date(?:published|created|issued|submitted|original)?|pubdate|issued|"
    r"created|creationtime|releasedate|onlinedate|displaydate|pdate|postdate|timestamp)$"
)
_MODIFIED: Final = re.compile(
    r"(?:(?:modified|modification|changed|updated?|revised|revision)(?:time|date)?|lastmod|moddate|datemodified)$"
)
_VAGUE: Final = re.compile(
    r'="(?:date|dc\.date|dcterms\.date|timestamp|created|creationtime|dcterms\.created|dc\.date\.created)"'
)
"""Names under which some sites give the day of the page and not of the article."""
_DEFINED: Final = re.compile(r'="(?:article:|dc[.:]|dcterms[.:]|citation_|prism\.)')
"""Names that a vocabulary defines: Open Graph's article, Dublin Core, Highwire Press, PRISM."""
_OWN: Final = "meta of the site's own"
"""The others: what a site means by them is nowhere written."""
_NEVER: Final = re.compile(r"expir|build|unpublish|verif|bingbot|server|copyright|birth")
_LETTERS: Final = re.compile(r"[^a-z]")


def published(page: Page, near: Shown, language: str | None) -> Iterator[Offer[Moment]]:
    """Offer moments of publication: the page's data first; of two that differ, the one whose day is shown."""
    month_first = _order_of_data(page, near)
    said, vague = _said(page, month_first)
    shown = near.published
    strong = [offer for offer in shown if offer.reason]
    days = {day_of(offer.value) for offer in strong}
    # What has been changed was published by then.
    changed = min((day_of(offer.value) for offer in near.modified), default=date.max)
    vague = [offer for offer in vague if day_of(offer.value) <= changed]
    if strong and said and day_of(said[0].value) not in days:
        said.sort(key=lambda offer: day_of(offer.value) != day_of(strong[0].value))
        if _is_long_before(strong[0].value, said[0].value) or _source(said[0]) == _OWN:
            said.insert(0, strong[0])
    elif strong and not said:
        declared = _of_items(page.marks, "published", language, declared=True)
        said = [item for item in declared if day_of(item.value) in days]
    elif said and not strong:
        said = _agreed_first(said, vague, _of_changes(page, month_first))
    first = exactest([*said, *strong, *vague], shown)
    if first:
        yield from local(first[0], [*first, *shown], page.head.times)
        yield from local_by_address(first[0], page.day)
    yield from first
    yield from _of_items(page.marks, "published", language, declared=True)
    yield from shown
    yield from _of_items(page.marks, "published", language, declared=False)
    yield from _of_times(page, changed=False)
    if page.day:
        yield Offer(value=page.day, path="url")
    yield from dates_said(page, language)
    yield from dates_in_scripts(page)


def _said(page: Page, month_first: bool | None) -> tuple[list[Offer[Moment]], list[Offer[Moment]]]:
    """Give what the page's data says of the article, and what it says of it or of the page, nobody knows."""
    best = page.article
    others = [node for node in page.graph.articles if node is not best and node.kinds != (best.kinds if best else ())]
    nodes = [best, *others] if best else others
    strong = [node for node in nodes if not any(kind.endswith("Page") for kind in node.kinds)]
    said = list(_of_nodes(strong, ("datePublished", "dateCreated", "uploadDate"), month_first))
    metas = list(_of_properties(page, "published", month_first))
    said += [offer for offer in metas if not _VAGUE.search(offer.path)]
    of_pages = [node for node in nodes if node not in strong]
    said += _of_nodes(of_pages, ("datePublished", "dateCreated"), month_first)
    return said, [offer for offer in metas if _VAGUE.search(offer.path)]


def _agreed_first(
    said: list[Offer[Moment]], others: list[Offer[Moment]], changes: Iterable[Offer[Moment]]
) -> list[Offer[Moment]]:
    """Put first, of days that differ, the one that most of the page's sources say, unless it is that of a change."""
    sources: dict[date, set[str]] = {}
    for offer in (*said, *others):
        sources.setdefault(day_of(offer.value), set()).add(_source(offer))
    most = max(sources, key=lambda day: len(sources[day]))
    if most == day_of(said[0].value) or any(most == day_of(change.value) for change in changes):
        return said
    return sorted(said, key=lambda offer: day_of(offer.value) != most)


def _source(offer: Offer[Moment]) -> str:
    """Name where a date comes from: each ``meta`` that is defined, all others together, all of JSON-LD together."""
    if not offer.path.startswith("meta"):
        return "JSON-LD"
    return offer.path if _DEFINED.search(offer.path) or _VAGUE.search(offer.path) else _OWN


def _is_long_before(shown: Moment, said: Moment) -> bool:
    """Whether a day that readers see is earlier than the one the page's data give, by more than zones can make it."""
    swapped = (shown.month, shown.day) == (said.day, said.month)
    return not swapped and (day_of(said) - day_of(shown)).days > 1


def modified(page: Page, near: Shown, language: str | None) -> Iterator[Offer[Moment]]:
    """Offer moments of the last change."""
    yield from _of_changes(page, _order_of_data(page, near))
    yield from near.modified
    marks = (mark for element in (*page.head.items, *page.head.times) if (mark := mark_of(element)) and mark.declared)
    yield from _of_items(marks, "modified", language, declared=True)
    yield from _of_times(page, changed=True)
    yield from changes_said(page, language)


def _of_changes(page: Page, month_first: bool | None) -> Iterator[Offer[Moment]]:
    """Give what the page's data calls changes."""
    yield from _of_nodes([page.article] if page.article else [], ("dateModified",), month_first)
    yield from _of_properties(page, "modified", month_first)


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


def _order_of_data(page: Page, near: Shown) -> bool | None:
    """Say whether the page's data put the month first, by the days that it shows or that its address names."""
    known = {day_of(offer.value) for offer in near.published if offer.reason}
    if page.day:
        known.add(page.day)
    said = [string_of(node.data.get("datePublished")) or "" for node in page.graph.articles]
    said += [contents[0] for name, contents in page.head.properties.items() if _meaning_of(name) == "published"]
    return next((order for text in said if (order := shows_month_first(text, known)) is not None), None)


def _of_nodes(nodes: list[Node], names: tuple[str, ...], month_first: bool | None) -> Iterator[Offer[Moment]]:
    for name in names:
        for node in nodes:
            said = node.data.get(name)
            # Seconds since 1970 may be a number.
            text = str(said) if isinstance(said, int) and not isinstance(said, bool) else string_of(said)
            moment = read_moment(text, month_first=month_first) if text else None
            if moment:
                yield Offer(value=moment, path=f"{node.path}.{name}")


def _of_properties(page: Page, meaning: Meaning, month_first: bool | None) -> Iterator[Offer[Moment]]:
    found: list[tuple[bool, Offer[Moment]]] = []
    for name, contents in page.head.properties.items():
        if len(name) > 60 or _meaning_of(name) != meaning:
            continue
        is_date = any(map(str.isdigit, contents[0][:40]))
        moment = read_moment(contents[0], month_first=month_first) if is_date else None
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
        if moment and _is_of_change(time) is changed and not _is_said_by_others(time):
            yield Offer(value=moment, path="time", place=time)


def _is_said_by_others(time: Element) -> bool:
    return next(time.iterancestors(*QUOTED), None) is not None or is_in_comments(time)


def _is_of_change(element: Element) -> bool:
    """Whether the words before an element, its own first ones or its property say that its date is one of a change."""
    mark = mark_of(element)
    own = (text_of(element) or "")[:_BEHIND]
    return (mark is not None and mark.meaning == "modified") or any(
        map(words.UPDATED.search, (label_before(element), own))
    )


def _of_items(
    marks: Iterable[Mark], meaning: Meaning, language: str | None, *, declared: bool
) -> Iterator[Offer[Moment]]:
    items = items_of((mark for mark in marks if mark.declared is declared), meaning)
    for item in sorted(items, key=lambda item: not item.path.endswith("atePublished]")):
        if len(item.value) <= LONGEST_DATE_LINE:
            moment = read_moment(item.value) if item.value[0].isdecimal() else None
            if moment is None:
                found = next(find_moments(item.value, language), None)
                moment = found.moment if found and not words.UPDATED.search(item.value[: found.start]) else None
            if moment and (declared or not _is_of_change(item.mark.element)):
                yield Offer(value=moment, path=item.path, place=item.mark.element)


def exactest(offers: list[Offer[Moment]], others: Iterable[Offer[Moment]] = ()) -> list[Offer[Moment]]:
    """Put first, of those that say the same as the first, the one that says most: the time, the offset from UTC.

    Args:
        offers: The most trusted first.
        others: Some that are not trusted to say anything else.
    """
    if offers:
        first = offers[0].value
        same = [offer for offer in (*offers, *others) if _is_same(first, offer.value)]
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
    return day_of(one) == day_of(other)
