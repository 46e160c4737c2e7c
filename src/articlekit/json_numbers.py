"""Numbers that JSON knows and Python does not: they stay the text of their digits.

JSON's numbers have any size, but `int` reads no more than 4,300 digits, `float` none that is not finite, and orjson
rounds integers of more than 64 bits.

Example:
    >>> import json
    >>> json.JSONDecoder(parse_int=read_integer, parse_float=read_decimal).decode("[1, 2.5, 1e999]")
    [1, 2.5, '1e999']
"""

from __future__ import annotations

import json
from math import isfinite
from typing import Final

from articlekit.article import Json

_EXACT: Final = 2.0**63
"""From here on what orjson gives as a float may be an integer that it has rounded."""


def read_integer(digits: str) -> int | str:
    """Read one of no more digits than `int` does."""
    try:
        return int(digits)
    except ValueError:
        return digits


def read_decimal(digits: str) -> float | str:
    """Read one that is finite as a `float` too."""
    value = float(digits)
    return value if isfinite(value) else digits


_DECODER: Final = json.JSONDecoder(parse_int=read_integer, parse_float=read_decimal)


def exact(value: Json, text: str) -> Json:
    """Give what orjson has read of a text with all digits of its integers.

    Example:
        >>> import orjson
        >>> exact(orjson.loads("[123456789012345678901]"), "[123456789012345678901]")
        [123456789012345678901]
    """
    stack = [value]
    while stack:
        inner = stack.pop()
        if isinstance(inner, dict):
            stack.extend(inner.values())
        elif isinstance(inner, list):
            stack.extend(inner)
        elif isinstance(inner, float) and abs(inner) >= _EXACT:
            return _read_again(value, text)
    return value


def _read_again(value: Json, text: str) -> Json:
    try:
        again: Json = _DECODER.decode(text)
    except (ValueError, RecursionError):
        # It nests nearly as deep as orjson reads.
        return value
    return again
