"""What belongs to the text around it, however little it looks like text: code, notes, sources, sub-headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, islice
from typing import Final

from articlekit_html.body.belonging.asides import said_aside
from articlekit_html.body.first_rules.against import AGAINST, spoken_against
from articlekit_html.body.first_rules.prose import WEAK
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.left_out.contents import Headings
from articlekit_html.body.outline.addresses import is_elsewhere
from articlekit_html.body.outline.anchors import Anchors, lead_to_places
from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.headings import is_led_away
from articlekit_html.body.outline.hints import Hint
from articlekit_html.body.outline.kinds import HEADINGS

_NOT_OF_CODE: Final = AGAINST | WEAK & ~int(Hint.META)
"""Those that speak against code: programs that colour it call what stands around it a *toolbar*."""

_CORRECTION: Final = int(Hint.CORRECTION)
_TITLES: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "summary"))
_IN_HEADER: Final = 4
"""So many lines, with the heading, stand in the header of an entry."""
_ENTRIES: Final = 3
"""So many headers are those of entries."""
_NEAR: Final = 100
_LINKS: Final = 100
_SEVERAL_TITLES: Final = 3
"""Where so many headings are of the first level, they are sub-headings too."""
_SEVERAL: Final = 4
"""So many paragraphs beside one another are the text."""
_CELLS: Final = 4
"""So many cells with something in them, at least, has a table of data."""
_FORMULAS: Final = (("$$", "$$"), (r"\[", r"\]"))
"""What formulas that are shown by themselves stand between in TeX: scripts set them."""
_LISTS: Final = frozenset(("ol", "ul"))
_ITEMS: Final = frozenset(("li", "p"))

MARK: Final = 0.2
"""A note that no name tells leads back to where it is made, by links over no larger a share of its text."""

SAID: Final = 0.35
"""Sources are a list of which so large a share stands outside links …"""
SOURCE: Final = 40
"""… and of so many characters an item."""
NAMED: Final = 15
"""A list of links to other sites has so many characters an item: those of names of networks are shorter."""


def belongings(view: View, kept: Sequence[int], open_: Sequence[int], container: int) -> list[int]:
    """Find the lines of the container that belong to those that are kept.

    Args:
        view: The page.
        kept: Of each line, whether it is kept.
        open_: Of each line, whether it may be kept.
        container: The node that holds what is kept.
    """
    page, dropped = view.page, view.prose.dropped
    inside = range(container, page.end[container])
    open_ = [may_be and node in inside for may_be, node in zip(open_, page.line_node, strict=True)]
    if True not in open_ or True not in kept:
        return []
    first = kept.index(True)
    free = [may_be and not dropped[node] for may_be, node in zip(open_, page.line_node, strict=True)]
    titles = list(_titles(page, kept, open_, first))
    if titles:
        against = spoken_against(view, container)
        titles = [line for line in titles if not against[page.line_node[line]]]
    found = [
        *_code_and_notes(view, free, open_),
        *_last_source(view, kept, open_),
        *_last_table(view, kept, free),
        *_lists(view, kept, free, first),
        *_disclosures(page, kept, open_),
        *titles,
    ]
    kept_now = list(kept)
    for line in found:
        kept_now[line] = True
    return [*found, *said_aside(view, kept_now, open_, inside)]


def notes_behind(view: View, open_: Sequence[int], container: int) -> list[int]:
    """Find the lines outside the container that are notes with links back to where they are made."""
    page, note = view.page, view.note
    inside = range(container, page.end[container])
    if inside.stop == len(page.tags) and not any(note):
        return []
    anchors = Anchors(page.elements[container])
    leads_back = bytearray(len(page.tags))
    linked = {node for node in compress(page.line_node, page.line_links) if node >= inside.stop}
    for node in range(len(page.tags)) if any(note) else sorted(linked):
        begins_notes = note[node] and not note[page.parent[node]] and node not in inside
        whole = _note_of(page, node) if node >= inside.stop and page.tags[node] in _ITEMS else 0
        if (begins_notes and lead_to_places(page.elements[node].iter("a"))) or (
            whole and anchors.are_answered(page.elements[whole], _NEAR)
        ):
            begin = whole or node
            leads_back[begin : page.end[begin]] = bytes([1]) * (page.end[begin] - begin)
    return [line for line, node in enumerate(page.line_node) if open_[line] and leads_back[node]]


def _note_of(page: Outline, node: int) -> int:
    """Give the box that a paragraph begins, where that has the name of the note, else the paragraph itself."""
    box = page.parent[node]
    is_named = box == node - 1 and page.tags[box] == "div" and page.elements[box].get("id") is not None
    return box if is_named else node


def _code_and_notes(view: View, free: Sequence[int], open_: Sequence[int]) -> Iterator[int]:
    """Find code, but for the numbers of its lines, formulas, notes and corrections."""
    page = view.page
    # Programs that colour code put each of its lines into a block.
    code = page.outermost(page.tagged("pre"))
    speaking = {code[node] for node, text in zip(page.line_node, page.texts, strict=True) if code[node] and _says(text)}
    for line, node in enumerate(page.line_node):
        if code[node] and open_[line]:
            is_free = free[line] or not page.is_within(code[node], _NOT_OF_CODE)
            if is_free and code[node] in speaking and _is_code(page, code[node], line):
                yield line
        elif free[line] and (
            view.note[node]
            or (page.hints[node] & _CORRECTION and not page.controls[node])
            or page.formulas.get(line) == node
            or any(page.texts[line].startswith(begin) and page.texts[line].endswith(end) for begin, end in _FORMULAS)
            or (
                page.tags[node] in _ITEMS
                and 0 < page.link_length[line] <= MARK * len(page.texts[line])
                # What stands deep in it is looked at with the line that it stands in.
                and lead_to_places(islice(page.elements[node].iter(), _NEAR))
            )
        ):
            yield line


def _is_code(page: Outline, code: int, line: int) -> bool:
    """Whether a line in an element for code is a part of it: no number, and not for a program alone."""
    return page.elements[code].get("hidden") is None and not page.texts[line].isdigit()


def _says(text: str) -> bool:
    return any(map(str.isalpha, text))


def _lists(view: View, kept: Sequence[int], free: Sequence[int], first: int) -> Iterator[int]:
    """Find lists that say something, and lists of sources, with the headings over them.

    Their items say more than their links do, those of lists in them too, or lead elsewhere; without links they say
    something only among the text, and where they are no contents of it.
    """
    page = view.page
    last = len(kept) - 1 - kept[::-1].index(True)
    headings = Headings(page)
    for node, lines in _lines_of_lists(page, first).items():
        size, linked = page.size(lines), page.linked(lines)
        if (
            len(lines) > 1
            and all(free[line] or kept[line] for line in lines)
            and (
                (size >= SOURCE * len(lines) and view.prose.linked[node] and linked <= (1 - SAID) * size)
                or (linked and view.host and size >= NAMED * len(lines) and lead_elsewhere(view, node))
                or (not linked and lines[-1] < last and size >= NAMED * len(lines) and not headings.are_said_by(lines))
            )
        ):
            yield from lines
            if free[lines[0] - 1] and page.tags[page.line_node[lines[0] - 1]] in HEADINGS:
                yield lines[0] - 1


def _lines_of_lists(page: Outline, first: int) -> dict[int, list[int]]:
    """Give the lines of the items of each list, from a line on."""
    list_of = [0] * len(page.tags)
    for node in page.tagged(*_LISTS, *_ITEMS) if page.tagged(*_LISTS) else ():
        list_of[node] = node if page.tags[node] in _LISTS else list_of[page.parent[node]]
    return page.lines_of(list_of, range(first, len(page.texts)))


def lead_elsewhere(view: View, node: int) -> bool:
    """Whether the links in a node, as far as they are looked at, lead to other sites."""
    links = islice(view.page.elements[node].iter("a"), _LINKS)
    return all(is_elsewhere(link.get("href") or "", view.host) for link in links)


def _last_source(view: View, kept: Sequence[int], open_: Sequence[int]) -> Iterator[int]:
    """Find a paragraph right behind the last ones that are kept, of their look, with a link to another site in it."""
    page = view.page
    last = len(kept) - 1 - kept[::-1].index(True)
    line = last + 1
    if line == len(kept) or not open_[line] or not 0 < page.link_length[line] < len(page.texts[line]):
        return
    look = _look(page, line)
    beside = sum(kept[other] and _look(page, other) == look for other in range(max(last - _NEAR, 0), line))
    is_one_of_them = look[0] == "p" and beside >= _SEVERAL and _look(page, last) == look
    if is_one_of_them and lead_elsewhere(view, page.line_node[line]):
        yield line


def _last_table(view: View, kept: Sequence[int], free: Sequence[int]) -> Iterator[int]:
    """Find a table of data beside the last paragraph that is kept, right behind it, without a link or a field."""
    page = view.page
    last = len(kept) - 1 - kept[::-1].index(True)
    before, node = page.line_node[last], page.end[page.line_node[last]]
    if page.tags[before] != "p" or node == len(page.tags) or page.tags[node] != "table" or view.controls[node]:
        return
    own = [line for line in range(last + 1, len(kept)) if page.line_node[line] < page.end[node]]
    is_beside = page.parent[node] == page.parent[before] and len(own) >= _CELLS
    if is_beside and all(free[line] and not page.link_length[line] for line in own):
        yield from own


def _look(page: Outline, line: int) -> tuple[str, int, str | None]:
    node = page.line_node[line]
    return page.tags[node], page.parent[node], page.names[node]


def _disclosures(page: Outline, kept: Sequence[int], open_: Sequence[int]) -> Iterator[int]:
    """Find what stands, without a link, in a disclosure whose summary is kept."""
    details = page.tagged("details")
    for own in page.lines_of(page.outermost(details)).values() if details else ():
        if kept[own[0]] and page.tags[page.line_node[own[0]]] == "summary":
            yield from (line for line in own if open_[line] and not page.link_length[line])


def _titles(page: Outline, kept: Sequence[int], open_: Sequence[int], first: int) -> Iterator[int]:
    """Find what stands as a heading right over a text that is kept, or over a lesser heading that is one.

    What stands in the heading itself, or beside it in its header, is passed over: the time of an entry, a button.
    """
    found = list(kept)
    # The first entry's heading stands before all that is kept, as the article's own header does.
    are_entries = page.tags.count("header") >= _ENTRIES
    of_first_level = sum(map(frozenset(page.tagged("h1")).__contains__, page.line_node))
    for line in reversed(list(compress(range(len(kept) - 1), open_))):
        node = page.line_node[line]
        if page.tags[node] not in _TITLES or is_led_away(page, line):
            continue
        # Within the text it is a sub-heading, too, as in systems that know two levels.
        if page.tags[node] == "h1" and of_first_level < _SEVERAL_TITLES and line < first:
            continue
        header = page.parent[node] if page.tags[page.parent[node]] == "header" else node
        below = line + 1
        while below < min(len(kept), line + _IN_HEADER) and page.line_node[below] < page.end[header]:
            below += 1
        if below < len(kept) and found[below] and (line > first or (header != node and are_entries)):
            under = page.tags[page.line_node[below]]
            if under not in _TITLES or page.tags[node] < under:
                found[line] = True
                yield line
