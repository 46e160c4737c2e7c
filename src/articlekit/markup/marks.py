"""Marks in canonical form: made of stretches of raw text, and of marks from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any, TypeAlias

from articlekit.blocks import Mark, MarkKind

MarkRule: TypeAlias = tuple[MarkKind, str | None, str | None]
"""What an element says of its words: kind, url, title."""

Stretch: TypeAlias = tuple[int, int, MarkKind, str | None, str | None, str | None]
"""A mark over some of a line's parts: the first of them, the one after the last, kind, url, title, mathml."""

_Joined: TypeAlias = "list[Any]"
"""As a `Stretch`, in characters, and still growing."""


def canonical_marks(text: str, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Put marks into canonical form.

    They neither begin nor end with white space, marks of one kind do not overlap, those of one kind that touch and say
    the same are one (formulas apart), and they stand in the order of `mark_order`. Links and references to notes do not
    overlap each other; where marks of a kind that say different things do, the later one ends the earlier.
    """
    stretches = [
        (mark.start, min(mark.end, len(text)), mark.kind, mark.url, mark.title, mark.mathml)
        for mark in marks
        if 0 <= mark.start < min(mark.end, len(text))
    ]
    return marks_over(text, stretches, range(len(text) + 1))


def marks_over(text: str, stretches: list[Stretch], starts: Sequence[int]) -> tuple[Mark, ...]:
    """Make marks in canonical form of stretches, where `starts` tells at which character of `text` each part begins."""
    if len(stretches) == 1:
        # As most texts with marks have.
        ((first, after, kind, url, title, mathml),) = stretches
        start, end = _bare(text, starts[first], starts[after])
        return (Mark(kind=kind, start=start, end=end, url=url, title=title, mathml=mathml),) if start < end else ()
    marks = []
    size = len(text)
    for start, end, kind, url, title, mathml in _joined(stretches, starts):
        if not start < end <= size or text[start] in " \n" or text[end - 1] in " \n":
            start, end = _bare(text, start, end)  # noqa: PLW2901
        if start < end:
            marks.append(Mark(kind=kind, start=start, end=end, url=url, title=title, mathml=mathml))
    if len(marks) > 1:
        marks.sort(key=mark_order)
    return tuple(marks)


def _joined(stretches: list[Stretch], starts: Sequence[int]) -> list[_Joined]:
    """Join stretches of one kind that touch and say the same, and let none overlap another of its kind."""
    joined: list[_Joined] = []
    last: dict[str, _Joined] = {}
    # The mark before the last: its neighbour, where another ends the last one to nothing.
    earlier: dict[str, _Joined] = {}
    stretches.sort(key=itemgetter(0))
    for first, after, kind, url, title, mathml in stretches:
        start, end = starts[first], starts[after]
        element = "link" if kind == "note" else kind
        if element in last and start <= last[element][1] and kind != "math":
            before = last[element]
            if [kind, url, title] == before[2:5]:
                before[1] = max(end, before[1])
                continue
            before[1] = start
            if before[0] < start:
                earlier[element] = before
            elif element in earlier and start <= earlier[element][1] and [kind, url, title] == earlier[element][2:5]:
                last[element] = earlier[element]
                last[element][1] = max(end, start)
                continue
        elif element in last:
            earlier[element] = last[element]
        last[element] = found = [start, end, kind, url, title, mathml]
        joined.append(found)
    return joined


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out white space at the ends, and what is beyond the text."""
    bare = text[start:end].rstrip(" \n")
    end = start + len(bare)
    return end - len(bare.lstrip(" \n")), end


def mark_order(mark: Mark) -> tuple[int, int, str]:
    """Say where a mark stands among others: by its start, then the longest first, then by kind."""
    return mark.start, -mark.end, mark.kind
