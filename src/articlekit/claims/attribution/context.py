"""The surroundings of each token in its sentence: quotation marks, the nearest cue words, the nearest punctuation.

Everything is found in passes over the tokens from left to right and back, so that time grows with the number of
tokens alone.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlekit.claims.attribution.tokens import Block
    from articlekit.claims.attribution.words import Word

QUOTE_MARKS: Final = frozenset(('"', "“", "”", "''"))
_BETWEEN: Final = QUOTE_MARKS | {",", ";", ":"}
_NO_VERBS: Final = frozenset(("", "noun", "state"))


class Cue(NamedTuple):
    """The nearest cue word on one side."""

    word: str
    distance: int
    #: ``that`` where it stands right after the cue word, ``T`` where further on, else ``-``.
    that: str
    #: The punctuation in between: ``-``, the mark, ``2`` for several, with ``q`` before it for a quotation mark.
    between: str


Mark: TypeAlias = tuple[str, int]
"""The nearest punctuation mark on one side, and its distance in tokens."""


# Where a distance in tokens is rounded down to, up to the last step.
_STEPS: Final = tuple(max(step for step in (0, 1, 2, 3, 4, 5, 8, 13, 25) if step <= tokens) for tokens in range(26))


def distance(tokens: int) -> int:
    """Round a distance in tokens down to a step."""
    return _STEPS[tokens] if tokens < 25 else 25


def quote_states(block: Block) -> tuple[list[str], list[int]]:
    """Say of each token where it stands in an outermost quotation, and whether in a nested one.

    Returns:
        For each token ``O`` outside, else ``(`` at the opening mark, ``F`` first word, ``I`` inside, ``L`` last,
        ``)`` at the closing mark, each with the length (``s``, ``m``, ``l``, or ``u`` where it is not closed); and 1
        in a nested one.
    """
    states = ["O"] * len(block.words)
    nested = [0] * len(block.words)
    for quotation in block.quotations:
        first, end = bisect_left(block.starts, quotation.start), bisect_left(block.starts, quotation.end)
        if quotation.depth == 0:
            states[first:end] = _states(end - first, closed=quotation.closed)
        elif quotation.depth == 1:
            nested[first:end] = [1] * (end - first)
    return states, nested


def _states(tokens: int, *, closed: bool) -> list[str]:
    if not tokens:
        return []
    states = ["I"] * tokens
    if tokens > 2:
        states[1] = "F"
    if closed and tokens > 3:
        states[-2] = "L"
    if closed and tokens > 1:
        states[-1] = ")"
    states[0] = "("
    size = ("s" if tokens <= 4 else "m" if tokens <= 8 else "l") if closed else "u"
    return [state + size for state in states]


def cues_on_the_left(words: Sequence[Word], first: int, end: int) -> list[Cue | None]:
    """For each token of a sentence, the nearest verb of the cue lexicon before it."""
    found: list[Cue | None] = []
    at, name, that, between = -1, "", "-", "-"
    for index in range(first, end):
        word = words[index]
        found.append(Cue(name, distance(index - at), that, between) if name else None)
        if _is_cue_verb(word):
            at, name, that, between = index, _cue_name(word), "-", "-"
        elif word.form == "that" and name:
            that = "that" if index - at <= 2 else "T" if that == "-" else that
        elif word.form in _BETWEEN:
            between = _between(word.form, between)
    return found


def cues_on_the_right(words: Sequence[Word], first: int, end: int) -> list[Cue | None]:
    """For each token of a sentence, the nearest verb of the cue lexicon after it."""
    found: list[Cue | None] = []
    at, name, between = -1, "", "-"
    for index in range(end - 1, first - 1, -1):
        word = words[index]
        found.append(Cue(name, distance(at - index), "-", between) if name else None)
        if _is_cue_verb(word):
            at, name, between = index, _cue_name(word), "-"
        elif word.form in _BETWEEN:
            between = _between(word.form, between)
    found.reverse()
    return found


def _is_cue_verb(word: Word) -> bool:
    return word.cue not in _NO_VERBS


def _cue_name(word: Word) -> str:
    return word.form if word.cue.startswith("speak") else word.cue


def _between(form: str, between: str) -> str:
    if form in QUOTE_MARKS:
        return "q" + between[-1]
    return form if between == "-" else "2"


def marks_on_the_left(words: Sequence[str], first: int, end: int) -> list[Mark]:
    """For each token of a sentence, the nearest punctuation before it; ``^`` is the start of the sentence."""
    found: list[Mark] = []
    at, mark = first - 1, "^"
    for index in range(first, end):
        found.append((mark, distance(index - at)))
        if _is_mark(words[index]):
            at, mark = index, words[index][:2]
    return found


def marks_on_the_right(words: Sequence[str], first: int, end: int) -> list[Mark]:
    """For each token of a sentence, the nearest punctuation after it; ``$`` is the end of the sentence."""
    found: list[Mark] = []
    at, mark = end, "$"
    for index in range(end - 1, first - 1, -1):
        found.append((mark, distance(at - index)))
        if _is_mark(words[index]):
            at, mark = index, words[index][:2]
    found.reverse()
    return found


def _is_mark(word: str) -> bool:
    return not word[0].isalnum() and word[0] not in "$'’@#"
