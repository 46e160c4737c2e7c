"""What is read as a quantity, and with which value."""

import pytest

from articlekit.claim import Quantity
from articlekit.claims.strength.quantities import find_quantities


def read(text: str) -> list[tuple[str, str, float | str | None, str | None]]:
    found = find_quantities(text, 0, len(text))
    return [(q.span.of(text), q.kind, q.date if q.kind == "date" else q.value, q.unit) for q in found]


CASES = [
    ("It hired 1,500 people.", ("1,500", "number", 1500.0, "people")),
    ("It built 5 new hospitals.", ("5", "number", 5.0, "hospitals")),
    ("It sold 2.3 million.", ("2.3 million", "number", 2_300_000.0, None)),
    ("two hundred and fifty thousand voters", ("two hundred and fifty thousand", "number", 250_000.0, "voters")),
    ("half a million votes", ("half a million", "number", 500_000.0, "votes")),
    ("a dozen eggs", ("a dozen", "number", 12.0, "eggs")),
    ("It fell by 4.1 percent.", ("4.1 percent", "percent", 4.1, "%")),
    ("ten per cent", ("ten per cent", "percent", 10.0, "%")),
    ("3 percentage points", ("3 percentage points", "percent", 3.0, "percentage points")),
    ("a loss of $2.5bn", ("$2.5bn", "money", 2_500_000_000.0, "$")),
    ("US$40", ("US$40", "money", 40.0, "USD")),
    ("€3m", ("€3m", "money", 3_000_000.0, "EUR")),
    ("5 million USD", ("5 million USD", "money", 5_000_000.0, "USD")),
    ("forty euros", ("forty euros", "money", 40.0, "EUR")),
    ("200 dollars", ("200 dollars", "money", 200.0, "dollar")),
    ("a three-year plan", ("three-year", "duration", 3.0, "year")),
    ("48 hours", ("48 hours", "duration", 48.0, "hour")),
    ("the 21st century", ("21st", "ordinal", 21.0, None)),
    ("on 3 May 2024", ("3 May 2024", "date", "2024-05-03", None)),
    ("on Sept. 3, 2024", ("Sept. 3, 2024", "date", "2024-09-03", None)),
    ("in November 1975", ("November 1975", "date", "1975-11", None)),
    ("on 2024-02-29", ("2024-02-29", "date", "2024-02-29", None)),
    ("on 12/25/2024", ("12/25/2024", "date", "2024-12-25", None)),
    ("since 2016", ("2016", "date", "2016", None)),
    ("in 2016 elections were held", ("2016", "date", "2016", None)),
    # Letters that match those of ASCII where case does not matter.
    ("THİRD place", ("THİRD", "ordinal", 3.0, None)),
    ("He was firſt.", ("firſt", "ordinal", 1.0, None)),
    ("He was fırst.", ("fırst", "ordinal", 1.0, None)),
    ("5 mıllion dollars", ("5 mıllion dollars", "money", 5_000_000.0, "dollar")),
    ("5 MİLLION dollars", ("5 MİLLION dollars", "money", 5_000_000.0, "dollar")),
    ("5K", ("5K", "number", 5_000.0, None)),
    ("ſix dozen eggs", ("ſix dozen", "number", 72.0, "eggs")),
    ("ſeven thouſand people", ("ſeven thouſand", "number", 7_000.0, "people")),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_a_quantity_and_its_value(text: str, expected: tuple[str, str, float | str | None, str | None]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize("text", ["on 3/4/2024", "on May 2", "in the 1990s"])
def test_a_date_that_more_than_one_reading_fits_has_no_value(text: str) -> None:
    assert [(kind, value) for _, kind, value, _ in read(text)] == [("date", None)]


@pytest.mark.parametrize("text", ["One of them left.", "version 1.2.3.4", "9/11", "5G and CO2", "F-16", "9" * 400])
def test_what_is_no_quantity(text: str) -> None:
    assert read(text) == []


def test_quantities_point_into_the_whole_text() -> None:
    text = "7 men. 8 women."
    assert [q.span.of(text) for q in find_quantities(text, 7, len(text), "title")] == ["8"]
    assert isinstance(find_quantities(text, 7, len(text), "title")[0], Quantity)
    assert find_quantities(text, 7, len(text), "title")[0].span.field == "title"
