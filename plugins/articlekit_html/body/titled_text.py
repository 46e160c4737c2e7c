"""Text that scripts hold beside a title: as HTML, or as blocks that say what they are, JSON objects with a type.

Contentful, Sanity, ProseMirror, Slate, Draft.js, Editor.js, Gutenberg and many sites of their own have it so. What they
call things differs, but the words in the names of their types and members are the same few.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from typing import Final

from articlekit.plugin import Json

_TYPES: Final = ("_type", "type", "nodeType", "name", "kind", "blockType", "__typename", "component")
_STYLES: Final = ("listItem", "style", "tag")
_HOLDING: Final = frozenset(
    ("attributes", "attrs", "body", "children", "content", "data", "fields", "html", "items", "leaves", "model",
     "nodes", "props", "spans", "text", "value")
)  # fmt: skip
"""Members in which the words of a block stand, or what does."""
_DEPTH: Final = 8
_FAR: Final = 4
"""So many objects and lists further in, what stands beside the title is of something else."""
_SEVERAL: Final = 2
_MOST: Final = 200_000
"""So many values are looked at, …"""
_ATTEMPTS: Final = 20
"""… of so many places where JSON may begin: to find out that it is none may take as long as the script is."""
_BEGINS: Final = re.compile(r"(?:\A|=)\s*+(?=[\[{])")
_MARKUP: Final = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_KINDS: Final = (
    ("li", re.compile(r"list-?item|^(?:bullet|number|li)$|(?:un)?ordered-list-item", re.IGNORECASE)),
    ("ol", re.compile(r"(?<!un)order(?:ed)?[-_]?list|number(?:ed)?[-_]?list|^ol(?:-list)?$", re.IGNORECASE)),
    ("ul", re.compile(r"list|^ul$", re.IGNORECASE)),
    ("blockquote", re.compile("quot", re.IGNORECASE)),
    ("pre", re.compile("code|^pre", re.IGNORECASE)),
    ("h", re.compile("head|^h[1-6]$|subtitle|crosshead", re.IGNORECASE)),
    ("p", re.compile("para|text|^p$|^block$|unstyled|normal|html|body", re.IGNORECASE)),
)
"""What blocks are by words in the names of their types, the most telling first."""
_LEVEL: Final = re.compile("[1-6]|one|two|three|four|five|six")
_NUMBERS: Final = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"}


def titled_text(source: str, title: str) -> str | None:
    """Give the longest text that a script holds as JSON beside a title, as HTML; None where there is none.

    Scripts hold the texts of other articles too: these stand beside other titles.
    """
    found = (text for value in _values(source) for text in _texts(value, title))
    return max(found, key=lambda html: len(_MARKUP.sub("", html)), default=None)


def _values(source: str) -> Iterator[Json]:
    """Give the JSON that is all of a script, or is assigned to something in it."""
    decoder = json.JSONDecoder(strict=False)
    at = 0
    for _ in range(_ATTEMPTS):
        begins = _BEGINS.search(source, at)
        if begins is None:
            return
        at = begins.end()
        try:
            value, at = decoder.raw_decode(source, at)
        except (ValueError, RecursionError):
            continue
        yield value


def _texts(value: Json, title: str) -> Iterator[str]:
    """Give HTML, text in lines, and lists of objects of which each says its type, as HTML, in what bears a title."""
    waiting = [(value, _FAR)]
    for _ in range(_MOST):
        if not waiting:
            return
        value, distance = waiting.pop()
        if isinstance(value, dict):
            distance = 0 if title in value.values() else distance + 1
            waiting.extend((one, distance) for one in value.values())
        elif isinstance(value, list):
            waiting.extend((one, distance + 1) for one in value)
            blocks = [one for one in value if isinstance(one, dict) and _kind(one)] if distance < _FAR else []
            if len(blocks) >= _SEVERAL and 2 * len(blocks) >= len(value):
                yield "".join(map(_written, blocks)).replace("</ul><ul>", "")
        elif isinstance(value, str) and distance < _FAR:
            if value.lstrip()[:1] == "<":
                yield value
            elif value.count("\n") >= _SEVERAL:
                yield "".join(f"<p>{escape(line)}</p>" for line in value.split("\n") if line.strip())


def _said(block: dict[str, Json], names: tuple[str, ...]) -> Iterator[str]:
    return (said for name in names if isinstance(said := block.get(name), str))


def _kind(block: dict[str, Json]) -> str | None:
    """Say which element a block is written as; None where its type is none of a text's."""
    names = [*_said(block, _STYLES), *list(_said(block, _TYPES))[:1]]
    return next((kind for name in names for kind, words in _KINDS if words.search(name)), None)


def _written(block: dict[str, Json]) -> str:
    kind = _kind(block)
    if kind in ("ul", "ol"):
        lists = (value for held in _objects(block) for value in _held(held) if isinstance(value, list))
        items = next(lists, [])
        inside = "".join(f"<li>{words}</li>" for item in items if (words := _words(item)))
    else:
        inside = _words(block)
    if not inside.strip():
        return ""
    if kind == "h":
        return f"<h{_level(block)}>{inside}</h{_level(block)}>"
    return f"<ul><li>{inside}</li></ul>" if kind == "li" else f"<{kind}>{inside}</{kind}>"


def _level(block: dict[str, Json]) -> str:
    said = [*_said(block, (*_STYLES, *_TYPES)), *(str(held.get("level", "")) for held in _objects(block))]
    level = next((found[0] for name in said if (found := _LEVEL.search(name))), "2")
    return _NUMBERS.get(level, level)


def _objects(block: dict[str, Json]) -> list[dict[str, Json]]:
    return [block, *(held for held in _held(block) if isinstance(held, dict))]


def _held(block: dict[str, Json]) -> Iterator[Json]:
    return (value for name, value in block.items() if name in _HOLDING)


def _words(value: Json, depth: int = 0) -> str:
    """Join the words in a value, in order; those with markup as they are."""
    if isinstance(value, str):
        return value if _MARKUP.search(value) else escape(value)
    if depth >= _DEPTH:
        return ""
    if isinstance(value, list):
        return "".join(_words(one, depth + 1) for one in value)
    return "".join(_words(one, depth + 1) for one in _held(value)) if isinstance(value, dict) else ""
