"""Strategies for all that HTML can hold: bodies in canonical form with every kind of block, mark and odd character."""

from __future__ import annotations

import re
from typing import get_args

from hypothesis import strategies as st

from articlekit.blocks import (
    Block,
    Cell,
    Code,
    Definition,
    DefinitionList,
    Embed,
    Figure,
    Heading,
    Image,
    List,
    Mark,
    MarkKind,
    Math,
    Note,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from articlekit.markup.line import BLANK, canonical_marks
from articlekit.markup.mathml import read_mathml

# NULL and lone surrogates are all that HTML cannot hold; white space collapses.
_ODD = ("\x01", "\x0b", "\x1c", "\x7f", "\x80", "\x85", "\x9f", "\xa0", "\xad", "\u200b", "\u2028", "\ufdd0", "\ufffe", "\U0010ffff")
_MARKUP = ("<", ">", "&", '"', "'", "&amp;", "&lt", "<b>", "</p>", "<!--", "-->", "]]>", "\\(", "$", "--", "=", "/", "—")
_WHITE = re.compile("[ \t\n\f\r]+")
_DASH = re.compile(r"[-‐‑‒–—―−~\s]+")

_characters = st.characters(exclude_categories=("Cs",), exclude_characters="\0")
_pieces = st.text(_characters, max_size=5) | st.sampled_from((*_ODD, *_MARKUP, " ", "word"))


def _collapsed(parts: list[str]) -> str:
    return _WHITE.sub(" ", "".join(parts)).strip(" ")


def _shows(text: str) -> bool:
    return bool(text.strip(BLANK))


lines = st.lists(_pieces, min_size=1, max_size=4).map(_collapsed).filter(_shows)
texts = st.lists(lines, min_size=1, max_size=3).map("\n".join)
addresses = st.sampled_from(
    ("https://a.example/b?c=d&e=f#g", "http://x", "/relative", "x y/ü", "?q", "#f", "mailto:a@b.example", "//host/p", "é\"'<>")
)
shown_addresses = st.sampled_from(("https://a.example/b.jpg?c=d&e=f", "/relative.png", "spacer.gif", "ü x.webp", "a&amp;b"))
names = st.sampled_from(("n1", "fn:2", "ü & <x>", "a#b", "1"))

MATHML = tuple(
    formula.mathml
    for source in (
        "<math><mi>x</mi><mo>&lt;</mo><mn>2</mn></math>",
        '<math display="block"><semantics><msup><mi>x</mi><mn>2</mn></msup>'
        '<annotation encoding="application/x-tex">x^2 &lt; \\alpha</annotation></semantics></math>',
        "<math><mfrac><mi>a</mi><mspace></mspace></mfrac></math>",
    )
    if (formula := read_mathml(source)) is not None
)


@st.composite
def marked(draw: st.DrawFn, text_strategy: st.SearchStrategy[str], *, cites: bool = True) -> tuple[str, tuple[Mark, ...]]:
    """Draw a text and canonical marks over it, overlapping and nested, formulas among them."""
    text = draw(text_strategy)
    kinds = [kind for kind in get_args(MarkKind) if kind != "math" and (cites or kind != "cite")]
    drawn = []
    for kind in draw(st.lists(st.sampled_from(kinds), max_size=5)):
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        url = title = None
        if kind == "link":
            url, title = draw(addresses), draw(st.none() | lines)
        elif kind == "note":
            url = "#" + draw(names)
        elif kind == "abbreviation":
            title = draw(st.none() | lines)
        elif kind in ("quotation", "deleted", "inserted"):
            url = draw(st.none() | addresses)
        drawn.append(Mark(kind=kind, start=start, end=end, url=url, title=title))
    marks = canonical_marks(text, drawn)
    if draw(st.integers(0, 3)) == 0:
        text, marks = draw(_with_formula(text, marks))
    return text, marks


@st.composite
def _with_formula(draw: st.DrawFn, text: str, marks: tuple[Mark, ...]) -> tuple[str, tuple[Mark, ...]]:
    mathml = draw(st.none() | st.sampled_from(MATHML))
    formula = None if mathml is None else read_mathml(mathml)
    words = draw(lines.filter(lambda line: not line.startswith("$") or not line.endswith("$"))) if formula is None else formula.text
    start = len(text) + 1
    math = Mark(kind="math", start=start, end=start + len(words), mathml=mathml)
    whole = f"{text} {words}"
    covering = canonical_marks(whole, [Mark(kind="strong", start=0, end=len(whole))] if draw(st.booleans()) else [])
    return whole, canonical_marks(whole, (*(m for m in marks if m.kind != "strong" or not covering), *covering, math))


def _paragraphs(*, cites: bool = True) -> st.SearchStrategy[Paragraph]:
    return marked(texts, cites=cites).map(lambda pair: Paragraph(text=pair[0], marks=pair[1]))


@st.composite
def codes(draw: st.DrawFn) -> Code:
    """Draw preformatted text with exact white space."""
    text = draw(st.lists(_pieces | st.sampled_from(("\n", "\t", "\r", "  ", "\n\n")), min_size=1, max_size=6).map("".join).filter(_shows))
    language = draw(st.none() | st.sampled_from(("python", "c++", "objective-c", "x.y", "ü")))
    marks = (Mark(kind="strong", start=0, end=len(text)),) if draw(st.booleans()) else ()
    return Code(text=text, language=language, marks=canonical_marks(text, marks))


@st.composite
def formulas(draw: st.DrawFn) -> Math:
    """Draw a formula that stands alone."""
    mathml = draw(st.none() | st.sampled_from(MATHML))
    if mathml is None:
        return Math(text=draw(lines), notation=draw(st.sampled_from(("tex", "plain"))))
    formula = read_mathml(mathml)
    assert formula is not None
    return Math(text=formula.text, notation="tex" if formula.tex else "plain", mathml=mathml)


@st.composite
def _captions(draw: st.DrawFn) -> dict[str, object]:
    text, marks = draw(marked(texts)) if draw(st.booleans()) else (None, ())
    return {"caption": text, "caption_marks": marks, "credit": draw(st.none() | texts)}


@st.composite
def images(draw: st.DrawFn) -> Image:
    """Draw a picture."""
    return Image(url=draw(shown_addresses), alt=draw(st.none() | lines), link=draw(st.none() | addresses), **draw(_captions()))


@st.composite
def embeds(draw: st.DrawFn) -> Embed:
    """Draw something embedded."""
    media = draw(st.sampled_from(("audio", "video", "frame", "object")))
    return Embed(url=draw(shown_addresses), media=media, title=draw(st.none() | lines), **draw(_captions()))


@st.composite
def headings(draw: st.DrawFn) -> Heading:
    """Draw a heading."""
    text, marks = draw(marked(texts))
    return Heading(text=text, level=draw(st.integers(1, 6)), marks=marks)


_leaves = st.one_of(_paragraphs(), headings(), codes(), formulas(), images(), embeds(), st.just(Rule()))


def _tuples(of: st.SearchStrategy, least: int = 0, most: int = 3) -> st.SearchStrategy[tuple]:
    return st.lists(of, min_size=least, max_size=most).map(tuple)


@st.composite
def _quotes(draw: st.DrawFn, inner: st.SearchStrategy[Block]) -> Quote:
    # A title that ends a paragraph of a quotation is its source.
    body = draw(_tuples(inner.filter(lambda block: not isinstance(block, Paragraph)) | _paragraphs(cites=False), 0, 3))
    source = texts.filter(lambda text: not _DASH.match(text))
    return Quote(body=body, cite=draw(source if not body else st.none() | source), url=draw(st.none() | addresses), pull=draw(st.booleans()))


@st.composite
def _lists(draw: st.DrawFn, inner: st.SearchStrategy[Block]) -> List:
    if draw(st.booleans()):
        items = draw(_tuples(_tuples(inner, 0, 2), 1, 3).filter(any))
        return List(items=items, ordered=True, start=draw(st.integers(-9, 2_000)))
    return List(items=draw(_tuples(_tuples(inner, 1, 3), 1, 3)))


@st.composite
def _definitions(draw: st.DrawFn, inner: st.SearchStrategy[Block]) -> DefinitionList:
    entry = st.builds(Definition, terms=_tuples(_paragraphs(), 0, 2), descriptions=_tuples(_tuples(inner, 1, 2), 0, 2))
    return DefinitionList(items=draw(_tuples(entry.filter(lambda e: e.terms or e.descriptions), 1, 2)))


@st.composite
def _tables(draw: st.DrawFn, inner: st.SearchStrategy[Block]) -> Table:
    cell = st.builds(
        Cell, body=_tuples(inner, 0, 2), rowspan=st.integers(1, 3), colspan=st.integers(1, 3), header=st.booleans()
    )
    rows = _tuples(_tuples(cell, 1, 3), 0, 3)
    caption, marks = draw(marked(texts)) if draw(st.booleans()) else (None, ())
    table = Table(rows=draw(rows), header=draw(rows), caption=caption, caption_marks=marks)
    cells = [cell for row in (*table.header, *table.rows) for cell in row]
    if caption is None and (len(cells) < 2 or not any(cell.body for cell in cells)):
        full = Cell(body=(draw(inner),))
        table = Table(rows=((full, full),))
    return table


@st.composite
def _figures(draw: st.DrawFn, inner: st.SearchStrategy[Block]) -> Figure:
    captions = draw(_captions())
    alone = captions["caption"] is not None or captions["credit"] is not None
    return Figure(body=draw(_tuples(inner, 1 if alone else 2, 3).filter(lambda body: not _is_taken(body, captions))), **captions)


def _is_taken(body: tuple[Block, ...], captions: dict[str, object]) -> bool:
    """Whether a caption would be that of the one thing the figure shows."""
    match body:
        case (Image(caption=None, credit=None) | Embed(caption=None, credit=None),):
            return True
        case (Quote(cite=None) | Table(caption=None),):
            return captions["credit"] is None
    return False


@st.composite
def _notes(draw: st.DrawFn, inner: st.SearchStrategy[Block]) -> Note:
    return Note(name=draw(names), body=draw(_tuples(inner, 1, 2)))


def _branches(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    return st.one_of(
        _quotes(inner), _lists(inner), _definitions(inner), _tables(inner), _figures(inner), _notes(inner)
    )


blocks = st.recursive(_leaves, _branches, max_leaves=8)
bodies = _tuples(blocks, 0, 4)
