"""Short lines at the edges of a text, and credits in it, that are none of its lines."""

import pytest

import articlekit

TEXT = (
    "The eels came back in May, and nobody in the village can say from where, for the weir has stood since 1740.",
    "“I saw them before sunrise,” said the keeper of the mill. “There were so many that the water was black.”",
    "In the town they put a net under the bridge and counted two thousand in one night. Then they stopped counting.",
    "Nobody is to catch any before autumn; the council of the county decides on Thursday what becomes of the weir.",
)


def read(*, top: str = "", between: str = "", end: str = "") -> list[str]:
    first, *others = (f"<p>{said}</p>" for said in TEXT)
    shown = f"<h1>Eels come back</h1><div>By Ada Lovelace</div><div>3 May 2024</div>{top}"
    body = f"<div>{shown}{first}{between}{''.join(others)}{end}</div>"
    page = f"<html lang='en'><title>Eels come back</title><body>{body}</body></html>"
    return articlekit.parse(page, format="html").text.split("\n\n")


@pytest.mark.parametrize(
    "top", ["Reading time: 3 minutes", "2 min listen", "Temps de lecture : 2 minutes", "Views: 1204"]
)
def test_a_count_under_the_byline_is_no_line_of_the_text(top: str) -> None:
    assert read(top=f"<p>{top}</p>") == list(TEXT)


@pytest.mark.parametrize("line", ["May 1998", "River walks #58", "Eels and rivers"])
def test_what_counts_nothing_stays(line: str) -> None:
    assert read(top=f"<p>{line}</p>") == [line, *TEXT]


@pytest.mark.parametrize("line", ["Foto: Grace Hopper", "Photo: Grace Hopper/AFP", "Illustrations by Grace Hopper"])
def test_who_took_the_pictures_is_no_line_of_the_text(line: str) -> None:
    assert read(between=f"<p>{line}</p>") == list(TEXT)
    assert read(end=f"<p>{line}</p>") == list(TEXT)


def test_who_took_the_pictures_is_one_where_the_author_has_put_it_into_the_text() -> None:
    said = [*TEXT, *map(str.upper, TEXT), "Photo: Grace Hopper"]
    text = "".join(f"<p>{line}</p>" for line in said)
    page = f"<h1>Eels come back</h1><div class='entry-content'>{text}</div>"

    assert articlekit.parse(page, format="html").text.split("\n\n") == said


@pytest.mark.parametrize(
    "line", ["(jp/ob)", "aja/PAP", "/ritzau/", "rdb", "Text: Ada Lovelace", "Ada Lovelace ada@a.example"]
)
def test_who_has_signed_it_is_no_line_of_the_text(line: str) -> None:
    assert read(end=f"<p>{line}</p>") == list(TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "Correction: an earlier version said that they came in June.",
        "Sources: the county's count of eels; talks in the village",
        "Ada Lovelace, who keeps eels, wrote this for her friends.",
    ],
)
def test_notes_at_the_end_stay(line: str) -> None:
    assert read(end=f"<p>{line}</p>") == [*TEXT, line]


def test_initials_in_the_text_stay() -> None:
    assert read(between="<p>rdb</p>") == [TEXT[0], "rdb", *TEXT[1:]]


def test_a_date_that_nothing_marks_is_no_line_of_the_text_where_it_is_the_one_of_the_data() -> None:
    head = '<meta property="article:published_time" content="2024-12-20T06:55:00+01:00">'
    body = "".join(f"<p>{said}</p>" for said in TEXT)
    page = f"<title>Eels</title>{head}<h1>Eels come back</h1><div>2024. december 20. 6:55</div><div>{body}</div>"

    assert articlekit.parse(f"<html lang='hu'>{page}</html>", format="html").text.split("\n\n") == list(TEXT)


def test_tags_are_no_line_of_the_text() -> None:
    links = "<a href='/x/1'>Eels</a>, <a href='/x/2'>Rivers</a>"

    assert read(end=f"<p>Tags: {links}</p>") == list(TEXT)
    assert read(end=f"<p>They live by: {links}</p>") == [*TEXT, "They live by: Eels, Rivers"]
