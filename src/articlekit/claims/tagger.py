"""The sequence model: a linear-chain conditional random field (Lafferty, McCallum & Pereira 2001) over the tokens of a block.

Its weights are eight-bit integers under 22-bit hashes of the features' names: no word of the texts that it was trained on
can be read out of them. The weights of a feature for all labels are packed into one integer, sixteen bits a label, so that
adding two features adds them for every label at once.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Final, TypeAlias
from zlib import crc32

from attrs import field, frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from articlekit.claims.observations import Key, Observation, Template

HASH_BITS: Final = 22

_LANE_BITS: Final = 16
# Lifts every lane above zero before it is read; the sum of a token's weights stays far inside a lane.
_LIFT: Final = 1 << (_LANE_BITS - 1)
# Far below any score: a label that cannot stand here.
_NEVER: Final = -10_000_000
_MOST_REMEMBERED: Final = 20_000

Arcs: TypeAlias = tuple[tuple[tuple[int, int], ...], ...]
"""For each label, the labels that may stand before it, each with the weight of that step."""


def feature_hash(name: str) -> int:
    """Hash the name of a feature."""
    return crc32(name.encode()) & ((1 << HASH_BITS) - 1)


def pack(weights: Mapping[int, int]) -> int:
    """Pack weights, by the index of their label, into one integer."""
    return sum(weight << (_LANE_BITS * label) for label, weight in weights.items())


def may_follow(before: str, label: str) -> bool:
    """Say whether `label` can stand right after `before`: a span has a begin, insides and an end, or is a single token."""
    if before[0] in "BI":
        return label[0] in "IE" and label[1:] == before[1:]
    return label[0] in "OBS"


def arcs(labels: Sequence[str], transitions: Sequence[Sequence[int]]) -> Arcs:
    """Turn a table of transition weights (from, to) into the steps that are allowed."""
    return tuple(
        tuple((i, transitions[i][j]) for i, before in enumerate(labels) if may_follow(before, label))
        for j, label in enumerate(labels)
    )


@frozen(kw_only=True)
class Tagger:
    """A trained model. Its labels are ``O`` and, for each kind of span, ``B-``, ``I-``, ``E-`` and ``S-``."""

    labels: tuple[str, ...]
    arcs: Arcs
    #: Packed weights by feature hash.
    weights: Mapping[int, int]
    templates: tuple[Template, ...]
    # What the keys met so far sum up to, for each template. Two threads at worst work the same sum out twice.
    _sums: tuple[dict[Key, int], ...] = field(init=False, eq=False, repr=False)

    @_sums.default
    def _no_sums(self) -> tuple[dict[Key, int], ...]:
        return tuple({} for _ in self.templates)

    def tag(self, observations: Sequence[Observation]) -> list[str]:
        """Find the likeliest labels of the tokens of one block (Viterbi)."""
        if not observations:
            return []
        rows = self._emissions(observations)
        scores = [s if label[0] in "OBS" else s + _NEVER for label, s in zip(self.labels, next(rows), strict=True)]
        origins: list[list[int]] = []
        for row in rows:
            came_from: list[int] = []
            reached: list[int] = []
            for emission, steps in zip(row, self.arcs, strict=True):
                best, origin = _NEVER * 1000, 0
                for label, weight in steps:
                    score = scores[label] + weight
                    if score > best:
                        best, origin = score, label
                reached.append(best + emission)
                came_from.append(origin)
            origins.append(came_from)
            # Only differences matter: without this, long texts would add up past any bound.
            highest = max(reached)
            scores = [score - highest for score in reached]
        return self._path(scores, origins)

    def _path(self, scores: list[int], origins: list[list[int]]) -> list[str]:
        final = [s if label[0] in "OES" else s + _NEVER for label, s in zip(self.labels, scores, strict=True)]
        at = final.index(max(final))
        path = [at]
        for came_from in reversed(origins):
            at = came_from[at]
            path.append(at)
        return [self.labels[at] for at in reversed(path)]

    def _emissions(self, observations: Sequence[Observation]) -> Iterator[tuple[int, ...]]:
        """Yield what the features of each token say for each label."""
        count = len(self.labels)
        unpack = struct.Struct(f"<{count}H").unpack
        size = count * _LANE_BITS // 8
        lift = pack(dict.fromkeys(range(count), _LIFT))
        columns = tuple(zip(self._sums, self.templates, strict=True))
        for sums in self._sums:
            if len(sums) > _MOST_REMEMBERED:
                sums.clear()
        for observation in observations:
            total = lift
            for (sums, template), key in zip(columns, observation, strict=True):
                known = sums.get(key)
                if known is None:
                    known = sums[key] = self._sum(template(key))
                total += known
            yield unpack(total.to_bytes(size, "little"))

    def _sum(self, features: list[str]) -> int:
        weights = self.weights
        return sum(weights.get(feature_hash(feature), 0) for feature in features)
