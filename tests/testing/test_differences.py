"""Where two values differ."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from articlekit.blocks import Heading, List, Paragraph
from articlekit.testing.differences import differ, difference

A, B, C = (Paragraph(text=text) for text in "abc")
NOON = datetime(2024, 5, 2, 12, tzinfo=UTC)
ELSEWHERE = NOON.astimezone(timezone(timedelta(hours=2)))


@pytest.mark.parametrize(
    ("expected", "found", "told"),
    [
        ("a", None, "x is None, where 'a' belongs"),
        ((A, B), (A, C), "x[1].text is 'c', where 'b' belongs"),
        ((A, B), (A,), f"x[1] is missing: {B!r}"),
        ((A,), (A, B), f"x[1] is too much: {B!r}"),
        ((A,), (Heading(text="a"),), f"x[0] is {Heading(text='a')!r}, where {A!r} belongs"),
        (List(items=((A,), (B, B))), List(items=((A,), (B, C))), "x.items[1][1].text is 'c', where 'b' belongs"),
        (1, True, "x is True, where 1 belongs"),
        ((NOON,), (ELSEWHERE,), f"x[0] is {ELSEWHERE!r}, where {NOON!r} belongs"),
    ],
)
def test_the_first_difference_is_named(expected: Any, found: Any, told: str) -> None:
    assert differ(expected, found)
    assert difference(expected, found, "x") == told
