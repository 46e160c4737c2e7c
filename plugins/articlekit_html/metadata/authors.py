"""Names of authors: cleaned of what is around them, parted, and people told from organisations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, TypeAlias

from articlekit.plugin import Author
from articlekit_html.metadata import words

Kind: TypeAlias = Literal["Person", "Organization"]

_LONGEST_NAME: Final = 70
_LONGEST_BYLINE: Final = 250
_LONGEST_LIST: Final = 1000
_LONGEST_BEGINNING: Final = 30
_SHORTEST_FULL_NAME: Final = 2
_MAIL: Final = re.compile(r"\s[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
_LABEL: Final = re.compile(r"[^\W\d_]{1,12}\s?[:：｜]\s?")
_NEXT_LABEL: Final = re.compile(r"\s[^\W\d_]{1,12}\s?[:：｜]")
_MOST: Final = 30
_AROUND: Final = " \t\n\r,;:.|•·⋅–—-*/©\"“”„'()[]{}<>\u200b\ufeff"
_AROUND_BUT_DOTS: Final = _AROUND.replace(".", "")
# Where a byline goes on to something that is no name: a date, a time, an address.
_TAIL: Final = re.compile(
    r"\s*(?:[|•·⋅]|\s[–—-]\s|\bhttps?:|\bwww\.|\d{1,2}[./:]\d|\d{4}|(?<!\S)@|\b\w{3,20}:|"
    r"(?<!\S)\d{1,5}\s+(?:comments?|kommentare?|commentaires?|comentarios?|commenti|reacties|mins?|minut(?:es?|en|os?)|views)\b|"
    r"\b(?:published|updated|posted|released|reviewed|last updated|publiziert|aktualisiert|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)",
    re.IGNORECASE,
)
_REPORTER: Final = re.compile(r"([\uac00-\ud7a3]{2,4})\s?(?:기자|특파원)")
"""How Korean papers sign: the name, and that it is a reporter's."""
# Behind an initial a full stop is part of the name.
_FULL_STOP: Final = re.compile(r"(?<=[^\W\d_]{3})\.$")
_SHORTENED: Final = re.compile(r"\s(?:[^\W\d_]|Jr|Sr)\.", re.IGNORECASE)
"""What a name may end with, its full stop included."""
_PARENTHESIS: Final = re.compile(r"(?<=\S)\s*[(\[（][^)\]）]{0,80}[)\]）]")
_AGENCY: Final = re.compile(r"(?<=[^\W\d_]{2})\s?/\s?[A-Z]{2,4}(?:-[A-Z])?$")
"""The agency that somebody writes for, in short."""
_NO_NAME: Final = re.compile(
    r"^copyright\b|@|https?:|www\.|[<>{}=#]|\.(?:php|html?|aspx?)\b|"
    r"^(?:admin|administrator|webmaster|root|user|author|undefined|null|none|n/a|editor|by|"
    r"unknown author|unknown|anonymous|anonyme?|an[óo]nimo|super user|bio|full bio|name|"
    r"test|publisher|wordpress|home|view|follow|share|more|read more|see more|mehr|about|posts?|kommentare?|comments?|"
    r"login|www)$",
    re.IGNORECASE,
)
_HOST: Final = re.compile(r"^\S+\.[a-z]{2,4}$", re.IGNORECASE)
_PARTICLES: Final = frozenset(
    ("af", "al", "av", "bin", "bint", "ben", "da", "das", "de", "degli", "dei", "del", "della", "den", "der", "di",
     "do", "dos", "du", "e", "el", "i", "ibn", "la", "las", "le", "los", "op", "san", "st", "'t", "ten", "ter", "van",
     "vom", "von", "y", "zu", "zum", "zur")
)  # fmt: skip


def read_names(text: str, *, shown: bool = False) -> tuple[str, ...]:
    """Read the names in a text that is meant to hold names; shown to readers it may say whence people write."""
    return tuple(_names(text, shown=shown))


def read_byline(text: str) -> tuple[str, ...]:
    """Read the names in a line of text that is written as bylines are; none where it could be anything else.

    Example:
        >>> read_byline("Posted by Ada Lovelace | 5 comments"), read_byline("Stand by for more")
        (('Ada Lovelace',), ())
    """
    text = _trimmed(_PARENTHESIS.sub("", " ".join(text[:_LONGEST_LIST].split())))
    if len(text) > _LONGEST_BYLINE:
        return ()
    if "|" in text:
        return next((names for part in text.split("|") if (names := read_byline(part))), ())
    rest = _without_by(text)
    if rest == text:
        return ()
    first, *others = tuple(_names(rest, shown=True)) or ("",)
    # Behind the first a single word is a place or an agency: By Ada Lovelace, London.
    others = [name for name in others if " " in name or not (name[0].isupper() or name in words.COLLECTIVES)]
    # So is a part of the house that they write for: By Ada Lovelace, Office of Communications.
    others = [name for name in others if looks_like_a_name(name) or kind_of(name, None) is None]
    return (first, *others) if all(map(looks_like_a_name, (first, *others))) else ()


def read_presented(text: str) -> tuple[str, ...]:
    """Read a line that names somebody and says that they are one who writes: Ada Lovelace, Science Correspondent."""
    if (reporter := _REPORTER.fullmatch(text.strip(_AROUND))) is not None:
        return (reporter[1],)
    name, *roles = (part.strip() for part in text.strip(_AROUND).replace("|", ",").split(","))
    role, *places = roles or ("",)
    if len(text) > _LONGEST_NAME or not role[:1].isupper() or not all(map(_is_whereabouts, places)):
        return ()
    last = role.rpartition(" ")[2].lower()
    return read_names(name) if last in words.WRITERS and looks_like_a_name(name) else ()


def read_joined(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """Read a byline of which some names are known: with them those that a word like *and* joins to them."""
    parts = (part.strip(_AROUND) for part in text[:_LONGEST_LIST].split("|"))
    line = next((part for part in parts if _without_by(part) != part), "")
    found: list[str] = []
    for group in _groups(line):
        names = list(_of_group(group, shown=True))
        # What somebody is may be joined so too: Home and Garden Editor.
        joined = names[:1] if _place_of_role(group.partition(",")[0]) is None else []
        found += [name for name in names if name in known] or joined
    return tuple(found) if set(known).issubset(found) and all(map(looks_like_a_name, found)) else tuple(known)


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


def _is_unspaced(text: str) -> bool:
    """Whether it is a name of Chinese, Japanese or Korean, which are written without a space."""
    return 2 <= len(text) <= 5 and all(
        "\u3400" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3" for character in text
    )


def kind_of(name: str, site: str | None) -> Kind | None:
    """Say whether a name is one of an organisation, where the name itself says so."""
    parts = {part.strip(_AROUND) for part in name.lower().split()}
    collective = not parts.isdisjoint(words.COLLECTIVES) or name.endswith(words.COLLECTIVE_ENDINGS)
    if collective or _HOST.search(name) or (site and name.casefold() == site.casefold()):
        return "Organization"
    return None


def distinct(authors: Iterable[Author]) -> tuple[Author, ...]:
    """Leave out who is named a second time; an address or a kind that only the second naming has is kept."""
    found: dict[str, Author] = {}
    for author in authors:
        key = "".join(filter(str.isalnum, author.name.casefold()))
        known = found.get(key)
        if known is None:
            found[key] = author
        elif (known.url is None and author.url) or (known.kind is None and author.kind):
            found[key] = Author(name=known.name, url=known.url or author.url, kind=known.kind or author.kind)
    return tuple(found.values())[:_MOST]


def _trimmed(text: str) -> str:
    """Strip what stands around names, but for the full stop of a last name that is shortened."""
    text = text.strip(_AROUND_BUT_DOTS)
    return text if _SHORTENED.match(text, text.rfind(" ")) else text.strip(_AROUND)


def _without_by(text: str) -> str:
    """Cut off what a byline begins with."""
    while True:
        start = text[:_LONGEST_BEGINNING].lower()
        begin = words.BY.match(text) if start.startswith(words.BEGINNINGS) else None
        if begin is None and start.startswith(words.DEEDS):
            begin = words.SOMETHING_BY.match(text)
        if begin is None:
            return text
        text = text[begin.end() :]


def _place_of_role(name: str) -> int | None:
    """Give the number of the first word that says what somebody is."""
    return next((n for n, word in enumerate(name.lower().split()) if word.strip(_AROUND) in words.ROLES), None)


def _is_whereabouts(part: str) -> bool:
    return words.WHEREABOUTS.match(f" {part}") is not None


def _without_whereabouts(name: str) -> str:
    """Cut off where somebody writes from, or for whom: Ada Lovelace in London."""
    place = words.WHEREABOUTS.search(name)
    if place is None:
        return name
    who, rest = name[: place.start()], name[place.end() :]
    return who if looks_like_a_name(who) and all(word[0].isupper() for word in rest.split()) else name


def _without_agency(name: str) -> str:
    who = _AGENCY.sub("", name)
    return who if looks_like_a_name(who) else name


def _names(text: str, *, shown: bool) -> Iterator[str]:
    for group in _groups(text):
        yield from _of_group(group, shown=shown)


def _groups(text: str) -> list[str]:
    """Part a byline at words like *and*; what it begins with, and what it goes on to, is cut off."""
    text = _PARENTHESIS.sub("", " ".join(text[:_LONGEST_LIST].split()))
    text = _without_label(_without_by(_trimmed(_MAIL.sub("", text))))
    tail = _TAIL.search(text)
    if tail and tail.start() > 1:
        text = _FULL_STOP.sub("", text[: tail.start()])
    parts = words.AND.split(text)
    first = parts[0].lower().split()[:2]
    if not words.COLLECTIVES.isdisjoint(first) and not any(" " in part.strip() for part in parts[1:]):
        return [text]  # Ministry of Agriculture and Fisheries.
    return parts


def _without_label(text: str) -> str:
    """Cut off what is said before a name, in whatever language, and who did something else: 文｜王晓明 编辑｜李静."""
    label = _LABEL.match(text)
    if label is None:
        return text
    name = _NEXT_LABEL.split(text[label.end() :], maxsplit=1)[0].strip(_AROUND)
    return name if looks_like_a_name(name) else text


def _without_place(parts: list[str]) -> list[str]:
    """Leave out where a house has its seat: The Paper Ltd, Hull, England."""
    *others, last = parts
    if not others or last.strip(_AROUND).casefold() not in words.COUNTRIES:
        return parts
    return others[:-1] if len(others) > 1 or not looks_like_a_name(others[0]) else others


def _of_group(group: str, *, shown: bool) -> Iterator[str]:
    """Read names that are parted by commas, with what people are between them."""
    for number, part in enumerate(_without_place(group.split(","))):
        name = words.SUFFIX.sub("", part.strip(_AROUND_BUT_DOTS.replace("'", "")).strip())
        name = _without_agency(_without_by(name))
        role = _place_of_role(name)
        if number and (role is not None or words.CREDENTIAL.fullmatch(name)):
            continue
        if number and shown and _is_whereabouts(name):
            continue
        # Of a line that is shown, Associate Editor and the like are none.
        least = _SHORTEST_FULL_NAME if shown and role == 0 else (role or 0) + 1
        if role is not None and role < _SHORTEST_FULL_NAME and len(name.split()) <= least:
            continue
        if role is not None and role >= _SHORTEST_FULL_NAME:
            name = " ".join(name.split()[:role]).strip(_AROUND)
        name = _without_whereabouts(name) if shown else name
        pieces = words.AND_OF_ONE_LETTER.split(name)
        if len(pieces) > 1 and all(len(piece.split()) > 1 for piece in pieces):
            yield from filter(_is_name, pieces)
        elif _is_name(name):
            yield name


def _is_name(name: str) -> bool:
    return (
        len(name) <= _LONGEST_NAME
        and len(name.strip(".")) > 1
        and len(name.split()) <= 8
        and not _NO_NAME.search(name)
        and any(map(str.isalpha, name))
        and not words.CREDENTIAL.fullmatch(name)
        and not _is_beginning(name)
    )


def _is_beginning(name: str) -> bool:
    """Whether it is what a byline begins with, and the name itself stands elsewhere."""
    return _without_by(f"{name} {name}") == name
