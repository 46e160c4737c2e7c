"""Text and its marks as HTML, safe in a browser."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from articlekit.blocks import Mark, MarkKind
from articlekit.markup.marks import canonical_marks
from articlekit.markup.mathml import read_mathml
from articlekit.markup.safety import is_safe_link
from articlekit.markup.tokens import REPLACEMENT

_TAGS: Final[dict[MarkKind, str]] = {
    "abbreviation": "abbr",
    "cite": "cite",
    "code": "code",
    "deleted": "del",
    "emphasis": "em",
    "highlight": "mark",
    "inserted": "ins",
    "keyboard": "kbd",
    "link": "a",
    "math": "span",
    "note": "a",
    "quotation": "q",
    "small": "small",
    "strong": "strong",
    "sub": "sub",
    "sup": "sup",
    "underline": "u",
}


def write_inline(text: str, marks: Sequence[Mark]) -> str:
    """Write text and its marks as HTML, line breaks as ``<br>``.

    Example:
        >>> write_inline("a link", (Mark(kind="link", start=2, end=6, url="/b"),))
        'a <a href="/b">link</a>'
    """
    return marked_up(text, marks, exact=False)


def marked_up(text: str, marks: Sequence[Mark], *, exact: bool) -> str:
    """Write text and its marks as HTML; where white space is `exact`, line breaks as they are."""
    if not marks:
        return encoded(text, exact)
    parts: list[str] = []
    open_marks: list[Mark] = []
    to_come = [*reversed(canonical_marks(text, marks))]
    borders = sorted({0, len(text), *(m.start for m in to_come), *(m.end for m in to_come)})
    for start, end in pairwise(borders):
        first_ended = next((i for i, mark in enumerate(open_marks) if mark.end <= start), len(open_marks))
        ended = open_marks[first_ended:]
        del open_marks[first_ended:]
        parts.extend(f"</{_TAGS[mark.kind]}>" for mark in reversed(ended))
        # Marks need not nest, elements must: those inside the one that ends are closed with it, and opened again.
        begun = [mark for mark in ended if mark.end > start]
        while to_come and to_come[-1].start == start:
            begun.append(to_come.pop())
        words = encoded(text[start:end], exact)
        for mark in sorted(begun, key=_outermost):
            if mark.kind == "math":
                words = _formula(text[start:end], mark.mathml) if mark.end == end else words
            elif start_tag := _start_tag(mark):
                parts.append(start_tag)
                open_marks.append(mark)
        parts.append(words)
    parts.extend(f"</{_TAGS[mark.kind]}>" for mark in reversed(open_marks))
    return "".join(parts)


def _outermost(mark: Mark) -> tuple[int, str]:
    return -mark.end, mark.kind


def _start_tag(mark: Mark) -> str:
    """Write the start tag of a mark; empty where its address is not safe."""
    kind, tag = mark.kind, _TAGS[mark.kind]
    if kind in ("link", "note"):
        if mark.url is None or not is_safe_link(mark.url):
            return ""
        role = ' role="doc-noteref"' if kind == "note" else ""
        return f"<{tag}{attribute('href', mark.url)}{attribute('title', mark.title)}{role}>"
    if kind == "abbreviation":
        return f"<{tag}{attribute('title', mark.title)}>"
    if kind in ("quotation", "deleted", "inserted") and mark.url is not None and is_safe_link(mark.url):
        return f"<{tag}{attribute('cite', mark.url)}>"
    return f"<{tag}>"


def _formula(words: str, mathml: str | None) -> str:
    formula = None if mathml is None else read_mathml(mathml)
    if formula is not None and formula.text == words:
        return str(formula.mathml)
    return f'<span class="math inline">\\({encoded(words, exact=True)}\\)</span>'


def encoded(text: str, exact: bool) -> str:
    """Write bare text as HTML; where white space is `exact`, line breaks as they are."""
    text = _characters(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "\r" in text:
        text = text.replace("\r", "&#13;")
    return text if exact else text.replace("\n", "<br>")


def attribute(name: str, value: str | None) -> str:
    """Write an attribute with the space before it; nothing where there is no value."""
    if value is None:
        return ""
    quoted = encoded(value, exact=True).replace('"', "&quot;")
    return f' {name}="{quoted}"'


def _characters(text: str) -> str:
    if "\0" in text:
        text = text.replace("\0", REPLACEMENT)
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
