"""What an article says, in short: points, or a verdict, in a box between its title and its text that no name tells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from articlekit_html.body.first_rules.against import spoken_against
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.left_out.contents import Headings
from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.kinds import HEADINGS

_NEAR: Final = 30
"""So many lines stand between title and text at most; of each, all that is around it is looked at."""
_POINTS: Final = 2
_LONG: Final = 30
"""So many points there are at least, of so many characters on average: menus and buttons have shorter ones."""
_LISTS: Final = 2
"""So many lists, of points for and against, say what a test has found."""
_OVER: Final = 2
_LABEL: Final = 60
"""Over them stand so few lines, of so few characters."""


def key_points(view: View, kept: Sequence[int], open_: Sequence[int]) -> list[int]:
    """Find the lines of a list without any link that stands in a box of its own before the text, and what it is called.

    Args:
        view: The page.
        kept: Of each line, whether it is kept.
        open_: Of each line, whether it may be kept.
    """
    page = view.page
    first = next((line for line, is_kept in enumerate(kept) if is_kept), 0)
    gap = [line for line in range(view.title_line + 1, first) if open_[line]]
    if view.title_line < 0 or not gap or first - view.title_line > _NEAR:
        return []
    # What stands beside title or byline in an element is a box of its own, too.
    others = [page.line_node[line] for line in range(view.title_line, first + 1) if not open_[line]]
    against = spoken_against(view, 0)
    headings = Headings(page)
    return [
        line
        for box, lines in _boxes(page, gap, others).items()
        if len(lines) == view.prose.lines[box]
        and not view.controls[box]
        and not any(page.link_length[line] or against[page.line_node[line]] for line in lines)
        and (_are_points(view, lines, headings) or _are_headed(view, lines, headings))
        for line in lines
    ]


def _are_points(view: View, lines: list[int], headings: Headings) -> bool:
    page = view.page
    points = [line for line in lines if page.tags[page.line_node[line]] == "li"]
    over = lines[: len(lines) - len(points)]
    return (
        len(points) >= _POINTS
        and lines[len(over) :] == points
        and len(over) <= _OVER
        and all(len(page.texts[line]) <= _LABEL for line in over)
        and page.size(points) >= _LONG * len(points)
        and not headings.are_said_by(points)
    )


def _are_headed(view: View, lines: list[int], headings: Headings) -> bool:
    """Whether some lines are a verdict: several lists, a heading over each, and perhaps sentences."""
    page, sentences = view.page, view.prose.sentences
    tags = [page.tags[page.line_node[line]] for line in lines]
    lists = sum(tag in HEADINGS and behind == "li" for tag, behind in pairwise(tags))
    return (
        lists >= _LISTS
        and all(tag in HEADINGS or tag == "li" or sentences[line] for line, tag in zip(lines, tags, strict=True))
        and not headings.are_said_by(lines)
    )


def _boxes(page: Outline, lines: list[int], others: list[int]) -> dict[int, list[int]]:
    """Give the largest boxes in which some lines stand and others do not, with their lines."""
    around = {0}
    for other in others:
        node = other
        while node not in around:
            around.add(node)
            node = page.parent[node]
    boxes: dict[int, list[int]] = {}
    for line in lines:
        box = page.line_node[line]
        while box > 0 and page.parent[box] not in around:
            box = page.parent[box]
        if box not in around:
            boxes.setdefault(box, []).append(line)
    return boxes
