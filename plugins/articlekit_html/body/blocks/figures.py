"""Pictures with captions and embedded posts, however they are written, as HTML's own `figure` and `iframe`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import compress, count, takewhile
from typing import Final

from articlekit.markup import Element, xml_text
from articlekit_html.body.choice import Choice
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.runs import take_away

_CREDIT: Final = re.compile("credit|copyright|photographer|courtesy", re.IGNORECASE)
_SAYS_WHOSE: Final = re.compile(
    r"[(\[]?(?:\w+(?: \w+)? ?[:：]|©)(?:[^:：.!?]|(?<=\b\w)\.|(?<=\b\w\w)\.){2,60}\.?[)\]]?\Z"
)
"""Whose a picture is, in any language, in a line of its own: a word, a colon, a name; or the sign of a copyright."""
_SHOWN: Final = ("img", "amp-img", "iframe", "video", "audio", "object", "embed", "table", "pre", "blockquote")


def shape(choice: Choice, wanted: list[int], skipped: set[Element]) -> list[str]:
    """Make figures and embedded posts what they are; give the captions for which there is no picture."""
    view = choice.view
    page = view.page
    lines_of: dict[int, list[int]] = {}
    for line, node in enumerate(page.line_node):
        if choice.caption[node]:
            lines_of.setdefault(node, []).append(line)
    lost: list[str] = []
    for outermost in _outermost(page, choice.caption):
        if wanted[outermost]:
            for node, inside in _figures(page, _frame(view, outermost, wanted)).items():
                if lines := [line for inner in inside for line in lines_of.get(inner, ())]:
                    captions = [inner for inner in inside if page.tags[inner] == "figcaption"]
                    if not _make_figure(view, node, captions, lines, skipped):
                        lost += [page.texts[line] for line in lines]
    for node in _outermost(page, view.embed):
        if not _make_embed(page.elements[node]):
            skipped.add(page.elements[node])
    return lost


def _outermost(page: Outline, marked: bytearray) -> Iterator[int]:
    return (node for node in compress(count(), marked) if not marked[page.parent[node]])


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


def _frame(view: View, node: int, wanted: list[int]) -> int:
    """Find the figure of a caption that stands beside its picture, in an element where nothing else is read."""
    page = view.page
    if page.tags[node] == "figure" or view.unit[node] == node:
        return node
    above = page.parent[node]
    alone = wanted[above] == wanted[node]
    return above if alone and page.pictures[above] + sum(page.pictures[above : page.end[above]]) else node


def _make_figure(view: View, node: int, captions: list[int], lines: list[int], skipped: set[Element]) -> bool:
    """Call a figure and its caption what they are; whether there is something that it shows."""
    page = view.page
    node = node if captions else _inmost(page, node, lines)
    element = page.elements[node]
    if next(element.iter(*_SHOWN), None) is None:
        if not _join(element):
            skipped.add(element)
            return False
        return True
    if element.tag != "figure":
        # What is said beside a figure in it is said of it.
        for inner in page.elements[node + 1 : page.end[node]]:
            if inner.tag == "figure":
                inner.tag = "div"
        element.tag = "figure"
    own = [line for line in lines if page.line_node[line] == node]
    if own:
        take_away(element, set(range(len(own))), skipped)
        _show(element, skipped)
    if not captions:
        captions = _captions(page, node, lines)
        for caption in captions:
            page.elements[caption].tag = "figcaption"
    said = " ".join(page.texts[line] for line in own)
    if captions and own:
        _say_too(page.elements[captions[0]], said, is_credit=False)
    elif own:
        caption_of_own = element.makeelement("figcaption")
        caption_of_own.text = xml_text(said)
        element.append(caption_of_own)
    _say_beside(view, node, captions, lines, skipped)
    return True


def _say_beside(view: View, node: int, captions: list[int], lines: list[int], skipped: set[Element]) -> None:
    """Put to the caption what is said beside it in a figure, unless it is a button."""
    page = view.page
    own = Counter(page.line_node[line] for line in lines)
    taken: set[int] = set()
    for line in lines:
        place = page.line_node[line]
        if place != node and not any(caption <= place < page.end[caption] for caption in captions[:1]):
            beside = page.elements[place]
            if any(page.pictures[place : page.end[place]]) or _is_among(captions, place + 1, page.end[place]):
                take_away(beside, set(range(own[place])), skipped)
                taken.add(place)
            else:
                skipped.add(beside)
            names = page.names[place] or ""
            is_button = page.tags[place] == "button" or beside.get("role") == "button"
            is_credit = _CREDIT.search(names) or _SAYS_WHOSE.match(page.texts[line])
            if captions and (is_credit or not (view.prose.dropped[place] or is_button)):
                _say_too(page.elements[captions[0]], page.texts[line], is_credit=bool(is_credit))
    end = 0
    for place in sorted(taken):
        # What stands in another one is shown with that.
        if place >= end:
            _show(page.elements[place], skipped)
            end = page.end[place]


def _is_among(nodes: list[int], first: int, end: int) -> bool:
    """Whether one of the nodes, which stand in order, is in a range."""
    at = bisect_left(nodes, first)
    return at < len(nodes) and nodes[at] < end


def _inmost(page: Outline, node: int, lines: list[int]) -> int:
    """Give the one element in a figure that holds its picture and all that is said of it, else the figure itself."""
    places = {page.line_node[line] for line in lines}
    inner = max(places, default=node)
    return inner if len(places) == 1 and page.pictures[inner] else node


def _show(element: Element, skipped: set[Element]) -> None:
    """Leave nothing out that an element shows."""
    passed: set[Element] = set()
    for shown in element.iter(*_SHOWN):
        skipped.discard(shown)
        for around in takewhile(lambda around: around is not element and around not in passed, shown.iterancestors()):
            passed.add(around)
            skipped.discard(around)


def _say_too(caption: Element, text: str, *, is_credit: bool) -> None:
    """Append to a caption what is said beside it."""
    said = caption.makeelement("span", {"class": "credit"} if is_credit else {})
    said.text = xml_text(text)
    # The number of children is not asked for: it is counted anew each time.
    last = next(caption.iterchildren(reversed=True), None)
    if last is None:
        caption.text = xml_text(f"{caption.text or ''} ")
    else:
        last.tail = xml_text(f"{last.tail or ''} ")
    caption.append(said)


def _join(caption: Element) -> bool:
    """Put a caption that stands alone into one figure with what it stands behind, or a table that stands behind it."""
    before, behind = caption.getprevious(), caption.getnext()
    shown = before if before is not None and _shows(before) and not (before.tail or "").strip() else None
    if shown is None and behind is not None and behind.tag == "table" and not (caption.tail or "").strip():
        shown = behind
    if shown is None:
        return False
    figure = caption.makeelement("figure")
    first, last = (shown, caption) if shown is before else (caption, shown)
    first.addprevious(figure)
    figure.tail, last.tail = xml_text(last.tail or ""), None
    figure.append(shown)
    figure.append(caption)
    caption.tag = "figcaption"
    return True


def _shows(element: Element) -> bool:
    """Whether an element is a picture and nothing else."""
    if element.tag in _SHOWN:
        return True
    return next(element.iter(*_SHOWN), None) is not None and not "".join(element.itertext()).strip()


def _captions(page: Outline, node: int, lines: list[int]) -> list[int]:
    """Find the largest element in a figure that holds its longest line, but for one that says whose it is, alone."""
    said = [line for line in lines if not _SAYS_WHOSE.match(page.texts[line])] or lines
    caption = page.line_node[max(said, key=lambda line: len(page.texts[line]))]
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
    # The text behind it may hold controls, which are not to be written again.
    element.clear(keep_tail=True)
    element.tag = "iframe"
    element.set("src", xml_text(address))
    element.set("title", xml_text(said))
    return True
