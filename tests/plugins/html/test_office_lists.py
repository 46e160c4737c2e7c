"""Lists that office programs write as paragraphs."""

import pytest

import articlekit
from articlekit.blocks import Block, List, Paragraph

BEFORE = (
    "<p>The council names three ways to cross the sound until the ferry returns, and one of them costs nothing:</p>"
)
BEHIND = "<p>None of them will carry animals, say the farmers, who have three hundred sheep to sell soon.</p>"


def item(marker: str, text: str, kind: str = "class=MsoListParagraph") -> str:
    """Give a paragraph as Word writes an item of a list."""
    return (
        f"<p {kind} style='text-indent:-18.0pt'><![if !supportLists]><span style='font-family:Symbol'>{marker}"
        f"<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;\n </span></span><![endif]>"
        f"{text}<o:p></o:p></p>\n"
    )


def body_of(items: str) -> tuple[Block, ...]:
    page = (
        f"<html><title>The crossing</title><div class=WordSection1><h1>The crossing</h1>{BEFORE}{items}{BEHIND}</div>"
    )
    body = articlekit.parse(page).body
    assert isinstance(body[0], Paragraph)
    assert isinstance(body[-1], Paragraph)
    return body[1:-1]


def listed(*texts: str, ordered: bool = False, start: int = 1) -> List:
    return List(items=tuple((Paragraph(text=text),) for text in texts), ordered=ordered, start=start)


@pytest.mark.parametrize("sign", ["·", "\uf0b7", "o", "§", "-"])
def test_what_begins_with_signs_is_a_list(sign: str) -> None:
    items = item(sign, "a fishing boat;") + item(sign, "a <b>helicopter</b>;") + item(sign, "boats of friends.")
    made = body_of(items)
    assert [[block.text for block in entry] for entry in made[0].items] == [
        ["a fishing boat;"],
        ["a helicopter;"],
        ["boats of friends."],
    ]


def test_what_begins_with_numbers_is_ordered() -> None:
    items = item("3.", "a fishing boat;") + item("4.", "a helicopter.")
    assert body_of(items) == (listed("a fishing boat;", "a helicopter.", ordered=True, start=3),)


def test_signs_behind_numbers_are_another_list() -> None:
    items = item("1.", "a fishing boat.") + item("·", "It holds twelve.")
    assert body_of(items) == (listed("a fishing boat.", ordered=True), listed("It holds twelve."))


def test_other_styles_say_it_too() -> None:
    items = item("1)", "a fishing boat;", "class=MsoNormal style='mso-list:l0 level1 lfo1'")
    assert body_of(items.replace(" style='text-indent:-18.0pt'", "", 1)) == (listed("a fishing boat;", ordered=True),)


def test_a_paragraph_of_a_list_that_has_no_sign_stays_one() -> None:
    assert body_of("<p class=MsoListParagraph>1961 is the year in which the ferry was built, in Kiel.</p>") == (
        Paragraph(text="1961 is the year in which the ferry was built, in Kiel."),
    )
