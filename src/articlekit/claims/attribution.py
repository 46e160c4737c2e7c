"""Attribution: who says what, by which words, and where it stands in the text."""

from __future__ import annotations

from articlekit.claim import Attribution, AttributionKind, Span
from articlekit.claims.links import Link, Segment, link, segments_of
from articlekit.claims.observations import observe
from articlekit.claims.speakers import Speakers
from articlekit.claims.tokens import Block, read_blocks
from articlekit.claims.weights import shipped_links, shipped_tagger


def find_attributions(text: str) -> tuple[Attribution, ...]:
    """Find who says what in a text.

    A content may stand in several places (``“We won,” he said, “at last.”``) and never runs over a blank line. A source is
    left empty where the text names none.

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
    speakers = Speakers(text)
    found = [
        _attribution(text, block, each, speakers)
        for block, observations in zip(blocks, observe(blocks), strict=True)
        for each in link(block, segments_of(shipped_tagger().tag(observations), block), shipped_links())
        if each.cue or each.content
    ]
    return tuple(sorted(found, key=_start))


def _attribution(text: str, block: Block, each: Link, speakers: Speakers) -> Attribution:
    content = tuple(_span(block, segment) for segment in each.content)
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
    inside = [
        sum(q.depth == 0 and q.start <= span.start and span.end <= q.end for q in block.quotations) for span in content
    ]
    if content and all(inside):
        return "direct"
    quoted = any(q.start < span.end and span.start < q.end for q in block.quotations for span in content)
    return "mixed" if quoted else "indirect"


def _start(attribution: Attribution) -> int:
    return min(span.start for span in (*attribution.source, *attribution.cue, *attribution.content))
