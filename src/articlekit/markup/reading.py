"""From elements to blocks: the rules for every element, and the doors to the reader."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache
from typing import Final

from attrs import frozen

from articlekit.blocks import Block, Mark, MarkKind
from articlekit.diagnostic import Diagnostic
from articlekit.entities import decode
from articlekit.markup.figures import open_embed, open_figure, open_picture
from articlekit.markup.flow import open_code, open_heading, open_quote, open_ruby, open_rule
from articlekit.markup.line import OpenMark, collapse
from articlekit.markup.lists import open_definitions, open_list
from articlekit.markup.parsing import Element, parse_html
from articlekit.markup.reader import Frame, LineFrame, Marked, Opener, Reader, Rules, Scope, Way
from articlekit.markup.tables import open_table


@frozen(kw_only=True)
class Reading:
    """What was read, and what had to be done to read it."""

    blocks: tuple[Block, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


_MARKS: Final[dict[str, MarkKind]] = {
    "abbr": "abbreviation",
    "acronym": "abbreviation",
    "b": "strong",
    "big": "strong",
    "cite": "cite",
    "code": "code",
    "del": "deleted",
    "dfn": "emphasis",
    "em": "emphasis",
    "i": "emphasis",
    "ins": "inserted",
    "kbd": "keyboard",
    "mark": "highlight",
    "q": "quotation",
    "s": "deleted",
    "samp": "code",
    "small": "small",
    "strike": "deleted",
    "strong": "strong",
    "sub": "sub",
    "sup": "sup",
    "tt": "code",
    "u": "underline",
    "var": "emphasis",
}


def _marker(kind: MarkKind) -> Opener:
    def open_mark(reader: Reader, element: Element) -> Way | Scope:
        url = reader.address(element.get("cite")) if kind in ("quotation", "inserted", "deleted") else None
        title = element.get("title") if kind == "abbreviation" else None
        return Marked(OpenMark(kind, url, collapse(title).strip(" ") or None if title else None))

    return open_mark


def _open_link(reader: Reader, element: Element) -> Way | Scope:
    url = reader.address(element.get("href"))
    if url is None:
        return Way.SPAN
    title = element.get("title")
    return Marked(OpenMark("link", url, collapse(title).strip(" ") or None if title else None))


_FLOW_ELEMENTS: Final = ["address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "optgroup", "p", "plaintext", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp", "hr"]
_DROPPED: Final = ["area", "base", "canvas", "col", "colgroup", "datalist", "head", "input", "link", "meta", "noembed", "noframes", "noscript", "option", "param", "rp", "script", "select", "style", "svg", "template", "title"]

_INLINE: Final[Rules] = {
    **dict.fromkeys(_DROPPED, Way.DROP),
    **{tag: _marker(kind) for tag, kind in _MARKS.items()},
    "a": _open_link,
    "br": Way.BREAK,
    "rt": open_ruby,
    "img": open_picture,
    **dict.fromkeys(("iframe", "video", "audio", "object", "embed"), open_embed),
}
_FLOW: Final[Rules] = {
    **_INLINE,
    **dict.fromkeys(_FLOW_ELEMENTS, Way.FLOW),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), open_list),
    "dl": open_definitions,
    "table": open_table,
    "blockquote": open_quote,
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), open_code),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), open_heading),
    "hr": open_rule,
    "figure": open_figure,
}
_LINE: Final[Rules] = {**_INLINE, **dict.fromkeys(_FLOW_ELEMENTS, Way.LINE)}


@cache
def _rules(frame: type[Frame]) -> Rules:
    return (_LINE if issubclass(frame, LineFrame) else _FLOW) | frame.inside


def read_blocks(element_or_html: str | Element, *, url: str | None = None) -> Reading:
    """Read a fragment or a whole document into blocks."""
    root = parse_html(element_or_html) if isinstance(element_or_html, str) else element_or_html
    return read_blocks_of((root,), url=url)


def read_blocks_of(elements: Sequence[Element], *, url: str | None = None, skip: Container[Element] = ()) -> Reading:
    """Read chosen elements, in order, into blocks."""
    reader = Reader(_rules, url, skip)
    blocks = reader.read(elements)
    diagnostics = (Diagnostic(code="html.too-deep", message="blocks nest too deep"),) if reader.too_deep else ()
    return Reading(blocks=blocks, diagnostics=diagnostics)


class _Sole(LineFrame):
    """A text that is all there is."""


def read_inline(html: str) -> tuple[str, tuple[Mark, ...]]:
    """Read a fragment that is one text: a title, a caption."""
    if "<" not in html:
        return collapse(decode(html) if "&" in html else html).strip(" "), ()
    reader = Reader(_rules, None, ())
    reader.frame = frame = _Sole()
    reader.line = frame.line
    reader.read((parse_html(html),))
    return frame.line.take()


def plain_text(html: str) -> str:
    """Give the text of a fragment, in one line, as a browser would show it."""
    return read_inline(html)[0].replace("\n", " ")
