"""A page and what the first rules say of it: its container, its captions, and which lines look like the article."""

from __future__ import annotations

from typing import Final

from articlekit_html.body.container import find_containers
from articlekit_html.body.hints import Hint
from articlekit_html.body.outline import Outline
from articlekit_html.body.prose import Prose

_SHOWN: Final = frozenset(("blockquote", "pre", "table"))
"""What a figure may show that is text: all else in it is caption or credit."""

_UNIT_TEXT: Final = 300
_UNIT_LINES: Final = 3
"""An element with a picture and no more text than this is a picture with its caption."""

_UNITS: Final = frozenset(("aside", "div", "section", "span"))


class View:
    """What the rules say of an `Outline`."""

    __slots__ = ("by_mass", "caption", "container", "embed", "page", "prose", "rule", "title_line", "unit")

    def __init__(self, page: Outline) -> None:
        self.page = page
        self.prose = prose = Prose(page)
        self.by_mass, self.container = find_containers(page, prose)
        #: Nodes whose lines are captions or credits: inside a figure, but not in what it shows.
        self.caption = bytearray(len(page.tags))
        #: Nodes that are a figure without being called so.
        self.unit = bytearray(len(page.tags))
        #: Nodes inside what stands in for an embedded post.
        self.embed = bytearray(len(page.tags))
        self._mark_nodes()
        #: Lines that look like the article.
        self.rule = self._look()
        self.title_line = next((line for line, node in enumerate(page.line_node) if page.tags[node] == "h1"), -1)

    def _mark_nodes(self) -> None:
        page, prose = self.page, self.prose
        tags, parent, hints = page.tags, page.parent, page.hints
        caption, unit, embed = self.caption, self.unit, self.embed
        pictures = page.pictures[:]
        for node in range(len(tags) - 1, 0, -1):
            pictures[parent[node]] += pictures[node]
        for node in range(1, len(tags)):
            above, tag = parent[node], tags[node]
            embed[node] = embed[above] or bool(hints[node] & Hint.EMBED)
            if caption[above]:
                caption[node] = tag not in _SHOWN and (
                    not unit[above] or tag != "p" or bool(hints[node] & Hint.CAPTION)
                )
            elif tag == "figure":
                caption[node] = True
            elif (
                tag in _UNITS
                and pictures[node]
                and 0 < prose.lines[node] <= _UNIT_LINES
                and prose.text[node] <= _UNIT_TEXT
            ):
                caption[node] = unit[node] = True

    def _look(self) -> bytearray:
        page, prose = self.page, self.prose
        look = bytearray(len(page.texts))
        first, last = self.container, page.end[self.container]
        for line, node in enumerate(page.line_node):
            look[line] = (
                first <= node < last
                and not prose.dropped[node]
                and not self.caption[node]
                and prose.density[line] <= 0.5
                and page.tags[node] not in ("h1", "button")
                and not page.hints[node] & Hint.CAPTION
            )
        return look
