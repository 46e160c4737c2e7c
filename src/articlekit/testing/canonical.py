"""Bodies in canonical form with every kind of block, mark and odd character that HTML can hold."""

from __future__ import annotations

import re
from typing import Any, Literal

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
    Math,
    Note,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from articlekit.markup.marks import canonical_marks
from articlekit.markup.mathml import read_mathml
from articlekit.plugin import Holds
from articlekit.testing.canonical_text import (
    MATHML,
    addresses,
    lines,
    marked,
    names,
    pieces,
    shown_addresses,
    shows,
    texts,
)

_DASH = re.compile(r"[-‐‑‒–—―−~\s]+")


def paragraphs(kinds: frozenset[str], *, cites: bool = True) -> st.SearchStrategy[Paragraph]:
    """Draw a paragraph with marks."""
    return marked(texts, kinds, cites=cites).map(lambda pair: Paragraph(text=pair[0], marks=pair[1]))


@st.composite
def codes(draw: st.DrawFn, kinds: frozenset[str]) -> Code:
    """Draw preformatted text with exact white space."""
    text = draw(
        st.lists(pieces | st.sampled_from(("\n", "\t", "  ", "\n\n")), min_size=1, max_size=6)
        .map("".join)
        .filter(shows)
    )
    language = draw(st.none() | st.sampled_from(("python", "c++", "objective-c", "x.y", "ü")))
    marks = (Mark(kind="strong", start=0, end=len(text)),) if "strong" in kinds and draw(st.booleans()) else ()
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
def _captions(draw: st.DrawFn, kinds: frozenset[str]) -> dict[str, Any]:
    text, marks = draw(marked(texts, kinds)) if draw(st.booleans()) else (None, ())
    return {"caption": text, "caption_marks": marks, "credit": draw(st.none() | texts)}


@st.composite
def images(draw: st.DrawFn, kinds: frozenset[str]) -> Image:
    """Draw a picture."""
    return Image(
        url=draw(shown_addresses),
        alt=draw(st.none() | lines),
        link=draw(st.none() | addresses),
        **draw(_captions(kinds)),
    )


@st.composite
def embeds(draw: st.DrawFn, kinds: frozenset[str]) -> Embed:
    """Draw something embedded."""
    medium: Literal["audio", "video", "frame", "object"] = draw(st.sampled_from(("audio", "video", "frame", "object")))
    return Embed(url=draw(shown_addresses), media=medium, title=draw(st.none() | lines), **draw(_captions(kinds)))


@st.composite
def headings(draw: st.DrawFn, kinds: frozenset[str]) -> Heading:
    """Draw a heading."""
    text, marks = draw(marked(texts, kinds))
    return Heading(text=text, level=draw(st.integers(1, 6)), marks=marks)


def _leaves(holds: Holds) -> dict[str, st.SearchStrategy[Block]]:
    return {
        "Paragraph": paragraphs(holds.marks),
        "Heading": headings(holds.marks),
        "Code": codes(holds.marks),
        "Math": formulas(),
        "Image": images(holds.marks),
        "Embed": embeds(holds.marks),
        "Rule": st.just(Rule()),
    }


def _tuples(of: st.SearchStrategy[Any], least: int = 0, most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, min_size=least, max_size=most).map(tuple)


@st.composite
def _quotes(draw: st.DrawFn, inner: st.SearchStrategy[Block], kinds: frozenset[str]) -> Quote:
    # A title that ends a paragraph of a quotation is its source.
    uncited = paragraphs(kinds, cites=False)
    body = tuple(draw(uncited) if isinstance(block, Paragraph) else block for block in draw(_tuples(inner, 0, 3)))
    source = texts.filter(lambda text: not _DASH.match(text))
    return Quote(
        body=body,
        cite=draw(source if not body else st.none() | source),
        url=draw(st.none() | addresses),
        pull=draw(st.booleans()),
    )


@st.composite
def _lists(draw: st.DrawFn, inner: st.SearchStrategy[Block]) -> List:
    if draw(st.booleans()):
        items = draw(_tuples(_tuples(inner, 0, 2), 1, 3))
        shown = items if any(items) else (*items, (draw(inner),))
        return List(items=shown, ordered=True, start=draw(st.integers(-9, 2_000)))
    return List(items=draw(_tuples(_tuples(inner, 1, 3), 1, 3)))


@st.composite
def _definitions(draw: st.DrawFn, inner: st.SearchStrategy[Block], kinds: frozenset[str]) -> DefinitionList:
    items = []
    for _ in range(draw(st.integers(1, 2))):
        descriptions = draw(_tuples(_tuples(inner, 1, 2), 0, 2))
        terms = draw(_tuples(paragraphs(kinds), 0 if descriptions else 1, 2))
        items.append(Definition(terms=terms, descriptions=descriptions))
    return DefinitionList(items=tuple(items))


@st.composite
def _tables(draw: st.DrawFn, inner: st.SearchStrategy[Block], kinds: frozenset[str]) -> Table:
    cell = st.builds(
        Cell, body=_tuples(inner, 0, 2), rowspan=st.integers(1, 3), colspan=st.integers(1, 3), header=st.booleans()
    )
    rows = _tuples(_tuples(cell, 1, 3), 0, 3)
    caption, marks = draw(marked(texts, kinds)) if draw(st.booleans()) else (None, ())
    table = Table(rows=draw(rows), header=draw(rows), caption=caption, caption_marks=marks)
    cells = [cell for row in (*table.header, *table.rows) for cell in row]
    if caption is None and (len(cells) < 2 or not any(cell.body for cell in cells)):
        full = Cell(body=(draw(inner),))
        table = Table(rows=((full, full),))
    return table


@st.composite
def _figures(draw: st.DrawFn, inner: st.SearchStrategy[Block], kinds: frozenset[str]) -> Figure:
    captions = draw(_captions(kinds))
    alone = captions["caption"] is not None or captions["credit"] is not None
    body = draw(_tuples(inner, 1 if alone else 2, 3))
    return Figure(body=body * 2 if _is_taken(body, captions) else body, **captions)


def _is_taken(body: tuple[Block, ...], captions: dict[str, Any]) -> bool:
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


def _branches(inner: st.SearchStrategy[Block], holds: Holds) -> dict[str, st.SearchStrategy[Block]]:
    return {
        "Quote": _quotes(inner, holds.marks),
        "List": _lists(inner),
        "DefinitionList": _definitions(inner, holds.marks),
        "Table": _tables(inner, holds.marks),
        "Figure": _figures(inner, holds.marks),
        "Note": _notes(inner),
    }


# No strategy of blocks is filtered: Hypothesis describes those in full, which for blocks within blocks is long.
def blocks(holds: Holds) -> st.SearchStrategy[Block]:
    """Draw a block of any kind that the format holds, with blocks in it where it is of a kind that nests."""
    leaves = [drawn for name, drawn in _leaves(holds).items() if name in holds.blocks]

    def nested(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
        return st.one_of([drawn for name, drawn in _branches(inner, holds).items() if name in holds.blocks])

    return st.recursive(st.one_of(leaves), nested, max_leaves=8)


def bodies(holds: Holds) -> st.SearchStrategy[tuple[Block, ...]]:
    """Draw the body of an article."""
    return _tuples(blocks(holds), 0, 4)
