"""Which of a page's titles is the article's, and where the site's name begins in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_LETTERS: Final = re.compile(r"\w+")
_CJK: Final = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3！？”]"
_SEPARATORS: Final = r"|\-–—―:·•»«›‹/~_ㅣ｜"
# All ways begin with a separator, or with a space before it: the first look passes over all other characters.
_PARTING: Final = re.compile(
    rf"(?=\s?[{_SEPARATORS}])(?:(?<={_CJK})\s?[-_—]{{1,2}}(?={_CJK})|(?<={_CJK})_(?=\S)|_(?={_CJK})|\s*ㅣ\s*|"
    # A hyphen at a word's end before a small letter stands for what two words share: sun- and moonlight.
    r"\s+[|\-–—―:·•»«›‹/~]{1,2}\s+|\s*[｜|]\s*|\s+::\s+|(?<=\S)\s?-\s(?=[^\s&a-zß-ÿ]))"
)
_SURE: Final = re.compile(r"[|｜ㅣ»«›‹•·~_]|::")
_LONGEST: Final = 500
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


def cut_site(title: str, names: Iterable[str], others: Iterable[str] = ()) -> str:
    """Cut off what a site adds to its titles.

    Args:
        title: As the page has it: ``Oil falls | World | The Paper``.
        names: What the site is called.
        others: Other titles of the page: where one is this title's beginning or end, it ends there.
    """
    title = " ".join(title.split())[:_LONGEST]
    parting = list(_PARTING.finditer(title))
    if not parting:
        return title
    known = {bare(other) for other in others}
    site = {bare(name) for name in names} - {""}
    for cut in parting:
        head, tail = title[: cut.start()], title[cut.end() :]
        if bare(head) in known:
            return head.strip()
        if bare(tail) in known:
            return tail.strip()
    for number, cut in enumerate(parting):
        if bare(title[cut.end() :]) in site:
            title, parting = title[: cut.start()].rstrip(), parting[:number]
            break
    if parting and bare(title[: parting[0].start()]) in site:
        return title[parting[0].end() :].strip()
    while parting and _is_suffix(title, parting[-1], len(parting)):
        cut = parting.pop()
        title = title[: cut.start()]
        if not _is_sure(cut[0]):
            break
    return title.strip()


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


def tails(title: str) -> set[str]:
    """Give, as bare words, what stands behind the separators of a title: its last segment, the last two, and so on."""
    return {bare(title[cut.end() :]) for cut in _PARTING.finditer(title[:_LONGEST])}
