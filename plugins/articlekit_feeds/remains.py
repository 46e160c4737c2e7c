"""Feeds whose beginning is lost: they are told by their end."""

from __future__ import annotations

import re
from typing import Final

from articlekit.plugin import Source

SURENESS: Final = 0.85
"""More than that of pages, which the HTML in a feed looks like; less than that of exports, which are feeds too."""

_LONGEST: Final = 400


def is_rest(source: Source, entry: str, end: re.Pattern[str]) -> bool:
    """Say whether a text ends as a feed does and still has the beginning of an entry.

    Args:
        source: What does not begin as a feed.
        entry: How an entry begins: ``<item``.
        end: How the feed ends, up to the end of the text.
    """
    # What is streamed begins with an element of its own.
    return not source.is_streamed and end.search(source.text[-_LONGEST:]) is not None and entry in source.text
