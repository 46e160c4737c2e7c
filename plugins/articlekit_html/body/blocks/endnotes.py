"""Notes that nothing calls so: each leads back to where the text leads to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final

from articlekit.markup import Element
from articlekit_html.body.choice import Choice
from articlekit_html.body.outline.anchors import Anchors, lead_to_places, target_of

_NEAR: Final = 12
"""Among so many elements of an item stands the way back, …"""
_AROUND: Final = 4
"""A place is named by a link or by one of so many elements, itself and those around it."""
_LISTS: Final = frozenset(("ol", "ul"))
_ITEMS: Final = frozenset(("div", "p"))
_BOXES: Final = frozenset(("aside", "div"))
_LINKS: Final = 100
"""So many links of a line are looked at."""
_SPACES: Final = " \t\r\n\xa0"
_BRACKETS: Final = {"[": "]", "(": ")"}
_NUMBER: Final = 8
"""Characters of a number, its brackets and what sets it apart, at most."""


def name_endnotes(choice: Choice) -> None:
    """Give notes, and lists of them, the roles that say so (DPUB-ARIA 1.1). Changes the tree."""
    _name_lists(choice)
    pairs = list(_pairs(choice))
    beginning = Counter(note.getparent() for _, _, note in pairs)
    for reference, back, note in pairs:
        box = note.getparent()
        # A box of several paragraphs is one note, if no other begins in it.
        is_whole = box is not None and box.tag in _BOXES and box[0] is note and beginning[box] == 1
        whole = box if is_whole and box is not None and (len(box) == 1 or box.get("id")) else note
        reference.set("role", "doc-noteref")
        back.set("role", "doc-backlink")
        _take_brackets(back)
        # No role makes a paragraph anything else.
        whole.tag = "div"
        whole.set("role", "doc-footnote")
        whole.set("id", target_of(reference))


def _pairs(choice: Choice) -> Iterator[tuple[Element, Element, Element]]:
    """Give the links to notes, with the links that lead back, and the paragraphs that these begin."""
    page = choice.view.page
    references: dict[str, Element] = {}
    for node in dict.fromkeys(page.line_node[line] for line in choice.kept if page.line_links[line]):
        element = page.elements[node]
        for link in islice(element.iter("a"), _LINKS):
            target = target_of(link)
            if not target or len("".join(link.itertext()).strip()) > _NUMBER:
                continue
            reference = references.get(target)
            if reference is None:
                references.update(dict.fromkeys(_names_of(link), link))
            elif page.tags[node] in _ITEMS and target_of(reference) in _names_of(link) and _begins(link, element):
                yield reference, link, element


def _names_of(link: Element) -> Iterator[str]:
    """Give the names of the places that a link and the elements right around it are."""
    element: Element | None = link
    for _ in range(_AROUND):
        if element is not None:
            yield from filter(None, (element.get("id"), element.get("name")))
            element = element.getparent()


def _begins(link: Element, paragraph: Element) -> bool:
    """Whether no words of a paragraph stand before a link in it."""
    element: Element | None = link
    while element is not None and element is not paragraph:
        previous = element.getprevious()
        around = element.getparent()
        before = previous.tail if previous is not None else around.text if around is not None else None
        if (before and before.strip(" \t\r\n[(")) or (previous is not None and "".join(previous.itertext()).strip()):
            return False
        element = around
    return True


def _take_brackets(link: Element) -> None:
    """Take away the brackets right around a link: they are of the number that it says."""
    around = link.getparent()
    if around is None or link.getprevious() is not None:
        return
    said, behind = (around.text or "").rstrip(_SPACES), (link.tail or "").lstrip(_SPACES)
    if said[-1:] in _BRACKETS and behind[:1] == _BRACKETS[said[-1:]]:
        around.text, link.tail = said[:-1], behind[1:]


def _name_lists(choice: Choice) -> None:
    page = choice.view.page
    lists: dict[int, set[int]] = {}
    for line in (line for line in choice.kept if page.line_links[line]):
        node = page.line_node[line]
        item = node if page.tags[node] == "li" else page.parent[node]
        if (
            page.tags[item] == "li"
            and page.tags[page.parent[item]] in _LISTS
            and lead_to_places(islice(page.elements[item].iter(), _NEAR))
        ):
            lists.setdefault(page.parent[item], set()).add(item)
    # The places of a page are gathered where they are asked for, which few pages do.
    anchors = Anchors(page.elements[0])
    for node, items in lists.items():
        if len(items) == page.tags[node : page.end[node]].count("li") and all(
            anchors.are_answered(page.elements[item], _NEAR) for item in items
        ):
            page.elements[node].set("role", "doc-endnotes")
