"""Words drawn from a text to catch the eye: they stand in it twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import compress
from typing import Final

_PASSAGE: Final = 30
"""So many characters of a text in a row are no chance."""
_MOST: Final = 100
"""So many lines are looked for, each in all of the text: no page has more of them."""
_QUOTES: Final = "\"'“”„«»‘’ "


class Text:
    """The lines that are kept, put together only when somebody asks."""

    def __init__(self, lines: Sequence[str], kept: Sequence[int]) -> None:
        self._lines = lines
        self._kept = kept
        self._looks = _MOST

    @cached_property
    def _text(self) -> str:
        return "\n".join(compress(self._lines, self._kept))

    def holds_any(self, lines: Iterable[str]) -> bool:
        """Whether the text holds what one of some lines begins or ends with, if they are enough to tell."""
        return any(self._holds(line.strip(_QUOTES)) for line in lines)

    def _holds(self, words: str) -> bool:
        if len(words) < _PASSAGE or not self._looks:
            return False
        self._looks -= 1
        return words[:_PASSAGE] in self._text or words[-_PASSAGE:].rstrip(".") in self._text
