"""What a word looks like by itself: its shape, its cue class, and a coarse part of speech guessed from form alone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from articlekit.claims.attribution.cues import CUE_CLASSES


class Word(NamedTuple):
    """The look of one word."""

    #: Lower case, straight apostrophes, every digit a zero.
    form: str
    #: ``Xx``, ``XX``, ``X.``, ``x``, ``x-``, ``0``, or the mark itself.
    shape: str
    #: The class in the cue lexicon, or empty.
    cue: str
    #: The word itself for function words, else a class.
    coarse: str


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_FUNCTION: Final = _words(
    """
    a an the this that these those his her its their my our your he she it they we i you him them us me who whom whose
    which what when where why how whether if because since while as although though but and or nor so than then of in on
    at by for from with without about against between into through during before after above below to up down out off
    over under is are was were be been being am has have had having do does did doing will would can could may might
    must shall should not no n't 't 's 're 've 'll 'd 'm there here also only just even still yet already never ever
    more most less least very too all both each every some any many much few several other another such same own one two
    according among amid despite until unless like unlike per via toward towards upon within across around behind beyond
    near himself herself themselves itself
    """
)
_CALENDAR: Final = _words(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday
    """
)
_ROLES: Final = _words(
    """
    mr mrs ms dr sen rep gov gen president senator governor secretary spokesman spokeswoman spokesperson chairman
    chairwoman chief director minister mayor judge justice professor leader analyst strategist official officials
    adviser advisor aide aides reporter reporters critics experts sources source researchers lawmakers republicans
    democrats voters attorney lawyer editor host candidate nominee manager representative congressman prof police author
    executive officer campaign agency department committee group poll study report survey company government court
    people person man woman
    """
)
_NOUN_ENDINGS: Final = (
    "tion", "ment", "ness", "ity", "ers", "ors", "ism", "ist", "ists", "ion", "ance", "ence", "ship",
)  # fmt: skip
_ADJECTIVE_ENDINGS: Final = ("al", "ic", "ive", "ous", "ful", "able", "ible", "an", "ary")
_DIGIT: Final = re.compile(r"\d")


@lru_cache(maxsize=30_000)
def look(word: str) -> Word:
    """Look at a word by itself."""
    form = _DIGIT.sub("0", word.lower().replace("’", "'"))
    shape = _shape(word, form)
    cue = CUE_CLASSES.get(form, "")
    return Word(form, shape, cue, _coarse(word, form, shape, cue))


def _shape(word: str, form: str) -> str:
    first = word[0]
    if first.isupper():
        return "X." if "." in word else "XX" if word.isupper() and len(word) > 1 else "Xx"
    if first.isdigit() or first in "$€£":
        return "0"
    if first.isalpha():
        return "x-" if "-" in word else "x"
    return first if first in "@#" else form[:2]


def _coarse(word: str, form: str, shape: str, cue: str) -> str:
    if form in _FUNCTION:
        return form
    if form in _CALENDAR:
        return "calendar"
    if shape == "0":
        return "year" if len(word) == 4 and word.isdigit() else "0"
    if not word[0].isalnum():
        return form[:2]
    return _coarse_content_word(form, shape, cue)


def _coarse_content_word(form: str, shape: str, cue: str) -> str:
    if cue and shape[0] != "X":
        return cue
    if form in _ROLES:
        return "role" + shape[0]
    return shape if shape[0] == "X" else _ending(form)


def _ending(form: str) -> str:
    for ending in ("ing", "ed", "ly"):
        if form.endswith(ending):
            return ending
    if form.endswith(_NOUN_ENDINGS):
        return "noun-like"
    if form.endswith("s"):
        return "s"
    return "adjective-like" if form.endswith(_ADJECTIVE_ENDINGS) else "x"
