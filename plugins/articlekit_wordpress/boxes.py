"""Boxes that plugins put into a post's content and that are no part of it.

A box is known by the class or id its plugin gives it, and only left out while it is small beside the rest; a table of
contents also by what it is made of, links into the post itself, since themes give the name to other things. A post of
another site that stands quoted until a script shows it becomes what that would show.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice

from articlekit.markup import parse_fragment, plain_text
from articlekit.plugin import Diagnostic
from articlekit_wordpress.box_kinds import BOXES, FORM, Box
from articlekit_wordpress.values import counted

# So many elements are looked at, and so far for the end of each: a box is small, and time stays linear.
_CANDIDATES = 200
_LONGEST = 50_000
# So much of what stands behind it says whether a frame does.
_BEHIND = 20
# A box that is nearly all there is, is the article.
_SHARE_OF_TEXT = 0.8
# What elements are called; patterns that begin with plain characters are found fastest.
_CLASSES = re.compile(r"""class=["']([^"'<>]*)""")
_IDS = re.compile(r""" id=["']([^"'<>]*)""")
_FORMS = re.compile(r"<(form)\b", re.IGNORECASE)
_OPENING = re.compile(r"<([a-zA-Z][a-zA-Z0-9]{0,15})\b[^<>]*")


def drop_boxes(html: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Leave boxes of plugins out of the source of a content.

    Example:
        >>> drop_boxes('<p>One two three.</p><div class="sharedaddy">Share</div>')[0]
        '<p>One two three.</p>'
    """
    boxes = _hinted(html)
    if not boxes:
        return html, ()
    names: Counter[str] = Counter()
    pieces: list[str] = []
    end = passed = whole = 0
    for place, box in islice(_candidates(html, boxes), _CANDIDATES):
        start, stop = _element(html, place) if place >= passed else (0, 0)
        if not stop:
            continue
        element = parse_fragment(html[start:stop])
        text = " ".join("".join(element.itertext()).split())
        if not box.holds(element, text):
            continue
        # A box is more tags than text: where its source is short beside the rest, so is its text.
        if not box.may_be_all and (stop - start) * 4 > len(html):
            whole = whole or len(plain_text(html))
            if len(text) > _SHARE_OF_TEXT * whole:
                passed = stop
                continue
        pieces += html[end:start], box.instead(element, html[stop : stop + _BEHIND])
        end = passed = stop
        names[box.name] += 1
    if not names:
        return html, ()
    note = Diagnostic(code="body.boilerplate-dropped", message=f"left out of the body: {counted(names)}")
    return "".join(pieces) + html[end:], (note,)


def _hinted(html: str) -> list[Box]:
    """Say which boxes a content may hold, by what its elements are called; mostly none."""
    # Each once: a page builder calls hundreds of elements by the same names.
    names = " ".join({*_CLASSES.findall(html), *_IDS.findall(html)})
    boxes = [box for box in BOXES if any(hint in names for hint in box.hints)]
    return [*boxes, FORM] if "<form" in html else boxes


def _candidates(html: str, boxes: list[Box]) -> Iterator[tuple[int, Box]]:
    """Give the places, in order, of elements that are called as one of these boxes is."""
    called: dict[str, list[Box]] = {}
    found: list[tuple[int, Box]] = []
    for pattern in (_CLASSES, _IDS, _FORMS):
        for element in pattern.finditer(html):
            names = element[1]
            if names not in called:
                called[names] = [box for box in boxes if box.may_be_called(names)]
            found += [(element.start(), box) for box in called[names]]
    return iter(sorted(found, key=lambda candidate: candidate[0]))


def _element(html: str, place: int) -> tuple[int, int]:
    """Give where the element whose start tag holds `place` starts and stops; nothing where it has no end nearby."""
    start = html.rfind("<", 0, place + 1)
    opening = _OPENING.match(html, start) if start >= 0 else None
    if opening is None or opening.end() < place:
        return 0, 0
    depth = 0
    for tag in _tags(opening[1].lower()).finditer(html, start, start + _LONGEST):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return start, tag.end()
    return 0, 0


@cache
def _tags(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){name}\b[^<>]*>?", re.IGNORECASE)
