"""What stands before the title: lists of other articles, a notice on cookies, each longer than a part of the text."""

import pytest

import articlekit
from plugins.html.test_no_text import TEXT, WHOLE
from plugins.html.test_teasers import URL, boxes

MENU = "<div class='m'><a href='/a'>Blog</a> <a href='/b'>About us</a></div>"
ITEM = "<li><a href='{address}'>{title}</a><p>{said} {said} Nobody is surprised, or so they say. {said}</p></li>"
NOTICE = (
    "We and our partners keep what they need to know of you. They measure how the page is used, and choose by it what "
    "they show. You may say no at any time. What you have said is kept for a year. Then we ask again, and once more."
)


def read(before: str) -> str:
    """Read a page with something before its title."""
    html = (
        f"<html><head><title>The river came at night</title></head><body>{before}"
        f"<div class='t'><h1>The river came at night</h1>{WHOLE}</div></body></html>"
    )
    return articlekit.parse(html, format="html", url=URL).text


@pytest.mark.parametrize(
    "before",
    [
        f"<div class='l'><h3>What others read</h3><ol>{boxes(ITEM)}</ol></div>",
        f"<div id='consent'><h2>Your choice</h2><p>{NOTICE}</p><button>Yes</button></div>",
    ],
    ids=["teasers", "consent"],
)
def test_it_is_no_text(before: str) -> None:
    assert read(MENU + before) == "\n\n".join(TEXT)


def test_a_text_before_what_only_looks_like_its_title_is_text() -> None:
    html = f"<div class='cookies'>{WHOLE}</div><h1>Written by hand</h1>"
    assert articlekit.parse(html, format="html", url=URL).text == "\n\n".join(TEXT)
