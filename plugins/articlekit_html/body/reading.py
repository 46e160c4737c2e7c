"""The body of a page, with what had to be done to find it."""

from __future__ import annotations

from attrs import frozen

from articlekit.markup import Element
from articlekit.plugin import Block, Diagnostic
from articlekit_html.body import hand_over
from articlekit_html.body.lines import choose
from articlekit_html.body.outline import outline_of
from articlekit_html.body.view import View


@frozen(kw_only=True)
class Body:
    """The body of a page."""

    blocks: tuple[Block, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_body(root: Element, url: str | None = None) -> Body:
    """Find the article in a page and read it into blocks. Changes the tree: read all else before."""
    choice = choose(View(outline_of(root)))
    reading = hand_over.read(choice, url)
    return Body(blocks=reading.blocks, diagnostics=reading.diagnostics)
