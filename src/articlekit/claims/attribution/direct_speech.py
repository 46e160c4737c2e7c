"""Direct speech by rules: who says the words between quotation marks, from the words right before and after them.

The rules know the orders in which English writes it (``“…,” he said``, ``“…,” said Park Jin, the minister``, ``She
said: “…”``) and the name behind a dash under a pull quote. They join what the model found, and stand in where it
found nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from attrs import evolve

from articlekit.claims.attribution.links import Link, Segment, found_by_rule
from articlekit.claims.attribution.words import look

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlekit.claims.attribution.tokens import Block

_LEAST_WORDS: Final = 3  # fewer are more often a title or a word held at arm's length
_LONGEST_SOURCE: Final = 12
_LONGEST_NAME: Final = 6
_ENDS_SPEECH: Final = frozenset(",.?!…") | {"...", ".."}
_STOPS: Final = frozenset(".,;:?!()") | {"“", "”", '"', "''", "—", "–", "--"}
_DASHES: Final = frozenset(("—", "–", "―", "--", "-"))


def join_direct_speech(block: Block, links: Sequence[Link]) -> list[Link]:
    """Snap contents to quotation marks, and give quotations that nobody says yet to whom the rules find."""
    spoken = spoken_by_token(block)
    joined = _ByToken(block)
    for each in links:
        joined.put(evolve(each, content=tuple(_contents(block, each, spoken))))
    for first, end in spoken:
        content = (found_by_rule(block, "T", first, end),)
        named = _name_behind_dash(block, end)
        if named and named.source:
            joined.cut(first, named.source.end)
            joined.put(evolve(named, content=content))
            continue
        holder = joined.holder(first, end)
        if holder is not None and joined.links[holder].source:
            continue
        found = _speaker(block, first, end)
        if found and found.source and holder is not None:
            ours = _outside(joined.links[holder], found.source.first, found.source.end)
            joined.put(evolve(ours, source=found.source, cue=ours.cue or found.cue), holder)
        elif found and found.cue:
            same = joined.holder(found.cue.first, found.cue.end)
            if same is not None and joined.links[same].cue:
                joined.put(evolve(joined.links[same], content=(*joined.links[same].content, *content)), same)
            else:
                joined.put(evolve(found, content=content))
    return [each for each in joined.links if each.cue or each.content]


class _ByToken:
    """The links of a block, and which one holds each token: a long block is not searched anew for every quotation."""

    def __init__(self, block: Block) -> None:
        self.links: list[Link] = []
        self._holders: list[int | None] = [None] * len(block.words)

    def holder(self, first: int, end: int) -> int | None:
        """The index of the first link that holds a token of these."""
        return next((index for index in self._holders[first:end] if index is not None), None)

    def put(self, each: Link, index: int | None = None) -> None:
        """Add a link, or put it in the place of another."""
        if index is None:
            index = len(self.links)
            self.links.append(each)
        self.links[index] = each
        for part in (each.source, each.cue, *each.content):
            if part:
                self._holders[part.first : part.end] = [index] * (part.end - part.first)

    def cut(self, first: int, end: int) -> None:
        """Take these tokens from the links that hold them."""
        for index in {index for index in self._holders[first:end] if index is not None}:
            self.links[index] = _outside(self.links[index], first, end)
        self._holders[first:end] = [None] * (end - first)


def spoken_by_token(block: Block) -> list[tuple[int, int]]:
    """The first and one past the last token of each outermost quotation."""
    return [(bisect_left(block.starts, each.start), bisect_left(block.starts, each.end)) for each in block.outermost]


def _contents(block: Block, each: Link, spoken: Sequence[tuple[int, int]]) -> Iterator[Segment]:
    """The contents of a link, snapped to quotation marks, less what is neither quoted nor in the cue's sentence.

    Where a quotation goes before the cue (``“…,” he said of the vote``), what is not quoted is no content either.
    """
    quotations = [_quotation_of(segment, spoken) for segment in each.content]
    leads = any(each.cue and quoted and _leads(block, quoted, each.cue) for quoted in quotations)
    for segment, quoted in zip(each.content, quotations, strict=True):
        if quoted:
            yield _snap(segment, *quoted)
        elif not each.cue or (segment.sentence == each.cue.sentence and not leads):
            yield segment


def _leads(block: Block, quoted: tuple[int, int], cue: Segment) -> bool:
    """Whether a quotation ends before a cue, and with the comma or the mark that a clause of saying follows."""
    first, end = quoted
    return end <= cue.first and end - first > _LEAST_WORDS and block.words[end - 2] in _ENDS_SPEECH


def _quotation_of(segment: Segment, spoken: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The quotation that a segment begins in."""
    index = bisect_left(spoken, (segment.first + 1, 0)) - 1
    return spoken[index] if index >= 0 and segment.first < spoken[index][1] else None


def _snap(segment: Segment, first: int, end: int) -> Segment:
    """Let a content that ends one token short of a quotation's mark reach the mark."""
    if segment.end > end:
        return segment
    return evolve(
        segment,
        first=first if segment.first <= first + 1 else segment.first,
        end=end if segment.end >= end - 1 else segment.end,
    )


def _outside(each: Link, first: int, end: int) -> Link:
    """What is left of a link outside the tokens from `first` to `end`."""

    def kept(segment: Segment | None) -> bool:
        return segment is not None and (segment.end <= first or end <= segment.first)

    return Link(
        source=each.source if kept(each.source) else None,
        cue=each.cue if kept(each.cue) else None,
        content=tuple(filter(kept, each.content)),
    )


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
    verb = next((i for i in range(end, limit) if is_speech(block, i)), None)
    if verb is None or any(block.words[i] in _STOPS and block.words[i] != "," for i in range(end, verb)):
        return None
    if verb > end:
        return _link(block, end, verb, verb, verb + 1)
    last = verb + 1
    while last < min(len(block.words), verb + 1 + _LONGEST_SOURCE) and block.words[last] not in _STOPS:
        last += 1
    return _link(block, verb + 1, last, verb, verb + 1) if last > verb + 1 else None


def _before(block: Block, first: int) -> Link | None:
    """``She said: “…``, ``Park Jin told reporters, “…``, ``According to him, “…``: right before the opening mark."""
    start = block.sentences[bisect_right(block.sentences, first) - 1]
    if [word.lower() for word in block.words[start : start + 2]] == ["according", "to"]:
        named = start + 2 < first - 1 <= start + 2 + _LONGEST_SOURCE and block.words[first - 1] == ","
        return _link(block, start + 2, first - 1, start, start + 2) if named else None
    verbs = [i for i in range(max(start, first - _LONGEST_NAME), first) if is_speech(block, i)]
    if not verbs or verbs[-1] == start or block.words[first - 1] not in {",", ":", block.words[verbs[-1]]}:
        return None
    begin = verbs[-1]
    while begin > max(start, verbs[-1] - _LONGEST_SOURCE) and block.words[begin - 1] not in _STOPS:
        begin -= 1
    return _link(block, begin, verbs[-1], verbs[-1], verbs[-1] + 1) if begin < verbs[-1] else None


def _name_behind_dash(block: Block, end: int) -> Link | None:
    """``“…” — Park Jin``: the name ends its line, or the block."""
    if end >= len(block.words) - 1 or block.words[end] not in _DASHES:
        return None
    last = end + 1
    while last < len(block.words) and (block.words[last][0].isupper() or block.words[last] == "."):
        last += 1
    ends_line = last == len(block.words) or block.words[last] in {",", "“", '"'} or _starts_sentence(block, last)
    if last == end + 1 or last - end - 1 > _LONGEST_NAME or not ends_line:
        return None
    while block.words[last - 1] == ".":
        last -= 1
    return Link(source=found_by_rule(block, "S", end + 1, last), cue=found_by_rule(block, "C", end, end + 1))


def _starts_sentence(block: Block, token: int) -> bool:
    return block.sentences[bisect_left(block.sentences, token)] == token


def is_speech(block: Block, index: int) -> bool:
    """Whether a token is a verb of saying."""
    word = look(block.words[index])
    return word.cue in {"speak-past", "speak-s", "speak-ing"} and word.shape == "x"


def _link(block: Block, first: int, end: int, cue: int, cue_end: int) -> Link:
    return Link(source=found_by_rule(block, "S", first, end), cue=found_by_rule(block, "C", cue, cue_end))
