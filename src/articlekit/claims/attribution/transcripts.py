"""Transcripts: blocks that begin with the speaker's name in capitals and a colon, as broadcasters write interviews."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlekit.claims.attribution.context import QUOTE_MARKS
from articlekit.claims.attribution.links import Link, found_by_rule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articlekit.claims.attribution.tokens import Block

_LONGEST_LABEL: Final = 10  # tokens
_LEAST_LABELS: Final = 2  # one alone is more often the place where the news comes from
_NO_SPEAKERS: Final = """
    advertisement also analysis breaking caption correction credit developing disclaimer exclusive explained faq
    follow important listen live more note notes opinion photo photos picture poll quiz read related see source sources
    tip transcript update updated updates video warning watch
"""


def turns(blocks: Iterable[Block]) -> dict[int, Link]:
    """Find who says each block of a transcript, and the words that the block holds; by the index of the block."""
    found = {block.index: turn for block in blocks if (turn := _turn(block))}
    return found if len(found) >= _LEAST_LABELS else {}


def _turn(block: Block) -> Link | None:
    """Read a block that begins as ``JANE DOE, HOST: Good morning.`` does."""
    words = block.words
    first = 1 if words[0] in QUOTE_MARKS else 0
    colon = next((i for i in range(first, min(first + _LONGEST_LABEL, len(words) - 1)) if words[i] == ":"), first)
    label = words[first:colon]
    names = [word for word in label if word[0].isalpha()]
    if (
        not names
        or len(names[0]) < 2
        or not all(word.isupper() for word in names)
        or names[0].lower() in _NO_SPEAKERS.split()
    ):
        return None
    return Link(
        source=found_by_rule(block, "S", first, colon),
        cue=found_by_rule(block, "C", colon, colon + 1),
        content=(found_by_rule(block, "T", colon + 1, len(words)),),
    )


def put_turn(turn: Link, links: Iterable[Link]) -> list[Link]:
    """Put the turn of a block in the place of what was found of its label; what the speaker reports stays."""
    begin = turn.content[0].first

    def inside(each: Link) -> bool:
        return all(part.first >= begin for part in (each.source, each.cue, *each.content) if part)

    return [turn, *(each for each in links if each.cue and inside(each))]
