"""What an author has laid out within the element for the text of a post: headings, notes, columns, however short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, count
from typing import Final

from articlekit_html.body.first_rules.prose import STRONG
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.outline.headings import is_led_away
from articlekit_html.body.outline.hints import Hint
from articlekit_html.body.outline.kinds import HEADINGS
from articlekit_html.body.outline.laid_out import is_button, is_laid_out

_ARTICLE: Final = int(Hint.ARTICLE)
_AGAINST: Final = STRONG | int(Hint.CAPTION)
_OF_OTHERS: Final = int(Hint.META | Hint.HIDDEN | Hint.NOTICE | Hint.WIDGET)
"""Names that speak against what is not called a piece of the author's as well."""
_CALLING: Final = 450
"""A piece of no more characters in which a button stands calls for something."""
_SIGN_UP: Final = int(Hint.SIGN_UP)
_SEVERAL: Final = 3
_TITLES: Final = HEADINGS | {"summary"}
_NO_TEXT: Final = frozenset(("button", "h1"))


def laid_out(view: View, open_: Sequence[int], container: int) -> Iterator[int]:
    """Find the lines without a link in pieces that an author has laid out, and that no name speaks against."""
    page = view.page
    if not page.hints[container] & _ARTICLE:
        return
    inside = range(container + 1, page.end[container])
    lines = [
        line
        for line in compress(count(), open_)
        if (node := page.line_node[line]) in inside
        and not (page.link_length[line] and (page.tags[node] not in _TITLES or is_led_away(page, line)))
        and page.tags[node] not in _NO_TEXT
        and _is_piece(view, node, container)
    ]
    if lines:
        calling = _calling(view, inside)
        yield from (line for line in lines if not calling[page.line_node[line]])


def _is_piece(view: View, node: int, container: int) -> bool:
    page = view.page
    is_one = False
    while node != container:
        is_of_tool = is_laid_out(page.names[node])
        if page.hints[node] & _AGAINST or view.controls[node] or (page.hints[node] & _OF_OTHERS and not is_of_tool):
            return False
        is_one = is_one or is_of_tool
        node = page.parent[node]
    return is_one


def _calling(view: View, nodes: range) -> list[int]:
    """Mark what stands in short pieces with a button or a form, unless several of them offer what the text is about."""
    page, text = view.page, view.prose.text
    asking = {node for node in nodes if page.hints[node] & _SIGN_UP or is_button(page.names[node])}
    pieces = {page.parent[node] for node in asking} - asking
    calling = set()
    for piece in pieces if len(pieces) < _SEVERAL else ():
        node = piece
        while node in nodes and text[node] <= _CALLING:
            calling.add(node)
            node = page.parent[node]
    return page.outermost(sorted(calling))
