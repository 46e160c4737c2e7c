"""Quotations that only a name tells, as HTML's own `blockquote`, and whose they are, as its `footer`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from articlekit.markup import Element
from articlekit_html.body.belonging.quotations import is_source, named_quotations
from articlekit_html.body.choice import Choice, Verdict
from articlekit_html.body.outline.arrays import Outline

_KEPT: Final = int(Verdict.KEPT)
_DASHES: Final = ("-", "‐", "‑", "‒", "–", "—", "―", "−", "~")
_OF_SOURCE: Final = re.compile(
    r"attribut|author|\bby\b|cit(?:e|ation)|credit|name|person|source|speaker", re.IGNORECASE
)
_LINES: Final = frozenset(("div", "footer", "p", "span"))


def shape_quotations(choice: Choice) -> None:
    """Call them what they are, where all of one is kept."""
    page = choice.view.page
    for box, lines in named_quotations(choice.view):
        if all(choice.verdicts[line] == _KEPT for line in lines):
            page.elements[box].tag = "blockquote"
            _name_source(page, box, lines)
    for box, lines in page.lines_of(page.outermost(page.tagged("blockquote"))).items():
        if choice.verdicts[lines[-1]] == _KEPT:
            _name_source(page, box, lines)


def _name_source(page: Outline, box: int, lines: Sequence[int]) -> None:
    """Make the last line of a quotation its footer, where a dash or a name says that it is the source."""
    last = lines[-1]
    node = page.line_node[last]
    element = page.elements[node]
    others = lines[:-1]
    if (
        others
        and node != box
        and is_source(page, last)
        and element.tag in _LINES
        and page.line_node[others[-1]] != node
        and not page.texts[others[-1]].startswith(_DASHES)
        and (page.texts[last].startswith(_DASHES) or _is_named(page, box, node))
    ):
        element.tag = "footer"
        _lift(element, page.elements[box])


def _is_named(page: Outline, box: int, node: int) -> bool:
    while node > box:
        if _OF_SOURCE.search(page.names[node] or ""):
            return True
        node = page.parent[node]
    return False


def _lift(element: Element, quotation: Element) -> None:
    """Put a footer right into its quotation, out of the boxes that hold nothing but it."""
    above = element.getparent()
    while above is not None and above is not quotation and above[-1] is element:
        element.tail, tail = None, above.tail
        above.addnext(element)
        element.tail, above.tail = tail, None
        above = element.getparent()
