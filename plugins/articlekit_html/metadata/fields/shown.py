"""Dates that readers see near the title, and whether each is one of publication or of a change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from attrs import frozen

from articlekit.markup import Element
from articlekit.plugin import Moment
from articlekit_html.metadata.days.dates import (
    Found,
    find_moments,
    read_moment,
    shows_month_first,
)
from articlekit_html.metadata.fields.clocks import day_of, is_there
from articlekit_html.metadata.names import words
from articlekit_html.metadata.names.authors import read_byline, read_labelled
from articlekit_html.metadata.offer import Offer
from articlekit_html.metadata.page.microdata import mark_of
from articlekit_html.metadata.page.nearby import Line
from articlekit_html.metadata.page.page import Page
from articlekit_html.metadata.page.text import text_of

_DIGIT: Final = re.compile(r"\d")
_PARTED: Final = re.compile(r"\d[/-]\s?\d{1,2}[/-]\s?\d")
_LONGEST_REST: Final = 90
"""Characters that may stand beside the dates of a line that is one for dates."""
_LONGEST_REST_BEFORE: Final = 20
"""The same before the title, where nothing else tells that it is one."""
_LONGEST_LABEL: Final = 40
_WORDS_OF_LABEL: Final = 2
_WORDS_OF_TITLE: Final = 5
_LISTS: Final = ("li", "ol", "ul")
_OPENS: Final = re.compile(r"\s*[–—|:(/-]")
"""What parts a date that opens a paragraph from its first words."""
_BEGINS_SPAN: Final = re.compile(r"(?:\d(?:st|nd|rd|th)?,|[^\W\d_]{3})\.? \d{4}\s?[–—-]\s?\Z")
"""A day with its year and a dash, behind which the last day of a span of time stands."""
_BEHIND: Final = 14
_FEW: Final = 6


@frozen(kw_only=True)
class Shown:
    """Dates that readers see near the title."""

    published: tuple[Offer[Moment], ...]
    modified: tuple[Offer[Moment], ...]


def shown_near(page: Page, lines: tuple[Line, ...], language: str | None) -> Shown:
    """Read the dates near the title."""
    found = tuple(_dates_of_lines(page, lines, language))
    return Shown(
        published=tuple(offer for changed, offer in found if not changed),
        modified=tuple(offer for changed, offer in found if changed),
    )


def _dates_of_lines(page: Page, lines: tuple[Line, ...], language: str | None) -> Iterator[tuple[bool, Offer[Moment]]]:
    """Read the dates near the title; say of each whether it is one of a change."""
    if not lines:
        return
    month_first = _order(page, lines)
    for line in lines:
        if not _DIGIT.search(line.text) or _is_entry(line):
            continue
        found = list(find_moments(line.text, language, month_first=month_first))
        times = [element for element in line.parts if element.tag == "time" and element.get("datetime")]
        said = [moment for element in times if (moment := read_moment(element.get("datetime") or ""))]
        if (not found and not said) or (not line.elements and not _OPENS.match(line.text, found[0].end)):
            continue
        places = [(date.start, date.end) for date in found] or _places_of(times, line.text)
        rest = len(line.text) - sum(date.end - date.start for date in found)
        marked = _marks(line, found, said, rest)
        if marked is None:
            continue
        reason = "it is marked as a date" if marked else ""
        elements = line.elements if rest <= _LONGEST_REST else ()
        for number in range(max(len(found), len(said))):
            shown = found[number] if number < len(found) else None
            if shown is not None and not said and _is_of_the_matter(line.text[: shown.start]):
                continue
            moment = _more_exact(said, shown.moment if shown else None, number)
            changed = _marks_change(times, number) or _says_change(line.text, places, number)
            path = "time" if moment in said else "text near the title"
            yield changed, Offer(value=moment, path=path, reason=reason, elements=elements)


def _is_of_the_matter(before: str) -> bool:
    """Whether the words before a date tell that it is the last day of something: of a term, of a life, of a fair."""
    return words.TERM.search(before) is not None or _BEGINS_SPAN.search(before) is not None


def _marks(line: Line, found: list[Found], said: list[Moment], rest: int) -> bool | None:
    """Whether something beside its place tells that a line is there for its dates; None where it is there for more."""
    if found and line.after and _is_headed(line, found[0]) and not _links_title(line):
        return True
    marked = bool(
        said
        or read_byline(line.undated)
        or read_labelled(line.undated)
        or _is_marked(line)
        or words.PUBLISHED.search(line.text)
    )
    longest = _LONGEST_REST if marked else _LONGEST_REST // 3 if line.after else _LONGEST_REST_BEFORE
    return marked if rest <= longest else None


def _is_headed(line: Line, first: Found) -> bool:
    """Whether a line begins with a date, and is named as one for it, or with a word like *Published* before it."""
    if not first.start:
        return bool(line.marks)
    label = line.text[: first.start].split()[-_WORDS_OF_LABEL:]
    return first.start <= _LONGEST_LABEL and words.PUBLISHED.search(" ".join(label)) is not None


def _is_entry(line: Line) -> bool:
    """Whether a line is an entry in a list of other articles, or a short list of them."""
    return any(element.tag in _LISTS for element in line.elements) and _links_title(line)


def _links_title(line: Line) -> bool:
    """Whether one of a line's links has as many words as titles have, and names of authors have not."""
    texts = (text_of(part) for part in line.parts if part.tag == "a")
    return any(text is None or len(text.split()) >= _WORDS_OF_TITLE for text in texts)


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
    if len(said) == 1 and is_there(day_of(shown), said[0]):
        return shown
    same = [moment for moment in said if day_of(moment) == day_of(shown)]
    if len(same) > 1:
        # Published and changed on one day: the one of the same time, else the one that stands there.
        timed = [moment for moment in same if _time_of(moment) == _time_of(shown)]
        return timed[0] if timed else said[number] if number < len(said) and said[number] in same else same[0]
    return same[0] if same else said[number] if number < len(said) and len(said) == 1 else shown


def _time_of(moment: Moment) -> tuple[int, int] | None:
    return (moment.hour, moment.minute) if isinstance(moment, datetime) else None


def _marks_change(times: list[Element], number: int) -> bool:
    """Whether the names of a ``time`` say that its date is one of a change.

    What hAtom calls ``updated``, the one date that it asks for, is in many themes the day of publication, where no
    other date stands beside it.
    """
    if number >= len(times):
        return False
    mark = mark_of(times[number])
    names = times[number].get("class") or ""
    if len(times) == 1 and "updated" in names.split():
        return False
    return bool(mark and mark.meaning == "modified") or ("publi" not in names and bool(words.UPDATED.search(names)))


def _order(page: Page, lines: tuple[Line, ...]) -> bool | None:
    """Say whether the month stands first in the lines: by a day beyond 12, or by the day that the address names."""
    known = (page.day,) if page.day else ()
    parted = (line.text for line in lines if _PARTED.search(line.text))
    return next((shown for text in parted if (shown := shows_month_first(text, known)) is not None), None)
