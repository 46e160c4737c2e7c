from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.diagnostic import Diagnostic
from articlekit.moments import noted_moment, read_moment, write_rfc822

offsets = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.dates() | st.datetimes(timezones=st.none() | offsets)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Thu, 02 May 2024 10:00:00 +0200", "2024-05-02T10:00:00+02:00"),
        ("Thu, 2 May 2024 10:00 EST", "2024-05-02T10:00:00-05:00"),
        ("Thu, 2 May 2024 10:00:00 CEST", "2024-05-02T10:00:00+02:00"),
        ("02 May 24 10:00:00 GMT", "2024-05-02T10:00:00+00:00"),
        ("Thu, 02 May 2024 10:00:00 +02:00", "2024-05-02T10:00:00+02:00"),
        ("Thu, 02 May 2024 10:00:00 -0000", "2024-05-02T10:00:00"),
        ("Thu, 02 May 2024 10:00:00", "2024-05-02T10:00:00"),
        ("Thu, 02 May 2024", "2024-05-02"),
        ("Thu May  2 10:00:00 2024", "2024-05-02T10:00:00"),
        ("Thursday, 02-May-24 10:00:00 GMT", "2024-05-02T10:00:00+00:00"),
        ("2024-05-02T10:00:00Z", "2024-05-02T10:00:00+00:00"),
        ("2024-05-02T10:00:00.5+02:00", "2024-05-02T10:00:00.500000+02:00"),
        (" 2024-05-02\n10:00:00 +0000 ", "2024-05-02T10:00:00+00:00"),
        ("2024-05-02", "2024-05-02"),
        ("Wed Aug 30 2023 16:45:00 GMT+0100 (British Summer Time)", "2023-08-30T16:45:00+01:00"),
        ("Tue, 3 Mar 2026 10:11:12 +0100 (CET)", "2026-03-03T10:11:12+01:00"),
        ("Tue, 3 Mar 2026 10:11:12 -0800 (PST)", "2026-03-03T10:11:12-08:00"),
        ("Tue, 3 Mar 2026 10:11:12 -0000 (UTC)", "2026-03-03T10:11:12"),
        ("Tue, 3 Mar 2026 10:11:12 XYZ", "2026-03-03T10:11:12"),
        ("Tue, 3 Mar 2026 10:11:12 A", "2026-03-03T10:11:12"),
        ("Tue, 3 Mar 2026 10:11:12 GMT+01:00", "2026-03-03T10:11:12+01:00"),
        ("Tue, 3 Mar 2026 10:11:12 UTC-3", "2026-03-03T10:11:12-03:00"),
        ("Thu May 2 10:00:00 2024 -0400", "2024-05-02T10:00:00-04:00"),
        ("Mar 3, 2026 10:11 PM", "2026-03-03T22:11:00"),
        ("Mar 3, 2026 12:11 a.m.", "2026-03-03T00:11:00"),
        ("2026-03-03 12:11 PM", "2026-03-03T12:11:00"),
        ("Mon, 01 Jan 0001 00:00:00 GMT", "0001-01-01T00:00:00+00:00"),
        ("01 Jan 0070", "0070-01-01"),
    ],
)
def test_forms(text: str, iso: str) -> None:
    moment = read_moment(text)

    assert moment is not None
    assert moment.isoformat() == iso


@pytest.mark.parametrize(
    "text", [None, "", "soon", "Wed, 30 Nov -0001 00:00:00 +0000", "0000-00-00 00:00:00", "31/02/2024", "1" * 99]
)
def test_nothing_is_made_of_nonsense(text: str | None) -> None:
    assert read_moment(text) is None


@given(moments)
def test_iso_comes_back(moment: date) -> None:
    assert str(read_moment(moment.isoformat())) == str(moment)


@given(moments)
def test_rfc822_comes_back_to_the_second(moment: date) -> None:
    kept = moment.replace(microsecond=0) if isinstance(moment, datetime) else moment

    assert str(read_moment(write_rfc822(kept))) == str(kept)


@given(st.text() | st.text(alphabet="0123456789-:+TZ ,MayThu"))
def test_any_text_is_safe(text: str) -> None:
    assert isinstance(read_moment(text), date | None)


@pytest.mark.parametrize(
    ("said", "moment", "messages"),
    [
        (None, None, []),
        ("2024-05-02", date(2024, 5, 2), []),
        ("some day in May", None, ["pubDate is no date: 'some day in May'"]),
        (20240502, None, ["pubDate is no date: '20240502'"]),
        ("", None, ["pubDate is no date: ''"]),
    ],
)
def test_what_is_no_date_is_noted(said: object, moment: date | None, messages: list[str]) -> None:
    notes: list[Diagnostic] = []

    assert noted_moment(said, "pubDate", notes) == moment
    assert [(note.code, note.message) for note in notes] == [("date.invalid", message) for message in messages]
