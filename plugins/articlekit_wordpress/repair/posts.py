"""Finds the posts of an answer that is still to be looked over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from articlekit_wordpress.values import DEEPEST, Object, step
from articlekit_wordpress.vocabulary import OF_A_POST

if TYPE_CHECKING:
    from articlekit.plugin import Json


def posts_in(value: Json) -> Iterator[tuple[str, Object]]:
    """Yield the posts of an answer with their places, in their order.

    A place is a JSONPath (RFC 9535): ``$`` for an answer of one post, ``$[3]`` in a list, ``$.posts[0]``.
    """
    waiting: list[tuple[str, Json, int]] = [("$", value, 0)]
    while waiting:
        place, value, depth = waiting.pop()
        if isinstance(value, list) and depth < DEEPEST:
            waiting += [(f"{place}[{i}]", value[i], depth + 1) for i in reversed(range(len(value)))]
        elif isinstance(value, dict):
            if len(OF_A_POST.intersection(value)) > 2 or "title" in value or "content" in value:
                yield place, value
            elif depth < DEEPEST:
                named = reversed(value.items())
                waiting += [(place + step(name), inner, depth + 1) for name, inner in named]
