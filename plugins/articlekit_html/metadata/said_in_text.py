"""The last resort for the day of publication: dates that the page's text says in passing, where nothing marks one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from articlekit.markup import Element
from articlekit.plugin import Moment
from articlekit_html.metadata import words
from articlekit_html.metadata.dates import Found, find_moments
from articlekit_html.metadata.microdata import is_elsewhere
from articlekit_html.metadata.offer import Offer
from articlekit_html.metadata.page import Page

_DATED: Final = re.compile(r"\d{4}|\d\d?[./-] ?\d\d?[./-] ?\d\d")
_SAID_BEFORE: Final = 30
"""So many characters before a date may say what it is of."""
_LONGEST_REST: Final = 60
"""Characters beside a date in a line that is one for dates."""
_ICONS: Final = ("calendar", "clock")
_OPENS: Final = re.compile(r"\s*[–—|:(/„“»\"-]")
"""What parts a date that opens a paragraph from its first words."""
_EDGE: Final = re.compile(r"\s*[|–—:-]\s*")
_MOST: Final = 200
_UNSEEN: Final = frozenset(("noscript", "option", "script", "style", "template", "textarea"))


def dates_said(page: Page) -> Iterator[Offer[Moment]]:
    """Offer the dates behind a word like ``Published`` or the picture of a calendar, of the title, of first words."""
    passed = list(_passed(page))
    yield from (offer for is_labelled, offer in passed if is_labelled)
    yield from _of_title(page.window_title or "")
    yield from (offer for is_labelled, offer in passed if not is_labelled)


def _passed(page: Page) -> Iterator[tuple[bool, Offer[Moment]]]:
    """Give dates in the text of a page: whether they are labelled, and what they are."""
    before = ""
    looked_at = 0
    for element, icon, text in _texts(page.root):
        if _DATED.search(text) and looked_at < _MOST:
            looked_at += 1
            found = next(find_moments(text), None)
            place = element.getparent() if icon else element
            if found and place is not None and not is_elsewhere(place):
                offer = Offer(value=found.moment, path=str(element.tag), reason="it is said in the text")
                rest = len(text) - (found.end - found.start)
                if icon or (_is_labelled(text, found, before) and rest <= (0 if element.tag == "a" else _LONGEST_REST)):
                    yield True, offer
                elif not text[: found.start].strip() and _OPENS.match(text, found.end):
                    yield False, offer
        before = (before + " " + text)[-_SAID_BEFORE:]


def _texts(root: Element) -> Iterator[tuple[Element, bool, str]]:
    """Give the texts of a page, the element each stands in, and whether it stands behind the picture of a calendar."""
    hidden = 0
    icon = False
    for event, element in _walk(root):
        if element.tag in _UNSEEN:
            hidden += 1 if event == "start" else -1
        elif event == "start":
            icon = icon or any(name in (element.get("class") or "") for name in _ICONS)
        text = element.text if event == "start" else element.tail
        if text and not hidden and not text.isspace():
            yield element, icon, " ".join(text.split())
            icon = False


def _walk(root: Element) -> Iterator[tuple[str, Element]]:
    """Give the start and the end of each element, in order."""
    stack = [iter(root)]
    above: list[Element] = []
    while stack:
        element = next(stack[-1], None)
        if element is not None:
            yield "start", element
            above.append(element)
            stack.append(iter(element))
        else:
            stack.pop()
            if above:
                yield "end", above.pop()


def _is_labelled(text: str, found: Found, before: str) -> bool:
    """Whether the words right before a date say that it is the day of publication."""
    label = f"{before} {text[: found.start]}"[-_SAID_BEFORE:]
    return bool(words.PUBLISHED.search(label)) and not words.UPDATED.search(label)


def _of_title(title: str) -> Iterator[Offer[Moment]]:
    for found in find_moments(title):
        begins = not found.start and _EDGE.match(title, found.end)
        ends = found.end == len(title) and _EDGE.fullmatch(title[: found.start][-3:].lstrip() or "_")
        if begins or ends:
            yield Offer(value=found.moment, path="title", reason="the title says it")
