"""The HTML of a content into blocks: what WordPress, its page builders and plugins leave in it is put right first."""

from __future__ import annotations

import re
from collections import Counter

from attrs import evolve

from articlekit.markup import Element, Reading, parse_fragment, read_blocks, read_blocks_of
from articlekit.plugin import Diagnostic
from articlekit_wordpress.autop import add_paragraphs
from articlekit_wordpress.boxes import find_boxes, hints_of_boxes
from articlekit_wordpress.repair import mend_content
from articlekit_wordpress.shortcodes import drop_shortcodes

# https://developer.wordpress.org/block-editor/reference-guides/block-api/block-templates/ describes the delimiters; in
# their attributes ">" is written as an escape, so that none stands before the end.
_EMPTY_BLOCK = re.compile(r"<!--\s*wp:([a-z][a-z0-9/-]*)\b[^<>]*/-->")
# Blocks that are complete without content.
_SAY_NOTHING = frozenset({"separator", "spacer", "nextpage", "more"})
# Classes that say what an element is where HTML has a name for it.
_MISNAMED = ("wp-caption", "wp-block-pullquote", "wp-block-embed__wrapper")


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
    if "<p>" not in html and "<p " not in html:
        html = add_paragraphs(html)
    hints = hints_of_boxes(html)
    misnamed = any(name in html for name in _MISNAMED)
    if not hints and not misnamed:
        reading = read_blocks(html, url=url)
        return evolve(reading, diagnostics=(*notes, *reading.diagnostics)) if notes else reading
    root = parse_fragment(html)
    if misnamed:
        _name_parts(root, html)
    boxes, left_out = find_boxes(root, hints)
    reading = read_blocks_of((root,), url=url, skip=boxes)
    return Reading(blocks=reading.blocks, diagnostics=(*notes, *left_out, *reading.diagnostics))


def _empty_blocks(html: str) -> tuple[Diagnostic, ...]:
    names = Counter(name for name in _EMPTY_BLOCK.findall(html) if name not in _SAY_NOTHING)
    if not names:
        return ()
    listed = ", ".join(name + f" ×{count}" * (count > 1) for name, count in names.items())
    message = f"blocks that the server fills when it shows the post are empty here: {listed}"
    return (Diagnostic(code="wordpress.dynamic-blocks", message=message),)


def _name_parts(root: Element, html: str) -> None:
    """Give what WordPress builds of ``div`` and ``p`` the names that HTML has for it."""
    if "wp-caption" in html:
        for element in root.iter("div", "p"):
            names = (element.get("class") or "").split()
            if "wp-caption-text" in names:
                element.tag = "figcaption"
            elif "wp-caption" in names:
                element.tag = "figure"
    if "wp-block-pullquote" in html:
        for figure in root.iter("figure"):
            if "wp-block-pullquote" in (figure.get("class") or ""):
                for quote in figure.iterchildren("blockquote"):
                    quote.set("class", "pullquote")
    if "wp-block-embed__wrapper" in html:
        for element in root.iter("div"):
            url = (element.text or "").strip()
            if element.get("class") == "wp-block-embed__wrapper" and not len(element) and url.startswith("http"):
                # oEmbed had no answer: the address stands there alone.
                element.tag, element.text = "iframe", None
                element.set("src", url)
