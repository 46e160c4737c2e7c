"""Names of authors: cleaned of what is around them, parted, and people told from organisations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from attrs import evolve

from articlekit.plugin import Author
from articlekit_html.metadata.names import roles, words
from articlekit_html.metadata.names.around_names import (
    AROUND_BUT_DOTS,
    is_sentence,
    is_whereabouts,
    looks_like_a_name,
    once,
    trimmed,
    without_agency,
    without_by,
    without_label,
    without_others,
    without_whereabouts,
)
from articlekit_html.metadata.names.words import AROUND

Kind: TypeAlias = Literal["Person", "Organization"]

_LONGEST_NAME: Final = 70
_LONGEST_BYLINE: Final = 250
_LONGEST_LIST: Final = 1000
_SHORTEST_FULL_NAME: Final = 2
_MAIL: Final = re.compile(r"\s[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}")
_MOST: Final = 30
# Where a byline goes on to something that is no name: a date, a time, an address.
_TAIL: Final = re.compile(
    r"\s*(?:[|•·⋅]|\s[–—-]\s|\bhttps?:|\bwww\.|\d{1,2}[./:]\d|\d{4}|(?<!\S)@|\b\w{3,20}:|"
    r"(?<!\S)\d{1,5}\s+(?:comments?|kommentare?|commentaires?|comentarios?|commenti|reacties|mins?|minut(?:es?|en|os?)|views)\b|"
    r"\b(?:published|updated|posted|released|reviewed|last updated|publiziert|aktualisiert|"
    r"veröffentlicht|publié|publicado|pubblicato|gepubliceerd|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)",
    re.IGNORECASE,
)
_REPORTER: Final = re.compile(
    r"(?:(?<!\S)([\uac00-\ud7a3]{2,4})\s?(?:기자|특파원)|(?<!\S)(?:記者|记者)([\u4e00-\u9fff]{2,4})(?=[／/]))(?=[\s／/|]|\Z)"
)
"""How Korean and Chinese papers sign: the name, and that it is a reporter's."""
_LABEL_INSIDE: Final = re.compile(r"(?<=\s)[^\W\d_]{1,14}\s?[:：]")
# Behind an initial a full stop is part of the name.
_FULL_STOP: Final = re.compile(r"(?<=[^\W\d_]{3})\.$")
_PARENTHESIS: Final = re.compile(r"(?<=\S)\s*[(\[（][^)\]）]{0,80}[)\]）]")
_NO_NAME: Final = re.compile(
    r"^copyright\b|[攝摄]$|@|https?:|www\.|[<>{}=#]|\.(?:php|html?|aspx?)\b|"
    r"^(?:admin|administrator|webmaster|root|user|author|undefined|null|none|n/a|editor|by|"
    r"unknown author|unknown|anonymous|anonyme?|an[óo]nimo|super user|bio|full bio|name|"
    r"test|publisher|wordpress|home|view|follow|share|more|read more|see more|mehr|about|posts?|kommentare?|comments?|"
    r"login|www|sponsored|(?:gesponserte|sponsored|sponsoris[ée]) \w+|\w+ (?:mon|my|mein) prof\w+(?: \w+)?)$",
    re.IGNORECASE,
)


def read_names(text: str, *, shown: bool = False) -> tuple[str, ...]:
    """Read the names in a text that is meant to hold names; shown to readers it may say whence people write."""
    return tuple(_names(text, shown=shown))


def read_byline(text: str) -> tuple[str, ...]:
    """Read the names in a line of text that is written as bylines are; none where it could be anything else.

    Example:
        >>> read_byline("Posted by Ada Lovelace | 5 comments"), read_byline("Stand by for more")
        (('Ada Lovelace',), ())
    """
    text = trimmed(_PARENTHESIS.sub("", " ".join(text[:_LONGEST_LIST].split())))
    if len(text) > _LONGEST_BYLINE:
        return ()
    if "|" in text:
        return next((names for part in text.split("|") if (names := read_byline(part))), ())
    rest = without_by(text)
    if rest == text or is_sentence(rest):
        return ()
    first, *others = tuple(_names(rest, shown=True)) or ("",)
    # Whoever is named behind what they have done is no author: Words Ada Lovelace, photos Grace Hopper.
    others = [name for name in others if not looks_like_a_name(name.partition(" ")[2]) or not is_sentence(name)]
    # Behind the first a single word is a place or an agency: By Ada Lovelace, London.
    others = [name for name in others if " " in name or not name[0].isupper()]
    # So is a part of the house that they write for: By Ada Lovelace, Office of Communications.
    others = [name for name in others if looks_like_a_name(name) or kind_of(name, None) is None]
    return (first, *others) if all(map(looks_like_a_name, (first, *others))) else ()


def read_labelled(text: str) -> tuple[str, ...]:
    """Read the names behind the label of a byline that others stand before: Source: The Paper Author: Ada Lovelace."""
    labels = [label.start() for label in _LABEL_INSIDE.finditer(text[:_LONGEST_BYLINE])]
    parts = (text[start:end].strip() for start, end in pairwise((*labels, len(text))))
    return next((names for part in parts if (names := read_byline(part))), ())


def read_alone(text: str) -> tuple[str, ...]:
    """Read a single word behind what surely begins a byline, where a line or a part of it is nothing else: By Ada."""
    for part in text.split("|"):
        line = part.strip(AROUND)
        name = without_by(line)
        begin = line[: len(line) - len(name)].rstrip().lower()
        if begin.endswith(words.SURELY_BY) and " " not in name and name[:1].isupper() and _is_name(name):
            return (name,)
    return ()


def read_presented(text: str) -> tuple[str, ...]:
    """Read a line that names somebody and says that they are one who writes: Ada Lovelace, Science Correspondent."""
    if len(text) <= _LONGEST_NAME and (reporter := _REPORTER.search(text)) is not None:
        return (reporter[1] or reporter[2],)
    name, *behind = (part.strip() for part in text.strip(AROUND).replace("|", ",").split(","))
    role, *places = behind or ("",)
    if len(text) > _LONGEST_NAME or not role[:1].isupper() or not all(map(is_whereabouts, places)):
        return ()
    told = {role.partition(" ")[0].lower(), role.rpartition(" ")[2].lower()}
    return read_names(name) if not told.isdisjoint(roles.WRITERS) and looks_like_a_name(name) else ()


def read_joined(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """Read a byline of which some names are known: with them those that a word like *and* joins to them."""
    parts = (part.strip(AROUND) for part in text[:_LONGEST_LIST].split("|"))
    line = next((part for part in parts if without_by(part) != part), "")
    found: list[str] = []
    for group in _groups(line):
        names = list(_of_group(group, shown=True))
        # What somebody is may be joined so too: Home and Garden Editor.
        joined = names[:1] if roles.place_of_role(group.partition(",")[0]) is None else []
        found += [name for name in names if name in known] or joined
    return tuple(found) if set(known).issubset(found) and all(map(looks_like_a_name, found)) else tuple(known)


def kind_of(name: str, site: str | None) -> Kind | None:
    """Say whether a name is one of an organisation, where the name itself says so."""
    if roles.is_collective(name) or (site and name.casefold() == site.casefold()):
        return "Organization"
    return None


def distinct(authors: Iterable[Author]) -> tuple[Author, ...]:
    """Leave out who is named a second time; an address or a kind that only the second naming has is kept."""
    found: dict[str, Author] = {}
    for author in authors:
        key = "".join(filter(str.isalnum, author.name.casefold()))
        known = found.setdefault(key, author)
        if known is not author:
            found[key] = evolve(known, url=known.url or author.url, kind=known.kind or author.kind)
    return tuple(found.values())[:_MOST]


def _names(text: str, *, shown: bool) -> Iterator[str]:
    is_somebody = False
    for group in _groups(text):
        for name in _of_group(group, shown=shown):
            # Whom somebody writes for is no second author: Ada Lovelace / Reuters.
            if not (is_somebody and roles.is_agency(name)):
                yield name
            is_somebody = is_somebody or looks_like_a_name(name)


def _groups(text: str) -> list[str]:
    """Part a byline at words like *and*; what it begins with, and what it goes on to, is cut off."""
    text = _PARENTHESIS.sub("", " ".join(text[:_LONGEST_LIST].split()))
    text = without_label(without_by(trimmed(without_others(_MAIL.sub("", text)))))
    tail = _TAIL.search(text)
    if tail and tail.start() > 1:
        text = _FULL_STOP.sub("", text[: tail.start()])
    parts = words.AND.split(text)
    if roles.begins_as_a_house(parts[0]) and not any(" " in part.strip() for part in parts[1:]):
        return [text]  # Ministry of Agriculture and Fisheries.
    return parts


def _without_place(parts: list[str]) -> list[str]:
    """Leave out where a house has its seat: The Paper Ltd, Hull, England."""
    *others, last = parts
    if not others or last.strip(AROUND).casefold() not in roles.COUNTRIES:
        return parts
    return others[:-1] if len(others) > 1 or not looks_like_a_name(others[0]) else others


def _of_group(group: str, *, shown: bool) -> Iterator[str]:
    """Read names that are parted by commas, with what people are between them."""
    names = 0
    parts = _without_place(group.split(","))
    is_behind_role = False
    for number, part in enumerate(parts):
        name = words.SUFFIX.sub("", part.strip(AROUND_BUT_DOTS.replace("'", "")).strip())
        name = once(without_agency(without_by(name)))
        role = roles.place_of_role(name)
        # Behind one name and what its bearer is, the last says where: Ada Lovelace, Developer, Engine Works.
        is_house = is_behind_role and names == 1 and number + 1 == len(parts)
        is_behind_role = number > 0 and role is not None
        if is_behind_role or (number and _is_beside_names(name, shown=shown)) or is_house:
            continue
        if names and (roles.is_said_of_somebody(name) or (shown and name[:1].isupper() and " " not in name)):
            continue
        name = _without_role(name, role, shown=shown)
        pieces = words.AND_OF_ONE_LETTER.split(name)
        if len(pieces) > 1 and all(len(piece.split()) > 1 for piece in pieces):
            yield from filter(_is_name, pieces)
        elif _is_name(name):
            yield name
        names += looks_like_a_name(name) and not roles.is_collective(name)


def _is_beside_names(name: str, *, shown: bool) -> bool:
    """Whether it is a degree, or where somebody writes from."""
    return words.CREDENTIAL.fullmatch(name) is not None or (shown and is_whereabouts(name))


def _without_role(name: str, role: int | None, *, shown: bool) -> str:
    """Cut off what somebody is, by the number of its first word, and in a line that is shown whence they write."""
    if role is not None:
        # Associate Editor and the like are no names.
        least = _SHORTEST_FULL_NAME if role == 0 else role + 1
        if role < _SHORTEST_FULL_NAME:
            return "" if len(name.split()) <= least else name
        name = " ".join(name.split()[:role]).strip(AROUND)
    return without_whereabouts(name) if shown else name


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
    return without_by(f"{name} {name}") == name
