"""Boxes that lead to other articles of the site: beside one another, behind a text or before its title.

Each has a title that is a link.
"""

from __future__ import annotations

from typing import Final

from articlekit.markup import Element
from articlekit_html.body.first_rules.against import spoken_against
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.outline.addresses import is_page_beside
from articlekit_html.body.outline.arrays import Outline

_LINKED: Final = 0.9
_TITLE: Final = 15
"""A title is so many characters long, at least, and a link by so large a share."""
_WORDS: Final = 500
"""A box has no more characters."""
_SEVERAL: Final = 2
_MOST: Final = 0.6
"""So large a share of the elements beside one another are such boxes."""
_LABEL: Final = 60
"""So many characters says what they are called."""
_GROUPS: Final = 3
"""Where there are more groups of boxes, they are parts of what the text lists."""
_PART: Final = 0.4
"""Where they hold a larger part of what is kept, they are what the text is: a list of places, or of products;
not so where a name calls them something else."""
_BOXES: Final = frozenset(("article", "div", "li", "section"))


def teasers(view: View, lines: list[int]) -> list[int]:
    """Find those of some lines that stand in such boxes, behind all other prose, or before the title."""
    page, prose, title = view.page, view.prose, view.title_line
    titles = [
        line
        for line in range(len(page.texts))
        if prose.density[line] >= _LINKED and page.line_links[line] <= 1 and len(page.texts[line]) >= _TITLE
    ]
    return [
        *_before(view, lines, [line for line in titles if line < title]),
        *_behind(view, lines, [line for line in titles if line > title]),
    ]


def _before(view: View, lines: list[int], titles: list[int]) -> list[int]:
    if not lines or lines[0] > view.title_line or lines[-1] < view.title_line:
        return []
    box_of = _around(view, titles)
    return [line for line in lines if line < view.title_line and box_of and box_of[view.page.line_node[line]]]


def _behind(view: View, lines: list[int], titles: list[int]) -> list[int]:
    page, prose = view.page, view.prose
    box_of = _around(view, titles)
    if not box_of:
        return []
    last = max((line for line in lines if prose.line_prose[line] and not box_of[page.line_node[line]]), default=-1)
    inside = [line for line in lines if line > last and box_of[page.line_node[line]]]
    if page.size(inside) <= _PART * page.size(lines):
        return inside
    against = spoken_against(view, 0)
    return inside if last >= 0 and all(against[page.line_node[line]] for line in inside) else []


def _around(view: View, titles: list[int]) -> list[int]:
    """Give for each node the outermost of the boxes with some titles, or what holds them, that it stands in."""
    groups = _groups(view, titles) if len(titles) >= _SEVERAL else []
    if not 0 < len(groups) <= _GROUPS:
        return []
    return view.page.outermost(sorted(node for boxes in groups for node in _with_label(view, boxes)))


def _groups(view: View, titles: list[int]) -> list[list[int]]:
    """Give the boxes with a title and something more that are most of those beside one another."""
    page, prose = view.page, view.prose
    titled: dict[int, list[int]] = {}
    for line in titles:
        node = page.line_node[line]
        while node > 0 and prose.text[node] <= _WORDS:
            titled.setdefault(node, []).append(line)
            node = page.parent[node]
    groups: dict[tuple[int, str], list[int]] = {}
    for node, own in titled.items():
        if page.tags[node] in _BOXES and prose.lines[node] > len(own):
            groups.setdefault((page.parent[node], page.tags[node]), []).append(node)
    return [
        boxes
        for (above, tag), boxes in groups.items()
        if len(boxes) >= max(_SEVERAL, _MOST * _beside(view, above, tag))
        and all(_leads_beside(view, line) for box in boxes for line in titled[box])
    ]


def _with_label(view: View, boxes: list[int]) -> list[int]:
    """Give the element around some boxes and what they are called, where it holds nothing else, or the boxes."""
    page, text = view.page, view.prose.text
    size = sum(text[box] for box in boxes)
    around, above = 0, page.parent[boxes[0]]
    while above > 0 and text[above] - size <= _LABEL:
        around, above = above, page.parent[above]
    return [around] if around else boxes


def _beside(view: View, above: int, tag: str) -> int:
    """Count the children of a node that have a tag and say something."""
    page, lines = view.page, view.prose.lines
    return sum(page.tags[child] == tag and lines[child] > 0 for child in page.children(above))


def _leads_beside(view: View, line: int) -> bool:
    link = link_of(view.page, line)
    return link is not None and is_page_beside(link.get("href") or "", view.host)


def link_of(page: Outline, line: int) -> Element | None:
    """Give the link that a line is: in its element, or around that."""
    element = page.elements[page.line_node[line]]
    return next(element.iter("a"), None) if page.line_links[line] else next(element.iterancestors("a"), None)
