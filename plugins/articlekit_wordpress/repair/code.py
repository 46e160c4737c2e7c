"""Scripts and style sheets whose tags were stripped, and which now stand in the text as if they were words of it."""

from __future__ import annotations

import re
from typing import Final

_STYLE: Final = (
    r"@(?:media|import|font-face|keyframes|-webkit-keyframes|charset)\b|/\*[!*\s]"
    r"|(?:[.#:*]|(?:html|body|div|p|a|img|ul|li|h[1-6]|span|table|td|th|input|button)\b)[^{}<>\n;=?!]{0,200}"
    r"\{\s{0,99}[\w-]{2,40}\s?:"
)
_SCRIPT: Final = (
    r"\(function\s{0,3}\(|!function\s{0,3}\(|\(\(\)|function\s[\w$]{1,60}\(|(?:var|let|const)\s[\w$]{1,60}\s?="
    r"|window\.[\w$.]{1,60}[ =(]|"
    r"document\.[\w$.]{1,60}[ =(]|jQuery\(|\$\(|gtag\(|\{\s{0,99}\"@context\"|//<!\[CDATA\[|/\* <!\[CDATA\["
)
_BEGIN: Final = re.compile(f"{_SCRIPT}|{_STYLE}")
_BRACKET: Final = re.compile(r"[{}()]|\n")
_MORE: Final = re.compile(rf"[);(]|\s*+(?:{_SCRIPT}|{_STYLE}|\}})")


def beginning_of_code(text: str) -> int | None:
    """Find where in a text that ends with a script or a style sheet this begins."""
    found = _BEGIN.search(text)
    return found.start() if found else None


def without_code(text: str) -> str:
    """Leave out what looks like scripts and style sheets, from each beginning to where its brackets are closed."""
    parts, position = [], 0
    while found := _BEGIN.search(text, position):
        parts.append(text[position : found.start()])
        position = _end_of_code(text, found.start())
    return "".join(parts) + text[position:]


def _end_of_code(text: str, start: int) -> int:
    """Find where code ends that begins at `start`: with a line or bracket that leaves none open, no code after it."""
    depth = 0
    if text.startswith("/*", start) and "CDATA" not in text[start : start + 20]:
        closed = text.find("*/", start)
        return len(text) if closed < 0 else closed + 2
    for bracket in _BRACKET.finditer(text, start):
        end = bracket.end()
        if bracket[0] in "{(":
            depth += 1
        elif bracket[0] in "})":
            depth = max(0, depth - 1)
            if depth == 0 and bracket[0] == "}" and not _MORE.match(text, end):
                return end
        elif depth == 0:
            return end - 1
    return len(text)
