"""The walk over a page that makes its outline: one pass over the tree, without recursion, linear in its size."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import or_

from articlekit.markup import Element
from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.grids import mark_grids
from articlekit_html.body.outline.kinds import BREAK, CONTROL, FORMULA, INLINE, KINDS, LINK, PICTURE, Kind
from articlekit_html.body.outline.passed_over import APART, APART_HINTS, SHARE, Apart
from articlekit_html.body.outline.scope import TextLengths, find_scope


def outline_of(root: Element, title: Element | None = None, *, whole: bool = False) -> Outline:  # noqa: PLR0912, PLR0915  one loop, as fast as can be
    """Walk a page once.

    Args:
        root: The page.
        title: The element that shows the title.
        whole: Walk all of it; else only where the article must be, without what is surely no part of it.
    """
    body = root.find("body")
    if body is None:
        body = root
    lengths = TextLengths()
    if not whole:
        body = find_scope(body, title, lengths)
    page = Outline()
    page.title = title
    apart = Apart(body, 0.0 if whole else SHARE, lengths)
    node = page.open(body, "body", -1)
    add_line = page.add_line
    kind_of = KINDS.get
    # The line that is being gathered: its text, the number of its links and of the characters in them, its breaks.
    parts: list[str] = []
    links = linked = in_link = begun = 0
    breaks: list[int] = []
    # The nodes in which pictures and controls stand.
    pictured: list[int] = []
    controlled: list[int] = []
    stack: list[tuple[Iterator[Element], Element, Kind | None]] = []
    children = iter(body[:])  # To cut them out at once is faster than to go from one to the next.
    text = body.text
    if text and not text.isspace():
        parts.append(text)
    while True:
        for element in children:
            # Comments and processing instructions, whose tag is no text, are left out when a page is parsed.
            tag: str = element.tag  # type: ignore[assignment]
            kind = kind_of(tag)
            if kind is None:
                if parts:
                    add_line(node, parts, linked, links, breaks)
                    links = linked = 0
                text = element.text
                if len(element):
                    node = page.open(element, tag, node)
                    hints = page.hints[node]
                    if (tag in APART or hints & APART_HINTS) and apart.holds(element, tag, hints):
                        node = page.parent[node]
                        page.passed.append(node)
                    else:
                        if text and not text.isspace():
                            parts.append(text)
                            if in_link:
                                linked += len(text.strip())
                        stack.append((children, element, kind))
                        children = iter(element[:])
                        break
                else:
                    leaf = page.open(element, tag, node)
                    if text and not text.isspace():
                        add_line(leaf, [text], len(text) if in_link else 0, 0, breaks)
            elif kind is INLINE or kind is LINK:
                if kind is LINK:
                    links += 1
                    in_link += 1
                text = element.text
                if text and (parts or not text.isspace()):
                    parts.append(text)
                    if in_link:
                        linked += len(text.strip())
                if len(element):
                    if kind is LINK and in_link == 1:
                        begun = len(page.texts)
                    stack.append((children, element, kind))
                    children = iter(element[:])
                    break
                if kind is LINK:
                    in_link -= 1
            elif kind is PICTURE:
                pictured.append(node)
            elif kind is CONTROL:
                controlled.append(node)
                page.can_be_answered = page.can_be_answered or tag == "textarea"
            elif kind is BREAK:
                if breaks and page.tags[node] != "pre" and not "".join(parts[breaks[-1] :]).strip():
                    add_line(node, parts, linked, links, breaks)
                    links = linked = 0
                elif parts:
                    parts.append("\n")
                    breaks.append(len(parts))
            elif kind is FORMULA and element.get("display") == "block":
                page.formulas[len(page.texts)] = node
            text = element.tail
            if text and (parts or not text.isspace()):
                parts.append(text)
                if in_link:
                    linked += len(text.strip())
        else:
            if not stack:
                break
            children, element, kind = stack.pop()
            if kind is None:
                if parts:
                    add_line(node, parts, linked, links, breaks)
                    links = linked = 0
                page.end[node] = len(page.tags)
                node = page.parent[node]
            elif kind is LINK:
                in_link -= 1
                if not in_link:
                    page.unlink(begun)
            text = element.tail
            if text and (parts or not text.isspace()):
                parts.append(text)
                if in_link:
                    linked += len(text.strip())
    if parts:
        add_line(node, parts, linked, links, breaks)
    page.end[0] = len(page.tags)
    page.said = reduce(or_, page.hints)
    page.pictures = _counted(pictured, len(page.tags))
    page.controls = _counted(controlled, len(page.tags))
    mark_grids(page)
    return page


def _counted(nodes: list[int], count: int) -> list[int]:
    """Count how often each of so many nodes is among some."""
    counts = [0] * count
    for node in nodes:
        counts[node] += 1
    return counts
