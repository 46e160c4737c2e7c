"""What stands between two lines of the text in a box beside them: a list, a table, a note, a step, a question.

Authors of blocks and builders of pages put each piece into a box of its own. From outside these look alike, and that
says more of a piece than the few words in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, count, pairwise
from typing import Final

from articlekit_html.body.belonging.belongings import lead_elsewhere
from articlekit_html.body.belonging.drawn import Text
from articlekit_html.body.choice import FAR
from articlekit_html.body.first_rules.prose import UNLIKE_TEXT
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.outline.arrays import Look, Outline
from articlekit_html.body.outline.hints import Hint

_META: Final = int(Hint.META)
_UNLIKELY: Final = -0.8
"""Log odds from which on a line in a box that looks right is kept."""
_DEEP: Final = 30
"""So many elements are looked through between a line and what it shares with another."""
_GOES_ON: Final = (":", "：")
_NO_TEXT: Final = frozenset(("button", "h1"))
_PARTS: Final = frozenset(("blockquote", "details", "dl", "figure", "pre", "table"))
"""Elements that are a part of a text, whatever they are called, …"""
_PLAIN: Final = frozenset(("h2", "h3", "h4", "ol", "p", "ul"))
"""… and such as are one while nothing calls them so or otherwise."""


def between(view: View, kept: Sequence[int], open_: Sequence[int], odds: list[float]) -> Iterator[int]:
    """Find the lines between kept ones that are of the text by where they stand.

    In boxes these are such as nothing speaks against: no name, field, button, or link to a page beside it. A line that
    was weighed and found unlikely is one of them only where its box looks like those of the lines before and behind, is
    an element that is a part of a text by itself, or has a name and ends with a sentence.

    Args:
        view: The page.
        kept: Of each line, whether it is kept.
        open_: Of each line, whether it may be kept.
        odds: Of each line, its log odds.
    """
    page = view.page
    text = Text(page.texts, kept)
    for last, line in pairwise(compress(count(), kept)):
        if line == last + 1:
            continue
        gap = [
            other
            for other in range(last + 1, line)
            if open_[other] and page.tags[page.line_node[other]] not in _NO_TEXT
        ]
        for box, is_like in _boxes(view, (last, line), gap) if gap else ():
            own = [other for other in box if odds[other] == FAR or (is_like and odds[other] > _UNLIKELY)]
            if own and not text.holds_any(page.texts[other] for other in own):
                yield from own


def _boxes(view: View, ends: tuple[int, int], gap: list[int]) -> Iterator[tuple[list[int], bool]]:
    """Give the lines in each box between two lines, and whether it looks like a part of the text."""
    page = view.page
    first, last = (page.line_node[line] for line in ends)
    shared = _shared(page, first, last)
    paths = [_path(page, node, shared) for node in (first, last)]
    looks = {page.look(path[-1]) for path in paths if path}
    usual = {page.look(node) for path in paths for node in path}
    boxes: dict[int, list[int]] = {}
    for line in gap:
        path = _path(page, page.line_node[line], shared)
        # What says something in a sentence is no date or name, though it be called *info*.
        against = UNLIKE_TEXT & ~_META if view.prose.sentences[line] else UNLIKE_TEXT
        if path and not any(page.hints[node] & against and page.look(node) not in usual for node in path):
            boxes.setdefault(path[-1], []).append(line)
    for box, lines in boxes.items():
        if not view.controls[box] and not _leads_away(view, box, lines):
            yield lines, _is_part(page.look(box), looks) or (bool(page.names[box]) and _is_said(view, lines))


def _shared(page: Outline, first: int, last: int) -> int:
    """Give the innermost node around two, or one that is deep in it."""
    shared = first
    for _ in range(_DEEP):
        if last < page.end[shared]:
            break
        shared = page.parent[shared]
    return shared


def _path(page: Outline, node: int, top: int) -> list[int]:
    """Give the nodes from one up to below another; none where there are too many, or it does not stand in that."""
    path: list[int] = []
    while node > top and len(path) < _DEEP:
        path.append(node)
        node = page.parent[node]
    return path if node == top else []


def _is_part(look: Look, looks: set[Look]) -> bool:
    tag, name = look
    return look in looks or tag in _PARTS or (tag in _PLAIN and not name)


def _is_said(view: View, lines: list[int]) -> bool:
    """Whether some lines end with a sentence, and there is no link in them."""
    page = view.page
    ends = view.prose.sentences[lines[-1]] and not page.texts[lines[-1]].endswith(_GOES_ON)
    return bool(ends) and not any(page.link_length[line] for line in lines)


def _leads_away(view: View, box: int, lines: list[int]) -> bool:
    """Whether most of a box are links to other pages of the site."""
    page = view.page
    return 2 * page.linked(lines) > page.size(lines) and not (view.host and lead_elsewhere(view, box))
