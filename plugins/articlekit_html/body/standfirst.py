"""The standfirst that no name tells: a line between title and text, no part of it, that says what the page is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from articlekit_html.body.lines import Choice, Verdict
from articlekit_html.metadata import bare

_LEFT_OUT: Final = frozenset(map(int, (Verdict.WEIGHED, Verdict.FAR, Verdict.OUTSIDE, Verdict.LONE_HEADING)))
_NEAR: Final = 15
"""So many lines before the text at most."""
_LEAST: Final = 40
"""Letters of a description that says something."""
_MORE: Final = 40
"""So many letters more than the description may a standfirst have: a place before it, the name of an agency."""
_ENOUGH: Final = 60
"""So many letters tell one of which the other holds more, or was cut off."""


def find_standfirst(choice: Choice, descriptions: Iterable[str]) -> int | None:
    """Find the only line shortly before the text that says what some description of the page says.

    Args:
        choice: The lines of the text.
        descriptions: What the page's metadata say that it is about.
    """
    wanted = [words for words in map(bare, descriptions) if len(words) > _LEAST]
    first = next(iter(choice.kept()), 0)
    if not wanted or not first:
        return None
    texts = choice.view.page.texts
    near = range(max(choice.view.title_line + 1, first - _NEAR), first)
    left_out = [line for line in near if choice.verdicts[line] in _LEFT_OUT]
    shown = [line for line in left_out if any(_says(bare(texts[line]), words) for words in wanted)]
    return shown[0] if len(shown) == 1 else None


def _says(line: str, words: str) -> bool:
    """Whether a line says what a description does, both as bare words."""
    if len(line) <= len(words) + _MORE and words in line:
        return True
    return min(len(line), len(words)) > _ENOUGH and (line in words or line.startswith(words[:_ENOUGH]))
