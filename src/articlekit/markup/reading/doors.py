"""The doors to the reader: from HTML or elements to blocks, to one line with marks, to plain text."""

from __future__ import annotations

from collections.abc import Container, Sequence

from attrs import evolve, frozen

from articlekit.blocks import Block, Mark
from articlekit.diagnostic import Diagnostic
from articlekit.entities import decode
from articlekit.markup.line import collapse
from articlekit.markup.reading.frames import BLOCK_DEPTH, Frame, LineFrame
from articlekit.markup.reading.reader import Reader
from articlekit.markup.reading.rules import ClassNames, complete
from articlekit.markup.reading.swallowed import has_swallowed
from articlekit.markup.tokens import Element, Tokens, characters, is_cut, tokenize
from articlekit.markup.tree_tokens import tokens_of

_LOST_END = Diagnostic(
    code="html.malformed",
    message="a comment, script, frame or the like that has lost its end was ended where the text goes on",
)
_SWALLOWED = Diagnostic(
    code="html.malformed",
    message="a tag that has lost a quotation mark or its end holds others, and perhaps words, which are not read",
)
_CUT = Diagnostic(code="body.truncated", message="the HTML ends inside a tag or comment")


@frozen(kw_only=True)
class Reading:
    """What was read, and what had to be done to read it."""

    #: In canonical form: written and read again, they are the same.
    blocks: tuple[Block, ...]
    #: ``html.too-deep`` where blocks nest deeper than 64: the inner ones are joined to those around them;
    #: ``html.malformed`` where something that hides what is in it, or a tag itself, has lost its end;
    #: ``body.truncated`` where a text ends inside a tag or comment.
    diagnostics: tuple[Diagnostic, ...] = ()


def read_blocks(element_or_html: str | Element, *, url: str | None = None) -> Reading:
    """Read HTML into blocks: a fragment or a whole document, as text or parsed.

    Never raises, loses no text that a browser shows, and takes time in proportion to the size. What a browser does not
    show is left out: scripts, styles, templates, drawings, the words of ``noscript`` (but not its pictures), and what
    stands inside a film or a frame for want of it. Elements that are hidden by style are read: often that is only so
    until a script runs.

    Marks keep the address of a link only if it can run nothing (`SAFE_SCHEMES`, or relative); the words stay anyway.
    Of pictures loaded late the real address is taken, and once only. Class names count where many sites agree on
    what they mean: captions and credits in figures, footnotes, formulas, code and its language. Elements that mean
    nothing by themselves are headings, lists and tables by their roles.

    Args:
        element_or_html: The HTML, or an element of a parsed tree, which is not changed.
        url: Its address, against which the addresses in it are resolved; without it they stay as they are.

    Example:
        >>> read_blocks("<h2>A</h2><p>one<br>two &amp; <em>three</em>").blocks[1].text
        'one\\ntwo & three'
    """
    if isinstance(element_or_html, str):
        tokens = tokenize(element_or_html)
        reading = _read(tokens, url)
        notes = (
            (_LOST_END, tokens.lost_end),
            (_SWALLOWED, has_swallowed(tokens)),
            (_CUT, is_cut(tokens, element_or_html)),
        )
        return evolve(reading, diagnostics=(*reading.diagnostics, *(note for note, holds in notes if holds)))
    return _read(tokens_of((element_or_html,)), url)


def read_blocks_of(elements: Sequence[Element], *, url: str | None = None, skip: Container[Element] = ()) -> Reading:
    """Read chosen elements, in their order, into blocks, as `read_blocks` does.

    Args:
        elements: What to read; the text that follows an element in its parent is no part of it.
        url: The address of the document they are from.
        skip: Elements in them that are left out with all they hold; what follows them stays.
    """
    return _read(tokens_of(elements, skip), url)


def read_inline(html: str) -> tuple[str, tuple[Mark, ...]]:
    """Read HTML that is one text, such as a title or a caption, into it and the marks over it.

    Borders of paragraphs become line breaks; blocks and pictures are left out, their text stays.

    Example:
        >>> read_inline("Tom &amp; <i>Jerry</i>")[0]
        'Tom & Jerry'
    """
    if "<" not in html:
        text = characters(html)
        return collapse(decode(text) if "&" in text else text).strip(" "), ()
    reader = Reader(tokenize(html), None, ClassNames())
    reader.frame = reader.body = _Sole()
    reader.read()
    return reader.line.take()


def plain_text(html: str) -> str:
    """Give the text of HTML in one line: tags dropped, references decoded, borders of blocks as spaces.

    Example:
        >>> plain_text("<p>one</p><p>two&nbsp;&#8230;</p>")
        'one two\\xa0…'
    """
    return read_inline(html)[0].replace("\n", " ")


class _Sole(LineFrame):
    """A text that is all there is."""


complete(Frame)


def _read(tokens: Tokens, url: str | None) -> Reading:
    reader = Reader(tokens, url, ClassNames())
    blocks = reader.read()
    if not reader.too_deep:
        return Reading(blocks=blocks)
    message = f"blocks nest deeper than {BLOCK_DEPTH}; the inner ones were joined to those around them"
    return Reading(blocks=blocks, diagnostics=(Diagnostic(code="html.too-deep", message=message),))
