"""From the chosen lines to blocks: what is not chosen is left out, captions become captions, the rest is read."""

from __future__ import annotations

from typing import Final

from articlekit.markup import Element, Reading, read_blocks_of
from articlekit_html.body.figures import shape
from articlekit_html.body.lines import Choice, Verdict
from articlekit_html.body.outline import is_block
from articlekit_html.body.pictures import find_address

_BESIDE: Final = (Verdict.CAPTION, Verdict.EMBED)


def read(choice: Choice, url: str | None) -> Reading:
    """Read what was chosen into blocks. Changes the tree."""
    page = choice.view.page
    end = max((page.end[page.line_node[line]] for line in choice.kept()), default=0)
    wanted = _wanted(choice, end)
    skipped: set[Element] = set()
    for root in choice.roots:
        _leave_out(choice, wanted, range(root, page.end[root]), skipped)
    for node, places in _partly_lost(choice, wanted).items():
        _take_away(page.elements[node], places, skipped)
    shape(choice.view, wanted, skipped)
    for root in choice.roots:
        for picture in page.elements[root].iter("img", "amp-img"):
            picture.tag = "img"
            if address := find_address(picture):
                picture.set("src", address)
    return read_blocks_of([page.elements[root] for root in choice.roots], url=url, skip=skipped)


def _wanted(choice: Choice, end: int) -> list[int]:
    """Count the lines of each node that are read: those that are kept, and captions and embeds among them."""
    view = choice.view
    page, dropped = view.page, view.prose.dropped
    wanted = [0] * len(page.tags)
    for node, verdict in zip(page.line_node, choice.verdicts, strict=True):
        if verdict == Verdict.KEPT or (verdict in _BESIDE and not dropped[node] and node < end):
            wanted[node] += 1
    for node in range(len(wanted) - 1, 0, -1):
        wanted[page.parent[node]] += wanted[node]
    return wanted


def _leave_out(choice: Choice, wanted: list[int], nodes: range, skipped: set[Element]) -> None:
    """Leave out the elements of which nothing is read, but for pictures and rules among what is."""
    view = choice.view
    page, lines, dropped = view.page, view.prose.lines, view.prose.dropped
    end = max((node for node in nodes if wanted[node]), default=nodes.start)
    node = nodes.start + 1
    while node < nodes.stop:
        if wanted[node] or not (lines[node] or dropped[node] or node > end):
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
        if verdict != Verdict.KEPT and verdict not in _BESIDE and wanted[node]:
            lost.setdefault(node, set()).add(place)
    return lost


def _take_away(element: Element, places: set[int], skipped: set[Element]) -> None:
    """Take away the lines of an element's own text that stand at some places, in the order of the outline."""
    if any(is_block(inner) for child in element if not is_block(child) for inner in child):
        return
    place = 0
    for run in _runs(element):
        if "".join(text for text, _, _ in run).strip():
            if place in places:
                for _, child, is_tail in run:
                    if child is None:
                        element.text = None
                    elif is_tail:
                        child.tail = None
                    else:
                        skipped.add(child)
            place += 1


def _runs(element: Element) -> list[list[tuple[str, Element | None, bool]]]:
    """Part an element's own text at blocks and where two line breaks meet: texts, their child, whether its tail."""
    run: list[tuple[str, Element | None, bool]] = [(element.text or "", None, False)]
    runs = [run]
    broken = False
    for child in element:
        if is_block(child) or (child.tag == "br" and broken):
            run = []
            runs.append(run)
        elif child.tag != "br":
            said = "".join(child.itertext())
            broken = broken and not said.strip()
            run.append((said, child, False))
        if child.tag == "br":
            broken = True
        if child.tail:
            broken = broken and child.tail.isspace()
            run.append((child.tail, child, True))
    return runs
