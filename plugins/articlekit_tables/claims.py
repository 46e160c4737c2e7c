"""The claims of articles as a table: what is said, by whom, how worth checking, and where it stands."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from articlekit.plugin import Article, Claim, Holds, Json, Quantity, Review, Span
from articlekit.rows import cue, who
from articlekit.surrogates import without_surrogates
from articlekit_tables.rows import several, table

HOLDS = Holds(fields=frozenset())
"""Nothing of an article but its claims, its address, title and file: these are tables of claims."""

COLUMNS: Final = (
    *("claim", "score", "checkable", "speaker", "kind", "cue", "field", "start", "end"),
    *("quantities", "links", "reasons"),
    *("verdict", "review_url", "deep_link", "article_url", "article_title", "published", "path"),
)
"""The names of the columns, in order."""

_Row = dict[str, Json]


def write(articles: Sequence[Article]) -> str:
    """Write the claims of articles as CSV, a row a claim."""
    return table(COLUMNS, (_row(article, claim) for article in articles for claim in article.claims))


def write_lines(articles: Sequence[Article]) -> str:
    """Write the claims of articles as JSON Lines, an object a claim; what is absent is left out."""
    lines = (
        json.dumps(_object(article, claim), ensure_ascii=False) for article in articles for claim in article.claims
    )
    return without_surrogates("".join(f"{line}\n" for line in lines))


def _row(article: Article, claim: Claim) -> tuple[object, ...]:
    span, said, review, origin = claim.span, claim.attribution, claim.review, article.origin
    return (
        claim.text,
        claim.score,
        claim.checkable,
        who(article, said),
        said.kind if said else None,
        cue(article, said),
        *((span.field, span.start, span.end) if span else (None, None, None)),
        several(_words(article, quantity.span) for quantity in claim.quantities),
        several(claim.links),
        several(claim.reasons),
        review.rating.name if review and review.rating else None,
        review.url if review else None,
        claim.deep_link(article),
        article.url,
        article.title,
        article.published.isoformat() if article.published else None,
        origin.path if origin else None,
    )


def _words(article: Article, span: Span) -> str:
    return span.of(span.text_in(article))


def _object(article: Article, claim: Claim) -> _Row:
    span, said = claim.span, claim.attribution
    row: _Row = {
        "claim": claim.text,
        "span": {"start": span.start, "end": span.end, "field": span.field} if span else None,
        "score": claim.score,
        "checkable": claim.checkable,
        "speaker": who(article, said),
        "kind": said.kind if said else None,
        "cue": cue(article, said),
        "quantities": [_present(_measured(article, quantity)) for quantity in claim.quantities],
        "hedges": [_words(article, hedge) for hedge in claim.hedges],
        "negations": [_words(article, negation) for negation in claim.negations],
        "links": [*claim.links],
        "reasons": [*claim.reasons],
        "review": _review(claim.review) if claim.review else None,
        "deep_link": claim.deep_link(article),
        "article": _present(_about(article)),
    }
    return _present(row)


def _about(article: Article) -> _Row:
    published = article.published.isoformat() if article.published else None
    path = article.origin.path if article.origin else None
    return {"id": article.id, "url": article.url, "title": article.title, "published": published, "path": path}


def _measured(article: Article, quantity: Quantity) -> _Row:
    said: _Row = {"text": _words(article, quantity.span), "kind": quantity.kind, "value": quantity.value}
    return {**said, "unit": quantity.unit, "date": quantity.date}


def _review(review: Review) -> _Row:
    rating = review.rating
    return _present(
        {
            "url": review.url,
            "reviewer": review.reviewer,
            "claimant": review.claimant,
            "verdict": rating.name if rating else None,
            "rating": rating.value if rating else None,
        }
    )


def _present(row: _Row) -> _Row:
    return {name: value for name, value in row.items() if value not in (None, [], {})}
