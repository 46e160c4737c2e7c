"""Tables of contents that a site makes of the headings of a text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import islice
from typing import Final

from articlekit_html.body.first_rules.prose import Prose
from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.kinds import HEADINGS

_LINKS: Final = 0.9
"""So large a share of a line of contents is its link, …"""
_NEAR: Final = 20
"""… which is among so many first elements of what the line stands in."""
_LABEL: Final = 40
"""Characters of what says that they are contents."""


def contents(page: Outline, prose: Prose, kept: Sequence[int]) -> list[int]:
    """Find the lines in a row that are nothing but a link to a heading of the page each, and what they are called.

    A list that a line before it announces with a colon is one of the author's.

    Args:
        page: The page.
        prose: Its measures.
        kept: The lines that are kept so far: between the first and the last of them contents are looked for.
    """
    first, last = next(iter(kept), 0), next(iter(reversed(kept)), -1)
    between = [line for line in range(first, last + 1) if prose.density[line] >= _LINKS]
    targets = _targets(page, between)
    anchors = _anchors(page) if len(targets) > 1 else set()
    found: list[int] = []
    end = 0
    for line in targets:
        if line >= end and targets[line] in anchors:
            end = line + 1
            while targets.get(end) in anchors:
                end += 1
            if end - line > 1 and not page.texts[line - 1].endswith(":"):
                is_called = line > 0 and len(page.texts[line - 1]) <= _LABEL and not prose.sentences[line - 1]
                found += range(line - is_called, end)
    return found


class Headings:
    """What the headings of a page say; gathered when somebody asks."""

    def __init__(self, page: Outline) -> None:
        self._page = page

    @cached_property
    def _texts(self) -> set[str]:
        page = self._page
        return {text for text, node in zip(page.texts, page.line_node, strict=True) if page.tags[node] in HEADINGS}

    def are_said_by(self, lines: list[int]) -> bool:
        """Whether most of some lines say what headings do: they are contents, though there is no link in them."""
        return 2 * sum(self._page.texts[line] in self._texts for line in lines) > len(lines)


def _targets(page: Outline, lines: list[int]) -> dict[int, str]:
    """Give of each of some lines that is a link to another place on the page the name of that place."""
    targets: dict[int, str] = {}
    for line in lines:
        node = page.line_node[line]
        if page.tags[node] not in HEADINGS:
            near = islice(page.elements[node].iter(), _NEAR)
            href = next((link.get("href") or "" for link in near if link.tag == "a"), "")
            if href.startswith("#"):
                targets[line] = href[1:]
    return targets


def _anchors(page: Outline) -> set[str]:
    """Gather the names by which links lead to headings: theirs, those of what stands in them or right around them."""
    names: set[str] = set()
    for node in page.tagged(*HEADINGS):
        for element in (*islice(page.elements[node].iter(), _NEAR), page.elements[page.parent[node]]):
            names.update(name for name in (element.get("id"), element.get("name")) if name)
    return names
