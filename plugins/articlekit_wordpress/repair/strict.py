"""Reads JSON that is JSON, or nearly: what the standard library accepts beyond the standard, with a note for each."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TypeVar

import orjson
from attrs import frozen

from articlekit.json_members import replaced_members
from articlekit.json_numbers import exact, read_decimal, read_integer
from articlekit.plugin import Diagnostic
from articlekit_wordpress.vocabulary import KNOWN

if TYPE_CHECKING:
    from articlekit.plugin import Json

Number = TypeVar("Number", int | str, float | str)


@frozen(kw_only=True)
class Read:
    """A value, and what had to be overlooked to read it."""

    value: Json
    diagnostics: tuple[Diagnostic, ...] = ()
    #: Whether `json` read it, which lets more through than the standard does.
    lenient: bool = False


@frozen(kw_only=True)
class Refused:
    """Why a text is no JSON."""

    reason: str
    offset: int


#: Characters that JSON forbids inside strings, and that no text needs. Vertical tab and form feed part words.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_NOT_A_NUMBER = re.compile(r"(?<![\w\"])-?(?:NaN|Infinity)\b")
_BETWEEN_VALUES = re.compile(r"[\s,;\x1e\ufeff]*+")
_KNOWN_MEMBER = re.compile(rf'[{{,]\s{{0,99}}+["\']?(?:{"|".join(sorted(map(re.escape, KNOWN)))})["\']?\s{{0,9}}+:')


def read_json(text: str) -> Read | None:
    """Read `text` as one JSON value, as the standard has it."""
    try:
        value = exact(orjson.loads(text), text)
    except orjson.JSONDecodeError:
        return None
    return Read(value=value, diagnostics=replaced_members(value, text))


def read_nearly_json(text: str) -> Read | Refused:
    """Read `text` as JSON with some liberties, or as several values one after the other (NDJSON), given as a list."""
    reader = _Reader(text)
    start = _next_value(text, 0)
    if text[start : start + 1] not in {"{", "[", '"'}:
        return Refused(reason="it begins with neither { nor [", offset=start)
    try:
        value, end = reader.value(start)
    except (ValueError, RecursionError) as error:
        offset = error.pos if isinstance(error, json.JSONDecodeError) else start
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "it is nested too deeply"
        return Refused(reason=reason[:1].lower() + reason[1:], offset=offset)
    return reader.rest(value, start, end)


def _next_value(text: str, after: int) -> int:
    between = _BETWEEN_VALUES.match(text, after)
    return between.end() if between else after


class _Reader:
    """Reads the values of a text with `json`, which takes raw control characters, NaN and lone surrogates."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._decoder = json.JSONDecoder(
            strict=False, parse_constant=self._no_number, parse_int=self._integer, parse_float=self._decimal
        )
        self._notes: list[Diagnostic] = []

    def _no_number(self, _: str) -> None:
        if not any(note.code == "json.invalid" for note in self._notes):
            found = _NOT_A_NUMBER.search(self._text)
            self._note(
                "json.invalid",
                "NaN or Infinity stand where numbers should; they were read as null",
                found and found.start(),
            )

    def _integer(self, digits: str) -> int | str:
        return self._noted(read_integer(digits))

    def _decimal(self, digits: str) -> float | str:
        return self._noted(read_decimal(digits))

    def _noted(self, number: Number) -> Number:
        if isinstance(number, str) and not any(note.code == "json.invalid" for note in self._notes):
            message = "a number is greater than Python holds; its digits were read as text"
            self._note("json.invalid", message, self._text.find(number))
        return number

    def _note(self, code: str, message: str, offset: int | None) -> None:
        self._notes.append(Diagnostic(code=code, message=message, offset=offset))

    def value(self, start: int) -> tuple[Any, int]:
        return self._decoder.raw_decode(self._text, start)

    def rest(self, first: Json, start: int, end: int) -> Read | Refused:
        """Look at what follows the first value: nothing, more values, or noise."""
        text, values, last = self._text, [first], end
        while (position := _next_value(text, last)) < len(text):
            if text[position] not in {"{", "["}:
                break
            try:
                value, last = self.value(position)
            except (ValueError, RecursionError):
                break
            values.append(value)
        if text[:start].strip() or (len(values) == 1 and text[last:position].strip()):
            self._note("json.surrounded", "signs beside the JSON were left out", 0 if text[:start].strip() else last)
        if position < len(text):
            if not isinstance(first, dict | list) or not looks_like_answer(first) or _KNOWN_MEMBER.search(text, last):
                return Refused(reason="something else follows the first value", offset=end)
            self._note("json.surrounded", f"{len(text) - last} characters after the JSON were left out", last)
        if first_control := _CONTROLS.search(text, start, last):
            message = "control characters stand unescaped in the JSON and were left out"
            self._note("json.control-characters", message, first_control.start())
        elif (
            not self._notes and position == len(text) and len(values) == 1 and (raw := _raw_line_end(text, start, end))
        ):
            self._note("json.invalid", "line ends or tabs stand unescaped in strings", raw)
        return Read(value=self._together(values, end), diagnostics=tuple(self._notes), lenient=True)

    def _together(self, values: list[Json], end: int) -> Json:
        if len(values) == 1:
            return values[0]
        kept = [value for value in values if _holds_answer(value) and not _is_error(value)]
        if not kept or len(kept) < len(values):
            message = f"{len(values)} JSON values stand one after the other; what is no post was left out"
            self._note("json.surrounded", message, end)
            kept = kept[:1] if len(kept) == 1 else kept or values[:1]
            if len(kept) == 1:
                return kept[0]
        else:
            self._note(
                "json.several", f"{len(kept)} JSON values stand one after the other; they were read as one list", end
            )
        merged: list[Json] = []
        for value in kept:
            merged.extend(value) if isinstance(value, list) else merged.append(value)
        return merged


def looks_like_answer(value: Json) -> bool:
    """Whether a value has the members of a post, a list of posts, an envelope or an error."""
    if isinstance(value, list):
        return any(looks_like_answer(item) for item in value[:3] if isinstance(item, dict))
    if not isinstance(value, dict):
        return False
    known = len(KNOWN.intersection(value))
    return (
        known >= 2
        or (known == 1 and len(value) == 1)
        or any(isinstance(value.get(name), list) for name in ("posts", "body"))
    )


def _holds_answer(value: Json, depth: int = 3) -> bool:
    """Whether it is an answer, or what a recording of a server wraps round one."""
    inner = value.values() if isinstance(value, dict) and depth else ()
    return looks_like_answer(value) or any(_holds_answer(each, depth - 1) for each in inner)


def _is_error(value: Json) -> bool:
    return isinstance(value, dict) and "message" in value and ("code" in value or "error" in value)


def _raw_line_end(text: str, start: int, end: int) -> int | None:
    """Find the first raw line end or tab: in compact JSON there is none but in a string."""
    places = [place for mark in "\n\r\t" if (place := text.find(mark, start, end)) >= 0]
    return min(places, default=None)
