from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit_html.metadata.days.calendars import from_solar
from articlekit_html.metadata.days.dates import find_moments, read_moment, shows_month_first
from articlekit_html.metadata.days.months import LANGUAGES, names_of
from plugins.html.metadata.pages import meta, read


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-04-28T14:26:01+02:00", "2024-04-28T14:26:01+02:00"),
        ("2024-04-28T14:26:01.1234567Z", "2024-04-28T14:26:01.123456+00:00"),
        ("2024-4-1 8:05", "2024-04-01T08:05:00"),
        ("2024-05-02 10:00:00 +0200 CEST", "2024-05-02T10:00:00+02:00"),
        ("Wed Aug 30 2023 16:45:00 GMT+0100 (BST)", "2023-08-30T16:45:00+01:00"),
        ("Fri Apr 28 17:23:42 CEST 2023", "2023-04-28T17:23:42+02:00"),
        ("Mon, 28 Apr 2023 17:23:42 -0430", "2023-04-28T17:23:42-04:30"),
        ("2026-03-03 10:11 PM", "2026-03-03T22:11:00"),
        ("2026-03-03 10:11:12 p.m. EST", "2026-03-03T22:11:12-05:00"),
        ("1714312345", "2024-04-28T13:52:25+00:00"),
        ("20240428", "2024-04-28"),
        ("April 28, 2023 5:23 pm EDT", "2023-04-28T17:23:00-04:00"),
    ],
)
def test_dates_for_machines(text: str, iso: str) -> None:
    moment = read_moment(text)

    assert moment is not None
    assert moment.isoformat() == iso


@pytest.mark.parametrize("text", ["", "soon", "0000-00-00 00:00:00", "1970-01-01T00:00:00Z", "2024-02-31", "5 stars"])
def test_no_date(text: str) -> None:
    assert read_moment(text) is None


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("28.04.2023 - 17:23 Uhr", "de", "2023-04-28T17:23:00"),
        ("2. September 2024, 10.15 Uhr MESZ", "de", "2024-09-02T10:15:00+02:00"),
        ("Publié le 1er avril 2024 à 16h05", "fr", "2024-04-01T16:05:00"),
        ("31 de agosto de 2024", "es", "2024-08-31"),
        ("28 tháng 4, 2024", "vi", "2024-04-28"),
        ("2024. április 28. 10:12", "hu", "2024-04-28T10:12:00"),
        ("2024 m. kovo 31 d. 16:59", "lt", "2024-03-31T16:59:00"),
        ("2024年04月24日08:19", "zh", "2024-04-24T08:19:00"),
        ("입력 2026.01.29 오후 6:40", "ko", "2026-01-29T18:40:00"),
        ("١٢ يناير ٢٠٢٤", "ar", "2024-01-12"),
        ("12 มกราคม 2567", "th", "2024-01-12"),
        ("12 มกราคม 2567", "en", "2024-01-12"),
        ("۳ اردیبهشت ۱۴۰۳", "fa", "2024-04-22"),
        ("30 اسفند 1403 ساعت 18:05", "", "2025-03-20T18:05:00"),
        ("۱۴۰۴/۰۱/۰۱", "fa-IR", "2025-03-21"),
        ("۲۲ آوریل ۲۰۲۴", "fa", "2024-04-22"),
        ("2024-04-22", "fa", "2024-04-22"),
        ("令和6年6月5日 17時00分", "ja", "2024-06-05T17:00:00"),
        ("令和元年5月1日", "ja", "2019-05-01"),
        ("民國113年6月5日", "zh-Hant", "2024-06-05"),
        ("প্রকাশ: ০৭ জুলাই ২০২৪, ১০: ০০", "bn", "2024-07-07T10:00:00"),
        ("5 listopada 2024", "pl", "2024-11-05"),
        ("5. listopada 2024.", "hr", "2024-10-05"),
        ("04/05/2023", "en-US", "2023-04-05"),
        ("04/05/2023", "en-GB", "2023-05-04"),
        ("04/25/2023", "en-GB", "2023-04-25"),
        ("04/05/2023", "fr", "2023-05-04"),
        ("Sept. 5, 2021 at 12:30 a.m.", "en", "2021-09-05T00:30:00"),
    ],
)
def test_dates_for_people(text: str, language: str, iso: str) -> None:
    assert [found.moment.isoformat() for found in find_moments(text, language)] == [iso]


@pytest.mark.parametrize(
    "text",
    ["1403/02/03", "3 March 1403", "12 3456 78", "10 Comments", "May 5", "since 1848", "32 May 2024", "version 1.2.3"],
)
def test_what_is_no_date_in_text(text: str) -> None:
    assert list(find_moments(text)) == []


def test_the_word_for_the_hour_is_part_of_the_date() -> None:
    text = "28.04.2023 | 17:23 Uhr | Ada"

    assert [text[found.start : found.end] for found in find_moments(text)] == ["28.04.2023 | 17:23 Uhr"]


def test_each_date_takes_the_time_beside_it() -> None:
    found = find_moments("Published 5:23 PM EST, Jan 5, 2024 | Updated Feb. 3, 2024 at 10:00 a.m.")

    assert [f.moment.isoformat() for f in found] == ["2024-01-05T17:23:00-05:00", "2024-02-03T10:00:00"]


@pytest.mark.parametrize(
    ("text", "moments"),
    [
        (
            "Published: 14:05 GMT, 3 March 2024 | Updated: 18:20 GMT, Monday 4 March 2024",
            ["2024-03-03T14:05:00+00:00", "2024-03-04T18:20:00+00:00"],
        ),
        ("3 March 2024 | Updated: 18:20, 4 March 2024", ["2024-03-03", "2024-03-04T18:20:00"]),
        ("3 March 2024 - 14:05, 4 March 2024 - 18:20", ["2024-03-03T14:05:00", "2024-03-04T18:20:00"]),
        ("Film, 5:30, 3 March 2024, 14:05", ["2024-03-03T14:05:00"]),
        ("2024-03-03T14:05:00+00:00 March 4, 2024", ["2024-03-03T14:05:00+00:00", "2024-03-04"]),
    ],
)
def test_a_time_between_two_dates_goes_to_its_own(text: str, moments: list[str]) -> None:
    assert [found.moment.isoformat() for found in find_moments(text)] == moments


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Sun 3 Mar 2024 06.00 GMT", "2024-03-03T06:00:00+00:00"),
        ("3 March 2024 1.30pm", "2024-03-03T13:30:00"),
        ("3. März 2024, 14.05 Uhr", "2024-03-03T14:05:00"),
        ("3 March 2024, 12.50 EUR", "2024-03-03"),
    ],
)
def test_a_time_with_a_full_stop_is_one_where_something_says_so(text: str, moment: str) -> None:
    assert [found.moment.isoformat() for found in find_moments(text)] == [moment]


def test_a_day_beyond_twelve_shows_the_order() -> None:
    assert shows_month_first("from 03/04/2024 to 03/25/2024") is True
    assert shows_month_first("25/03/2024") is False
    assert shows_month_first("03/04/2024") is None


@pytest.mark.parametrize(("text", "order"), [("03/04/2024", True), ("04-03-2024", False), ("04.03.2024", None)])
def test_a_day_that_is_known_shows_the_order(text: str, order: bool | None) -> None:
    assert shows_month_first(text, {date(2024, 3, 4)}) is order
    assert shows_month_first("05/05/2024", {date(2024, 3, 4)}) is None
    assert shows_month_first(text, {date(2024, 3, 4), date(2024, 4, 3)}) is None


days = st.dates(min_value=date(1990, 1, 1), max_value=date(2099, 12, 31))
offsets = st.integers(-14 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))


@given(st.sampled_from(LANGUAGES), days)
def test_a_day_written_in_any_language_comes_back(language: str, day: date) -> None:
    name = names_of(language)[day.month - 1].replace("\u200c", " ")
    text = f"{day.day} {name} {day.year}"

    assert [found.moment for found in find_moments(text, language)] == [day]


@given(st.datetimes(datetime(1990, 1, 1), datetime(2099, 12, 31), timezones=offsets))
def test_the_offset_is_kept(moment: datetime) -> None:
    read = read_moment(moment.isoformat())

    assert isinstance(read, datetime)
    assert (read, read.utcoffset()) == (moment, moment.utcoffset())


@given(st.text(max_size=500), st.sampled_from([None, *LANGUAGES]))
def test_any_text_is_searched(text: str, language: str | None) -> None:
    for found in find_moments(text, language):
        assert 0 <= found.start < found.end <= len(text)
    read_moment(text)


def test_seconds_since_1970_are_in_utc() -> None:
    assert read_moment("1714312345000") == datetime(2024, 4, 28, 13, 52, 25, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "modified"),
    [
        (
            "<footer><ul><li> This page was last edited on 3 March 2024, at 11:02.</li></ul></footer>",
            "2024-03-03 11:02:00",
        ),
        ("<div role='contentinfo'>Zuletzt aktualisiert am 3. März 2024.</div>", "2024-03-03"),
        ("<p>Last edited on 3 March 2024.</p><p>Map last edited on 5 March 2024.</p>", "None"),
        ("<div class='comments'><p>Edited on 3 March 2024.</p></div>", "None"),
    ],
)
def test_a_change_that_the_page_says_anywhere(text: str, modified: str) -> None:
    prose = "<p>The lake lies between two walls of gneiss, and nobody has found its ground in a hundred years.</p>" * 4
    said = read(body=f"<h1>The lake</h1><div>{prose}</div>{text}")

    assert (said.published, str(said.modified)) == (None, modified)


def test_the_day_that_office_programs_say_of_a_change() -> None:
    head = '<meta name="created" content="2022-05-14T10:00:00"><meta name="changed" content="2022-05-15T18:22:10">'
    said = read(head)

    assert (str(said.published), str(said.modified)) == ("2022-05-14 10:00:00", "2022-05-15 18:22:10")


def test_when_a_writing_program_made_the_file() -> None:
    assert (
        str(read('<meta name="CreationTime" content="2022-05-14T10:00:00Z">').published) == "2022-05-14 10:00:00+00:00"
    )


def test_the_words_before_an_element_around_a_time_say_what_it_is() -> None:
    said = read(
        body="<h1>Oil</h1><p>Words.</p><p>Last updated on <b><time datetime='2024-05-17'>May 17, 2024</time></b></p>"
    )

    assert (said.published, str(said.modified)) == (None, "2024-05-17")


def test_a_date_is_shown_as_unix_writes_it() -> None:
    said = read(body="<h1>On weirs</h1><i>Tue Mar  9 16:12:45 CET 2004</i><hr><p>They hold.</p>")

    assert said.published == datetime(2004, 3, 9, 16, 12, 45, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("day", "iso"),
    [
        ((1376, 1, 1), "1997-03-21"),
        ((1400, 12, 30), None),
        ((1399, 12, 30), "2021-03-20"),
        ((1408, 12, 30), "2030-03-20"),
    ],
)
def test_years_of_iran(day: tuple[int, int, int], iso: str | None) -> None:
    said = from_solar(*day)

    assert (said and said.isoformat()) == iso


@given(st.integers(1370, 1466), st.integers(1, 12), st.integers(1, 29))
def test_the_days_of_iran_follow_one_another(year: int, month: int, day: int) -> None:
    one, next_one = from_solar(year, month, day), from_solar(year, month, day + 1)
    next_one = next_one or from_solar(year + month // 12, month % 12 + 1, 1)

    assert one
    assert next_one
    assert (next_one - one).days == 1


@pytest.mark.parametrize("line", ["अपडेटेड: 3 मई 2024", "আপডেট: ০৩ মে ২০২৪", "بروزرسانی: ۱۴ اردیبهشت ۱۴۰۳"])
def test_words_for_a_change(line: str) -> None:
    said = read(
        '<meta property="article:published_time" content="2024-05-02">', f"<h1>Oil</h1><p>{line}</p><p>It falls.</p>"
    )

    assert (str(said.published), str(said.modified)) == ("2024-05-02", "2024-05-03")


def test_an_offset_that_is_shown_is_taken_for_the_same_moment() -> None:
    said = read(
        '<meta name="publishdate" content="2024-05-02 13:05:00">', "<h1>Oil</h1><div>Kamis, 2 Mei 2024 13:05 WIB</div>"
    )

    assert str(said.published) == "2024-05-02 13:05:00+07:00"


def test_a_line_with_the_label_of_an_author_is_one_for_dates() -> None:
    line = "18 мая 2023, 12:00 Источник: Берег и река Автор: Ада Лавлейс"

    assert str(read("", f"<h1>Паром</h1><div>{line}</div><p>Слова.</p>").published) == "2023-05-18 12:00:00"


@pytest.mark.parametrize("span", ["June 4, 1931 — February 26, 2023", "4 June 1931 – 26 February 2023"])
def test_the_last_day_of_a_span_is_not_that_of_publication(span: str) -> None:
    said = read(
        meta(article_published_time="2023-03-02"),
        f"<h1>Walter Fell</h1><p class='dates'>{span}</p><p>He was a miller.</p>",
    )

    assert said.published == date(2023, 3, 2)
