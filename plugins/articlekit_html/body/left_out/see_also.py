"""Lines within a text that lead to other articles of the site: a label, and a link that is all the rest."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Final

from articlekit.markup import Element
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.outline.addresses import is_page_beside
from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.kinds import HEADINGS
from articlekit_html.metadata.page.text import text_of

_LABEL: Final = 30
"""A label has so many characters at most, …"""
_TITLE: Final = 25
"""… and a title of an article so many at least: a name is shorter."""
_BEHIND: Final = 2
"""So many characters may stand behind the link: a full stop, an arrow."""
_NEAR: Final = 20
_MANY: Final = 3
_ENDS: Final = tuple(":»>→›|]：】》」")
"""What parts a label from what it is of."""
_TAGS: Final = HEADINGS | {"p", "div"}


def see_also(view: View, lines: Iterable[int]) -> list[int]:
    """Find lines that are the title of another article, alone or behind a label: *Read more: The flood of 1981*.

    Their words are of any language; it is the link that tells, which leads to another page of the site. A paragraph
    that is a link alone stands among others that are none: several in a row may be what the article is about. So may
    many such paragraphs or headings.
    """
    page = view.page
    found: list[int] = []
    bare = 0
    for line in (line for line in lines if page.line_links[line] == 1):
        node, linked = page.line_node[line], page.link_length[line]
        rest = len(page.texts[line]) - linked
        if (
            linked * view.prose.length[line] >= _TITLE * len(page.texts[line])
            and rest <= _LABEL + _BEHIND
            and (page.tags[node] in _TAGS if rest else page.tags[node] == "p" and _is_alone(page, line))
            and (link := link_in(page.elements[node])) is not None
            and is_page_beside(link.get("href") or "", view.host)
            and _is_labelled(page.texts[line], link, is_bare=not rest)
        ):
            found.append(line)
            bare += not rest or page.tags[node] in HEADINGS
    if bare >= _MANY:
        found = [line for line in found if page.tags[page.line_node[line]] not in HEADINGS and not _is_bare(page, line)]
    return found


def _is_alone(page: Outline, line: int) -> bool:
    """Whether neither the line before nor the one behind is a link alone."""
    beside = (other for other in (line - 1, line + 1) if 0 <= other < len(page.texts))
    return not any(_is_bare(page, other) for other in beside)


def _is_bare(page: Outline, line: int) -> bool:
    return page.link_length[line] == len(page.texts[line])


def link_in(element: Element) -> Element | None:
    """Give the first link in an element, if it is near its beginning."""
    return next((inner for inner in islice(element.iter(), _NEAR) if inner.tag == "a"), None)


def _is_labelled(text: str, link: Element, *, is_bare: bool) -> bool:
    """Whether a text is that of a link, or a label and it."""
    title = text_of(link)
    if not title:
        return False
    label, _, behind = text.partition(title)
    return (is_bare or label.rstrip().endswith(_ENDS)) and title in text and len(behind.strip()) <= _BEHIND
