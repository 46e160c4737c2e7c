"""Hypothesis strategies for articles and what they are made of, biased to trouble.

What they draw is in canonical form, as parsers give it: white space collapsed, marks sorted and not empty, absence
None. Give `articles` the `Holds` of a writer, and it draws only what that format can hold.

Example:
    >>> from hypothesis import given
    >>> @given(articles())
    ... def test_my_index(article):
    ...     assert article.text == "\\n\\n".join(run.block.text for run in article.runs)
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from functools import cache
from typing import Any, Final, TypeAlias, get_args

from hypothesis import strategies as st

from articlekit.article import Article, Author, Json, Moment, Site
from articlekit.blocks import Block, Paragraph
from articlekit.claim import Attribution, AttributionKind, Claim, Quantity, Review, Span, TextField
from articlekit.plugin import BLOCKS, FIELDS, MARKS, Holds
from articlekit.testing import canonical

EVERYTHING: Final = Holds(fields=FIELDS | {"extra"}, blocks=BLOCKS, marks=MARKS)
"""What an article can hold: all that a source says. Claims, origin and diagnostics are made by reading."""

Strategy: TypeAlias = st.SearchStrategy

_WHITE_SPACE = re.compile("[ \t\n\f\r]+")
# References and tags in the text itself, combining marks, writing from right to left, a joined emoji, no-break spaces,
# typographic quotes, what lies next to the surrogates, and what Markdown and TeX take for themselves.
_TROUBLE = (
    *("&amp;", "&lt;b&gt;", "<b>", "</p>", "&", "<", ">", '"', "'", "]]>", "--", "<!--"),
    *(
        "e\u0301",
        "\u202eabc\u202c",
        "\u200b",
        "👩\u200d👩\u200d👧",
        "\xa0",
        "\u202f",
        "“",
        "’",
        "\ud7ff",
        "\ue000",
        "\u2028",
    ),
    *("*", "_", "`", "#", "[a](b)", "\\", "|", "1.", "+", "~", "$x$", "http://example.org"),
)


def texts() -> Strategy[str]:
    """Draw a line of text as a block has it: all of Unicode that HTML can hold, white space collapsed, not empty.

    Control characters and lone surrogates are left out: neither HTML nor XML can hold them.
    """
    characters = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
    pieces = st.lists(
        st.text(characters, max_size=6) | st.sampled_from(_TROUBLE) | st.just(" "), min_size=1, max_size=4
    )
    return pieces.map(lambda parts: _WHITE_SPACE.sub(" ", "".join(parts)).strip(" ")).filter(bool)


def addresses() -> Strategy[str]:
    """Draw absolute addresses."""
    return st.from_regex(r"https://[a-z]{1,5}\.example/[a-z0-9/]{0,6}(\?[a-z]=[a-z0-9&]{0,3})?", fullmatch=True)


def moments() -> Strategy[Moment]:
    """Draw dates to the second: aware, with an offset of whole quarters of an hour, naive, or a bare day."""
    quarters = st.none() | st.integers(-12 * 4, 14 * 4)
    zones = quarters.map(lambda number: None if number is None else timezone(timedelta(minutes=15 * number)))
    exact = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=zones)  # type: ignore[arg-type]
    return exact.map(lambda moment: moment.replace(microsecond=0)) | exact.map(datetime.date)


def paragraphs(holds: Holds = EVERYTHING) -> Strategy[Paragraph]:
    """Draw a paragraph with marks."""
    return canonical.paragraphs(holds.marks)


def blocks(holds: Holds = EVERYTHING) -> Strategy[Block]:
    """Draw a block of any kind that the format holds, with blocks in it where it is of a kind that nests."""
    return canonical.blocks(holds)


def bodies(holds: Holds = EVERYTHING) -> Strategy[tuple[Block, ...]]:
    """Draw the body of an article."""
    return canonical.bodies(holds)


def _tuples(of: Strategy[Any], least: int = 0, most: int = 3) -> Strategy[tuple[Any, ...]]:
    return st.lists(of, min_size=least, max_size=most).map(tuple)


def authors() -> Strategy[Author]:
    """Draw authors."""
    kinds = st.sampled_from([None, "Person", "Organization"])
    return st.builds(Author, name=texts(), url=st.none() | addresses(), kind=kinds)


_JSON: Strategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | texts(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts(), inner, max_size=2),
    max_leaves=4,
)


@st.composite
def articles(draw: st.DrawFn, holds: Holds = EVERYTHING) -> Article:
    """Draw articles with anything in every field that the format holds, and nothing in the others."""
    return draw(_articles(holds))


@cache
def _articles(holds: Holds) -> Strategy[Article]:
    fields: dict[str, Strategy[Any]] = {
        "id": st.none() | texts(),
        "url": st.none() | addresses(),
        "title": st.none() | texts(),
        "subtitle": st.none() | texts(),
        "summary": st.none() | texts(),
        "authors": _tuples(authors(), 0, 2),
        "published": st.none() | moments(),
        "modified": st.none() | moments(),
        "language": st.sampled_from([None, "en", "de-CH", "zh-Hant-TW"]),
        "site": st.none() | st.builds(Site, name=texts(), url=st.none() | addresses()),
        "categories": _tuples(texts(), 0, 2),
        "tags": _tuples(texts(), 0, 2),
        "image": st.none() | addresses(),
        "license": st.none() | addresses(),
        "body": bodies(holds),
        "extra": st.dictionaries(texts().map("x_".__add__), _JSON, max_size=2),
    }
    return st.builds(Article, **{name: drawn for name, drawn in fields.items() if name in holds.fields})


@st.composite
def claims(draw: st.DrawFn, article: Article) -> Claim:
    """Draw a claim of an article, whose spans all point into its title or its text.

    Of an article without a word it is one that only a fact-check has told of, without a place.

    Example:
        >>> from hypothesis import given, strategies as st
        >>> @given(articles().flatmap(lambda article: st.tuples(st.just(article), claims(article))))
        ... def test_my_report(drawn):
        ...     article, claim = drawn
        ...     assert claim.span is None or claim.text in (article.title or "") + article.text
    """
    fields: dict[TextField, str] = {"text": article.text, "title": article.title or ""}
    told: list[TextField] = [name for name, text in fields.items() if text]
    field = draw(st.sampled_from(told)) if told else None
    review = st.builds(Review, url=addresses(), claim=texts(), reviewer=st.none() | texts())
    if field is None:
        return Claim(text=draw(texts()), review=draw(review))
    places = st.lists(st.integers(0, len(fields[field])), min_size=2, max_size=2, unique=True).map(sorted)
    spans = places.map(lambda ends: Span(start=ends[0], end=ends[1], field=field))
    several = _tuples(spans, 0, 2)
    kinds = st.sampled_from(get_args(AttributionKind))
    said = st.builds(Attribution, source=several, cue=several, content=several, kind=kinds, speaker=st.none() | texts())
    shares = st.builds(Quantity, span=spans, kind=st.just("percent"), value=st.floats(0, 100))
    likely = st.none() | st.floats(0, 1)
    span = draw(spans)
    return Claim(
        text=span.of(fields[field]),
        span=span,
        attribution=draw(st.none() | said),
        score=draw(likely),
        checkable=draw(likely),
        reasons=draw(_tuples(texts(), 0, 2)),
        hedges=draw(several),
        negations=draw(several),
        quantities=draw(_tuples(shares, 0, 1)),
        links=draw(_tuples(addresses(), 0, 2)),
        review=draw(st.none() | review),
    )


def html_fragments() -> Strategy[str]:
    """Draw HTML as it is found: tags that nest wrongly, stay open or are cut off, with text between them."""
    names = st.sampled_from(
        ["p", "div", "b", "a", "ul", "li", "table", "tr", "td", "pre", "figure", "br", "img", "svg", "x"]
    )
    attributes = st.sampled_from(["", ' class="x"', " href='/a'", ' onclick="x()"', ' src="a.png"', " style=", ' "'])
    tags = st.builds("<{}{}{}>".format, st.sampled_from(["", "/"]), names, attributes)
    return st.lists(tags | texts() | st.sampled_from(["<!--", "-->", "<![CDATA[", "<p", "&#", "\0"]), max_size=12).map(
        "".join
    )


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """Draw a file damaged in one of many ways: cut, holed, doubled, re-encoded, its bytes changed."""
    if not data:
        return data
    start = draw(st.integers(0, len(data) - 1))
    end = min(len(data), start + draw(st.integers(1, 200)))
    noise = draw(st.binary(min_size=1, max_size=20))
    return draw(
        st.sampled_from(
            (
                data[:start],
                data[start:],
                data[:start] + data[end:],
                data[:end] + data[start:],
                data[:start] + noise + data[end:],
                data[:start] + b"\0\x0b\x1b" + data[start:],
                b"\xff\xfe" + data.decode("utf-8", "replace").encode("utf-16-le"),
                data.decode("latin-1").encode("utf-8"),
                data.swapcase(),
            )
        )
    )
