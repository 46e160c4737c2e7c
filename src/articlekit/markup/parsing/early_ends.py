"""Ends of a page that something follows: end tags that stand too early, or another page."""

from __future__ import annotations

import re
from typing import Final

from articlekit.markup.parsing.regions import Regions

# An end tag of a line break is a line break.
_EARLY_END: Final = re.compile(rb"</(?:br|body|html|BODY|HTML)")
_END_OF_DOCUMENT: Final = re.compile(rb"</(?:body|html)(?=[\s>/])[^>]*>", re.IGNORECASE)
_BEGINNING: Final = re.compile(rb"<html[\s>]", re.IGNORECASE)
_DOCUMENT: Final = re.compile(rb"<(/?)html[\s>]", re.IGNORECASE)


def without_early_end(data: bytes) -> bytes:
    """Drop end tags of body and document that something follows: libxml2 reads no further, browsers do."""
    end = _EARLY_END.search(data)
    if end is None:
        return data
    if end[0].endswith(b"r"):
        return without_early_end(data.replace(b"</br", b"<br"))
    at = end.start()
    rest = _END_OF_DOCUMENT.sub(b"", data[at:])
    return data[:at] + rest if rest.strip() else data


def is_followed_by_another(data: bytes) -> bool:
    """Whether another page begins behind the end of one; what was pasted into a page with tags of its own is none."""
    end = _END_OF_DOCUMENT.search(data)
    if end is None or not _BEGINNING.search(data, end.end()):
        return False
    regions = Regions(data)
    depth = ended = 0
    for tag in _DOCUMENT.finditer(data):
        if regions.around(tag.start()) is not None:
            continue
        if not tag[1] and depth == 0 and ended:
            return True
        depth += -1 if tag[1] else 1
        ended += depth == 0
    return False
