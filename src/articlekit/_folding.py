"""Text as browsers compare it when they look for the words of a text fragment: case, accents and kinds of marks aside."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import Final

from attrs import frozen

_STEP: Final = 2048  # characters between two offsets that are kept
_SPACE: Final = re.compile(r"\s+")


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
    return Folded(text=text, folded="".join(pieces), offsets=tuple(offsets), folded_offsets=tuple(folded_offsets))
