"""Lexical, the form in which Ghost's editor keeps a post, as HTML.

A tree of nodes in JSON; see https://docs.ghost.org/admin-api/posts/creating-a-post and, for what each node is,
https://lexical.dev/docs/concepts/nodes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from articlekit.entities import encode
from articlekit.plugin import Json
from articlekit_ghost.answers import objects
from articlekit_ghost.cards import Written, attribute, card_html, said

DEEPEST: Final = 60
"""Of nodes nested deeper the texts alone are read."""

_TEXTS: Final = frozenset(("text", "extended-text"))
# The bits of a text's format, from the lowest.
_FORMATS: Final = ("strong", "em", "del", "u", "code", "sub", "sup", "mark")
_BLOCKS: Final = {
    "paragraph": "p", "heading": "h2", "extended-heading": "h2", "quote": "blockquote", "extended-quote": "blockquote",
    "aside": "blockquote", "listitem": "li",
}  # fmt: skip


def lexical_html(text: str) -> Written | None:
    """Write a document as HTML; None where it is no such document."""
    left_out: dict[str, None] = {}
    try:
        document = json.loads(text)
        root = document.get("root") if isinstance(document, dict) else None
        if not isinstance(root, dict):
            return None
        return Written(html="".join(_children(root, 0, left_out)), left_out=tuple(left_out))
    except (ValueError, RecursionError):
        return None


def _children(node: dict[str, Json], depth: int, left_out: dict[str, None]) -> Iterator[str]:
    if depth < DEEPEST:
        for child in objects(node.get("children")):
            yield _node(child, depth + 1, left_out)
    else:
        yield from _texts(node)


def _texts(node: dict[str, Json]) -> Iterator[str]:
    # A stack instead of recursion: this is what nests deep.
    stack = [*objects(node.get("children"))][::-1]
    while stack:
        inner = stack.pop()
        yield _text(inner) if said(inner, "type") in _TEXTS else " "
        stack += [*objects(inner.get("children"))][::-1]


def _node(node: dict[str, Json], depth: int, left_out: dict[str, None]) -> str:  # noqa: PLR0911  one for each kind
    inner = "".join(_children(node, depth, left_out))
    kind = said(node, "type")
    match kind:
        case _ if kind in _TEXTS:
            return _text(node)
        case "linebreak":
            return "<br>"
        case "tab":
            return " "
        case "link" | "autolink":
            return f'<a href="{attribute(node, "url")}">{inner}</a>'
        case "list":
            start = node.get("start")
            numbered = node.get("listType") == "number" or node.get("tag") == "ol"
            return f'<ol start="{start}">{inner}</ol>' if numbered and isinstance(start, int) else f"<ul>{inner}</ul>"
        case _ if kind in _BLOCKS:
            tag = said(node, "tag") if kind.endswith("heading") else ""
            tag = tag if tag in ("h1", "h2", "h3", "h4", "h5", "h6") else _BLOCKS[kind]
            return f"<{tag}>{inner}</{tag}>"
    written = card_html(kind, node)
    if written is None and not inner:
        left_out[kind] = None
    return written or inner


def _text(node: dict[str, Json]) -> str:
    written, bits = encode(said(node, "text")), node.get("format")
    for bit, tag in enumerate(_FORMATS):
        if isinstance(bits, int) and bits >> bit & 1:
            written = f"<{tag}>{written}</{tag}>"
    return written
