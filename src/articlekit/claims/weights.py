"""How the attribution model is stored: deflated columns of eight-bit weights under hashed feature names."""

from __future__ import annotations

import json
import zlib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from articlekit.claims.tagger import Tagger, arcs, pack
from articlekit.claims.templates import SECOND_TEMPLATES, TEMPLATES, Template

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TAGGER_FILE: Final = "attribution.weights"
SECOND_FILE: Final = "attribution_second.weights"
LINKS_FILE: Final = "attribution_links.weights"


def dump(
    labels: Sequence[str], transitions: Sequence[Sequence[int]], weights: Mapping[int, Mapping[int, int]]
) -> bytes:
    """Write a model down: `weights` has, for each feature hash, a weight (-127 to 127) for the index of a label.

    The columns are a JSON head; the gaps between the sorted hashes, three bytes each, by significance; how many labels
    each feature has weights for; these labels; their weights, lifted by 128. Each is deflated by itself.
    """
    hashes = sorted(weights)
    gaps = [after - before for before, after in zip([0, *hashes], hashes, strict=False)]
    rows = [sorted(weights[each].items()) for each in hashes]
    head = {"labels": list(labels), "transitions": [list(row) for row in transitions], "features": len(hashes)}
    columns = [
        json.dumps(head).encode(),
        *(bytes(gap >> shift & 255 for gap in gaps) for shift in (0, 8, 16)),
        bytes(len(row) for row in rows),
        bytes(label for row in rows for label, _ in row),
        bytes(weight + 128 for row in rows for _, weight in row),
    ]
    deflated = [zlib.compress(column, 9) for column in columns]
    return b"".join(len(column).to_bytes(4, "little") + column for column in deflated)


def load_tagger(stored: bytes, templates: tuple[Template, ...]) -> Tagger:
    """Read what `dump` wrote of a tagger."""
    described, weights = _load(stored)
    names = tuple(described["labels"])
    packed = {hashed: pack(row) for hashed, row in weights.items()}
    return Tagger(labels=names, arcs=arcs(names, described["transitions"]), weights=packed, templates=templates)


def load_links(stored: bytes) -> dict[int, int]:
    """Read what `dump` wrote of a model with one label."""
    return {hashed: row[0] for hashed, row in _load(stored)[1].items()}


def _load(stored: bytes) -> tuple[dict[str, Any], dict[int, dict[int, int]]]:
    columns: list[bytes] = []
    at = 0
    while at < len(stored):
        size = int.from_bytes(stored[at : at + 4], "little")
        columns.append(zlib.decompress(stored[at + 4 : at + 4 + size]))
        at += 4 + size
    head, low, middle, high, counts, labels, values = columns
    described: dict[str, Any] = json.loads(head)
    weights: dict[int, dict[int, int]] = {}
    at, hashed = 0, 0
    for index, count in enumerate(counts):
        hashed += low[index] | middle[index] << 8 | high[index] << 16
        weights[hashed] = {labels[i]: values[i] - 128 for i in range(at, at + count)}
        at += count
    return described, weights


@cache
def shipped_tagger() -> Tagger:
    """Load the sequence model of the first pass, once."""
    return load_tagger((files("articlekit.claims") / TAGGER_FILE).read_bytes(), TEMPLATES)


@cache
def shipped_second_tagger() -> Tagger:
    """Load the sequence model of the second pass, once."""
    return load_tagger((files("articlekit.claims") / SECOND_FILE).read_bytes(), SECOND_TEMPLATES)


@cache
def shipped_links() -> dict[int, int]:
    """Load the weights of the links that come with the library, once."""
    return load_links((files("articlekit.claims") / LINKS_FILE).read_bytes())
