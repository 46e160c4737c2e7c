"""Tables, lists and quotes are the article's as a whole: short cells, linked items and sources follow the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress, count
from typing import Final

from articlekit_html.body.belonging.drawn import Text
from articlekit_html.body.first_rules.prose import STRONG
from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.kinds import HEADINGS
from articlekit_html.body.outline.layout import lays_out

_WHOLES: Final = frozenset(("blockquote", "dl", "ol", "table", "ul"))
_PARTS: Final = frozenset(("blockquote", "caption", "dd", "dt", "footer", "li", "p", "td", "th"))
"""What their text stands in; anything else in them is more than text."""
_NO_SOURCES: Final = HEADINGS | {"button"}
_SOURCE: Final = 100
"""So many characters say who says a quotation."""
_CELLS: Final = frozenset(("td", "th"))
NEAR: Final = 50
"""So many lines stand between two paragraphs at most, where what is between them is looked at."""
MOST: Final = 0.4
"""The rest follows so large a part of its text."""


def of_a_whole(page: Outline, kept: Sequence[int], open_: Sequence[int], captions: Sequence[int]) -> list[int]:
    """Find the lines to keep with the innermost list, table or quote around them, or with paragraphs like them.

    It is kept whole where most of it is, and where what stands right before and behind it is kept; a paragraph is kept
    between two that are and look the same.

    Args:
        page: The page.
        kept: Of each line, whether it is kept.
        open_: Of each line, whether it may be kept.
        captions: Of each line, whether it is one: what stands before or behind it counts.
    """
    around = page.innermost(page.tagged(*_WHOLES))
    cells = Counter(around[node] for node in page.tagged(*_CELLS))
    lines: dict[int, list[int]] = {}
    has_quotations = bool(page.tagged("blockquote"))
    for line, node in enumerate(page.line_node):
        if whole := around[node] or (has_quotations and _quotation_before(page, line)):
            lines.setdefault(whole, []).append(line)
    text = Text(page.texts, kept)
    found = list(_among_siblings(page, kept, open_))
    found += (
        line
        for whole, own in lines.items()
        if (page.tags[whole] != "table" or not lays_out(page, own, cells[whole]))
        and (_is_kept(page, own, kept) or _is_among(page, own, kept, captions))
        and not (
            page.tags[whole] == "blockquote" and text.holds_any(page.texts[line] for line in own if not kept[line])
        )
        for line in own
        if open_[line] and (_is_in_part(page, page.line_node[line]) or page.tags[whole] == "blockquote")
    )
    return found


def _is_in_part(page: Outline, node: int) -> bool:
    """Whether a node is a part of a whole, or a box without a name right in one."""
    if page.tags[node] == "div" and not page.names[node]:
        node = page.parent[node]
    return page.tags[node] in _PARTS


def _is_kept(page: Outline, lines: list[int], kept: Sequence[int]) -> bool:
    return page.size(line for line in lines if kept[line]) >= MOST * page.size(lines)


def _is_among(page: Outline, lines: list[int], kept: Sequence[int], captions: Sequence[int]) -> bool:
    """Whether kept lines stand right before and behind, and there is more text than links."""
    before, behind = lines[0] - 1, lines[-1] + 1
    while before >= 0 and captions[before]:
        before -= 1
    while behind < len(kept) and captions[behind]:
        behind += 1
    if before < 0 or behind >= len(kept) or not (kept[before] and kept[behind]):
        return False
    return 2 * page.linked(lines) <= page.size(lines)


def _quotation_before(page: Outline, line: int) -> int:
    """Give the quotation that a short line stands behind, in a box of these two: it says whose it is; else 0."""
    node = page.line_node[line]
    box = page.parent[node]
    quotation = box + 1
    says_whose = (
        page.tags[quotation] == "blockquote"
        and page.end[quotation] <= node
        and page.end[node] == page.end[box]
        and line > 0
        and page.line_node[line - 1] < page.end[quotation]
        and len(page.texts[line]) <= _SOURCE
        and not page.link_length[line]
        and page.tags[node] not in _NO_SOURCES
        and not page.hints[node] & STRONG
    )
    return quotation if says_whose else 0


def _among_siblings(page: Outline, kept: Sequence[int], open_: Sequence[int]) -> Iterator[int]:
    """Find what stands between two kept paragraphs of one parent: others of their look, and lists, without links."""
    last: dict[tuple[int, str | None], int] = {}
    for line in compress(count(), kept):
        node = page.line_node[line]
        if page.tags[node] == "p":
            look = (page.parent[node], page.names[node])
            between = range(last.get(look, line) + 1, line)
            last[look] = line
            for other in between if len(between) <= NEAR else ():
                if open_[other] and not page.link_length[other] and _is_sibling(page, page.line_node[other], node):
                    yield other


def _is_sibling(page: Outline, node: int, paragraph: int) -> bool:
    """Whether a node is a paragraph beside another that looks like it, or an item of a list without a name there."""
    above = page.parent[paragraph]
    if page.tags[node] == "p":
        return page.parent[node] == above and page.names[node] == page.names[paragraph]
    around = page.parent[node]
    return page.tags[node] == "li" and page.parent[around] == above and not page.names[around]
