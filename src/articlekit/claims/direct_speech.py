"""Direct speech by rules: who says the words between quotation marks, from the words right before and after them.

The rules know the orders in which English writes it (``“…,” he said``, ``“…,” said Park Jin, the minister``, ``She
said: “…”``) and the name behind a dash under a pull quote. They join what the model found, and stand in where it
found nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from attrs import evolve

from articlekit.claims.links import Link, Segment
from articlekit.claims.words import look

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlekit.claims.tokens import Block

_LEAST_WORDS: Final = 3  # fewer are more often a title or a word held at arm's length
_LONGEST_SOURCE: Final = 12
_LONGEST_NAME: Final = 6
_ENDS_SPEECH: Final = frozenset(",.?!…") | {"...", ".."}
_STOPS: Final = frozenset(".,;:?!()") | {"“", "”", '"', "''", "—", "–", "--"}
_DASHES: Final = frozenset(("—", "–", "―", "--", "-"))


def join_direct_speech(block: Block, links: Sequence[Link]) -> list[Link]:
    """Snap contents to quotation marks, and give quotations that nobody says yet to whom the rules find."""
    spoken = _outermost(block)
    joined = [evolve(each, content=tuple(_contents(each, spoken))) for each in links]
    for first, end in spoken:
        named = _name_behind_dash(block, end)
        if named and named.source:
            joined = [cut for each in joined if (cut := _outside(each, first, named.source.end))]
            joined.append(evolve(named, content=(_segment(block, "T", first, end),)))
            continue
        at = next((i for i, each in enumerate(joined) if _holds(each, first, end)), None)
        found = _speaker(block, first, end)
        if found is None:
            continue
        if at is None:
            _add(joined, evolve(found, content=(_segment(block, "T", first, end),)))
        elif joined[at].source is None:
            joined[at] = _with_source(joined[at], found)
    return joined


def _outermost(block: Block) -> list[tuple[int, int]]:
    """The first and one past the last token of each outermost quotation that is closed or fills the block."""
    return [
        (bisect_left(block.starts, quotation.start), bisect_left(block.starts, quotation.end))
        for quotation in block.quotations
        if quotation.depth == 0
    ]


def _contents(each: Link, spoken: Sequence[tuple[int, int]]) -> Iterator[Segment]:
    """The contents of a link, snapped to quotation marks, less what is neither quoted nor in the cue's sentence."""
    for segment in each.content:
        quoted = any(first <= segment.first < end for first, end in spoken)
        if quoted or not each.cue or segment.sentence == each.cue.sentence:
            yield _snap(segment, spoken)


def _snap(segment: Segment, spoken: Sequence[tuple[int, int]]) -> Segment:
    """Let a content that ends one token short of a quotation's mark reach the mark."""
    index = bisect_left(spoken, (segment.first + 1, 0)) - 1
    if index < 0 or segment.end > spoken[index][1] or segment.first >= spoken[index][1]:
        return segment
    first, end = spoken[index]
    return evolve(
        segment,
        first=first if segment.first <= first + 1 else segment.first,
        end=end if segment.end >= end - 1 else segment.end,
    )


def _holds(each: Link, first: int, end: int) -> bool:
    parts = (*each.content, *(part for part in (each.source, each.cue) if part))
    return any(part.first < end and first < part.end for part in parts)


def _outside(each: Link, first: int, end: int) -> Link | None:
    """What is left of a link outside the tokens from `first` to `end`."""

    def kept(segment: Segment | None) -> bool:
        return segment is not None and (segment.end <= first or end <= segment.first)

    cut = Link(
        source=each.source if kept(each.source) else None,
        cue=each.cue if kept(each.cue) else None,
        content=tuple(filter(kept, each.content)),
    )
    return cut if cut.cue or cut.content else None


def _with_source(each: Link, found: Link) -> Link:
    return evolve(each, source=found.source, cue=each.cue or found.cue)


def _add(links: list[Link], found: Link) -> None:
    """Add what the rules found, as one more content of the link that has its cue, if there is one."""
    for index, each in enumerate(links):
        if each.cue and found.cue and each.cue.first < found.cue.end and found.cue.first < each.cue.end:
            links[index] = evolve(each, content=(*each.content, *found.content))
            return
    links.append(found)


def _speaker(block: Block, first: int, end: int) -> Link | None:
    """Find who says the quotation from token `first` to `end`, by the words behind it, else by those before it."""
    if end - first < _LEAST_WORDS + 2:
        return None
    if block.words[max(first, end - 2)] in _ENDS_SPEECH or block.words[end : end + 1] == [","]:
        behind = _behind(block, end)
        if behind:
            return behind
    return _before(block, first)


def _behind(block: Block, end: int) -> Link | None:
    """``said Park Jin``, ``he said``, ``Park Jin, the minister, said``: right behind the closing mark."""
    limit = min(len(block.words), end + _LONGEST_SOURCE)
    verb = next((i for i in range(end, limit) if _is_speech(block, i)), None)
    if verb is None or any(block.words[i] in _STOPS and block.words[i] != "," for i in range(end, verb)):
        return None
    if verb > end:
        return _link(block, end, verb, verb)
    last = verb + 1
    while last < min(len(block.words), verb + 1 + _LONGEST_SOURCE) and block.words[last] not in _STOPS:
        last += 1
    return _link(block, verb + 1, last, verb) if last > verb + 1 else None


def _before(block: Block, first: int) -> Link | None:
    """``She said: “…``, ``Park Jin told reporters, “…``: right before the opening mark."""
    start = max((s for s in block.sentences if s <= first), default=0)
    verbs = [i for i in range(max(start, first - _LONGEST_NAME), first) if _is_speech(block, i)]
    if not verbs or verbs[-1] == start or block.words[first - 1] not in {",", ":", block.words[verbs[-1]]}:
        return None
    begin = verbs[-1]
    while begin > max(start, verbs[-1] - _LONGEST_SOURCE) and block.words[begin - 1] not in _STOPS:
        begin -= 1
    return _link(block, begin, verbs[-1], verbs[-1]) if begin < verbs[-1] else None


def _name_behind_dash(block: Block, end: int) -> Link | None:
    """``“…” — Park Jin``: the name ends its line, or the block."""
    if end >= len(block.words) - 1 or block.words[end] not in _DASHES:
        return None
    last = end + 1
    while last < len(block.words) and (block.words[last][0].isupper() or block.words[last] == "."):
        last += 1
    ends_line = last == len(block.words) or block.words[last] in {",", "“", '"'} or last in block.sentences
    if last == end + 1 or last - end - 1 > _LONGEST_NAME or not ends_line:
        return None
    while block.words[last - 1] == ".":
        last -= 1
    return Link(source=_segment(block, "S", end + 1, last), cue=_segment(block, "C", end, end + 1))


def _is_speech(block: Block, index: int) -> bool:
    word = look(block.words[index])
    return word.cue in {"speak-past", "speak-s", "speak-ing"} and word.shape == "x"


def _link(block: Block, first: int, end: int, verb: int) -> Link:
    return Link(source=_segment(block, "S", first, end), cue=_segment(block, "C", verb, verb + 1))


def _segment(block: Block, kind: str, first: int, end: int) -> Segment:
    sentence = bisect_left(block.sentences, first + 1)
    return Segment(kind=kind, first=first, end=end, sentence=sentence, index=-1)
