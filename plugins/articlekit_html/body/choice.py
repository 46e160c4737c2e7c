"""What was chosen of a page: of each line whether it is the article's, and why."""

from __future__ import annotations

from enum import IntEnum
from itertools import compress, count
from typing import Final

from articlekit_html.body.first_rules.view import View


class Verdict(IntEnum):
    """Why a line is kept or not."""

    KEPT = 0
    FAR = 1
    WEIGHED = 2
    CAPTION = 3
    EMBED = 4
    OUTSIDE = 5
    LONE_HEADING = 6
    PROMPT = 7
    REPEATED = 8
    APART = 9
    COMMENT = 10
    CONTENTS = 11
    TWICE = 12
    DATA = 13
    SEE_ALSO = 14
    COPYRIGHT = 15
    AUTHOR = 16


FAR: Final = -9.0
"""The log odds of a line that is not weighed: it is far from what looks like the article."""

_IS_KEPT: Final = bytes(verdict == Verdict.KEPT for verdict in range(256))
"""Which verdicts keep a line, to translate by."""


class Choice:
    """The lines of the article, and the elements that hold them."""

    __slots__ = ("caption", "container", "is_scripted", "kept", "length", "odds", "roots", "verdicts", "view")

    def __init__(self, view: View, caption: bytearray, verdicts: bytearray, container: int, apart: list[int]) -> None:
        self.view = view
        #: Nodes whose lines are captions or credits.
        self.caption = caption
        #: One `Verdict` a line.
        self.verdicts = verdicts
        self.container = container
        #: Whether they stand in what only a script would show.
        self.is_scripted = False
        #: The log odds of each line, where they were weighed; those of one far from the text are `FAR`.
        self.odds: list[float] | None = None
        #: The container and what stands outside of it, in order.
        self.roots = sorted((container, *apart))
        #: The lines that are kept, in order, and how many characters these are.
        self.kept = kept_of(verdicts)
        self.length = view.page.size(self.kept)


def kept_of(verdicts: bytearray) -> list[int]:
    """Give the lines that are kept, in order."""
    return list(compress(count(), verdicts.translate(_IS_KEPT)))
