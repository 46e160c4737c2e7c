"""The picture that opens an article: between the title and the element that holds the text, with its caption.

One without a caption may be anything; it is the article's where the page's metadata name the same file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from articlekit.markup import Element
from articlekit_html.body.first_rules.against import spoken_against
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.outline.hints import Hint
from articlekit_html.body.outline.kinds import HEADINGS

_NAMES: Final = int(Hint.META | Hint.HEADER)
"""Names of what has pictures of its own: of those who write, of the site."""
_LINES: Final = 3
"""A picture has no more lines of captions and credits."""
_LINKS: Final = 0.5
_TELLING: Final = 4
"""A name of fewer characters is that of many files."""
_SIZE: Final = re.compile(r"(?:[-_](?:\d{2,4}(?:x\d{2,4})?|scaled|large|small|16x9))+$")


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
            if not any(_overlap(view, figure, other) for other in (*roots, *found)):
                found.append(figure)
    if not found:
        return _named_picture(view, first, roots)
    against = spoken_against(view, 0)
    return [figure for figure in found if not against[figure] and not prose.dropped[figure]]


def _named_picture(view: View, first: int, roots: Sequence[int]) -> list[int]:
    """Find the picture without a caption that the metadata name too, unless the text shows it as well."""
    page, name = view.page, _file_name(view.image or "")
    if len(name) < _TELLING or not view.pictures[0]:
        return []
    for node in range(page.line_node[view.title_line] + 1, page.line_node[first]):
        if page.pictures[node] and not view.prose.lines[node]:
            is_apart = not any(_overlap(view, node, root) for root in roots)
            if is_apart and _shows(page.elements[node], name):
                return [] if any(_shows(page.elements[root], name) for root in roots) else [node]
    return []


def _file_name(address: str) -> str:
    """Give the name of a file without what tells its size or its form."""
    path = address.partition("?")[0].lower()
    return _SIZE.sub("", path.rpartition("/")[2].rpartition(".")[0] or path.rpartition("/")[2])


def _shows(element: Element, name: str) -> bool:
    """Whether one of the pictures in an element is of a file of this name."""
    return any(name in said.lower() for picture in element.iter("img", "amp-img") for said in picture.values())


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
