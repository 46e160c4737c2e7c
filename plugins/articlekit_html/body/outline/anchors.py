"""Links within a page: notes are told by links that lead to them from the text, and back."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from itertools import islice

from articlekit.markup import Element


class Anchors:
    """The places in a text that links lead to, and the places that its links lead to; each gathered once."""

    def __init__(self, text: Element) -> None:
        self._text = text

    @cached_property
    def _names(self) -> set[str]:
        return _names_in(self._text.iter())

    @cached_property
    def _targets(self) -> set[str]:
        return _targets_of(self._text.iter("a"))

    def are_answered(self, behind: Element, most: int | None = None) -> bool:
        """Whether links in an element lead to places in the text, and links of the text to places in it.

        Args:
            behind: The element.
            most: How many elements in it are looked at; None for all.
        """
        if not self._targets:
            return False
        back = _targets_of(islice(behind.iter(), most))
        if not back or self._targets.isdisjoint(_names_in(islice(behind.iter(), most))):
            return False
        return not back.isdisjoint(self._names)


def lead_to_places(elements: Iterable[Element]) -> bool:
    """Whether a link among some elements leads to a place on the page."""
    return any(element.tag == "a" and (element.get("href") or "").startswith("#") for element in elements)


def target_of(link: Element) -> str:
    """Give the name of the place on the page that a link leads to; empty where it leads elsewhere."""
    href = (link.get("href") or "").strip()
    return href[1:] if href.startswith("#") else ""


def _targets_of(elements: Iterable[Element]) -> set[str]:
    return {target for element in elements if element.tag == "a" and (target := target_of(element))}


def _names_in(elements: Iterable[Element]) -> set[str]:
    return {name for element in elements for name in (element.get("id"), element.get("name")) if name}
