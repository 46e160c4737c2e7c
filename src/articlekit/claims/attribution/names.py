"""Names: what a run of capitalised words calls somebody, without the titles and offices before it.

``Secretary of State John Kerry`` is ``John Kerry``; ``Justice Department`` and ``General Motors`` are no people with a
title, and stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from articlekit.claims.attribution.words import look


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TITLES: Final = _listed(
    """
    adm admiral ambassador archbishop attorney bishop capt captain cardinal ceo cfo chairman chairwoman chancellor
    chief col colonel commander commissioner congressman congresswoman coo councilman councilwoman cto democratic
    detective director dr gen general gov governor inspector judge justice king lady leader lieutenant lord lt maj
    mayor mep minister mp mr mrs ms msp officer pope premier president prince princess prof professor queen rabbi rep
    representative reps republican rev secretary sen senator senators sens sergeant sgt sheriff sir speaker spokesman
    spokesperson spokeswoman
    """
)
#: What holds one of these behind a title is an organisation and no person.
_ORGANISATIONS: Final = _listed(
    """
    affairs agency alliance assembly association authority bank board bureau caucus center centre church club college
    commission committee company conference congress convention corps council county court department dynamics
    electric federation forum foundation fund group guard hospital house inc institute intelligence kingdom league
    management mills ministry motors museum nations office organisation organization party post press republic school
    security senate service society states times tribunal trust union university
    """
)
#: Without these, a single name that follows them would not be known: ``Pope Francis``.
_CROWNED: Final = _listed("king lady lord pope prince princess queen")
_SUFFIXES: Final = _listed("jr sr ii iii iv")
_GENDERS: Final = {"mr": "m", "mrs": "f", "ms": "f"}
_POSSESSIVE: Final = re.compile(r"(?<=\w)['’]s?\Z")
_LONGEST_KNOWN: Final = 4  # words: longer runs are more often headlines than names


def _runs(dot: str) -> re.Pattern[str]:
    initials = r"(?:[^\W\d_a-z]\.){1,4}(?!\w)"
    # ``al-Masri``, ``d’Orsay``: what is joined to a name is part of it.
    joined = r"(?:(?<!\w)(?:a[dlnrst]|el|ul|d|l)[-’'])?"
    word = rf"(?:{initials}|{joined}[^\W\d_a-z][\w’'-]*{dot})"
    between = r"(?:(?:of the|al|ben|bin|da|de|del|den|der|di|dos|du|el|la|le|of|ten|ter|van|von|zu)[ \u00a0]){0,2}"
    return re.compile(rf"{word}(?:[ \u00a0]{between}{word}){{0,9}}")


# In a text, a full stop after anything but a short form ends a sentence; inside a source it cannot.
_SHORT: Final = (
    r"(?<=Adm|Col|Gen|Gov|Hon|Maj|Mrs|Rep|Rev|Sen|Sgt)\.|(?<=Capt|Prof|Reps|Sens)\.|(?<=Dr|Jr|Lt|Mr|Ms|Sr|St)\."
)
_IN_TEXT: Final = _runs(rf"(?:{_SHORT})?")
_IN_SOURCE: Final = _runs(rf"(?:{_SHORT}|\.(?=\s[^\W\d_a-z]))?")


@frozen(kw_only=True)
class Name:
    """What a run of capitalised words calls somebody."""

    #: Without titles; none where there are only titles.
    words: tuple[str, ...]
    #: ``m`` or ``f`` where the title tells.
    gender: str | None = None
    #: Where the run stands in what was read.
    start: int
    end: int

    @property
    def is_full(self) -> bool:
        """Whether other places of a text may call the same one by a part of it."""
        owned = any(map(_POSSESSIVE.search, self.words[:-1]))
        said = any(look(word).cue.startswith("speak") for word in self.words)
        return 1 < len(self.words) <= _LONGEST_KNOWN and not owned and not said


def family_name(words: Sequence[str]) -> str:
    """The last word of a name that is no ``Jr.``."""
    return next((word for word in reversed(words) if not _is(word, _SUFFIXES)), words[-1])


def names_of_text(text: str) -> Iterator[Name]:
    """Read the names of a text."""
    return map(_name, _IN_TEXT.finditer(text))


def names_of_source(source: str) -> Iterator[Name]:
    """Read the names in the words of an attribution that name its source."""
    return map(_name, _IN_SOURCE.finditer(source))


def _name(run: re.Match[str]) -> Name:
    words = run[0].split()
    words[-1] = _POSSESSIVE.sub("", words[-1])
    rest = _without_titles(_after_owner(_without_function_words(words)))
    titles = words[: len(words) - len(rest)]
    gender = next((_GENDERS[form] for title in reversed(titles) if (form := _form(title)) in _GENDERS), None)
    return Name(words=tuple(rest), gender=gender, start=run.start(), end=run.end())


def _form(word: str) -> str:
    return word.lower().rstrip(".")


def _is(word: str, listed: frozenset[str]) -> bool:
    return _form(word) in listed


def _without_function_words(words: Sequence[str]) -> Sequence[str]:
    """Leave out what begins a sentence (``But Park Jin``) or is no part of a name (``The World Bank``)."""
    while words and look(words[0]).coarse == look(words[0]).form:
        words = words[1:]
    return words


def _after_owner(words: Sequence[str]) -> Sequence[str]:
    """``Britain’s Prince Andrew`` is not called after Britain; ``Moody’s Analytics`` is one name."""
    for index in range(len(words) - 2, 0, -1):
        if _POSSESSIVE.search(words[index - 1]) and words[index] != "of" and not is_organisation(words[index:]):
            return words[index:]
    return words


def _without_titles(words: Sequence[str]) -> Sequence[str]:
    """Leave out everything up to the last title that a name follows."""
    for index in range(len(words) - 1, -1, -1):
        if _is(words[index], _TITLES):
            rest = _after_office(words[index + 1 :])
            if rest and not _is(rest[0], _SUFFIXES) and not is_organisation(rest):
                alone = all(_is(word, _SUFFIXES) for word in rest[1:])
                return words[index:] if alone and _is(words[index], _CROWNED) else rest
    return [] if all(_is(word, _TITLES) for word in words) else words


def _after_office(words: Sequence[str]) -> Sequence[str]:
    """What follows ``of State`` or ``of the European Commission`` behind a title."""
    if not words or words[0] != "of":
        return words
    organisations = [index for index, word in enumerate(words) if _is(word, _ORGANISATIONS)]
    named = organisations[-1] if organisations else 1 + (words[1] == "the")
    return words[named + 1 :]


def is_organisation(words: Sequence[str]) -> bool:
    """Tell ``Justice Department`` from a person, whom a pronoun may stand for."""
    return any(_is(word, _ORGANISATIONS) for word in words)
