"""What is written as a name of people is, and what stands around it, cut off."""

from __future__ import annotations

import re
from typing import Final

from articlekit_html.metadata.names import roles, words
from articlekit_html.metadata.names.words import AROUND

AROUND_BUT_DOTS: Final = AROUND.replace(".", "")
AROUND_BUT_BRACKETS: Final = AROUND.replace("(", "").replace(")", "")
_ANYBODY: Final = "Ada Lovelace"
_LONGEST_BEGINNING: Final = 30
_FIRST: Final = frozenset(beginning[:2] for beginning in (*words.BEGINNINGS, *words.DEEDS))
"""How they begin: most texts are told by it to begin as no byline does."""
_LABEL: Final = re.compile(r"[^\W\d_]{1,12}\s?[:：｜]\s?")
_NEXT_LABEL: Final = re.compile(r"\s[^\W\d_]{1,12}\s?[:：｜]")
_SHORTENED: Final = re.compile(r"\s(?:[^\W\d_]|Jr|Sr)\.", re.IGNORECASE)
"""What a name may end with, its full stop included."""
_AGENCY: Final = re.compile(r"(?<=[^\W\d_]{2})\s?/\s?(?:[A-Z]{2,4}(?:-[A-Z])?|([^\W\d_]{2,10}))/?$")
"""The agency that somebody writes for, in short or in small letters."""
_SHORTEST: Final = 3
"""Letters of a name that is said twice, at least."""
_PARTICLES: Final = frozenset(
    ("af", "al", "av", "bin", "bint", "ben", "da", "das", "de", "degli", "dei", "del", "della", "den", "der", "di",
     "do", "dos", "du", "e", "el", "i", "ibn", "la", "las", "le", "los", "op", "san", "st", "'t", "ten", "ter", "van",
     "vom", "von", "y", "zu", "zum", "zur")
)  # fmt: skip


def looks_like_a_name(text: str) -> bool:
    """Whether a text is written as names of people are: a few capitalised words, no sentence."""
    parts = text.split()
    if not 1 < len(parts) <= 5:
        return len(parts) == 1 and _is_unspaced(text)
    # Scripts without capitals have no lower case either.
    return (
        all(
            part[0].isupper() or part.lower() in _PARTICLES or not (part[0].islower() or part[0].isdigit())
            for part in parts
        )
        and not parts[0].islower()
    )


def is_sentence(text: str) -> bool:
    """Whether a text goes on in small letters as no name does: By clicking here."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    return first[:1].islower() and first.lower() not in _PARTICLES


def _is_unspaced(text: str) -> bool:
    """Whether it is a name of Chinese, Japanese or Korean, which are written without a space."""
    return 2 <= len(text) <= 5 and all(
        "\u3400" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3" for character in text
    )


def trimmed(text: str) -> str:
    """Strip what stands around names, but for the full stop of a last name that is shortened."""
    text = text.strip(AROUND_BUT_DOTS)
    return text if _SHORTENED.match(text, text.rfind(" ")) else text.strip(AROUND)


def without_by(text: str) -> str:
    """Cut off what a byline begins with."""
    while True:
        start = text[:_LONGEST_BEGINNING].lower()
        if start[:2] not in _FIRST and start[:1] not in _FIRST:
            return text
        begin = words.BY.match(text) if start.startswith(words.BEGINNINGS) else None
        if begin is None and start.startswith(words.DEEDS):
            begin = words.SOMETHING_BY.match(text)
        if begin is None:
            return text
        text = text[begin.end() :]


def is_label(text: str) -> bool:
    """Whether a text is what a byline begins with, and nothing else: the names stand elsewhere."""
    text = text.strip(AROUND_BUT_BRACKETS)
    return without_by(f"{text} {_ANYBODY}") == _ANYBODY


def without_label(text: str) -> str:
    """Cut off what is said before a name, in whatever language, and who did something else: 文｜王晓明 编辑｜李静."""
    label = _LABEL.match(text)
    if label is None:
        return text
    name = _NEXT_LABEL.split(text[label.end() :], maxsplit=1)[0].strip(AROUND)
    return name if looks_like_a_name(name) else text


def without_others(text: str) -> str:
    """Cut out who has looked over, translated or illustrated what others have written.

    Example:
        >>> without_others("By Ada Lovelace, edited by Grace Hopper | Oil")
        'By Ada Lovelace, | | Oil'
    """
    while (others := words.NOT_WRITTEN.search(text)) is not None:
        back = words.WRITTEN.search(text, others.end())
        text = f"{text[: others.start()]}| {text[back.start() :] if back else ''}".strip()
    return text


def without_agency(name: str) -> str:
    """Cut off the agency that somebody writes for: Ada Lovelace/dpa."""
    behind = _AGENCY.search(name)
    if behind is not None and behind[1] and not roles.is_agency(behind[1]):
        return name
    who = name[: behind.start()] if behind else roles.before_agency(name)
    return who if looks_like_a_name(who) else name


def is_whereabouts(part: str) -> bool:
    """Whether it says where somebody writes from, or for whom."""
    return words.WHEREABOUTS.match(f" {part}") is not None


def without_whereabouts(name: str) -> str:
    """Cut off where somebody writes from, or for whom: Ada Lovelace in London."""
    place = words.WHEREABOUTS.search(name)
    if place is None:
        return name
    who, rest = name[: place.start()], name[place.end() :]
    return who if looks_like_a_name(who) and all(map(_is_of_a_place, rest.split())) else name


def _is_of_a_place(word: str) -> bool:
    return word[0].isupper() or word == "the"


def once(name: str) -> str:
    """Give a name once that is said twice, with or without a space between."""
    middle = len(name) // 2
    first, second = name[:middle].strip(), name[middle:].strip()
    return first if first == second and len(first) >= _SHORTEST else name
