"""Boxes within a text that ask the reader to do something, where no name says so; buttons that stand with the text."""

import pytest

import articlekit
from plugins.html.shells import page
from plugins.html.test_no_text import TEXT

PARAGRAPHS = [f"<p>{said}</p>" for said in TEXT]
AGREE = (
    "<div><h4>External content</h4><p>Here you find a map of another company that belongs to the story.</p>"
    "<label><input type='checkbox'> I agree that it is shown to me</label></div>"
)


def read(box: str) -> str:
    body = "".join((*PARAGRAPHS[:3], box, *PARAGRAPHS[3:]))
    return articlekit.parse(page("utility", body), format="html").text


@pytest.mark.parametrize(
    "box",
    [
        "<div class='k1'><p>A film of another company would be shown here.</p><button>Show it</button></div>",
        AGREE,
        AGREE * 2,
        "<div><p>The valley in your inbox.</p><div><input name='a'><button>Send it to me</button></div></div>",
        "<div><button><svg></svg></button><span>Listen to this story</span><span>4:32</span></div>",
        "<div class='k1'><p>Our app brings you the weather each morning.</p><a href='/app'>Get the app</a></div>",
        "<div class='k1'><p>Write for us.</p><p>Each line is paid.</p><p><a href='/write'>Send a line</a></p></div>",
    ],
    ids=["button", "checkbox", "twice", "field", "player", "link", "link in a paragraph"],
)
def test_what_stands_with_a_button_in_a_box_of_few_words_is_no_text(box: str) -> None:
    assert read(box) == "\n\n".join(TEXT)


NOTE = "Whoever lives below the mill should look at the gauge before the night."


@pytest.mark.parametrize(
    "box",
    [
        f"<p>{NOTE} <button>Share</button></p>",
        f"<div><h4>What to do</h4><ul><li>{NOTE}</li></ul><button>Print</button></div>",
        f"<div><blockquote>{NOTE}</blockquote><button>Share</button></div>",
        "".join(f"<div class='q{n}'><p>Arch {n}. {NOTE}</p><button>Share</button></div>" for n in range(3)),
        "".join(f"<section><div class='q'><p>Arch {n}. {NOTE}</p><button>Share</button></div></section>" for n in "12"),
        f"<div><p>{NOTE}</p><button>Low</button><button>High</button><button>Flood</button></div>",
        f"<div><button aria-expanded='false'>What to do?</button><div><p>{NOTE}</p></div></div>",
        f"<div class='k1'><p>{NOTE}</p><a href='https://gauge.example/now'>The gauge</a></div>",
        f"<div class='k1'><p>{NOTE}</p><a href='/gauge'>What the gauge at the mill says now</a></div>",
    ],
    ids=[
        *("paragraph", "list", "quotation", "beside one another", "of one look", "a choice", "a question"),
        *("a link elsewhere", "a long link"),
    ],
)
def test_what_a_button_stands_with_in_the_text_is_text(box: str) -> None:
    assert NOTE in read(box)


BENEFIT = "You read all {} pages of our valley's history, and what the gauge at the mill says at night."
WAYS = "".join(
    f"<div><p class='h2'>One of {count} ways to read on</p><ul>{f'<li>{BENEFIT.format(count)}</li>' * 4}</ul></div>"
    for count in (10, 20, 30, 40)
)


def test_what_asks_readers_to_sign_in_before_a_script_shows_it_asks_in_several_ways() -> None:
    assert read(f"<div class='identity__sign-in hidden'>{WAYS}</div>") == "\n\n".join(TEXT)


def test_what_is_named_after_a_paywall_and_not_shown_may_be_what_is_paid_for() -> None:
    paid = "".join(f"<p>{said}</p>" for said in TEXT)
    article = articlekit.parse(page("utility", f"<div class='paywall hidden'>{paid}</div>"), format="html")
    assert article.text == "\n\n".join(TEXT)
