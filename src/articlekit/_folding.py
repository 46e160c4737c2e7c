"""Text as browsers compare it when they look for the words of a text fragment: case and accents aside."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from attrs import field, frozen

_STEP: Final = 2048  # characters between two offsets that are kept
_SPACE: Final = re.compile(r"\s+")
_WORD: Final = re.compile(r"\w+")
# Scripts written without spaces: browsers find their words in a dictionary, so only punctuation is a sure boundary.
_RANGES: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
UNSPACED: Final = re.compile(f"[{_RANGES}]")


class _Fold(dict[int, str]):
    """Folds characters as browsers compare them: the base letter, lower case, one kind of quotation mark."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = "".join(
            c
            for c in unicodedata.normalize("NFKD", character).casefold()
            if unicodedata.category(c) not in {"Mn", "Me", "Cf"}
        )
        category = unicodedata.category(character)
        if category in {"Zs", "Zl", "Zp"} or character.isspace():
            folded = " "
        elif character in "‘’‚‛`´":
            folded = "'"
        elif character in "“”„‟«»":
            folded = '"'
        self[code] = folded
        return folded


_FOLD: Final = _Fold()


def fold(text: str) -> str:
    """Fold a text: base letters in lower case, one kind of quotation mark, one space for a run of white space."""
    return _SPACE.sub(" ", text.translate(_FOLD))


@frozen(kw_only=True)
class Folded:
    """A text as browsers compare it, and which of its offsets belongs to which of the text."""

    text: str
    folded: str
    #: Offsets into the text, no more than `_STEP` and a run of white space apart, and into the folded text.
    offsets: tuple[int, ...]
    folded_offsets: tuple[int, ...]
    #: Where each word stands in the folded text.
    words: dict[str, list[int]] = field(repr=False, hash=False)

    def find(self, term: str, since: int) -> Iterator[int]:
        """Yield where a folded term stands in the folded text, looking at the places of its rarest word alone."""
        places = [(self.words.get(found[0], []), found.start()) for found in _WORD.finditer(term)]
        if not places or UNSPACED.search(term):
            at = self.folded.find(term, since) if term else -1
            while at >= 0:
                yield at
                at = self.folded.find(term, at + 1)
            return
        rarest, shift = min(places, key=lambda place: len(place[0]))
        for place in islice(rarest, bisect_left(rarest, since + shift), None):
            if self.folded.startswith(term, place - shift):
                yield place - shift

    def at(self, offset: int) -> int:
        """The offset into the folded text."""
        step = bisect_right(self.offsets, offset) - 1
        return self.folded_offsets[step] + len(fold(self.text[self.offsets[step] : offset]))


@lru_cache(maxsize=4)
def fold_with_offsets(text: str) -> Folded:
    """Fold a text and remember where what went; kept for the next claim of the same article."""
    offsets, folded_offsets, pieces = [0], [0], []
    while offsets[-1] < len(text):
        end = min(offsets[-1] + _STEP, len(text))
        while end < len(text) and text[end - 1].isspace():
            end += 1  # a run of white space is folded into one space, and must not be cut
        pieces.append(fold(text[offsets[-1] : end]))
        folded_offsets.append(folded_offsets[-1] + len(pieces[-1]))
        offsets.append(end)
    folded = "".join(pieces)
    words: dict[str, list[int]] = {}
    for found in _WORD.finditer(folded):
        words.setdefault(found[0], []).append(found.start())
    return Folded(text=text, folded=folded, offsets=tuple(offsets), folded_offsets=tuple(folded_offsets), words=words)
