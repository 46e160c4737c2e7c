"""A claim: a checkable statement, its exact place, who says it, and what a fact-checker has said of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal, TypeAlias

from attrs import frozen

TextField: TypeAlias = Literal["text", "title"]
"""Which text of the article a span points into: `Article.text` or `Article.title`."""

AttributionKind: TypeAlias = Literal["direct", "indirect", "mixed"]
"""Whether the words of the source are quoted, reported, or partly quoted."""


@frozen(kw_only=True, order=True)
class Span:
    """A place in a text: code point offsets, half open, as in W3C's ``TextPositionSelector``."""

    start: int
    end: int
    field: TextField = "text"

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Slice the words out of the text that this span points into."""
        return text[self.start : self.end]


@frozen(kw_only=True)
class Attribution:
    """Who says something, by which words, and what is said; each part may stand in several places, or in none."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    kind: AttributionKind = "indirect"
    #: The name the source resolves to within the article, where that is safe.
    speaker: str | None = None


@frozen(kw_only=True)
class Quantity:
    """A number in a claim, with what it counts where that is said."""

    span: Span
    kind: Literal["number", "percent", "money", "date", "duration", "ordinal"]
    #: The number itself, its scale worked in (``"2.5 million"`` is 2500000.0); None for dates.
    value: float | None = None
    #: An ISO 4217 code for money, the counted noun or unit otherwise.
    unit: str | None = None
    #: A date in ISO 8601, as exact as the text is (``2024``, ``2024-05``, ``2024-05-02``).
    date: str | None = None


@frozen(kw_only=True)
class Rating:
    """A verdict on a claim (schema.org ``Rating``)."""

    #: In the reviewer's words: ``Mostly false``.
    name: str | None = None
    value: float | None = None
    best: float | None = None
    worst: float | None = None


@frozen(kw_only=True)
class Review:
    """A fact-check of a claim (schema.org ``ClaimReview``)."""

    url: str | None = None
    #: The claim as the reviewer words it.
    claim: str | None = None
    claimant: str | None = None
    claimed: datetime | date | None = None
    #: Addresses where the claim was made.
    appearances: tuple[str, ...] = ()
    reviewer: str | None = None
    reviewer_url: str | None = None
    reviewed: datetime | date | None = None
    rating: Rating | None = None


@frozen(kw_only=True)
class Claim:
    """A statement that can be checked.

    ``article.text[span.start:span.end] == text`` (or of the title, where the span says so). A claim that is known only
    from a fact-check's markup, and not in the words of the article, has no span.
    """

    text: str
    span: Span | None = None
    #: None is the author's own voice.
    attribution: Attribution | None = None
    #: How likely a fact-checker would pick it, 0 to 1; None where nobody scored it.
    score: float | None = None
    #: How likely it states something that can be verified, 0 to 1.
    checkable: float | None = None
    #: What moved the scores, in words, the strongest first.
    reasons: tuple[str, ...] = ()
    hedges: tuple[Span, ...] = ()
    negations: tuple[Span, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    #: Addresses linked from inside the claim: its evidence.
    links: tuple[str, ...] = ()
    review: Review | None = None
