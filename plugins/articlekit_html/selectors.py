"""Where an element stands, as a CSS selector that finds it and no other: for people who look into the page with it."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from articlekit.markup import Element

_PLAIN: Final = re.compile(r"-?[A-Za-z_][\w-]*", re.ASCII)
"""A name that a selector may have as it is; others are left out."""
_CLASSES: Final = 4
_LEVELS: Final = 60
"""A longer way from an element that has a selector of its own is not told."""


class Selectors:
    """The selectors of one page: short where names tell an element from all others, else with the way to it."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._own = {element: _own(element) for element in root.iter() if isinstance(element.tag, str)}
        self._count = Counter(self._own.values())
        self._places: dict[Element, str] = {}

    def of(self, element: Element) -> str:
        """Give the selector of an element; of one that is not in the page its names."""
        steps: list[str] = []
        node: Element | None = element
        while node is not None and node in self._own and len(steps) < _LEVELS:
            own = self._own[node]
            if self._count[own] == 1:
                return " > ".join((own, *reversed(steps)))
            steps.append(self._place(node))
            node = node.getparent()
        return self._own.get(element) or _own(element)

    def of_meta(self, name: str) -> str:
        """Give the selector of what stands first under a name in ``meta``, whichever attribute holds that."""
        for meta in self._root.iter("meta"):
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                said = meta.get(attribute) or ""
                if name in said.lower().split() or said.strip().lower() == name:
                    return f'meta[{attribute}="{said}"]'
        return f'meta[name="{name}"]'

    def _place(self, element: Element) -> str:
        """Say which of its siblings with the same tag it is; of all at once, for they may be many."""
        if element not in self._places:
            around = element.getparent()
            seen: Counter[str] = Counter()
            for sibling in (element,) if around is None else around:
                tag = str(sibling.tag)
                seen[tag] += 1
                self._places[sibling] = f"{_escaped(tag)}:nth-of-type({seen[tag]})"
        return self._places[element]


def _own(element: Element) -> str:
    """Give an element as a tag with its id and classes."""
    identifier = element.get("id") or ""
    names = [name for name in (element.get("class") or "").split() if _PLAIN.fullmatch(name)]
    own = _escaped(str(element.tag)) + (f"#{identifier}" if _PLAIN.fullmatch(identifier) else "")
    return ".".join((own, *names[:_CLASSES]))


def _escaped(tag: str) -> str:
    return tag.replace(":", r"\:")
