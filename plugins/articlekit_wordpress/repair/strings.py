"""Where a string ends in JSON whose quotes cannot be trusted, and what its escapes stand for.

A string of sound JSON ends at the first quote without a backslash. Where backslashes were stripped, or references
decoded too early, that quote may be any of an attribute. But WordPress always goes on in the same way after a string,
with ``","protected":`` or ``"},"excerpt":``, and an end is known by that.
"""

from __future__ import annotations

import json
import re

from attrs import frozen

from articlekit_wordpress.vocabulary import KNOWN, OF_A_POST, PLAIN, RENDERED, TEXTS

# Possessive repeats (++, *+) give no character back, so no input makes these patterns try a place twice.
_NEXT_QUOTE = {quote: re.compile(rf"(?:[^{quote}\\]++|\\.)*+{quote}", re.DOTALL) for quote in "\"'"}
_MEMBER = (
    r"(?:\"(?P<double>[^\"\\\n]{1,80}+)\"|'(?P<single>[^'\\\n]{1,80}+)'|(?P<bare>[A-Za-z_$][\w$]{0,80}+))\s{0,9}+:"
)
# What can follow a value: the next member, perhaps after ends of objects and lists; the next element; the end.
_FOLLOWS = re.compile(
    rf"""\s*+(?:
        (?:,|(?<=\n)|(?<=[\ ]))\s*+{_MEMBER}                                             # ,"key":
      | ,\s*+(?:[\[{{"'0-9]|-[0-9]|true|false|null|True|False|None)(?P<element>)         # , next element
      | (?P<closers>(?:,?\s*+[\]}}])++)\s*+(?:,?\s*+(?P<next>[\[{{"'A-Za-z_$])|[);<"'`/]|\Z)
      | (?P<end>\Z)
    )""",
    re.VERBOSE,
)
_KEY_AFTER = re.compile(rf"\s*+,?\s*+{_MEMBER}")
_OPENING = re.compile(_MEMBER)
_RAW_TEXT_TAG = re.compile(r"<(\\?/)?(?:script|style)\b", re.IGNORECASE)


@frozen(kw_only=True)
class Place:
    """Where a string stands: what is around it decides what may follow."""

    in_list: bool
    #: Name of the member whose value it is.
    key: str | None
    #: Where the text ends for it: the end of all, or the next post.
    limit: int


@frozen(kw_only=True)
class End:
    """Where a string ends."""

    #: Offset after its last character.
    stop: int
    #: Offset where reading goes on.
    resume: int
    #: Whether it holds quotes that should have been escaped.
    damaged: bool = False
    #: Whether it has no end, because the text was cut off.
    cut: bool = False
    #: Whether something is missing before what follows it.
    hole: bool = False


def find_end(text: str, start: int, quote: str, place: Place) -> End:
    """Find where the string ends whose first character stands at `start`, after its opening `quote`."""
    markup = _Markup(text, start)
    damaged = False
    position = start
    while found := _NEXT_QUOTE[quote].match(text, position, place.limit):
        position = found.end()
        at = position - 1
        if (place.key in PLAIN and not place.in_list) or _is_end(text, at, place, markup if damaged else None):
            return End(stop=at, resume=position, damaged=damaged)
        if text[at - 1] == "," and at > start and _is_hole(text, at, place, markup):
            return End(stop=at - 1, resume=at - 1, damaged=True, hole=True)
        damaged = True
    return End(stop=place.limit, resume=place.limit, damaged=damaged, cut=True)


def _is_end(text: str, at: int, place: Place, markup: _Markup | None) -> bool:
    """Tell whether the quote at `at` ends a string; `markup` is given where an earlier quote in it did not."""
    found = _FOLLOWS.match(text, at + 1, place.limit)
    if not found:
        return False
    if found["end"] is not None:
        return markup is None
    if found["element"] is not None:
        return place.in_list and not (markup and markup.open_at(at))
    if found["closers"] is None:
        return not place.in_list and _is_member(found, at, place, markup)
    if markup is None or not markup.open_at(at):
        return True
    after = _KEY_AFTER.match(text, found.end("closers"), place.limit)
    return after is not None and _name(after) in OF_A_POST and not markup.raw_text_at(at)


def _is_member(found: re.Match[str], at: int, place: Place, markup: _Markup | None) -> bool:
    """Tell whether what follows the quote at `at` is the next member, and no part of the string."""
    if found["bare"] and not {",", "\n"}.intersection(found[0]):
        return False
    if markup is None:
        return True
    if place.key in RENDERED:
        return _name(found) in RENDERED
    return (_name(found) in KNOWN and not markup.raw_text_at(at)) or not markup.open_at(at)


def _name(found: re.Match[str]) -> str:
    name: str | None = found["double"] or found["single"] or found["bare"]
    return name or ""


def _is_hole(text: str, at: int, place: Place, markup: _Markup) -> bool:
    """Tell whether the quote at `at`, which follows a comma, opens the name of a post's next member."""
    found = _OPENING.match(text, at, place.limit)
    return found is not None and found["double"] in OF_A_POST and not markup.raw_text_at(at)


_BREAK = re.compile(r"[,}\]]")


def find_bare_end(text: str, start: int, place: Place) -> End:
    """Find where a string ends that has no quotes at all: where it can be seen that something else begins."""
    markup = _Markup(text, start) if place.key in TEXTS else None
    for found in _BREAK.finditer(text, start, place.limit):
        if _is_end(text, found.start() - 1, place, markup):
            return End(stop=found.start(), resume=found.start(), damaged=True)
    return End(stop=place.limit, resume=place.limit, damaged=True, cut=True)


class _Markup:
    """How far into HTML a place of a string is; looked up from left to right, each character once."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._seen = start
        self._in_tag = False
        self._raw_text = False

    def _advance(self, to: int) -> None:
        opened, closed = self._text.rfind("<", self._seen, to), self._text.rfind(">", self._seen, to)
        if max(opened, closed) >= 0:
            self._in_tag = opened > closed and self._text[opened + 1 : opened + 2].isalpha()
        for tag in _RAW_TEXT_TAG.finditer(self._text, self._seen, to):
            self._raw_text = tag[1] is None
        self._seen = max(self._seen, to)

    def open_at(self, offset: int) -> bool:
        """Whether a tag, a script or a style sheet is not closed yet at `offset`."""
        self._advance(offset)
        return self._in_tag or self._raw_text

    def raw_text_at(self, offset: int) -> bool:
        """Whether `offset` lies in a script or a style sheet."""
        self._advance(offset)
        return self._raw_text


_ESCAPE = re.compile(
    r"\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})"  # a pair of surrogates
    r"|u([0-9a-fA-F]{4})|U(000[0-9a-fA-F]{5}|0010[0-9a-fA-F]{4})|x([0-9a-fA-F]{2})"
    r"|(u[0-9a-fA-F]{0,3}\Z|\Z)|(.))",
    re.DOTALL,
)
_NAMED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "\n": ""} | {char: char for char in "\"'/\\`"}


def unescape(string: str) -> str:
    r"""Read the escapes of JSON, and those that Python and JavaScript add to them.

    An escape that was cut off at the end is dropped, one that is none stays as it is: ``\d``. Half of a surrogate pair
    stays too, for whoever counts the losses.
    """
    return _ESCAPE.sub(_character, string) if "\\" in string else string


def read_string(string: str) -> str:
    """Read the inside of a quoted string, at the speed of `json` where it is sound."""
    if "\\" not in string:
        return string
    try:
        value = _LENIENT.decode(f'"{string}"')
    except ValueError:
        return unescape(string)
    return value if isinstance(value, str) else unescape(string)


_LENIENT = json.JSONDecoder(strict=False)


def _character(escape: re.Match[str]) -> str:
    high, low, unit, point, byte, cut, name = escape.groups()
    if high is not None:
        return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + (int(low, 16) - 0xDC00))
    if cut is not None:
        return ""
    number = unit or point or byte
    if number is not None:
        return chr(int(number, 16))
    return _NAMED.get(name, "\\" + name)
