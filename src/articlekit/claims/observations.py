"""What the attribution model sees of each token: its word, its neighbours, its place among quotation marks and cue words.

An observation is a tuple of keys, one for each of `TEMPLATES`; a template spells its key out as named features. The tagger
remembers the sum of a key's weights, so a key that was met before costs one look-up, however many features it stands for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from articlekit.claims import context
from articlekit.claims.words import look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from articlekit.claims.tokens import Block

Key: TypeAlias = Any
"""A word, or a tuple of strings and numbers: hashable."""
Observation: TypeAlias = tuple[Key, ...]
Template: TypeAlias = "Callable[[Key], list[str]]"

# Stands where the block has no word; "^" is never a word of two characters.
_EDGE: Final = "^^"
_EDGES: Final = [_EDGE] * 3


def observe(blocks: Iterable[Block]) -> Iterator[list[Observation]]:
    """Yield the observations of each block, one for each token."""
    before = "^"
    for block in blocks:
        observations, before = _observe_block(block, before)
        yield observations


def _observe_block(block: Block, before: str) -> tuple[list[Observation], str]:
    looks = [look(word) for word in block.words]
    states, nested = context.quote_states(block)
    padded = [*_EDGES, *block.words, *_EDGES]
    coarse = [*_EDGES, *(word.coarse for word in looks), *_EDGES]
    observations: list[Observation] = []
    for first, end in zip(block.sentences, block.sentences[1:], strict=False):
        if first >= end:
            continue
        speech = min(3, sum(word.cue.startswith("speak") or word.form == "according" for word in looks[first:end]))
        others = sum(bool(word.cue) for word in looks[first:end]) > speech
        profile = _profile(states[first:end]) + str(speech) + ("c" if others else "")
        rows = zip(
            range(first, end),
            context.cues_on_the_left(looks, first, end),
            context.cues_on_the_right(looks, first, end),
            context.marks_on_the_left(block.words, first, end),
            context.marks_on_the_right(block.words, first, end),
            strict=True,
        )
        for index, left, right, mark_left, mark_right in rows:
            state, place = states[index], index + 3
            c = coarse[place]
            lefts = left and left[2:]
            observations.append(
                (
                    *_neighbours(padded, coarse, place),
                    (state, nested[index]), (state, c), (state, coarse[place - 1]), (state, coarse[place + 1]),
                    (index == first, index == end - 1, min(index - first, 3), min(end - 1 - index, 3)),
                    (profile, before), (profile, state[0], min(index - first, 2)), (profile, bool(left), bool(right), c),
                    left, left and (left[0], *left[2:]), left and (left[0], left[1], c), (lefts, c),
                    right and (right[0], right[1], right[3]), right and (right[0], right[3]),
                    right and (right[0], right[1], c), (left and left[0], right and right[0]),
                    (lefts, right and right[3], state),
                    (*mark_left, c), (*mark_right, c), (*mark_left, *mark_right),
                    (mark_left[0], mark_right[0], left and left[0], lefts),
                )
            )  # fmt: skip
        before = {")": "q", "I": "i", "F": "i"}.get(states[end - 1][0], "-") + str(speech)
    return observations, before


def _profile(states: list[str]) -> str:
    """Say how a sentence stands to quotation marks: how it begins, and how it ends."""
    first, last = states[0][0], states[-1][0]
    start = "Q" if first == "(" else "i" if first in "IFL" else "q" if any(s[0] == "(" for s in states) else "-"
    return start + ("Q" if last in ")IL" else "-")


def _neighbours(words: list[str], coarse: list[str], at: int) -> Observation:
    before, word, after = words[at - 1], words[at], words[at + 1]
    return (
        word, before, after, words[at - 2], words[at + 2], words[at - 3], words[at + 3],
        (before, word), (word, after), (before, after), (words[at - 2], before), (after, words[at + 2]),
        tuple(coarse[at - 1 : at + 2]), tuple(coarse[at - 2 : at + 1]), tuple(coarse[at : at + 3]),
    )  # fmt: skip


def _spell_word(word: str) -> list[str]:
    form, shape, _, coarse = look(word)
    return [f"w={form}", f"s3={form[-3:]}", f"s2={form[-2:]}", f"p4={form[:4]}", f"sh={shape}", f"co={coarse}"]


def _near(name: str) -> Template:
    def spell(word: str) -> list[str]:
        form, shape, _, coarse = look(word)
        return [f"{name}w={form}", f"{name}s3={form[-3:]}", f"{name}sh={shape}", f"{name}co={coarse}"]

    return spell


def _far(name: str) -> Template:
    def spell(word: str) -> list[str]:
        looked = look(word)
        return [f"{name}w={looked.form}", f"{name}co={looked.coarse}"]

    return spell


def _pair(name: str) -> Template:
    def spell(pair: tuple[str, str]) -> list[str]:
        one, two = look(pair[0]), look(pair[1])
        return [
            f"{name}ww={one.form}|{two.form}",
            f"{name}cc={one.coarse}|{two.coarse}",
            f"{name}wc={one.form}|{two.coarse}",
            f"{name}cw={one.coarse}|{two.form}",
        ]

    return spell


def _coarse_pair(name: str) -> Template:
    def spell(pair: tuple[str, str]) -> list[str]:
        return [f"{name}cc={look(pair[0]).coarse}|{look(pair[1]).coarse}"]

    return spell


def _values(name: str) -> Template:
    def spell(values: tuple[object, ...] | None) -> list[str]:
        return [] if values is None else [f"{name}={'|'.join(map(str, values))}"]

    return spell


#: One for each key of an observation, in order. The weights know features by these names.
TEMPLATES: Final[tuple[Template, ...]] = (
    _spell_word,
    *(_near(name) for name in ("-1", "+1")),
    *(_far(name) for name in ("-2", "+2", "-3", "+3")),
    *(_pair(name) for name in ("-", "+")),
    *(_coarse_pair(name) for name in ("-+", "--", "++")),
    *(_values(name) for name in (
        "m3", "l3", "r3",
        "q", "qc", "qc-", "qc+", "pos", "pr", "pr2", "pr3",
        "lf", "lf2", "lf3", "lf4", "rt", "rt2", "rt3", "lr", "lrq",
        "lp", "rp", "lrp", "lrc",
    )),
)  # fmt: skip
