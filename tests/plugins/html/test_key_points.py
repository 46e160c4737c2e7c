"""What an article is about, in short, in a box between its title and its text; and what else stands there."""

import pytest

import articlekit
from plugins.html.test_no_text import TEXT

POINTS = (
    "The water stood in every cellar of the lower town",
    "Nobody was hurt when the weir gave way",
    "The school stays closed for the whole week",
)
ITEMS = "".join(f"<li>{point}</li>" for point in POINTS)
PAGE = """<!doctype html><html><head><title>The river came up in the night</title></head><body><div class="x1">
<div class="x2"><h1>The river came up in the night</h1>
<div class="x3"><b>Jo Writer</b> <time>3 May 2025</time></div>
{box}</div><div class="x4">{body}</div></div><div class="x5"><a href="/imprint">Imprint</a></div></body></html>"""


def read(box: str, parts: str = "") -> str:
    body = "".join(f"<p>{said}</p>" for said in TEXT)
    return articlekit.parse(PAGE.format(box=box, body=body + parts), format="html").text


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='x6'><h2>In short</h2><ul>{ITEMS}</ul></div>",
        f"<div class='x6'><div>In short</div><ul>{ITEMS}</ul></div>",
        f"<section class='x6'><ul>{ITEMS}</ul></section>",
    ],
    ids=["heading", "label", "list alone"],
)
def test_it_is_text(box: str) -> None:
    over = "In short\n\n" if "In short" in box else ""

    assert read(box).startswith(f"{over}{POINTS[0]}\n\n{POINTS[1]}\n\n{POINTS[2]}\n\n{TEXT[0]}")


def test_a_verdict_with_points_for_and_against_is_text() -> None:
    points = "<h4>For</h4><ul><li>Fast</li><li>Light</li></ul><h4>Against</h4><ul><li>Loud</li><li>Dear</li></ul>"
    box = f"<section class='x6'><h2>Our verdict</h2><p>It is good, and it is loud.</p>{points}</section>"

    said = ["Our verdict", "It is good, and it is loud.", "For", "Fast", "Light", "Against", "Loud", "Dear"]
    assert read(box).startswith("\n\n".join((*said, TEXT[0])))
    assert read(box.replace("<li>Loud</li>", "<li><a href='/l'>Loud</a></li>")).startswith(TEXT[0])


@pytest.mark.parametrize(
    ("box", "parts"),
    [
        (f"<div><h2>In this report</h2><ul>{ITEMS}</ul></div>", "".join(f"<h2>{p}</h2><p>{p}.</p>" for p in POINTS)),
        (f"<div><h2>More of it</h2><ul>{ITEMS.replace('<li>', '<li><a href=/1>')}</ul></div>", ""),
        (f"<div><h2>More of it</h2><ul>{ITEMS}</ul><input name='mail'></div>", ""),
        ("<div><h2>Menu</h2><ul><li>News</li><li>Sport</li><li>Weather</li></ul></div>", ""),
        (f"<div class='related'><h2>More of it</h2><ul>{ITEMS}</ul></div>", ""),
    ],
    ids=["contents", "links", "a field", "a menu", "a name against it"],
)
def test_what_else_stands_there_is_not(box: str, parts: str) -> None:
    assert read(box, parts).startswith(TEXT[0])
