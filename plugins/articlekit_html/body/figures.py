"""Pictures with captions and embedded posts, however they are written, as HTML's own `figure` and `iframe`."""

from __future__ import annotations

from collections.abc import Iterator

from articlekit.markup import Element
from articlekit_html.body.outline import Outline
from articlekit_html.body.pictures import find_address
from articlekit_html.body.view import View


def figures(view: View) -> Iterator[int]:
    """Give the outermost nodes that are a figure, called so or not."""
    page = view.page
    for node, above in enumerate(page.parent):
        if view.caption[node] and not (node and view.caption[above]):
            yield node


def make_figure(view: View, node: int, lines: list[int], skipped: set[Element]) -> None:
    """Call a figure and its caption what they are; what else is said in it beside a caption is left out."""
    page = view.page
    shown = any(find_address(picture) for picture in page.elements[node].iter("img", "amp-img"))
    if not shown and next(page.elements[node].iter("iframe", "video", "audio", "object", "embed"), None) is None:
        skipped.add(page.elements[node])
        return
    page.elements[node].tag = "figure"
    captions = [inner for inner in range(node + 1, page.end[node]) if page.tags[inner] == "figcaption"]
    if not captions:
        captions = _captions(page, node, lines)
        for caption in captions:
            page.elements[caption].tag = "figcaption"
    for line in lines:
        place = page.line_node[line]
        if place != node and not any(caption <= place < page.end[caption] for caption in captions):
            skipped.add(page.elements[place])


def _captions(page: Outline, node: int, lines: list[int]) -> list[int]:
    """Find the largest element in a figure that holds all its text and no picture; else that of the longest line."""
    if not lines:
        return []
    longest = max(lines, key=lambda line: len(page.texts[line]))
    caption = page.line_node[longest]
    if caption == node or any(page.pictures[caption : page.end[caption]]):
        return []
    above = page.parent[caption]
    while above != node and not any(page.pictures[above : page.end[above]]):
        caption, above = above, page.parent[above]
    return [caption]


def embeds(view: View) -> Iterator[int]:
    """Give the outermost nodes that stand in for an embedded post."""
    page = view.page
    for node, above in enumerate(page.parent):
        if view.embed[node] and not (node and view.embed[above]):
            yield node


def make_embed(element: Element) -> bool:
    """Make of what stands in for a post, before its script has run, what the script would put there."""
    address = next((a.get("href") for a in reversed(list(element.iter("a"))) if a.get("href")), None)
    if address is None:
        return False
    said = " ".join("".join(element.itertext()).split())
    tail = element.tail
    element.clear()
    element.tag, element.tail = "iframe", tail
    element.set("src", address)
    element.set("title", said)
    return True
