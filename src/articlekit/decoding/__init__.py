"""From bytes to text, after the WHATWG Encoding Standard where the bytes are what they say, and by evidence where not.

A byte order mark comes first, then NULs that only UTF-16 and UTF-32 have, then UTF-8 where it fits, then the declared
encoding, then what the letters look like; mojibake is undone last. `encodings` knows the bytes, `mojibake` the text.
"""

from __future__ import annotations

from articlekit.decoding.compression import (
    EXPANSION_FLOOR,
    EXPANSION_LIMIT,
    EXPANSION_RATIO,
    LONGEST_START,
    Expanded,
    expand,
    expand_start,
    is_packed,
)
from articlekit.decoding.encodings import Decoded, decode, given

__all__ = [
    "EXPANSION_FLOOR",
    "EXPANSION_LIMIT",
    "EXPANSION_RATIO",
    "LONGEST_START",
    "Decoded",
    "Expanded",
    "decode",
    "expand",
    "expand_start",
    "given",
    "is_packed",
]
