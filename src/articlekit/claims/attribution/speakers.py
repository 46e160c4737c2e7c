"""Speakers: the name that a source goes by within one text.

``Park`` becomes ``Park Jin`` where the text calls exactly one person so; a pronoun becomes the last speaker that it
fits. What cannot be told stays None.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from articlekit.claims.attribution.names import Name, family_name, is_organisation, names_of_source, names_of_text
from articlekit.claims.attribution.words import look

# ``Trump’s aides``, ``Park supporters``, ``Forensic police``: somebody else than the name says.
_GOES_ON: Final = re.compile(r"[ \u00a0](?!(?:and|at|for|from|herself|himself|in|itself|of|on|or|who|with)\b)[a-z\d]")
# ``the mayor of London``, ``a nurse who worked in Leeds``: the name is that of something else than the speaker.
_BELONGS: Final = re.compile(r"\b(?:at|for|from|in|of)(?: both| the)?[ \u00a0]\Z")
_LONGEST_BELONGS: Final = len(" from both ")
_RELATIVE: Final = re.compile(r"\b(?:which|who|whose)\b")
_PRONOUNS: Final = {
    "he": "m", "his": "m", "him": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
}  # fmt: skip
_NOT_NAMES: Final = frozenset(
    ["i", "we", "you", "it", "they", "he", "she", "the", "a", "an", "and", "but", "in", "on", "at"]
)
_BLOCKS_A_PRONOUN_REACHES: Final = 2
_SPEAKERS_A_PRONOUN_REACHES: Final = 12


class Speakers:
    """The names of one text, and who has spoken so far. Sources are resolved in the order of the text."""

    def __init__(self, text: str) -> None:
        self._full: dict[str, set[str]] = {}
        self._genders: dict[str, str] = {}
        self._spoken: list[tuple[str, int]] = []
        alone: set[str] = set()
        for name in names_of_text(text):
            if name.is_full:
                # What stood alone before is not called by a first name: ``Israel`` is not Israel Katz.
                for part in {name.words[0], family_name(name.words)} - (alone & {name.words[0]}):
                    self._full.setdefault(part, set()).add(" ".join(name.words))
            elif len(name.words) == 1:
                alone.add(name.words[0])
            if name.gender and name.words:
                self._genders.setdefault(family_name(name.words), name.gender)

    def resolve(self, source: str, block: int) -> str | None:
        """Name the speaker that a source in the block of this index stands for."""
        form = source.lower()
        name = self._of_pronoun(_PRONOUNS[form], block) if form in _PRONOUNS else self._of_name(source)
        if name:
            self._spoken.append((name, block))
        return name

    def _of_name(self, source: str) -> str | None:
        elsewhere = -1
        for name in names_of_source(_RELATIVE.split(source, maxsplit=1)[0]):
            before = source[max(0, name.start - _LONGEST_BELONGS) : name.start]
            if _BELONGS.search(before) or source[elsewhere : name.start] == " and ":
                elsewhere = name.end
            if elsewhere == name.end or _GOES_ON.match(source, name.end) or not _is_name(name):
                continue
            known = self._full.get(name.words[0]) or self._full.get(name.words[0].title(), set())
            return next(iter(known)) if len(name.words) == 1 and len(known) == 1 else " ".join(name.words)
        return None

    def _of_pronoun(self, gender: str, block: int) -> str | None:
        for name, spoke in islice(reversed(self._spoken), _SPEAKERS_A_PRONOUN_REACHES):
            if block - spoke > _BLOCKS_A_PRONOUN_REACHES:
                return None
            words = name.split()
            if is_organisation(words):
                continue
            family = family_name(words)
            if self._genders.setdefault(family, gender) == gender:
                return name
        return None


def _is_name(name: Name) -> bool:
    if len(name.words) != 1:
        return bool(name.words)
    [word] = name.words
    return len(word) > 1 and look(word).form not in _NOT_NAMES and look(word).coarse[0] != "c"
