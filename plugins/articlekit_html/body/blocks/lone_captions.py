"""Captions that no picture took, as where its address is missing: they are no text of the article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve, frozen

from articlekit.markup import Reading, canonical_figure
from articlekit.plugin import Block, Diagnostic, Figure, Paragraph

_SHOWN: Final = 500
"""Characters of the captions that a diagnostic shows."""
_JOINED: Final = 3
"""So many lines of a figure may stand in one block."""
_WHITE: Final = 2
"""So many times as long as its letters may white space make a text."""
_PARTS: Final = 2
"""A caption is read into so many blocks: itself and its credit."""


@frozen(kw_only=True)
class _Captions:
    """What captions say, without white space."""

    lines: set[str]
    #: The characters that they begin with; a paragraph that begins otherwise is none, …
    begins: set[str]
    #: … nor is a longer one.
    longest: int


def without_lone_captions(reading: Reading, captions: Sequence[str], lost_before: Sequence[str]) -> Reading:
    """Leave out the blocks that are captions; say which, and which were lost before."""
    lost = [*lost_before]
    said = ["".join(caption.split()) for caption in captions]
    lines = {
        "".join(order)
        for first in range(len(said))
        for count in range(1, _JOINED + 1)
        # A credit is put behind its caption, wherever it stood.
        for order in (said[first : first + count], said[first + 1 : first + count] + said[first : first + 1])
    }
    longest = _WHITE * max(map(len, lines), default=0)
    left = _left(reading.blocks, _Captions(lines=lines, begins={line[:1] for line in lines}, longest=longest), lost)
    if not lost:
        return reading
    message = f"captions without a picture were left out: {'; '.join(lost)[:_SHOWN]}"
    note = Diagnostic(code="html.captions-dropped", message=message)
    return evolve(reading, blocks=left, diagnostics=(*reading.diagnostics, note))


def _left(blocks: tuple[Block, ...], captions: _Captions, lost: list[str]) -> tuple[Block, ...]:
    left: list[Block] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if count := _spoken(blocks[at : at + _PARTS], captions):
            lost += [" ".join(said.text.split()) for said in blocks[at : at + count] if isinstance(said, Paragraph)]
        elif not isinstance(block, Figure):
            left.append(block)
        elif inside := _left(block.body, captions, lost):
            left += canonical_figure(evolve(block, body=inside))
        at += count or 1
    return tuple(left)


def _spoken(blocks: tuple[Block, ...], captions: _Captions) -> int:
    """Count the blocks that say some whole lines together; lines that a ``<br>`` parts may be in one block."""
    said = ""
    for count, block in enumerate(blocks, 1):
        if not isinstance(block, Paragraph) or len(block.text) > captions.longest:
            return 0
        if not said and block.text.lstrip()[:1] not in captions.begins:
            return 0
        for part in block.text.split("\n"):
            said += "".join(part.split())
            if said in captions.lines:
                said = ""
        if not said:
            return count
    return 0
