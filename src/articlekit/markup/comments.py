"""Comments that have lost their end: they take what stands behind them up to that of another, or all of it."""

from __future__ import annotations

import re
from typing import Final

from articlekit.markup.regions import Regions

_END: Final = re.compile(rb"--!?>")
_END_OF_DOCUMENT: Final = re.compile(rb"</(?:body|html)[\s>]", re.IGNORECASE)
_TAG: Final = re.compile(rb"</?[a-z]", re.IGNORECASE)
_ANY_TAG: Final = re.compile(rb"<[^>]*>")
_BLOCK: Final = re.compile(rb"<(?:article|blockquote|div|h[1-6]|ol|p|section|table|ul)[\s>]", re.IGNORECASE)
_NOTE: Final = re.compile(rb"[^<>]*?[^\W_][^<>]*?(?:(?:-|--\s+|\xe2\x80[\x93\x94])>\s*)?")
"""So begins what somebody noted, perhaps with an end that is none; what was taken out of a page begins with a tag."""
_LONGEST_NOTE: Final = 200
_SHORTEST_TEXT: Final = 200
"""So much text nobody takes out of a page under a note, and with the comments in it."""


def with_last_comment_ended(data: bytes) -> bytes:
    """End the last comment where the next tag begins, if it has no end and would hide the end of the document."""
    at = data.rfind(b"<!--")
    if at < 0 or _END.search(data, at) or data.rfind(b"<script", 0, at) > data.rfind(b"</script", 0, at):
        return data
    tag = _TAG.search(data, at)
    return data[:at] + data[tag.start() :] if tag and _END_OF_DOCUMENT.search(data, at) else data


def with_comments_ended(data: bytes) -> bytes:
    """End each comment where its first tag begins, if it is a note, and takes blocks with text up to another's end."""
    parts: list[bytes] = []
    done, at, end = 0, data.find(b"<!--"), 0
    regions = Regions(data)
    while at >= 0:
        # Of many that none ends the end is sought once.
        end = end if end >= at + 2 else data.find(b"-->", at + 2)
        if end < 0:
            break
        another = data.find(b"<!--", at + 4, end)
        behind = end
        if another >= 0 and _takes_text(data[at + 4 : another]) and regions.around(at) is None:
            parts.append(data[done:at])
            done = behind = data.index(b"<", at + 4)
        at = data.find(b"<!--", behind)
    return b"".join((*parts, data[done:])) if parts else data


def _takes_text(held: bytes) -> bool:
    note, tag, _ = held.partition(b"<")
    if not tag or len(note) > _LONGEST_NOTE or not _NOTE.fullmatch(note) or not _BLOCK.search(held):
        return False
    return len(b" ".join(_ANY_TAG.sub(b" ", held).split())) >= _SHORTEST_TEXT
