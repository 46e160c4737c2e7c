"""Moments in UTC, told by the clock of the place where it was another day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final, TypeGuard

from attrs import evolve

from articlekit.markup import Element
from articlekit.plugin import Moment
from articlekit_html.metadata.days.dates import find_moments, read_moment
from articlekit_html.metadata.offer import Offer
from articlekit_html.metadata.page.text import spaced_text_of

_FEW: Final = 6
_LONGEST_STAMP: Final = 60
"""Characters of a stretch that holds nothing but a day and its time."""
_DAY: Final = timedelta(days=1)
_QUARTER: Final = timedelta(minutes=15)
_WEST: Final = timedelta(hours=-12)
_EAST: Final = timedelta(hours=14)
"""All zones lie between these offsets from UTC, and differ by quarters of an hour."""


def day_of(moment: Moment) -> date:
    """Give the day of a moment, by its own clock."""
    return date(moment.year, moment.month, moment.day)


def _is_utc(moment: Moment) -> TypeGuard[datetime]:
    """Whether a moment is given in UTC."""
    return isinstance(moment, datetime) and moment.utcoffset() == timedelta()


def is_there(day: date, utc: Moment) -> bool:
    """Whether a moment that is given in UTC was another day at some place, and this one."""
    if not _is_utc(utc) or day == utc.date():
        return False
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return midnight - utc <= _EAST if day > utc.date() else midnight + _DAY - utc > _WEST


def local(first: Offer[Moment], others: list[Offer[Moment]], times: list[Element]) -> Iterator[Offer[Moment]]:
    """Offer a moment that is said in UTC by the clock of the place where it was another day, if the page tells it.

    Another of its dates says the same moment with an offset, or the time that readers see differs from it by whole
    quarters of an hour, as only zones do.
    """
    utc = first.value
    if not _is_utc(utc):
        return
    for moment in (*(offer.value for offer in others), *map(_moment_of, times[:_FEW])):
        if isinstance(moment, datetime) and day_of(moment) != utc.date():
            there = _at_the_place(utc, moment)
            if there is not None:
                yield evolve(first, value=there, reason="another date of the page tells the zone")


def local_by_address(first: Offer[Moment], day: date | None) -> Iterator[Offer[Moment]]:
    """Offer the day that the address names, where it was another in UTC: permalinks go by the clock of the place."""
    if day is not None and is_there(day, first.value):
        yield Offer(value=day, path="url", reason="in UTC it was another day")


def _moment_of(time: Element) -> Moment | None:
    """Give what a ``time`` says for machines, with the time of the day that may stand beside it."""
    moment = read_moment(time.get("datetime") or "")
    around = time.getparent()
    if moment is None or isinstance(moment, datetime) or around is None:
        return moment
    text = spaced_text_of(around) or ""
    found = next(find_moments(text), None) if len(text) <= _LONGEST_STAMP else None
    return found.moment if found and day_of(found.moment) == moment else moment


def _at_the_place(utc: datetime, moment: datetime) -> datetime | None:
    """Give a moment by another clock, whose reading for it is known with or without its offset from UTC."""
    shown = moment.replace(tzinfo=UTC, second=0, microsecond=0)
    offset = shown - utc.replace(second=0, microsecond=0)
    if moment.tzinfo is not None and moment.utcoffset() != offset:
        return None
    if offset % _QUARTER or not _WEST <= offset <= _EAST:
        return None
    return utc.astimezone(timezone(offset))
