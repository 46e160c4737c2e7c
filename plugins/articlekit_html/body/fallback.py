"""The text of the article as the page's metadata state it, where the page itself does not show it."""

from __future__ import annotations

import re
from typing import Final

from articlekit.markup import read_blocks
from articlekit.plugin import Block, Paragraph
from articlekit_html.body.choice import Choice

ENOUGH: Final = 200
"""A stated text of fewer characters is a summary."""
MORE: Final = 2.0
"""It is taken where it is so many times as long as what was found."""

_MARKUP: Final = re.compile(r"</(?:p|div|h[1-6]|li|ul|ol)>|<br", re.IGNORECASE)
_LINES: Final = re.compile(r"[ \t\r\f]*\n\s*")


def from_metadata(stated: str | None, choice: Choice) -> tuple[Block, ...] | None:
    """Read schema.org's ``articleBody`` into blocks, if it is worth more than what was found."""
    # White space may be most of what a program gathered from a page.
    length = len(" ".join(stated.split())) if stated else 0
    if stated is None or length < max(ENOUGH, MORE * choice.length):
        return None
    if _MARKUP.search(stated):
        return read_blocks(stated).blocks
    return tuple(Paragraph(text=" ".join(line.split())) for line in _LINES.split(stated) if line.strip())
