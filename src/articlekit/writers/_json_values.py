"""The values in a text of the library's own JSON, one by one, whatever is broken between them."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from functools import partial

from attrs import frozen

from articlekit.diagnostic import Diagnostic
from articlekit.errors import LimitError, ParseError
from articlekit.json_numbers import read_decimal, read_integer
from articlekit.writers._records import Tree

# Where reading goes on behind what is broken: no string holds this, in which quotes are escaped.
_NEXT = re.compile(r'(?:^|[\[,:}])[ \t]*+(\{\s*+"articlekit"\s*+:)', re.MULTILINE)
# An article wherever it stands in an object: no string holds this either.
_WITHIN = re.compile(r'\{\s*+"articlekit"\s*+:\s*+\d')
# With the mark that begins a value in a sequence of them (RFC 7464 §2.2).
_SPACE = re.compile(r"[ \t\r\n\x1e]*")
# No string of ours holds a line break as it is, so that one which has lost its end reaches no further than its line.
_BRACKET = re.compile(r'"(?:[^"\\\x00-\x1f]|\\.)*+"?|([{\[])|[}\]]')
_AROUND = Diagnostic(
    code="item.skipped", message="the JSON in which the articles stand was passed over", severity="info"
)
# So many of Python's levels of recursion may be taken by those who call.
_FRAMES = 200


def unread(reason: str, advice: str, offset: int) -> ParseError:
    """Say why an article cannot be read, and that it was passed over."""
    message = f"an article cannot be read and was passed over: {reason}"
    skipped = Diagnostic(code="item.skipped", message=message, offset=offset)
    return ParseError(reason, advice, "json", offset, (skipped,))


def too_deep(offset: int) -> LimitError:
    """Say that an article cannot be read as it nests too deep."""
    why = unread("it is nested too deep", "64 levels of blocks always fit", offset)
    return LimitError(why.reason, why.advice, why.format, offset, why.diagnostics)


@frozen
class Value:
    """A value and its place in the text."""

    tree: Tree
    start: int
    end: int
    #: What is to be said of where it stands.
    notes: tuple[Diagnostic, ...] = ()


class _Uncounted(str):
    """A text whose lines no error of the decoder counts: each would cost as much as all that stands before it."""

    __slots__ = ()

    def count(self, *_: object) -> int:
        return 0

    def rfind(self, *_: object) -> int:
        return -1


# NaN and Infinity, which other programs write into it, stay text too: a float of that kind could not be written.
DECODER = json.JSONDecoder(parse_constant=str, parse_int=read_integer, parse_float=read_decimal)


def values(text: str, marker: str) -> Iterator[Value | ParseError]:
    """Give the objects that have a member of this name; in the place of all else between two of them stands why."""
    first = count = 0
    for found in _Walk(text).values():
        if isinstance(found, Value) and not (isinstance(found.tree, dict) and marker in found.tree):
            first, count = (first if count else found.start), count + 1
            continue
        if count:
            yield _strange(marker, first, count)
            count = 0
        yield found
    if count:
        yield _strange(marker, first, count)


def _strange(marker: str, first: int, count: int) -> ParseError:
    several = f" (nor in {count - 1} values behind it)" if count > 1 else ""
    return unread(f"no object with {marker!r}: 1{several}", "", first)


class _Walk:
    """The way over values of arrays, and values that stand one after the other; over what is no JSON to an article."""

    def __init__(self, text: str) -> None:
        self.text = text
        #: Where articles begin that are not asked for: what they stand in could not be read for what is in them, too.
        self.hopeless: set[int] = set()
        self.is_searched = False

    def values(self) -> Iterator[Value | ParseError]:
        text, decode = self.text, partial(DECODER.raw_decode, _Uncounted(self.text))
        arrays = 0
        at = _after_space(text, 0)
        while at < len(text):
            start = at
            # Commas stand between values outside of an array too: in lines of one, say.
            if text[at] == ",":
                at += 1
            elif text[at] == "[" or (text[at] == "]" and arrays):
                arrays += 1 if text[at] == "[" else -1
                at += 1
            else:
                try:
                    value, at = decode(start)
                except json.JSONDecodeError as wrong:
                    at = self._behind_broken(start, wrong.pos)
                    yield unread(f"it is no JSON: {wrong.msg}", "Was it cut off?", wrong.pos)
                except RecursionError:
                    at = self._behind_deep(start)
                    yield too_deep(start)
                else:
                    yield from _held(text, Value(value, start, at))
            at = _after_space(text, at)
        if arrays:
            reason = "the array has no end"
            yield ParseError(
                reason, "Was it cut off?", "json", at, (Diagnostic(code="json.truncated", message=reason),)
            )

    def _behind_broken(self, start: int, end: int) -> int:
        """Find the next article behind one that breaks at `end`, where those that are open break too."""
        self.hopeless.update(self._search(start, end))
        return self._next(start + 1)

    def _behind_deep(self, start: int) -> int:
        """Find the next article that nests less deep. All are looked for at once."""
        if not self.is_searched:
            self._search(start, len(self.text))
            self.is_searched = True
        return self._next(start + 1)

    def _search(self, start: int, end: int) -> list[int]:
        """Give what is open at the end, and note what nests deeper than Python follows."""
        deepest = sys.getrecursionlimit() - _FRAMES
        opened: list[int] = []
        for found in _BRACKET.finditer(self.text, start, end):
            if found[1]:
                opened.append(found.start())
                if len(opened) > deepest:
                    self.hopeless.add(opened[-1 - deepest])
            elif opened and found[0] in ("}", "]"):
                opened.pop()
        return opened

    def _next(self, at: int) -> int:
        for found in _NEXT.finditer(self.text, at):
            if found.start(1) not in self.hopeless:
                return found.start(1)
        return len(self.text)


def _held(text: str, value: Value) -> Iterator[Value | ParseError]:
    """Give the articles in an object that is none itself: an answer of some service, the page of a list; or itself."""
    inside = _WITHIN.search(text, value.start, value.end)
    if (
        inside is None
        or inside.start() == value.start
        or not isinstance(value.tree, dict)
        or "articlekit" in value.tree
    ):
        yield value
        return
    at = value.start
    notes: tuple[Diagnostic, ...] = (_AROUND,)
    while inside := _WITHIN.search(text, at, value.end):
        tree, at = DECODER.raw_decode(text, inside.start())
        yield Value(tree, inside.start(), at, notes)
        notes = ()


def _after_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at
