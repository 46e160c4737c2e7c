"""The edges of a statement: what white space and marks around words are no part of it."""

from __future__ import annotations

import re
from typing import Final

_LOOSE: Final = ",;:–—"
# What is in brackets may be another's: "Sales rose (officials say)".
_LOOSE_AT_START: Final = _LOOSE + ")]"
_LOOSE_AT_END: Final = _LOOSE + "(["
_CLOSED_BY: Final = {"(": ")", '"': '"', "“": '”"', "”": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』"}
# These are apostrophes, too: they go only from around the whole.
_SINGLE: Final = {"‘": "’", "'": "'", "‚": "‘’", "‹": "›", "›": "‹"}
_OPENS: Final = {mark: re.compile(rf"(?<!\w){mark}(?=\w)") for mark in _SINGLE}
_MOST_MARKS: Final = 3


def without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out what is loose at the ends, and quotation marks around the whole or without their partner."""
    for _ in range(_MOST_MARKS):
        start, end = _without_loose(text, start, end)
        if end - start < 2:
            break
        first, last, inside = text[start], text[end - 1], text[start + 1 : end - 1]
        answers = _CLOSED_BY.get(first, "")
        openings = [opening for opening, closings in _CLOSED_BY.items() if last in closings]
        alone = not any(mark in inside for mark in (first, *answers, *openings))
        if (answers and last in answers and alone) or _is_in_single_marks(first, last, inside):
            start, end = start + 1, end - 1
        elif answers and last not in answers and not any(mark in inside for mark in answers):
            start += 1
        elif openings and first not in openings and not any(mark in inside for mark in openings):
            end -= 1
        else:
            break
    return _without_loose(text, start, end)


def _is_in_single_marks(first: str, last: str, inside: str) -> bool:
    return last in _SINGLE.get(first, "") and not _OPENS[first].search(inside)


def _without_loose(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in _LOOSE_AT_START):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _LOOSE_AT_END):
        end -= 1
    return start, end
