"""Tokens: the words and marks that the attribution model reads, block by block, with where each stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from attrs import frozen

from articlekit.claims.sentences.quotes import Quotation, find_quotations
from articlekit.claims.sentences.splitting import block_offsets, sentence_offsets

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN: Final = re.compile(
    r"(?:[^\W\d_]\.){2,8}"  # U.S.
    r"|[$€£]?\d(?:[\d.,:]*\d)?"
    r"|['’](?:s|re|ve|ll|d|m|t)\b"
    r"|''|``|\.{2,}|--+"
    r"|[@#]?[^\W_]+(?:[-_&][^\W_]+)*"
    r"|\S"
)


@frozen(kw_only=True)
class Block:
    """The tokens of one stretch between blank lines. `words`, `starts` and `ends` have one item a token."""

    #: Its place among the blocks of the text.
    index: int
    words: list[str]
    #: Code point offsets into the whole text.
    starts: list[int]
    ends: list[int]
    #: The first token of each sentence, and the number of tokens at the end.
    sentences: list[int]
    quotations: list[Quotation]
    #: Those that stand in no other: none overlaps another.
    outermost: list[Quotation]


def read_blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a text that hold a token."""
    sentences = _Queue([start for start, _ in sentence_offsets(text)])
    found = find_quotations(text)
    quotations = _Queue([quotation.start for quotation in found])
    for index, (start, end) in enumerate(block_offsets(text)):
        tokens = list(_TOKEN.finditer(text, start, end))
        first, last = quotations.until(end)
        begins = slice(*sentences.until(end))
        if tokens:
            starts = [token.start() for token in tokens]
            yield Block(
                index=index,
                words=[token[0] for token in tokens],
                starts=starts,
                ends=[token.end() for token in tokens],
                sentences=[*(bisect_left(starts, begin) for begin in sentences.items[begins]), len(tokens)],
                quotations=list(found[first:last]),
                outermost=[quotation for quotation in found[first:last] if quotation.depth == 0],
            )


class _Queue:
    """Ascending offsets that are taken block by block."""

    def __init__(self, items: list[int]) -> None:
        self.items = items
        self._next = 0

    def until(self, end: int) -> tuple[int, int]:
        """The first and one past the last index of the items not yet taken that lie before `end`."""
        first = self._next
        self._next = bisect_left(self.items, end, first)
        return first, self._next
