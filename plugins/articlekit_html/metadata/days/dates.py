"""Dates: as machines write them (ISO 8601, RFC 822, seconds since 1970) and as people do, in their languages.

Nothing is invented: a day without a time is a bare `date`, a time without a zone is naive.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

from attrs import frozen

from articlekit import moments
from articlekit.plugin import Moment
from articlekit_html.metadata.days.calendars import OF_ERA, common_year, from_solar, solar_month_of, year_of_era
from articlekit_html.metadata.days.months import month_of
from articlekit_html.metadata.days.zones import ZONES

LONGEST: Final = 400
"""So many characters of a text are searched for a date: a line that names one is short."""

_EARLIEST: Final = 1990
"""No page is older than the Web; a date in text before it is what the article is about, not when it was written."""

_ISO: Final = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[T\s_,-]{1,3}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?"
    r"\s{0,2}(?:(Z|[A-Z]{2,5})(?![A-Za-z+−-])|(?:UTC|GMT)?([+\-−]\d{1,2}):?(\d{2})?)?)?"
)
_HALF_DAY: Final = re.compile(r":\d\d\s?[AaPp]\.?[Mm]\b")
# The asctime of C, with a zone as Unix's date and Java write it: Fri Apr 28 17:23:42 CEST 2023.
_ASCTIME: Final = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d) ([A-Z]{1,5} )?(\d{4})")
_STRICT: Final = re.compile(r"\d{4}-?\d\d-?\d\d(?:[T ]|$)|[A-Z][a-z]{2}(?:, \d| [A-Z][a-z]{2} \d\d \d{4} )")
_EPOCH: Final = re.compile(r"\d{10}(?:\d{3})?")
_NEVER: Final = ((1, 1, 1), (1970, 1, 1), (1899, 12, 30), (1900, 1, 1))
"""What programs write for no date at all."""

_WORD: Final = r"[^\s\d.,/:;()|\-]{2,20}+"
_JOINT: Final = r"(?:[.,]?\s{0,3}|\s?-\s?)"
# Digits that follow none. They begin with a digit and look back then: so a search runs fast over all that is none.
_YEAR: Final = r"(\d(?<!\d\d)\d{3})"
_DAY: Final = r"(\d(?<!\d\d)\d?)"
_TEXTUAL: Final = (
    # 2024-04-28, 2024/4/28, 2024. 4. 28., 2024年4月28日, 2024년 4월 28일
    (re.compile(_YEAR + r"\s?(?:[-/.年]|년)\s?(\d{1,2})\s?(?:[-/.月]|월)\s?(\d{1,2})(?!\d)"), "ymd"),
    # 28 April 2024, 28. April 2024, 1er avril 2024, 28 de abril de 2024, 28-Apr-2024, 28th of April, 2024
    (
        re.compile(
            _DAY + r"(?:st|nd|rd|th|er|[º°ª])?" + _JOINT + r"(?:de\s|d['’]|of\s)?"
            rf"({_WORD})" + _JOINT + r"(?:de\s|del\s|of\s)?(\d{4})(?!\d)"
        ),
        "dmy",
    ),
    # April 28, 2024
    (
        re.compile(rf"(?<![^\s(,|:>·•–—-])({_WORD})\.?\s{{1,3}}(\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(\d{{4}})(?!\d)"),
        "mdy",
    ),
    # 2024. április 28., 2024 m. balandžio 28 d.
    (re.compile(rf"{_YEAR}\.?\s{{1,2}}(?:m\.\s)?({_WORD})\s{{1,2}}(\d{{1,2}})(?!\d)"), "ymd"),
    # 2024. gada 28. aprīlis
    (re.compile(rf"{_YEAR}\.\s?gada\s(\d{{1,2}})\.\s({_WORD})"), "ydm"),
    # 28 tháng 4, 2024
    (re.compile(_DAY + r"\s(?:tháng|Tháng)\s(\d{1,2}),?\s(?:năm\s)?(\d{4})(?!\d)"), "dmy"),
)
_WORTH_A_LOOK: Final = re.compile(r"\d{4}|年|\d[./-]\s?\d{1,2}[./-]\s?\d\d")
_DAY_BEFORE_YEAR: Final = re.compile(r"\d(?:st|nd|rd|th)?,?\s{1,3}\d{4}(?!\d)")
_NUMERIC: Final = re.compile(r"(\d(?<![\d./-]\d)\d?)([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d/-])")
# With a full stop a number is a time only where something else says so.
_OF_TIMES: Final = rf"\s?(?:Uhr|[AaPp]\.?[Mm]|BST|IST|{'|'.join(name for name in ZONES if len(name) > 2)})\b"
_CLOCK: Final = re.compile(
    r"(?<![\d:.,])(上午|下午|午前|午後|오전|오후)?\s?(\d{1,2})"
    rf"(?:[:：h]\s?(\d{{2}})(?::(\d{{2}}))?|\.(\d{{2}})(?={_OF_TIMES})|時(\d{{1,2}})分|시\s?(\d{{1,2}})분)(?![\d:])"
    r"(?:\s{0,2}([AaPp])\.?\s?[Mm]\b\.?)?"
    # An offset; two times with a hyphen between are none.
    r"(?:\s{0,2}(?:Uhr\s?)?\(?(?:(?:(?:UTC|GMT)\s?(?=[+\-−])|(?=[+\-−]\d{4}\b)|(?=\+\d{2}:))"
    r"([+\-−]\d{1,2}):?(\d{2})?|([A-Z]{1,5})\b))?(?:\s?Uhr\b)?"
)
LONGEST_DATE_LINE: Final = 160
"""A line of more characters is not there for the dates in it."""
_DIGIT: Final = re.compile(r"\d")
_BEFORE_DATE: Final = re.compile(
    r"(?:,\s+[a-z]{1,4}|\s(?:am|on|le|el|il|em|op|den|vom|dne|dia)|\s[»›·•|–—]\s[^\W\d_]{2,12}[.,]?)\s*\Z"
)
_TOGETHER: Final = re.compile(r"[^\w|]{0,4}(?:[^\W\d]{1,12}[.,]?\s+){0,2}")
"""What may stand between a date and its own time, where there are others: a comma, *at*, the day of the week."""
_AFTERNOON: Final = frozenset(("下午", "午後", "오후"))
_NEAR: Final = 32
"""A time belongs to a date when it stands within so many characters of it."""


@frozen(kw_only=True)
class Found:
    """A date in a text, and where it stands."""

    moment: Moment
    start: int
    end: int


def read_moment(text: str, *, month_first: bool | None = None) -> Moment | None:
    """Read a date that is meant for machines; text around it is not tolerated beyond a weekday.

    Args:
        text: The date.
        month_first: What the page itself has shown of the order of day and month, where it writes both as numbers.

    Example:
        >>> read_moment("2024-04-28T14:26:01+02:00").isoformat(), read_moment("2024-04-28")
        ('2024-04-28T14:26:01+02:00', datetime.date(2024, 4, 28))
    """
    text = text.strip()
    if not 6 <= len(text) <= 64:
        return None
    moment = moments.read_moment(text) if _STRICT.match(text) else None
    moment = moment or _nearly_iso(text)
    if moment is None and _EPOCH.fullmatch(text):
        seconds = int(text) if len(text) == 10 else int(text) / 1000
        return datetime.fromtimestamp(seconds, UTC)
    if moment is None:
        found = next(find_moments(_ASCTIME.sub(r"\2 \1 \5 \3 \4", text), month_first=month_first), None)
        moment = found.moment if found else None
    if moment is None or (moment.year, moment.month, moment.day) in _NEVER:
        return None
    return moment


def find_moments(text: str, language: str | None = None, *, month_first: bool | None = None) -> Iterator[Found]:
    """Find the dates in a text, in order.

    Args:
        text: A line; what stands behind the first `LONGEST` characters is not searched.
        language: BCP 47: whose names of months go first, and whether 4/5/2024 is in April or May.
        month_first: What the page itself has shown of that order; None leaves it to the language.
    """
    text = text[:LONGEST]
    if unix := _ASCTIME.search(text):
        if moment := read_moment(unix[0]):
            yield Found(moment=moment, start=unix.start(), end=unix.end())
        return
    days = sorted(_days(text, language, month_first), key=lambda day: (day[0], -day[1]))
    last = 0
    for number, (start, end, day) in enumerate(days):
        if start < last:
            continue
        following = next((later[0] for later in days[number + 1 :] if later[0] >= end), len(text))
        clock = _clock_of(text, (last, start, end, following))
        moment = _at(day, clock) if clock else None
        last = max(end, clock.end()) if clock and moment else end
        yield Found(moment=moment or day, start=start, end=last)


def without_dates(text: str) -> str:
    """Put a bar where a text has dates, and in place of a short word before one: *Par Ada Lovelace, le 3 mai 2024*.

    So, too, of the day of the week behind a sign that parts: *by Ada Lovelace » Wed Nov 03, 2021*.
    """
    if not _DIGIT.search(text):
        return text
    for found in reversed(list(find_moments(text))):
        text = f"{_BEFORE_DATE.sub('', text[: found.start])} | {text[found.end :]}"
    return text


def _clock_of(text: str, places: tuple[int, int, int, int]) -> re.Match[str] | None:
    """Find the time that belongs to a date: between the dates before and behind it, which may have their own."""
    last, start, end, following = places
    behind = _CLOCK.search(text, end, min(following, end + _NEAR))
    is_own = behind is not None and bool(behind.start() <= end + 1 or _TOGETHER.fullmatch(text, end, behind.start()))
    # It stands before the next date too: 3 March | Updated: 18:20, 4 March.
    leads_on = behind is not None and following < len(text) and bool(_TOGETHER.fullmatch(text, behind.end(), following))
    if is_own and not leads_on:
        return behind
    before = _CLOCK.search(text, max(last, start - _NEAR), start)
    if before and _TOGETHER.fullmatch(text, before.end(), start):
        return before
    if behind and (is_own or not leads_on):
        return behind
    return _CLOCK.search(text, max(last, start - _NEAR // 2), start)


def shows_month_first(text: str, known: Container[date] = ()) -> bool | None:
    """Say what the numeric dates of a text show of their order.

    Args:
        text: A day beyond 12 in it tells, …
        known: … and days that the page names in another way, if a date is one of them in one order alone.
    """
    for numeric in _NUMERIC.finditer(text):
        first, second = int(numeric[1]), int(numeric[3])
        if numeric[2] == "." or first == second:
            continue
        if numeric[2] == "/" and first <= 12 < second <= 31:
            return True
        if numeric[2] == "/" and second <= 12 < first <= 31:
            return False
        month_first, day_first = (_numeric(numeric, None, month_first=order) for order in (True, False))
        if (month_first in known) != (day_first in known):
            return month_first in known
    return None


def _days(text: str, language: str | None, month_first: bool | None) -> Iterator[tuple[int, int, date]]:
    if not _WORTH_A_LOOK.search(text):
        return
    for pattern, order in _TEXTUAL:
        # What begins with a word is begun at each: not before there is the rest.
        if order == "mdy" and not _DAY_BEFORE_YEAR.search(text):
            continue
        for match in pattern.finditer(text):
            parts = dict(zip(order, match.groups(), strict=True))
            if day := _said(parts["y"], parts["m"], parts["d"], language):
                yield match.start(), match.end(), day
    for era in OF_ERA.finditer(text):
        if day := _day(year_of_era(era[1], era[2]), int(era[3]), int(era[4])):
            yield era.start(), era.end(), day
    for match in _NUMERIC.finditer(text):
        day = _numeric(match, language, month_first=month_first)
        if day:
            yield match.start(), match.end(), day


def _numeric(match: re.Match[str], language: str | None, *, month_first: bool | None) -> date | None:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if len(match[4]) == 2:
        year += 2000 if year < 70 else 1900
    if month_first is None:
        month_first = match[2] == "/" and _goes_first(language)
    # With full stops the day stands first wherever they are used; Dutch and others write hyphens so too.
    if match[2] == "." or not month_first or first > 12:
        return _day(year, second, first) or (_day(year, first, second) if second > 12 else None)
    return _day(year, first, second)


def _goes_first(language: str | None) -> bool:
    """Whether a language puts the month first: English of the United States and the Philippines (CLDR short dates)."""
    primary, _, region = (language or "").partition("-")
    return (primary in ("en", "fil", "tl") and region.upper() in ("", "US", "PH")) or language is None


def _said(year: str, month: str, day: str, language: str | None) -> date | None:
    """Read a date whose month may be a word, by the calendar that the word or the language tells."""
    number = int(month) if month.isdecimal() else None
    solar = number if number and (language or "").startswith("fa") else solar_month_of(month)
    said = from_solar(int(year), solar, int(day)) if solar else None
    number = number or month_of(month, language)
    return said or (_day(common_year(int(year)), number, int(day)) if number else None)


def _day(year: int, month: int, day: int) -> date | None:
    if not _EARLIEST <= year <= 2100:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearly_iso(text: str) -> Moment | None:
    match = _ISO.match(text)
    if match is None or _HALF_DAY.search(text):
        return None
    try:
        day = date(int(match[1]), int(match[2]), int(match[3]))
        if match[4] is None:
            return day if match.end() == len(text) else None
        clock = datetime(day.year, day.month, day.day, int(match[4]), int(match[5]), int(match[6] or 0))
        clock = clock.replace(microsecond=int((match[7] or "0").ljust(6, "0")[:6]), tzinfo=_zone(*match.groups()[7:10]))
    except (ValueError, OverflowError):
        return None
    return clock


def _at(day: date, clock: re.Match[str]) -> datetime | None:
    """Put the time that stands beside a day to it."""
    before, hours, *minutes, half, hour_offset, minute_offset, name = clock.groups()
    hour = int(hours)
    if (half or "").lower() == "p" or before in _AFTERNOON:
        hour += 12 if hour < 12 else 0
    elif hour == 12 and half:
        hour = 0
    minute = int(minutes[0] or minutes[2] or minutes[3] or minutes[4] or 0)
    try:
        moment = datetime(day.year, day.month, day.day, hour, minute, int(minutes[1] or 0))
        return moment.replace(tzinfo=_zone(name, hour_offset, minute_offset))
    except (ValueError, OverflowError):
        return None


def _zone(name: str | None, hours: str | None, minutes: str | None) -> timezone | None:
    if hours is not None:
        signed = int(hours.replace("−", "-"))
        rest = int(minutes or 0)
        return timezone(timedelta(hours=signed, minutes=-rest if hours[0] in "-−" else rest))
    if name in ("Z", "UTC", "GMT", "UT"):
        return UTC
    return timezone(timedelta(hours=ZONES[name])) if name in ZONES else None
