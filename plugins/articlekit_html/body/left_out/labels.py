"""Short lines that say what stands under or behind them: they go with it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice, pairwise
from typing import Final

from articlekit.markup import Element
from articlekit_html.body.choice import Verdict, kept_of
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.left_out.teasers import link_of
from articlekit_html.body.outline.addresses import is_page
from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.kinds import HEADINGS

_OFTEN: Final = 3
_LABEL: Final = 40
"""A line of no more characters that stands so often on a page is a label: of advertisements, of buttons.

With a colon, over a list, or as a sentence it is one of the author's.
"""
_SPACES: Final = 2
_ENDS: Final = (".", "!", "?")
_MOSTLY_LINKS: Final = 0.5
_LINKS: Final = 2
_TEASER: Final = 25
"""So many links of so many characters right under a heading, that are left out, take it along."""
_ENTRIES: Final = 3
"""So many headings with nothing between them, or pictures alone, say what they have to say themselves."""
_ANNOUNCING: Final = 60
_COLONS: Final = (":", "：")
_ANNOUNCED: Final = frozenset(("blockquote", "dl", "ol", "pre", "table", "ul"))
_PAST: Final = 4
"""So short a line with a colon announces what of these is kept behind it, past a button or an advertisement."""
_PICTURES: Final = 100
_BOXES: Final = frozenset(("aside", "div", "section"))
_CELLS: Final = frozenset(("dd", "dt", "td", "th"))

# Plain integers: the members of enumerations are slow to compare.
_KEPT, _REPEATED, _LONE_HEADING = int(Verdict.KEPT), int(Verdict.REPEATED), int(Verdict.LONE_HEADING)
_LEFT: Final = tuple(map(int, (Verdict.FAR, Verdict.WEIGHED, Verdict.OUTSIDE, Verdict.SEE_ALSO, Verdict.LONE_HEADING)))


def labels_of(repeats: Mapping[str, int]) -> set[str]:
    """Give the texts that are labels of what a page has many of, and none of the author's."""
    often = (text for text, count in repeats.items() if count >= _OFTEN and len(text) <= _LABEL)
    return {text for text in often if not text.endswith(_COLONS) and not _is_sentence(text)}


def _is_sentence(text: str) -> bool:
    """Whether a short text is a sentence of several words, as a refrain is."""
    return text.endswith(_ENDS) and text.count(" ") >= _SPACES


def labels_of_lists(page: Outline, verdicts: bytearray) -> list[int]:
    """Find the labels that stand right over a list that is kept."""
    if _REPEATED not in verdicts:
        return []
    return [
        line
        for line, behind in enumerate(range(1, len(verdicts)))
        if verdicts[line] == _REPEATED and verdicts[behind] == _KEPT and page.tags[page.line_node[behind]] == "li"
    ]


def leave_lone_headings(view: View, verdicts: bytearray) -> None:
    """Headings with nothing under them belong to what is left out: at the end, unless all are headings; over links."""
    page = view.page
    kept = kept_of(verdicts)
    spoken = (line for line in reversed(kept) if page.tags[page.line_node[line]] not in HEADINGS)
    last = next(spoken, len(verdicts))
    entries = _entries(page, [line for line in kept if line > last])
    for line, behind in pairwise((*kept, len(verdicts))):
        if (line > last and line not in entries) or (
            page.tags[page.line_node[line]] in HEADINGS
            and (_is_over_links(view, verdicts, line) or _is_over_nothing(view, line, behind))
        ):
            verdicts[line] = _LONE_HEADING


def _entries(page: Outline, headings: list[int]) -> range:
    """Give the last headings that stand one right behind the other in an element, without links: they are a list."""
    begin = end = headings[-1] + 1 if headings else 0
    for line in reversed(headings):
        beside = page.parent[page.line_node[line]] == page.parent[page.line_node[end - 1]]
        if line != begin - 1 or not beside or page.line_links[line]:
            break
        begin = line
    return range(begin, end) if end - begin >= _ENTRIES else range(0)


def _is_over_links(view: View, verdicts: bytearray, line: int) -> bool:
    """Whether several titles of other articles, which are left out, follow a heading."""
    texts, density = view.page.texts, view.prose.density
    below = range(line + 1, min(line + 1 + _LINKS, len(verdicts)))
    return len(below) == _LINKS and all(
        verdicts[link] != _KEPT and density[link] > _MOSTLY_LINKS and len(texts[link]) >= _TEASER for link in below
    )


def _is_over_nothing(view: View, line: int, behind: int) -> bool:
    """Whether nothing but links, which are left out, stands between a heading and the next of its rank."""
    page, density = view.page, view.prose.density
    below = range(line + 1, behind)
    if not below or behind == len(page.texts) or not all(density[link] > _MOSTLY_LINKS for link in below):
        return False
    following = page.tags[page.line_node[behind]]
    return following in HEADINGS and following <= page.tags[page.line_node[line]]


def leave_lone_labels(view: View, verdicts: bytearray) -> None:
    """A short line belongs to what is left out behind it: links to other articles, a button.

    It ends with a colon, or stands with them alone in a box.
    """
    page = view.page
    short = [line for line in kept_of(verdicts) if len(page.texts[line]) <= _ANNOUNCING]
    for line in short:
        if _is_over_box_of_links(view, verdicts, line):
            verdicts[line] = _LONE_HEADING
    announcing = [line for line in short if verdicts[line] == _KEPT and page.texts[line].endswith(_COLONS)]
    shows = page.outermost(page.tagged(*_ANNOUNCED)) if announcing else []
    for line in reversed(announcing):
        if (
            line + 1 < len(verdicts)
            and verdicts[line + 1] in _LEFT
            and page.tags[page.line_node[line]] not in _CELLS
            and not _is_over_picture(page, line)
            and not any(
                verdicts[far] == _KEPT and shows[page.line_node[far]]
                for far in range(line, min(line + _PAST, len(verdicts)))
            )
        ):
            verdicts[line] = _LONE_HEADING


def _is_over_box_of_links(view: View, verdicts: bytearray, line: int) -> bool:
    """Whether all else in the innermost box with a line and the next one are links to other pages, and left out."""
    page = view.page
    behind = line + 1
    if behind == len(verdicts) or not _is_link_left_out(view, verdicts, behind):
        return False
    box = page.parent[page.line_node[line]]
    while box > 0 and page.line_node[behind] >= page.end[box]:
        box = page.parent[box]
    is_heading = page.tags[page.line_node[line]] in HEADINGS
    if is_heading or page.tags[box] not in _BOXES or (line and page.line_node[line - 1] >= box):
        return False
    while behind < len(verdicts) and page.line_node[behind] < page.end[box]:
        if not _is_link_left_out(view, verdicts, behind):
            return False
        behind += 1
    return True


def _is_link_left_out(view: View, verdicts: bytearray, line: int) -> bool:
    """Whether a line is left out and most of it a link to another page."""
    if verdicts[line] == _KEPT or view.prose.density[line] <= _MOSTLY_LINKS:
        return False
    link = link_of(view.page, line)
    return link is not None and is_page(link.get("href") or "")


def _is_over_picture(page: Outline, line: int) -> bool:
    """Whether a picture, and no row of icons, stands behind a line, before the next one, or with it in a paragraph."""
    node = page.line_node[line]
    behind = page.pictures[node + 1 : min(page.line_node[line + 1], page.end[page.parent[node]])]
    return 1 in behind or (page.pictures[node] > 0 and _shows_unlinked(page.elements[node]))


def _shows_unlinked(paragraph: Element) -> bool:
    """Whether a picture in a paragraph is no link, as icons are."""
    pictures = islice(paragraph.iter("img", "amp-img"), _PICTURES)
    return any((around := picture.getparent()) is not None and around.tag != "a" for picture in pictures)
