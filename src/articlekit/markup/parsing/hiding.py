"""Elements whose content is not shown, or not as text, and that have lost their end: they hold what stood behind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from articlekit.markup.tokens import Element

_HIDING: Final = ("audio", "canvas", "noscript", "object", "template", "video")
"""What stands in these is not shown, …"""
_CLOSED: Final = ("datalist", "math", "option", "select", "svg")
"""… and these hold choices, formulas and drawings, of which none of the following is a part; …"""
_BLOCKS: Final = ("article", "blockquote", "div", "h2", "h3", "ol", "p", "section", "table", "ul")
"""… and if it is one of these, it may be what stood behind them."""
_INTEGRATING: Final = frozenset(("foreignobject", "desc", "title", "annotation-xml", "mi", "mo", "mn", "ms", "mtext"))
"""In these HTML may stand inside a drawing or formula (HTML Standard 13.2.6, integration points)."""


HIDING: Final = (*_HIDING, *_CLOSED)


def show_hidden(elements: Iterable[Element], data: bytes) -> list[str]:
    """Show the blocks that stand in elements which hide them, where elements of that name have lost ends.

    Args:
        elements: Those of the page that are named in `HIDING`, in document order; the page is changed.
        data: What it was parsed from.

    Returns:
        The names of these elements.
    """
    holding: list[Element] = []
    closed: list[tuple[Element, Element]] = []
    for element in elements:
        # Most hold nothing, or nothing like that: drawings of icons, choices.
        if not len(element) or next(element.iter(*_BLOCKS), None) is None:
            continue
        if element.tag in _HIDING:
            if any(child.tag in _BLOCKS for child in element):
                holding.append(element)
        elif next(element.iterancestors(*_CLOSED), None) is None and (block := _first_block(element)) is not None:
            closed.append((element, block))
    names = dict.fromkeys(str(e.tag) for e in (*holding, *(e for e, _ in closed)))
    lost = [name for name in names if _lost_ends(name.encode(), data)]
    for element in holding:
        if element.tag in lost:
            element.tag = "div"
    for element, block in closed:
        if element.tag in lost:
            _let_out(element, block)
    return lost


def _lost_ends(name: bytes, data: bytes) -> bool:
    tags = re.findall(rb"<(/?)%s\b" % name, data, re.IGNORECASE)
    return 2 * tags.count(b"/") < len(tags)


def _first_block(element: Element) -> Element | None:
    # What is known of the elements around one block holds for all the others in them: deep pages have many of both.
    free: dict[Element, bool] = {element: True}
    return next((block for block in element.iter(*_BLOCKS) if _is_free(block, free)), None)


def _is_free(block: Element, free: dict[Element, bool]) -> bool:
    """Whether it stands in no element in which HTML may stand."""
    around: list[Element] = []
    for each in block.iterancestors():
        if each in free or str(each.tag).lower() in _INTEGRATING:
            break
        around.append(each)
    found = free.setdefault(each, False)
    free.update(dict.fromkeys(around, found))
    return found


def _let_out(element: Element, block: Element) -> None:
    """End an element before a block in it: what stands from there on comes to stand behind it."""
    behind, element.tail = element.tail, None
    place: Element = element
    for moved in list(_from(block, element)):
        place.addnext(moved)
        place = moved
    if behind:
        place.tail = (place.tail or "") + behind


def _from(block: Element, element: Element) -> Iterator[Element]:
    """Give a block and what follows it, level by level, up to the end of the element that it stands in."""
    yield block
    yield from list(block.itersiblings())
    for each in block.iterancestors():
        if each is element:
            return
        yield from list(each.itersiblings())
