"""The sequence model: a linear-chain conditional random field (Lafferty, McCallum & Pereira 2001) over tokens.

Its weights are eight-bit integers under 22-bit hashes of the features' names: no word of the texts that it was
trained on can be read out of them. The weights of a feature, for all labels and for all tokens that it tells of, are
packed into one integer, sixteen bits a label, so that one addition adds them all: first those of the features that a
key stands for, then those of all keys of a block.
"""

from __future__ import annotations

import struct
from operator import add
from typing import TYPE_CHECKING, Final, TypeAlias
from zlib import crc32

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from articlekit.claims.attribution.observations import Columns
    from articlekit.claims.attribution.templates import Key, Template

HASH_BITS: Final = 22

#: A feature tells of tokens up to three off.
FIRST_SHIFT: Final = -3
SHIFTS: Final = 7

_HASH_MASK: Final = (1 << HASH_BITS) - 1
_LANE_BITS: Final = 16
# Lifts every lane of a key above zero. A key has no more than eight features, of weights up to 127, and no more than
# thirty keys tell of a token: the sums fit into a lane. That they are all lifted alike changes no comparison.
_LIFT: Final = 1 << 10
# How far before the first token of a block a key may tell of: three for where it stands, three for its shift.
_REACH: Final = 6
# Far below any score: a label that cannot stand here.
_NEVER: Final = -10_000_000
# A label this far behind the best one is not followed further.
_BEAM: Final = -200
_MOST_REMEMBERED: Final = 30_000

Run: TypeAlias = tuple[str, int, int]
"""A span that labels mark: its kind, its first token, one past its last."""

Arcs: TypeAlias = tuple[tuple[tuple[int, int], ...], ...]
"""For each label, the labels that may stand after it, each with the weight of that step."""


def feature_hash(name: str) -> int:
    """Hash the name of a feature."""
    try:
        return crc32(name.encode()) & _HASH_MASK
    except UnicodeEncodeError:  # half of a surrogate pair
        return crc32(name.encode("utf-8", "surrogatepass")) & _HASH_MASK


def pack(weights: Mapping[int, int], labels: int, shift: int) -> int:
    """Pack weights, by the index of their label, into one integer: those that a feature has `shift` tokens off."""
    first = labels * (shift - FIRST_SHIFT)
    return sum([weight << _LANE_BITS * (first + label) for label, weight in weights.items()])


def may_follow(before: str, label: str) -> bool:
    """Say whether `label` can stand right after `before`: a span is begin, insides and end, or a single token."""
    if before[0] in "BI":
        return label[0] in "IE" and label[1:] == before[1:]
    return label[0] in "OBS"


def runs_of(labels: Sequence[str]) -> list[Run]:
    """Read the spans off labels."""
    runs: list[Run] = []
    first = 0
    for index, label in enumerate(labels):
        if label[0] in "BS":
            first = index
        if label[0] in "ES":
            runs.append((label[2:], first, index + 1))
    return runs


def arcs(labels: Sequence[str], transitions: Sequence[Sequence[int]]) -> Arcs:
    """Turn a table of transition weights (from, to) into the steps that are allowed."""
    return tuple(
        tuple((j, weights[j]) for j, label in enumerate(labels) if may_follow(before, label))
        for before, weights in zip(labels, transitions, strict=True)
    )


@frozen(kw_only=True)
class Tagger:
    """A trained model. Its labels are ``O`` and, for each kind of span, ``B-``, ``I-``, ``E-`` and ``S-``."""

    labels: tuple[str, ...]
    arcs: Arcs
    #: By feature hash, packed weights: for each shift from `FIRST_SHIFT` on, side by side, those of all labels.
    weights: Mapping[int, int]
    templates: tuple[Template, ...]
    # What the keys met so far sum up to, for each template. Two threads at worst work the same sum out twice.
    _sums: tuple[_Sums, ...] = field(init=False, eq=False, repr=False)

    @_sums.default
    def _no_sums(self) -> tuple[_Sums, ...]:
        return tuple(_Sums(template, self.weights, len(self.labels)) for template in self.templates)

    def tag(self, columns: Columns) -> list[str]:
        """Find the likeliest labels of the tokens of one block (Viterbi, within a wide beam)."""
        rows = self._emissions(columns)
        scores = [s if label[0] in "OBS" else s + _NEVER for label, s in zip(self.labels, next(rows), strict=True)]
        never = [_NEVER * 2] * len(scores)
        origins: list[list[int]] = []
        for row in rows:
            # Only differences matter: without this, long texts would add up past any bound.
            highest = max(scores)
            reached, came_from = never[:], never[:]
            for label, score in enumerate(scores):
                if (ahead := score - highest) > _BEAM:
                    for following, weight in self.arcs[label]:
                        if ahead + weight > reached[following]:
                            reached[following] = ahead + weight
                            came_from[following] = label
            origins.append(came_from)
            scores = list(map(add, reached, row))
        return self._path(scores, origins)

    def _path(self, scores: list[int], origins: list[list[int]]) -> list[str]:
        final = [s if label[0] in "OES" else s + _NEVER for label, s in zip(self.labels, scores, strict=True)]
        at = final.index(max(final))
        path = [at]
        for came_from in reversed(origins):
            at = came_from[at]
            path.append(at)
        return [self.labels[at] for at in reversed(path)]

    def _emissions(self, columns: Columns) -> Iterator[tuple[int, ...]]:
        """Yield what the features of each token say for each label."""
        size = len(self.labels) * _LANE_BITS // 8
        total = 0
        for template, sums, keys in zip(self.templates, self._sums, columns, strict=True):
            windows = [sums[key] for key in keys]
            width = len(template.shifts)
            begin = _REACH - template.padding + min(template.shifts)
            # Windows that are `width` places apart begin each where the one before ends.
            for first in range(width):
                lanes = int.from_bytes(b"".join(windows[first::width]), "little")
                total += lanes << 8 * size * (begin + first)
            if len(sums) > _MOST_REMEMBERED:
                sums.clear()
        tokens = len(columns[-1])
        rows = memoryview(total.to_bytes((tokens + 2 * _REACH) * size, "little"))
        return struct.iter_unpack(f"<{len(self.labels)}H", rows[_REACH * size : (_REACH + tokens) * size])


class _Sums(dict["Key", bytes]):
    """The sums of the weights of a key's features, for each token that it tells of, worked out when first asked for."""

    def __init__(self, template: Template, weights: Mapping[int, int], labels: int) -> None:
        super().__init__()
        size = labels * _LANE_BITS // 8
        self._spell = template.spell
        self._weights_of = weights.get
        self._lifted = sum(_LIFT << _LANE_BITS * lane for lane in range(labels * SHIFTS))
        self._bytes = size * SHIFTS
        self._window = slice(
            *(size * (shift - FIRST_SHIFT) for shift in (min(template.shifts), max(template.shifts) + 1))
        )

    def __missing__(self, key: Key) -> bytes:
        lanes = self._lifted
        for name in self._spell(key):
            lanes += self._weights_of(feature_hash(name), 0)
        self[key] = window = lanes.to_bytes(self._bytes, "little")[self._window]
        return window
