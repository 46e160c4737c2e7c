from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit_wordpress.dates import read_moment, write_moment


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("local", "utc", "moment"),
    [
        ("2023-11-30T00:30:53", "2023-11-29T23:30:53", "2023-11-30T00:30:53+01:00"),
        ("2024-05-02T08:00:00", "2024-05-02T08:00:00", "2024-05-02T08:00:00+00:00"),
        ("2024-05-02T08:00:00", "2024-05-02T02:30:00", "2024-05-02T08:00:00+05:30"),
        ("2024-05-02T08:00:00", "2024-05-02T11:30:00", "2024-05-02T08:00:00-03:30"),
        ("2024-05-02T08:00:00", None, "2024-05-02T08:00:00"),
        ("2024-05-02T08:00:00", "0000-00-00T00:00:00", "2024-05-02T08:00:00"),
        (None, "2024-05-02T08:00:00", "2024-05-02T08:00:00+00:00"),
        ("0000-00-00 00:00:00", "2024-05-02 08:00:00", "2024-05-02T08:00:00+00:00"),
        ("2019-05-27T09:00:17-04:00", None, "2019-05-27T09:00:17-04:00"),
    ],
    ids=["east", "utc", "half-hour", "half-hour-west", "local", "draft", "utc-only", "never-local", "wordpress.com"],
)
def test_the_offset_is_what_the_two_differ_by(local: str | None, utc: str | None, moment: str) -> None:
    read, notes = read_moment(local, utc, "date")

    assert isinstance(read, datetime)
    assert (read, read.utcoffset()) == (at(moment), at(moment).utcoffset())
    assert not notes


def test_a_day_stays_a_day() -> None:
    assert read_moment("2024-05-02", None, "date") == (date(2024, 5, 2), ())


def test_local_mean_time_of_old_posts_is_an_offset() -> None:
    read, notes = read_moment("1890-01-01T12:00:00", "1890-01-01T11:40:28", "date")

    assert isinstance(read, datetime)
    assert read.utcoffset() == timedelta(minutes=19, seconds=32)
    assert not notes


@pytest.mark.parametrize("utc", ["2024-04-28T08:00:00", "2024-05-02T07:53:00"])
def test_a_difference_that_is_no_zone_is_said(utc: str) -> None:
    read, (note,) = read_moment("2024-05-02T08:00:00", utc, "date")

    assert read == at(utc + "+00:00")
    assert note.code == "date.zone-guessed"


@pytest.mark.parametrize("local", ["yesterday", "2024-13-02T08:00:00", 1714636800, ["2024-05-02"]])
def test_what_is_no_date_is_said(local: object) -> None:
    read, (note,) = read_moment(local, None, "modified")

    assert read is None
    assert note.code == "date.invalid"
    assert "modified" in note.message


@pytest.mark.parametrize("nothing", [None, "", False, "0000-00-00T00:00:00", "-0001-11-30T00:00:00"])
def test_no_date_is_none(nothing: object) -> None:
    assert read_moment(nothing, nothing, "date") == (None, ())


# Of an offset below a second `datetime.fromisoformat` makes none.
offsets = st.timedeltas(timedelta(hours=-23, minutes=-59), timedelta(hours=23, minutes=59)).filter(
    lambda offset: not offset or abs(offset) >= timedelta(seconds=1)
)


@given(st.datetimes(timezones=st.none() | offsets.map(timezone)))
def test_written_moments_read_as_the_same(moment: datetime) -> None:
    local, utc = write_moment(moment)
    read, notes = read_moment(local, utc, "date")

    assert str(read) == str(moment)
    assert not notes


@given(st.dates())
def test_written_days_read_as_the_same(day: date) -> None:
    assert read_moment(*write_moment(day), "date") == (day, ())
