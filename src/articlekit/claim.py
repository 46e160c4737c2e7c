"""A claim: a checkable statement, its exact place, who says it, and what a fact-checker has said of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from attrs import frozen

from articlekit._notebook import claim_html, said_shortly
from articlekit.text_fragment import text_fragment

if TYPE_CHECKING:
    from articlekit.article import Article

_QUOTE_CONTEXT: Final = 32  # characters of `prefix` and `suffix`, as the annotation tools in use write them

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

    def text_in(self, article: Article) -> str:
        """Give the text of an article that this span points into.

        Example:
            >>> from articlekit.article import Article
            >>> span = Span(start=0, end=3, field="title")
            >>> span.of(span.text_in(Article(title="Gas fell")))
            'Gas'
        """
        return (article.title or "") if self.field == "title" else article.text


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


@frozen(kw_only=True, repr=False)
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
    #: Words that negate it; also the cue by which somebody is said to deny it, outside of the claim.
    negations: tuple[Span, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    #: Its evidence: addresses linked from inside the claim, then those from the words that say whose it is.
    links: tuple[str, ...] = ()
    review: Review | None = None

    def deep_link(self, article: Article) -> str | None:
        """Give the address that makes a browser scroll to the claim and highlight its words.

        The text fragment is as short as it can be and still unique in the article's title and text, so it needs the
        article that the claim was found in.

        Returns:
            The article's address with a text fragment; None where the article has no address or the claim no place.

        Example:
            >>> from articlekit.article import Article
            >>> from articlekit.blocks import Paragraph
            >>> body = (Paragraph(text="Oil rose by 3% on Monday. Gas fell."),)
            >>> article = Article(url="https://example.org/oil", body=body)
            >>> Claim(text="Gas fell.", span=Span(start=26, end=35)).deep_link(article)
            'https://example.org/oil#:~:text=Gas,fell.'
        """
        if self.span is None or not article.url:
            return None
        title = article.title or ""
        shown = f"{title}\n\n{article.text}"
        shift = 0 if self.span.field == "title" else len(title) + 2
        within = (shift, len(shown) if shift else len(title))
        directive = text_fragment(shown, self.span.start + shift, self.span.end + shift, within=within)
        address, _, fragment = article.url.partition("#")
        # Behind ``:~:`` stand directives for the browser, in front of it the page's own fragment.
        return f"{address}#{fragment.partition(':~:')[0]}:~:text={directive}"

    def selectors(self, article: Article) -> tuple[dict[str, str | int], ...]:
        """Give the claim's place as W3C Web Annotation selectors, ready to be written as JSON.

        Returns:
            A ``TextQuoteSelector`` and, for a claim in the text, a ``TextPositionSelector`` whose code point offsets
            are those of `Article.text`; nothing for a claim without a place.
        """
        if self.span is None:
            return ()
        start, end = self.span.start, self.span.end
        text = self.span.text_in(article)
        quoted: dict[str, str | int] = {
            "type": "TextQuoteSelector",
            "exact": self.span.of(text),
            "prefix": text[max(0, start - _QUOTE_CONTEXT) : start],
            "suffix": text[end : end + _QUOTE_CONTEXT],
        }
        if self.span.field == "title":
            return (quoted,)
        return quoted, {"type": "TextPositionSelector", "start": start, "end": end}

    def __repr__(self) -> str:
        """Show what is set."""
        return said_shortly(self)

    def _repr_html_(self) -> str:
        """Show the claim in a notebook, safely: as text only."""
        return claim_html(self)
