"""Years that are counted otherwise: in Iran, in Thailand, in Japan and on Taiwan."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

_MONTHS: Final = (
    ("فروردین",), ("اردیبهشت",), ("خرداد",), ("تیر",), ("مرداد", "امرداد"), ("شهریور",),
    ("مهر",), ("آبان", "ابان"), ("آذر", "اذر"), ("دی",), ("بهمن",), ("اسفند",),
)  # fmt: skip
_NUMBERS: Final = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_SOLAR_YEARS: Final = range(1369, 1500)
"""Years of Iran in which there is a Web."""
_ERAS: Final = {"令和": 2018, "平成": 1988, "民國": 1911, "民国": 1911}
"""The years before the first of each: Reiwa, Heisei, and the Republic of China's."""
OF_ERA: Final = re.compile(r"(令和|平成|民[國国])\s?(元|\d{1,3})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日")
"""令和6年6月5日"""
_BUDDHIST: Final = 2500
"""Thailand counts from the death of the Buddha: its years are beyond this one since 1957."""
_BEGINS: Final = 11
"""A cycle of 33 years begins so many before the year 33."""
_ORDINAL_OF_YEAR_ZERO: Final = 226_526


def solar_month_of(word: str) -> int | None:
    """Give the month of the Iranian calendar that a word names."""
    return _NUMBERS.get(word.replace("ي", "ی"))


def from_solar(year: int, month: int, day: int) -> date | None:
    """Give the day of a date of the Iranian calendar, in which 8 of 33 years are longer by one; right for 1925 to 2088.

    Example:
        >>> from_solar(1403, 2, 3)
        datetime.date(2024, 4, 22)
    """
    if year not in _SOLAR_YEARS or not (1 <= month <= 12 and 1 <= day <= 31 - (month > 6)):
        return None
    ordinal = _days_before(year) + 31 * (month - 1) - max(0, month - 7) + day
    return date.fromordinal(ordinal) if ordinal <= _days_before(year + 1) else None


def _days_before(year: int) -> int:
    """Give the ordinal of the last day before a year of Iran."""
    cycles, rest = divmod(year + _BEGINS, 33)
    return _ORDINAL_OF_YEAR_ZERO + 365 * year + 8 * cycles + (rest + 3) // 4


def year_of_era(era: str, number: str) -> int:
    """Give the year that is the so-and-so-many-th of an era, whose first is called 元."""
    return _ERAS[era] + (1 if number == "元" else int(number))


def common_year(year: int) -> int:
    """Give the year that is meant by one that may be Thailand's."""
    return year - 543 if year > _BUDDHIST else year
