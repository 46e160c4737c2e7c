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

DEEPEST: Final = 60
"""Nodes nested deeper are left out."""

# The bits of a text's format, from the lowest.
_FORMATS: Final = ("strong", "em", "del", "u", "code", "sub", "sup", "mark")
_BLOCKS: Final = {
    "paragraph": "p", "heading": "h2", "extended-heading": "h2", "quote": "blockquote", "extended-quote": "blockquote",
    "aside": "blockquote", "listitem": "li",
}  # fmt: skip


def lexical_html(text: str) -> str | None:
    """Write a document as HTML; None where it is no such document."""
    try:
        document = json.loads(text)
        root = document.get("root") if isinstance(document, dict) else None
        return "".join(_children(root, 0)) if isinstance(root, dict) else None
    except (ValueError, RecursionError):
        return None


def _children(node: dict[str, Json], depth: int) -> Iterator[str]:
    children = node.get("children")
    for child in children if isinstance(children, list) and depth < DEEPEST else ():
        if isinstance(child, dict):
            yield _node(child, depth + 1)


def _said(node: dict[str, Json], name: str) -> str:
    value = node.get(name)
    return value if isinstance(value, str) else ""


def _attribute(node: dict[str, Json], name: str) -> str:
    return encode(_said(node, name)).replace('"', "&quot;")


def _node(node: dict[str, Json], depth: int) -> str:
    inner = "".join(_children(node, depth))
    kind = _said(node, "type")
    match kind:
        case "text" | "extended-text":
            return _text(node)
        case "linebreak":
            return "<br>"
        case "link" | "autolink":
            return f'<a href="{_attribute(node, "url")}">{inner}</a>'
        case "list":
            start = node.get("start")
            numbered = node.get("listType") == "number" or node.get("tag") == "ol"
            return f'<ol start="{start}">{inner}</ol>' if numbered and isinstance(start, int) else f"<ul>{inner}</ul>"
        case _ if kind in _BLOCKS:
            tag = _said(node, "tag") if kind.endswith("heading") else ""
            tag = tag if tag in ("h1", "h2", "h3", "h4", "h5", "h6") else _BLOCKS[kind]
            return f"<{tag}>{inner}</{tag}>"
    return _card(node, kind) or inner


def _text(node: dict[str, Json]) -> str:
    written, bits = encode(_said(node, "text")), node.get("format")
    for bit, tag in enumerate(_FORMATS):
        if isinstance(bits, int) and bits >> bit & 1:
            written = f"<{tag}>{written}</{tag}>"
    return written


def _card(node: dict[str, Json], kind: str) -> str:
    """Write what is no text: Ghost calls them cards. Captions and the words of cards are HTML already."""
    caption = f"<figcaption>{_said(node, 'caption')}</figcaption>" if _said(node, "caption") else ""
    written = ""
    match kind:
        case "horizontalrule":
            written = "<hr>"
        case "image":
            shown = f'<img src="{_attribute(node, "src")}" alt="{_attribute(node, "alt")}">'
            written = f"<figure>{shown}{caption}</figure>"
        case "codeblock":
            language = _attribute(node, "language")
            written = f'<pre><code class="language-{language}">{encode(_said(node, "code"))}</code></pre>{caption}'
        case "html":
            written = _said(node, "html")
        case "embed":
            written = f"<figure>{_said(node, 'html')}{caption}</figure>"
        case "bookmark" if url := _attribute(node, "url"):
            metadata = node.get("metadata")
            title = _said(metadata, "title") if isinstance(metadata, dict) else ""
            written = f'<p><a href="{url}">{encode(title) or url}</a></p>'
        case "callout":
            written = f"<blockquote>{_said(node, 'calloutText')}</blockquote>"
        case "toggle":
            written = f"<p>{_said(node, 'heading')}</p>{_said(node, 'content')}"
        case "audio" | "video" | "file":
            title = encode(_said(node, "title") or _said(node, "fileTitle"))
            written = f'<p><a href="{_attribute(node, "src")}">{title or _attribute(node, "src")}</a></p>{caption}'
    return written
