"""Quantities: numbers, shares, sums of money, dates, durations and ranks, with the value that they name. English.

A value is given only where the words allow one reading: ``3/4/2024`` is a date, but nobody knows which.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Final, Literal, NamedTuple, TypeAlias

from articlekit.claim import Quantity, Span, TextField


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split())


_ONES: Final = _words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS: Final = _words("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS: Final = _words("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
_MONTHS: Final = _words("jan feb mar apr may jun jul aug sep oct nov dec")
_CARDINALS: Final = {word: n for n, word in enumerate(_ONES)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_SCALES: Final = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "million": 1_000_000,
    "mn": 1_000_000,
    "m": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "b": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "tn": 1_000_000_000_000,
}
# Signs and words that several countries use for their own money are kept as they are written.
_CURRENCIES: Final = {
    "us$": "USD",
    "a$": "AUD",
    "c$": "CAD",
    "nz$": "NZD",
    "hk$": "HKD",
    "s$": "SGD",
    "r$": "BRL",
    "€": "EUR",
    "£": "GBP",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "₺": "TRY",
    "₴": "UAH",
    "euro": "EUR",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "ruble": "RUB",
    "rouble": "RUB",
    "zloty": "PLN",
    "hryvnia": "UAH",
}
_ISO_4217: Final = "USD|EUR|GBP|JPY|CNY|CHF|AUD|CAD|NZD|HKD|SGD|INR|RUB|BRL|KRW|ZAR|SEK|NOK|DKK|PLN|TRY|UAH|MXN|ILS"

_BIG: Final = "hundred|thousand|million|billion|trillion|dozen"
# More digits than a float can tell apart are no quantity that anyone claims.
_AMOUNT: Final = (
    r"(?P<digits>\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,9})?|\d{1,15}(?:\.\d{1,9})?)"
    rf"(?:[ \u00a0-]?(?P<scale>(?i:{_BIG}|mn|bn|tn|[mkb])\b))?(?![.,:/]?\d|[^\W\d_])"
)
_SMALL: Final = rf"(?:(?:{'|'.join(_TENS)})[ -](?:{'|'.join(_ONES[1:10])})|{'|'.join(_CARDINALS)})\b"
_SPELT: Final = (
    rf"(?P<spelt>\b(?i:half an? (?:{_BIG})\b"
    rf"|(?:an?|{_SMALL})[ -](?:{_BIG})\b(?: (?:{_BIG})\b)?(?:(?: and)? {_SMALL}(?:[ -](?:{_BIG})\b)*){{0,4}}|{_SMALL}))"
)
_NUMBER: Final = rf"(?:(?<![\w.,:/])(?<![A-Za-z]-){_AMOUNT}|{_SPELT})"
_COIN: Final = "dollar|euro|yen|yuan|renminbi|rouble|ruble|rupee|peso|franc|zloty|hryvnia|shilling|cent"
_MONTH: Final = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_YEAR: Final = r"(?P<year>1\d{3}|20\d\d)\b"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"


_COUNTED: Final = r"(?:people|men|women|children|[a-z]{3,}s)\b"
# Where case does not matter, these letters match those of ASCII (https://docs.python.org/3/library/re.html#re.I), and
# `str.lower` leaves them what they are, or makes two of one.
_AS_MATCHED: Final = str.maketrans("İıſ", "iis")


class _Reading(NamedTuple):
    """What a place in the text says, as `Quantity` holds it."""

    kind: Literal["number", "percent", "money", "date", "duration", "ordinal"]
    value: float | None = None
    unit: str | None = None
    date: str | None = None


_Read: TypeAlias = Callable[[re.Match[str]], "_Reading | None"]


def find_quantities(text: str, start: int, end: int, field: TextField = "text") -> tuple[Quantity, ...]:
    """Find the quantities in `text[start:end]`, in order; of two readings of the same words the more particular one.

    Example:
        >>> text = "It spent $2.5 million, 4 per cent of sales, on 3 May 2024."
        >>> [(q.kind, q.value, q.unit, q.date) for q in find_quantities(text, 0, len(text))]
        [('money', 2500000.0, '$', None), ('percent', 4.0, '%', None), ('date', None, None, '2024-05-03')]
    """
    return tuple(_quantities(text, start, end, field))


def _quantities(text: str, start: int, end: int, field: TextField) -> Iterator[Quantity]:
    last = start
    for anchor in _ANCHOR.finditer(text, start, end):
        if anchor.start() < last:
            continue
        for rule, read in _RULES:
            match = rule.match(text, anchor.start(), end)
            if match and (reading := read(match)):
                last = match.end()
                yield Quantity(
                    span=Span(start=match.start(), end=last, field=field),
                    kind=reading.kind,
                    value=reading.value,
                    unit=reading.unit,
                    date=reading.date,
                )
                break


def _value(match: re.Match[str]) -> float:
    if spelt := match.groupdict().get("spelt"):
        return _spelt_value(_folded(spelt))
    # Decimal, because 2.3 * 1e6 is not 2300000.0.
    scale = _SCALES[_folded(match["scale"])] if match["scale"] else 1
    return float(Decimal(match["digits"].replace(",", "")) * scale)


def _folded(words: str) -> str:
    """Give words that a pattern took whatever their case as the tables have them: THİRD, ſix."""
    return words.translate(_AS_MATCHED).lower()


def _spelt_value(words: str) -> float:
    """Add up a number in words: ``two hundred and fifty thousand``."""
    total = current = Decimal(0)
    for word in re.split(r"[ -]", words):
        if word in _CARDINALS:
            current += _CARDINALS[word]
        elif word == "half":
            current = Decimal("0.5")
        elif word in _SCALES:
            current = (current or Decimal(1)) * _SCALES[word]
            if _SCALES[word] >= 1_000:
                total, current = total + current, Decimal(0)
    return float(total + current)


def _percent(match: re.Match[str]) -> _Reading:
    return _Reading("percent", _value(match), "percentage points" if "point" in match["percent"] else "%")


def _money(match: re.Match[str]) -> _Reading:
    written = match["currency"]
    if written.isalpha() and written.isupper():
        return _Reading("money", _value(match), written)
    return _Reading("money", _value(match), _CURRENCIES.get(written.lower(), written))


def _duration(match: re.Match[str]) -> _Reading:
    return _Reading("duration", _value(match), match["period"])


def _number(match: re.Match[str]) -> _Reading | None:
    if _folded(match["spelt"] or "") == "one" and not match["unit"]:
        return None  # ``one of them``
    return _Reading("number", _value(match), match["unit"])


def _ordinal(match: re.Match[str]) -> _Reading:
    written = _folded(match["ordinal"])
    value = _ORDINALS.index(written) + 1 if written in _ORDINALS else int(re.sub(r"\D", "", written))
    return _Reading("ordinal", float(value))


def _calendar_date(match: re.Match[str]) -> _Reading | None:
    parts = match.groupdict()
    month = parts["month"]
    number = int(month) if month.isdecimal() else _MONTHS.index(month[:3].lower()) + 1
    day = int(parts["day"]) if parts.get("day") else None
    try:
        # A leap year stands in for an unknown one, so that 29 February is a date.
        date(int(parts["year"] or 2000), number, day or 1)
    except ValueError:
        return None
    if not parts["year"]:
        return _Reading("date")
    return _Reading("date", date=f"{parts['year']}-{number:02}" + (f"-{day:02}" if day else ""))


def _slashed_date(match: re.Match[str]) -> _Reading | None:
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    days = {(month, day) for month, day in ((first, second), (second, first)) if month <= 12 and 0 < day <= 31}
    if not days or 0 in (first, second):
        return None
    month, day = min(days)
    return _Reading("date", date=f"{year}-{month:02}-{day:02}" if len(days) == 1 else None)


def _year(match: re.Match[str]) -> _Reading:
    return _Reading("date", date=match["year"])


def _decade(_: re.Match[str]) -> _Reading:
    return _Reading("date")


# Where a quantity may begin: looked for once, so that the rules below are tried at few places.
_ANCHOR: Final = re.compile(
    rf"(?<![^\W_])(?:(?:US|A|C|NZ|HK|S|R|us)?\$|[\d€£¥₹₽₩₪₺₴]|['’]\d|(?:{_ISO_4217})\b|{_MONTH}"
    rf"|(?i:half|an?|{'|'.join((*_CARDINALS, *_ORDINALS))})\b)"
)
# In order of rank: the first that reads a place has it.
_RULES: Final[tuple[tuple[re.Pattern[str], _Read], ...]] = (
    (re.compile(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b"), _calendar_date),
    (re.compile(r"\b(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})\b"), _slashed_date),
    (re.compile(rf"\b{_DAY}\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?"), _calendar_date),
    (re.compile(rf"\b{_MONTH}\s{_DAY}(?![.,]?\d|%)(?:,?\s{_YEAR})?"), _calendar_date),
    (re.compile(rf"\b{_MONTH},?\s{_YEAR}"), _calendar_date),
    (re.compile(r"\b(?:1\d|20)\d0s\b|['’]\d0s\b"), _decade),
    (re.compile(rf"(?P<currency>(?:\b(?i:us|a|c|nz|hk|s|r))?\$|[€£¥₹₽₩₪₺₴]|\b(?:{_ISO_4217})\b)\s?{_AMOUNT}"), _money),
    (re.compile(rf"{_NUMBER}\s(?P<currency>{_ISO_4217})\b"), _money),
    (re.compile(rf"{_NUMBER}[ -](?P<currency>{_COIN})s?\b"), _money),
    (re.compile(rf"{_NUMBER}\s?(?P<percent>%|(?:per\s?cent|pct|percentage points?)\b)"), _percent),
    (re.compile(rf"{_NUMBER}[\s-](?P<period>second|minute|hour|day|week|month|year|decade)s?\b"), _duration),
    (re.compile(rf"\b(?P<ordinal>\d{{1,3}}(?:st|nd|rd|th)|(?i:{'|'.join(_ORDINALS)}))\b"), _ordinal),
    (
        re.compile(
            rf"(?<![\d.,/$€£-]){_YEAR}(?![.,/-]\d|%)(?:(?<=\b[Ii]n .{{4}})|(?<=\b[Tt]he .{{4}})|(?!\s{_COUNTED}))"
        ),
        _year,
    ),
    (
        re.compile(rf"{_NUMBER}(?!-[^\W\d])(?=(?:\s(?:[a-z]+\s)??(?P<unit>{_COUNTED}))?)"),
        _number,
    ),
)
