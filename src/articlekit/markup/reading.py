"""The doors to the reader: from HTML or elements to blocks, to one line with marks, to plain text."""

from __future__ import annotations

from collections.abc import Container, Sequence

from attrs import frozen

from articlekit.blocks import Block, Mark
from articlekit.diagnostic import Diagnostic
from articlekit.entities import decode
from articlekit.markup.frames import BLOCK_DEPTH, Frame, LineFrame
from articlekit.markup.line import collapse
from articlekit.markup.reader import Reader
from articlekit.markup.rules import ClassNames, complete
from articlekit.markup.tokens import Element, Tokens, characters, tokenize, tokens_of


@frozen(kw_only=True)
class Reading:
    """What was read, and what had to be done to read it."""

    blocks: tuple[Block, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


class _Sole(LineFrame):
    """A text that is all there is."""


complete(Frame)


def read_blocks(element_or_html: str | Element, *, url: str | None = None) -> Reading:
    """Read a fragment or a whole document into blocks."""
    if isinstance(element_or_html, str):
        return _read(tokenize(element_or_html), url)
    return _read(tokens_of((element_or_html,)), url)


def read_blocks_of(elements: Sequence[Element], *, url: str | None = None, skip: Container[Element] = ()) -> Reading:
    """Read chosen elements, in order, into blocks."""
    return _read(tokens_of(elements, skip), url)


def _read(tokens: Tokens, url: str | None) -> Reading:
    reader = Reader(tokens, url, ClassNames())
    blocks = reader.read()
    if not reader.too_deep:
        return Reading(blocks=blocks)
    message = f"blocks nest deeper than {BLOCK_DEPTH}; the inner ones were joined to those around them"
    return Reading(blocks=blocks, diagnostics=(Diagnostic(code="html.too-deep", message=message),))


def read_inline(html: str) -> tuple[str, tuple[Mark, ...]]:
    """Read a fragment that is one text: a title, a caption."""
    if "<" not in html:
        text = characters(html)
        return collapse(decode(text) if "&" in text else text).strip(" "), ()
    reader = Reader(tokenize(html), None, ClassNames())
    reader.frame = reader.body = _Sole()
    reader.read()
    return reader.line.take()


def plain_text(html: str) -> str:
    """Give the text of a fragment, in one line, as a browser would show it."""
    return read_inline(html)[0].replace("\n", " ")
