"""Members of JSON that have the name of another: RFC 8259 §4 leaves open which counts, and readers keep the last."""

from __future__ import annotations

import json
from typing import Final

import orjson

from articlekit.article import Json
from articlekit.diagnostic import Diagnostic
from articlekit.json_numbers import read_decimal, read_integer

_MOST_NAMED: Final = 5


def replaced_members(value: Json, text: str) -> tuple[Diagnostic, ...]:
    """Say which members of sound JSON are not in what was read of it, as others of their names say something else.

    Args:
        value: What was read of the text, the last member of each name.
        text: The JSON.

    Example:
        >>> [note.message for note in replaced_members({"a": 2}, '{"a": 1, "a": 2}')]
        ["of several members of one name the last was read: 'a'"]
    """
    # Each member has a colon, and those in strings stand in both: where as many were written, no member was replaced.
    if text.count(":") == _written(value).count(b":") or not (names := _replaced(text)):
        return ()
    shown = ", ".join(f"{name!r:.40}" for name in names[:_MOST_NAMED]) + ", …" * (len(names) > _MOST_NAMED)
    message = f"of several members of one name the last was read: {shown}"
    return (Diagnostic(code="json.names-repeated", message=message),)


def _written(value: Json) -> bytes:
    try:
        return orjson.dumps(value)
    except TypeError:
        # It holds an integer that others do not know, or nests nearly as deep as orjson reads.
        return b""


def _replaced(text: str) -> list[str]:
    names: dict[str, None] = {}

    def note(members: list[tuple[str, Json]]) -> dict[str, Json]:
        last = dict(members)
        if len(last) < len(members):
            names.update((name, None) for name, value in members if value != last[name])
        return last

    try:
        json.JSONDecoder(object_pairs_hook=note, parse_int=read_integer, parse_float=read_decimal).decode(text)
    except (ValueError, RecursionError):
        # It nests nearly as deep as orjson reads.
        return []
    return [*names]
