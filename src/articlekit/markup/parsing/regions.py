"""Parts of a page in which nothing is a tag: comments, scripts and styles."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import Final

from attrs import frozen

_OPENING: Final = re.compile(rb"<(?:!(--)|(script|style)(?=[\s>/]))", re.IGNORECASE)
_ENDS: Final = {
    b"--": re.compile(rb"-->"),
    b"script": re.compile(rb"</script", re.IGNORECASE),
    b"style": re.compile(rb"</style", re.IGNORECASE),
}


@frozen
class Regions:
    """The regions of a page, which are found when they are asked for first: most pages never are."""

    data: bytes

    def around(self, at: int) -> bytes | None:
        """Tell in what a place stands, behind its beginning: ``--`` is a comment, ``script``, ``style``, or nothing."""
        number = bisect_right(self._found, at - 1, key=lambda region: region[0]) - 1
        if number < 0:
            return None
        _, end, name = self._found[number]
        return name if at < end else None

    @cached_property
    def _found(self) -> list[tuple[int, int, bytes]]:
        found: list[tuple[int, int, bytes]] = []
        at = 0
        while opened := _OPENING.search(self.data, at):
            name = opened[1] or opened[2].lower()
            closed = _ENDS[name].search(self.data, opened.end())
            at = closed.end() if closed else len(self.data)
            found.append((opened.start(), at, name))
        return found
