"""Attribution: who says what, by which words, and where it stands in the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from attrs import evolve

from articlekit.claim import Attribution, AttributionKind, Span
from articlekit.claims.attribution.context import QUOTE_MARKS
from articlekit.claims.attribution.direct_speech import join_direct_speech, spoken_by_token
from articlekit.claims.attribution.indirect_speech import complete_clauses
from articlekit.claims.attribution.links import Link, Segment, link, segments_of
from articlekit.claims.attribution.observations import Surroundings, observe, survey
from articlekit.claims.attribution.second_look import observe_again
from articlekit.claims.attribution.speakers import Speakers
from articlekit.claims.attribution.tokens import Block, read_blocks
from articlekit.claims.attribution.transcripts import put_turn, turns
from articlekit.claims.attribution.weights import shipped_links, shipped_second_tagger, shipped_tagger
from articlekit.claims.sentences.clauses import is_sentence
from articlekit.claims.sentences.language import is_english

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from articlekit.claims.sentences.quotes import Quotation

_NOTHING: Final = {"O"}
_INFERRING: Final = frozenset(("implying", "indicating", "meaning", "proving", "showing", "signaling", "suggesting"))
_LEAST_QUOTED: Final = 12  # characters, marks included: shorter ones are titles and words held at arm's length


def find_attributions(text: str) -> tuple[Attribution, ...]:
    """Find who says what in a text.

    A content may stand in several places (``“We won,” he said, “at last.”``) and never runs over a blank line. A
    source is left empty where the text names none. In a text that is evidently not English only the quotations are
    found, nobody's.

    Returns:
        The attributions, in the order of their first spans, which point into `text`.

    Example:
        >>> text = "Park Jin, the minister, said the talks had failed. “We tried,” he added."
        >>> for found in find_attributions(text):
        ...     print(found.kind, found.speaker, [span.of(text) for span in found.content])
        indirect Park Jin ['the talks had failed']
        direct Park Jin ['“We tried,”']
    """
    blocks = list(read_blocks(text))
    if not is_english(None, text):
        return tuple(_quotations(blocks))
    speakers = Speakers(text)
    found: list[Attribution] = []
    before: Block | None = None
    transcript = turns(blocks)
    for block, around in zip(blocks, survey(blocks), strict=True):
        links = complete_clauses(block, join_direct_speech(block, _links(block, around)))
        turn = transcript.get(block.index)
        links = put_turn(turn, links) if turn else links
        here = _go_on(block, [_attribution(text, block, each, speakers) for each in sorted(links, key=_first)])
        if turn:
            here[0] = evolve(here[0], kind="direct")
        if before and found:
            here = _carry_over(before, block, found, here)
        found += here
        before = block
    return tuple(found)


def _links(block: Block, around: Surroundings) -> list[Link]:
    """What the models find in a block: the second pass looks only where the first one found something."""
    columns = observe(block, around)
    labels = shipped_tagger().tag(columns)
    if set(labels) == _NOTHING:
        return []
    labels = shipped_second_tagger().tag(observe_again(block, around, columns, labels))
    links = link(block, segments_of(labels, block), shipped_links())
    return [each for each in links if _is_of_somebody(block, each)]


def _is_of_somebody(block: Block, each: Link) -> bool:
    """Whether a cue or quotation marks give words to somebody; all others stay the author's own.

    ``The two signed a treaty, indicating that they are close`` is the author's inference.
    """
    if each.content and block.words[each.content[0].first] in QUOTE_MARKS:
        return True
    if each.source and each.cue and block.words[each.cue.first] in _INFERRING:
        return not is_sentence(block.words[each.source.first : each.source.end])
    return bool(each.cue)


def _first(each: Link) -> int:
    return min(segment.first for segment in (each.source, each.cue, *each.content) if segment)


def _attribution(text: str, block: Block, each: Link, speakers: Speakers) -> Attribution:
    content = tuple(_span(block, segment) for segment in sorted(each.content, key=lambda segment: segment.first))
    source = (_span(block, each.source),) if each.source else ()
    return Attribution(
        source=source,
        cue=(_span(block, each.cue),) if each.cue else (),
        content=content,
        kind=_kind(block, content),
        speaker=speakers.resolve(source[0].of(text), block.index) if source else None,
    )


def _span(block: Block, segment: Segment) -> Span:
    return Span(start=block.starts[segment.first], end=block.ends[segment.end - 1])


def _kind(block: Block, content: tuple[Span, ...]) -> AttributionKind:
    """Direct where every part stands in quotation marks, mixed where a quotation is only part of it."""
    touching = [_quotations_at(block, span) for span in content]
    if not any(touching):
        return "indirect"
    inside = all(
        any(q.start <= span.start and span.end <= q.end for q in quotations)
        for span, quotations in zip(content, touching, strict=True)
    )
    return "direct" if inside else "mixed"


def _quotations_at(block: Block, span: Span) -> list[Quotation]:
    """The outermost quotations that touch a span."""
    first = bisect_right(block.outermost, span.start, key=attrgetter("end"))
    end = bisect_left(block.outermost, span.end, key=attrgetter("start"))
    return block.outermost[first:end]


def _go_on(block: Block, here: list[Attribution]) -> list[Attribution]:
    """Name the speaker of a quotation that opens the next sentence: ``“We won,” he said. “We did!”``."""
    done: list[Attribution] = []
    for each in here:
        last = done[-1] if done else None
        goes_on = last and last.speaker and each.kind == "direct" and not (each.source or each.cue)
        done.append(evolve(each, speaker=last.speaker) if last and goes_on and _opens_next(block, last, each) else each)
    return done


def _opens_next(block: Block, last: Attribution, each: Attribution) -> bool:
    """Whether one attribution begins with the sentence after that in which another one ends."""
    opening = bisect_left(block.starts, each.content[0].start)
    sentence = bisect_left(block.sentences, opening)
    end = bisect_left(block.starts, _end(last))
    return block.sentences[sentence] == opening and block.sentences[sentence - 1] < end <= opening


def _carry_over(before: Block, block: Block, found: list[Attribution], here: list[Attribution]) -> list[Attribution]:
    """Give a quotation that opens a block, and that nobody says yet, to whom the block before left speaking."""
    last = found[-1]
    opening = block.quotations[0] if block.quotations else None
    if opening is None or opening.start > block.starts[0] or not (last.source or last.cue):
        return here
    ours = next((each for each in here if any(span.start < opening.end for span in each.content)), None)
    if ours and (ours.source or ours.cue):
        return here
    announced = before.words[-1] == ":" and not last.content and _start(last) >= before.starts[0]
    open_end = before.outermost[-1] if before.outermost else None
    runs_on = bool(open_end and open_end.continues and last.content and open_end.start < last.content[-1].end)
    if not announced and not runs_on:
        return _speak_on(before, block, last, here)
    content = ours.content if ours else (Span(start=opening.start, end=opening.end),)
    found[-1] = evolve(last, content=(*last.content, *content), kind="direct" if announced else last.kind)
    return [each for each in here if each is not ours]


def _speak_on(before: Block, block: Block, last: Attribution, here: list[Attribution]) -> list[Attribution]:
    """Name the speaker of a block of quotations alone, where the one before it ends with quoting somebody."""
    quotes_last = last.kind != "indirect" and _end(last) >= before.starts[before.sentences[-2]]
    if not quotes_last or any(each.source or each.cue for each in here):
        return here
    if sum(end - first for first, end in spoken_by_token(block)) < len(block.words):
        return here
    return [evolve(each, speaker=last.speaker) for each in here or _quotations([block])]


def _start(attribution: Attribution) -> int:
    return min(span.start for span in (*attribution.source, *attribution.cue, *attribution.content))


def _end(attribution: Attribution) -> int:
    return max(span.end for span in (*attribution.source, *attribution.cue, *attribution.content))


def _quotations(blocks: Iterable[Block]) -> Iterator[Attribution]:
    """The outermost quotations of a text, of which no more is known."""
    for block in blocks:
        for quotation in block.outermost:
            span = Span(start=quotation.start, end=quotation.end)
            if len(span) >= _LEAST_QUOTED:
                yield Attribution(content=(span,), kind="direct")
