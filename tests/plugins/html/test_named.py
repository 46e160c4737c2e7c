"""A short text in the one element that is named as the one for it: what stands there is read."""

import pytest

import articlekit


def lines_of(content: str, beside: str = "") -> list[str]:
    page = (
        '<title>Closed - A Site</title><link rel="canonical" href="https://clocks.example/closed/">'
        '<body><header><a href="/">A Site</a></header><article><h1>Closed</h1>'
        '<p class="byline">By <a rel="author" href="/author/jo/">Jo Field</a>, <time>4 May 2024</time></p>'
        f'<div class="entry-content">{content}</div></article>{beside}<footer>A Site</footer>'
    )
    return articlekit.parse(page, format="html").text.split("\n\n")


SAID = "<p>Closed today. Back on Monday.</p>"
LINES = {
    "a link elsewhere": (
        '<p><a href="https://tides.example/">How tides are measured</a></p>',
        ["How tides are measured"],
    ),
    "sources": (
        '<p>Sources:</p><p><a href="https://a.example/">Plan of 1871</a><br><a href="https://b.example/">The paper</a>',
        ["Sources:", "Plan of 1871\nThe paper"],
    ),
    "what opens an answer": (
        '<div role="button" aria-expanded="false"><a>When?</a></div><div><p>At nine.</p></div>',
        ["When?", "At nine."],
    ),
    "a button": ('<div class="elementor-button-wrapper"><a href="https://b.example/">Ask us</a></div>', []),
    "an info box of Kadence": (
        '<div class="kt-info-box_5"><p>Grey, brown and white</p></div>',
        ["Grey, brown and white"],
    ),
    "podcast links": ('<div class="powerpress_links">Podcast: <a href="/12.mp3">Download</a></div>', []),
    "votes": ('<div class="star-ratings"><div class="legend">5/5 - (3 votes)</div></div>', []),
    "tags": ('<div class="post-tags"><span>Tagged <a href="/tag/a/">A</a></span></div>', []),
    "minutes": ("<span>Reading time: 2 minutes</span>", []),
}


@pytest.mark.parametrize(("content", "lines"), LINES.values(), ids=LINES)
def test_lines(content: str, lines: list[str]) -> None:
    said = "Closed today. Back on Monday."
    is_before = "minutes" in content
    assert lines_of(content + SAID if is_before else SAID + content) == [said, *lines]


def test_a_longer_sidebar_is_not_the_text() -> None:
    sidebar = (
        '<aside class="widget-area"><section class="widget"><h2>About this site</h2><div class="textwidget"><p>We have'
        " mended clocks and watches of all kinds in this house for more than forty years, and we still do.</p></div>"
        "</section></aside>"
    )

    assert lines_of(SAID, sidebar) == ["Closed today. Back on Monday."]
    market = (
        "<p>Market day is back. Come early.</p><table><tr><td>Where</td><td>Church square</td></tr>"
        "<tr><td>When</td><td>Saturday, 7 to 1</td></tr></table><p>Dogs on leads, please.</p>"
        "<p>Baker Holm: bread<br>The Lind sisters: honey<br>Old Per: knives</p><p>Free entry.</p>"
    )
    assert lines_of(market, sidebar)[-1] == "Free entry."
