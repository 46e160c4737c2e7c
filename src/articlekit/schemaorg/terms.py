"""The names of JSON-LD as they are usual, whatever context a block has for them (JSON-LD 1.1 §3.1, §4.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from articlekit.article import Json

_VOCABULARY: Final = re.compile(r"(?:https?://(?:www\.)?schema\.org/|schema:)(?=\w)")
_UNUSUAL: Final = re.compile(
    r'"(?:https?:(?:\\?/){2}(?:www\.)?schema\.org(?:\\?/)|schema:)\w+"\s*:'
    r'|"@(?:value|list|set)"\s*:|:\s*(?:\{\s*"@id"\s*:\s*)?"(?:@type|@id)"'
    r'|:\s*(?:\{\s*"@id"\s*:\s*)?"(?:https?:(?:\\?/){2}(?:www\.)?schema\.org(?:\\?/)|schema:)[a-z]'
)
_DEEPEST: Final = 1_024


def are_usual(text: str) -> bool:
    """Whether a block says all by the usual names, so that there is nothing to rename in it."""
    return _UNUSUAL.search(text) is None


def with_usual_names(block: Json) -> Json:
    """Give a block with schema.org's plain names: without prefixes, addresses, aliases and wrapped values.

    Args:
        block: Values as JSON has them, nested no deeper than 1,024 levels; they are not changed.

    Example:
        >>> with_usual_names([{"type": "schema:Article", "http://schema.org/name": [{"@value": "A"}],
        ...                    "@context": {"type": "@type"}}])[0]["name"]
        ['A']
    """
    aliases = _aliases(block)
    # The copy is made level by level, as its source may be nested deeper than Python's stack.
    holder: list[Json] = [block]
    places: list[tuple[list[Json] | dict[str, Json], int | str]] = [(holder, 0)]
    while places:
        inside, at = places.pop()
        value = _unwrapped(inside[at])  # type: ignore[index]
        if isinstance(value, dict):
            value = {_usual(name, aliases): said for name, said in value.items()}
            places.extend((value, name) for name in value if name != "@context")
        elif isinstance(value, list):
            value = [*value]
            places.extend((value, number) for number in range(len(value)))
        inside[at] = value  # type: ignore[index]
    return holder[0]


def _usual(name: str, aliases: Mapping[str, str]) -> str:
    return aliases.get(name) or _VOCABULARY.sub("", name, count=1)


def _unwrapped(value: Json) -> Json:
    """Give what a value object, a list or a set stands for (JSON-LD 1.1 §4.1.4, §4.3)."""
    for _ in range(_DEEPEST):
        if not isinstance(value, dict):
            break
        held = next((name for name in ("@value", "@list", "@set") if name in value), None)
        if held is None:
            break
        value = value[held]
    return value


def _aliases(block: Json) -> dict[str, str]:
    """Read from the contexts at the top which names stand for which."""
    found: dict[str, str] = {}
    for top in block if isinstance(block, list) else [block]:
        contexts = top.get("@context") if isinstance(top, dict) else None
        for context in contexts if isinstance(contexts, list) else [contexts]:
            for name, meaning in context.items() if isinstance(context, dict) else ():
                said = meaning.get("@id") if isinstance(meaning, dict) else meaning
                if isinstance(said, str) and (said in ("@type", "@id") or _VOCABULARY.match(said)):
                    found[name] = _VOCABULARY.sub("", said, count=1)
    return {name: usual for name, usual in found.items() if usual and not name.startswith("@")}
