"""JSON as it is found: with comments, trailing commas, raw line breaks, unescaped quotes, cut off.

`read` is all that most formats need. `split` and `cut` give the parts of a text that stand for themselves, `load` and
`repair` read one of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Final

import orjson
from attrs import frozen

from articlekit._json_rewriting import rewritten
from articlekit.article import Json
from articlekit.diagnostic import Diagnostic
from articlekit.errors import ParseError
from articlekit.json_members import replaced_members
from articlekit.json_numbers import exact
from articlekit.surrogates import without_surrogates

_WRAPPING: Final = re.compile(
    r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?://\s*)?(?:-->|\]\]>|/\*\s*\]\]>\s*\*/);?\s*$"
)
# A whole pair and any other escape come first: what is left is a half.
_ESCAPED: Final = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.", re.DOTALL
)
_LONGEST: Final = 500_000
"""Characters of a block that is repaired: sound ones may be longer."""
# Atomic, not possessive: before 3.11.5 Python goes astray where such a group fails halfway.
_BEFORE: Final = re.compile(r"(?>(?:\s+|//[^\n]*\n|/\*.*?\*/|<!--|<!\[CDATA\[)*)", re.DOTALL)
# White space, commas, and the mark that begins a value in a sequence of them (RFC 7464 §2.2).
_BETWEEN: Final = re.compile(r"[\s,;\x1e\ufeff]*")
_CLOSING: Final = re.compile(r"[\]},;\s]*")


def load(text: str) -> Json:
    r"""Read JSON that is valid; halves of surrogate pairs, which its strings may hold, become U+FFFD.

    Raises:
        ValueError: It is not, or nests deeper than 1,024 levels.

    Example:
        >>> load(r'{"id": 123456789012345678901, "title": "A \ud83d"}')
        {'id': 123456789012345678901, 'title': 'A �'}
    """
    try:
        return exact(orjson.loads(text), text)
    except ValueError:
        whole = without_halves(text)
        if whole == text:
            raise
        return exact(orjson.loads(whole), whole)


def without_halves(text: str) -> str:
    r"""Put U+FFFD in the place of each half of a surrogate pair, as it is or escaped, that has lost the other one.

    Programs that cut a text by UTF-16 leave one behind where they cut through an emoji.

    Example:
        >>> without_halves(r'"\ud83d\ude00 \ud83d \\ud83d"')
        '"\\ud83d\\ude00 \\ufffd \\\\ud83d"'
    """
    if "\\ud" in text or "\\uD" in text:
        text = _ESCAPED.sub(lambda found: found[0] if found[1] is None else "\\ufffd", text)
    return without_surrogates(text)


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
    written = rewritten(text)
    return Repaired(value=load(written.json), is_cut=written.is_cut)


HALVES: Final = Diagnostic(code="json.lone-surrogate", message="halves of surrogate pairs were replaced by U+FFFD")
"""What `without_halves` has done, to be said."""
_CUT: Final = Diagnostic(code="json.truncated", message="the JSON ends early; it was read as far as it goes")
_INVALID: Final = Diagnostic(
    code="json.invalid", message="the JSON is not valid; it was read as far as it can be understood"
)


@frozen(kw_only=True)
class JsonReading:
    """A value that was read, and what had to be done to read it."""

    value: Json
    diagnostics: tuple[Diagnostic, ...] = ()


def read(text: str) -> JsonReading:
    """Read JSON whether it is valid or broken, and say what is wrong with it.

    Several values that stand one behind the other become one list of them, and of what those hold that are lists.

    Raises:
        ParseError: It cannot be understood at all.

    Example:
        >>> [diagnostic.code for diagnostic in read('{"title": "One li').diagnostics]
        ['json.truncated']
        >>> read('{"title": "One"} {"title": "Two"}').value
        [{'title': 'One'}, {'title': 'Two'}]
    """
    halves = (HALVES,) if without_halves(text) != text else ()
    try:
        value = load(text)
    except ValueError as invalid:
        values = split(text)
        if len(values) > 1:
            return _together(values)
        try:
            repaired = repair(text)
        except ValueError as failed:
            raise ParseError(f"it is not JSON: {invalid}; repaired it is not either: {failed}") from failed
        return JsonReading(value=repaired.value, diagnostics=(*halves, _CUT if repaired.is_cut else _INVALID))
    return JsonReading(value=value, diagnostics=(*halves, *replaced_members(value, text)))


def _together(texts: Sequence[str]) -> JsonReading:
    """Read values that stand one behind the other; one that cannot be understood never costs the others."""
    values: list[Json] = []
    message = f"{len(texts)} JSON values stand one after the other; they were read as one list"
    notes = [Diagnostic(code="json.several", message=message)]
    failures: list[ParseError] = []
    for text in texts:
        try:
            reading = read(text)
        except ParseError as failed:
            failures.append(failed)
            continue
        values += reading.value if isinstance(reading.value, list) else [reading.value]
        notes += reading.diagnostics
    if not values:
        raise failures[0]
    if failures:
        message = f"values that cannot be understood ({len(failures)}), the first because {failures[0].reason}"
        notes.append(Diagnostic(code="item.skipped", message=message))
    return JsonReading(value=values, diagnostics=tuple(dict.fromkeys(notes)))


def start_of(text: str, position: int = 0) -> int:
    """Find where JSON begins, from a place on: behind white space, comments and the mark of a CDATA section."""
    before = _BEFORE.match(text, position)
    return before.end() if before else position


def split(text: str) -> list[str]:
    """Split a text into the values that stand one behind the other, sound or broken; linear in its length.

    What is no value goes with the one before it, and all that is longer than can be repaired is one.

    Example:
        >>> split('{"id": 1}{"id": 2,}, [3] and so on')
        ['{"id": 1}', '{"id": 2,}', '[3] and so on']
    """
    values, position = _sound_values(text, start_of(text))
    while position < len(text):
        if values and not text.startswith(("{", "["), position):
            values[-1] = slice(values[-1].start, len(text))
            break
        end, following = _end_of_broken(text, position)
        values.append(slice(position, end))
        position = following
    return [text[value] for value in values] or [text]


def _end_of_broken(text: str, position: int) -> tuple[int, int]:
    """Say where a broken value ends, and where the one behind it begins; both are the end, where none follows."""
    if len(text) - position <= _LONGEST:
        try:
            end = rewritten(text, position).end
        except ValueError:
            return len(text), len(text)
        if text.startswith(("{", "["), following := _following(text, end)):
            return end, following
    return len(text), len(text)


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
    values, position = _sound_values(text, start_of(text))
    sound = [text[value] for value in values]
    rest = text[position:]
    return [*sound, *_pieces(rest, record, lists)] if rest.strip() else sound


def _sound_values(text: str, position: int) -> tuple[list[slice], int]:
    """Say where the sound values stand that the text begins with, and where what is not one begins."""
    decoder = json.JSONDecoder()
    found: list[slice] = []
    start = 0
    while position < len(text) and text[position] in "{[":
        try:
            _, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            break
        found.append(slice(position, end))
        start = position = _following(text, end)
    return found, start


def _following(text: str, end: int) -> int:
    """Find where what stands behind a value begins."""
    between = _BETWEEN.match(text, end)
    return start_of(text, between.end() if between else end)


def _pieces(text: str, record: str, lists: Sequence[str]) -> Iterator[str]:
    start = start_of(text)
    begins = rf"\{{\s*(?:{record})"
    opening = rf'\{{[^{{}}\[\]]{{0,2000}}"(?:{"|".join(lists) or "(?!)"})"\s*:\s*\[\s*'
    holder = re.compile(f"{opening}(?={begins})").match(text, start)
    # Possessive: each space is looked at once. In a list a record may have lost its end; beside one stands no comma.
    is_list = holder is not None or text.startswith("[", start)
    between = r"(?:(?<=[}\]])\s*+,?|,)\s*+" if is_list else r"(?<=[}\]])\s*+"
    # What holds records may be one of several that stand in a list.
    borders = re.compile(rf"{between}(?:{opening})?(?={begins})")
    spans = [found.span() for found in borders.finditer(text, holder.end() if holder else start)]
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
