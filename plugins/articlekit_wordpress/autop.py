"""Paragraphs for text that was typed with blank lines between them.

So classic content is kept; WordPress makes HTML of it only when it shows it. Where the server has not done that
(``content.raw``, WordPress.com's edit context, exports) it is done here.
`wpautop`: https://developer.wordpress.org/reference/functions/wpautop/
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

_BLOCKS = (
    "address|article|aside|audio|blockquote|caption|center|col|colgroup|dd|details|dialog|div|dl|dt|fieldset|figcaption"
    "|figure|footer|form|h[1-6]|header|hgroup|hr|iframe|legend|li|main|menu|nav|noscript|object|ol|optgroup|option|p"
    "|section|select|summary|table|tbody|td|tfoot|th|thead|tr|ul|video"
)
_BORDER = re.compile(
    rf"<(?P<close>/?)(?P<block>(?ai:{_BLOCKS}))\b[^<>]*>|<!--\s*/?(?i:wp):(?P<comment>)"
    r"|<(?P<exact>(?ai:pre|script|style|textarea))\b"
)
# Possessive, so that a run of white space is read once.
_BLANK_LINE = re.compile(r"\n[^\S\n]*+\n\s*+")
_TAG = re.compile(r"(<[^<>]*>)")
_CUT_TAG = re.compile(r"<[a-zA-Z/!][^<>]*\Z")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
# Blocks whose bare text is made of paragraphs; any other is a place of its own kind. At the top there is none.
_HOLD_PARAGRAPHS = frozenset(
    {None, "article", "aside", "blockquote", "center", "details", "div", "form", "main", "section"}
)
_VOID = frozenset({"col", "hr"})


def add_paragraphs(html: str) -> str:
    r"""Give content that was typed its paragraphs; content that is HTML already stays as it is.

    Example:
        >>> add_paragraphs("One,\nstill one.\n\nTwo.\n<h2>Head</h2>\nThree.")
        '<p>One,<br />\nstill one.</p><p>Two.</p><h2>Head</h2><p>Three.</p>'
        >>> add_paragraphs("<div>Text\nof</div>\n\n<div>a page</div>")
        '<div>Text\nof</div>\n\n<div>a page</div>'
    """
    if "\n" not in html and "\r" not in html:
        return html
    typed = html.replace("\r\n", "\n").replace("\r", "\n")
    # A tag that the text ends inside stays its end, where it is seen for what it is: no paragraph may close it.
    cut = _CUT_TAG.search(typed)
    end = cut[0] if cut else ""
    pieces = list(_pieces(typed.removesuffix(end)))
    # Only a blank line within running text is one that somebody typed for a paragraph.
    if not any(parent in _HOLD_PARAGRAPHS and _BLANK_LINE.search(text.strip()) for parent, text, _ in pieces):
        return html
    made = ((_paragraphs(text) if parent in _HOLD_PARAGRAPHS else text) + border for parent, text, border in pieces)
    return "".join((*made, end))


def _pieces(html: str) -> Iterator[tuple[str | None, str, str]]:
    """Cut at the tags of blocks: the block around, the text up to the next border, and that border."""
    open_blocks: list[str] = []
    how_many: Counter[str] = Counter()
    start = 0
    while border := _BORDER.search(html, start):
        parent = open_blocks[-1] if open_blocks else None
        end = _end(html, border)
        yield parent, html[start : border.start()], html[border.start() : end]
        start = end
        if not border["block"]:
            continue
        block = border["block"].lower()
        if not border["close"]:
            if block not in _VOID:
                open_blocks.append(block)
                how_many[block] += 1
        elif how_many[block]:
            while (closed := open_blocks.pop()) != block:
                how_many[closed] -= 1
            how_many[block] -= 1
    yield (open_blocks[-1] if open_blocks else None), html[start:], ""


def _end(html: str, border: re.Match[str]) -> int:
    """Find where a border ends: a comment, or a block whose white space is its own, is passed over whole."""
    if border["block"]:
        return border.end()
    closing = "-->" if border["comment"] is not None else f"(?ai:</{border['exact'].lower()}>)"
    end = re.compile(closing).search(html, border.end())
    return end.end() if end else len(html)


def _paragraphs(text: str) -> str:
    chunks = (chunk for chunk in _BLANK_LINE.split(text.strip()) if chunk)
    return "".join(f"<p>{_broken(chunk)}</p>" for chunk in chunks)


def _broken(chunk: str) -> str:
    """Put a break at each line's end, but not inside a tag, nor after a break."""
    if "\n" not in chunk:
        return chunk
    parts = _TAG.split(chunk)
    for i in range(0, len(parts), 2):
        after_break = i > 0 and _BREAK.fullmatch(parts[i - 1])
        head, line_end, rest = parts[i].partition("\n")
        if after_break and line_end and not head.strip():
            parts[i] = "\n" + rest.replace("\n", "<br />\n")
        else:
            parts[i] = parts[i].replace("\n", "<br />\n")
    return "".join(parts)
