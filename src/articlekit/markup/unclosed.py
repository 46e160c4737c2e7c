"""Elements of XML that have lost their end."""

from __future__ import annotations

import re
from collections import Counter

from attrs import field, frozen, mutable

_TAG = re.compile(r"<!\[CDATA\[|<!--|<(?P<end>/?)(?P<name>[A-Za-z_][\w.:-]*)[^<>]*>")


def close_elements(text: str) -> str:
    """Close each element that has lost its end before the first element in it; drop ends without a beginning.

    What is lost in records is most often the end of an element that holds text: it must not swallow its siblings.

    Example:
        >>> close_elements("<item><title>One<link>/1</link></guid></item>")
        '<item><title>One</title><link>/1</link></item>'
    """
    seen = _Seen()
    position = 0
    while tag := _TAG.search(text, position):
        position = tag.end()
        if tag["name"] is None:
            position = text.find("-->" if tag[0] == "<!--" else "]]>", position)
            if position < 0:
                break
        elif tag[0].endswith("/>"):
            seen.before(tag.start())
        elif tag["end"]:
            seen.end(tag)
        else:
            seen.start(tag)
    parts: list[str] = []
    position = 0
    for edit in sorted(seen.edits, key=lambda edit: edit.start):
        parts += text[position : edit.start], edit.text
        position = edit.end
    parts.append(text[position:])
    return "".join(parts)


@frozen
class _Edit:
    start: int
    end: int
    text: str


@mutable
class _Open:
    name: str
    first_inside: int | None = None


@mutable
class _Seen:
    edits: list[_Edit] = field(factory=list)
    _stack: list[_Open] = field(factory=list)
    _names: Counter[str] = field(factory=Counter)

    def before(self, position: int) -> None:
        """Note where the first element in the one that is open begins."""
        if self._stack and self._stack[-1].first_inside is None:
            self._stack[-1].first_inside = position

    def start(self, tag: re.Match[str]) -> None:
        self.before(tag.start())
        self._stack.append(_Open(tag["name"]))
        self._names[tag["name"]] += 1

    def end(self, tag: re.Match[str]) -> None:
        if not self._names[tag["name"]]:
            self.edits.append(_Edit(tag.start(), tag.end(), ""))
            return
        while True:
            opened = self._stack.pop()
            self._names[opened.name] -= 1
            if opened.name == tag["name"]:
                return
            place = tag.start() if opened.first_inside is None else opened.first_inside
            self.edits.append(_Edit(place, place, f"</{opened.name}>"))
