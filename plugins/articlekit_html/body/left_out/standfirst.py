"""The standfirst that no name tells: a line between title and text, no part of it, that its place or its words tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from articlekit_html.body.choice import Choice, Verdict, kept_of
from articlekit_html.body.first_rules.view import View
from articlekit_html.metadata import bare

_LEFT_OUT: Final = frozenset(map(int, (Verdict.WEIGHED, Verdict.FAR, Verdict.OUTSIDE, Verdict.LONE_HEADING)))
_APART: Final = int(Verdict.APART)
_HEADINGS: Final = frozenset(("h2", "h3", "h4"))
_NEAR: Final = 15
"""So many lines before the text at most."""
_LEAST: Final = 40
"""Letters of a text that says something."""
_MOST: Final = 300
"""It has no more characters, …"""
_REST: Final = 4
"""… and so many times as many follow."""
_MORE: Final = 40
"""So many letters more than the description may a standfirst have: a place before it, the name of an agency."""
_ENOUGH: Final = 60
"""So many letters tell one of which the other holds more, or was cut off."""


def find_standfirst(choice: Choice, descriptions: Iterable[str]) -> int | None:
    """Find the only line shortly before the text that says what the page's description does, else one by its place.

    Args:
        choice: The lines of the text.
        descriptions: What the page's metadata say that it is about.
    """
    first = next(iter(choice.kept), 0)
    wanted = [words for words in map(bare, descriptions) if len(words) > _LEAST]
    texts = choice.view.page.texts
    near = range(max(choice.view.title_line + 1, first - _NEAR), first)
    left_out = [line for line in near if choice.verdicts[line] in _LEFT_OUT]
    shown = [line for line in left_out if any(_says(bare(texts[line]), words) for words in wanted)]
    if len(shown) == 1:
        return shown[0]
    return next((line for line in left_out if _stands_between(choice.view, choice.verdicts, line)), None)


def standfirst_in_text(view: View, verdicts: bytearray) -> Iterator[int]:
    """Find the standfirst that reads like the text: between title and byline, in another element than what follows.

    Where little follows, it is the text.

    Args:
        view: The page.
        verdicts: Of each line, its `Verdict` so far.
    """
    page, line, kept = view.page, view.title_line + 1, kept_of(verdicts)
    size = len(page.texts[line]) if kept[:1] == [line] and len(kept) > 1 else 0
    if 0 < size <= _MOST and page.size(kept[1:]) >= _REST * size and _stands_between(view, verdicts, line):
        look, following = ((page.look(node), page.parent[node]) for node in (page.line_node[one] for one in kept[:2]))
        if look != following:
            yield line


def _stands_between(view: View, verdicts: bytearray, line: int) -> bool:
    """Whether a line says something right behind the title and right before byline or date."""
    page, title = view.page, view.title_line
    if title < 0 or line != title + 1 or page.link_length[line] or _APART not in verdicts[line + 1 : line + 3]:
        return False
    is_sentence = view.prose.sentences[line] > 0 and view.prose.length[line] >= _LEAST
    says = is_sentence or page.tags[page.line_node[line]] in _HEADINGS
    return says and bare(page.texts[title]) not in bare(page.texts[line])


def _says(line: str, words: str) -> bool:
    """Whether a line says what a description does, both as bare words."""
    if len(line) <= len(words) + _MORE and words in line:
        return True
    return min(len(line), len(words)) > _ENOUGH and (line in words or line.startswith(words[:_ENOUGH]))
