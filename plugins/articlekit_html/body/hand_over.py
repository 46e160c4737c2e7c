"""From the chosen lines to blocks: what is not chosen is left out, captions become captions, the rest is read."""

from __future__ import annotations

from articlekit.markup import Element, Reading, read_blocks_of
from articlekit_html.body.figures import embeds, figures, make_embed, make_figure
from articlekit_html.body.lines import Choice
from articlekit_html.body.outline import is_block
from articlekit_html.body.pictures import find_address


def read(choice: Choice, url: str | None) -> Reading:
    """Read what was chosen into blocks. Changes the tree."""
    page = choice.view.page
    end = _end(choice)
    wanted = _wanted(choice, end)
    skipped: set[Element] = set()
    for root in choice.roots:
        node = root + 1
        while node < page.end[root]:
            if _is_left_out(choice, wanted, end, node):
                skipped.add(page.elements[node])
                node = page.end[node]
                continue
            node += 1
    _shape(choice, wanted, skipped)
    for node, places in _partly_lost(choice, wanted).items():
        _take_away(page.elements[node], places, skipped)
    for root in choice.roots:
        for picture in page.elements[root].iter("img", "amp-img"):
            picture.tag = "img"
            if address := find_address(picture):
                picture.set("src", address)
    return read_blocks_of([page.elements[root] for root in choice.roots], url=url, skip=skipped)


def _end(choice: Choice) -> int:
    """The node after the last one that is kept."""
    page = choice.view.page
    return max((page.end[node] for node, keep in zip(page.line_node, choice.kept, strict=True) if keep), default=0)


def _wanted(choice: Choice, end: int) -> list[int]:
    """Count the lines of each node that are read: those that are kept, and captions beside them."""
    view = choice.view
    page = view.page
    wanted = [0] * len(page.tags)
    for node, keep in zip(page.line_node, choice.kept, strict=True):
        wanted[node] += keep or (
            (view.caption[node] or view.embed[node]) and not view.prose.dropped[node] and node < end
        )
    for node in range(len(wanted) - 1, 0, -1):
        wanted[page.parent[node]] += wanted[node]
    return wanted


def _is_left_out(choice: Choice, wanted: list[int], end: int, node: int) -> bool:
    """Whether no line of a node is read, and it is no picture or rule among those that are."""
    view = choice.view
    return not wanted[node] and (bool(view.prose.lines[node]) or bool(view.prose.dropped[node]) or node >= end)


def _shape(choice: Choice, wanted: list[int], skipped: set[Element]) -> None:
    """Make figures and embedded posts what they are."""
    view = choice.view
    page = view.page
    lines_of: dict[int, list[int]] = {}
    for line, node in enumerate(page.line_node):
        lines_of.setdefault(node, []).append(line)
    for node in figures(view):
        if wanted[node]:
            inside = (line for inner in range(node, page.end[node]) for line in lines_of.get(inner, ()))
            make_figure(view, node, [line for line in inside if view.caption[page.line_node[line]]], skipped)
    for node in embeds(view):
        if not make_embed(page.elements[node]):
            skipped.add(page.elements[node])


def _partly_lost(choice: Choice, wanted: list[int]) -> dict[int, set[int]]:
    """Find the nodes that lose some lines of their own text and keep others: which ones they lose, counted from 0."""
    view = choice.view
    own: dict[int, int] = {}
    lost: dict[int, set[int]] = {}
    for node, keep in zip(view.page.line_node, choice.kept, strict=True):
        place = own.get(node, 0)
        own[node] = place + 1
        if not keep and not view.caption[node] and not view.embed[node]:
            lost.setdefault(node, set()).add(place)
    return {node: places for node, places in lost.items() if wanted[node]}


def _take_away(element: Element, places: set[int], skipped: set[Element]) -> None:
    """Take away the lines of an element's own text that stand at some places."""
    if any(is_block(inner) for child in element if not is_block(child) for inner in child):
        return
    place = 0
    run: list[Element] = []
    texts: list[str] = [element.text or ""]
    holders: list[Element | None] = [None]

    def finish() -> None:
        nonlocal place
        if "".join(texts).strip():
            if place in places:
                skipped.update(run)
                for holder in holders:
                    if holder is None:
                        element.text = None
                    else:
                        holder.tail = None
            place += 1
        run.clear()
        texts.clear()
        holders.clear()

    broken = False
    for child in element:
        if is_block(child):
            finish()
        elif child.tag == "br":
            if broken:
                finish()
            broken = True
        else:
            said = "".join(child.itertext())
            broken = broken and not said.strip()
            run.append(child)
            texts.append(said)
        if child.tail:
            broken = broken and child.tail.isspace()
            texts.append(child.tail)
            holders.append(child)
    finish()
