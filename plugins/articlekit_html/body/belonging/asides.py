"""What an author says aside within the text: boxes of facts, notes, warnings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from articlekit_html.body.belonging.drawn import Text
from articlekit_html.body.first_rules.against import AGAINST
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.outline.hints import Hint

_NOTICE: Final = int(Hint.NOTICE)


def said_aside(view: View, kept: Sequence[int], open_: Sequence[int], inside: range) -> Iterator[int]:
    """Find the lines of boxes between lines that are kept, without any link, button or field.

    At an edge of the container, where nothing else stands before or behind it there, an aside says something in a
    sentence; notices at the edges are the site's. What the text says itself is none: words drawn from it to catch the
    eye. What only its name calls a box says something in a sentence.

    Args:
        view: The page.
        kept: Of each line, whether it is kept.
        open_: Of each line, whether it may be kept.
        inside: The nodes of the container.
    """
    page, sentences = view.page, view.prose.sentences
    runs = list(_runs(_boxes(view, kept, open_)))
    asides = page.outermost(page.tagged("aside")) if runs else []
    for run in runs:
        ends = _past_captions(view, run[0][0] - 1, -1), _past_captions(view, run[-1][-1] + 1, 1)
        beside = [line for line in ends if 0 <= line < len(kept) and page.line_node[line] in inside]
        if beside and all(kept[line] for line in beside):
            is_between = len(beside) == len(ends)
            for own in run:
                if is_between or (asides[page.line_node[own[0]]] and any(sentences[line] for line in own)):
                    yield from own


def _boxes(view: View, kept: Sequence[int], open_: Sequence[int]) -> Iterator[list[int]]:
    """Give the lines of each box that may be said by the author."""
    page, sentences = view.page, view.prose.sentences
    boxes = page.tagged("aside")
    if page.said & _NOTICE:
        boxes = sorted({*boxes, *(node for node, hints in enumerate(page.hints) if hints & _NOTICE)})
    if not boxes:
        return
    text = Text(page.texts, kept)
    for box, own in page.lines_of(page.outermost(boxes)).items():
        if (
            all(open_[line] and not page.link_length[line] for line in own)
            and not view.controls[box]
            and not page.hints[box] & AGAINST
            and (page.tags[box] == "aside" or any(sentences[line] for line in own))
            and not text.holds_any(page.texts[line] for line in own)
        ):
            yield own


def _runs(boxes: Iterator[list[int]]) -> Iterator[list[list[int]]]:
    """Put boxes together that stand one right behind the other."""
    run: list[list[int]] = []
    for own in boxes:
        if run and run[-1][-1] != own[0] - 1:
            yield run
            run = []
        run.append(own)
    if run:
        yield run


def _past_captions(view: View, line: int, step: int) -> int:
    """Give the next line, in one direction, that is no caption; one out of bounds where there is none."""
    page = view.page
    while 0 <= line < len(page.texts) and view.caption[page.line_node[line]]:
        line += step
    return line
