"""The HTML of a content into blocks: what WordPress, its page builders and plugins leave in it is put right first."""

from __future__ import annotations

import re
from collections import Counter

from articlekit.markup import Reading, read_blocks
from articlekit.plugin import Diagnostic
from articlekit_wordpress.autop import add_paragraphs
from articlekit_wordpress.boxes import drop_boxes
from articlekit_wordpress.repair import mend_content
from articlekit_wordpress.shortcodes import drop_shortcodes
from articlekit_wordpress.values import counted

# https://developer.wordpress.org/block-editor/reference-guides/block-api/block-templates/ describes the delimiters; in
# their attributes ">" is written as an escape, so that none stands before the end.
_EMPTY_BLOCK = re.compile(r"<!--\s*wp:([a-z][a-z0-9/-]*)\b[^<>]*/-->")
# Blocks that are complete without content.
_SAY_NOTHING = frozenset({"separator", "spacer", "nextpage", "more"})


def read_content(html: str, url: str | None = None, typed: bool = False) -> Reading:
    """Read a content, rendered or as it was typed.

    Args:
        html: ``content.rendered``, or ``content.raw`` with its block comments.
        url: The post's own address, for relative ones in it.
        typed: Whether it may be what the author typed, so that a text without any tag has lost none.
    """
    html, mended = mend_content(html) if "<" in html or not typed else (html, ())
    html, dropped = drop_shortcodes(html)
    notes = mended + dropped
    if "<!--" in html:
        notes += _empty_blocks(html)
    # A server that has made paragraphs has made them all; who typed them may have typed some.
    if typed or ("<p>" not in html and "<p " not in html):
        html = add_paragraphs(html)
    html, left_out = drop_boxes(html)
    reading = read_blocks(html, url=url)
    notes = (*notes, *left_out, *reading.diagnostics)
    return Reading(blocks=reading.blocks, diagnostics=notes) if notes else reading


def _empty_blocks(html: str) -> tuple[Diagnostic, ...]:
    names = Counter(name for name in _EMPTY_BLOCK.findall(html) if name not in _SAY_NOTHING)
    if not names:
        return ()
    message = f"blocks that the server fills when it shows the post are empty here: {counted(names)}"
    return (Diagnostic(code="wordpress.dynamic-blocks", message=message),)
