"""The shapes that WordPress, being PHP, gives to values: texts that are HTML, lists that are objects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from articlekit.entities import decode
from articlekit.markup import plain_text
from articlekit.markup.elements import WHITE_SPACE
from articlekit.plugin import Json

Object: TypeAlias = dict[str, Json]

DEEPEST: Final = 8
"""Posts are looked for so many levels down: in an envelope, or in what a recording of a server wraps round them."""


def step(name: str) -> str:
    """Give the step of a JSONPath (RFC 9535) to a member; in lists that are objects the names are numbers."""
    return f"[{name}]" if name.isdecimal() else f".{name}"


def string(value: Json) -> str | None:
    """Give a text that may hold character references or tags as plain text; None for anything else or nothing."""
    if not isinstance(value, str):
        return None
    if "<" in value or "\n" in value:
        return plain_text(value) or None
    return (decode(value) if "&" in value else value).strip(WHITE_SPACE) or None


def address(value: Json) -> str | None:
    """Give an address as it is written, or None."""
    return value if isinstance(value, str) and value else None


def rendered(value: Json) -> str | None:
    """Give the HTML of a field such as ``title``: ``{"rendered": …}`` in version 2, a bare string before."""
    if isinstance(value, dict):
        value = value.get("rendered")
    return value if isinstance(value, str) else None


def raw(value: Json) -> str | None:
    """Give what the author typed, which only ``context=edit`` shows."""
    said = value.get("raw") if isinstance(value, dict) else None
    return said if isinstance(said, str) else None


def members(value: Json) -> Iterable[Json]:
    """Give the members of a list, which PHP writes as an object with number keys where it has gaps."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and value and all(key.isdecimal() for key in value):
        return value.values()
    return ()


def counted(names: Mapping[str, int]) -> str:
    """List what a diagnostic speaks of: ``[box] ×2, [row]``."""
    return ", ".join(name + f" ×{count}" * (count > 1) for name, count in names.items())
