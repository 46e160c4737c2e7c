"""The picture that opens an article: between the title and the element that holds the text, with its caption."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from articlekit_html.body.belongings import spoken_against
from articlekit_html.body.hints import Hint
from articlekit_html.body.kinds import HEADINGS
from articlekit_html.body.view import View

_NAMES: Final = int(Hint.META | Hint.HEADER)
"""Names of what has pictures of its own: of those who write, of the site."""
_LINES: Final = 3
"""A picture has no more lines of captions and credits."""
_LINKS: Final = 0.5


def opening_figures(view: View, captions: Sequence[int], first: int, roots: Sequence[int]) -> list[int]:
    """Find the pictures with captions between the title and the first line of the text.

    Args:
        view: The page.
        captions: Of each line, whether it is one.
        first: The first line that is kept.
        roots: The nodes that hold what is kept.
    """
    if view.title_line < 0:
        return []
    page, prose = view.page, view.prose
    found: list[int] = []
    for line in range(view.title_line + 1, first):
        if captions[line] and prose.density[line] <= _LINKS:
            figure = _figure_of(view, page.line_node[line])
            if figure and not any(_overlap(view, figure, other) for other in (*roots, *found)):
                found.append(figure)
    if not found:
        return []
    against = spoken_against(view, 0)
    return [figure for figure in found if not against[figure] and not prose.dropped[figure]]


def _figure_of(view: View, node: int) -> int:
    """Give the innermost element around a caption that holds a picture; 0 where it is none, or nothing calls it one."""
    page = view.page
    if view.unit[node]:
        return 0
    while node and not view.pictures[node]:
        node = page.parent[node]
    # What holds it and nothing else is read with it.
    node = view.unit[node] or node
    is_one = view.prose.lines[node] <= _LINES and not page.hints[node] & _NAMES
    return node if is_one and HEADINGS.isdisjoint(page.tags[node : page.end[node]]) else 0


def _overlap(view: View, one: int, other: int) -> bool:
    end = view.page.end
    return one < end[other] and other < end[one]
