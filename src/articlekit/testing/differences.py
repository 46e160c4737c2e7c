"""Where two values differ: the first place, as deep inside them as both are of a kind."""

from __future__ import annotations

from attrs import fields, has


def differ(one: object, other: object) -> bool:
    """Whether two values differ, in type too, or in the offset of a date."""
    return one != other or str(one) != str(other)


def difference(expected: object, found: object, place: str) -> str:
    """Say where a value is not as expected: ``Article.body[0].level is 2, where 3 belongs``."""
    if type(expected) is type(found):
        for step, one, other in _parts(expected, found):
            if differ(one, other):
                return difference(one, other, place + step)
    if isinstance(expected, tuple) and isinstance(found, tuple) and len(expected) != len(found):
        least = min(len(expected), len(found))
        if least < len(expected):
            return f"{place}[{least}] is missing: {expected[least]!r}"
        return f"{place}[{least}] is too much: {found[least]!r}"
    return f"{place} is {found!r}, where {expected!r} belongs"


def _parts(expected: object, found: object) -> list[tuple[str, object, object]]:
    if isinstance(expected, tuple) and isinstance(found, tuple):
        pairs = zip(expected, found, strict=False)
        return [(f"[{index}]", one, other) for index, (one, other) in enumerate(pairs)]
    if has(kind := type(expected)):
        names = (field.name for field in fields(kind))
        return [(f".{name}", getattr(expected, name), getattr(found, name)) for name in names]
    return []
