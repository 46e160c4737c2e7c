"""What programs put into headings beside their words, and whether a heading leads elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from articlekit.markup import Element
from articlekit_html.body.outline.arrays import Outline

_FEW: Final = 10
_NEAR: Final = 50
_MOSTLY: Final = 0.5
"""A heading that says more than its links do, a signature in a reference, is the author's, wherever they lead."""


def marks_in(heading: Element) -> Iterator[Element]:
    """Give the elements that are a sign with a link to the heading itself, or links in brackets to edit its section."""
    return (inner for inner in islice(heading, _FEW) if _is_sign(inner) or _are_links_in_brackets(inner))


def is_led_away(page: Outline, line: int) -> bool:
    """Whether a heading is a link, or mostly one, that leads elsewhere than to its own place on the page."""
    if page.link_length[line] <= _MOSTLY * len(page.texts[line]):
        return False
    heading = page.elements[page.line_node[line]]
    marked = {part for mark in marks_in(heading) for part in mark.iter("a")}
    links = list(islice(heading.iter("a"), _NEAR))
    # What has no address leads nowhere: it opens what stands below.
    addresses = (href for link in links if link not in marked and (href := link.get("href")))
    return not links or any(not href.startswith("#") for href in addresses)


def _is_sign(inner: Element) -> bool:
    return inner.tag == "a" and (inner.get("href") or "").startswith("#") and not _letters("".join(inner.itertext()))


def _are_links_in_brackets(inner: Element) -> bool:
    if inner.tag != "span":
        return False
    said = "".join(inner.itertext()).strip()
    if not (said.startswith("[") and said.endswith("]")):
        return False
    linked = ["".join(link.itertext()) for link in inner.iter("a")]
    return bool(linked) and _letters(said) == sum(map(_letters, linked))


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
