"""The claim finder that articlekit brings: sentences and attributed words that can be checked, each in its place.

It knows English. In other languages the words between quotation marks are claims, without scores.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve

from articlekit.article import Article
from articlekit.claim import Claim, Span
from articlekit.claims.quoted import quoted_statements
from articlekit.claims.sentences.language import is_english, is_latin
from articlekit.claims.statements import Statement, body_statements, title_statements
from articlekit.claims.strength.evidence import linked_from
from articlekit.claims.strength.modality import find_hedges, find_negations, is_denial
from articlekit.claims.strength.quantities import find_quantities
from articlekit.claims.worth.scores import Score, score_sentences
from articlekit.diagnostic import Diagnostic

CHECKABLE_FROM: Final = 0.5
"""A statement is a claim where it is at least this likely to be something that can be verified."""


def find_claims(article: Article, *, checkable_from: float = CHECKABLE_FROM) -> Article:
    """Find the claims of an article's title and text.

    Args:
        article: What to look through. Reviews that it brings are kept, and put to the claims they speak of.
        checkable_from: How likely a statement must be checkable to be a claim, 0 to 1.

    Returns:
        The article with its claims, in document order, the title's first. In languages other than English the
        claims are its quotations, without scores, and a diagnostic ``claims.language`` says so.
    """
    brought = tuple(claim for claim in article.claims if claim.review)
    if is_english(article.language, f"{article.title or ''}\n\n{article.text}"):
        found = _first_of_each(_with_links(article, _claims(article, checkable_from)))
        diagnostics = article.diagnostics
    else:
        found = _first_of_each(_with_links(article, _quotations(article)))
        diagnostics = _with_language(article)
    return evolve(article, claims=_reviewed(found, brought), diagnostics=diagnostics)


def _claims(article: Article, checkable_from: float) -> Iterator[Claim]:
    statements = [
        statement
        for statement in (*title_statements(article.title or ""), *body_statements(article))
        if is_latin(_words(article, statement))
    ]
    scores = score_sentences([_words(article, statement) for statement in statements])
    for statement, score in zip(statements, scores, strict=True):
        if score.checkable >= checkable_from:
            yield _claim(article, statement, score)


def _quotations(article: Article) -> Iterator[Claim]:
    return (_claim(article, statement, None) for statement in quoted_statements(article))


def _with_links(article: Article, claims: Iterable[Claim]) -> Iterator[Claim]:
    claims = tuple(claims)
    linked = linked_from(article, {span for claim in claims for span in _linking(claim) if span.field == "text"})
    for claim in claims:
        links = tuple(dict.fromkeys(url for span in _linking(claim) for url in linked.get(span, ())))
        yield evolve(claim, links=links) if links else claim


def _linking(claim: Claim) -> tuple[Span, ...]:
    """Give the places whose links are a claim's evidence: "a study found that …" links to it from "a study found"."""
    said = (*claim.attribution.source, *claim.attribution.cue) if claim.attribution else ()
    return (claim.span, *said) if claim.span else ()


def _words(article: Article, statement: Statement) -> str:
    return statement.span.of(statement.span.text_in(article))


def _claim(article: Article, statement: Statement, score: Score | None) -> Claim:
    span = statement.span
    text = span.text_in(article)
    claim = Claim(text=span.of(text), span=span, attribution=statement.attribution)
    if score is None:
        return claim
    return evolve(
        claim,
        score=round(score.checkworthy, 4),
        checkable=round(score.checkable, 4),
        reasons=score.reasons,
        hedges=_spans(find_hedges(text, span.start, span.end), span),
        negations=(*_denials(text, statement), *_spans(find_negations(text, span.start, span.end), span)),
        quantities=find_quantities(text, span.start, span.end, span.field),
    )


def _denials(text: str, statement: Statement) -> Iterator[Span]:
    cues = statement.attribution.cue if statement.attribution else ()
    return (cue for cue in cues if is_denial(cue.of(text)))


def _spans(offsets: Iterable[tuple[int, int]], within: Span) -> tuple[Span, ...]:
    return tuple(Span(start=start, end=end, field=within.field) for start, end in offsets)


def _first_of_each(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Leave out claims that say again, word for word, what an earlier one said: headlines, pull quotes, summaries."""
    found: dict[str, Claim] = {}
    for claim in claims:
        found.setdefault(_key(claim.text), claim)
    return tuple(found.values())


def _key(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())


def _with_language(article: Article) -> tuple[Diagnostic, ...]:
    others = tuple(diagnostic for diagnostic in article.diagnostics if diagnostic.code != "claims.language")
    if not (article.title or article.text):
        return others
    language = f"declared as {article.language}" if article.language else "evidently not in English"
    message = f"the text is {language}: its claims are its quotations, without scores"
    return (*others, Diagnostic(code="claims.language", message=message))


def _reviewed(found: tuple[Claim, ...], brought: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Put each review to the claim that it speaks of; a reviewed claim that nowhere stands in the article is kept."""
    reviews = {_key(claim.review.claim or claim.text): claim for claim in brought if claim.review}
    claims = []
    for claim in found:
        speaking = reviews.pop(_key(claim.text), None)
        claims.append(evolve(claim, review=speaking.review) if speaking else claim)
    rest = (evolve(claim, span=None) if claim.span else claim for claim in reviews.values())
    return (*claims, *rest)
