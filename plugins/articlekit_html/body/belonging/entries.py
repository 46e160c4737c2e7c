"""What the entries of a text begin with, in a line of its own: the days of a timeline, the parts of a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, takewhile
from typing import Final

from articlekit_html.body.first_rules.prose import STRONG
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.hints import Hint
from articlekit_html.body.outline.kinds import HEADINGS

_SHORTEST: Final = 4
"""What is shorter counts the entries, or is a sign."""
_LONGEST: Final = 60
_LINES: Final = 12
"""An entry has no more lines."""
_SEVERAL: Final = 2
"""So many entries stand beside one another."""
_HEADING: Final = int(Hint.HEADER | Hint.TITLE)
_NO_LABELS: Final = HEADINGS | {"button", "dt", "li", "summary", "td", "th"}


def labels_of_entries(view: View, kept: Sequence[int], open_: Sequence[int]) -> list[int]:
    """Find the short lines that begin entries of the text: boxes beside one another of which all else is kept.

    What is named as a heading needs no other box beside its own.

    Args:
        view: The page.
        kept: Of each line, whether it is kept.
        open_: Of each line, whether it may be kept.
    """
    page = view.page
    beside: dict[int, list[int]] = {}
    for line in compress(range(len(kept) - 1), open_):
        node = page.line_node[line]
        if (
            kept[line + 1]
            and _SHORTEST <= len(page.texts[line]) <= _LONGEST
            and not page.link_length[line]
            and page.tags[node] not in _NO_LABELS
            and not page.hints[node] & STRONG
            and (entry := _entry(page, line))
            and _is_kept_but_for(page, entry, line, kept)
        ):
            beside.setdefault(page.parent[entry], []).append(line)
    return [
        line
        for lines in beside.values()
        for line in lines
        if len(lines) >= _SEVERAL or page.hints[page.line_node[line]] & _HEADING
    ]


def _entry(page: Outline, line: int) -> int:
    """Give the innermost element around a line and the next one; 0 where a line before it stands in that, too."""
    entry = page.line_node[line]
    for _ in range(_LINES):
        if page.line_node[line + 1] < page.end[entry]:
            break
        entry = page.parent[entry]
    is_first = line == 0 or not entry <= page.line_node[line - 1] < page.end[entry]
    return entry if is_first and entry > 0 and page.line_node[line + 1] < page.end[entry] else 0


def _is_kept_but_for(page: Outline, entry: int, label: int, kept: Sequence[int]) -> bool:
    """Whether all lines of an entry behind its label are kept, and they are few."""
    behind = range(label + 1, min(label + 1 + _LINES, len(kept)))
    lines = list(takewhile(lambda line: page.line_node[line] < page.end[entry], behind))
    return len(lines) < _LINES and all(kept[line] for line in lines)
