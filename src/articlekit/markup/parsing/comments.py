"""Comments that have lost their end: they take what stands behind them up to that of another, or all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from articlekit.markup.parsing.raw_tags import BLOCKS, END_OF_DOCUMENT, TAG
from articlekit.markup.parsing.regions import Regions

# The search of patterns is twice as fast as that of bytes.
_BEGINNING: Final = re.compile(rb"<!--")
_END: Final = re.compile(rb"--!?>")
_ANY_TAG: Final = re.compile(rb"<[^<>]*>")
_BLOCK: Final = re.compile(rf"<(?:{BLOCKS})[\s>]".encode(), re.IGNORECASE)
_NOTE: Final = re.compile(rb"[^<>]*?[^\W_][^<>]*?(?:(?:-|--\s+|\xe2\x80[\x93\x94])>\s*)?")
"""So begins what somebody noted, perhaps with an end that is none; what was taken out of a page begins with a tag."""
_LONGEST_NOTE: Final = 200
_SHORTEST_TEXT: Final = 200
"""So much text nobody takes out of a page under a note, and with the comments in it."""


def with_comments_ended(data: bytes) -> bytes:
    """End comments that have lost their end where their first tag begins.

    Such a one is known by what it hides: as the last comment, the end of the document; before another, a note that goes
    on with blocks of text up to the end of the other.
    """
    begun = [comment.start() for comment in _BEGINNING.finditer(data)]
    if not begun:
        return data
    parts: list[bytes] = []
    done = 0
    for at in (*_before_another(data, begun), *_without_end(data, begun[-1])):
        parts.append(data[done:at])
        tag = TAG.search(data, at)
        done = tag.start() if tag else len(data)
    return b"".join((*parts, data[done:])) if parts else data


def _before_another(data: bytes, begun: list[int]) -> Iterator[int]:
    """Give where comments begin that go on to the end of another, and take text with them."""
    regions = Regions(data)
    open_ = [(at, another) for at, another in pairwise(begun) if data.find(b"-->", at + 2, another) < 0]
    last = data.rfind(b"-->") if open_ else -1
    for at, another in open_:
        if another < last and _takes_text(data[at + 4 : another]) and regions.around(at) is None:
            yield at


def _without_end(data: bytes, at: int) -> Iterator[int]:
    """Give where the last comment begins, if it has no end and hides that of the document."""
    if _END.search(data, at) or data.rfind(b"<script", 0, at) > data.rfind(b"</script", 0, at):
        return
    if TAG.search(data, at) and END_OF_DOCUMENT.search(data, at):
        yield at


def _takes_text(held: bytes) -> bool:
    note, tag, _ = held.partition(b"<")
    if not tag or len(note) > _LONGEST_NOTE or not _NOTE.fullmatch(note) or not _BLOCK.search(held):
        return False
    return len(b" ".join(_ANY_TAG.sub(b" ", held).split())) >= _SHORTEST_TEXT
