"""Verse whose lines have an element each: a stanza is a paragraph, its lines are parted by line breaks."""

import pytest

import articlekit
from articlekit.blocks import Paragraph
from plugins.html.shells import page

STANZAS = (
    ("The water stands before the stone", "and does not know which way to go;", "it listens to the mill alone."),
    ("My father laid this weir by hand,", "a stone a day, from May to May,", "and in between he ploughed the land."),
)


def read(body: str) -> list[str]:
    article = articlekit.parse(page("utility", body), format="html")
    return [block.text for block in article.body if isinstance(block, Paragraph)]


def lines(said: tuple[str, ...], end: str = "") -> str:
    return "".join(f"<div class='l'>{line}{end}</div>" for line in said)


@pytest.mark.parametrize(
    "between", ["<div class='l'><br></div>", "<div>&#160;</div>", "<br>"], ids=["break", "white space", "no element"]
)
@pytest.mark.parametrize("end", ["", "<br>"])
def test_what_is_empty_parts_the_stanzas(between: str, end: str) -> None:
    assert read(between.join(lines(stanza, end) for stanza in STANZAS)) == ["\n".join(said) for said in STANZAS]


def test_marks_in_a_line_stay() -> None:
    body = f"{lines(STANZAS[0])}<div><br></div>{lines(STANZAS[1])}".replace("water", "<em>water</em>").replace(
        "mill", "<b>mill</b>"
    )
    stanza = articlekit.parse(page("utility", body), format="html").body[0]

    assert isinstance(stanza, Paragraph)
    assert [stanza.text[mark.start : mark.end] for mark in stanza.marks] == ["water", "mill"]


def test_lines_that_nothing_parts_are_paragraphs() -> None:
    assert read(lines(STANZAS[0]) + lines(STANZAS[1])) == [*STANZAS[0], *STANZAS[1]]
