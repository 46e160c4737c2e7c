"""Speakers: the name that a source goes by within one text.

``Park`` becomes ``Park Jin`` where the text calls exactly one person so; a pronoun becomes the last speaker that it
fits. What cannot be told stays None.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from articlekit.claims.words import look

_NAME: Final = re.compile(
    r"[^\W\d_a-z][\w’'-]*(?:\.(?=\s[^\W\d_a-z]))?"
    r"(?:[ \u00a0](?:(?:de|la|del|van|von|der|den|bin|ben|al|of)[ \u00a0]){0,2}"
    r"[^\W\d_a-z][\w’'-]*(?:\.(?=\s[^\W\d_a-z]))?){0,5}"
)
# ``Trump’s aides``, ``Park supporters``, ``Forensic police``: somebody else than the name says.
_GOES_ON: Final = re.compile(r"[ \u00a0](?!(?:and|at|for|from|herself|himself|in|itself|of|on|or|who|with)\b)[a-z]")
_POSSESSIVE: Final = re.compile(r"['’]s?\Z")
_GENDERS: Final = {
    "he": "m", "his": "m", "him": "m", "himself": "m", "mr": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f", "mrs": "f", "ms": "f",
}  # fmt: skip
_NOT_NAMES: Final = frozenset(
    ["i", "we", "you", "it", "they", "he", "she", "the", "a", "an", "and", "but", "in", "on", "at"]
)
_TITLES: Final = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "sen",
        "sens",
        "rep",
        "reps",
        "gov",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "adm",
        "rev",
        "prof",
        "president",
        "senator",
        "governor",
        "secretary",
        "congressman",
        "congresswoman",
        "representative",
        "chancellor",
        "premier",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "judge",
        "justice",
        "mayor",
        "minister",
        "general",
        "ambassador",
        "sir",
        "lord",
        "lady",
        "democratic",
        "republican",
    ]
)
_BLOCKS_A_PRONOUN_REACHES: Final = 2
_SPEAKERS_A_PRONOUN_REACHES: Final = 12


class Speakers:
    """The names of one text, and who has spoken so far. Sources are resolved in the order of the text."""

    def __init__(self, text: str) -> None:
        self._full: dict[str, set[str]] = {}
        self._genders: dict[str, str] = {}
        self._spoken: list[tuple[str, int]] = []
        for match in _NAME.finditer(text):
            words, gender = _name_words(match[0])
            if len(words) > 1:
                name = " ".join(words)
                for part in {words[0], words[-1]}:
                    self._full.setdefault(part, set()).add(name)
            if gender and words:
                self._genders.setdefault(words[-1], gender)

    def resolve(self, source: str, block: int) -> str | None:
        """Name the speaker that a source in the block of this index stands for."""
        form = source.lower()
        name = self._of_pronoun(_GENDERS[form], block) if form in _GENDERS else self._of_name(source)
        if name:
            self._spoken.append((name, block))
        return name

    def _of_name(self, source: str) -> str | None:
        for match in _NAME.finditer(source):
            words, _ = _name_words(match[0])
            if _GOES_ON.match(source, match.end()):
                continue
            if not words or (
                len(words) == 1 and (look(words[0]).form in _NOT_NAMES or look(words[0]).coarse[0] == "c")
            ):
                continue
            if len(words) > 1:
                return " ".join(words)
            known = self._full.get(words[0]) or self._full.get(words[0].title(), set())
            return next(iter(known)) if len(known) == 1 else words[0]
        return None

    def _of_pronoun(self, gender: str, block: int) -> str | None:
        for name, spoke in islice(reversed(self._spoken), _SPEAKERS_A_PRONOUN_REACHES):
            if block - spoke > _BLOCKS_A_PRONOUN_REACHES:
                return None
            known = self._genders.get(name.split()[-1])
            if known in {None, gender}:
                self._genders.setdefault(name.split()[-1], gender)
                return name
        return None


def _name_words(run: str) -> tuple[list[str], str | None]:
    """The words of a run of capitalised words that make the name, and the gender that its title tells."""
    words = [_POSSESSIVE.sub("", word) for word in run.split()]
    gender = None
    while words and (words[0].lower().rstrip(".") in _TITLES or look(words[0]).coarse == look(words[0]).form):
        gender = _GENDERS.get(words[0].lower().rstrip("."), gender)
        del words[0]
    return [word for word in words if word], gender
