"""JSON as it is found: with comments, trailing commas, raw line breaks, unescaped quotes, cut off.

`cut` gives the parts of a text that stand for themselves, `load` and `repair` read one of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from math import isfinite
from typing import Final

import orjson
from attrs import frozen

from articlekit.article import Json
from articlekit.diagnostic import Diagnostic
from articlekit.errors import ParseError

_WRAPPING: Final = re.compile(
    r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?://\s*)?(?:-->|\]\]>|/\*\s*\]\]>\s*\*/);?\s*$"
)
# A string's end is a quote before what may follow a string; any other quote inside was not escaped.
_TOKEN: Final = re.compile(
    r'(?P<space>\s+)|(?P<comment>//[^\n]*|/\*.*?(?:\*/|\Z)|<!--.*?(?:-->|\Z))|(?P<quote>["\'])|(?P<mark>[{}\[\],:])|(?P<word>[^\s{}\[\],:"\'/<]+|.)',
    re.DOTALL,
)
_STRING_PARTS: Final = {
    '"': re.compile(r'[^"\\]+|\\.|"', re.DOTALL),
    "'": re.compile(r"[^'\\]+|\\.|'", re.DOTALL),
}
_AFTER_STRINGS: Final = {
    quote: re.compile(
        rf'\s*(?:[:}}\]]|$|,\s*(?:["{{\[}}\]\d{following}-]|true\b|false\b|null\b|//|/\*))'
        # A comma may be missing where a line ends.
        r'|\s+(?://|/\*)|[^\S\n]*\n\s*"[^"\\\n]{1,60}"\s*:'
    )
    for quote, following in (('"', ""), ("'", "'"))
}
_NUMBER_OR_WORD: Final = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null")
_DEEPEST: Final = 1000
_LONGEST: Final = 500_000
"""Characters of a block that is repaired: sound ones may be longer."""
_CONTROLS: Final = re.compile(r"[\x00-\x1f]")
_ESCAPES: Final = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}
# Atomic, not possessive: before 3.11.5 Python goes astray where such a group fails halfway.
_BEFORE: Final = re.compile(r"(?>(?:\s+|//[^\n]*\n|/\*.*?\*/|<!--|<!\[CDATA\[)*)", re.DOTALL)
_SPACE: Final = re.compile(r"\s*")
_CLOSING: Final = re.compile(r"[\]},;\s]*")
_ESCAPE: Final = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})')


def load(text: str) -> Json:
    """Read JSON that is valid.

    Raises:
        ValueError: It is not, or nests deeper than 1,024 levels.
    """
    value: Json = orjson.loads(text.encode("utf-8", "replace"))
    return value


def unwrapped(text: str) -> str:
    """Take off what hides a script from readers of XML or of old HTML: it is no part of the JSON.

    Example:
        >>> unwrapped('//<![CDATA[ {"title": "A"}; //]]>')
        '{"title": "A"}'
    """
    return _WRAPPING.sub("", _WRAPPING.sub("", text)).strip().rstrip(";")


@frozen(kw_only=True)
class Repaired:
    """What could be understood of broken JSON."""

    value: Json
    #: Whether it ends before its last object or list does.
    is_cut: bool = False


def repair(text: str) -> Repaired:
    """Read JSON that is broken, as far as it can be understood.

    Linear in its length: each character is looked at a bounded number of times.

    Raises:
        ValueError: It cannot be understood, or is longer than 500,000 characters.

    Example:
        >>> repair('{"title": "He said "so"", // a comment')
        Repaired(value={'title': 'He said "so"'}, is_cut=True)
    """
    if len(text) > _LONGEST:
        raise ValueError(f"it is broken, and longer than {_LONGEST:,} characters")
    text = unwrapped(text)
    if "&quot;" in text and '"' not in text:
        text = unescape(text)
    written, is_cut = _rewritten(text)
    return Repaired(value=load(written), is_cut=is_cut)


@frozen(kw_only=True)
class JsonReading:
    """A value that was read, and what had to be done to read it."""

    value: Json
    diagnostics: tuple[Diagnostic, ...] = ()


def read(text: str) -> JsonReading:
    """Read JSON whether it is valid or broken, and say what is wrong with it.

    Raises:
        ParseError: It cannot be understood at all.

    Example:
        >>> [diagnostic.code for diagnostic in read('{"title": "One li').diagnostics]
        ['json.truncated']
    """
    try:
        return JsonReading(value=load(text))
    except ValueError as invalid:
        try:
            repaired = repair(text)
        except ValueError as failed:
            raise ParseError(f"it is not JSON: {invalid}; repaired it is not either: {failed}") from failed
    if repaired.is_cut:
        return _read(repaired.value, "json.truncated", "the JSON ends early; it was read as far as it goes")
    return _read(repaired.value, "json.invalid", "the JSON is not valid; it was read as far as it can be understood")


def _read(value: Json, code: str, message: str) -> JsonReading:
    return JsonReading(value=value, diagnostics=(Diagnostic(code=code, message=message),))


def _rewritten(text: str) -> tuple[str, bool]:
    """Write the tokens anew, with all that JSON asks for between them; say whether they end early."""
    out: list[str] = []
    closers: list[str] = []
    position = 0
    while position < len(text):
        token = _TOKEN.match(text, position)
        assert token is not None  # noqa: S101  the last alternative takes anything
        kind, position = token.lastgroup, token.end()
        if kind == "quote":
            # A single one is no mark of JSON's, and is taken for one only where a value or name is to come.
            if token[0] == "'" and out and out[-1] not in ",:{[":
                continue
            string, position = _string(text, position, token[0])
            _separate(out)
            out.append(string)
        elif kind == "word":
            if _NUMBER_OR_WORD.fullmatch(token[0]):
                _separate(out)
                out.append(_finite(token[0]))
        elif kind == "mark":
            mark = token[0]
            if mark in "}]":
                _close(out, closers, mark)
                if not closers:
                    break
            elif mark in "{[":
                _separate(out)
                closers.append("}" if mark == "{" else "]")
                out.append(mark)
                if len(closers) > _DEEPEST:
                    raise ValueError("it nests too deep")
            elif out and out[-1] not in ",:{[":
                out.append(mark)
    is_cut = bool(closers)
    while closers:
        _close(out, closers, closers[-1])
    return "".join(out), is_cut


def _finite(word: str) -> str:
    """Put quotation marks around a number that is too great: its digits are kept as text."""
    return word if word.isalpha() or isfinite(float(word)) else f'"{word}"'


def _separate(out: list[str]) -> None:
    if out and out[-1] not in ",:{[":
        out.append(",")


def _close(out: list[str], closers: list[str], mark: str) -> None:
    if mark not in closers[-2:]:
        return
    while closers:
        if out[-1] == ":":
            out.append("null")
        elif out[-1] == ",":
            out.pop()
        # Of an object that was cut off behind a name nothing is left of the name.
        closer = closers.pop()
        if closer == "}" and len(out) > 1 and out[-1].startswith('"') and out[-2] in ",{":
            out.append(":null")
        out.append(closer)
        if closer == mark:
            break


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


def start_of(text: str) -> int:
    """Find where JSON begins: behind white space, comments and the mark of a CDATA section."""
    before = _BEFORE.match(text)
    return before.end() if before else 0


def cut(text: str, *, record: str, lists: Sequence[str] = ()) -> list[str]:
    """Cut a text into the values that are to be read each for itself; linear in its length.

    Sound values that stand one behind the other are values of their own. What follows them and is broken is cut where
    its records begin, if it is a list of them, so that what is broken in one does not reach the next.

    Args:
        text: JSON, sound or broken.
        record: A regular expression of how the first member of a record begins: ``'"id"'``. May not backtrack.
        lists: Members that hold a list of records in an object around it: ``items``.

    Example:
        >>> cut('[{"id": 1, "a": "}, {"id": 2}]', record='"id"')
        ['{"id": 1, "a": "}', '{"id": 2}']
    """
    sound, position = _sound_values(text, start_of(text))
    rest = text[position:]
    return [*sound, *_pieces(rest, record, lists)] if rest.strip() else sound


def _sound_values(text: str, position: int) -> tuple[list[str], int]:
    """Give the sound values that the text begins with, and where what is not one begins."""
    decoder = json.JSONDecoder()
    found: list[str] = []
    start = 0
    while position < len(text) and text[position] in "{[":
        try:
            _, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            break
        found.append(text[position:end])
        space = _SPACE.match(text, end)
        start = position = space.end() if space else end
    return found, start


def _pieces(text: str, record: str, lists: Sequence[str]) -> Iterator[str]:
    start = start_of(text)
    begins = rf"\{{\s*(?:{record})"
    opening = rf'\{{[^{{}}\[\]]{{0,2000}}"(?:{"|".join(lists) or "(?!)"})"\s*:\s*\[\s*(?={begins})'
    holder = re.compile(opening).match(text, start)
    # Possessive: each space is looked at once. In a list a record may have lost its end; beside one stands no comma.
    is_list = holder is not None or text.startswith("[", start)
    between = r"(?:(?<=[}\]])\s*+,?|,)\s*+" if is_list else r"(?<=[}\]])\s*+"
    spans = [found.span() for found in re.compile(rf"{between}(?={begins})").finditer(text, start)]
    if not spans:
        yield text
        return
    starts = [holder.end() if holder else start + is_list, *(end for _, end in spans)]
    for begin, end in zip(starts, [*(start for start, _ in spans), len(text)], strict=True):
        yield _without_closing(text[begin:end])


def _without_closing(piece: str) -> str:
    """Leave out the brackets that close what a piece was cut out of."""
    piece = piece.lstrip()
    try:
        _, end = json.JSONDecoder().raw_decode(piece)
    except (ValueError, RecursionError):
        return piece
    return piece[:end] if _CLOSING.fullmatch(piece, end) else piece
