"""JSON whose beginning is lost: what is left of it, begun anew.

What closes without having been opened was open where the text begins. So the brackets that are missing are known, and
only the names before them are not: those are empty, but for that of the list of records.
"""

from __future__ import annotations

import json
import re
from typing import Final

from attrs import define, field, frozen

from articlekit.diagnostic import Diagnostic

_MOST_OPEN: Final = 100
"""So many objects and lists may be open where the text begins; what closes more is no JSON."""
_SHORT: Final = 4096
"""So far it is looked whether a text that begins with whole values has lost what they stand in."""
_BEGINNING: Final = re.compile(r"\s*+(?=[{\[]|\Z)")
_BETWEEN_VALUES: Final = re.compile(r"\s*+,\s*+(?=[{\[])")
_GOES_ON: Final = re.compile(r'\s*+(?:,\s*+"(?:[^"\\]|\\.)*+"\s*+:|[\]}])', re.DOTALL)
_END: Final = re.compile(r"[\]}]\s*\Z")
_MEMBER: Final = re.compile(r'"[^"\\]{1,80}+"\s*+:\s*+["\[{\dtfn-]')
_UP_TO_QUOTE: Final = re.compile(r'(?:[^"\\]|\\.)*+"', re.DOTALL)
_BEHIND_STRING: Final = re.compile(r"\s*+[,:}\]]")
# Marks, and then a string that is whole.
_BEFORE_STRING: Final = re.compile(r'[\s,:\]}\[{]*+(?="(?:[^"\\]|\\.)*+"\s*+[,:}\]])', re.DOTALL)
_REST_OF_WORD: Final = re.compile(r"\s*+:?\s*+(?:[\w.+-]{1,40}+(?=\s*+[,\]}]))?[\s,]*+")
_NAME: Final = re.compile(r'"(?:[^"\\]|\\.)*+"\s*+:', re.DOTALL)
_BETWEEN: Final = re.compile(r"[\s,:]*+")
_LIST: Final = re.compile(r"\s*+:\s*+\[\s*+")
_COLON: Final = re.compile(r"\s*+:")
_CLOSED: Final = re.compile(r"[\s\]},]*+")
_MARKUP: Final = re.compile(r"<\\?/?[a-zA-Z]")
_DECODER: Final = json.JSONDecoder(strict=False, parse_int=str, parse_float=str, parse_constant=str)


@frozen(kw_only=True)
class Records:
    """How the records of a format are told in its JSON."""

    #: A regular expression of how the first member of a record begins: ``'"id"'``. May not backtrack.
    begin: str
    #: Members that only a record has, and nothing in it or around it.
    members: frozenset[str]
    #: Member that holds a list of records in an object around it: ``items``.
    list: str = ""
    #: Members that only what holds such lists has.
    holders: frozenset[str] = frozenset()
    #: Member that holds the text of a record as HTML.
    html: str = ""
    #: The member, as JSON, that a record has lost with its beginning and is not read without: ``'"@type":"Article"'``.
    lost: str = ""


@frozen(kw_only=True)
class Begun:
    """What is left of JSON, with a beginning."""

    text: str
    diagnostics: tuple[Diagnostic, ...]


_START_LOST: Final = Diagnostic(
    code="json.start-lost", message="the JSON has lost its beginning, and perhaps articles with it"
)
BODY_LOST: Final = Diagnostic(code="body.start-lost", message="the text begins inside the body of this article")
"""What is said of the record in whose body the text begins."""


def is_rest(text: str) -> bool:
    """Say whether a text begins inside of JSON and ends as JSON does, or goes on as JSON does and is cut off.

    Example:
        >>> is_rest('of tea", "id": 7}'), is_rest('{"id": 7}'), is_rest('The "end" of {}')
        (True, False, False)
        >>> is_rest('of tea", "id": 7, "milk": fal')
        True
    """
    if _is_begun(text) or (start := _start(text)) is None:
        return False
    return bool(_END.search(text[-100:]) or _MEMBER.search(text, start, start + _SHORT))


def begun(text: str, records: Records) -> Begun | None:
    """Give JSON that has lost its beginning a new one; None where it has not, or where no record is in it.

    The record in which the text begins is the first. What it begins in has the name ``""``, as its own is lost: the
    rest of a string, an object, a list. What stood around the records and not beside them is left out. Linear in the
    length of the text.

    Example:
        >>> records = Records(begin='"id"', members=frozenset({"at"}), list="items")
        >>> begun('tea", "at": 7}, {"id": 8}], "n": 2}', records).text
        '{"items":[{"":"tea", "at": 7}, {"id": 8}], "n": 2}'
    """
    if _is_begun(text) or _start(text) is None:
        return None
    walk = _Walk(text, records)
    walk.go()
    html = walk.name_of_rest(records.html)
    record = 0 if html else walk.level_with(records.members)
    if record is not None:
        return _inside(walk, walk.levels[: walk.top(record + 1)], records, html, record)
    holder, place = walk.level_with(records.holders), walk.list_of_records()
    if holder is not None and (place is None or holder < place):
        return _inside(walk, walk.levels[: holder + 1], records)
    if place is not None:
        return _between(walk, place, walk.levels[place].record, records)
    if (place := walk.list_of_objects()) is not None:
        return _between(walk, place, walk.levels[place].object, records)
    return None if walk.behind is None else Begun(text=text[walk.behind :], diagnostics=(_START_LOST,))


def _inside(walk: _Walk, levels: list[_Level], records: Records, html: str = "", record: int | None = None) -> Begun:
    """Begin with what is left of a record, or of what holds the list of them."""
    opening = ""
    for n in reversed(range(len(levels))):
        opening += levels[n].kind or "["
        if n == record and records.lost:
            opening += f"{records.lost},"
        if n and levels[n].kind == "{":
            is_list = record is not None and n == record + 2
            opening += f'"{records.list if is_list else ""}":'
    start, before = walk.begun(html)
    text = opening + before + walk.between(start, levels[-1].end)
    return Begun(text=text, diagnostics=(_START_LOST, BODY_LOST) if html else (_START_LOST,))


def _between(walk: _Walk, place: int, start: int | None, records: Records) -> Begun:
    """Begin with the first whole object of a list."""
    top = walk.top(place)
    opening = ("", "[", f'{{"{records.list}":[')[top - place]
    end = walk.levels[top - 1].end if top > place else None
    return Begun(text=opening + walk.between(start, end), diagnostics=(_START_LOST,))


def _is_begun(text: str) -> bool:
    """Say whether a text begins as JSON does: not with values behind which goes on what they stand in."""
    begins = _BEGINNING.match(text)
    if begins is None:
        return False
    end, start = begins.end(), text[:_SHORT]
    while text.startswith(("{", "["), end):
        try:
            _, end = _DECODER.raw_decode(start, end)
        except (ValueError, RecursionError):
            return True
        if between := _BETWEEN_VALUES.match(text, end):
            end = between.end()
    return not _GOES_ON.match(text, end)


def _start(text: str) -> int | None:
    """Find where what is whole begins: behind the rest of a string or a word; None where that is no JSON."""
    if _BEGINNING.match(text):
        return 0
    quote = _UP_TO_QUOTE.match(text)
    if quote is None:
        return None
    if _BEHIND_STRING.match(text, quote.end()):
        return quote.end()
    word = _REST_OF_WORD.match(text)
    return word.end() if word and _BEFORE_STRING.match(text, word.end()) else None


@define
class _Level:
    """An object or list that was open where the text begins."""

    #: ``{`` or ``[``; None where nothing has shown it.
    kind: str | None = None
    names: set[str] = field(factory=set)
    #: Where the first record begins in it, the first object, and where it ends.
    record: int | None = None
    object: int | None = None
    end: int | None = None


class _Walk:
    """The way from where the text begins out to its end, over all that is whole."""

    def __init__(self, text: str, records: Records) -> None:
        self.text, self.records = text, records
        self.record = re.compile(rf"\{{\s*(?:{records.begin})")
        self.start = _start(text) or 0
        #: Whether the text begins in a string, and whether that is a name.
        self.in_string = text[: self.start].endswith('"')
        self.in_name = self.in_string and _COLON.match(text, self.start) is not None
        #: From the innermost.
        self.levels = [_Level(kind="{" if self.in_name else None)]
        # A list of records has the name of such lists, though that is cut.
        self.list = records.list if self.in_name and self._holds_records(self.start) else ""
        self.levels[0].names.add(self.list)
        #: Where a value stands behind the outermost.
        self.behind: int | None = None
        #: Whether it has lost its end too.
        self.is_cut = False

    def go(self) -> None:
        """Walk until there is nothing more, or what is broken."""
        at: int | None = self.start
        while at is not None and at < len(self.text) and len(self.levels) <= _MOST_OPEN:
            at = self._step(at)
        outermost = self.levels[-1]
        if outermost.kind is None:
            self.levels.pop()
        elif self.is_cut and outermost.record is not None and self.records.list:
            # What holds the list is lost on both sides.
            self.levels.append(_Level(kind="{"))

    def _step(self, before: int) -> int | None:
        """Pass over a value, a name or the end of a level; None where there is none."""
        between = _BETWEEN.match(self.text, before)
        at = between.end() if between else before
        level, is_innermost = self.levels[-1], len(self.levels) == 1
        if self.text.startswith(("}", "]"), at):
            level.kind, level.end = "{" if self.text[at] == "}" else "[", at + 1
            self.levels.append(_Level())
            return at + 1
        if level.kind is None and not is_innermost and "," not in self.text[before:at]:
            # It stands behind all that has lost its beginning, and in nothing with it.
            self.behind = at if self.text.startswith(("{", "["), at) else None
            return None
        try:
            value, end = _DECODER.raw_decode(self.text, at)
        except (ValueError, RecursionError):
            self.is_cut = True
            if self.text.startswith("{", at) and level.kind != "{":
                self._item(level, at, is_known=not is_innermost)
            return None
        if isinstance(value, str) and _COLON.match(self.text, end):
            level.kind = "{"
            level.names.add(value)
        elif level.kind != "{":
            self._item(level, at, is_known=not is_innermost or self.in_string or before > self.start)
        return end

    def _item(self, level: _Level, at: int, is_known: bool) -> None:
        """Note a value that stands in a list, or without its name at the beginning of an object."""
        if is_known:
            level.kind = "["
        if level.kind == "[" and level.object is None and self.text.startswith("{", at):
            level.object = at
        if level.record is None and self.record.match(self.text, at):
            level.kind, level.record = "[", at

    def _holds_records(self, colon: int) -> bool:
        opening = _LIST.match(self.text, colon)
        return opening is not None and self.record.match(self.text, opening.end()) is not None

    def level_with(self, members: frozenset[str]) -> int | None:
        """Say which level has one of these members: the innermost."""
        return next((n for n, level in enumerate(self.levels) if not members.isdisjoint(level.names)), None)

    def list_of_records(self) -> int | None:
        """Say in which level a record begins: the innermost, as lists of answers that hold some are around it."""
        return next((n for n, level in enumerate(self.levels) if level.record is not None), None)

    def list_of_objects(self) -> int | None:
        """Say in which list any object begins: the outermost, as what is within may be no article."""
        return max((n for n, level in enumerate(self.levels) if level.object is not None), default=None)

    def top(self, place: int) -> int:
        """Say how many levels there are up to a list of records and the object that holds it, if it is such a list."""
        kinds = [level.kind for level in self.levels[place : place + 2]]
        # What has no end and nothing around it may be no list, but values parted by commas.
        is_list = kinds[:1] == ["["] and (len(kinds) > 1 or self.levels[place].end is not None)
        return place + (0 if not is_list else 2 if kinds[1:] == ["{"] else 1)

    def name_of_rest(self, html: str) -> str:
        """Name the string in which the text begins: that of the HTML, if it is some and there is no other."""
        is_html = self.in_string and not self.in_name and _MARKUP.search(self.text, 0, self.start)
        return html if is_html and self.levels[0].kind == "{" and html not in self.levels[0].names else ""

    def begun(self, name: str) -> tuple[int, str]:
        """Say from where the text is to be read, and what is to stand before it in the innermost level."""
        is_list = self.levels[0].kind == "["
        if self.list:
            return self.start, f'"{self.list}"'
        if self.in_string:
            return 0, '"' if is_list or self.in_name else f'"{name}":"'
        is_named = self.text.startswith(("}", "]"), self.start) or _NAME.match(self.text, self.start)
        return self.start, "" if is_list or is_named else '"":'

    def between(self, start: int | None, end: int | None) -> str:
        """Give the text from one place to another, and what stands in a list behind that."""
        if end is None:
            return self.text[start:]
        closed = _CLOSED.match(self.text, end)
        behind = self.text[closed.end() if closed else end :]
        return self.text[start:end] + ("\n" + behind.rstrip("] \t\r\n,") if behind.startswith(("{", "[")) else "")
