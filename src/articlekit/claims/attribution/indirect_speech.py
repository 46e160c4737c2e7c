"""Indirect speech by rules: where a clause that somebody says begins or ends, which the model found only in part."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import evolve

from articlekit.claims.attribution.context import QUOTE_MARKS
from articlekit.claims.attribution.direct_speech import is_speech
from articlekit.claims.attribution.links import Link, found_by_rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlekit.claims.attribution.tokens import Block

_LEAST_CLAUSE: Final = 4
_MOST_BEHIND: Final = 6  # words behind who says it: the day, the place
_LONGEST_REST: Final = 60
_LONGEST_SOURCE: Final = 25  # words
_ACCORDING: Final = ["according", "to"]
_NOBODY: Final = frozenset(("custom", "plan", "plans", "schedule", "tradition"))
_PARTS: Final = frozenset(";:—–") | {"--"} | QUOTE_MARKS
_GOES_ON: Final = frozenset(("and", "including", "or", "such", "which"))


def complete_clauses(block: Block, links: Sequence[Link]) -> list[Link]:
    """Give contents the words of their sentence that belong to them."""
    taken = bytearray(len(block.words))
    for each in links:
        for part in (each.source, each.cue, *each.content):
            if part:
                taken[part.first : part.end] = b"\1" * (part.end - part.first)
    whole = [_to_its_end(block, _with_clause_before(block, each), taken) for each in links]
    return _with_clauses_behind_sources(block, whole, taken)


def _with_clauses_behind_sources(block: Block, links: list[Link], taken: bytearray) -> list[Link]:
    """Give ``According to police, three ships sank`` its content, where nothing else in the clause is said by somebody.

    So a sentence begins whose source is all up to the first comma, whatever of it the model found.
    """
    said = {each.cue.first for each in links if each.cue and each.content}
    found: dict[int, Link] = {}
    for start, stop in pairwise(block.sentences):
        cue_end = start + len(_ACCORDING)
        end = stop - (block.words[stop - 1] in ".?!")
        first_words = block.words[cue_end : min(end, cue_end + _LONGEST_SOURCE)]
        if [word.lower() for word in block.words[start:cue_end]] != _ACCORDING or "," not in first_words:
            continue
        comma = cue_end + first_words.index(",")
        is_free = start not in said and not any(taken[comma + 1 : end])
        if is_free and end - comma > _LEAST_CLAUSE and not _is_nobody(block.words[cue_end:comma]):
            found[start] = Link(
                source=found_by_rule(block, "S", cue_end, comma),
                cue=found_by_rule(block, "C", start, cue_end),
                content=(found_by_rule(block, "T", comma + 1, end),),
            )
    return [*(each for each in links if not each.cue or each.cue.first not in found), *found.values()]


def _is_nobody(source: Sequence[str]) -> bool:
    """Tell ``According to plan`` from ``According to police``."""
    return not source or source[-1].lower() in _NOBODY


def _with_clause_before(block: Block, each: Link) -> Link:
    """Give ``Prices rose again, the ministry said`` the clause that it ends, where nothing else is its content."""
    if each.content or not each.source or not each.cue or not is_speech(block, each.cue.end - 1):
        return each
    first, end = min(each.source.first, each.cue.first), max(each.source.end, each.cue.end)
    sentence = bisect_right(block.sentences, first)
    start, stop = block.sentences[sentence - 1], block.sentences[sentence]
    if not 0 <= stop - end <= _MOST_BEHIND or block.words[first - 1] != "," or "," in block.words[end:stop]:
        return each
    if first - 1 - start < _LEAST_CLAUSE or not _PARTS.isdisjoint(block.words[start : first - 1]):
        return each
    return evolve(each, content=(found_by_rule(block, "T", start, first - 1),))


def _to_its_end(block: Block, each: Link, taken: bytearray) -> Link:
    """Let what is said behind a cue run on to the end of its sentence (``…, which nobody expected``)."""
    if not each.cue or not each.content or any(block.words[part.first] in QUOTE_MARKS for part in each.content):
        return each
    last = each.content[-1]
    stop = block.sentences[bisect_right(block.sentences, last.first)]
    stop -= block.words[stop - 1] in ".?!"
    if stop - last.end > _LONGEST_REST:
        return each
    rest = block.words[last.end : stop]
    goes_on = last.first >= each.cue.end and rest[:1] == [","] and len(rest) > 1 and rest[1].lower() in _GOES_ON
    if not goes_on or any(taken[last.end : stop]) or not _PARTS.isdisjoint(rest):
        return each
    return evolve(each, content=(*each.content[:-1], evolve(last, end=stop)))
