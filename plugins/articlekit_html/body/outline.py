"""A page as flat arrays: its block elements in document order, and the lines of text that stand in them.

One pass over the tree, without recursion, linear in its size. A line is a stretch of text between two borders of block
elements (or two ``<br>`` in a row): the smallest thing that can be kept or dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Final

from articlekit.markup import Element
from articlekit_html.body.hints import hints_of
from articlekit_html.body.kinds import BREAK, CONTROL, HEADINGS, INLINE, KINDS, LINK, PICTURE, Kind
from articlekit_html.body.passed_over import APART, APART_HINTS, SHARE, Apart
from articlekit_html.body.scope import TextLengths, find_scope


class Outline:
    """The arrays. Nodes are in document order: the descendants of node ``n`` are ``n + 1`` to ``end[n] - 1``."""

    __slots__ = (
        "breaks",
        "can_be_answered",
        "controls",
        "elements",
        "end",
        "hints",
        "line_links",
        "line_node",
        "link_length",
        "names",
        "parent",
        "passed",
        "pictures",
        "said",
        "tags",
        "texts",
        "title",
    )

    def __init__(self) -> None:
        # -- one entry a node
        self.elements: list[Element] = []
        self.tags: list[str] = []
        self.parent: list[int] = []
        self.end: list[int] = []
        #: Bits of `Hint`.
        self.hints: list[int] = []
        #: All hints that there are, together: what no node has need not be looked for.
        self.said = 0
        #: The class attribute: siblings that look alike have it in common.
        self.names: list[str | None] = []
        self.pictures: list[int] = []
        self.controls: list[int] = []
        #: The nodes in which a footer, or the like, was passed over.
        self.passed: list[int] = []
        #: Whether a field for a text of several lines is on it.
        self.can_be_answered = False
        #: The element that shows the title, if that is known.
        self.title: Element | None = None
        # -- one entry a line
        self.line_node: list[int] = []
        self.texts: list[str] = []
        #: Characters inside links, and how many links.
        self.link_length: list[int] = []
        self.line_links: list[int] = []
        #: Line breaks inside.
        self.breaks: list[int] = []

    def open(self, element: Element, tag: str, parent: int) -> int:
        """Add a node; what it holds follows."""
        node = len(self.tags)
        get = element.get
        name = get("class")
        self.elements.append(element)
        self.tags.append(tag)
        self.parent.append(parent)
        self.end.append(node + 1)
        self.names.append(name)
        if tag in _IN_HEADINGS and self.tags[parent] in HEADINGS and self.line_node[-1:] != [parent]:
            self.tags[node] = self.tags[parent]  # All that a heading says is said in it.
        elif tag == "button" and get("aria-expanded") is not None:
            self.tags[node] = "summary"  # What it opens is said below it (ARIA Authoring Practices, Disclosure).
        if tag in _PLAIN:
            self.hints.append(0)
        else:
            role = get("role") if tag in _GENERIC else None
            if role in _MEANT:
                self.tags[node] = _MEANT[role]
            elif role == "button" and get("aria-expanded") is not None:
                self.tags[node] = "summary"
            self.hints.append(hints_of(tag, name, get("id"), role))
        return node

    def hint(self, nodes: Iterable[int], hint: int) -> None:
        """Add what some nodes seem to hold by something else than their names."""
        for node in nodes:
            self.hints[node] |= hint
            self.said |= hint

    def children(self, node: int) -> Iterator[int]:
        """Give the nodes right in a node, in order."""
        child = node + 1
        while child < self.end[node]:
            yield child
            child = self.end[child]

    def outermost(self, marked: Sequence[int]) -> list[int]:
        """Give for each node the outermost of some nodes that holds it, or is it; 0 where there is none."""
        found = [0] * len(self.tags)
        if any(marked):
            for node in range(1, len(found)):
                found[node] = found[self.parent[node]] or (node if marked[node] else 0)
        return found

    def unlink(self, begun: int) -> None:
        """Take the lines since one for no link, where they are too much for one: nobody has closed it."""
        lines = range(begun, len(self.texts))
        if sum(len(self.texts[line]) for line in lines) >= _LONGEST_LINK:
            for line in lines:
                self.link_length[line] = self.line_links[line] = 0

    def add_line(self, node: int, parts: list[str], linked: int, links: int, breaks: list[int]) -> None:
        """Add what was gathered, and begin anew."""
        text = parts[0] if len(parts) == 1 else "".join(parts)
        # In most texts there is no other white space than single spaces, which is sooner seen than undone.
        text = text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())
        parts.clear()
        if text:
            self.line_node.append(node)
            self.texts.append(text)
            self.link_length.append(min(len(text), linked) if linked else 0)
            self.line_links.append(links)
            self.breaks.append(len(breaks))
        if breaks:
            breaks.clear()


_PLAIN: Final = frozenset(("li", "tr", "td", "th", "tbody", "thead", "dt", "dd"))
"""Elements whose names say nothing that the element around them does not say."""

_IN_HEADINGS: Final = frozenset(("button", "div"))
"""Blocks in which headings say what they say; a button unfolds what is below (ARIA Authoring Practices, Accordion)."""

_GENERIC: Final = frozenset(("article", "aside", "div", "form", "section", "ul"))
"""Elements that roles are given to."""

_MEANT: Final = {
    "cell": "td",
    "columnheader": "th",
    "heading": "h2",
    "list": "ul",
    "listitem": "li",
    "row": "tr",
    "rowheader": "th",
    "table": "table",
}
"""What elements are by their roles (WAI-ARIA 1.2, section 5.4)."""

_LINES: Final = 4
_LONGEST_LINK: Final = 600
"""No link goes over more lines than that and so many characters: cards have fewer."""


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
                        tail = element.tail
                        if tail and not tail.isspace():
                            parts.append(tail)
                        continue
                    if text and not text.isspace():
                        parts.append(text)
                        if in_link:
                            linked += len(text.strip())
                    stack.append((children, element, kind))
                    children = iter(element[:])
                    break
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
                if breaks and not "".join(parts[breaks[-1] :]).strip():
                    add_line(node, parts, linked, links, breaks)
                    links = linked = 0
                elif parts:
                    parts.append("\n")
                    breaks.append(len(parts))
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
                if not in_link and len(page.texts) - begun > _LINES:
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
    return page


def _counted(nodes: list[int], count: int) -> list[int]:
    """Count how often each of so many nodes is among some."""
    counts = [0] * count
    for node in nodes:
        counts[node] += 1
    return counts
