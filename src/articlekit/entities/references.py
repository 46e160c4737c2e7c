"""Reads and writes character references, as the HTML standard's tokenizer takes them."""

from __future__ import annotations

import re
import sys
from enum import StrEnum
from functools import cache
from html.entities import codepoint2name, html5

_REPLACEMENT_CHARACTER = "\ufffd"

# What the standard's "numeric character reference end state" puts in the place of some numbers: U+FFFD for NULL, and
# windows-1252 for the C1 controls, except the five bytes that windows-1252 has no character for.
_UNASSIGNED_IN_WINDOWS_1252 = frozenset({0x81, 0x8D, 0x8F, 0x90, 0x9D})
_REMAPPED = {0: _REPLACEMENT_CHARACTER} | {
    number: bytes([number]).decode("windows-1252")
    for number in range(0x80, 0xA0)
    if number not in _UNASSIGNED_IN_WINDOWS_1252
}

# `html5` has the names with their semicolon, and once more without it those few that HTML always knew without.
_LONGEST_LEGACY_NAME = max(len(name) for name in html5 if not name.endswith(";"))

# What stands between "&" and ";" in nearly every reference that is really written: all names, and the characters of
# HTML 4 (and the apostrophe) by number, "&#038;" with the leading zero of WordPress among them.
_COMMON = {name[:-1]: characters for name, characters in html5.items() if name.endswith(";")} | {
    spelling: chr(number)
    for number in (*codepoint2name, ord("'"))
    for spelling in (f"#{number}", f"#0{number}", f"#x{number:x}", f"#x{number:X}")
}

# Possessive repeats (++, *+) never give a character back, so no input makes these patterns try a place twice.
_NUMBER = r"#[0-9]++;?|#[xX][0-9a-fA-F]++;?"
_REFERENCE_IN_TEXT = re.compile(rf"&({_NUMBER}|[A-Za-z][0-9A-Za-z]*+;?)")
# In an attribute a name without its semicolon is no reference where "=" or an ASCII letter or digit comes next
# ("named character reference state"): `?a=1&copy=2` is a query, not a copyright sign.
_REFERENCE_IN_ATTRIBUTE = re.compile(rf"&({_NUMBER}|[A-Za-z][0-9A-Za-z]*+(?:;|(?!=)))")


def decode(text: str, attribute: bool = False) -> str:
    r"""Replace every character reference in `text`, as the HTML standard's tokenizer does.

    Nothing else is changed: line ends are not normalised and a raw NUL stays.

    Args:
        text: The source of a text, or of an attribute value without its quotes.
        attribute: Whether `text` is an attribute value; there ``&copy=`` and ``&copyx`` are no references.

    Example:
        >>> decode("&notit; &#x80; &#0;")
        '¬it; € \ufffd'
        >>> decode("?a=1&copy=2&amp;b=3", attribute=True)
        '?a=1&copy=2&b=3'
    """
    return _decode(text, attribute) if "&" in text else text


def _decode(text: str, attribute: bool) -> str:
    """Decode `text` by looking its references up, from the first uncommon one on by taking them apart."""
    pieces = iter(text.split("&"))
    decoded = [next(pieces)]
    for piece in pieces:
        reference, semicolon, rest = piece.partition(";")
        if not semicolon or reference not in _COMMON:
            decoded.append(_decode_uncommon("&".join(("", piece, *pieces)), attribute))
            break
        decoded.append(_COMMON[reference])
        decoded.append(rest)
    return "".join(decoded)


def _decode_uncommon(text: str, attribute: bool) -> str:
    """Decode `text` with whatever references it has; each different one is worked out once."""
    pattern = _REFERENCE_IN_ATTRIBUTE if attribute else _REFERENCE_IN_TEXT
    parts = pattern.split(text)  # text, reference, text, reference, …, text
    references = parts[1::2]
    characters = {reference: _characters(reference, attribute) for reference in set(references)}
    parts[1::2] = [characters[reference] for reference in references]
    return "".join(parts)


def _characters(reference: str, attribute: bool) -> str:
    """Return what `reference`, written without its ``&``, stands for; itself with the ``&`` where that is nothing."""
    if reference[0] == "#":
        return _numbered_character(reference)
    if reference in html5:
        return html5[reference]
    if not attribute:
        for length in range(min(len(reference), _LONGEST_LEGACY_NAME), 1, -1):
            if reference[:length] in html5:
                return html5[reference[:length]] + reference[length:]
    return "&" + reference


def _numbered_character(reference: str) -> str:
    """Return the character of a reference such as ``#8217;`` or ``#x2019``."""
    hexadecimal = reference[1] in "xX"
    digits = reference[2 if hexadecimal else 1 :].rstrip(";").lstrip("0")
    if len(digits) > 7:  # Beyond Unicode in either base; int() is quadratic in the number of decimal digits.
        return _REPLACEMENT_CHARACTER
    number = int(digits or "0", 16 if hexadecimal else 10)
    if number in _REMAPPED:
        return _REMAPPED[number]
    if number > sys.maxunicode or 0xD800 <= number <= 0xDFFF:
        return _REPLACEMENT_CHARACTER
    return chr(number)


class EncodeMode(StrEnum):
    """Which characters `encode` writes as references, and how.

    In every mode these are ``&``, ``<``, ``>``, the carriage return (which HTML reads as a line feed when it is raw)
    and, in an attribute value, ``"`` and ``'``; no other ASCII character is ever changed.
    """

    MINIMAL = "minimal"
    """No other characters."""
    NAMED = "named"
    """Also every non-ASCII character that has a name, by that name."""
    NUMERIC = "numeric"
    """Also every non-ASCII character; all of them by decimal number, which XML can read too."""
    ASCII = "ascii"
    """Also every non-ASCII character; by name, and by decimal number where there is no name."""


# Of several names for one character: HTML 4's, which every reader knows, else the shortest, lower case first.
_NAMES = {
    html5[name]: name
    for name in sorted(
        (name for name, characters in html5.items() if name.endswith(";") and len(characters) == 1),
        key=lambda name: (codepoint2name.get(ord(html5[name])) == name[:-1], -len(name), name),
    )
}

# Non-ASCII characters that a number can express. It cannot express the C1 controls that are remapped, nor surrogates.
_EXPRESSIBLE = "".join(map(chr, sorted(_UNASSIGNED_IN_WINDOWS_1252))) + r"\xA0-\uD7FF\uE000-\U0010FFFF"


def encode(text: str, mode: EncodeMode = EncodeMode.MINIMAL, attribute: bool = False) -> str:
    """Write the characters that `mode` names as character references.

    ``decode(encode(text, mode, attribute), attribute) == text`` for every `str`. What no reference can express stays as
    it is: NUL, surrogates, and the C1 controls U+0080 to U+009F other than U+0081, U+008D, U+008F, U+0090 and U+009D.
    Surrogates and those controls are the only characters beyond ASCII that `EncodeMode.NUMERIC` and `ASCII` leave.

    Args:
        text: Any text.
        mode: Which characters are written as references, and how.
        attribute: Whether the result goes between quotes, double or single, as an attribute value.

    Raises:
        ValueError: `mode` is not an `EncodeMode`.

    Example:
        >>> encode('"Zoë"', EncodeMode.NAMED, attribute=True)
        '&quot;Zo&euml;&quot;'
    """
    return _to_encode(mode, attribute).sub(_by_number if mode == EncodeMode.NUMERIC else _by_name, text)


@cache
def _to_encode(mode: EncodeMode, attribute: bool) -> re.Pattern[str]:
    """Return the pattern of one character that is to be encoded."""
    markup = "&<>\r\"'" if attribute else "&<>\r"
    match EncodeMode(mode):
        case EncodeMode.MINIMAL:
            return re.compile(f"[{markup}]")
        case EncodeMode.NAMED:
            return re.compile(f"[{markup}{''.join(character for character in _NAMES if not character.isascii())}]")
        case EncodeMode.NUMERIC | EncodeMode.ASCII:
            return re.compile(f"[{markup}{_EXPRESSIBLE}]")


def _by_name(match: re.Match[str]) -> str:
    name = _NAMES.get(match[0])
    return f"&{name}" if name else _by_number(match)


def _by_number(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"
