"""Links: which cue a content belongs to, and which source a cue has.

A content chooses among the cues of its block, a cue among the sources, or neither chooses any. The choice is scored
by a linear model over hashed features (a conditional logit, trained on links that people drew).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from attrs import frozen

from articlekit.claims.attribution.context import QUOTE_MARKS
from articlekit.claims.attribution.tagger import feature_hash, runs_of
from articlekit.claims.attribution.words import look

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from articlekit.claims.attribution.tokens import Block

_NEAREST: Final = 4
_STOPS: Final = frozenset(".?!")
_SEEN_BETWEEN: Final = frozenset(
    (",", ";", ":", "—", "-", "–", "(", ")", "and", "that", "who", "but", "as", *QUOTE_MARKS)
)


@frozen(kw_only=True)
class Segment:
    """A run of tokens that the tagger found: ``S`` a source, ``C`` a cue, ``T`` a content."""

    kind: str
    #: Indices of tokens: the first, and one past the last.
    first: int
    end: int
    #: The index of its sentence in the block.
    sentence: int
    #: Its own index among the segments that the tagger found in the block; -1 for one that rules found.
    index: int


def found_by_rule(block: Block, kind: str, first: int, end: int) -> Segment:
    """Make a segment of a block that no model has found."""
    return Segment(kind=kind, first=first, end=end, sentence=bisect_right(block.sentences, first), index=-1)


@frozen(kw_only=True)
class Link:
    """One attribution of a block, in segments."""

    source: Segment | None = None
    cue: Segment | None = None
    content: tuple[Segment, ...] = ()


def segments_of(labels: Sequence[str], block: Block) -> list[Segment]:
    """Read the segments off the labels of a block's tokens; a source or a cue ends with its sentence."""
    found: list[Segment] = []
    for kind, first, last in runs_of(labels):
        for start, end in [(first, last)] if kind == "T" else _in_one_sentence(block, first, last):
            sentence = bisect_right(block.sentences, start)
            found.append(Segment(kind=kind, first=start, end=end, sentence=sentence, index=len(found)))
    return found


def _in_one_sentence(block: Block, first: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run of tokens where a sentence ends, and its full stop off."""
    after = bisect_right(block.sentences, first)
    for start, stop in pairwise((first, *block.sentences[after : bisect_left(block.sentences, end)], end)):
        if start < stop:
            yield start, stop - (stop < end and stop - start > 1 and block.words[stop - 1] in _STOPS)


def link(block: Block, segments: list[Segment], weights: Mapping[int, int]) -> list[Link]:
    """Join the segments of a block to attributions, in the order of their first segment."""
    contents: dict[int | None, list[Segment]] = {}
    links: list[Link] = []
    for segment in segments:
        if segment.kind == "T":
            cue = _choose(block, segments, segment, weights)
            contents.setdefault(cue.index if cue else None, []).append(segment)
    for segment in segments:
        if segment.kind == "C":
            source = _choose(block, segments, segment, weights)
            links.append(Link(source=source, cue=segment, content=tuple(contents.get(segment.index, ()))))
    links += [Link(content=(segment,)) for segment in contents.get(None, ())]
    return links


def _choose(block: Block, segments: list[Segment], segment: Segment, weights: Mapping[int, int]) -> Segment | None:
    def score(candidate: Segment | None) -> int:
        features = link_features(block, segments, segment, candidate)
        return sum([weights.get(_known_hash(feature), 0) for feature in features])

    return max(candidates(segments, segment), key=score)


@lru_cache(maxsize=1 << 14)
def _known_hash(feature: str) -> int:
    return feature_hash(feature)


def candidates(segments: list[Segment], segment: Segment) -> list[Segment | None]:
    """The nearest cues of a content, or sources of a cue, on both sides, and None for none of them."""
    kind = "C" if segment.kind == "T" else "S"
    before = _nearest(segments, range(segment.index - 1, -1, -1), kind)
    after = _nearest(segments, range(segment.index + 1, len(segments)), kind)
    return [*reversed(before), *after, None]


def _nearest(segments: list[Segment], indices: range, kind: str) -> list[Segment]:
    found: list[Segment] = []
    for index in indices[: 4 * _NEAREST]:
        if segments[index].kind == kind:
            found.append(segments[index])
            if len(found) == _NEAREST:
                break
    return found


def link_features(block: Block, segments: list[Segment], segment: Segment, candidate: Segment | None) -> list[str]:
    """Describe what stands between a segment and the one that it may be linked to."""
    words = block.words
    opening = _opening(words, segment)
    word = words[segment.first].lower()
    kind = segment.kind
    if candidate is None:
        return [
            f"{kind}none",
            f"{kind}none|{opening}",
            f"{kind}none|{_cue_class(words, segment)}",
            f"{kind}none|w={word}",
        ]
    near, far = sorted((segment, candidate), key=lambda each: each.index)
    between = words[near.end : far.first]
    kinds = "".join(each.kind for each in segments[near.index + 1 : far.index])
    contents, cues, sources = (min(3, kinds.count(each)) for each in "TCS")
    cue = candidate if candidate.kind == "C" else segment
    at = words[candidate.end - 1 if candidate.kind == "C" else candidate.first].lower()
    sentences = min(2, abs(segment.sentence - candidate.sentence))
    p = kind + ("L" if near is candidate else "R")
    return [
        p,
        f"{p}n{_step(len(between))}",
        f"{p}s{sentences}",
        f"{p}k{kinds[:5]}",
        f"{p}k{kinds[:5]}s{sentences}",
        f"{p}m{_marks_between(between)}",
        f"{p}q{opening}k{kinds[:3]}",
        f"{p}c{_cue_class(words, cue)}k{kinds[:3]}",
        f"{p}c{_cue_class(words, cue)}q{opening}",
        f"{p}w{at}",
        f"{p}T{contents}",
        f"{p}C{cues}",
        f"{p}S{sources}",
        f"{p}q{opening}s{sentences}T{min(contents, 2)}C{min(cues, 2)}",
        f"{p}a{'_'.join(each.lower() for each in (between[:1] + between[-1:] if len(between) > 1 else between))}",
    ]


def _opening(words: Sequence[str], segment: Segment) -> str:
    if words[segment.first] in QUOTE_MARKS:
        return "q"
    starts = segment.first == 0 or words[segment.first - 1] in {".", "?", "!"}
    return "s" if starts and segment.kind == "T" else "-"


def _cue_class(words: Sequence[str], segment: Segment) -> str:
    if segment.kind != "C":
        return ""
    return look(words[segment.end - 1]).cue or look(words[segment.first]).cue or "?"


def _marks_between(words: Sequence[str]) -> str:
    # The first and last few words say enough, and bound the time that two far segments take.
    seen = _SEEN_BETWEEN.intersection(word.lower() for word in (*words[:40], *words[40:][-40:]))
    return "".join(sorted(seen))[:8]


def _step(tokens: int) -> int:
    return tokens if tokens < 4 else 4 if tokens < 7 else 7 if tokens < 12 else 12 if tokens < 25 else 25
