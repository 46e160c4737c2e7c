"""What holds for all HTML and all blocks: what is written is read again, nothing is lost, nothing runs."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articlekit.blocks import Block, Code, Embed, Heading, Image, List, Mark, Note, Paragraph, Quote
from articlekit.markup import (
    Element,
    canonical_marks,
    parse_document,
    parse_fragment,
    parse_html,
    plain_text,
    read_blocks,
    read_blocks_of,
    read_inline,
    write_blocks,
    write_inline,
)
from articlekit.markup.line import BLANK
from articlekit.markup.tokens import names_of
from markup.notation import shown
from properties.bodies import bodies

# The strategy for bodies is long when it is shown.
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

_NAMES = names_of(
    "p div b i a ul ol li dl dt dd table thead tbody tfoot tr td th caption pre code blockquote cite footer figure "
    "figcaption img br hr h2 h3 span sup sub q em strong abbr del ins section aside ruby rt small s x-y article"
)
_HIDING = names_of("math mi annotation script style svg noscript iframe video picture source embed object select title")
_ATTRIBUTES = (
    *("", "/", " /", ' class="wp-caption"', ' class="wp-caption-text"', ' class="credit"', ' class="footnotes"'),
    *(' id="n1"', ' href="/a"', ' href="#n1"', ' href="#n1" role="doc-noteref"', ' href="javascript:x"'),
    *(' src="a.png"', ' srcset="c.png 2x"', ' data-src="d.png"', ' alt="A b"', ' title="t"', ' start="4"'),
    *(' role="doc-footnote" id="f"', ' role="presentation"', ' rowspan="2"', " colspan=0", ' cite="/c"'),
    *(' class="language-x"', ' class="pullquote"', ' class="gallery"', ' value="7"', ' onclick="x()"', " a='b"),
)
_FORMULAS = (' class="math"', ' class="math display"', ' class="katex"', ' class="latex" alt="x"', ' display="block"')
_WORDS = ("word", "two words", " ", "\n", "&nbsp;", "&lt;b&gt;", "— ", "↩", "$x$", "\\(y\\)", "x", "é", " x ", "&", "^")
_LOOSE = (
    "<",
    "</",
    "<!",
    "<!--",
    "-->",
    "<![CDATA[",
    "&#",
    "]]>",
    '"',
    "'",
    "=",
    "\0",
    "\ud800",
    "\r\n",
    "<p",
    "</html>",
)


def _soup(names: tuple[str, ...], attributes: tuple[str, ...], *, loose: tuple[str, ...]) -> st.SearchStrategy[str]:
    starts = st.builds("<{}{}>".format, st.sampled_from(names), st.sampled_from(attributes))
    ends = st.sampled_from([f"</{name}>" for name in names])
    words = st.sampled_from(_WORDS)
    pieces = st.one_of(words, starts, ends, st.sampled_from(loose)) if loose else st.one_of(words, starts, ends)
    return st.lists(pieces, max_size=30).map("".join)


soup = _soup((*_NAMES, *_HIDING), _ATTRIBUTES + _FORMULAS, loose=_LOOSE)


@given(bodies)
def test_what_is_written_is_read_again(body: tuple[Block, ...]) -> None:
    html = write_blocks(body)
    assert read_blocks(html).blocks == body
    assert read_blocks(parse_html(html)).blocks == body


# All of Unicode but NULL and lone surrogates, which are all that HTML cannot hold.
_characters = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
_lines = _characters.map(lambda text: re.sub("[ \t\n\f\r]+", " ", text).strip(" ")).filter(
    lambda text: text.strip(BLANK)
)
_addresses_kept = _lines.map(lambda text: "/" + re.sub(r"[\x00-\x20]", "", text))


@given(_lines, _characters.filter(lambda text: text.strip(BLANK)), _addresses_kept)
@example("\x01\x0b\x1c\x7f\x80\x85\x9f\xad\ufdd0\ufffe\uffff\U0010ffff", "\n \r\n\tx\f\r", '/"&<>é')
def test_every_character_survives(line: str, code: str, url: str) -> None:
    body = (
        Paragraph(text=line, marks=(Mark(kind="link", start=0, end=len(line), url=url, title=line),)),
        Heading(text=line, level=2),
        Code(text=code),
        List(items=((Paragraph(text=line),), (Code(text=code),))),
        Quote(body=(Paragraph(text=line),), url=url),
        Image(url=url, alt=line, caption=line, credit=line, link=url),
    )
    html = write_blocks(body)
    assert read_blocks(html).blocks == body
    assert read_blocks(parse_html(html)).blocks == body


@given(soup)
def test_whatever_is_read_is_in_canonical_form(html: str) -> None:
    for source in (html, parse_html(html)):
        blocks = read_blocks(source).blocks
        assert read_blocks(write_blocks(blocks)).blocks == blocks


@given(st.text() | soup)
@example("<a b='c\"d" * 50)
@example("\ud83d\ude00\udc00<p>\0")
def test_no_text_is_too_odd(html: str) -> None:
    read_blocks(html)
    read_blocks_of([parse_fragment(html)])
    text, marks = read_inline(html)
    assert "\n\n" not in text
    assert read_inline(write_inline(text, marks))[0] == text
    assert "\n" not in plain_text(html)
    assert parse_document(html).root.tag == "html"


@given(st.lists(st.sampled_from(_NAMES), max_size=25), st.data())
def test_no_word_is_lost(names: list[str], data: st.DataObject) -> None:
    """Each tag, start or end, is followed by a word of its own: all of them are somewhere in what is read."""
    ends = data.draw(st.lists(st.booleans(), min_size=len(names), max_size=len(names)))
    classes = st.sampled_from(
        ("", ' class="wp-caption"', ' class="credit"', ' class="footnotes"', ' role="presentation"')
    )
    html = "".join(
        f"</{name}> w{number} " if end else f"<{name}{data.draw(classes)}> w{number} "
        for number, (name, end) in enumerate(zip(names, ends, strict=True))
    )
    for source in (html, parse_html(html)):
        said = re.findall(r"\bw[0-9]+\b", shown(read_blocks(source).blocks))
        assert sorted(set(said), key=lambda word: int(word[1:])) == [f"w{number}" for number in range(len(names))]


_texts = st.text(max_size=8) | st.sampled_from(
    ("<script>x</script>", '"><script>x</script>', "</p>", "\0\ud800", "-->")
)
_addresses = st.sampled_from(
    ("javascript:x", " java\nscript:x", "\x01javascript:x", "vbscript:x", "data:text/html,<script>x</script>", "/a")
) | st.text(max_size=5)
_KINDS = ("link", "note", "quotation", "deleted", "math", "abbreviation", "strong")


@st.composite
def _marked(draw: st.DrawFn) -> Paragraph:
    ends = st.integers(-2, 12)
    mark = st.builds(
        Mark,
        kind=st.sampled_from(_KINDS),
        start=ends,
        end=ends,
        url=st.none() | _addresses,
        title=st.none() | _texts,
        mathml=st.none() | soup,
    )
    return Paragraph(text=draw(_texts), marks=tuple(draw(st.lists(mark, max_size=4))))


_hostile = st.lists(
    st.one_of(
        _marked(),
        st.builds(Image, url=_addresses, alt=_texts, link=_addresses, caption=_texts),
        st.builds(Embed, url=_addresses, title=_texts, media=st.sampled_from(("audio", "video", "frame", "object"))),
        st.builds(Note, name=_texts, body=st.tuples(_marked())),
        st.builds(Quote, body=st.tuples(_marked()), url=_addresses, cite=_texts),
    ),
    max_size=4,
)
_MAY_STAND = frozenset(_NAMES) | frozenset(
    names_of("math mi annotation iframe video audio kbd mark u h1 h4 h5 h6 html body")
)
_RUNS = re.compile(r"[\x00-\x20]*(?:javascript|vbscript|data):", re.IGNORECASE)


@given(_hostile)
def test_nothing_that_is_written_runs(blocks: list[Block]) -> None:
    _check(parse_html(write_blocks(blocks)))


@given(soup)
def test_nothing_that_was_read_runs(html: str) -> None:
    _check(parse_html(write_blocks(read_blocks(html).blocks)))


def _check(root: Element) -> None:
    for element in root.iter():
        assert element.tag in _MAY_STAND
        for name, value in element.items():
            assert not str(name).startswith("on")
            assert name not in ("style", "srcdoc", "action", "formaction")
            if name in ("href", "src", "cite", "data"):
                assert not _RUNS.match(re.sub(r"[\t\r\n]", "", str(value)))


@st.composite
def _marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text("ab ", min_size=1, max_size=8))
    places = st.lists(st.integers(0, len(text)), min_size=2, max_size=2, unique=True).map(sorted)
    kinds = st.sampled_from(("link", "note", "strong"))
    marks = st.builds(
        lambda place, kind, url: Mark(kind=kind, start=place[0], end=place[1], url=None if kind == "strong" else url),
        places,
        kinds,
        st.sampled_from("xy"),
    )
    return text, draw(st.lists(marks, max_size=5))


@given(_marked())
def test_marks_in_canonical_form_are_in_it(marked: tuple[str, list[Mark]]) -> None:
    text, marks = marked
    canonical = canonical_marks(text, marks)
    assert canonical_marks(text, canonical) == canonical
