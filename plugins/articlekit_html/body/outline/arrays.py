"""A page as flat arrays: its block elements in document order, and the lines of text that stand in them.

A line is a stretch of text between two borders of block elements (or, but in code, two ``<br>`` in a row): the smallest
thing that can be kept or dropped.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, chain, compress, count
from operator import sub
from typing import Final, TypeAlias

from articlekit.markup import Element
from articlekit_html.body.outline.hints import hints_of
from articlekit_html.body.outline.kinds import HEADINGS

Look: TypeAlias = tuple[str, str | None]
"""What an element looks like: its tag and its class attribute."""


class Outline:
    """The arrays. Nodes are in document order: the descendants of node ``n`` are ``n + 1`` to ``end[n] - 1``."""

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
        #: Nodes that are tables made of boxes, each with the number of its columns.
        self.grids: dict[int, int] = {}
        #: Whether its metadata say that it is a discussion.
        self.is_thread = False
        #: The element that shows the title, if that is known.
        self.title: Element | None = None
        #: Lines with a formula that is shown by itself, each with the node it stands in, if it is a line of that.
        self.formulas: dict[int, int] = {}
        # -- one entry a line
        self.line_node: list[int] = []
        self.texts: list[str] = []
        #: Characters inside links, and how many links.
        self.link_length: list[int] = []
        self.line_links: list[int] = []
        #: Line breaks inside.
        self.breaks: list[int] = []
        self._tagged: dict[str, list[int]] = {}

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

    def is_within(self, node: int, hints: int) -> bool:
        """Whether a node, or one around it below the body, has one of some hints."""
        while node > 0 and not self.hints[node] & hints:
            node = self.parent[node]
        return node > 0

    def children(self, node: int) -> Iterator[int]:
        """Give the nodes right in a node, in order."""
        child = node + 1
        while child < self.end[node]:
            yield child
            child = self.end[child]

    def tagged(self, *tags: str) -> list[int]:
        """Give the nodes with one of some tags, in order; gathered once, for most rules are for tags that few have."""
        if not self._tagged:
            for node, tag in enumerate(self.tags):
                self._tagged.setdefault(tag, []).append(node)
        if len(tags) == 1:
            return self._tagged.get(tags[0], [])
        return sorted(chain(*(self._tagged.get(tag, ()) for tag in tags)))

    def retag(self, node: int, tag: str) -> None:
        """Give a node another tag."""
        self.tags[node] = tag
        self._tagged.clear()

    def outermost(self, nodes: Iterable[int]) -> list[int]:
        """Give for each node the outermost of some, in order, that holds it, or is it; 0 where there is none."""
        found = [0] * len(self.tags)
        end = 1
        for node in nodes:
            if node >= end:
                end = self.end[node]
                found[node:end] = [node] * (end - node)
        return found

    def innermost(self, nodes: Collection[int]) -> list[int]:
        """Give for each node the innermost of some, in order, that holds it, or is it; 0 where there is none."""
        found = self.outermost(nodes)
        marked = frozenset(nodes)
        for node in compress(count(), found):
            found[node] = node if node in marked else found[self.parent[node]]
        return found

    def lines_of(self, around: Sequence[int], lines: Iterable[int] | None = None) -> dict[int, list[int]]:
        """Gather lines, or some of them, by the node around them that is given for theirs; not where that is 0."""
        found: dict[int, list[int]] = {}
        for line in range(len(self.texts)) if lines is None else lines:
            if node := around[self.line_node[line]]:
                found.setdefault(node, []).append(line)
        return found

    def sum_up(self, amounts: list[float]) -> None:
        """Add to the amount of each node, as those of lines were put to it, the amounts of all that is in it."""
        parent = self.parent
        for node in range(len(amounts) - 1, 0, -1) if any(amounts) else ():
            if amount := amounts[node]:
                amounts[parent[node]] += amount

    def count_up(self, counts: list[int]) -> None:
        """Do the same with whole numbers: what is in a node is what was counted up to its end and not before it."""
        before = list(accumulate(counts, initial=0))
        counts[:] = map(sub, map(before.__getitem__, self.end), before)

    def size(self, lines: Iterable[int]) -> int:
        """Count the characters of some lines."""
        return sum([len(self.texts[line]) for line in lines])

    def linked(self, lines: Iterable[int]) -> int:
        """Count those of them that stand inside links."""
        return sum([self.link_length[line] for line in lines])

    def look(self, node: int) -> Look:
        """Say what a node looks like."""
        return self.tags[node], self.names[node]

    def unlink(self, begun: int) -> None:
        """Take the lines since one for no link, where they are too much for one: nobody has closed it."""
        lines = range(begun, len(self.texts))
        if len(lines) > _LINES and self.size(lines) >= _LONGEST_LINK:
            for line in lines:
                self.link_length[line] = self.line_links[line] = 0

    def add_line(self, node: int, parts: list[str], linked: int, links: int, breaks: list[int]) -> None:
        """Add what was gathered, and begin anew."""
        text = parts[0] if len(parts) == 1 else "".join(parts)
        # In most texts there is no other white space than single spaces, which is sooner seen than undone.
        text = text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())
        parts.clear()
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
