"""Text fragments: the end of an address that makes a browser scroll to words and highlight them.

The grammar is ``#:~:text=[prefix-,]start[,end][,-suffix]`` (WICG, *URL Fragment Text Directives*). A browser takes the
first place that fits, compares without regard to case, accents and the shape of quotation marks, and accepts whole
words only. A term lies within one line; context may lie in the line before or after.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from attrs import field, frozen

from articlekit._folding import UNSPACED, Folded, fold, fold_with_offsets

MOST_WORDS: Final = 32
"""How many words a term, or the context on one side, may have."""

_REACH: Final = 600  # characters within which those words are looked for, however long they are
_BREAKS: Final = re.compile(r"[\n\t]")
_CHUNK: Final = re.compile(r"\S+")


def encode_term(term: str) -> str:
    """Percent-encode a term of a text directive, the characters of its grammar (``-``, ``,``, ``&``) among the rest."""
    return quote(term, safe="", errors="replace").replace("-", "%2D")


def text_fragment(text: str, start: int, end: int, *, within: tuple[int, int] | None = None) -> str:
    """Build the shortest text directive that singles out `text[start:end]`.

    Args:
        text: What the reader of the page sees, blocks parted by line breaks.
        start: First code point of the words to highlight.
        end: One past their last. Words that are cut by `start` or `end` are taken whole.
        within: The stretch of `text` from which context may be taken; all of it where not given.

    Returns:
        The value of the directive, percent-encoded, as in ``Oil%20rose,on%20Monday.``. Words that stand several times
        in surroundings that are the same for `MOST_WORDS` words cannot be told apart; it then leads to the first.

    Example:
        >>> text = "Prices rose. Wages did not. Prices rose."
        >>> text_fragment(text, 28, 40)
        'not.-,Prices,rose.'
    """
    low, high = within or (0, len(text))
    start, end = _whole_words(text, *_trimmed(text, start, end))
    # A page may show something between two lines that is not in the text, so context from other lines comes second.
    line = max(low, *(text.rfind(mark, 0, start) + 1 for mark in "\n\t"))
    next_line = min([high, *(at for mark in "\n\t" if (at := text.find(mark, end)) >= 0)])
    for around in ((line, next_line), (low, high)):
        place = _Place.of(text, start, end, around)
        found = [directive for directive in (_exact(place), _range(place)) if directive]
        if found:
            return str(min(found, key=lambda directive: len(str(directive))))
    return str(_last_resort(place))


@frozen(kw_only=True)
class _Directive:
    """A text directive by its terms; an absent one is empty."""

    prefix: str = ""
    start: str
    end: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        terms = (
            encode_term(self.prefix) + "-" if self.prefix else "",
            encode_term(self.start),
            encode_term(self.end),
            "-" + encode_term(self.suffix) if self.suffix else "",
        )
        return ",".join(filter(None, terms))


@frozen(kw_only=True)
class _Place:
    """Words in a text, and the word boundaries in and around them."""

    text: str
    start: int
    end: int
    #: Where the first line of the words ends, and where their last line starts.
    first_line_end: int
    last_line_start: int
    #: Starts of the words before, the nearest first; ends of the words after, the nearest first.
    befores: tuple[int, ...]
    afters: tuple[int, ...]
    folded: Folded = field(repr=False)

    @classmethod
    def of(cls, text: str, start: int, end: int, within: tuple[int, int]) -> _Place:
        words = text[start:end]
        breaks = list(_BREAKS.finditer(words))
        return cls(
            text=text,
            start=start,
            end=end,
            first_line_end=start + breaks[0].start() if breaks else end,
            last_line_start=start + breaks[-1].end() if breaks else start,
            befores=_befores(text, within[0], start),
            afters=_afters(text, end, within[1]),
            folded=fold_with_offsets(text),
        )

    @property
    def one_line(self) -> bool:
        return self.first_line_end == self.end

    def found(self, start: int, end: int, since: int = 0) -> Iterator[int]:
        """Yield where the words `text[start:end]` stand in the folded text, as whole words."""
        folded, term = self.folded.folded, fold(self.text[start:end]).strip()
        for at in self.folded.find(term, since):
            if not _cuts_word(folded, at) and not _cuts_word(folded, at + len(term)):
                yield at

    def only(self, start: int, end: int) -> bool:
        """Whether the words `text[start:end]` stand in the text once."""
        places = self.found(start, end)
        return next(places, None) is not None and next(places, None) is None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while _cuts_word(text, start):
        start -= 1
    while _cuts_word(text, end):
        end += 1
    return start, end


def _cuts_word(text: str, at: int) -> bool:
    """Whether a word goes on over an offset; between characters of unspaced scripts a dictionary alone would know."""
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    if UNSPACED.match(left) or UNSPACED.match(right):
        return False
    if left in "'’.,_" and at > 1:
        return _in_word(text[at - 2]) and _in_word(right)
    if right in "'’._" and at + 1 < len(text):
        return _in_word(left) and _in_word(text[at + 1])
    return _in_word(left) and _in_word(right)


def _in_word(character: str) -> bool:
    return character == "_" or unicodedata.category(character)[0] in "LNM"


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the words between two offsets, without the punctuation around them."""
    for chunk in _CHUNK.finditer(text, start, end):
        pieces = [chunk.span()]
        if UNSPACED.search(chunk[0]):
            pieces = list(_unspaced_pieces(text, *chunk.span()))
        for first, last in pieces:
            begin, stop = first, last
            while begin < stop and unicodedata.category(text[begin])[0] in "PS":
                begin += 1
            while stop > begin and unicodedata.category(text[stop - 1])[0] in "PS":
                stop -= 1
            if begin < stop:
                yield begin, stop


def _unspaced_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for at in range(start, end):
        if unicodedata.category(text[at])[0] == "P":
            yield start, at
            start = at + 1
    yield start, end


def _befores(text: str, low: int, start: int) -> tuple[int, ...]:
    """Starts of the words before an offset, nearest first: of its own line, or else of the line before."""
    stop = start
    while stop > low and text[stop - 1].isspace():
        stop -= 1
    floor = max(low, stop - _REACH)
    for line_break in _BREAKS.finditer(text, floor, stop):
        floor = line_break.end()
    # A word that the reach cuts is no word.
    words = [begin for begin, _ in _words(text, floor, stop) if not _cuts_word(text, begin)]
    return tuple(reversed(words[-MOST_WORDS:]))


def _afters(text: str, end: int, high: int) -> tuple[int, ...]:
    begin = end
    while begin < high and text[begin].isspace():
        begin += 1
    ceiling = min(high, begin + _REACH)
    line_break = _BREAKS.search(text, begin, ceiling)
    ceiling = line_break.start() if line_break else ceiling
    words = [stop for _, stop in _words(text, begin, ceiling) if not _cuts_word(text, stop)]
    return tuple(words[:MOST_WORDS])


def _exact(place: _Place) -> _Directive | None:
    """Name all the words, with as much context as makes them the only ones."""
    if not place.one_line:
        return None
    for count in range(MOST_WORDS + 1):
        options = [
            (before, after)
            for before in {place.start, *place.befores[count - 1 : count]}
            for after in {place.end, *place.afters[count - 1 : count]}
            if place.only(before, after)
        ]
        if options:
            before, after = min(options, key=lambda option: option[1] - option[0])
            return _directive(place, before, place.end, place.end, after)
    return None


def _range(place: _Place) -> _Directive | None:
    """Name the first words and the last ones."""
    starts = [stop for _, stop in _words(place.text, place.start, min(place.first_line_end, place.start + _REACH))]
    ends = [begin for begin, _ in _words(place.text, max(place.last_line_start, place.end - _REACH), place.end)]
    ends = [begin for begin in reversed(ends) if not _cuts_word(place.text, begin)]
    directives = [
        _directive(place, before, stop, begin, place.end)
        for before, stop in _openings(place, starts[:MOST_WORDS])
        if (begin := _closing(place, stop, ends[:MOST_WORDS])) is not None
    ]
    return min(directives, key=lambda directive: len(str(directive)), default=None)


def _openings(place: _Place, stops: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of context start and end of the first term that stand in the text once, none of them too long.

    More context needs fewer first words: a staircase, so the number of trials is the sum of the two, not their product.
    """
    count = len(stops)
    for before in (place.start, *place.befores):
        while count and place.only(before, stops[count - 1]):
            count -= 1
        if count < len(stops):
            yield before, stops[count]
        if not count:
            return


def _closing(place: _Place, stop: int, begins: list[int]) -> int | None:
    """The start of the shortest last term that, after the first term, is first met at the end of the words."""
    since, folded_end = place.folded.at(stop), place.folded.at(place.end)
    for begin in begins:
        if begin < stop:
            return None
        at = next(place.found(begin, place.end, since), None)
        if at is not None and at + len(fold(place.text[begin : place.end])) == folded_end:
            return begin
    return None


def _directive(place: _Place, before: int, stop: int, begin: int, after: int) -> _Directive:
    text = place.text
    return _Directive(
        prefix=text[before : place.start].strip(),
        start=text[place.start : stop],
        end=text[begin : place.end] if stop < place.end else "",
        suffix=text[place.end : after].strip(),
    )


def _last_resort(place: _Place) -> _Directive:
    before = place.befores[-1] if place.befores else place.start
    after = place.afters[-1] if place.afters else place.end
    if place.one_line:
        return _directive(place, before, place.end, place.end, after)
    return _directive(place, before, place.first_line_end, place.last_line_start, after)
