"""Reads an answer as PHP prints its own arrays: ``serialize``, ``var_export`` and ``print_r``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from articlekit_wordpress.repair.surroundings import Unwrapped
from articlekit_wordpress.repair.tree import MAX_DEPTH

if TYPE_CHECKING:
    from articlekit.plugin import Json

_OPEN, _CLOSE = object(), object()
_Event = object  # `_OPEN`, `_CLOSE`, or a name or value; names and values take turns.

_SERIALIZED: Final = re.compile(
    rb'(?P<open>(?:a|O:\d{1,9}:"[^"]{1,200}"):\d{1,9}:\{)|(?P<close>\})|(?P<string>s:(\d{1,9}):")'
    rb"|(?P<scalar>(?:i:(-?\d{1,300})|d:([-+.\deE]{1,60})|b:([01]));)|(?P<null>N;)"
)
_STRING_ENDS: Final = re.compile(rb'";(?=[aOsidbN][:;]|\}|\Z)')
_EXPORTED: Final = re.compile(
    r"""(?P<open>(?:\(object\)\s?)?(?:array\s?\(|\\?[A-Za-z_]\w{0,99}::__set_state\((?:array\()?|\[))|(?P<close>[)\]])
    |'(?P<single>(?:[^'\\]++|\\.)*+)(?:'|\Z)|"(?P<double>(?:[^"\\]++|\\.)*+)(?:"|\Z)
    |(?P<number>-?\d[\d.eE+-]{0,300})|(?P<word>\b(?ai:true|false|null)\b)|(?P<rest>[^'"()\[\]\w]++|\w++)""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_WORDS: Final[dict[str, Json]] = {"true": True, "false": False, "null": None}
_BEGINS: Final = re.compile(
    r"\s*+(?:<\?php\b[^(\[]{0,200}?)?(?:(?P<exported>\(object\)|array\s?\(\s|stdClass::)"
    r"|(?P<printed>(?:Array|\w{1,99} Object)\s{1,9}\(\r?\n)|(?P<serialized>(?:a:\d|O:\d{1,9}:\")))"
)
_ENTRY: Final = re.compile(r"( {4,})\[([^\]\n]{1,200})\] => (.*)")
_SUBARRAY: Final = re.compile(r"(?:Array|[\w\\]{1,99} Object)\s*")


def php_array(text: str) -> Unwrapped | None:
    """Write an array of PHP as JSON; without its last brackets, where it was cut off."""
    found = _BEGINS.match(text)
    if not found:
        return None
    name = found.lastgroup
    if name == "serialized":
        events = _serialized(text[found.start(name) :])
    elif name == "exported":
        events = _exported(text[found.start(name) :])
    else:
        events = _printed(text)
    value, missing = _built(events)
    if not isinstance(value, dict | list) or not value:
        return None
    written = json.dumps(value)
    return Unwrapped(
        text=written[: len(written) - missing], message=f"it was {name} as PHP does", code="json.wrapped", start=None
    )


def _built(events: Iterator[_Event]) -> tuple[Json, int]:
    """Put names and values together; say how many arrays are still open at the end."""
    stack: list[tuple[dict[str, Json], list[Json]]] = []
    ignored = 0
    for event in events:
        if event is _OPEN and len(stack) >= MAX_DEPTH:
            ignored += 1
        elif event is _CLOSE and ignored:
            ignored -= 1
        elif event is _OPEN:
            stack.append(({}, []))
        elif event is _CLOSE:
            if not stack:
                continue
            value = _array(stack.pop()[0])
            if not stack:
                return value, 0
            _put(stack[-1], value)
        elif stack:
            _put(stack[-1], event)  # type: ignore[arg-type]
    missing = len(stack)
    value = None
    while stack:
        value = _array(stack.pop()[0])
        if stack and stack[-1][1]:
            _put(stack[-1], value)
    return value, missing


def _put(array: tuple[dict[str, Json], list[Json]], value: Json) -> None:
    members, name = array
    if name:
        members[str(name.pop())] = value
    else:
        name.append(value if isinstance(value, str | int) else "")


def _array(members: dict[str, Json]) -> Json:
    """Give an array whose names count from 0 on as a list."""
    return list(members.values()) if members and list(members) == list(map(str, range(len(members)))) else members


def _serialized(text: str) -> Iterator[_Event]:
    data = text.encode("utf-8", "replace")
    position = 0
    while found := _SERIALIZED.match(data, position):
        position = found.end()
        if found["open"]:
            yield _OPEN
        elif found["close"]:
            yield _CLOSE
        elif found["string"]:
            end = position + int(found[4])
            if data[end : end + 2] != b'";':  # Whoever replaced words in it forgot to count.
                after = _STRING_ENDS.search(data, position)
                end = after.start() if after else len(data)
            yield data[position:end].decode("utf-8", "replace")
            position = end + 2
        elif found["null"]:
            yield None
        else:
            integer, decimal, truth = found.group(6, 7, 8)
            yield int(integer) if integer else truth == b"1" if truth else _decimal(decimal.decode())


def _exported(text: str) -> Iterator[_Event]:
    for found in _EXPORTED.finditer(text):
        match found.lastgroup:
            case "open":
                yield _OPEN
            case "close":
                yield _CLOSE
            case "single" | "double":
                yield re.sub(r"\\(['\"\\])", r"\1", found[found.lastgroup])
            case "number":
                yield int(found[0]) if found[0].lstrip("-").isdecimal() else _decimal(found[0])
            case "word":
                yield _WORDS[found[0].lower()]


def _decimal(digits: str) -> Json:
    try:
        return float(digits)
    except ValueError:
        return digits


def _printed(text: str) -> Iterator[_Event]:
    """Read what ``print_r`` prints: what a line is, its indentation says."""
    yield _OPEN
    depth, lines = 1, text.split("\n")
    string: list[str] = []
    for line in lines[1:]:
        entry = _ENTRY.match(line)
        if entry and len(entry[1]) == 8 * depth - 4:
            if string:
                yield _scalar(string)
            yield entry[2]
            string = [entry[3]]
            if _SUBARRAY.fullmatch(entry[3]):
                string, depth = [], depth + 1
                yield _OPEN
        elif line.rstrip("\r") == " " * (8 * depth - 8) + ")":
            if string:
                yield _scalar(string)
            yield _CLOSE
            string, depth = [], depth - 1
            if not depth:
                return
        elif string:
            string.append(line)
    if string:
        yield _scalar(string)


def _scalar(lines: list[str]) -> Json:
    text = "\n".join(lines)
    return int(text) if len(text) < 300 and re.fullmatch(r"-?(?:0|[1-9][0-9]*)", text, re.ASCII) else text
