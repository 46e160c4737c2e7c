"""How much of a page is prose, and where: measures of its lines, summed up over its nodes."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import accumulate
from typing import Final

from articlekit_html.body.first_rules.readers import find_readers
from articlekit_html.body.first_rules.threads import find_replies
from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.hints import Hint
from articlekit_html.body.outline.kinds import HEADINGS

# Plain integers: the operators of enumerations are slow.
_CONSENT: Final = int(Hint.CONSENT)
_COMMENT: Final = int(Hint.COMMENT)
_ANSWER: Final = int(Hint.ANSWER)
_WIDGET: Final = int(Hint.WIDGET)
_SOURCE: Final = int(Hint.META | Hint.FOOTER | Hint.HEADER | Hint.RELATED | Hint.WIDGET | Hint.ADVERTISEMENT)
_EMBED: Final = int(Hint.EMBED)
_NAVIGATION: Final = int(Hint.NAVIGATION)
_FOOTNOTE: Final = int(Hint.FOOTNOTE)
_HEADER: Final = int(Hint.HEADER)
_META: Final = int(Hint.META)
_SHARE: Final = int(Hint.SHARE)
_SIDE: Final = int(Hint.SIDE)
_BESIDE: Final = int(Hint.SIDE | Hint.RELATED)

# What ends a sentence, beside full stop, question mark and exclamation mark, by the character that is rare in it.
_OTHER_ENDS: Final = {
    **{mark: mark for mark in "。！？"},
    **{mark: f"{mark} " for mark in "؟।…"},
    **{mark: f".{mark} " for mark in "”“»"},
}
_LAST: Final = frozenset(".!?…:;؟।")

SHORT: Final = 30
"""Lines of fewer characters outside links are not counted as prose."""

_SPOKEN: Final = 15
"""Sentences are looked for in lines of so many characters."""

STRONG: Final = int(
    Hint.NAVIGATION
    | Hint.FOOTER
    | Hint.SIDE
    | Hint.RELATED
    | Hint.SHARE
    | Hint.COMMENT
    | Hint.ADVERTISEMENT
    | Hint.SIGN_UP
    | Hint.CONSENT
)
WEAK: Final = int(Hint.META | Hint.HIDDEN | Hint.HEADER | Hint.WIDGET | Hint.NOTICE)

_SPEAKING: Final = STRONG | WEAK
UNLIKE_TEXT: Final = _SPEAKING | int(Hint.CAPTION | Hint.LEAD)
"""Names of what is none of the text around it."""

STRONG_SHARE: Final = 0.30
WEAK_SHARE: Final = 0.05
COMMENT_SHARE: Final = 0.75
CONSENT_SHARE: Final = 0.95
"""A hint against an element holds only while no larger share of the page's prose is in it."""
_PARTED: Final = 0.5
"""Navigation beside one another that holds a larger share is none: parts of a text may be named by its contents."""
_BUILT: Final = 0.3
"""Widgets of one name that hold a larger share of the prose are what a page builder makes of the text."""
_SEVERAL: Final = 2
_NOTHING: Final = 100.0
"""Comments before which stands so much prose, or more, speak of that."""
ARTICLE: Final = 1500
"""Comments, and what stands beside, may have a larger one behind an article of so much prose and its title."""


def _ends(text: str, is_ascii: bool) -> int:
    """Count the ends of sentences in a text; most are in few, and one character is found far sooner than two."""
    count = ("." in text and text.count(". ")) + ("?" in text and text.count("? ")) + ("!" in text and text.count("! "))
    if not is_ascii:
        count += sum([text.count(end) for mark, end in _OTHER_ENDS.items() if mark in text])
    return count


@lru_cache(maxsize=1 << 10)
def _widgets(name: str | None) -> frozenset[str]:
    """Give the words of a class attribute that call an element a widget: builders number theirs in others."""
    return frozenset(word for word in (name or "").split() if "widget" in word)


class Prose:
    """Measures, one entry a line or a node of an `Outline`."""

    def __init__(self, page: Outline) -> None:
        # -- lines
        #: Length in characters, as if of an alphabet.
        self.length: list[int] = []
        #: Share of the characters inside links.
        self.density: list[float] = []
        self.sentences: list[int] = []
        self.line_prose: list[float] = []
        # -- nodes, their descendants included
        count = len(page.tags)
        self.prose: list[float] = [0.0] * count
        self.text: list[int] = [0] * count
        self.linked: list[int] = [0] * count
        self.lines: list[int] = [0] * count
        #: Whether a hint speaks against the node or one around it.
        self.dropped = bytearray(count)
        #: Whether it is in comments: never the article's, whatever it looks like.
        self.comments = bytearray(count)
        self._measure_lines(page)
        self._sum_up(page)
        page.hint(find_readers(page, self.line_prose, self.text, self.lines), _COMMENT)
        if page.is_thread:
            page.hint(find_replies(page, self.line_prose, self.prose), _ANSWER)
        self._drop(page)
        if 1 in self.comments and (opening := self._opening(page)):
            for node in opening:
                page.hints[node] &= ~_COMMENT
            self.dropped, self.comments = bytearray(count), bytearray(count)
            self._drop(page)

    def _measure_lines(self, page: Outline) -> None:
        tags = page.tags
        prose, text_of, linked_of, lines = self.prose, self.text, self.linked, self.lines
        amounts, lengths, densities, ends = self.line_prose, self.length, self.density, self.sentences
        for node, text, linked in zip(page.line_node, page.texts, page.link_length, strict=True):
            size = length = len(text)
            density = linked / size
            sentences = 0
            is_ascii = text.isascii()
            if not is_ascii:
                # Scripts of three bytes a character in UTF-8 say the same in about half the characters.
                length += max(0, len(text.encode("utf-8", "replace")) - 2 * size)
            if size >= _SPOKEN:
                sentences = _ends(text, is_ascii) + (text[-1] in _LAST)
            amount = 0.0
            if density < 0.5 and length >= SHORT:
                amount = length * (1 - density) * (1.0 if sentences else 0.3) * (1.0 if tags[node] == "p" else 0.8)
                prose[node] += amount
            amounts.append(amount)
            lengths.append(length)
            densities.append(density)
            ends.append(sentences)
            text_of[node] += size
            linked_of[node] += linked
            lines[node] += 1

    def _sum_up(self, page: Outline) -> None:
        page.sum_up(self.prose)
        for counts in (self.text, self.linked, self.lines):
            page.count_up(counts)

    def _drop(self, page: Outline) -> None:
        dropped, comments, prose, parent, hints_of = self.dropped, self.comments, self.prose, page.parent, page.hints
        total = prose[0] or 1.0
        begun = self._begun(page)
        builder = self._of_builder(page)
        parted = self._parted(page)
        quoted, figures = page.outermost(page.tagged("blockquote")), page.outermost(page.tagged("figure"))
        title = page.elements.index(page.title) if page.title in page.elements else 0
        for node in range(1, len(dropped)):
            above, hints = parent[node], hints_of[node]
            # In comments all is dropped; elsewhere, what has no name of its own, with what is around it.
            if comments[above] or not hints:
                dropped[node], comments[node] = dropped[above], comments[above]
                continue
            if hints & _ANSWER:
                dropped[node] = comments[node] = 1
                continue
            # In a quotation these are its source's; what a caption is called says where it stands.
            if quoted[node] or page.tags[node] == "figcaption":
                hints &= ~_SOURCE
            # In a figure they are the picture's.
            elif figures[node] and page.tags[node] != "figure":
                hints &= ~_META
            # A note stands aside, and is the author's.
            elif hints & _FOOTNOTE:
                hints &= ~_SIDE
            elif page.tags[node] == "figure":
                hints &= ~_SHARE  # Named so is what it shows: a post from there.
            elif page.tags[node] in HEADINGS:
                hints &= ~_HEADER
            if hints & _SPEAKING and not hints & _EMBED and page.tags[node] != "main":
                share = prose[node] / total
                is_behind = begun[node] >= ARTICLE
                comments[node] = hints & _COMMENT > 0 and (share < COMMENT_SHARE or is_behind)
                dropped[node] = comments[node] or bool(
                    (
                        hints & STRONG
                        and share < STRONG_SHARE
                        and not node <= title < page.end[node]
                        and not (hints & STRONG == _NAVIGATION and above in parted)
                    )
                    or (hints & _BESIDE and is_behind)
                    or (
                        hints & WEAK
                        and share < WEAK_SHARE
                        and not (hints & WEAK == _WIDGET and not builder.isdisjoint(_widgets(page.names[node])))
                    )
                    or (hints & _CONSENT and share < CONSENT_SHARE)
                )
            dropped[node] |= dropped[above]

    def _opening(self, page: Outline) -> range:
        """Give the nodes of the entry that opens a thread: the first of several comments on a page of little else."""
        comments, dropped, prose, parent = self.comments, self.dropped, self.prose, page.parent
        entries = [node for node, above in enumerate(parent) if comments[node] and not dropped[above] and prose[node]]
        if len(entries) < _SEVERAL or sum(prose[node] for node in entries) < COMMENT_SHARE * prose[0]:
            return range(0)
        first = entries[0]
        return range(first, page.end[first]) if self._begun(page)[first] < _NOTHING else range(0)

    def _parted(self, page: Outline) -> set[int]:
        """Give the nodes whose children that are named as navigation hold most of the prose."""
        if not page.said & _NAVIGATION:
            return set()
        prose: dict[int, float] = defaultdict(float)
        for above, hints, amount in zip(page.parent, page.hints, self.prose, strict=True):
            if hints & _NAVIGATION and amount:
                prose[above] += amount
        return {above for above, amount in prose.items() if amount > _PARTED * self.prose[0]}

    def _of_builder(self, page: Outline) -> set[str]:
        """Give the names of widgets in which a page builder put the text, each paragraph into one of its own."""
        if not page.said & _WIDGET:
            return set()
        prose: dict[str, float] = defaultdict(float)
        for name, hints, amount in zip(page.names, page.hints, self.prose, strict=True):
            if hints & _WIDGET and amount:
                for widget in _widgets(name):
                    prose[widget] += amount
        return {name for name, amount in prose.items() if amount > _BUILT * self.prose[0]}

    def _begun(self, page: Outline) -> list[float]:
        """Give for each node the prose between the title and it."""
        own = [0.0] * (len(page.tags) + 1)
        title = next(iter(page.tagged("h1")), len(page.tags))
        for node, amount in zip(page.line_node, self.line_prose, strict=True):
            if node > title:
                own[node + 1] += amount
        return list(accumulate(own))
