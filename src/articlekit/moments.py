"""Dates as machines write them: ISO 8601 and RFC 3339, RFC 822 and the odd forms that feeds have."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_tz

from articlekit.article import Moment

_DAY = re.compile(r"\d{4}-\d\d-\d\d|\d{8}")
_ISO = re.compile(r"\d{4}-?\d\d-?\d\d[T ]")
_LATER_COLON = re.compile(r"([+-]\d\d):(\d\d)$")
# What `Date.prototype.toString` of ECMAScript gives (ECMA-262 21.4.4.41): Wed Aug 30 2023 16:45:00 GMT+0100 (BST).
_JAVASCRIPT = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d{4} \d\d:\d\d:\d\d) GMT([+-]\d{4})(?: \([^()]*\))?")
# Names of zones that RFC 822 does not list but feeds use; each means one offset.
_ZONES = {
    "WET": "+0000", "BST": "+0100", "IST": "+0530", "CET": "+0100", "CEST": "+0200", "MET": "+0100", "MEST": "+0200",
    "EET": "+0200", "EEST": "+0300", "MSK": "+0300", "JST": "+0900", "KST": "+0900", "HKT": "+0800", "SGT": "+0800",
    "AEST": "+1000", "AEDT": "+1100", "NZST": "+1200", "NZDT": "+1300", "AKST": "-0900", "AKDT": "-0800",
    "HST": "-1000", "BRT": "-0300", "Z": "+0000",
}  # fmt: skip
_HAS_ZONE = re.compile(r"(?:\+\d{4}|-(?!0000)\d{4}|\b[A-Z]{1,4})$")
# What WordPress makes of a date of zeros.
_BEFORE_CHRIST = re.compile(r"\s-\d{4}\s")
_ZONE = re.compile(r"\s([A-Z]{1,4})$")


def read_moment(text: str | None) -> Moment | None:
    """Read a date in one of the forms of ISO 8601 or RFC 822, offset and all; None for anything else.

    A day without a time is a bare `date`; a time without an offset is naive. ``-0000`` says that the offset is not
    known (RFC 5322 §3.3), so it is none.

    Example:
        >>> read_moment("Thu, 02 May 2024 10:00:00 +0200").isoformat()
        '2024-05-02T10:00:00+02:00'
        >>> read_moment("2024-05-02")
        datetime.date(2024, 5, 2)
    """
    text = " ".join(text.split()) if text else ""
    if not text or len(text) > 64:
        return None
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
        if _ISO.match(text):
            return _fixed(datetime.fromisoformat(text.replace(" +", "+").replace(" -", "-").replace(" UTC", "Z")))
        return _rfc822(text)
    except (ValueError, OverflowError):
        return None


def _fixed(moment: datetime) -> datetime:
    offset = moment.utcoffset()
    return moment if offset is None else moment.replace(tzinfo=timezone(offset))


def _rfc822(text: str) -> Moment | None:
    text = _LATER_COLON.sub(r"\1\2", text)
    if script := _JAVASCRIPT.fullmatch(text):
        text = script.expand(r"\2 \1 \3 \4")
    if (zone := _ZONE.search(text)) and zone[1] in _ZONES:
        text = f"{text[: zone.start()]} {_ZONES[zone[1]]}"
    has_time = ":" in text
    parts = parsedate_tz(text if has_time else f"{text} 00:00")
    if parts is None or _BEFORE_CHRIST.search(text) or not any(character.isalpha() for character in text):
        return None
    if not has_time:
        return date(*parts[:3])
    # A leap second has no place in a datetime.
    moment = datetime(*parts[:5], min(parts[5], 59))
    # The standard library gives offset 0 also where there is none.
    if not _HAS_ZONE.search(text) or parts[9] is None:
        return moment
    return moment.replace(tzinfo=timezone(timedelta(seconds=parts[9])))


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
