"""What the attribution model sees of the tokens of a block, column by column.

A column has one key a token: a word, a pair of words, the nearest cue word. A template spells a key out as named
features of that token and of tokens beside it. The tagger remembers what a key's weights sum up to, so a key that was
met before costs one look-up, however many features it stands for.
"""

from __future__ import annotations

from itertools import pairwise, repeat
from typing import TYPE_CHECKING, Final, TypeAlias

from attrs import frozen

from articlekit.claims.attribution import context
from articlekit.claims.attribution.context import Cue, Mark
from articlekit.claims.attribution.words import look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from articlekit.claims.attribution.templates import Key
    from articlekit.claims.attribution.tokens import Block

Columns: TypeAlias = "list[Sequence[Key]]"
"""The keys of a block, for each template in order."""

# Stands where the block has no word; no token is two of these.
_EDGE: Final = "^^"
_EDGES: Final = (_EDGE,) * 3


@frozen(kw_only=True)
class Surroundings:
    """What is known of each token of a block before any label: parallel lists, one item a token."""

    coarse: list[str]
    states: list[str]
    nested: list[int]
    #: First of its sentence, last of it, steps from its start and from its end, at most three.
    places: list[tuple[bool, bool, int, int]]
    profiles: list[str]
    #: How the sentence before ended.
    before: list[str]
    left_cues: list[Cue | None]
    right_cues: list[Cue | None]
    left_marks: list[Mark]
    right_marks: list[Mark]


def survey(blocks: Iterable[Block]) -> Iterator[Surroundings]:
    """Yield the surroundings of the tokens of each block, in the order of the text."""
    before = "^"
    for block in blocks:
        found, before = _survey_block(block, before)
        yield found


def _survey_block(block: Block, before: str) -> tuple[Surroundings, str]:
    looks = [look(word) for word in block.words]
    states, nested = context.quote_states(block)
    found = Surroundings(
        coarse=[word.coarse for word in looks], states=states, nested=nested, places=[], profiles=[], before=[],
        left_cues=[], right_cues=[], left_marks=[], right_marks=[],
    )  # fmt: skip
    for first, end in pairwise(block.sentences):
        if first == end:
            continue
        cues = [word.cue for word in looks[first:end] if word.cue]
        speech = min(3, sum(word.cue.startswith("speak") or word.form == "according" for word in looks[first:end]))
        profile = _profile(states[first:end]) + str(speech) + ("c" if len(cues) > speech else "")
        last = end - first - 1
        found.places.extend((i == 0, i == last, min(i, 3), min(last - i, 3)) for i in range(last + 1))
        found.profiles.extend(repeat(profile, last + 1))
        found.before.extend(repeat(before, last + 1))
        found.left_cues.extend(context.cues_on_the_left(looks, first, end))
        found.right_cues.extend(context.cues_on_the_right(looks, first, end))
        found.left_marks.extend(context.marks_on_the_left(block.words, first, end))
        found.right_marks.extend(context.marks_on_the_right(block.words, first, end))
        before = {")": "q", "I": "i", "F": "i"}.get(states[end - 1][0], "-") + str(speech)
    return found, before


def _profile(states: list[str]) -> str:
    """Say how a sentence stands to quotation marks: how it begins, and how it ends."""
    first, last = states[0][0], states[-1][0]
    start = "Q" if first == "(" else "i" if first in "IFL" else "q" if any(s[0] == "(" for s in states) else "-"
    return start + ("Q" if last in ")IL" else "-")


def observe(block: Block, around: Surroundings) -> Columns:
    """Make the columns of a block for `TEMPLATES`."""
    words = [*_EDGES, *block.words, *_EDGES]
    coarse = [*_EDGES, *around.coarse, *_EDGES]
    c, states = around.coarse, around.states
    left, right = around.left_cues, around.right_cues
    left_names = [cue and cue.word for cue in left]
    left_ways = [cue and cue[2:] for cue in left]
    left_marks = [mark for mark, _ in around.left_marks]
    right_marks = [mark for mark, _ in around.right_marks]
    return [
        words,
        list(pairwise(words)),
        list(zip(coarse[2:], coarse[4:-2], strict=False)),
        list(zip(coarse, coarse[1:], coarse[2:], strict=False)),
        list(zip(states, around.nested, c, strict=True)),
        list(zip(states, coarse[2:], strict=False)),
        list(zip(states, coarse[4:], strict=False)),
        list(zip(around.places, around.profiles, around.before, states, strict=True)),
        list(zip(around.profiles, map(bool, left), map(bool, right), c, strict=True)),
        list(zip(left, c, strict=True)),
        list(zip(right, c, strict=True)),
        list(zip(left_names, left_ways, [cue and (cue.word, cue.between) for cue in right], states, strict=True)),
        list(zip(around.left_marks, c, strict=True)),
        list(zip(around.right_marks, c, strict=True)),
        list(zip(around.left_marks, around.right_marks, strict=True)),
        list(zip(left_marks, right_marks, left_names, left_ways, strict=True)),
    ]
