"""From the chosen lines to blocks: what is not chosen is left out, captions become captions, the rest is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from articlekit.markup import Element, Reading, read_blocks_of
from articlekit.plugin import Note, Rule
from articlekit_html.body.blocks.endnotes import name_endnotes
from articlekit_html.body.blocks.figures import shape
from articlekit_html.body.blocks.lone_captions import without_lone_captions
from articlekit_html.body.blocks.quotations import shape_quotations
from articlekit_html.body.blocks.verse import join_verse
from articlekit_html.body.choice import Choice, Verdict
from articlekit_html.body.outline.arrays import Look
from articlekit_html.body.outline.grids import open_grids
from articlekit_html.body.outline.headings import marks_in
from articlekit_html.body.outline.hints import Hint
from articlekit_html.body.outline.kinds import HEADINGS, KINDS, SKIP
from articlekit_html.body.outline.layout import open_layouts
from articlekit_html.body.outline.runs import take_away

_MARKED: Final = HEADINGS | {"dt"}
"""What programs put signs with links into: headings, and names in documentation of code."""
_KEPT: Final = int(Verdict.KEPT)
_NO_PICTURES: Final = int(
    Hint.NAVIGATION | Hint.FOOTER | Hint.SHARE | Hint.COMMENT | Hint.ADVERTISEMENT | Hint.SIGN_UP | Hint.CONSENT
)
_NOT_SHOWING: Final = int(Hint.META | Hint.ADVERTISEMENT)
_CAPTION: Final = int(Verdict.CAPTION)
_BESIDE: Final = (_CAPTION, int(Verdict.EMBED))


def read(choice: Choice, url: str | None) -> Reading:
    """Read what was chosen into blocks. Changes the tree."""
    page = choice.view.page
    end = _end(choice)
    shown = _shown(choice, end)
    wanted = _wanted(choice, end, shown)
    skipped: set[Element] = set()
    for start in choice.roots:
        _leave_out(choice, wanted, range(start, page.end[start]), shown, skipped)
    for node, places in _partly_lost(choice, wanted).items():
        take_away(page.elements[node], places, skipped)
    skipped.update(_marks_of_headings(choice))
    open_layouts(page, choice.kept)
    open_grids(page)
    join_verse(choice)
    name_endnotes(choice)
    shape_quotations(choice)
    lost = shape(choice, wanted, skipped)
    roots = [page.elements[root] for root in choice.roots]
    for root in roots:
        # What nobody closed may hold all of the text: a template, what is for those without scripts.
        if KINDS.get(str(root.tag)) is SKIP:
            root.tag = "div"
    reading = _without_edges(read_blocks_of(roots, url=url, skip=skipped))
    captions = [text for text, verdict in zip(page.texts, choice.verdicts, strict=True) if verdict == _CAPTION]
    return without_lone_captions(reading, captions, lost) if captions else reading


def _marks_of_headings(choice: Choice) -> Iterator[Element]:
    page = choice.view.page
    for node in (page.line_node[line] for line in choice.kept if page.line_links[line]):
        if page.tags[node] in _MARKED:
            yield from marks_in(page.elements[node])


def _without_edges(reading: Reading) -> Reading:
    """Leave out the breaks that part the text from what stands before and behind it, and those that part nothing."""
    blocks = reading.blocks
    parting = [isinstance(block, Rule) for block in blocks]
    if not any(parting):
        return reading
    last = max((at for at, is_rule in enumerate(parting) if not is_rule), default=-1)
    kept = (
        block
        for at, block in enumerate(blocks[: last + 1])
        # Notes are set apart by what they are.
        if not parting[at] or (at and not parting[at - 1] and not isinstance(blocks[at + 1], Note))
    )
    return evolve(reading, blocks=tuple(kept))


def _end(choice: Choice) -> int:
    """Give the node where the article ends: with what is shown right behind its last line, and said of that.

    A gallery goes on behind an advertisement in it: what is said of its pictures looks the same.
    """
    page, dropped = choice.view.page, choice.view.prose.dropped
    last = choice.kept[-1] if choice.kept else -1
    end = page.end[page.line_node[last]] if last >= 0 else 0
    looks: set[tuple[Look, str | None]] = set()
    is_parted = False
    for line in range(last + 1, len(page.texts)):
        node = page.line_node[line]
        if not any(root < node < page.end[root] for root in choice.roots):
            break
        look = page.look(node), page.names[page.parent[node]]
        if choice.verdicts[line] not in _BESIDE or dropped[node]:
            is_parted = True
        elif not is_parted or look in looks:
            looks.add(look)
            end = max(end, page.end[node])
    return end


def _shown(choice: Choice, end: int) -> bytearray:
    """Mark the boxes of pictures within the text that nothing but a name speaks against: builders give such names."""
    view = choice.view
    page, dropped = view.page, view.prose.dropped
    shown = bytearray(len(page.tags))
    first = min(map(page.line_node.__getitem__, choice.kept), default=end)
    said = {node for node, verdict in zip(page.line_node, choice.verdicts, strict=True) if verdict not in _BESIDE}
    node = dropped.find(1, first, end)
    while node >= 0:
        inside = range(node, page.end[node])
        speaks_against = page.hints[node] & _NO_PICTURES or view.controls[node] or _leads(page.elements[node])
        if not speaks_against and said.isdisjoint(inside):
            shown[node : inside.stop] = bytes([1]) * len(inside)
        node = dropped.find(1, inside.stop, end)
    return shown


def _leads(element: Element) -> bool:
    """Whether it leads elsewhere, or lists what might."""
    return next(element.iter("a", "button", "li"), None) is not None


def _wanted(choice: Choice, end: int, shown: bytearray) -> list[int]:
    """Count the lines of each node that are read: those that are kept, and captions and embeds among them."""
    view = choice.view
    page, dropped = view.page, view.prose.dropped
    wanted = [0] * len(page.tags)
    for node, verdict in zip(page.line_node, choice.verdicts, strict=True):
        if verdict == _KEPT or (verdict in _BESIDE and (shown[node] or not dropped[node]) and node < end):
            wanted[node] += 1
    page.count_up(wanted)
    return wanted


def _leave_out(choice: Choice, wanted: list[int], nodes: range, shown: bytearray, skipped: set[Element]) -> None:
    """Leave out the elements of which nothing is read, but for pictures and rules among what is."""
    view = choice.view
    page, lines, dropped = view.page, view.prose.lines, view.prose.dropped
    end = next((node for node in reversed(nodes) if wanted[node]), nodes.start)
    node = nodes.start + 1
    showing: set[int] = set()
    spoken = set(page.line_node)
    while node < nodes.stop:
        # The picture of a figure stands where nothing is read, or beside a button; not so one of who writes, or of what
        # is advertised.
        is_frame = dropped[node] and page.hints[node] & _NOT_SHOWING
        is_among = wanted[page.parent[node]] or (page.parent[node] in showing and node not in spoken)
        may_show = choice.caption[node] and is_among and not is_frame
        shows = may_show and view.pictures[node] > 0
        if shows:
            showing.add(node)
        if wanted[node] or shows or shown[node] or not (lines[node] or dropped[node] or node > end):
            node += 1
        else:
            skipped.add(page.elements[node])
            node = page.end[node]


def _partly_lost(choice: Choice, wanted: list[int]) -> dict[int, set[int]]:
    """Find the nodes that lose some lines of their own text and keep others: which ones they lose, counted from 0."""
    own: dict[int, int] = {}
    lost: dict[int, set[int]] = {}
    for node, verdict in zip(choice.view.page.line_node, choice.verdicts, strict=True):
        place = own.get(node, 0)
        own[node] = place + 1
        if verdict != _KEPT and verdict not in _BESIDE and wanted[node]:
            lost.setdefault(node, set()).add(place)
    return lost
