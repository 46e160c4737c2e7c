"""Values that should be plain text and are HTML: a summary that somebody took over with its tags and references."""

from __future__ import annotations

import re
from typing import Final

from articlekit.entities import decode
from articlekit.markup import plain_text

_REFERENCE: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][0-9A-Za-z]{1,31});")
_ELEMENT: Final = re.compile(r"<(a|b|em|i|p|span|strong|u)\b[^<>]*>[^<]*(?:<(?!/?\1\b)[^<]*)*</\1>", re.IGNORECASE)
"""An element with its end; a tag alone is spoken of, as in *The <table> element*."""
_BETWEEN_WORDS: Final = frozenset("–—-&")


def read_as_text(value: str) -> str:
    """Give what a text says in one line, where it is HTML as it is where it is none.

    Example:
        >>> read_as_text("<p>Caf&eacute; &amp; bar</p>"), read_as_text("Write &eacute; into <p>")
        ('Café & bar', 'Write &eacute; into <p>')
    """
    if "<" in value and _ELEMENT.search(value):
        return plain_text(value)
    if "&" in value and _are_of_the_text(value):
        value = decode(value)
    return " ".join(value.split())


def _are_of_the_text(value: str) -> bool:
    """Whether all ampersands begin references that do the work of characters, and are not spoken of."""
    references = list(_REFERENCE.finditer(value))
    return len(references) == value.count("&") and all(_is_of_text(value, found) for found in references)


def _is_of_text(value: str, found: re.Match[str]) -> bool:
    character = decode(found[0])
    if character == found[0]:
        return False
    around = value[found.start() - 1 : found.start()] + value[found.end() : found.end() + 1]
    return character in _BETWEEN_WORDS or not around.isspace()
