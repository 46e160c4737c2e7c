"""Lines that are shown near the title and are metadata: the title itself, the standfirst, the byline, the date."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from articlekit.markup import Element
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.kinds import HEADINGS, is_block

_PARAGRAPH: Final = 100
"""So many characters has a paragraph behind which the text has begun, …"""
_SEVERAL: Final = 3
"""… and so many lines with names and days of its own."""


def lines_apart(page: Outline, elements: Iterable[Element]) -> set[int]:
    """Find the lines that stand in some blocks, or that some inline elements make up."""
    said: dict[Element, set[Element]] = {}
    for element in elements:
        block = element if is_block(element) else _block_around(element)
        if block is not None:
            said.setdefault(block, set()).add(element)
    found: set[int] = set()
    wanted = len(said)
    for node, element in enumerate(page.elements):
        if not wanted:
            break
        if element in said:
            wanted -= 1
            found.update(_lines_of(page, node, said[element]))
    return found


def without_entries(view: View, apart: set[int]) -> set[int]:
    """Leave out what begins entries of the text: lines behind the first paragraph where they are several, and headings.

    The header of the first entry, with its day and its heading, stands before all paragraphs.

    Args:
        view: The page.
        apart: Lines that are shown near the title.
    """
    length, sentences = view.prose.length, view.prose.sentences
    texts = (line for line, rule in enumerate(view.rule) if rule and sentences[line] and length[line] >= _PARAGRAPH)
    first = next((line for line in texts if line not in apart and line > view.title_line), len(length))
    behind = {line for line in apart if line > first}
    left = apart - behind if len(behind) >= _SEVERAL else apart
    return left - {line for line in left if _opens_entry(view, line)}


def _opens_entry(view: View, line: int) -> bool:
    """Whether a line is a heading in a header in which the title is not."""
    page, node = view.page, view.page.line_node[line]
    header = page.parent[node]
    title = page.line_node[view.title_line]
    is_heading = page.tags[node] in HEADINGS and page.tags[header] == "header"
    return is_heading and 0 <= view.title_line < line and not header < title < page.end[header]


def _lines_of(page: Outline, node: int, shown: set[Element]) -> list[int]:
    """Give the lines of a node; where only inline elements in it are meant, those that are made of these alone."""
    block = page.elements[node]
    if block in shown:
        end = page.end[node]
        return [line for line, place in enumerate(page.line_node) if node <= place < end]
    said = "".join(_letters("".join(part.itertext())) for part in block.iter() if part in shown)
    own = (line for line, place in enumerate(page.line_node) if place == node)
    return [line for line in own if _letters(page.texts[line]) in said]


def _letters(text: str) -> str:
    return "".join(text.split())


def _block_around(element: Element) -> Element | None:
    return next((above for above in element.iterancestors() if is_block(above)), None)
