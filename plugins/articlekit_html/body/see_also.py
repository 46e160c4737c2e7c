"""Lines within a text that lead to other articles of the site: a label, and a link that is all the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from articlekit.markup import Element
from articlekit_html.body.addresses import is_page_beside
from articlekit_html.body.kinds import HEADINGS
from articlekit_html.body.outline import Outline
from articlekit_html.body.view import View

_LABEL: Final = 30
"""A label has so many characters at most, …"""
_TITLE: Final = 25
"""… and a title of an article so many at least: a name is shorter."""
_BEHIND: Final = 2
"""So many characters may stand behind the link: a full stop, an arrow."""
_NEAR: Final = 20
_ENDS: Final = tuple(":»>→›|]")
"""What parts a label from what it is of."""
_TAGS: Final = HEADINGS | {"p", "div"}


def see_also(view: View, lines: Iterable[int]) -> Iterator[int]:
    """Find lines that are the title of another article, alone or behind a label: *Read more: The flood of 1981*.

    Their words are of any language; it is the link that tells, which leads to another page of the site. A paragraph
    that is a link alone stands among others that are none: several in a row may be what the article is about.
    """
    page = view.page
    for line in lines:
        node, linked = page.line_node[line], page.link_length[line]
        rest = len(page.texts[line]) - linked
        if (
            page.line_links[line] == 1
            and linked >= _TITLE
            and rest <= _LABEL + _BEHIND
            and (page.tags[node] in _TAGS if rest else page.tags[node] == "p" and _is_alone(page, line))
            and (link := _link_in(page.elements[node])) is not None
            and is_page_beside(link.get("href") or "", view.host)
            and (not rest or _is_labelled(page.texts[line], link))
        ):
            yield line


def _is_alone(page: Outline, line: int) -> bool:
    """Whether neither the line before nor the one behind is a link alone."""
    beside = (other for other in (line - 1, line + 1) if 0 <= other < len(page.texts))
    return not any(page.link_length[other] == len(page.texts[other]) for other in beside)


def _link_in(element: Element) -> Element | None:
    return next((inner for inner in islice(element.iter(), _NEAR) if inner.tag == "a"), None)


def _is_labelled(text: str, link: Element) -> bool:
    title = " ".join("".join(link.itertext()).split())
    label, _, behind = text.partition(title)
    return bool(title) and label.rstrip().endswith(_ENDS) and len(behind.strip()) <= _BEHIND
