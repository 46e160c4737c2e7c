"""Verse in which each line has an element of its own, and an empty one parts the stanzas: these are the paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articlekit.markup import Element
from articlekit_html.body.choice import Choice
from articlekit_html.body.outline.arrays import Outline

_LONGEST: Final = 80
"""So many characters has a line of verse."""
_FEWEST: Final = 4
"""So many lines in stanzas has a poem."""
_BREAK: Final = "br"
_LINES: Final = "div"


def join_verse(choice: Choice) -> None:
    """Make of each stanza one paragraph with line breaks. Changes the tree."""
    page = choice.view.page
    verse: dict[int, list[list[Element]]] = {}
    last = -1
    for node in _lines(choice):
        element, above = page.elements[node], page.parent[node]
        stanzas = verse.setdefault(above, [])
        if stanzas and page.look(last) == page.look(node) and element.getprevious() is stanzas[-1][-1]:
            stanzas[-1].append(element)
        else:
            stanzas.append([element])
        last = node
    for stanzas in verse.values():
        long = [stanza for stanza in stanzas if len(stanza) > 1]
        if sum(map(len, long)) >= _FEWEST and any(_is_parted(stanza[-1]) for stanza in stanzas):
            for stanza in long:
                _join(stanza)


def _lines(choice: Choice) -> Iterator[int]:
    """Give the elements that hold a short line and nothing else."""
    page = choice.view.page
    kept = choice.kept
    for place, line in enumerate(kept):
        node = page.line_node[line]
        if (
            page.tags[node] == _LINES
            and len(page.texts[line]) <= _LONGEST
            and page.end[node] == node + 1
            and not page.pictures[node]
            and _stands_alone(page, kept, place)
        ):
            yield node


def _stands_alone(page: Outline, kept: list[int], place: int) -> bool:
    """Whether no other line that is kept stands in the same element."""
    node = page.line_node[kept[place]]
    return all(
        page.line_node[line] != node for line in (*kept[max(place - 1, 0) : place], *kept[place + 1 : place + 2])
    )


def _is_parted(element: Element) -> bool:
    """Whether something empty stands between an element and a next one that says something."""
    behind = element.getnext()
    return behind is not None and behind.getnext() is not None and not "".join(behind.itertext()).strip()


def _join(stanza: list[Element]) -> None:
    paragraph = stanza[0].makeelement("p")
    stanza[0].addprevious(paragraph)
    for line in stanza:
        last = next(line.iterchildren(reversed=True), None)
        while last is not None and last.tag == _BREAK and not (last.tail or "").strip():
            line.remove(last)
            last = next(line.iterchildren(reversed=True), None)
        line.tag = "span"
        paragraph.append(line)
        if line is not stanza[-1]:
            paragraph.append(line.makeelement(_BREAK))
