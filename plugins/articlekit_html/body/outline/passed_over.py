"""What is so surely no part of the article that it need not be walked."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from articlekit.markup import Element
from articlekit_html.body.outline.hints import Hint
from articlekit_html.body.outline.scope import TextLengths

APART: Final = frozenset(("nav", "footer"))
APART_HINTS: Final = int(Hint.COMMENT | Hint.CONSENT)
SHARE: Final = 0.1
"""What is set apart by its name is not walked if it has no larger share of the characters of the page."""
_KEPT_HINTS: Final = int(Hint.FOOTNOTE | Hint.QUOTE)
_QUOTING: Final = frozenset(("blockquote", "figure"))


class Apart:
    """Tells which of the elements that are set apart by their names are passed over."""

    def __init__(self, body: Element, share: float, lengths: TextLengths) -> None:
        self.body = body
        self.share = share
        self.lengths = lengths

    @cached_property
    def longest(self) -> float:
        """So many characters at most; on a page that names nothing so, nobody asks."""
        return self.share * self.lengths[self.body] if self.share else -1

    def holds(self, element: Element, tag: str, hints: int) -> bool:
        """Whether navigation, a footer, comments or a cookie notice can be passed over; nothing else is asked about."""
        if tag == "footer":
            above = element.getparent()
            # A footer of a quotation says who is quoted.
            if hints & _KEPT_HINTS or (above is not None and above.tag in _QUOTING):
                return False
        return self.lengths[element] <= self.longest
