"""From blocks to HTML: a bare fragment that is safe in a browser, whatever the blocks hold.

Nothing is written but elements and attributes named here and in `articlekit.markup.writing.inline`. Text and attribute
values are encoded, addresses are let through by `articlekit.markup.safety`, MathML by `articlekit.markup.mathml`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Final, TypeAlias

from articlekit.blocks import (
    Block,
    Code,
    DefinitionList,
    Embed,
    Figure,
    Heading,
    Image,
    List,
    Math,
    Note,
    Paragraph,
    Quote,
    Row,
    Rule,
    Table,
)
from articlekit.markup.mathml import read_mathml
from articlekit.markup.safety import is_safe_frame, is_safe_link, is_safe_picture, names_its_host
from articlekit.markup.writing.inline import attribute, encoded, marked_up, write_inline

Written: TypeAlias = "Iterator[str | tuple[Block, ...]]"
"""What a block is written as: HTML, and blocks inside that are still to be written."""

_SANDBOX: Final = "allow-scripts allow-popups allow-presentation"
# What players keep their settings with. A frame of the page's own host could with both take off its sandbox
# (https://html.spec.whatwg.org/multipage/iframe-embed-object.html#attr-iframe-sandbox).
_SANDBOX_OF_A_HOST: Final = "allow-scripts allow-same-origin allow-popups allow-presentation"


def write_blocks(blocks: Sequence[Block]) -> str:
    """Write blocks as a fragment of HTML.

    Reading the fragment gives the same blocks, for every body in canonical form, which is the form `read_blocks` gives.
    NULL and lone surrogates, which HTML cannot hold, become U+FFFD; addresses that could run a script are left out.

    Example:
        >>> write_blocks([Paragraph(text="a < b"), Rule()])
        '<p>a &lt; b</p><hr>'
    """
    parts: list[str] = []
    # A stack instead of recursion: blocks may nest as deep as their source.
    stack: list[Written] = [iter((tuple(blocks),))]
    while stack:
        piece = next(stack[-1], None)
        if piece is None:
            stack.pop()
        elif isinstance(piece, str):
            parts.append(piece)
        else:
            stack.append(chain.from_iterable(map(_written, piece)))
    return "".join(parts)


def _written(block: Block) -> Written:
    write: Callable[[Block], Written] = _WRITERS[type(block)]  # type: ignore[assignment]
    return write(block)


def _paragraph(block: Paragraph) -> Written:
    yield f"<p>{write_inline(block.text, block.marks)}</p>"


def _heading(block: Heading) -> Written:
    tag = f"h{min(max(block.level, 1), 6)}"
    yield f"<{tag}>{write_inline(block.text, block.marks)}</{tag}>"


def _code(block: Code) -> Written:
    language = None if block.language is None else f"language-{block.language}"
    yield f"<pre><code{attribute('class', language)}>{marked_up(block.text, block.marks, exact=True)}</code></pre>"


def _math(block: Math) -> Written:
    formula = None if block.mathml is None else read_mathml(block.mathml)
    if formula is not None and formula.text == block.text:
        shown = str(formula.mathml).replace("<math", '<math display="block"', 1)
        yield f'<div class="math display">{shown}</div>'
    elif block.notation == "tex":
        yield f'<div class="math display">\\[{encoded(block.text, exact=True)}\\]</div>'
    else:
        yield f'<div class="math display plain">{encoded(block.text, exact=True)}</div>'


def _quote(block: Quote) -> Written:
    kind = ' class="pullquote"' if block.pull else ""
    url = block.url if block.url is not None and is_safe_link(block.url) else None
    yield f"<blockquote{kind}{attribute('cite', url)}>"
    yield block.body
    if block.cite is not None:
        yield f"<footer>{write_inline(block.cite, ())}</footer>"
    yield "</blockquote>"


def _list(block: List) -> Written:
    tag = "ol" if block.ordered else "ul"
    yield f'<{tag} start="{block.start}">' if block.ordered and block.start != 1 else f"<{tag}>"
    for item in block.items:
        yield from _held("li", item)
    yield f"</{tag}>"


def _definitions(block: DefinitionList) -> Written:
    yield "<dl>"
    for entry in block.items:
        yield "<div>"
        for term in entry.terms:
            yield f"<dt>{write_inline(term.text, term.marks)}</dt>"
        for description in entry.descriptions:
            yield from _held("dd", description)
        yield "</div>"
    yield "</dl>"


def _table(block: Table) -> Written:
    yield "<table>"
    if block.caption is not None:
        yield f"<caption>{write_inline(block.caption, block.caption_marks)}</caption>"
    # An empty header says that a first row of header cells is none.
    if block.header or (block.rows and all(cell.header for cell in block.rows[0])):
        yield from _rows("thead", block.header)
    yield from _rows("tbody", block.rows)
    yield "</table>"


def _rows(tag: str, rows: tuple[Row, ...]) -> Written:
    yield f"<{tag}>"
    for row in rows:
        yield "<tr>"
        for cell in row:
            spans = "".join(
                f' {name}="{int(number)}"'
                for name, number in (("rowspan", cell.rowspan), ("colspan", cell.colspan))
                if number != 1
            )
            yield from _held("th" if cell.header else "td", cell.body, spans)
        yield "</tr>"
    yield f"</{tag}>"


def _held(tag: str, body: tuple[Block, ...], attributes: str = "") -> Written:
    """Write what an item or a cell holds; a single paragraph goes without its own element."""
    yield f"<{tag}{attributes}>"
    match body:
        case (Paragraph(text=text, marks=marks),):
            yield write_inline(text, marks)
        case _:
            yield body
    yield f"</{tag}>"


def _image(block: Image) -> Written:
    shown = ""
    if is_safe_picture(block.url):
        shown = f"<img{attribute('src', block.url)}{attribute('alt', block.alt or '')}>"
        if block.link is not None and is_safe_link(block.link):
            shown = f"<a{attribute('href', block.link)}>{shown}</a>"
    yield f"<figure>{shown}{_caption(block)}</figure>"


def _figure(block: Figure) -> Written:
    yield "<figure>"
    yield block.body
    yield f"{_caption(block)}</figure>"


def _embed(block: Embed) -> Written:
    shown = ""
    if is_safe_frame(block.url):
        source = f"{attribute('src', block.url)}{attribute('title', block.title)}"
        if block.media in ("audio", "video"):
            shown = f"<{block.media}{source} controls></{block.media}>"
        else:
            media = ' data-media="object"' if block.media == "object" else ""
            sandbox = attribute("sandbox", _SANDBOX_OF_A_HOST if names_its_host(block.url) else _SANDBOX)
            shown = f'<iframe{source}{media} loading="lazy"{sandbox}></iframe>'
    yield f"<figure>{shown}{_caption(block)}</figure>"


def _caption(block: Image | Figure | Embed) -> str:
    words = [] if block.caption is None else [write_inline(block.caption, block.caption_marks)]
    if block.credit is not None:
        words.append(f'<span class="credit">{write_inline(block.credit, ())}</span>')
    return f"<figcaption>{' '.join(words)}</figcaption>" if words else ""


def _note(block: Note) -> Written:
    yield f'<aside{attribute("id", block.name)} role="doc-footnote">'
    yield block.body
    yield "</aside>"


def _rule(block: Rule) -> Written:  # noqa: ARG001 (one shape for all)
    yield "<hr>"


_WRITERS: Final = {
    Code: _code,
    DefinitionList: _definitions,
    Embed: _embed,
    Figure: _figure,
    Heading: _heading,
    Image: _image,
    List: _list,
    Math: _math,
    Note: _note,
    Paragraph: _paragraph,
    Quote: _quote,
    Rule: _rule,
    Table: _table,
}
