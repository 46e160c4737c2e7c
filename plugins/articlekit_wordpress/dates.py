"""When a post was published and changed: WordPress's pairs of local time and UTC, each way."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

from articlekit.plugin import Diagnostic, Moment

# What MySQL keeps for no date, and what PHP makes of that.
_NEVER = ("0000-00-00", "-0001-11-30")
# No zone of today lies beyond these, and all lie on a quarter of an hour.
_EARLIEST, _LATEST = timedelta(hours=-12), timedelta(hours=14)
_QUARTER = timedelta(minutes=15)
# Before the last country gave up its own minutes (Liberia, 1972) an offset can be any: PHP's zones give local mean time
# for posts that are dated back.
_QUARTERS_SINCE = 1973


def read_moment(local: object, utc: object, field: str) -> tuple[Moment | None, tuple[Diagnostic, ...]]:
    """Read a pair such as ``date`` and ``date_gmt``.

    Args:
        local: The site's own time, without an offset (REST) or with one (WordPress.com).
        utc: The same moment in UTC, or nothing.
        field: What a diagnostic calls it.

    Returns:
        Both are there: an aware `datetime`, its offset the difference of the two, which is no guess; only UTC: an aware
        one in UTC; only the local one: as it is said, naive or aware.
    """
    here, sound = _read(local)
    there, sound_utc = _read(utc)
    notes = () if sound and sound_utc else (_invalid(field, utc if sound else local),)
    if not isinstance(there, datetime):
        return here, notes
    if not isinstance(here, datetime):
        return _in_utc(there), notes
    if here.tzinfo is not None:
        return here, notes
    offset = here - there.replace(tzinfo=None)
    if _is_offset(offset, here.year):
        return here.replace(tzinfo=_zone(offset)), notes
    message = f"{field} and {field}_gmt are {abs(offset)} apart, which is no zone: UTC was taken"
    return _in_utc(there), (*notes, Diagnostic(code="date.zone-guessed", message=message))


def _in_utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def write_moment(moment: Moment) -> tuple[str, str | None]:
    """Give the local time and, where it is known, the time in UTC: the pair that `read_moment` reads as `moment`."""
    if not isinstance(moment, datetime):
        return moment.isoformat(), None
    offset = moment.utcoffset()
    if offset is None:
        return moment.isoformat(), None
    try:
        utc = _plain(moment.astimezone(UTC))
    except OverflowError:
        # In the first or last hours of the calendar there is no such moment in UTC.
        return moment.isoformat(), None
    # An offset that no zone has can only be spelled out.
    return (_plain(moment) if _is_offset(offset, moment.year) else moment.isoformat()), utc


def _plain(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat()


def _read(value: object) -> tuple[Moment | None, bool]:
    """Read one date; say whether it is sound or absent, rather than nonsense."""
    if not value or (isinstance(value, str) and value.startswith(_NEVER)):
        return None, True
    if not isinstance(value, str):
        return None, False
    try:
        return (date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)), True
    except ValueError:
        return None, False


def _is_offset(offset: timedelta, year: int) -> bool:
    if not _EARLIEST <= offset <= _LATEST:
        return year < _QUARTERS_SINCE and abs(offset) < timedelta(hours=16)
    return not offset % _QUARTER or year < _QUARTERS_SINCE


@lru_cache(maxsize=64)
def _zone(offset: timedelta) -> timezone:
    return timezone(offset)


def _invalid(field: str, value: object) -> Diagnostic:
    return Diagnostic(code="date.invalid", message=f"{field} is {value!r:.60}, which is no date")
