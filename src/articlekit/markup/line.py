"""The text of one block in the making: raw parts, marks over them, and white space as HTML collapses it."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Final

from articlekit.blocks import Mark
from articlekit.markup.marks import MarkRule, Stretch, marks_over

WHITE: Final = " \t\n\r\f"
"""HTML's own white space ("ASCII whitespace" of the Infra standard), which alone collapses; no-break spaces do not."""

BLANK: Final = (
    WHITE
    + "\v\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
    + "".join(map(chr, range(0x2000, 0x200E)))
)
"""Characters that show nothing: text of nothing else is a spacer, not a paragraph."""

BREAK: Final = "\0"
"""A line break among raw parts. No source of tokens hands this character on, so none can be taken for one."""

_OTHER_WHITE = re.compile(r"[\t\r\f]")
_SPACES = re.compile("  +")


def collapse(text: str) -> str:
    """Make every run of white space one space, those at the ends too."""
    if "\n" in text:
        text = text.replace("\n", " ")
    if "\t" in text or "\r" in text or "\f" in text:
        text = _OTHER_WHITE.sub(" ", text)
    return _SPACES.sub(" ", text) if "  " in text else text


def in_form(raw: str) -> str:
    """Bring raw text into form, with `BREAK` as a line break; empty if nothing can be seen in it."""
    # The steps of `collapse` stand here once more because this is where much time goes.
    if "\n" in raw:
        raw = raw.replace("\n", " ")
    if "\t" in raw or "\r" in raw or "\f" in raw:
        raw = _OTHER_WHITE.sub(" ", raw)
    if "  " in raw:
        raw = _SPACES.sub(" ", raw)
    text = raw.strip(" ")
    if BREAK in text:
        lines = [line.strip(" ") for line in text.split(BREAK)]
        text = _without_last_blank("\n".join(lines).rstrip("\n"))
    return text if text and (text[0] not in BLANK or text.strip(BLANK)) else ""


def in_one_line(text: str | None) -> str | None:
    """Give a text with its white space collapsed as HTML does it, None if there is nothing else.

    Example:
        >>> in_one_line("  one\\n two\\xa0three ")
        'one two\\xa0three'
    """
    return (collapse(text).strip(" ") or None) if text else None


class OpenMark:
    """A mark that has begun and not yet ended."""

    __slots__ = ("depth", "is_loose", "is_used", "place", "rule", "start")

    def __init__(self, rule: MarkRule, start: int, place: object) -> None:
        self.rule = rule
        #: Index of its first part.
        self.start = start
        #: The block it began in.
        self.place = place
        #: How many elements of its name are open.
        self.depth = 1
        #: Whether the end of a paragraph ends it, as it began inside.
        self.is_loose = True
        #: Whether it held over text in a paragraph before.
        self.is_used = False


class Line:
    """The text of one block as it is being read; it is brought into form all at once, when it is taken."""

    __slots__ = ("_blank_to", "open", "parts", "stretches")

    def __init__(self) -> None:
        #: Raw text and `BREAK`. The first part is never white space alone. Always the same list.
        self.parts: list[str] = []
        self.stretches: list[Stretch] = []
        #: By the name of the element: there are no more than HTML has names for marks, however deep they nest.
        self.open: dict[str, OpenMark] = {}
        #: Up to here nothing can be seen since the last line break; so that it is looked at only once.
        self._blank_to = 0

    def begin(self, name: str, rule: MarkRule, place: object) -> None:
        """Let a mark hold from here on. Links do not nest; other elements inside their own kind say nothing new."""
        before = self.open.get(name)
        if before is not None:
            if name != "a":
                before.depth += 1
                return
            self._cut(before)
        self.open[name] = OpenMark(rule, len(self.parts), place)

    def finish(self, name: str) -> None:
        """Let the mark that began with an element of this name end here."""
        mark = self.open.get(name)
        if mark is not None:
            mark.depth -= 1
            if not mark.depth:
                self._cut(mark)
                del self.open[name]

    def finish_loose(self, used: bool = False) -> None:
        """Let the marks that began inside this paragraph end with it, or only those that hold over some of its text."""
        for name in [name for name, mark in self.open.items() if mark.is_loose and (mark.is_used or not used)]:
            self._cut(self.open.pop(name))

    def settle(self) -> None:
        """Let the marks that are open hold for whole paragraphs from here on."""
        self.finish_loose(used=True)
        for mark in self.open.values():
            mark.is_loose = False

    def finish_in(self, place: object) -> None:
        """Let the marks that began inside a block end with it."""
        for name in [name for name, mark in self.open.items() if mark.place is place]:
            self._cut(self.open.pop(name))

    def add(self, text: str) -> None:
        """Append text."""
        if text and (self.parts or text.lstrip(WHITE)):
            self.parts.append(text)

    def add_marked(self, rule: MarkRule, text: str) -> None:
        """Append text with a mark over it, unless one of that kind holds already and says no less."""
        if text and (self.parts or text.lstrip(WHITE)):
            at = len(self.parts)
            self.parts.append(text)
            self.stretches.append((at, at + 1, *rule, None))

    def add_formula(self, text: str, mathml: str | None) -> None:
        """Append a formula."""
        at = len(self.parts)
        self.parts.append(text)
        self.stretches.append((at, at + 1, "math", None, None, mathml))

    def ends_blank(self) -> bool:
        """Whether nothing can be seen since the last line break."""
        parts = self.parts
        for at in range(len(parts) - 1, self._blank_to - 1, -1):
            if parts[at] == BREAK:
                break
            if parts[at].strip(BLANK):
                return False
        self._blank_to = len(parts)
        return True

    def break_(self) -> None:
        """Begin a new line, unless one has just begun."""
        if not self.ends_blank():
            self.parts.append(BREAK)

    def break_line(self) -> None:
        """Break the line where the text says so."""
        self.break_()

    def trim(self) -> None:
        """Drop spaces, no-break spaces too, from the end."""
        parts = self.parts
        self._blank_to = 0
        while parts and parts[-1] != BREAK:
            parts[-1] = parts[-1].rstrip(WHITE + "\xa0")
            if parts[-1]:
                break
            parts.pop()

    def hand_over(self, line: Line) -> None:
        """Let the marks that are open here hold in another line for a while."""
        self._cut_all()
        line.open = self.open.copy()

    def resume(self) -> None:
        """Go on with the marks that were handed over."""
        for mark in self.open.values():
            mark.start = len(self.parts)

    def take(self) -> tuple[str, tuple[Mark, ...]]:
        """Give the text in its final form and its marks, and begin anew; marks that are open go on."""
        if self.open:
            self._cut_all()
        parts = self.parts
        marks: tuple[Mark, ...] = ()
        if self.stretches:
            text, marks = self._take_marked()
            self.stretches.clear()
        else:
            text = in_form(parts[0] if len(parts) == 1 else "".join(parts))
        parts.clear()
        self._blank_to = 0
        return text, marks

    def _cut(self, mark: OpenMark) -> None:
        end = len(self.parts)
        if mark.start < end:
            self.stretches.append((mark.start, end, *mark.rule, None))

    def _cut_all(self) -> None:
        for mark in self.open.values():
            self._cut(mark)
            mark.is_used = mark.is_used or mark.start < len(self.parts)
            mark.start = 0

    def _take_marked(self) -> tuple[str, tuple[Mark, ...]]:
        raw = "".join(self.parts)
        if "\n" in raw:
            raw = raw.replace("\n", " ")
        # A search for a pattern of all these would take ten times as long.
        if "  " in raw or BREAK in raw or "\t" in raw or "\r" in raw or "\f" in raw:
            return self._take_marked_by_parts()
        # Nothing to collapse but one space at either end.
        text = raw.strip(" ")
        if not text or (text[0] in BLANK and not text.strip(BLANK)):
            return "", ()
        starts = list(accumulate(map(len, self.parts), initial=-1 if raw[0] == " " else 0))
        starts[0] = 0
        return text, marks_over(text, self.stretches, starts)

    def _take_marked_by_parts(self) -> tuple[str, tuple[Mark, ...]]:
        # Part by part, to know at which character each begins.
        text: list[str] = []
        starts = []
        size = 0
        after_white = True
        for part in self.parts:
            starts.append(size)
            if part == BREAK:
                if after_white:
                    text[-1] = text[-1][:-1]
                    size -= 1
                words, after_white = "\n", True
            else:
                words = collapse(part)
                if after_white:
                    words = words.lstrip(" ")
                if not words:
                    continue
                after_white = words[-1] == " "
            text.append(words)
            size += len(words)
        starts.append(size)
        whole = _without_last_blank("".join(text).rstrip(" \n"))
        return (whole, marks_over(whole, self.stretches, starts)) if whole.strip(BLANK) else ("", ())


class ExactLine(Line):
    """Text whose white space is kept as it is."""

    __slots__ = ("after_tag",)

    def __init__(self, after_tag: bool) -> None:
        super().__init__()
        #: Whether the text begins right after the start tag; HTML drops a line break there.
        self.after_tag = after_tag
        # White space as the first part would be dropped.
        self.parts.append("")

    def break_(self) -> None:
        """Begin a new line, unless one has just begun."""
        if self.parts[-1][-1:] not in ("", "\n", BREAK):
            self.parts.append("\n")

    def break_line(self) -> None:
        """Break the line where the text says so."""
        self.parts.append("\n")

    def trim(self) -> None:
        """Drop nothing."""

    def take(self) -> tuple[str, tuple[Mark, ...]]:
        """Give the text as it is, without the line break that HTML drops at its start, and its marks."""
        self._cut_all()
        if self.after_tag and len(self.parts) > 1:
            self.parts[1] = self.parts[1].removeprefix("\n")
        text = "".join(self.parts).replace(BREAK, "\n")
        starts = list(accumulate(map(len, self.parts), initial=0))
        return text, marks_over(text, self.stretches, starts)


def _without_last_blank(text: str) -> str:
    """Drop a last line in which nothing can be seen."""
    before, _, last = text.rpartition("\n")
    return before if before and not last.strip(BLANK) else text
