"""Inline text in the making: white space as HTML collapses it, and the marks that stand over it."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from articlekit.blocks import Mark, MarkKind

BLANK: Final = (
    " \n\t\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u1680"
    + "".join(map(chr, range(0x2000, 0x200E)))
    + ("\u2028\u2029\u202f\u205f\u2060\u3000\ufeff")
)
"""Characters that show nothing: text of nothing else is a spacer, not a paragraph."""

# HTML's own white space ("ASCII whitespace" of the Infra standard), which alone collapses; no-break spaces do not.
_OTHER_SPACE = re.compile(r"[\t\r\f]")
_SPACES = re.compile("  +")

Piece: TypeAlias = tuple[MarkKind, int, int, str | None, str | None, str | None]
"""A stretch of a mark: kind, start, end, url, title, mathml."""


def collapse(text: str) -> str:
    """Make each run of space, tab, LF, CR and FF one space; those at the ends stay, as one space each."""
    if "\n" in text:
        text = text.replace("\n", " ")
    if "\t" in text or "\r" in text or "\f" in text:
        text = _OTHER_SPACE.sub(" ", text)
    return _SPACES.sub(" ", text) if "  " in text else text


class OpenMark:
    """A mark that has begun and not yet ended; the one of its kind that it interrupts comes back after it."""

    __slots__ = ("interrupted", "kind", "mathml", "start", "title", "url")

    def __init__(self, kind: MarkKind, url: str | None = None, title: str | None = None) -> None:
        self.kind: MarkKind = kind
        self.url = url
        self.title = title
        self.start = 0
        self.interrupted: OpenMark | None = None


class Line:
    """Text with marks, as it is being read."""

    __slots__ = ("at_gap", "open", "parts", "pieces", "size")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.size = 0
        #: At the start, or after a space or line break: where a further space says nothing.
        self.at_gap = True
        self.pieces: list[Piece] = []
        # One open mark of a kind at most: within its kind the innermost holds, so that no input opens more than there
        # are kinds, however deep it nests.
        self.open: dict[MarkKind, OpenMark] = {}

    def add(self, text: str) -> None:
        """Append text, its white space collapsed."""
        if "\n" in text:
            text = text.replace("\n", " ")
        if "\t" in text or "\r" in text or "\f" in text:
            text = _OTHER_SPACE.sub(" ", text)
        if "  " in text:
            text = _SPACES.sub(" ", text)
        if self.at_gap and text[0] == " ":
            text = text[1:]
            if not text:
                return
        self.parts.append(text)
        self.size += len(text)
        self.at_gap = text[-1] == " "

    def add_marked(self, text: str, kind: MarkKind, mathml: str | None = None) -> None:
        """Append text with a mark of its own over all of it."""
        start = self.size
        self.add(text)
        self.pieces.append((kind, start, self.size, None, None, mathml))

    def break_(self) -> None:
        """Begin a new line, unless a line has just begun."""
        if not self.at_gap:
            self.parts.append("\n")
            self.size += 1
            self.at_gap = True
        elif self.parts:
            self.parts[-1] = self.parts[-1][:-1] + "\n"

    @property
    def at_break(self) -> bool:
        """Whether the last character is a line break."""
        return bool(self.parts) and self.parts[-1][-1] == "\n"

    def begin(self, mark: OpenMark) -> None:
        """Let `mark` hold from here on."""
        mark.start = self.size
        outer = self.open.get(mark.kind)
        if outer is not None:
            mark.interrupted = outer
            self._cut(outer)
        self.open[mark.kind] = mark

    def finish(self, mark: OpenMark) -> None:
        """Let `mark` end here."""
        self._cut(mark)
        if mark.interrupted is None:
            del self.open[mark.kind]
        else:
            mark.interrupted.start = self.size
            self.open[mark.kind] = mark.interrupted

    def hand_over(self, line: Line) -> None:
        """Let the marks that are open here hold in another line for a while."""
        for mark in self.open.values():
            self._cut(mark)
            mark.start = 0
        line.open = dict(self.open)

    def resume(self) -> None:
        """Go on with the marks that were handed over."""
        for mark in self.open.values():
            mark.start = self.size

    def trim(self) -> None:
        """Drop spaces, no-break spaces too, at the end of what was read last."""
        while self.parts:
            last = self.parts.pop()
            kept = last.rstrip(" \xa0")
            self.size -= len(last) - len(kept)
            if kept:
                self.parts.append(kept)
                break
        self.at_gap = not self.parts or self.parts[-1][-1] == "\n"

    def _cut(self, mark: OpenMark) -> None:
        if mark.start < self.size:
            self.pieces.append((mark.kind, mark.start, self.size, mark.url, mark.title, None))

    def take(self) -> tuple[str, tuple[Mark, ...]]:
        """Give what was read and begin anew; marks that are open go on in what comes next."""
        for mark in self.open.values():
            self._cut(mark)
            mark.start = 0
        text = "".join(self.parts)
        if self.at_gap and text:
            text = text[:-1]
        marks = marks_of(text, self.pieces) if self.pieces else ()
        self.parts, self.pieces, self.size, self.at_gap = [], [], 0, True
        return text, marks


class ExactLine(Line):
    """Text whose white space is kept as it is."""

    __slots__ = ()

    def add(self, text: str) -> None:
        """Append text as it is."""
        self.parts.append(text)
        self.size += len(text)

    def break_(self) -> None:
        """Begin a new line, unless a line has just begun."""
        if self.parts and self.parts[-1][-1] != "\n":
            self.add("\n")

    def take(self) -> tuple[str, tuple[Mark, ...]]:
        """Give what was read and begin anew."""
        self.at_gap = False
        return super().take()


def marks_of(text: str, pieces: list[Piece]) -> tuple[Mark, ...]:
    """Put the stretches of marks into canonical form."""
    last: dict[MarkKind, int] = {}
    joined: list[Piece] = []
    for piece in pieces:
        kind, start, end, *rest = piece
        at = last.get(kind)
        if at is not None and kind != "math":
            before = joined[at]
            if before[2] == start and list(before[3:]) == rest:
                joined[at] = (kind, before[1], end, *before[3:])
                continue
        last[kind] = len(joined)
        joined.append(piece)
    marks = []
    for kind, start, end, url, title, mathml in joined:
        end = min(end, len(text))
        while start < end and text[start] in " \n":
            start += 1
        while start < end and text[end - 1] in " \n":
            end -= 1
        if start < end:
            marks.append(Mark(kind=kind, start=start, end=end, url=url, title=title, mathml=mathml))
    marks.sort(key=lambda mark: (mark.start, -mark.end, mark.kind))
    return tuple(marks)
