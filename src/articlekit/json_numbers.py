"""Numbers that JSON knows and Python does not: they stay the text of their digits.

JSON's numbers have any size, but `int` reads no more than 4,300 digits, and `float` none that is not finite.

Example:
    >>> import json
    >>> json.JSONDecoder(parse_int=read_integer, parse_float=read_decimal).decode("[1, 2.5, 1e999]")
    [1, 2.5, '1e999']
"""

from __future__ import annotations

from math import isfinite


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
