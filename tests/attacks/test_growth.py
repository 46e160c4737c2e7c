"""The work that an input makes grows with its length alone: calls are counted, twice the input makes twice as many."""

from contextlib import suppress

import pytest

import articlekit
from articlekit import ArticlekitError
from work import calls

# The format, what the input begins with, and what is said in it again and again.
SHAPES = {
    "figures in figures": (
        "html",
        f"<article><p>{'The harbour is open again. ' * 9}</p>",
        '<figure><img src="a.png"><figcaption>The gate</figcaption>Four weeks after ',
    ),
    "articles in articles": ("json", "", '{"articlekit":1,"body":[\n'),
    "articles in what breaks": ("json", "", '{"articlekit":1,"extra":{"a":' * 20 + "?"),
    "values that are no articles": ("json", '{"articlekit":1}', '1, "a", {} '),
    "feeds in a list": ("jsonfeed", "[", '{"items":[{"id":"1","content_text":"a"}]},'),
    "what is left of feeds": ("jsonfeed", 'a"}]}', ',{"items":[{"id":"1","content_text":"a"}]}'),
    "names without a beginning": ("jsonfeed", 'a"', ',"content_text":"a"'),
    "brackets without a beginning": ("ninjs", 'a"', "}]"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_input_is_twice_the_work(shape: str) -> None:
    name, start, unit = SHAPES[shape]

    def read(size: int) -> None:
        with suppress(ArticlekitError):
            list(articlekit.parse_all(start + unit * (size // len(unit)), format=name))

    read(64_000)  # so that what is worked out once for all has been
    assert calls(lambda: read(64_000)) < 2.3 * calls(lambda: read(32_000)) + 500
