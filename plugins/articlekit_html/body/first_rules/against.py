"""What is called something else than text: by a name of its own, or of what is around it."""

from __future__ import annotations

from typing import Final

from articlekit_html.body.first_rules.prose import STRONG
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.outline.hints import Hint

AGAINST: Final = STRONG & ~int(Hint.SIDE)
"""Names that speak against what is in an element; what is said aside may be of the text."""


def spoken_against(view: View, container: int) -> bytearray:
    """Mark the nodes in a container that a name of theirs or around them speaks against.

    What holds the title is of the article, whatever it is called: it may be one that is *promoted*, beside a *rail*.
    """
    page = view.page
    title = page.line_node[view.title_line] if view.title_line >= 0 else -1
    marked = bytearray(len(page.tags))
    for node in range(container + 1, page.end[container]):
        is_against = page.hints[node] & AGAINST > 0 and not node <= title < page.end[node]
        marked[node] = marked[page.parent[node]] or is_against
    return marked
