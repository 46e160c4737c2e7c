"""Sentences: where each one starts and ends.

One regular expression proposes the stops, short rules decide about each. The abbreviations are English; stops,
quotation marks and the full-width stops of Chinese and Japanese work in any language. What counts as right is measured
against the Golden Rules of sentence boundaries (Dias, `pragmatic_segmenter`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlekit.claim import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSERS: Final = "\"'”’»›“)\\]}」』】）"

# White space between two line feeds belongs to the first of them alone, so long runs of it are read once.
_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*+\n\s*+")
# A run of stops begins only where no stop stands before it, and spaced dots and closing marks are counted: no text can
# make this search quadratic. Atomic, not possessive: Python 3.11.2 does not match possessive groups rightly.
_STOP: Final = re.compile(
    rf"(?<![.!?…])[.!?…]++(?>(?:[ \u00a0]\.(?!\.)){{0,7}})[{_CLOSERS}]{{0,4}}+(?:[ \u00a0\u202f]»(?=\s))?(?=\s)"
    r"|[。！？｡][。！？｡”’』」】）]{0,8}"
    r"|\n(?=[^\S\n]{0,8}(?:[•⁃‣▪◦*–—-]\s|\d{1,3}[.)]\s))"
)
_MARKER: Final = re.compile(r"(?<!\S)(?:[•⁃‣▪◦][ \u00a0]?)?(\d{1,3}|[a-z])(\.\)|[.)])(?=[ \u00a0]\w)")
_NEXT_WORD: Final = re.compile(r"\s*+[\"'“‘«„‹(\[¿¡]*+([^\W_]*)")
_LAST_WORD: Final = re.compile(r"[^\s\"'“”‘’«»(\[—–/]*\Z")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_STARTERS: Final = _words(
    """
    A According After All Also Although An And Another Any Are As Asked At Because Before Both But By Can Could
    Despite Did Do Does During Each Earlier Either Even Every Few Finally For From Further Given Had Has Have He Her
    Here His How However I If In Indeed Instead Is It Its Just Last Later Let Like Many Maybe Meanwhile More
    Moreover Most Much My Neither Nevertheless Next No Nobody None Nor Not Nothing Now Of Often On Once One Only Or
    Other Others Our Over Perhaps Please Rather Several She Should Since So Some Someone Sometimes Soon Still Such
    That The Their Them Then There Therefore These They This Those Though Three Through Throughout Thus To Today
    Together Too Two Under Unless Unlike Until Up Was We Well Were What Whatever When Whenever Where Whether Which
    While Who Whoever Whose Why Will With Within Without Would Yes Yesterday Yet You Your
    """
)
# A name or a number follows: never the end of a sentence.
_TITLES: Final = _words(
    """
    mr mrs ms messrs mmes dr drs prof sen sens rep reps gov govs lt gen col sgt cpl capt cmdr adm maj pvt pfc brig
    supt insp hon st ste mt ft sr sra srta mme mlle dept atty asst v vs cf figs pp nos vols e.g i.e approx n° nº
    """
)
# The end of a sentence only where a word follows that starts sentences.
_ABBREVIATIONS: Final = _words(
    """
    no al etc co corp inc ltd llc plc bros p cos ave blvd rd hwy bldg assn govt hrs lb lbs oz fig vol ph.d Jan Feb
    Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun No Co Corp Inc Ltd Jr Ph.D
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa
    Penn Tenn Tex Va Vt Wash Wis Wyo Ave Blvd Rd Hwy Bros Rev Pres Det Esq Fig Vol
    """
)
_REPORTING: Final = re.compile(
    r"\s*+(?:[A-Z][\w.’'-]{0,30}\s){1,4}(?:said|says|asked|asks|added|adds|wrote|writes|told|tweeted|replied|replies"
    r"|responded|continued|joked|recalled|shouted|yelled|demanded|wondered|quipped|exclaimed|answered|declared)\b"
)


def split_sentences(text: str) -> tuple[Span, ...]:
    """Find the sentences of a text.

    A sentence never runs over a blank line, is free of white space at both ends, and everything but white space is in
    one. A quotation mark or bracket that closes right after the stop belongs to its sentence; ``“Really?” he asked.``
    is one.

    Returns:
        Spans into `text`, in order, none overlapping.

    Example:
        >>> text = "Gen. Park flew to the U.S. on Sept. 3. He met Sen. Lee."
        >>> [span.of(text) for span in split_sentences(text)]
        ['Gen. Park flew to the U.S. on Sept. 3.', 'He met Sen. Lee.']
    """
    return tuple(Span(start=start, end=end) for start, end in sentence_offsets(text))


def sentence_offsets(text: str) -> Iterator[tuple[int, int]]:
    """Yield what `split_sentences` finds as bare offsets, for callers that need no record."""
    for start, end in block_offsets(text):
        begin = start
        for cut in (*_item_starts(text, start, end), end):
            yield from _split_item(text, begin, cut)
            begin = cut


def block_offsets(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the stretches between blank lines."""
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        yield start, blank.start()
        start = blank.end()
    yield start, len(text)


def _item_starts(text: str, start: int, end: int) -> Iterator[int]:
    """Where items 2, 3, … of a list that is written in one run begin: only in a block that starts with a marker."""
    last = _MARKER.match(text, start, end)
    if not last:
        return
    for marker in _MARKER.finditer(text, last.end(), end):
        if marker[2] == last[2] and _follows(marker[1], last[1]):
            yield marker.start()
            last = marker


def _follows(marker: str, before: str) -> bool:
    if marker.isdecimal() and before.isdecimal():
        return int(marker) == int(before) + 1
    return len(marker) == len(before) == 1 and ord(marker) == ord(before) + 1


def _split_item(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    marker = _MARKER.match(text, start, end)
    for stop in _STOP.finditer(text, marker.end() if marker else start, end):
        if _ends_sentence(text, start, stop):
            cut = _cut(text, stop)
            yield from _trimmed(text, start, cut)
            start = cut
    yield from _trimmed(text, start, end)


def _cut(text: str, stop: re.Match[str]) -> int:
    # ``said. . . . Then``: the first dot ends the sentence, the ellipsis opens the next one.
    attached = not text[stop.start() - 1 : stop.start()].isspace()
    return stop.start() + 1 if attached and stop[0].replace("\u00a0", " ") == ". . . ." else stop.end()


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if stripped := piece.strip():
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(stripped)


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    mark = stop[0]
    if mark[0] in "\n。！？｡":
        return True
    following = _NEXT_WORD.match(text, stop.end())
    word = following[1] if following else ""
    if word[:1].islower():
        return False
    if mark[-1] in _CLOSERS:
        return "]" not in mark and (mark[0] not in "?!" or not _REPORTING.match(text, stop.end()))
    if mark[0] in "!?":
        return True
    # Thirty characters say enough, and keep a long sentence full of dots from being read again at each.
    before = text[max(start, stop.start() - 30) : stop.start()]
    return _full_stop_ends_sentence(before, word) if mark == "." else _ellipsis_ends_sentence(before, mark)


def _ellipsis_ends_sentence(before: str, mark: str) -> bool:
    if not before or before.isspace():
        return False  # an ellipsis that opens a sentence
    return " " not in mark or mark.count(".") > 3


def _full_stop_ends_sentence(before: str, word: str) -> bool:
    """Decide about the dot between `before` and `word`."""
    found = _LAST_WORD.search(before)
    last = found[0] if found else ""
    if not last:
        return bool(before.strip())
    if last.lower() in _TITLES:
        return False
    if len(last) == 1 and last.isupper():
        earlier = before[:-1].split()
        # ``you and I. Did`` ends, ``Albert I. Jones`` and ``plan B. Smith`` do not.
        return word in _STARTERS and bool(earlier) and earlier[-1][0].islower()
    if last in _ABBREVIATIONS or ("." in last and _INITIALS.fullmatch(last)):
        return word in _STARTERS
    return True
