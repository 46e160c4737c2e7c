"""Repairs text that was decoded wrongly before it was saved, and says what cannot be repaired."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from articlekit.decoding import mojibake
from articlekit.diagnostic import Diagnostic

_BYTE_ORDER_MARK = "\ufeff"
_BROKEN_MARK = "ï»¿"

# A question mark inside a word of prose ("Russia?s"): the word stands between spaces or tags, which addresses and code
# do not have about theirs. The pattern begins with the mark and looks back from it. Or marks that stand side by side.
_TELLING_MARK = re.compile(r"\?(?:\?+|(?<=[A-Za-z]\?)[a-z]{1,20}(?=[.,;!]?[\s<]|\\))")
_WORD_BEFORE = re.compile(r"(?:\A|[\s>\"'(])[A-Za-z]{1,20}\Z")
# Two words of nothing but marks; a long word of them that ends no question or exclamation.
_NEXT_WORD_OF_MARKS = re.compile(r"[\s,.:;!-]{1,3}\?\?")
_ASKED = re.compile(r"[\w!.]")
_LONG_WORD = 4
_LEAST_PLACES = 3
_LEAST_MARKS = 20
_SCRIPT = re.compile(r"<script\b.*?(?:</script|\Z)", re.DOTALL | re.IGNORECASE)


def repair(text: str, *, suspected: bool = True, replaced: bool = False) -> tuple[str, tuple[Diagnostic, ...]]:
    """Undo mojibake, drop byte order marks and say what was lost.

    Args:
        text: What came out of decoding.
        suspected: False where the bytes have shown that there is no mojibake.
        replaced: Whether decoding put U+FFFD into it, which then tells nothing of what had been lost before.

    Returns:
        The text, and diagnostics with code point offsets into the text as it was.
    """
    found: list[Diagnostic] = []
    given = text
    text = text.lstrip(_BYTE_ORDER_MARK)
    if text.startswith(_BROKEN_MARK):
        text = text.removeprefix(_BROKEN_MARK)
        message = "the byte order mark of UTF-8 had been read as three characters"
        found.append(Diagnostic(code="encoding.mojibake", message=message, offset=0))
    start = len(given) - len(text)
    if suspected and (undone := mojibake.undo(text)):
        times = "" if undone.layers == 1 else f", {undone.layers} times over"
        message = (
            f"UTF-8 had been read as Windows-1252 or Latin-1 at {undone.count:,} characters{times}; this was undone"
        )
        found.append(Diagnostic(code="encoding.mojibake", message=message, offset=start + undone.offset))
        text = undone.text
    return text, (*found, *_lost(given, replaced=replaced))


def _lost(text: str, *, replaced: bool) -> list[Diagnostic]:
    """Say what no repair brings back."""
    found: list[Diagnostic] = []
    if not replaced and "\ufffd" in text and (places := _outside_scripts(text, _replacement_characters)):
        message = f"{len(places):,} characters had been replaced by U+FFFD before it was saved"
        found.append(Diagnostic(code="encoding.characters-lost", message=message, offset=places[0]))
    if "?" in text and (places := _outside_scripts(text, _question_marks)):
        message = f"question marks stand in place of characters, at {len(places):,} places at least"
        found.append(Diagnostic(code="encoding.characters-lost", message=message, offset=places[0]))
    return found


def _outside_scripts(text: str, find: Callable[[str], list[int]]) -> list[int]:
    """Find places; where there are any, once more without the scripts of a page, whose code may look like anything."""
    places = find(text)
    if not places or "<script" not in text:
        return places
    return find(_SCRIPT.sub(lambda script: " " * len(script[0]), text))


def _replacement_characters(text: str) -> list[int]:
    return [match.start() for match in re.finditer("\ufffd", text)]


def _question_marks(text: str) -> list[int]:
    """Find question marks that cannot be questions; none where they are few."""
    places: set[int] = set()
    marks = 0
    for start, end in _telling_marks(text):
        if not text.startswith("?", start + 1):
            if _WORD_BEFORE.search(text, max(0, start - 21), start):
                places.add(start)
        elif end - start > 2:
            if _NEXT_WORD_OF_MARKS.match(text, end):
                places.add(start)
            if end - start >= _LONG_WORD and not _ASKED.match(text[max(0, start - 1) : start]):
                places.add(start)
                marks += end - start
    return sorted(places) if len(places) >= _LEAST_PLACES or marks >= _LEAST_MARKS else []


def _telling_marks(text: str) -> Iterator[tuple[int, int]]:
    """Find question marks with the letters of a word about them, and such as stand side by side."""
    # A single character is found faster than any pattern that begins with it.
    start = text.find("?")
    while start >= 0:
        found = _TELLING_MARK.match(text, start)
        if found is not None:
            yield found.span()
        start = text.find("?", start + 1 if found is None else found.end())
