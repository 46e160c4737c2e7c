"""Long lists are taken apart, so that memory holds their text and one post, and not all posts at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from json import JSONDecoder
from typing import Final

import orjson

from articlekit_wordpress.repair.texts import has_doubled, rendered_texts, slashes_stripped
from articlekit_wordpress.vocabulary import OF_A_POST, is_comment

LONG: Final = 4 * 2**20
"""A list of more characters is read item by item; read as a whole, posts take twenty times the memory of their text."""

_WHITE: Final = re.compile(r"[ \t\n\r]*+")


def parts(text: str) -> Iterator[tuple[str, str]]:
    """Give the items of a long list of sound posts, each with its place; of anything else the whole.

    Where an item is broken, or no post, or shows what must be judged by all posts together, the list is not taken
    apart.
    """
    items = _items(text) if len(text) > LONG else []
    for i, (start, end) in enumerate(items):
        yield f"$[{i}]", text[start:end]
    if not items:
        yield "$", text


def _items(text: str) -> list[tuple[int, int]]:
    """Say where the items of a list start and end; nothing unless all of them are sound posts."""
    items: list[tuple[int, int]] = []
    end = _after_white(text, 0)
    mark = "["
    # The standard library says where a value ends; whether it is sound is for whom reads it in the end to say.
    read = JSONDecoder().raw_decode
    try:
        while text[end] == mark:
            start = _after_white(text, end + 1)
            end = read(text, start)[1]
            if not _is_sound_post(text[start:end]):
                return []
            items.append((start, end))
            end = _after_white(text, end)
            mark = ","
    except (ValueError, IndexError, RecursionError):
        return []
    return items if text[end] == "]" and _after_white(text, end + 1) == len(text) else []


def _after_white(text: str, start: int) -> int:
    white = _WHITE.match(text, start)
    return white.end() if white else start


def _is_sound_post(item: str) -> bool:
    post = orjson.loads(item)
    return (
        isinstance(post, dict)
        and ("title" in post or "content" in post)
        and not is_comment(post)
        and len(OF_A_POST.intersection(post)) > 2
        and not slashes_stripped(item)
        and not has_doubled(rendered_texts(post))
    )
