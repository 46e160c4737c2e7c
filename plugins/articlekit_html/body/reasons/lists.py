"""A page of several articles: a list of what leads to them, or the articles themselves one below the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final

from articlekit_html.body.choice import Choice
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.left_out.teasers import link_of
from articlekit_html.body.outline.addresses import is_page_beside
from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.kinds import HEADINGS
from articlekit_html.metadata.days.dates import LONGEST_DATE_LINE, find_moments

_ARTICLES: Final = frozenset(("article", "hentry"))
"""What a box is called that holds an article; ``hentry`` is that of microformats."""
_MORE: Final = 2
_BEGINNING: Final = 10
_TEXT: Final = 500
"""So many characters of each of several articles are more than a teaser."""
_PART: Final = 0.4
_SEVERAL: Final = 5
"""So many boxes with a link for a heading, none with more of the text, are a list."""
_LINK: Final = 20
_MOSTLY: Final = 0.8
"""A line with a longer text, of which no more stands outside of links, leads to another page."""


def teasers_in(choice: Choice, *, is_dated: bool) -> int:
    """Count the boxes of a page whose headings lead to others of the site, if most of what is chosen stands in them.

    On a page of a day they are named as articles: what looks alike else may be the parts of one.
    """
    view = choice.view
    page = view.page
    if not choice.length or (is_dated and len(page.tagged("article")) < _SEVERAL):
        return 0
    leading = list(_leading(view))
    if len(leading) < _SEVERAL:
        return 0
    boxes = _boxes(page, leading)
    teasers = page.outermost(sorted(box for box in boxes if page.tags[box] == "article" or not is_dated))
    held: dict[int, int] = {}
    for line in choice.kept:
        if box := teasers[page.line_node[line]]:
            held[box] = held.get(box, 0) + len(page.texts[line])
    small = [size for size in held.values() if size <= _PART * choice.length]
    return len(small) if len(small) >= _SEVERAL and 2 * sum(small) > choice.length else 0


def _leading(view: View) -> Iterator[int]:
    """Give the nodes whose lines, headings or others of some length, are links to other pages of the site."""
    page = view.page
    for line, node in enumerate(page.line_node):
        length = len(page.texts[line])
        if page.link_length[line] == length and (page.tags[node] in HEADINGS or length >= _LINK):
            link = link_of(page, line)
            if link is not None and is_page_beside(link.get("href") or "", view.host):
                yield node


def _boxes(page: Outline, headings: list[int]) -> set[int]:
    """Give what holds one of some headings each: the innermost article, else a box among several that look like it."""
    alike = Counter((page.parent[node], page.look(node)) for node in range(1, len(page.tags)))
    boxes = set()
    for heading in headings:
        node = heading
        while node > 0 and page.tags[node] != "article" and alike[page.parent[node], page.look(node)] < _SEVERAL:
            node = page.parent[node]
        boxes.add(node)
    return boxes - {0}


def articles_in(choice: Choice) -> int:
    """Count the boxes that look alike, are named as articles, begin with a day each, and hold text that is chosen."""
    page = choice.view.page
    of_articles = {names for names in set(page.names) if names and not _ARTICLES.isdisjoint(names.split())}
    named = [
        node
        for node, (tag, names) in enumerate(zip(page.tags, page.names, strict=True))
        if tag == "article" or names in of_articles
    ]
    if len(named) < _MORE:
        return 0
    held = [0] * len(page.tags)
    for line in choice.kept:
        held[page.line_node[line]] += len(page.texts[line])
    page.count_up(held)
    alike = Counter(page.look(node) for node in named if held[node] >= _TEXT and _is_dated(page, node))
    most = max(alike.values(), default=0)
    return most if most >= _MORE else 0


def _is_dated(page: Outline, node: int) -> bool:
    """Whether a day stands for itself among the first lines of a node."""
    lines = islice((line for line, place in enumerate(page.line_node) if node <= place < page.end[node]), _BEGINNING)
    texts = (page.texts[line] for line in lines)
    return any(len(text) <= LONGEST_DATE_LINE and next(find_moments(text), None) for text in texts)


def links_in(view: View) -> int:
    """Count the links in lines that lead to other pages, without those of navigation and the like."""
    page, prose = view.page, view.prose
    return sum(
        page.line_links[line]
        for line, text in enumerate(page.texts)
        if len(text) > _LINK and prose.density[line] > _MOSTLY and not prose.dropped[page.line_node[line]]
    )
