"""What a name calls a quotation, without the element for one: which lines are its text, and which say whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from articlekit_html.body.first_rules.view import View
from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.hints import Hint
from articlekit_html.body.outline.kinds import HEADINGS

_QUOTE: Final = int(Hint.QUOTE)
_BOXES: Final = frozenset(("aside", "div", "figure", "p", "section"))
_NOT_QUOTED: Final = HEADINGS | {"blockquote", "button", "details", "dl", "li", "pre", "table"}
_LINES: Final = 4
_LONGEST: Final = 800
"""A quotation of more lines or characters is a section of quotations, or an article of that name."""
_SHORTEST: Final = 30
_SOURCE: Final = 100
"""So many characters say who says it."""


def named_quotations(view: View) -> Iterator[tuple[int, list[int]]]:
    """Give the outermost boxes that are named so and hold a text without links and fields, with their lines."""
    page = view.page
    if not page.said & _QUOTE:
        return
    named = [node for node, hints in enumerate(page.hints) if hints & _QUOTE]
    around = page.outermost(page.tagged("blockquote"))
    for box, lines in page.lines_of(page.outermost(named)).items():
        if (
            page.tags[box] in _BOXES
            and not around[box]
            and len(lines) <= _LINES
            and _SHORTEST <= page.size(lines) <= _LONGEST
            and not view.controls[box]
            and not any(page.line_links[line] for line in lines)
            and _NOT_QUOTED.isdisjoint(page.tags[box : page.end[box]])
        ):
            yield box, lines


def sources_of_quotations(view: View, kept: Sequence[int], open_: Sequence[int]) -> list[int]:
    """Find the short lines behind what is quoted and kept."""
    page = view.page
    return [
        line
        for _, lines in named_quotations(view)
        if kept[lines[0]]
        for line in lines[1:]
        if open_[line] and is_source(page, line)
    ]


def is_source(page: Outline, line: int) -> bool:
    """Whether a line may say whose a text is: it is short and no sentence."""
    text = page.texts[line]
    return len(text) <= _SOURCE and not text.endswith((".", "!", "?", "…", "。", "！", "？", "؟"))
