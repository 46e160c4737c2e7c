"""Chooses the encoding of bytes and decodes them."""

from __future__ import annotations

import codecs
import re

from attrs import evolve, field, frozen

from articlekit.decoding import declared, guess, labels, mojibake
from articlekit.decoding.repair import repair
from articlekit.diagnostic import Diagnostic


@frozen(kw_only=True)
class Decoded:
    """Text made of bytes, by which encoding, and what had to be guessed or repaired."""

    text: str
    #: Its WHATWG name in lower case; ``utf-8`` for what was handed over as text.
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()
    #: Whether the bytes are this very text in UTF-8.
    is_verbatim: bool = field(default=False, eq=False, repr=False)


# Of UTF-32's mark the first half is UTF-16's: the longer is asked first.
_MARKS = (
    ("utf-8", codecs.BOM_UTF8),
    ("utf-32le", codecs.BOM_UTF32_LE),
    ("utf-32be", codecs.BOM_UTF32_BE),
    ("utf-16le", codecs.BOM_UTF16_LE),
    ("utf-16be", codecs.BOM_UTF16_BE),
)
# What "surrogateescape" makes of bytes that are no UTF-8.
_ESCAPED = re.compile("[\udc80-\udcff]+")
_CUT_CHARACTER = re.compile(rb"[\xe0-\xf4][\x80-\xbf]")
_LATIN = re.compile("[\x80-\u024f\u2010-\u2049\u20a0-\u20cf\u2122]")


def decode(data: bytes, label: str | None = None) -> Decoded:
    """Decode bytes to text, whatever they are.

    Args:
        data: The bytes, not compressed.
        label: The charset that a protocol declares beside the bytes, if any.
    """
    decoded = _choose(data, label)
    name = decoded.encoding
    replaced = any(d.code == "encoding.invalid-bytes" for d in decoded.diagnostics)
    suspected = name != "utf-8" or mojibake.suspected(data)
    text, found = repair(decoded.text, suspected=suspected, replaced=replaced)
    placed = (d if d.offset is None else evolve(d, offset=labels.width(decoded.text[: d.offset], name)) for d in found)
    return Decoded(
        text=text,
        encoding=name,
        diagnostics=(*decoded.diagnostics, *placed),
        is_verbatim=decoded.is_verbatim and text == decoded.text,
    )


def given(text: str) -> Decoded:
    """Take text that was decoded elsewhere, with the repairs that need no bytes."""
    data = text.encode("utf-8", "surrogatepass")
    repaired, found = repair(text, suspected=mojibake.suspected(data))
    # Surrogates, which UTF-8 does not have, begin with this byte.
    is_verbatim = repaired == text and b"\xed" not in data
    return Decoded(text=repaired, encoding="utf-8", diagnostics=found, is_verbatim=is_verbatim)


def _choose(data: bytes, label: str | None) -> Decoded:
    """Decode, with a byte order mark still in the text."""
    for name, mark in _MARKS:
        if data.startswith(mark):
            if name != "utf-8":
                return _replacing(data, name)
            label = name
            break
    if b"\0" in data and (wide := guess.wide(data)):
        return _told(_replacing(data, wide), label or declared.find(data))
    try:
        # It is not called final, for it may end inside a character.
        text, end = codecs.utf_8_decode(data, "strict", False)
    except UnicodeDecodeError as wrong:
        return _not_utf8(data, label or declared.find(data), wrong.start)
    if text.isascii() and end == len(data) - 1 and not declared.is_json(data):
        # One byte may be the beginning of a character that was cut, or a letter of another encoding.
        return _not_utf8(data, label or declared.find(data), end)
    utf8 = Decoded(text=text, encoding="utf-8", is_verbatim=end == len(data))
    return _maybe_utf8(data, label, _cut(utf8, data, end))


def _cut(decoded: Decoded, data: bytes, end: int) -> Decoded:
    if end == len(data):
        return decoded
    message = "it ends inside a character, which was left out"
    cut = Diagnostic(code="encoding.invalid-bytes", message=message, offset=end)
    return evolve(decoded, diagnostics=(*decoded.diagnostics, cut))


def _maybe_utf8(data: bytes, label: str | None, utf8: Decoded) -> Decoded:
    """Take the declared encoding, if it is another, only where UTF-8 might fit by chance."""
    if utf8.text.isascii() and b"\x1b" not in data:
        return utf8
    label = label or declared.find(data)
    name = labels.name_of(label) if label else None
    if name in (None, "utf-8") or label is None or not _by_chance(data, name, utf8.text):
        return _told(utf8, label)
    return _replacing(data, name)


def _by_chance(data: bytes, name: str, text: str) -> bool:
    """Tell whether bytes in this encoding may look like UTF-8 by chance."""
    count = len(text) - len(text.encode("ascii", "ignore"))
    if labels.is_multi_byte(name):
        try:
            labels.decode(data, name, "strict")
        except UnicodeDecodeError:
            return False
        return count < 4
    # A capital letter before a quotation mark or dash is a sequence of two bytes; Â and Ã before a sign are not that.
    return not name.startswith("utf-") and count < 3 and all(c.isascii() or "\u0100" <= c < "\u0800" for c in set(text))


def _not_utf8(data: bytes, label: str | None, first: int) -> Decoded:
    escaped = data.decode("utf-8", "surrogateescape")
    wrong = sum(len(run) for run in _ESCAPED.findall(escaped) if _surrogate_pairs(run) is None)
    right = len(escaped) - len(escaped.encode("ascii", "ignore")) - wrong
    name = labels.name_of(label) if label else None
    if name not in (None, "utf-8") and _fits(data, name, right, wrong):
        return _replacing(data, name)
    if right >= wrong or (name == "utf-8" and first >= len(data) - 3):
        return _told(_mixed(data), label)
    name = guess.wide(data) or guess.legacy(data)
    decoded = _replacing(data, name)
    if label:
        return _told(decoded, label)
    message = f"no encoding is declared and it is not UTF-8; {name} was taken"
    return evolve(
        decoded,
        diagnostics=(Diagnostic(code="encoding.guessed", message=message, offset=first), *decoded.diagnostics),
    )


def _fits(data: bytes, name: str, right: int, wrong: int) -> bool:
    """Tell whether bytes that are not all UTF-8 are in the declared encoding."""
    if name.startswith("utf-"):
        return guess.reads_as(data, name)
    if right >= 4 * wrong:
        return False
    if not labels.is_multi_byte(name):
        return True
    text = labels.decode(data, name)
    count = len(text) - len(text.encode("ascii", "ignore"))
    return text.count("\ufffd") * 10 <= count


def _told(decoded: Decoded, label: str | None) -> Decoded:
    """Say that the declared encoding is not the one, if so."""
    name = labels.name_of(label) if label else None
    if label is None or name == decoded.encoding:
        return decoded
    what = f"{label!r} is declared, which " + ("is no encoding" if name is None else "does not fit")
    wrong = Diagnostic(code="encoding.declared-wrong", message=f"{what}; {decoded.encoding} was taken")
    return evolve(decoded, diagnostics=(wrong, *decoded.diagnostics))


def _replacing(data: bytes, name: str) -> Decoded:
    """Decode with U+FFFD for what is no character."""
    try:
        return Decoded(text=labels.decode(data, name, "strict"), encoding=name)
    except UnicodeDecodeError as wrong:
        text = labels.decode(data, name)
        found = _invalid(text.count("\ufffd"), name, wrong.start)
        return Decoded(text=text, encoding=name, diagnostics=(found,))


def _invalid(count: int, name: str, offset: int) -> Diagnostic:
    message = f"bytes that are no character in {name} became U+FFFD, at {count:,} places"
    return Diagnostic(code="encoding.invalid-bytes", message=message, offset=offset)


def _mixed(data: bytes) -> Decoded:
    """Decode what is UTF-8 but for some bytes; those are read otherwise where they can be."""
    escaped = data.decode("utf-8", "surrogateescape")
    proper = {c for c in set(escaped) if not c.isascii() and not "\udc80" <= c <= "\udcff"}
    # Beside other scripts a lone byte is no letter of Windows-1252 but what is left of a character cut in two.
    latin = 2 * sum(map(bool, map(_LATIN.match, proper))) >= len(proper)
    read = invalid = 0
    pieces: list[str] = []
    end = 0
    for run in _ESCAPED.finditer(escaped):
        stray = run[0].encode("utf-8", "surrogateescape")
        otherwise = _surrogate_pairs(run[0]) or (_windows(stray) if latin else None)
        pieces += (escaped[end : run.start()], otherwise or stray.decode("utf-8", "replace"))
        end = run.end()
        read += otherwise is not None
        invalid += otherwise is None
    pieces.append(escaped[end:])
    first = labels.width(pieces[0], "utf-8")
    found: list[Diagnostic] = []
    if read:
        message = f"bytes that are no UTF-8 were read as Windows-1252 or surrogate pairs, at {read:,} places"
        found.append(Diagnostic(code="encoding.mixed", message=message, offset=first))
    if invalid:
        found.append(_invalid(invalid, "utf-8", first))
    return Decoded(text="".join(pieces), encoding="utf-8", diagnostics=tuple(found))


def _surrogate_pairs(run: str) -> str | None:
    """Read CESU-8, in which each half of a surrogate pair is written as a character."""
    if not run.startswith("\udced"):
        return None
    stray = run.encode("utf-8", "surrogateescape")
    try:
        return stray.decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        return None


def _windows(stray: bytes) -> str | None:
    """Read as Windows-1252, unless it is the first part of a character of UTF-8 that was cut."""
    if _CUT_CHARACTER.search(stray):
        return None
    try:
        return stray.decode("cp1252")
    except UnicodeDecodeError:
        return None
