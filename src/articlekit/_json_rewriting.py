"""Broken JSON written anew: its tokens, with all between them that JSON asks for."""

from __future__ import annotations

import re
from math import isfinite
from typing import Final, Literal

from attrs import define, field, frozen

_WORD: Final = r"""(?:[^\s{}\[\],:"'/<]+|/(?![/*])|<(?!!--))+"""
# A string's end is a quote before what may follow a string; any other quote inside was not escaped.
_TOKEN: Final = re.compile(
    r"(?P<space>\s+)|(?P<comment>//[^\n]*|/\*.*?(?:\*/|\Z)|<!--.*?(?:-->|\Z))|(?P<quote>[\"'])|(?P<mark>[{}\[\],:])"
    rf"|(?P<words>{_WORD}(?:[ \t]+{_WORD})*)",
    re.DOTALL,
)
_STRING_PARTS: Final = {
    '"': re.compile(r'[^"\\]+|\\.|"', re.DOTALL),
    "'": re.compile(r"[^'\\]+|\\.|'", re.DOTALL),
}
_WORDS_MEANT: Final = {
    **dict.fromkeys(("None", "undefined", "NaN", "Infinity", "-Infinity"), "null"),
    "True": "true",
    "False": "false",
}
"""What JavaScript and Python write and JSON does not know."""
_NAMED: Final = "|".join(("true", "false", "null", *map(re.escape, _WORDS_MEANT)))
_AFTER_STRINGS: Final = {
    quote: re.compile(
        rf'\s*(?:[:}}\]]|$|,\s*(?:["{{\[}}\]\d{following}-]|(?:{_NAMED})\b|//|/\*))'
        # A comma may be missing where a line ends.
        r'|\s+(?://|/\*)|[^\S\n]*\n\s*"[^"\\\n]{1,60}"\s*:'
    )
    for quote, following in (('"', ""), ("'", "'"))
}
_LITERAL: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null")
_CONTROLS: Final = re.compile(r"[\x00-\x1f]")
_ESCAPES: Final = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ESCAPE: Final = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})')
_DEEPEST: Final = 1000


@frozen
class Rewritten:
    """What the tokens of a text make up."""

    json: str
    #: Whether they end before the first object or list does.
    is_cut: bool
    #: Where it ends in the text.
    end: int


def rewritten(text: str, position: int = 0) -> Rewritten:
    """Write the first object or list of a text, from a place on, as JSON; linear in its length.

    Words without quotes that JSON does not know are texts; what stands beside the first object or list is left out.

    Raises:
        ValueError: It nests too deep, is several values beside each other, or begins with two braces.

    Example:
        >>> rewritten('{"title": 007, "sticky": False "tags": ["a", "b').json
        '{"title":"007","sticky":false,"tags":["a","b"]}'
    """
    writing = _Writing()
    while position < len(text):
        token = _TOKEN.match(text, position)
        assert token is not None  # noqa: S101  each character begins one of them
        kind, position = token.lastgroup, token.end()
        if kind == "quote":
            # A single one is no mark of JSON's, and is taken for one only where a value or name is to come.
            if token[0] == '"' or writing.is_to_go_on:
                string, position = _string(text, position, token[0])
                writing.put(string)
        elif kind == "words":
            writing.put_words(token[0])
        elif kind == "mark":
            writing.put_mark(token[0])
            if writing.is_done:
                break
    json, is_cut = writing.ended()
    return Rewritten(json, is_cut, position)


@define
class _Open:
    """An object or list that has not ended."""

    closer: str
    #: What is to come; in a list values alone.
    awaits: Literal["name", "colon", "value"]
    is_empty: bool = True


@define
class _Writing:
    """What is written so far, and what is open in it."""

    _out: list[str] = field(factory=list)
    _open: list[_Open] = field(factory=list)
    #: Whether a name or value is to come: nothing stands behind the last comma, colon or opening.
    is_to_go_on: bool = True

    @property
    def is_done(self) -> bool:
        """Whether what was begun first has ended."""
        return bool(self._out) and not self._open

    def put(self, scalar: str) -> None:
        """Write a string, number or word of JSON: a value, or a name where one is to come."""
        inside = self._open[-1] if self._open else None
        if inside is not None and inside.awaits == "name":
            self._part(inside)
            self._out.append(scalar if scalar.startswith('"') else f'"{scalar}"')
            inside.awaits = "colon"
        else:
            self._begin_value()
            self._out.append(scalar)
        self.is_to_go_on = False

    def put_words(self, text: str) -> None:
        """Write words that stand without quotes: what JSON knows one by one, all else as one text."""
        words = text.rstrip("; \t").split()
        if all(map(_LITERAL.fullmatch, words)):
            for word in words:
                self.put(_finite(word))
        elif self._open:
            said = " ".join(words)
            self.put(_WORDS_MEANT.get(said) or _quoted(said))

    def put_mark(self, mark: str) -> None:
        """Write one of the marks that hold values together."""
        if mark in "{[":
            self._begin(mark)
        elif mark in "}]":
            # One that closes nothing is left out.
            if any(each.closer == mark for each in self._open[-2:]):
                while self._end() != mark:
                    pass
        elif self._open:
            self._go_on(self._open[-1], mark)
        self.is_to_go_on = mark not in "}]"

    def ended(self) -> tuple[str, bool]:
        """Close what is open, and give all that was written; say whether anything was."""
        is_cut = bool(self._open)
        while self._open:
            self._end()
        return "".join(self._out), is_cut

    def _begin(self, mark: str) -> None:
        if self._open and self._open[-1].awaits == "name":
            if len(self._open) == 1 and self._open[0].is_empty:
                raise ValueError("it begins as no object does, but perhaps a template")
            if mark == "{" and [each.closer for each in self._open[-2:-1]] == ["]"]:
                # The next of a list begins: the one before it has lost its end.
                self._end()
            else:
                self.put('""')
        self._begin_value()
        self._out.append(mark)
        self._open.append(_Open("}", "name") if mark == "{" else _Open("]", "value"))
        if len(self._open) > _DEEPEST:
            raise ValueError("it nests too deep")

    def _begin_value(self) -> None:
        if not self._open:
            if self._out:
                raise ValueError("it is several values beside each other")
            return
        inside = self._open[-1]
        if inside.closer == "]":
            self._part(inside)
            return
        if inside.awaits == "colon":
            self._out.append(":")
        inside.awaits = "name"

    def _part(self, inside: _Open) -> None:
        if not inside.is_empty:
            self._out.append(",")
        inside.is_empty = False

    def _go_on(self, inside: _Open, mark: str) -> None:
        if mark == ",":
            self._complete(inside)
        elif inside.awaits == "colon":
            self._out.append(":")
            inside.awaits = "value"

    def _complete(self, inside: _Open) -> None:
        """Give null to a name that has no value."""
        if inside.closer == "}" and inside.awaits != "name":
            self._out.append(":null" if inside.awaits == "colon" else "null")
            inside.awaits = "name"

    def _end(self) -> str:
        self._complete(self._open[-1])
        closer = self._open.pop().closer
        self._out.append(closer)
        return closer


def _finite(word: str) -> str:
    """Put quotation marks around a number that is too great: its digits are kept as text."""
    return word if word.isalpha() or isfinite(float(word)) else f'"{word}"'


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_CONTROLS.sub(_escaped, escaped)}"'


def _string(text: str, position: int, quote: str) -> tuple[str, int]:
    """Read a string behind its quote; give it as JSON has it, and where it ends."""
    parts = ['"']
    while position < len(text):
        part = _STRING_PARTS[quote].match(text, position)
        if part is None:  # a lone backslash at the very end
            position = len(text)
            break
        position = part.end()
        if part[0] == quote:
            if _AFTER_STRINGS[quote].match(text, position):
                break
            parts.append(quote.replace('"', '\\"'))
        elif part[0] == f"\\{quote}" or (part[0][0] == "\\" and _ESCAPE.match(text, part.start())):
            parts.append(quote.replace('"', '\\"') if part[0][1] == quote else part[0])
        else:
            plain = part[0].replace("\\", "\\\\").replace('"', '\\"')
            parts.append(_CONTROLS.sub(_escaped, plain))
    parts.append('"')
    return "".join(parts), position


def _escaped(control: re.Match[str]) -> str:
    return _ESCAPES.get(control[0], " ")
