"""The sequence model: a linear-chain conditional random field (Lafferty, McCallum & Pereira 2001) over tokens.

Its weights are eight-bit integers under 22-bit hashes of the features' names: no word of the texts that it was
trained on can be read out of them. The weights of a feature for all labels are packed into one integer, sixteen bits
a label, so that adding two features adds them for every label at once.
"""

from __future__ import annotations

import struct
from itertools import repeat
from operator import add, itemgetter
from typing import TYPE_CHECKING, Final, TypeAlias
from zlib import crc32

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from articlekit.claims.observations import Columns
    from articlekit.claims.templates import Key, Template

HASH_BITS: Final = 22

#: A feature tells of tokens up to three off.
FIRST_SHIFT: Final = -3
SHIFTS: Final = 7

_HASH_MASK: Final = (1 << HASH_BITS) - 1
_LANE_BITS: Final = 16
# Lifts every lane above zero before it is read; the sum of a token's weights stays far inside a lane.
_LIFT: Final = 1 << (_LANE_BITS - 1)
# Far below any score: a label that cannot stand here.
_NEVER: Final = -10_000_000
# A label this far behind the best one is not followed further.
_BEAM: Final = -200
_MOST_REMEMBERED: Final = 30_000

Arcs: TypeAlias = tuple[tuple[tuple[int, int], ...], ...]
"""For each label, the labels that may stand after it, each with the weight of that step."""


def feature_hash(name: str) -> int:
    """Hash the name of a feature."""
    return crc32(name.encode("utf-8", "surrogatepass")) & _HASH_MASK


def pack(weights: Mapping[int, int]) -> int:
    """Pack weights, by the index of their label, into one integer."""
    return sum(weight << (_LANE_BITS * label) for label, weight in weights.items())


def may_follow(before: str, label: str) -> bool:
    """Say whether `label` can stand right after `before`: a span is begin, insides and end, or a single token."""
    if before[0] in "BI":
        return label[0] in "IE" and label[1:] == before[1:]
    return label[0] in "OBS"


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
    #: By feature hash, packed weights for each shift from `FIRST_SHIFT` on: how far off their token is.
    weights: Mapping[int, Sequence[int]]
    templates: tuple[Template, ...]
    # What the keys met so far sum up to, for each template. Two threads at worst work the same sum out twice.
    _sums: tuple[_Sums, ...] = field(init=False, eq=False, repr=False)

    @_sums.default
    def _no_sums(self) -> tuple[_Sums, ...]:
        return tuple(_Sums(template, self.weights) for template in self.templates)

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
        count = len(self.labels)
        tokens = len(columns[-1])
        totals: Iterable[int] = repeat(pack(dict.fromkeys(range(count), _LIFT)), tokens)
        for template, sums, keys in zip(self.templates, self._sums, columns, strict=True):
            packed = list(map(sums.__getitem__, keys))
            for place, shift in enumerate(template.shifts):
                first = template.padding - shift
                totals = map(add, totals, map(itemgetter(place), packed[first : first + tokens]))
            if len(sums) > _MOST_REMEMBERED:
                sums.clear()
        unpack = struct.Struct(f"<{count}H").unpack
        size = count * _LANE_BITS // 8
        for total in totals:
            yield unpack(total.to_bytes(size, "little"))


class _Sums(dict["Key", "tuple[int, ...]"]):
    """The packed sums of the weights of a key's features, one for each shift, worked out when first asked for."""

    def __init__(self, template: Template, weights: Mapping[int, Sequence[int]]) -> None:
        super().__init__()
        self._spell = template.spell
        self._places = [shift - FIRST_SHIFT for shift in template.shifts]
        self._nothing = (0,) * len(template.shifts)
        self._row_of = weights.get

    def __missing__(self, key: Key) -> tuple[int, ...]:
        row_of = self._row_of
        rows = [row for name in self._spell(key) if (row := row_of(feature_hash(name)))]
        sums = tuple([sum([row[place] for row in rows]) for place in self._places]) if rows else self._nothing
        self[key] = sums
        return sums
