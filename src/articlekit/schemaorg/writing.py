"""Articles and fact-checks as schema.org describes them, in JSON-LD."""

from __future__ import annotations

from articlekit.article import Article, Author, Moment, Site
from articlekit.claim import Rating, Review

Data = dict[str, object]


def news_article(article: Article) -> Data:
    """Make a NewsArticle (https://schema.org/NewsArticle)."""
    return _present(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "identifier": article.id,
            "url": article.url,
            "headline": article.title,
            "alternativeHeadline": article.subtitle,
            "description": article.summary,
            "author": [_author(author) for author in article.authors],
            "datePublished": iso(article.published),
            "dateModified": iso(article.modified),
            "inLanguage": article.language,
            "publisher": _publisher(article.site) if article.site else None,
            "articleSection": list(article.categories),
            "keywords": list(article.tags),
            "image": article.image,
            "license": article.license,
        }
    )


def claim_review(review: Review, claim: str) -> Data:
    """Make a ClaimReview (https://schema.org/ClaimReview) of a claim, in its own words if the reviewer has none."""
    reviewed: Data = {
        "@type": "Claim",
        "author": _present({"name": review.claimant}),
        "datePublished": iso(review.claimed),
        "appearance": list(review.appearances),
    }
    return _present(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "url": review.url,
            "claimReviewed": review.claim or claim,
            "author": _present({"name": review.reviewer, "url": review.reviewer_url}),
            "datePublished": iso(review.reviewed),
            "itemReviewed": _present(reviewed),
            "reviewRating": _rating(review.rating) if review.rating else None,
        }
    )


def iso(moment: Moment | None) -> str | None:
    """Write a date or time in ISO 8601, as exact as it is."""
    return moment.isoformat() if moment is not None else None


def _author(author: Author) -> Data:
    return _present({"@type": author.kind, "name": author.name, "url": author.url})


def _publisher(site: Site) -> Data:
    return _present({"@type": "Organization", "name": site.name, "url": site.url})


def _rating(rating: Rating) -> Data:
    return _present(
        {
            "@type": "Rating",
            "alternateName": rating.name,
            "ratingValue": rating.value,
            "bestRating": rating.best,
            "worstRating": rating.worst,
        }
    )


def _present(data: Data) -> Data:
    return {key: value for key, value in data.items() if value not in (None, [], {})}
