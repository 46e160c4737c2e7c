"""A saved document and the blocks of JSON-LD in it: one, several, or the pieces of one that is broken."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final

from articlekit.plugin import Source

# What may stand before the first brace, and is no JSON.
_BEFORE: Final = re.compile(r"(?:\s+|//[^\n]*\n|/\*.*?\*/|<!--|<!\[CDATA\[)*+", re.DOTALL)
_SCRIPT: Final = re.compile(
    r"<script\b[^<>]{0,400}\bld\+json\b[^<>]{0,400}>(.*?)(?:</script\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_KINDS: Final = r"(?:Article|(?<!Job)Posting|Report|NewsAnalysis|ClaimReview)\""
_KIND: Final = re.compile(rf'"@?type"\s*:\s*(?:\[\s*(?:"[^"]{{0,60}}"\s*,\s*)*)?"[^"]{{0,60}}{_KINDS}')
_FIRST_MEMBER: Final = re.compile(r'[\[{\s]*+"@(?:context|type|id|graph)"')
_VOCABULARY: Final = re.compile(r"\bschema\.org\b")
_GRAPH: Final = re.compile(r'\s*+\{[^{}\[\]]{0,2000}"@graph"\s*:\s*\[')
# Where another node begins in a list, and another document behind one. Possessive: each space is looked at once.
_NEXT_NODE: Final = re.compile(
    rf'(?:(?<=[}}\]])\s*+,?|,)\s*+(?=\{{\s*"(?:@context"|@type"\s*:\s*\[?\s*"[^"]{{0,60}}{_KINDS}))'
)
_NEXT_DOCUMENT: Final = re.compile(r'(?<=[}\]])\s*+,?\s*+(?=\{\s*"@context")')
_CLOSING: Final = re.compile(r"[\]},;\s]*")
_SPACE: Final = re.compile(r"\s*")
_WINDOW: Final = 65_536

_SURE, _LIKELY, _ONLY_SCRIPTS, _OTHER_KIND = 0.92, 0.6, 0.6, 0.3


def sniff(source: Source) -> float:
    """Say how sure it is that this is a document of schema.org: JSON-LD says so in its first member."""
    if source.head[:7].lower() == "<script":
        return _ONLY_SCRIPTS if not _SCRIPT.sub("", source.text).strip() else 0.0
    text = source.text.lstrip()[:_WINDOW]
    start = _start(text)
    if not text.startswith(("{", "["), start):
        return 0.0
    begins, is_known = _FIRST_MEMBER.match(text, start), _VOCABULARY.search(text)
    if _KIND.search(text):
        return _SURE if begins else _LIKELY if is_known or '"@type"' in text else 0.0
    if begins and is_known:
        return _OTHER_KIND
    return _LIKELY if source.media_type == "application/ld+json" else 0.0


def blocks_of(text: str) -> list[str]:
    """Cut a document into blocks of JSON-LD, each to be read for itself.

    Scripts of a page are blocks, and so are values that stand one after the other. A list or a graph that is broken is
    cut where its nodes begin, so that what is broken in one does not reach the next.
    """
    if text.lstrip()[:7].lower() == "<script":
        return [script[1] for script in _SCRIPT.finditer(text)]
    sound, position = _values(text, _start(text))
    rest = text[position:]
    return [*sound, *_pieces(rest)] if rest.strip() else sound


def _start(text: str) -> int:
    before = _BEFORE.match(text)
    return before.end() if before else 0


def _values(text: str, position: int) -> tuple[list[str], int]:
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
        start = position = _after_space(text, end)
    return found, start


def _after_space(text: str, position: int) -> int:
    space = _SPACE.match(text, position)
    return space.end() if space else position


def _pieces(text: str) -> Iterator[str]:
    start = _start(text)
    graph = _GRAPH.match(text, start)
    is_list = graph is not None or text.startswith("[", start)
    ends = [found.span() for found in (_NEXT_NODE if is_list else _NEXT_DOCUMENT).finditer(text, start)]
    if not ends:
        yield text
        return
    first = graph.end() if graph else start + is_list
    starts = [first, *(end for _, end in ends)]
    for begin, end in zip(starts, [*(start for start, _ in ends), len(text)], strict=True):
        yield _without_closing(text[begin:end])


def _without_closing(piece: str) -> str:
    """Leave out the brackets that close what a piece was cut out of."""
    try:
        _, end = json.JSONDecoder().raw_decode(piece)
    except (ValueError, RecursionError):
        return piece
    return piece[:end] if _CLOSING.fullmatch(piece, end) else piece
