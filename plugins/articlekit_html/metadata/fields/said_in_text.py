"""The last resort for the days of publication and change: dates that the text says in passing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from itertools import islice
from typing import Any, Final

from articlekit.markup import Element
from articlekit.plugin import Moment
from articlekit_html.metadata.days.dates import Found, find_moments
from articlekit_html.metadata.fields.clocks import day_of
from articlekit_html.metadata.names import words
from articlekit_html.metadata.names.authors import read_alone, read_byline
from articlekit_html.metadata.offer import Offer
from articlekit_html.metadata.page.class_names import is_in_comments
from articlekit_html.metadata.page.microdata import is_elsewhere
from articlekit_html.metadata.page.nearby import INLINE
from articlekit_html.metadata.page.page import Page
from articlekit_html.metadata.page.text import text_of

_LABEL: Final = 30
"""So many characters before a date may say what it is of."""
_LONGEST_REST: Final = 60
"""Characters beside a date in a line that is one for dates."""
_LONGEST_REST_ALONE: Final = 4
"""The same where nothing but its being alone speaks for it: *am 12.5.2024,*."""
_OF_DATA: Final = frozenset(("a", "code", "dd", "pre", "td", "th"))
_AROUND: Final = 2
_LONGEST_LINE: Final = 200
"""So many characters, white space too, has a line that is one for dates."""
_ICONS: Final = ("calendar", "clock")
_OPENS: Final = re.compile(r"\s*[–—|:()/„“»\"-]")
"""What parts a date that opens a paragraph from its first words."""
_PLACE: Final = r"[^\W\d_a-zß-ÿ][^\W\d_]*+\.?"
_DATELINE: Final = re.compile(
    rf"(?:{_PLACE}(?:\s(?:[^\W\d_]{{2,3}}\s){{0,2}}|\s?[|/-]\s?|,\s)){{0,5}}{_PLACE}(?:(,\s(?:den\s|le\s)?)|\svom\s)\Z"
)
"""What stands before the date of news: the place, *Frankfurt am Main, den*, or what it is, *Mitteilung vom*."""
_BAR: Final = re.compile(r"[|·•]\s?\Z")
"""What parts a date from what stands before it in a line of such things."""
_EDGE: Final = re.compile(r"\s*[|–—:-]\s*")


class _Standing(Enum):
    """How a date stands in the text of a page."""

    LABELLED = auto()
    OPENING = auto()
    ALONE = auto()
    ASIDE = auto()


def dates_said(page: Page, language: str | None) -> Iterator[Offer[Moment]]:
    """Offer the dates behind a word like ``Published`` or the picture of a calendar, of the title, of first words.

    At last the one that stands alone, where it is the only one of the page that does: lists of articles have several;
    and the one behind such a word beside the text, likewise.
    """
    passed = list(_passed(page, language))
    yield from (offer for standing, offer in passed if standing is _Standing.LABELLED)
    yield from _of_title(page.window_title or "")
    yield from (offer for standing, offer in passed if standing is _Standing.OPENING)
    for last in (_Standing.ALONE, _Standing.ASIDE):
        offers = [offer for standing, offer in passed if standing is last]
        if len({day_of(offer.value) for offer in offers}) == 1:
            yield from offers


def changes_said(page: Page, language: str | None) -> Iterator[Offer[Moment]]:
    """Offer the date behind a word for changes, wherever it stands, where all that do are of one day: as wikis end."""
    offers = list(_changes(page, language))
    if len({day_of(offer.value) for offer in offers}) == 1:
        yield from offers


def _changes(page: Page, language: str | None) -> Iterator[Offer[Moment]]:
    for node in page.texts_with_years:
        text = " ".join(node.split()) if len(node) < _LONGEST_LINE else ""
        place, _, said = _before(node) if text else (None, None, "")
        # Dates are looked for where they may be wanted alone: that takes a hundred times as long.
        if place is None or not words.UPDATED.search(f"{said} {text}"):
            continue
        found = _single(text, language)
        if found and _is_of_change(text, found, _label_of(said, text, found)) and not is_in_comments(place):
            yield Offer(value=found.moment, path=str(place.tag), reason="it is said in the text", place=place)


def _passed(page: Page, language: str | None) -> Iterator[tuple[_Standing, Offer[Moment]]]:
    """Give dates in the text of a page: how they stand there, and what they are."""
    for node in page.texts_with_years:
        text = " ".join(node.split())
        found = _single(text, language)
        if found is None:
            continue
        place, before, said = _before(node)
        if place is None:
            continue
        label = _label_of(said, text, found)
        if words.TERM.search(label) or _is_of_change(text, found, label):
            continue
        if is_elsewhere(place):
            standing = (
                _Standing.ASIDE if _is_labelled(text, found, place, label) and not is_in_comments(place) else None
            )
        else:
            standing = _standing(text, found, place, label) if not _is_icon(before) else _Standing.LABELLED
        if standing:
            yield standing, Offer(value=found.moment, path=str(place.tag), reason="it is said in the text", place=place)


def _before(node: Any) -> tuple[Element | None, Element | None, str]:
    """Give the element that a text stands in, the one before it, and the end of the text before it."""
    element = node.getparent()
    if not node.is_tail:
        return element, element.getprevious(), label_before(element)
    place = element.getparent()
    return place, element, _end_of(element, place, is_tail=True) if place is not None else ""


def _label_of(said: str, text: str, found: Found) -> str:
    """Give what stands before a date, and may say what it is of."""
    return f"{said} {text[: found.start]}"[-_LABEL:]


def _single(text: str, language: str | None) -> Found | None:
    """Find the first date in a text, if no second one makes a span of both."""
    dates = find_moments(text, language)
    first, second = next(dates, None), next(dates, None)
    is_span = first and second and words.SPAN.fullmatch(text[first.end : second.start])
    return None if is_span else first


def _standing(text: str, found: Found, place: Element, label: str) -> _Standing | None:
    """Say how a date stands in a text; alone is one, too, behind a place or a bar, and before a byline."""
    before, behind = text[: found.start], text[found.end :]
    rest = len(before) + len(behind)
    if _is_labelled(text, found, place, label):
        return _Standing.LABELLED
    dateline = _DATELINE.match(before)
    if _OPENS.match(behind) and (not before.strip(" (") or (dateline and place.tag != "a")):
        return _Standing.OPENING
    is_stamp = _BAR.search(before) or _is_byline(behind) or (dateline and dateline[1] and not behind)
    longest = _LONGEST_REST if is_stamp else _LONGEST_REST_ALONE
    return _Standing.ALONE if rest <= longest and not words.UPDATED.search(label) and not _is_of_data(place) else None


def _is_of_change(text: str, found: Found, label: str) -> bool:
    return len(text) - (found.end - found.start) <= _LONGEST_REST and words.UPDATED.search(label) is not None


def _is_labelled(text: str, found: Found, place: Element, label: str) -> bool:
    rest = len(text) - (found.end - found.start)
    is_short = rest <= (0 if place.tag == "a" else _LONGEST_REST)
    return is_short and words.PUBLISHED.search(label) is not None and words.UPDATED.search(label) is None


def _is_byline(text: str) -> bool:
    return bool(read_byline(text) or read_alone(text))


def _is_of_data(place: Element) -> bool:
    """Whether an element, or one of the two around it, is a link, a cell or code, where dates are of other things.

    A cell that holds more than a line is there for the layout.
    """
    around = (place, *islice(place.iterancestors(), _AROUND))
    return any(element.tag in _OF_DATA and (element.tag != "td" or text_of(element) is not None) for element in around)


def label_before(element: Element) -> str:
    """Give the end of the text before an element, or before the one that it begins."""
    around = element.getparent()
    if (
        element.getprevious() is None
        and around is not None
        and around.tag in INLINE
        and not (around.text or "").strip()
    ):
        element = around
    return _end_of(element.getprevious(), element, is_tail=False)


def _end_of(before: Element | None, place: Element, *, is_tail: bool) -> str:
    """Give the end of the text before a date: of the element before it, or of the text that both stand in."""
    if before is None:
        above = place.getparent()
        return "" if above is None else (above.text or "").rstrip()[-_LABEL:]
    text = "" if is_tail else (before.tail or "").rstrip()
    while not text and len(before):
        before = before[-1]
        text = (before.tail or "").rstrip()
    return (text or before.text or "").rstrip()[-_LABEL:]


def _is_icon(element: Element | None) -> bool:
    """Whether an element without any text is named as the picture of a calendar or a clock."""
    if element is None or (element.text or "").strip():
        return False
    return any(name in (element.get("class") or "") for name in _ICONS)


def _of_title(title: str) -> Iterator[Offer[Moment]]:
    for found in find_moments(title):
        begins = not found.start and _EDGE.match(title, found.end)
        ends = found.end == len(title) and _EDGE.fullmatch(title[: found.start][-3:].lstrip() or "_")
        if begins or ends:
            yield Offer(value=found.moment, path="title", reason="the title says it")
