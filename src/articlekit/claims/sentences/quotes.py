"""Quotation marks: which one opens, which one closes, and which quotation runs on into the next block.

Straight, curly, guillemet (both ways round) and low marks, two straight or curly apostrophes used as one mark, and
single marks. Quotations nest, and a quotation that is not closed in its block runs on where the next block opens with
a mark again.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve, frozen

from articlekit.claims.sentences.splitting import block_offsets

_MARK: Final = re.compile(r"''|’’|``|[\"“”„‟«»‹›‘’'‚「」『』]")

# The marks that may close a quotation which each mark opens, as typographers use them across languages.
_CLOSES: Final = {
    '"': '"”',
    "''": "''",
    "’’": "’’",
    "``": "''",
    "“": '”"“',
    "”": "”",
    "„": '“”"',
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‘": "’'",
    "'": "'’",
    "‚": "‘’",
    "「": "」",
    "『": "』",
}
_SINGLE: Final = frozenset("‘’'‚‹›")
_ALWAYS_OPENS: Final = frozenset(("“", "„", "«", "‹", "‚", "「", "『", "``"))
_BEFORE_OPENING: Final = frozenset("([{—–-/:;,…\"“”«‘'’")
# ``'90s``, ``'em``, ``'til``: an apostrophe where letters are left out.
_ELISION: Final = re.compile(r"['’‘](?:\d\ds|em|til|cause|bout|n)\b", re.IGNORECASE)
_DEEPEST: Final = 4


@frozen(kw_only=True)
class Quotation:
    """A stretch between quotation marks within one block, marks included."""

    start: int
    end: int
    mark: str
    #: 0 for an outermost quotation, 1 for one inside it, and so on.
    depth: int
    #: Whether its closing mark stands in the block.
    closed: bool
    #: Whether it goes on in the next block, which opens with a mark again.
    continues: bool = False


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Find the quotations of a text, in the order of their opening marks."""
    found: list[Quotation] = []
    blocks = [block for block in block_offsets(text) if block[0] < block[1]]
    for index, (start, end) in enumerate(blocks):
        follows = text[blocks[index + 1][0]] if index + 1 < len(blocks) else ""
        found += _quotations_of_block(text, start, end, follows)
    return tuple(found)


def _quotations_of_block(text: str, start: int, end: int, follows: str) -> list[Quotation]:
    open_marks: list[re.Match[str]] = []
    found: list[Quotation] = []
    for mark in _MARK.finditer(text, start, end):
        closes = _closes(text, mark, open_marks, end)
        if closes is not None:
            opening = open_marks[closes]
            del open_marks[closes:]
            found.append(_quotation(opening, mark.end(), closed=True))
        elif len(open_marks) < _DEEPEST and _opens(text, mark, open_marks, start, end):
            open_marks.append(mark)
    if open_marks and open_marks[0][0] not in _SINGLE:
        opening = open_marks[0]
        # The next block repeats the opening mark; a straight one looks the same either way.
        continues = follows == opening[0][:1] and opening[0] not in "”’"
        if continues or opening.start() <= start + 1:
            last = opening.start() + len(text[opening.start() : end].rstrip())
            found.append(_quotation(opening, last, closed=False, continues=continues))
    return _with_depths(sorted(found, key=lambda quotation: quotation.start))


def _quotation(opening: re.Match[str], end: int, *, closed: bool, continues: bool = False) -> Quotation:
    return Quotation(start=opening.start(), end=end, mark=opening[0], depth=0, closed=closed, continues=continues)


def _with_depths(found: list[Quotation]) -> list[Quotation]:
    """Count what each one stands inside: only now is it known which opening marks were never closed."""
    around: list[int] = []
    deep: list[Quotation] = []
    for quotation in found:
        while around and around[-1] <= quotation.start:
            around.pop()
        deep.append(evolve(quotation, depth=len(around)) if around else quotation)
        around.append(quotation.end)
    return deep


def _closes(text: str, mark: re.Match[str], open_marks: list[re.Match[str]], end: int) -> int | None:
    """The index of the open mark that this one closes, if it closes one."""
    after = text[mark.end()] if mark.end() < end else " "
    before = text[mark.start() - 1] if mark.start() else " "
    for index in range(len(open_marks) - 1, -1, -1):
        opening = open_marks[index]
        if mark[0] not in _closing_marks(opening[0]) or mark.start() == opening.end():
            continue
        if mark[0] in _SINGLE and after.isalnum():
            continue  # an apostrophe
        if mark[0] == opening[0] and before.isspace() and not after.isspace() and after.isalnum():
            continue  # opens again
        return index
    return None


def _closing_marks(opening: str) -> tuple[str, ...] | str:
    closing = _CLOSES.get(opening, opening)
    return (closing,) if len(opening) == 2 else closing


def _opens(text: str, mark: re.Match[str], open_marks: list[re.Match[str]], start: int, end: int) -> bool:
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if any(opening[0] == mark[0] for opening in open_marks):
        return False
    if mark[0] in _SINGLE and (before.isalnum() or _ELISION.match(text, mark.start(), end) or not after.isalnum()):
        return False
    if mark[0] in _ALWAYS_OPENS:
        return True
    return not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)
