"""What the second pass sees of each token: part of what the first one saw, and what that made of the whole block.

A second model that reads the labels of the first can use what lies far apart (stacked sequential learning: Cohen &
Carvalho 2005): which cue is near, what else the sentence holds, where the run that the token is in begins and ends.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final, TypeAlias

from articlekit.claims.attribution.context import distance
from articlekit.claims.attribution.tagger import Run, runs_of
from articlekit.claims.attribution.words import look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlekit.claims.attribution.observations import Columns, Surroundings
    from articlekit.claims.attribution.tokens import Block

Side: TypeAlias = tuple[str, int, str]
"""The run on one side: its word at the near end for a cue, else its kind; how far off; its kind."""

_LONGEST_SIGNATURE: Final = 6


def observe_again(block: Block, around: Surroundings, columns: Columns, labels: Sequence[str]) -> Columns:
    """Make the columns of a block for `SECOND_TEMPLATES`, out of those of the first pass and its labels."""
    count = len(labels)
    runs = runs_of(labels)
    words, _, _, trigrams, quotations, _, _, places, *_, left_marks, right_marks, both_marks, _ = columns
    quoted = [state[0] for state in around.states]
    padded = ["^", "^", *labels, "^", "^"]
    coarse = ["^^", *around.coarse, "^^"]
    in_runs = _in_runs(runs, count)
    left, right = _sides(block.words, runs, in_runs, count)
    left_cue, right_cue = _cues(block.words, [run for run in runs if run[0] == "C"], labels)
    return [
        words,
        trigrams,
        quotations,
        places,
        left_marks,
        right_marks,
        both_marks,
        list(zip(padded[1:], labels, padded[3:], strict=False)),
        list(zip(padded, padded[1:], labels, padded[3:], padded[4:], strict=False)),
        list(zip(labels, map(str.lower, block.words), strict=True)),
        list(zip(labels, around.states, around.coarse, strict=True)),
        list(zip(labels, coarse, coarse[2:], strict=False)),
        list(zip(_shapes(in_runs), quoted, strict=True)),
        list(zip(labels, left, right, quoted, strict=True)),
        _signature_keys(block, around, runs, labels),
        left_cue,
        right_cue,
        _edge_keys(block.words, in_runs, labels, around),
    ]


def _in_runs(runs: Sequence[Run], count: int) -> list[Run | None]:
    """For each token, the run that it is in."""
    found: list[Run | None] = [None] * count
    for run in runs:
        found[run[1] : run[2]] = [run] * (run[2] - run[1])
    return found


def _shapes(in_runs: Sequence[Run | None]) -> list[tuple[str, int, int]]:
    """For each token, the kind of its run, and how far it is from both ends."""
    return [
        (run[0], distance(index - run[1]), distance(run[2] - 1 - index)) if run else ("-", 0, 0)
        for index, run in enumerate(in_runs)
    ]


def _sides(
    words: Sequence[str], runs: Sequence[Run], in_runs: Sequence[Run | None], count: int
) -> tuple[list[Side | None], list[Side | None]]:
    """For each token, the runs before and after its own, or before and after it."""
    left: list[Side | None] = []
    right: list[Side | None] = []
    at = 0
    for index in range(count):
        while at < len(runs) and runs[at][2] <= index:
            at += 1
        following = at + 1 if in_runs[index] else at
        left.append(_side(words[runs[at - 1][2] - 1], runs[at - 1], index - runs[at - 1][2]) if at else None)
        right.append(
            _side(words[runs[following][1]], runs[following], runs[following][1] - index)
            if following < len(runs)
            else None
        )
    return left, right


def _side(word: str, run: Run, tokens: int) -> Side:
    return (word.lower() if run[0] == "C" else run[0], distance(tokens), run[0])


def _cues(
    words: Sequence[str], cues: Sequence[Run], labels: Sequence[str]
) -> tuple[list[tuple[str, str, int] | None], list[tuple[str, str, int] | None]]:
    """For each token, its label with the cue that ends before it, and with the one that begins after it."""
    left: list[tuple[str, str, int] | None] = []
    right: list[tuple[str, str, int] | None] = []
    ended = begun = 0
    for index, label in enumerate(labels):
        while ended < len(cues) and cues[ended][2] <= index:
            ended += 1
        while begun < len(cues) and cues[begun][1] <= index:
            begun += 1
        before = cues[ended - 1] if ended else None
        after = cues[begun] if begun < len(cues) else None
        left.append((label, look(words[before[2] - 1]).form, distance(index - before[2])) if before else None)
        right.append((label, look(words[after[1]]).form, distance(after[1] - index)) if after else None)
    return left, right


def _signature_keys(
    block: Block, around: Surroundings, runs: Sequence[Run], labels: Sequence[str]
) -> list[tuple[str, tuple[str, str, str], bool, bool]]:
    """For each token, its label with the kinds of the spans in its sentence and in those beside it."""
    signatures = [""] * (len(block.sentences) - 1)
    for kind, first, _ in runs:
        sentence = bisect_right(block.sentences, first) - 1
        if len(signatures[sentence]) < _LONGEST_SIGNATURE:
            signatures[sentence] += kind
    beside = zip(["^", *signatures], signatures, [*signatures[1:], "$"], strict=False)
    sizes = (end - first for first, end in pairwise(block.sentences))
    of_tokens = chain.from_iterable([three] * size for three, size in zip(beside, sizes, strict=True))
    return [
        (label, three, place[0], place[1]) for label, three, place in zip(labels, of_tokens, around.places, strict=True)
    ]


def _edge_keys(
    words: Sequence[str], in_runs: Sequence[Run | None], labels: Sequence[str], around: Surroundings
) -> list[tuple[tuple[str, ...], str, str] | None]:
    """For each token in a run, the words at the edges of the run and what follows it."""
    keys: list[tuple[tuple[str, ...], str, str] | None] = []
    edges: dict[Run, tuple[str, ...]] = {}
    for run, label, (mark, _) in zip(in_runs, labels, around.right_marks, strict=True):
        if run is None:
            keys.append(None)
            continue
        if run not in edges:
            kind, first, end = run
            follows = words[end][:2] if end < len(words) else "$"
            edges[run] = (kind, words[first].lower()[:4], words[end - 1].lower()[-4:], follows)
        keys.append((edges[run], label, mark))
    return keys
