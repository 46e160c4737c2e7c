"""What is taken away from an element is exactly the lines that the outline has of it."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

import articlekit
from articlekit.markup import parse_html
from articlekit_html.body.outline.runs import own_runs, take_away
from articlekit_html.body.outline.walk import outline_of
from plugins.html.shells import page

WORDS = st.sampled_from(["one", " two ", "three. ", " ", "\n", ""])
VOID = st.sampled_from(["<br>", "<br> <br>", "<img src=/a.jpg>", "<script>x()</script>", "<input>", "<hr>"])
PAIRS = ("a", "b", "span", "font", "div", "p", "ul", "li", "select", "svg", "code")


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    joined = st.lists(inner, max_size=4).map("".join)
    return st.builds("<{0}>{1}</{0}>".format, st.sampled_from(PAIRS), joined)


HTML = st.lists(st.recursive(WORDS | VOID, _nested, max_leaves=12), max_size=6).map("".join)


def letters(texts: Iterable[str]) -> list[str]:
    """Give what the lines say, those left out that say nothing; line breaks are no part of a run."""
    return [line for text in texts if (line := "".join(text.split()))]


@given(HTML)
def test_runs_are_the_lines_of_the_outline(html: str) -> None:
    outline = outline_of(parse_html(f"<body>{html}</body>"), whole=True)
    for node, element in enumerate(outline.elements):
        own = [text for text, at in zip(outline.texts, outline.line_node, strict=True) if at == node]
        assert letters(run.text() for run in own_runs(element)) == letters(own)


@given(HTML, st.sets(st.integers(0, 3)))
def test_what_is_left_is_the_other_lines(html: str, places: set[int]) -> None:
    root = parse_html(f"<body>{html}</body>")
    body = outline_of(root, whole=True).elements[0]
    before = letters(run.text() for run in own_runs(body))
    take_away(body, places, set())
    left = [text for place, text in enumerate(before) if place not in places]
    assert letters(run.text() for run in own_runs(body)) == left


def test_a_line_in_an_element_for_fonts_goes_without_the_others() -> None:
    said = [
        f"The water of day {day} came up to the first houses of the town shortly after midnight." for day in "1234567"
    ]
    byline = "<font size=2>By Ada Brook<br><br>3 March 2024</font>"
    text = "".join(f"<br><br><font face=serif>{line}</font>" for line in said)
    article = articlekit.parse(page("tables", f"{byline}{text}<script>advert()</script>"))
    assert [line for line in said if line not in article.text] == []
