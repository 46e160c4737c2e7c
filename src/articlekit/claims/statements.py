"""Statements: the stretches of an article that may be claims, each with who says it.

A statement is a sentence in the author's voice, the words that an attribution carries, or what the author says beside
them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from attrs import evolve, frozen

from articlekit.article import Article
from articlekit.blocks import Block, Code, Heading, Math, Quote, text_blocks
from articlekit.claim import Attribution, Span
from articlekit.claims.attribution.finding import find_attributions
from articlekit.claims.sentences.clauses import (
    CONNECTIVES,
    COORDINATORS,
    LEAST_WORDS,
    has_main_clause,
    has_verb,
    is_clause,
    is_impersonal,
    is_statement,
    takes_clause,
)
from articlekit.claims.sentences.edges import without_marks
from articlekit.claims.sentences.lines import WORD, dateline_end, is_furniture, is_instruction, is_question
from articlekit.claims.sentences.splitting import sentence_offsets

_LEAST_WORDS_BESIDE: Final = 8  # what stands beside an attribution is more often a scrap than a statement
_LINE_END: Final = re.compile(r"(?<![,;:\s])[ ]?\n(?=\s*[^\Wa-z])")
# A clause that one of these opens states something without it: ``Although nobody was hurt, he said …``.
_SUBORDINATORS: Final = frozenset(("Although", "Because", "Though", "When", "Whereas", "While"))
_ANY_QUOTE: Final = frozenset("\"“”'‘’«»")
_EXPLETIVES: Final = frozenset(("it", "this", "that"))
_THAT: Final = re.compile(r"that,?\s+(?=\S)")
_AFTER_THAT: Final = re.compile(r"\bthat,?\s+\Z")


@frozen(kw_only=True)
class Statement:
    """Words that may be a claim."""

    span: Span
    #: None is the author's own voice.
    attribution: Attribution | None = None


@frozen(kw_only=True)
class _Sentence:
    start: int
    end: int
    #: Titles and headings: no full stop, questions without their mark.
    headline: bool = False
    #: Whose words the block holds, where it is a quotation.
    quoted: Attribution | None = None


class _Piece(NamedTuple):
    """What of an attribution's content stands in one sentence."""

    start: int
    end: int
    attribution: Attribution
    #: Whether the sentence ends or begins inside the content.
    is_cut: bool


def title_statements(title: str) -> Iterator[Statement]:
    """Find the statements of a title."""
    sentences = [_Sentence(start=start, end=end, headline=True) for start, end in sentence_offsets(title)]
    for statement in _statements(title, sentences, find_attributions(title), ()):
        attribution = statement.attribution and _in_title(statement.attribution)
        yield evolve(statement, span=evolve(statement.span, field="title"), attribution=attribution)


def body_statements(article: Article) -> Iterator[Statement]:
    """Find the statements of a body, in document order."""
    authors = tuple(author.name for author in article.authors if author.name)
    yield from _statements(article.text, list(_sentences(article)), find_attributions(article.text), authors)


def _in_title(attribution: Attribution) -> Attribution:
    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(evolve(span, field="title") for span in spans)

    return evolve(
        attribution, source=moved(attribution.source), cue=moved(attribution.cue), content=moved(attribution.content)
    )


def _sentences(article: Article) -> Iterator[_Sentence]:
    voices = _voices(article.body)
    for run, quoted in zip(article.runs, voices, strict=True):
        if isinstance(run.block, Code | Math):
            continue
        heading = isinstance(run.block, Heading)
        for start, end in _line_offsets(run.block.text):
            yield _Sentence(start=run.start + start, end=run.start + end, headline=heading, quoted=quoted)


def _voices(body: Iterable[Block]) -> list[Attribution | None]:
    """Say of each text-bearing block whose words it holds: those of a block quotation's source, or the author's."""
    voices: list[Attribution | None] = []
    for block in body:
        said = Attribution(kind="direct", speaker=block.cite) if isinstance(block, Quote) and not block.pull else None
        voices += [said for _ in text_blocks((block,))]
    return voices


def _line_offsets(text: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a block; a line break before a capital ends one, as in addresses and lists of facts."""
    opening = dateline_end(text)
    for start, end in sentence_offsets(text):
        begin = min(max(start, opening), end)
        for line_end in _LINE_END.finditer(text, begin, end):
            yield begin, line_end.start()
            begin = line_end.end()
        stretch = text[begin:end]
        yield end - len(stretch.lstrip()), end


def _statements(
    text: str, sentences: Sequence[_Sentence], attributions: Iterable[Attribution], authors: Iterable[str]
) -> Iterator[Statement]:
    pieces = _pieces_by_sentence(sentences, attributions)
    for index, sentence in enumerate(sentences):
        line = text[sentence.start : sentence.end]
        if not is_question(line, headline=sentence.headline) and not is_furniture(line, authors):
            yield from _of_sentence(text, sentence, pieces.get(index, []))


def _pieces_by_sentence(sentences: Sequence[_Sentence], attributions: Iterable[Attribution]) -> dict[int, list[_Piece]]:
    """Cut the contents of attributions at the ends of sentences."""
    starts = [sentence.start for sentence in sentences]
    pieces: dict[int, list[_Piece]] = {}
    for attribution in attributions:
        for span in attribution.content:
            index = max(0, bisect_right(starts, span.start) - 1)
            while index < len(sentences) and sentences[index].start < span.end:
                start, end = max(span.start, starts[index]), min(span.end, sentences[index].end)
                if start < end:
                    cut = span.start < start or end < span.end
                    pieces.setdefault(index, []).append(_Piece(start, end, attribution, cut))
                index += 1
    return pieces


def _of_sentence(text: str, sentence: _Sentence, pieces: list[_Piece]) -> Iterator[Statement]:
    said = list(_said(text, sentence, pieces))
    beside: list[Statement] = []
    if said:
        beside += _beside(text, sentence, said)
    elif not any(_is_of_other(text, sentence, piece) for piece in pieces):
        beside.append(_whole(text, sentence))
    for statement in sorted((*said, *beside), key=lambda statement: statement.span):
        words = statement.span.of(text)
        stated = is_statement(words) or _is_reported(text, sentence, statement)
        if stated and not is_question(words) and not is_instruction(words):
            yield evolve(statement, attribution=None) if _is_nobody(text, statement.attribution) else statement


def _is_reported(text: str, sentence: _Sentence, statement: Statement) -> bool:
    """Whether somebody is said to say it: then it is a statement, whatever its verb (``Three ships sank, he said``)."""
    attribution, span = statement.attribution, statement.span
    if attribution is None or attribution.kind == "mixed" or not attribution.source:
        return False
    if _reports(text, attribution):
        return attribution.kind == "indirect" or has_verb(WORD.findall(text, span.start, span.end))
    follows = _AFTER_THAT.search(text[max(0, span.start - 6) : span.start])
    return bool(follows and not WORD.search(text, span.end, sentence.end))


def _reports(text: str, attribution: Attribution) -> bool:
    return any(takes_clause(cue.of(text)) for cue in attribution.cue)


def _is_of_other(text: str, sentence: _Sentence, piece: _Piece) -> bool:
    """Whether nothing of a sentence is the author's, though what somebody else says in it is no statement either."""
    if _opens_turn(text, sentence, piece.attribution):
        return True
    quoted = text[piece.start] in _ANY_QUOTE or text[piece.end - 1] in _ANY_QUOTE
    if not quoted or len(WORD.findall(text, piece.start, piece.end)) >= LEAST_WORDS:
        return False
    return piece.is_cut or _is_all_of(text, sentence, piece)


def _is_all_of(text: str, sentence: _Sentence, piece: _Piece) -> bool:
    """Tell ``“Never again,” he said on Monday.``: beside the few words stands hardly more than who says them."""
    said = piece.attribution
    here = any(sentence.start <= source.start < sentence.end for source in said.source)
    first, last = _extent(sentence, [Span(start=piece.start, end=piece.end), *said.source, *said.cue])
    beside = (*WORD.finditer(text, sentence.start, first), *WORD.finditer(text, last, sentence.end))
    return here and _reports(text, said) and len(beside) < _LEAST_WORDS_BESIDE


def _opens_turn(text: str, sentence: _Sentence, attribution: Attribution) -> bool:
    """Tell ``JANE DOE: Yes.`` of a transcript: nothing of it is in the author's voice."""
    starts = [span.start for span in attribution.source]
    return bool(starts) and starts[0] <= sentence.start + 1 and [cue.of(text) for cue in attribution.cue] == [":"]


def _is_nobody(text: str, attribution: Attribution | None) -> bool:
    """Tell what only looks attributed: ``It is important to note that``."""
    if attribution is None or attribution.kind != "indirect":
        return False
    if any(source.of(text).lower() not in _EXPLETIVES for source in attribution.source):
        return False
    return any(is_impersonal(cue.of(text)) for cue in attribution.cue)


def _whole(text: str, sentence: _Sentence) -> Statement:
    start, end = without_marks(text, sentence.start, sentence.end)
    return Statement(span=Span(start=start, end=end), attribution=sentence.quoted)


def _said(text: str, sentence: _Sentence, pieces: list[_Piece]) -> Iterator[Statement]:
    """Yield the words of a sentence that somebody else is said to say: of nested attributions the outermost."""
    by_attribution: dict[int, list[_Piece]] = {}
    for piece in pieces:
        by_attribution.setdefault(id(piece.attribution), []).append(piece)
    last = sentence.start
    for parts in sorted(by_attribution.values(), key=lambda parts: (parts[0].start, -parts[-1].end)):
        attribution = parts[0].attribution
        start, end = _content(text, sentence, parts)
        that = _THAT.match(text, start, end)
        start = that.end() if that else start
        reporting = bool(that) or _reports(text, attribution)
        sure = reporting and bool(attribution.source)
        if last <= start < end and is_clause(text[start:end], quoted=attribution.kind == "direct", sure=sure):
            last = end
            yield Statement(span=Span(start=start, end=end), attribution=attribution)


def _content(text: str, sentence: _Sentence, parts: list[_Piece]) -> tuple[int, int]:
    """The words that an attribution carries in a sentence."""
    if len(parts) > 1 and parts[0].attribution.kind != "indirect":
        # ``“Oil rose,” he said, “by 3%.”``: no stretch of text holds his words alone.
        return without_marks(text, sentence.start, sentence.end)
    return without_marks(text, *max(((part.start, part.end) for part in parts), key=lambda part: part[1] - part[0]))


def _beside(text: str, sentence: _Sentence, said: Sequence[Statement]) -> Iterator[Statement]:
    """Yield what the author says before and after the words of others."""
    start = sentence.start
    for statement in said:
        spans = [statement.span]
        if statement.attribution:
            spans += (*statement.attribution.source, *statement.attribution.cue)
        first, last = _extent(sentence, spans)
        yield from _remainder(text, start, first, sentence)
        start = max(start, last)
    yield from _remainder(text, start, sentence.end, sentence)


def _extent(sentence: _Sentence, spans: Iterable[Span]) -> tuple[int, int]:
    """Where what is said, source and cue included, begins and ends in a sentence."""
    inside = [span for span in spans if span.start < sentence.end and span.end > sentence.start]
    return min(span.start for span in inside), max(span.end for span in inside)


def _remainder(text: str, start: int, end: int, sentence: _Sentence) -> Iterator[Statement]:
    """Yield a stretch beside an attribution, if it is more than a scrap: it begins the sentence or is coordinated."""
    words = [word.span() for word in WORD.finditer(text, start, end)] if start < end else []
    if not words or text[slice(*words[0])].lower() == "according":
        return
    if start > sentence.start and (
        text[slice(*words[0])] not in COORDINATORS or has_verb([text[slice(*word)] for word in words[1:2]])
    ):
        return
    opening = CONNECTIVES if text[slice(*words[0])] not in _SUBORDINATORS else _SUBORDINATORS
    while words and text[slice(*words[0])] in opening:
        del words[0]
    while words and text[slice(*words[-1])].lower() in CONNECTIVES:
        words.pop()
    if len(words) >= _LEAST_WORDS_BESIDE and has_main_clause(text[words[0][0] : words[-1][1]]):
        yield Statement(span=Span(start=words[0][0], end=words[-1][1]), attribution=sentence.quoted)
