"""Dates as machines write them: ISO 8601 and RFC 3339, RFC 822 and the odd forms that feeds have."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_tz

from articlekit.article import Moment
from articlekit.diagnostic import Diagnostic

_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{8}")
_ISO = re.compile(r"\d{4}-?\d\d-?\d\d[T ]")
# What `Date.prototype.toString` of ECMAScript gives before the zone (ECMA-262 21.4.4.41): Wed Aug 30 2023 16:45:00.
_JAVASCRIPT = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d{4} \d\d:\d\d:\d\d)")
_COMMENT = re.compile(r" ?\([^()]*\)")
_HALF_DAY = re.compile(r"(?<![\d:])(\d{1,2})(:\d\d(?::\d\d)?) ?([AP])\.?M\b\.?", re.IGNORECASE)
# Behind a time or a year: a name, or an offset that UTC may stand before.
_ZONE = re.compile(r"(?: |(?<=:\d\d))(?:([A-Z]{1,5})|(?:GMT|UTC)? ?([+-])(\d{1,2})(?::?(\d\d))?)$")
# Hours from UTC: the names of RFC 822, and others that feeds and mail use; each means one offset.
_ZONES = {
    "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 1, "IST": 5.5, "CET": 1, "CEST": 2, "MET": 1, "MEST": 2,
    "EET": 2, "EEST": 3, "MSK": 3, "JST": 9, "KST": 9, "HKT": 8, "SGT": 8, "AEST": 10, "AEDT": 11, "NZST": 12,
    "NZDT": 13, "AST": -4, "ADT": -3, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
    "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10, "BRT": -3,
}  # fmt: skip
# Four digits are the year, however low (RFC 5322 §3.3): the standard library takes it for one of two, and adds 2000.
_EARLY_YEAR = re.compile(r"(?<![\d:])00\d\d(?![\d:])")
# What WordPress makes of a date of zeros.
_BEFORE_CHRIST = re.compile(r"\s-\d{4}\s")


def read_moment(text: str | None) -> Moment | None:
    """Read a date in one of the forms of ISO 8601 or RFC 822, offset and all; None for anything else.

    A day without a time is a bare `date`; a time without an offset is naive. ``-0000`` says that the offset is not
    known (RFC 5322 §3.3), so it is none; so is the name of a zone that is not known (§4.3).

    Example:
        >>> read_moment("Thu, 02 May 2024 10:00:00 +0200").isoformat()
        '2024-05-02T10:00:00+02:00'
        >>> read_moment("2024-05-02")
        datetime.date(2024, 5, 2)
    """
    text = _COMMENT.sub("", " ".join(text.split())) if text else ""
    if not text or len(text) > 64:
        return None
    text = _HALF_DAY.sub(_in_24_hours, text)
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
        if _ISO.match(text):
            return _fixed(datetime.fromisoformat(text.replace(" +", "+").replace(" -", "-").replace(" UTC", "Z")))
        return _rfc822(text)
    except (ValueError, OverflowError):
        return None


def noted_moment(said: object, name: str, notes: list[Diagnostic]) -> Moment | None:
    """Read a date as `read_moment` does, and add to the notes what is said and is none.

    Args:
        said: What a source gives; None where it gives nothing.
        name: What the source calls it.
        notes: Diagnostics of the article.

    Example:
        >>> notes = []
        >>> noted_moment("soon", "pubDate", notes)
        >>> [note.message for note in notes]
        ["pubDate is no date: 'soon'"]
    """
    moment = read_moment(said) if isinstance(said, str) else None
    if said is not None and moment is None:
        notes.append(Diagnostic(code="date.invalid", message=f"{name} is no date: {str(said)[:40]!r}"))
    return moment


def _fixed(moment: datetime) -> datetime:
    offset = moment.utcoffset()
    return moment if offset is None else moment.replace(tzinfo=timezone(offset))


def _in_24_hours(time: re.Match[str]) -> str:
    hour = int(time[1])
    if hour <= 12:
        hour = hour % 12 + (12 if time[3] in "Pp" else 0)
    return f"{hour:02}{time[2]}"


def _rfc822(text: str) -> Moment | None:
    zone = _ZONE.search(text)
    text = text[: zone.start()] if zone else text
    text = _JAVASCRIPT.sub(r"\2 \1 \3", text)
    has_time = ":" in text
    # The standard library reads some forms only with a zone.
    parts = parsedate_tz(f"{text} -0000" if has_time else f"{text} 00:00")
    if parts is None or _BEFORE_CHRIST.search(text) or not any(character.isalpha() for character in text):
        return None
    early = _EARLY_YEAR.search(text)
    year = int(early[0]) if early else parts[0]
    if not has_time:
        return date(year, *parts[1:3])
    # A leap second has no place in a datetime.
    moment = datetime(year, *parts[1:5], min(parts[5], 59))
    return moment.replace(tzinfo=_offset(zone)) if zone else moment


def _offset(zone: re.Match[str]) -> timezone | None:
    name, sign, hours, minutes = zone.groups()
    if name:
        return timezone(timedelta(hours=_ZONES[name])) if name in _ZONES else None
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0))
    if sign == "-":
        return timezone(-offset) if offset else None
    return timezone(offset)


def write_rfc822(moment: Moment) -> str:
    """Write a date as RFC 822 has it; one without an offset gets ``-0000``, a bare day no time.

    Example:
        >>> from datetime import date
        >>> write_rfc822(date(2024, 5, 2))
        'Thu, 02 May 2024'
    """
    # strftime's names follow the locale of the process; those of RFC 822 do not.
    day = f"{_DAYS[moment.weekday()]}, {moment.day:02} {_MONTHS[moment.month - 1]} {moment.year:04}"
    if not isinstance(moment, datetime):
        return day
    return f"{day} {moment:%H:%M:%S} {moment.strftime('%z') or '-0000'}"


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
