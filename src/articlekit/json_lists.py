"""Lists in JSON, and lists of them: answers that were gathered page by page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articlekit.article import Json

_DEEPEST: Final = 8
"""Pages of pages nest no deeper. Each step makes the place of all that stands in it longer."""


def each_in(value: Json, place: str = "$", *, deepest: int = _DEEPEST) -> Iterator[tuple[str, Json]]:
    """Give what stands in a list and in the lists in it, each with its JSONPath; what is no list, alone.

    Args:
        value: A list, or anything else.
        place: Where it stands.
        deepest: So many lists are gone into, one in the other; what nests deeper is given as it is.

    Example:
        >>> [*each_in([1, [2, {"a": []}]])]
        [('$[0]', 1), ('$[1][0]', 2), ('$[1][1]', {'a': []})]
    """
    if isinstance(value, list) and deepest:
        for number, each in enumerate(value):
            yield from each_in(each, f"{place}[{number}]", deepest=deepest - 1)
    else:
        yield place, value
