"""Boxes within a text that ask the reader to do something: to agree, to listen, to write down what they are asked."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import compress, count
from typing import Final

from articlekit_html.body.first_rules.view import View
from articlekit_html.body.left_out.see_also import link_in
from articlekit_html.body.outline.addresses import is_page_beside
from articlekit_html.body.outline.arrays import Look, Outline
from articlekit_html.body.outline.kinds import HEADINGS

_ASKING: Final = 450
"""So many characters has a box that asks for something, …"""
_PART: Final = 0.3
"""… and no larger a part of what is kept: a button that stands in a short text does not make it one."""
_BUTTONS: Final = 2
"""It has no more buttons: with more there is something to choose."""
_SIBLINGS: Final = 3
"""So many boxes with buttons beside one another are entries of the text, each to be shared."""
_CALL: Final = 30
"""A link that stands for a button says it in so many characters."""
_BOXES: Final = frozenset(("aside", "div", "fieldset", "form", "section"))
_TEXT: Final = frozenset(("blockquote", "details", "dl", "figure", "h1", "ol", "pre", "summary", "table", "ul"))
"""What is a part of the text, whatever button stands with it: to copy it, to unfold it."""


def prompts(view: View, lines: list[int]) -> Iterator[int]:
    """Find those of some lines that stand with a button or a field in a box of their own, of few words.

    A box is none of those where others look like it and say something else, or where several stand beside one another:
    of entries, questions and products there are many, and each may be shared, opened or bought.
    """
    page = view.page
    calls = _calls(view, lines)
    asking = [*page.tagged("button"), *compress(count(), page.controls)]
    asking += [page.line_node[line] for line in calls]
    if not asking:
        return
    said = _said(page, calls)
    # Of each box, whether what asks in it says so in words.
    boxes: dict[int, bool] = {}
    for node in asking:
        if box := _box_of(page, said, node):
            boxes[box] = boxes.get(box, False) or page.tags[node] != "button" or view.prose.lines[node] > 0
    # The innermost box is the one that asks.
    inside = page.lines_of(page.innermost(sorted(boxes)), lines)
    most = min(_ASKING, _PART * page.size(lines))
    words: dict[Look, set[str]] = {}
    beside: dict[int, set[str]] = {}
    for box, own in inside.items():
        words.setdefault(page.look(box), set()).add(page.texts[own[0]])
        beside.setdefault(page.parent[box], set()).add(page.texts[own[0]])
    for box, own in inside.items():
        if (
            view.prose.text[box] <= most
            # What begins the text is no prompt, whatever stands under it.
            and own[0] != lines[0]
            and len(beside[page.parent[box]]) < _SIBLINGS
            and page.tags[box : page.end[box]].count("button") <= _BUTTONS
            and len(words[page.look(box)]) == 1
            and not any(view.pictures[box : page.end[box]])
            and _TEXT.isdisjoint(page.tags[box : page.end[box]])
            # A button without words beside a heading unfolds what is said below that.
            and (boxes[box] or HEADINGS.isdisjoint(page.tags[box : page.end[box]]))
        ):
            yield from own


def _calls(view: View, lines: list[int]) -> set[int]:
    """Find the short links to another page of the site that stand alone between some lines and are none of them."""
    page = view.page
    between = set(range(lines[0], lines[-1])).difference(lines) if lines else ()
    return {
        line
        for line in between
        if page.line_links[line] == 1
        and page.link_length[line] == len(page.texts[line]) <= _CALL
        and (link := link_in(page.elements[page.line_node[line]])) is not None
        and is_page_beside(link.get("href") or "", view.host)
    }


def _said(page: Outline, calls: Container[int]) -> list[int]:
    """Count the lines in each node that are no button, nor a link in the place of one."""
    said = [0] * len(page.tags)
    for line, node in enumerate(page.line_node):
        said[node] += page.tags[node] != "button" and line not in calls
    page.count_up(said)
    return said


def _box_of(page: Outline, said: list[int], node: int) -> int:
    """Give the innermost box around a button or a field that says something beside it; 0 where it is none."""
    box = page.parent[node] if page.tags[node] == "button" else node
    while box > 0 and not said[box]:
        box = page.parent[box]
    return box if box > 0 and page.tags[box] in _BOXES else 0
