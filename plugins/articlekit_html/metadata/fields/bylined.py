"""Authors by the lines near the title: marked, leading to pages about them, or written as bylines are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum, auto
from itertools import islice, pairwise
from typing import Final

from articlekit.markup import Element
from articlekit.plugin import Author
from articlekit_html.metadata.days.dates import without_dates
from articlekit_html.metadata.names.around_names import is_label, looks_like_a_name, without_others
from articlekit_html.metadata.names.authors import (
    distinct,
    kind_of,
    read_alone,
    read_byline,
    read_joined,
    read_labelled,
    read_names,
    read_presented,
)
from articlekit_html.metadata.offer import Offer
from articlekit_html.metadata.page.class_names import names_author_too
from articlekit_html.metadata.page.microdata import value_of
from articlekit_html.metadata.page.nearby import Line
from articlekit_html.metadata.page.page import Page
from articlekit_html.metadata.page.text import spaced_text_of, text_of, texts_of

_MOST: Final = 30
_LONGEST_LABEL: Final = 30
_BESIDE_NAMES: Final = 30
"""Characters beside the names in a line that is nothing but a byline."""
PROFILE: Final = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|users?|profile?|people|staff|team|contributors?|journalists?)[/=?]+"
    r"(?!log|sign|regist)\w"
)
"""Addresses of the pages about those who write."""
_ACCOUNT: Final = re.compile(r"/@[\w.-]+/?(?:[?#]|$)")
"""Addresses of the accounts that people have."""

_NAME: Final = r"([^\W\d_]+(?:[ .'’-]{1,2}[^\W\d_]+){1,3})"
_BESIDE_DATE: Final = re.compile(rf"{_NAME}\s?[·•–—/-]\s+\|\s*|\s*\|\s+[·•–—/-]\s?{_NAME}")
"""A name parted from a date, of which `Line.undated` leaves a bar."""

Authors = tuple[Author, ...]


def author_of(name: str, site: str | None, url: str | None = None) -> Author:
    """Make an author, an organisation where the name says so."""
    return Author(name=name, url=url, kind=kind_of(name, site))


def authors_of_lines(page: Page, near: tuple[Line, ...], site: str | None) -> Iterator[Offer[Authors]]:
    """Offer the authors of the lines behind the title, those before the first paragraph first, however they say it."""
    behind = [line for line in near if line.after]
    for in_text in (False, True):
        yield from _of_some_lines(page, [line for line in behind if line.in_text is in_text], site)
    yield from _of_some_lines(page, [line for line in near if not line.after], site)


def authors_alone(near: tuple[Line, ...], site: str | None) -> Iterator[Offer[Authors]]:
    """Offer who is named near the title by one word: a desk, an agency, somebody by a given name."""
    for line in near:
        if line.in_text:
            continue
        marked = [mark.element for mark in line.marks if mark.meaning == "author"]
        said = [name for element in marked for name in read_names(spaced_text_of(element) or "", shown=True)]
        names = [name for name in said if kind_of(name, site)] or read_alone(line.undated)
        if names:
            yield _offer(names, line, site)


def authors_beside_dates(near: tuple[Line, ...], site: str | None) -> Iterator[Offer[Authors]]:
    """Offer whose name is all that a sign parts from the date, in a line near the title: 3 May 2024 · Ada Lovelace."""
    for line in near:
        beside = None if line.in_text or "|" in line.text else _BESIDE_DATE.fullmatch(line.undated)
        name = (beside[1] or beside[2]) if beside else ""
        if looks_like_a_name(name) and not kind_of(name, site) and all(map(str.istitle, name.split())):
            yield _offer([name], line, site)


def fuller(near: tuple[Line, ...], first: Offer[Authors], site: str | None) -> Iterator[Offer[Authors]]:
    """Offer a byline near the title that gives in full whom an offer names by a single word."""
    known = first.value[0].name
    if len(first.value) == 1 and " " not in known:
        for line in near:
            names = read_byline(line.undated) if known in line.text else ()
            if len(names) == 1 and known != names[0] and known in names[0].split():
                yield _offer(names, line, site)


def _of_some_lines(page: Page, lines: list[Line], site: str | None) -> Iterator[Offer[Authors]]:
    # Lines before the title are read upwards.
    in_order = lines if all(line.after for line in lines) else lines[::-1]
    labels = {following: _label(line) for line, following in pairwise(in_order)}
    own = [line for line in lines if labels.get(line) is not _Label.OTHERS]
    for line in own:
        found = distinct(_marked(line, site))
        if found:
            yield Offer(value=found, path="byline near the title", elements=line.elements)
    for line in own:
        if found := distinct(author_of(name, site, url) for name, url in _linked(page, line)):
            yield Offer(
                value=found,
                path="link near the title",
                reason="it leads to a page about them",
                elements=line.elements,
            )
    for line in own:
        text = line.undated
        is_labelled = labels.get(line) is _Label.AUTHORS or _is_named_for_both(line)
        names = _labelled(text) if is_labelled else _read_rows(line) or _read_line(text)
        if names:
            yield _offer(names, line, site)


def _read_line(text: str) -> tuple[str, ...]:
    return read_byline(text) or read_presented(text) or read_labelled(text)


def _read_rows(line: Line) -> tuple[str, ...]:
    """Read the names of the first row of a line that is written as bylines are: in the next may be who they are."""
    return next((names for row in line.rows if (names := read_byline(without_dates(row)))), ())


def _is_named_for_both(line: Line) -> bool:
    """Whether a line is named as one for its date and its author."""
    return any(mark.meaning == "published" and names_author_too(mark.element) for mark in line.marks)


def _offer(names: Iterable[str], line: Line, site: str | None) -> Offer[Authors]:
    return Offer(
        value=distinct(author_of(name, site) for name in names),
        path="text near the title",
        reason="it is written as bylines are",
        elements=line.elements,
    )


class _Label(Enum):
    """What a line that holds no names says of those in the next."""

    AUTHORS = auto()
    OTHERS = auto()


def _label(line: Line) -> _Label | None:
    text = line.text
    if len(text) > _LONGEST_LABEL:
        return None
    if not without_others(text).strip(" |:"):
        return _Label.OTHERS
    return _Label.AUTHORS if is_label(text) else None


def _labelled(text: str) -> tuple[str, ...]:
    """Read the names of a line behind one that says that authors follow."""
    names = read_byline(text) or read_names(text, shown=True)
    return names if all(map(looks_like_a_name, names)) else ()


def _linked(page: Page, line: Line) -> Iterator[tuple[str, str | None]]:
    """Give the names that lead to pages about those who write, and these pages; those joined to them too."""
    pages: dict[str, str | None] = {}
    written: str | None = None
    for part in line.parts:
        href = part.get("href") or ""
        if part.tag == "a" and (PROFILE.search(href) or _ACCOUNT.search(href)):
            names = read_names(text_of(part) or "", shown=True)
            written = without_others(line.text) if written is None else written
            pages.update((name, page.absolute(href)) for name in names if looks_like_a_name(name) and name in written)
    if pages:
        yield from ((name, pages.get(name)) for name in read_joined(line.undated, list(pages)))


def bylines(lines: tuple[Line, ...], known: Authors) -> Iterator[tuple[Element, ...]]:
    """Give the elements of the lines that name the authors and say little else."""
    for line in lines:
        said = sum(len(author.name) for author in known if author.name in line.text)
        if said and _width(line.undated) - said <= _BESIDE_NAMES:
            yield line.elements


def _width(text: str) -> int:
    """Count the characters of a text, those of scripts that say a word with one or two of them twice."""
    return len(text) + sum(character > "\u2e80" for character in text)


def _marked(line: Line, site: str | None) -> Iterator[Author]:
    known = [mark for mark in line.marks if mark.meaning == "author"]
    inside: set[Element] = set()
    for mark in [mark for mark in known if mark.declared] or known:
        if mark.element not in inside:
            inside.update(mark.element.iterdescendants())
            yield from authors_of_element(mark.element, mark.declared, value_of(mark.element, "author"), site)


def authors_of_element(element: Element, declared: bool, value: str | None, site: str | None) -> Iterator[Author]:
    """Read the authors of an element that is declared or named to hold them."""
    if named := _names_in(element):
        yield from (author_of(name, site) for name in named)
        return
    text = without_dates(value or "")
    link = element if element.tag == "a" else next(element.iter("a"), None)
    for name in read_byline(text) or read_names(text, shown=True):
        if declared or looks_like_a_name(name) or (link is not None and PROFILE.search(link.get("href") or "")):
            yield author_of(name, site)


def _names_in(element: Element) -> list[str]:
    """Read a byline of several parts: its links that are names, or its first such part and those joined to it."""
    texts = texts_of(element)
    if len(texts) < 2 or len(texts) > _MOST:
        return []
    links = [text for link in element.iter("a") if (text := text_of(link))]
    if linked := [name for text in links for name in read_names(text, shown=True) if looks_like_a_name(name)]:
        line = without_dates(" ".join(texts))
        written = without_others(line)
        # Who has looked it over is named as its author only where nobody else is.
        return list(read_joined(written, [name for name in linked if name in written])) or linked
    found: list[str] = []
    for text in texts:
        names = [name for name in read_names(text, shown=True) if looks_like_a_name(name)]
        if names:
            found += names
        elif found and text.strip(" ,").casefold() not in _JOINTS:
            break
    each = _each_of_peers(element)
    return each if len(each) > len(found) and set(found).issubset(each) else found


def _each_of_peers(element: Element) -> list[str]:
    """Read the names that several parts of one look begin with, each in a byline with who they are."""
    peers: dict[str, list[Element]] = {}
    for part in islice(element, _MOST):
        if names := part.get("class"):
            peers.setdefault(names, []).append(part)
    several = next((beside for beside in peers.values() if len(beside) > 1), [])
    said = [next((name for text in texts_of(peer) for name in read_names(text, shown=True)), "") for peer in several]
    return said if all(map(looks_like_a_name, said)) else []


_JOINTS: Final = frozenset(("", "&", "+", "/", "|", "and", "und", "et", "y", "e", "en", "og", "och", "i", "и"))
