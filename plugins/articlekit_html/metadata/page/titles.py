"""Which of a page's titles is the article's, and where the site's name begins in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final
from unicodedata import combining, normalize

from articlekit_html.metadata.page.text import in_one_line

_LETTERS: Final = re.compile(r"\w+")
_CJK: Final = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3！？”]"
_BEFORE_CJK: Final = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3！？”\"]"
_SEPARATORS: Final = r"|\-–—―:·•»«›‹/~_ㅣ｜"
# All ways begin with a separator, or with a space before it: the first look passes over all other characters.
_PARTING: Final = re.compile(
    rf"(?=\s?[{_SEPARATORS}])(?:(?<={_BEFORE_CJK})\s?[-_—]{{1,2}}(?={_CJK})|(?<={_CJK})_(?=\S)|_(?={_CJK})|\s*ㅣ\s*|"
    # A hyphen at a word's end before a small letter stands for what two words share: sun- and moonlight.
    r"\s+[|\-–—―:·•»«›‹/~]{1,2}\s+|\s*[｜|]\s*|\s+::\s+|(?<=\S)\s?-\s(?=[^\s&a-zß-ÿ]))"
)
_SURE: Final = re.compile(r"[|｜ㅣ»«›‹•·~_]|::")
_LOOSE_END: Final = re.compile(rf"(?:\s[{_SEPARATORS}]{{1,2}})++\Z")
_LONGEST: Final = 500
_LONGEST_NAME: Final = 5
"""Words of a site's name at most, …"""
_TELLING: Final = 6
"""… which is told by so many letters of a shorter name or the host's."""
_FEWEST: Final = 3
"""Words of a title that is left, at least, where a name is cut off that might as well be part of it."""
_BEFORE_COLON: Final = re.compile(r"(\S[^:：|]{1,60}?)\s?[:：]\s+(?=[^\sa-z])")
_BEHIND_SIGN: Final = re.compile(r"(?<=[^\s:：|])\s?(?:[:：]\s|\s@\s?|\s[(\[])([^:：()\[\]|@]{3,60})[)\]]?\Z")
_PLAIN: Final = str.maketrans({"đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "ø": "o"})
_SOFT: Final = str.maketrans(dict.fromkeys("\u00ad\u200b\u2060\ufeff"))
"""Characters that are not seen."""


@lru_cache(maxsize=1 << 9)
def bare(text: str | None) -> str:
    """Give the words of a text alone, for comparing: no case, no punctuation."""
    text = (text or "")[:_LONGEST]
    if not text.isascii():
        text = text.translate(_SOFT)
    return " ".join(_LETTERS.findall(text.casefold()))


def contains(whole: str, part: str) -> bool:
    """Whether bare words stand, as whole words, in others."""
    return f" {part} " in f" {whole} "


def unaccented(text: str) -> str:
    """Write a text in small letters without accents, as addresses and programs often do."""
    return "".join(letter for letter in normalize("NFKD", text.lower().translate(_PLAIN)) if not combining(letter))


def cut_site(title: str, names: Iterable[str], others: Iterable[str] = ()) -> str:
    """Cut off what a site adds to its titles.

    Args:
        title: As the page has it: ``Oil falls | World | The Paper``.
        names: What the site is called.
        others: Other titles of the page: where one is this title's beginning or end, it ends there.
    """
    title = _LOOSE_END.sub("", in_one_line(title)[:_LONGEST].rstrip())
    site = {bare(name) for name in names} - {""}
    title = _without_name_at_edge(title, names, site)
    parting = list(_PARTING.finditer(title))
    if not parting:
        return title
    known = {bare(other) for other in others}
    for cut in parting:
        head, tail = title[: cut.start()], title[cut.end() :]
        if bare(head) in known:
            return head.strip()
        if bare(tail) in known:
            return tail.strip()
    title, parting = _until_site(title, parting, site)
    if parting and _names_site(title[: parting[0].start()], site):
        return _behind_sections(title, parting)
    while parting and _is_suffix(title, parting[-1], len(parting)):
        cut = parting.pop()
        title = title[: cut.start()]
        if not _is_sure(cut[0]):
            break
    return title.strip()


def _names_site(text: str, site: set[str]) -> bool:
    """Whether a text is a name of the site, also where the name is only known in one word, as hosts write it."""
    letters = letters_of(text)
    return bare(text) in site or (len(letters) >= _TELLING and letters in map(letters_of, site))


def _without_name_at_edge(title: str, names: Iterable[str], site: set[str]) -> str:
    """Cut off the site's name where it is set before a colon, or behind one, a sign for *at* or in brackets."""
    before = _BEFORE_COLON.match(title)
    # What is known of the host alone is a name like any other word: Berlin: what next?
    spoken = {bare(name) for name in names if not name.islower()}
    if before is not None and len(title[before.end() :].split()) >= _FEWEST:
        name = before[1]
        if bare(name) in spoken or "." in name.strip(".") or " " in name:
            title = title[before.end() :] if _names_site(name, site) else title
    behind = _BEHIND_SIGN.search(title)
    if behind is not None and len(title[: behind.start()].split()) >= _FEWEST and _names_site(behind[1], site):
        title = title[: behind.start()]
    return title.strip()


def _behind_sections(title: str, parting: list[re.Match[str]]) -> str:
    """Cut off the site's name that a title begins with, and the sections behind it: Paper » World » Oil falls again."""
    first, *others = parting
    last = others[-1] if others else first
    is_alike = all(other[0].strip() == first[0].strip() for other in others)
    if is_alike and _is_sure(first[0]) and _size(title[last.end() :]) >= _FEWEST:
        return title[last.end() :].strip()
    return title[first.end() :].strip()


def without_site(title: str, names: Iterable[str]) -> str:
    """Cut off the site's name where a title ends with it, and nothing else."""
    site = {bare(name) for name in names} - {""}
    cut = next((cut for cut in _PARTING.finditer(title) if bare(title[cut.end() :]) in site), None)
    return title if cut is None else title[: cut.start()].strip()


def _until_site(title: str, parting: list[re.Match[str]], site: set[str]) -> tuple[str, list[re.Match[str]]]:
    """Cut a title where what stands behind a separator, up to the next or to the end, is the site's name."""
    letters = "|".join(map(letters_of, site))
    for number, cut in enumerate(parting):
        head, tail = title[: cut.start()], title[cut.end() :]
        if number + 1 == len(parting):
            is_site = _names_site(tail, site) or _is_longer_name(title, cut, site)
        else:
            between = title[cut.end() : parting[number + 1].start()]
            is_site = bare(tail) in site or (_names_site(between, site) and letters_of(head) not in letters)
        if is_site:
            return head.rstrip(), parting[:number]
    return title, parting


def _is_longer_name(title: str, cut: re.Match[str], site: set[str]) -> bool:
    """Whether the last part of a title is a longer name of the site: the letters of a shorter one stand in it."""
    tail = title[cut.end() :]
    words = len(tail.split())
    if words > min(_LONGEST_NAME, len(title[: cut.start()].split())) or cut[0].strip() == cut[0]:
        return False
    letters = letters_of(tail)
    return any(len(short) >= _TELLING and short in letters for short in map(letters_of, site))


def letters_of(text: str) -> str:
    """Give the words of a text as one, as hosts write them."""
    return bare(text).replace(" ", "")


def _is_sure(separator: str) -> bool:
    """Whether a separator is none that titles use in themselves."""
    return _SURE.search(separator) is not None or not separator[:1].isspace()


def _is_suffix(title: str, cut: re.Match[str], partings: int) -> bool:
    """Whether what stands behind a separator looks like a site's name: short, and less than what stands before."""
    head, tail = _size(title[: cut.start()]), _size(title[cut.end() :])
    if _is_sure(cut[0]):
        return tail <= 5 and (head >= tail or partings > 1)
    return ":" not in cut[0] and tail <= 3 and head > 2 * tail


def _size(text: str) -> float:
    """Count words, of scripts without spaces two characters as one."""
    dense = sum(character > "\u3040" for character in text)
    return max(len(text.split()), dense / 2)


def ends(title: str) -> tuple[str, ...]:
    """Give the last segment of a title, the first and those between, where separators or a first colon part it."""
    title = title[:_LONGEST]
    parting = list(_PARTING.finditer(title))
    before = _BEFORE_COLON.match(title)
    named = (before[1],) if before is not None else ()
    if not parting:
        return named
    between = (title[one.end() : other.start()] for one, other in pairwise(parting))
    return (title[parting[-1].end() :], title[: parting[0].start()], *between, *named)


def tails(title: str) -> set[str]:
    """Give, as bare words, what stands behind the separators of a title: its last segment, the last two, and so on.

    So, too, of what it ends with in square brackets.
    """
    parted = {bare(title[cut.end() :]) for cut in _PARTING.finditer(title[:_LONGEST])}
    bracket = title.rfind(" [") if title.endswith("]") else -1
    return parted | {bare(title[bracket:])} if bracket > 0 else parted
