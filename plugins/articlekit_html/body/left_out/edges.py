"""Short lines at the edges of a text that are none: counts under the byline, credits, who has signed it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from articlekit_html.body.choice import Verdict
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.outline.hints import Hint
from articlekit_html.metadata.days.dates import find_moments
from articlekit_html.metadata.names import words
from articlekit_html.metadata.names.around_names import without_others

_APART: Final = int(Verdict.APART)
_ARTICLE: Final = int(Hint.ARTICLE)
_PLAIN: Final = frozenset(("div", "p", "section", "span"))
_LONGEST: Final = 70
_AROUND: Final = " .,:|()（）[]"
_ENDS: Final = tuple('.!?…。！？”"»')
_INITIALS: Final = re.compile(
    r"[(\[/]{0,2}\s?(?:[a-zß-ÿ]{1,4}|[A-Z]{2,4})(?:\s?[/,]\s?[^\W\d_]{1,10}){0,2}\s?[)\]/]{0,2}"
)
"""*(jp/ob)*, *aja/PAP*, */ritzau/*: those who have written it, and the agency that they took it from."""
_AGENCY: Final = re.compile(r"/\s?[^\W\d_]{2,10}\s?/")
_COUNT: Final = re.compile(
    r"[^\W\d][^\d#]*[^\w#](?!(?:19|20)\d\d\Z)\d{1,5}\W?(?:\s?[^\W\d_]{1,9}\.?)?\W?|\d{1,3}\s[^\W\d_]{2,12}\.?(?:\s[^\W\d_]{2,12})?"
)
"""*Reading time: 3 minutes*, *Views: 1204*, *2 min listen*."""
_LONGEST_COUNT: Final = 40
_WORDS_OF_COUNT: Final = 6
_LAST: Final = 3
_BESIDE_NAME: Final = 30
"""Characters beside the name of the author in a line that says nothing else: *Text:*, an address of mail."""


def credits_alone(view: View, lines: list[int]) -> Iterator[int]:
    """Find those of some lines that say who took the pictures or looked the text over, and nothing else.

    A paragraph right in the element that is named as the one for the text was put there by its author.
    """
    page = view.page
    for line in lines:
        text, node = page.texts[line], page.line_node[line]
        if page.tags[node] == "p" and page.hints[page.parent[node]] & _ARTICLE:
            continue
        begins = len(text) <= _LONGEST and words.NOT_WRITTEN.match(text.lstrip(_AROUND))
        if begins and not text.endswith(_ENDS) and not without_others(text).strip(_AROUND):
            yield line


def signatures(view: View, lines: list[int]) -> Iterator[int]:
    """Find those of the last lines behind the last sentences that are initials, or an author's name and little else."""
    page, sentences = view.page, view.prose.sentences
    for number in range(len(lines) - 1, max(len(lines) - 1 - _LAST, 0), -1):
        line, before = lines[number], lines[number - 1]
        if sentences[line] or page.tags[page.line_node[line]] not in _PLAIN:
            return
        text = page.texts[line]
        is_last = number == len(lines) - 1 and sentences[before]
        if (is_last and (_INITIALS.fullmatch(text) or _AGENCY.fullmatch(text))) or _is_signed(text, view.authors):
            yield line


def _is_signed(text: str, authors: tuple[str, ...]) -> bool:
    rest = text
    for name in authors:
        rest = rest.replace(name, "")
    return rest != text and len(rest) <= _BESIDE_NAME and not text.endswith(_ENDS)


def counts_at_byline(view: View, verdicts: bytearray, lines: list[int]) -> Iterator[int]:
    """Find those of the lines between byline or date and the first sentences that count something: minutes, views."""
    page, sentences = view.page, view.prose.sentences
    for line in lines:
        if sentences[line]:
            return
        text = page.texts[line]
        if (
            len(text) <= _LONGEST_COUNT
            and 1 < len(text.split()) <= _WORDS_OF_COUNT
            and page.tags[page.line_node[line]] in _PLAIN
            and _COUNT.fullmatch(text)
            and _APART in verdicts[view.title_line + 1 : line]
            and next(find_moments(text), None) is None
        ):
            yield line
