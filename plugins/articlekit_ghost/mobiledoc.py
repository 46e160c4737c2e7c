"""Mobiledoc, the form in which the editor of Ghost 1 to 4 kept a post, as HTML.

Sections in JSON, which name what marks them by its number in lists beside them. Version 0.3:
https://github.com/bustle/mobiledoc-kit/blob/main/MOBILEDOC.md
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from attrs import Factory, frozen

from articlekit.entities import encode
from articlekit.plugin import Json
from articlekit_ghost.cards import Written, card_html

_MARKUP_SECTION, _IMAGE_SECTION, _LIST_SECTION, _CARD_SECTION = 1, 2, 3, 10
_ATOM: Final = 1
_SECTIONS: Final = {
    **{name: name for name in ("aside", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "p")},
    "pull-quote": "blockquote",
}
_MARKUPS: Final = frozenset(("a", "b", "code", "em", "i", "s", "strong", "sub", "sup", "u"))


def mobiledoc_html(text: str) -> Written | None:
    """Write a document as HTML; None where it is no such document."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict) or not isinstance(document.get("sections"), list):
        return None
    markups, atoms, cards = (_list(document.get(name)) for name in ("markups", "atoms", "cards"))
    mobiledoc = _Mobiledoc(markups=markups, atoms=atoms, cards=cards)
    html = "".join(mobiledoc.section(_list(section)) for section in document["sections"])
    return Written(html=html, left_out=tuple(mobiledoc.left_out))


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _string(value: Json) -> str:
    return value if isinstance(value, str) else ""


def _at(values: list[Json], number: Json) -> list[Json]:
    """Give what is named by its number; empty where there is no such thing."""
    return _list(values[number]) if isinstance(number, int) and 0 <= number < len(values) else []


@frozen(kw_only=True)
class _Mobiledoc:
    """What sections name by number."""

    markups: list[Json]
    atoms: list[Json]
    cards: list[Json]
    left_out: dict[str, None] = Factory(dict)

    def section(self, section: list[Json]) -> str:
        match section:
            case [int(kind), str(name), list(markers), *_] if kind == _MARKUP_SECTION:
                tag = _SECTIONS.get(name, "p")
                return f"<{tag}>{''.join(self.markers(markers))}</{tag}>"
            case [int(kind), str(source), *_] if kind == _IMAGE_SECTION:
                return card_html("image", {"src": source}) or ""
            case [int(kind), str(name), list(items), *_] if kind == _LIST_SECTION:
                tag = "ol" if name == "ol" else "ul"
                lines = ("".join(self.markers(_list(item))) for item in items)
                return f"<{tag}>{''.join(f'<li>{line}</li>' for line in lines)}</{tag}>"
            case [int(kind), int(number), *_] if kind == _CARD_SECTION:
                return self.card(_at(self.cards, number))
        return ""

    def markers(self, markers: list[Json]) -> Iterator[str]:
        """Write texts with the marks that they open and close."""
        opened: list[str] = []
        for marker in markers:
            match marker:
                case [int(kind), list(opening), int(closed), value, *_]:
                    for number in opening:
                        tag, start = _start(_at(self.markups, number))
                        opened.append(tag)
                        yield start
                    yield self.atom(_at(self.atoms, value)) if kind == _ATOM else encode(_string(value))
                    for _ in range(min(closed, len(opened))):
                        yield _end(opened.pop())
        yield from map(_end, reversed(opened))

    def atom(self, atom: list[Json]) -> str:
        match atom:
            case ["soft-return", *_]:
                return "<br>"
            case [_, str(text), *_]:
                return encode(text)
        return ""

    def card(self, card: list[Json]) -> str:
        match card:
            case [str(kind), dict(payload), *_]:
                written = card_html(kind, payload)
                if written is None:
                    self.left_out[kind] = None
                return written or ""
            case ["hr", *_]:
                return "<hr>"
        return ""


def _start(markup: list[Json]) -> tuple[str, str]:
    """Give the tag of a markup, and how it begins; no tag where it says nothing."""
    match markup:
        case ["a", list(attributes), *_]:
            values = dict(zip(map(_string, attributes[::2]), map(_string, attributes[1::2]), strict=False))
            return "a", f'<a href="{encode(values.get("href", "")).replace(chr(34), "&quot;")}">'
        case [str(tag), *_] if tag in _MARKUPS:
            return tag, f"<{tag}>"
    return "", ""


def _end(tag: str) -> str:
    return f"</{tag}>" if tag else ""
