"""Pictures with captions and embedded posts, however they are written, as HTML's own `figure` and `iframe`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articlekit.markup import Element, xml_text
from articlekit_html.body.lines import Choice
from articlekit_html.body.outline import Outline
from articlekit_html.body.runs import take_away
from articlekit_html.body.view import View

_SHOWN: Final = ("img", "amp-img", "iframe", "video", "audio", "object", "embed", "table", "pre", "blockquote")


def shape(choice: Choice, wanted: list[int], skipped: set[Element]) -> None:
    """Make figures and embedded posts what they are."""
    view = choice.view
    page = view.page
    lines_of: dict[int, list[int]] = {}
    for line, node in enumerate(page.line_node):
        if choice.caption[node]:
            lines_of.setdefault(node, []).append(line)
    for outermost in _outermost(page, choice.caption):
        if wanted[outermost]:
            for node, inside in _figures(page, _frame(view, outermost)).items():
                if lines := [line for inner in inside for line in lines_of.get(inner, ())]:
                    captions = [inner for inner in inside if page.tags[inner] == "figcaption"]
                    _make_figure(page, node, captions, lines, skipped)
    for node in _outermost(page, view.embed):
        if not _make_embed(page.elements[node]):
            skipped.add(page.elements[node])


def _outermost(page: Outline, marked: bytearray) -> Iterator[int]:
    return (node for node, above in enumerate(page.parent) if marked[node] and (node == 0 or not marked[above]))


def _figures(page: Outline, outermost: int) -> dict[int, list[int]]:
    """Give a figure and those right inside it (a gallery's), each with the nodes that are its own."""
    inside: dict[int, list[int]] = {}
    figure_of: dict[int, int] = {}
    for node in range(outermost, page.end[outermost]):
        around = figure_of.get(page.parent[node], outermost)
        is_one = around == outermost and page.tags[node] == "figure"
        figure_of[node] = node if is_one else around
        inside.setdefault(figure_of[node], []).append(node)
    return inside


def _frame(view: View, node: int) -> int:
    """Find the figure of a caption that stands beside its picture, in an element of its own."""
    page = view.page
    if page.tags[node] == "figure" or view.unit[node] == node:
        return node
    above = page.parent[node]
    alone = view.prose.lines[above] == view.prose.lines[node]
    return above if alone and page.pictures[above] + sum(page.pictures[above : page.end[above]]) else node


def _make_figure(page: Outline, node: int, captions: list[int], lines: list[int], skipped: set[Element]) -> None:
    """Call a figure and its caption what they are; what else is said in it beside a caption is left out."""
    element = page.elements[node]
    if next(element.iter(*_SHOWN), None) is None:
        skipped.add(element)
        return
    if element.tag != "figure":
        # What is said beside a figure in it is said of it.
        for inner in page.elements[node + 1 : page.end[node]]:
            if inner.tag == "figure":
                inner.tag = "div"
        element.tag = "figure"
    own = [line for line in lines if page.line_node[line] == node]
    if own:
        take_away(element, set(range(len(own))), skipped)
        skipped.difference_update(element.iter(*_SHOWN))
    if not captions:
        captions = _captions(page, node, lines)
        for caption in captions:
            page.elements[caption].tag = "figcaption"
    if not captions and own:
        caption_of_own = element.makeelement("figcaption")
        caption_of_own.text = xml_text(" ".join(page.texts[line] for line in own))
        element.append(caption_of_own)
    for line in lines:
        place = page.line_node[line]
        if place != node and not any(caption <= place < page.end[caption] for caption in captions[:1]):
            skipped.add(page.elements[place])


def _captions(page: Outline, node: int, lines: list[int]) -> list[int]:
    """Find the largest element in a figure that holds its longest line and no picture."""
    if not lines:
        return []
    caption = page.line_node[max(lines, key=lambda line: len(page.texts[line]))]
    if caption == node or any(page.pictures[caption : page.end[caption]]):
        return []
    above = page.parent[caption]
    while above != node and not any(page.pictures[above : page.end[above]]):
        caption, above = above, page.parent[above]
    return [caption]


def _make_embed(element: Element) -> bool:
    """Make of what stands in for a post, before its script has run, what the script would put there."""
    address = next((a.get("href") for a in reversed(list(element.iter("a"))) if a.get("href")), None)
    if address is None:
        return False
    said = " ".join("".join(element.itertext()).split())
    tail = element.tail
    element.clear()
    element.tag, element.tail = "iframe", tail
    element.set("src", xml_text(address))
    element.set("title", xml_text(said))
    return True
