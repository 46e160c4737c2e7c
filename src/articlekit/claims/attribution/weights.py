"""How the attribution model is stored: deflated columns of eight-bit weights under hashed feature names."""

from __future__ import annotations

import json
import zlib
from functools import cache
from importlib.resources import files
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from articlekit.claims.attribution.tagger import FIRST_SHIFT, Tagger, arcs, pack
from articlekit.claims.attribution.templates import SECOND_TEMPLATES, TEMPLATES, Template

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

TAGGER_FILE: Final = "attribution.weights"
SECOND_FILE: Final = "attribution_second.weights"
LINKS_FILE: Final = "attribution_links.weights"

# Weights are stored as bytes, and may be less than nothing.
_LIFT: Final = 128


Feature: TypeAlias = tuple[int, int]
"""The hash of a feature's name, and the shift that it is seen from."""


def dump(
    labels: Sequence[str], transitions: Sequence[Sequence[int]], weights: Mapping[Feature, Mapping[int, int]]
) -> bytes:
    """Write a model down: `weights` has, for each feature, a weight (-127 to 127) for the index of a label.

    The columns are a JSON head; the gaps between the sorted hashes, three bytes each, by significance; their shifts;
    how many labels each feature has weights for; these labels; their weights, lifted by 128. Each is deflated.
    """
    features = sorted(weights)
    hashes = [hashed for hashed, _ in features]
    gaps = [after - before for before, after in pairwise([0, *hashes])]
    rows = [sorted(weights[feature].items()) for feature in features]
    columns = [
        json.dumps({"labels": list(labels), "transitions": [list(row) for row in transitions]}).encode(),
        *(bytes(gap >> bits & 255 for gap in gaps) for bits in (0, 8, 16)),
        bytes(shift - FIRST_SHIFT for _, shift in features),
        bytes(len(row) for row in rows),
        bytes(label for row in rows for label, _ in row),
        bytes(weight + _LIFT for row in rows for _, weight in row),
    ]
    deflated = [deflate(column) for column in columns]
    return b"".join(len(column).to_bytes(4, "little") + column for column in deflated)


def deflate(column: bytes) -> bytes:
    """Compress a column: by repetitions and by how often bytes come, or by the latter alone where that is smaller."""
    found = []
    for strategy in (zlib.Z_DEFAULT_STRATEGY, zlib.Z_HUFFMAN_ONLY):
        compressor = zlib.compressobj(9, strategy=strategy)
        found.append(compressor.compress(column) + compressor.flush())
    return min(found, key=len)


def load_tagger(stored: bytes, templates: tuple[Template, ...]) -> Tagger:
    """Read what `dump` wrote of a tagger."""
    head, features = _load(stored)
    labels = tuple(head["labels"])
    weights: dict[int, int] = {}
    for (hashed, shift), row in features:
        weights[hashed] = weights.get(hashed, 0) + pack(row, len(labels), shift)
    return Tagger(labels=labels, arcs=arcs(labels, head["transitions"]), weights=weights, templates=templates)


def load_links(stored: bytes) -> dict[int, int]:
    """Read what `dump` wrote of a model with one label."""
    return {hashed: row[0] for (hashed, _), row in _load(stored)[1]}


def _load(stored: bytes) -> tuple[dict[str, Any], Iterator[tuple[Feature, dict[int, int]]]]:
    columns: list[bytes] = []
    at = 0
    while at < len(stored):
        size = int.from_bytes(stored[at : at + 4], "little")
        columns.append(zlib.decompress(stored[at + 4 : at + 4 + size]))
        at += 4 + size
    return json.loads(columns[0]), _features(*columns[1:])


def _features(*columns: bytes) -> Iterator[tuple[Feature, dict[int, int]]]:
    low, middle, high, shifts, counts, labels, weights = columns
    pairs = zip(labels, weights, strict=True)
    hashed = 0
    for one, two, three, shift, count in zip(low, middle, high, shifts, counts, strict=True):
        hashed += one | two << 8 | three << 16
        yield (hashed, shift + FIRST_SHIFT), {label: weight - _LIFT for label, weight in islice(pairs, count)}


@cache
def shipped_tagger() -> Tagger:
    """Load the sequence model of the first pass, once."""
    return load_tagger((files("articlekit.claims.attribution") / TAGGER_FILE).read_bytes(), TEMPLATES)


@cache
def shipped_second_tagger() -> Tagger:
    """Load the sequence model of the second pass, once."""
    return load_tagger((files("articlekit.claims.attribution") / SECOND_FILE).read_bytes(), SECOND_TEMPLATES)


@cache
def shipped_links() -> dict[int, int]:
    """Load the weights of the links that come with the library, once."""
    return load_links((files("articlekit.claims.attribution") / LINKS_FILE).read_bytes())
