"""Finds and undoes mojibake: UTF-8 that was read as Windows-1252 or Latin-1 and saved again."""

from __future__ import annotations

import re

from attrs import frozen

MOST_LAYERS = 3
"""So many times over is mojibake undone."""

# The characters that Windows-1252 has for the bytes 80 to 9F. The five bytes it leaves undefined come through as the C1
# controls of their numbers, and so do all of them where the text had been read as Latin-1.
_WINDOWS = {
    ord(bytes([byte]).decode("cp1252")): byte for byte in range(0x80, 0xA0) if byte not in b"\x81\x8d\x8f\x90\x9d"
}
_TRAIL = f"[\x80-\xbf{''.join(map(chr, _WINDOWS))}]"
# What may stand after a letter in good prose, and so is weak evidence as the second byte of a sequence.
_PUNCTUATION = "\xa0«»®°²³¹´·‚„…†‡‹›‘’“”•–—™"
_FIRM = f"(?![{_PUNCTUATION}]){_TRAIL}"
_SEQUENCE = f"[\xc2-\xdf]{_TRAIL}|[\xe0-\xef]{_TRAIL}{{2}}|[\xf0-\xf4]{_TRAIL}{{3}}"

# The same sequences as they are saved in UTF-8. A pattern over bytes that begins with one byte is found at the speed of
# memchr.
_SAVED_TRAIL = b"(?:\xc2[\x80-\xbf]|%b)" % b"|".join(chr(c).encode() for c in _WINDOWS)
_SAVED = re.compile(
    b"\xc3(?:[\x82-\x9f]%b|[\xa0-\xaf]%b{2}|[\xb0-\xb4]%b{3})" % (_SAVED_TRAIL, _SAVED_TRAIL, _SAVED_TRAIL)
)
# It begins with one class of characters, so that all others are passed over at ten times the speed of alternatives.
_RUN = re.compile(
    f"[\xc2-\xf4](?:(?<=[\xc2-\xdf]){_TRAIL}|(?<=[\xe0-\xef]){_TRAIL}{{2}}|(?<=[\xf0-\xf4]){_TRAIL}{{3}})(?:{_SEQUENCE})*"
)
# Good prose does not have three of them in a row, a capital after a small letter, Â or Ã before a sign, nor â before €
# and the like.
_LIKELY = re.compile(
    f"(?:{_SEQUENCE}){{3}}|(?<=[a-z])[\xc2-\xde]{_TRAIL}|[\xc2\xc3]{_FIRM}|[\xc4-\xde](?![ƒŠŒŽšœžŸ\xad]){_FIRM}"
    f"|[\xe0-\xef]{_FIRM}{_TRAIL}|[\xf0-\xf4]{_FIRM}{_TRAIL}{{2}}|(?<![^\\W\\d_])\xc2[\xa0-\xbf]"
)
# Nor does anybody quote these as an example: Â by itself before a sign, dashes and bullets between spaces, controls.
_CERTAIN = re.compile(
    "(?<![^\\W\\d_])\xc2[\xa0-\xbf]|[\x80-\x9f]|(?<!\\S)\xe2(?:[€\x80][“”•¦\x93\x94\xa2]|[†\x86][\x90-\x93‘’“”])(?!\\S)"
)


@frozen(kw_only=True)
class Undone:
    """A text whose mojibake was undone."""

    text: str
    #: How many characters had been made into several.
    count: int
    #: Code point offset of the first, in the text as it was.
    offset: int
    #: How many times over it had been done.
    layers: int


def undo(text: str) -> Undone | None:
    """Undo mojibake where it is certain; None where there is nothing to undo.

    It is certain where every character beyond ASCII is part of it, or where it stands inside words at several places
    and makes up a good part of what is not ASCII. A word or two that a text quotes as an example stays as it is.

    Example:
        >>> undo("Donâ€™t say dÃ©jÃ\\xa0 vu").text
        'Don’t say déjà vu'
        >>> undo("São Paulo, “maçã”") is None
        True
    """
    first: Undone | None = None
    for layer in range(1, MOST_LAYERS + 1):
        once = _undo_layer(text)
        if once is None:
            break
        text = once.text
        first = first or once
        first = Undone(text=text, count=first.count, offset=first.offset, layers=layer)
    return first


def suspected(data: bytes) -> bool:
    """Tell at little cost whether UTF-8 bytes may hold mojibake."""
    # Most pages have no such byte, which is told faster without a pattern.
    return b"\xc3" in data and _SAVED.search(data) is not None


@frozen(kw_only=True)
class _Run:
    """Sequences that stand side by side, and the characters they had been."""

    start: int
    end: int
    decoded: str
    likely: bool
    #: It touches a letter, or is a word itself: no example that is quoted.
    in_word: bool


def _undo_layer(text: str) -> Undone | None:
    if text.isascii() or not suspected(text.encode("utf-8", "surrogatepass")):
        return None
    runs = [run for match in _RUN.finditer(text) if (run := _read(text, match)) is not None]
    likely = [run for run in runs if run.likely]
    certain = sum(run.in_word for run in likely)
    others = len(text) - len(text.encode("ascii", "ignore")) - sum(run.end - run.start for run in runs)
    if not others and (certain or len(likely) >= 3):
        return _replace(text, runs)
    if certain >= 3 and 4 * certain >= others:
        return _replace(text, likely)
    return None


def _read(text: str, match: re.Match[str]) -> _Run | None:
    start, end = match.span()
    try:
        decoded = match[0].translate(_WINDOWS).encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return None
    beside = text[start - 1 : start] + text[end : end + 1]
    glued = any(c.isascii() and c.isalnum() for c in beside)
    in_word = glued or end - start >= 6 or _CERTAIN.search(text, start, end) is not None
    likely = _LIKELY.search(text, start, end) is not None
    return _Run(start=start, end=end, decoded=decoded, likely=likely, in_word=in_word)


def _replace(text: str, runs: list[_Run]) -> Undone:
    pieces: list[str] = []
    end = 0
    for run in runs:
        pieces += (text[end : run.start], run.decoded)
        end = run.end
    pieces.append(text[end:])
    return Undone(text="".join(pieces), count=sum(len(run.decoded) for run in runs), offset=runs[0].start, layers=1)
