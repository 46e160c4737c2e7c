"""What is said of an article right behind it, in italics: what was corrected, where it was printed first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from articlekit.markup import Element
from articlekit_html.body.first_rules.view import View

_LEAST: Final = 40
"""So many characters has what says something, …"""
_NEAR: Final = 3
"""… in so many paragraphs at most."""
_ITALICS: Final = frozenset(("em", "i"))
_AROUND: Final = frozenset(("b", "font", "small", "span", "strong"))


def last_words(view: View, kept: Sequence[int], open_: Sequence[int], container: int) -> Iterator[int]:
    """Find the paragraphs in italics right behind the last one of the container, beside it or beside the container.

    Args:
        view: The page.
        kept: Of each line, whether it is kept.
        open_: Of each line, whether it may be kept.
        container: The node that holds what is kept.
    """
    page, prose = view.page, view.prose
    inside = range(container, page.end[container])
    backwards = range(len(kept) - 1, -1, -1)
    last = next((line for line in backwards if kept[line] and page.line_node[line] in inside), -1)
    if last < 0 or page.tags[page.line_node[last]] != "p":
        return
    places = (page.parent[page.line_node[last]], page.parent[container])
    for line in range(last + 1, min(last + 1 + _NEAR, len(page.texts))):
        node = page.line_node[line]
        if (
            not (open_[line] or kept[line])
            or page.tags[node] != "p"
            or page.parent[node] not in places
            or prose.dropped[node]
            or page.link_length[line]
            or not prose.sentences[line]
            or len(page.texts[line]) < _LEAST
            or not _is_in_italics(page.elements[node])
        ):
            break
        yield line


def _is_in_italics(paragraph: Element) -> bool:
    """Whether all that a paragraph says stands in one element for italics."""
    around = paragraph
    while len(around) == 1 and not (around.text or "").strip() and not (around[0].tail or "").strip():
        if around[0].tag in _ITALICS:
            return True
        if around[0].tag not in _AROUND:
            break
        around = around[0]
    return False
