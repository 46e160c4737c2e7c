"""Fact-checks as JSON-LD has them, with the liberties that are taken."""

import json
from datetime import date

import pytest

from articlekit.article import Json
from articlekit.claim import Rating, Review
from articlekit.schemaorg import read_claims, read_graph

TEXT = "The moon is made of cheese."


def review_of(**said: Json) -> Review | None:
    """Read the one claim of a document; give its review."""
    (claim,) = read_claims(read_graph([json.dumps(said)]))
    assert claim.text == TEXT
    return claim.review


def test_a_review_in_its_claim_need_not_say_what_it_is_of() -> None:
    review = {"@type": "ClaimReview", "url": "https://a.example/1", "author": "The Checkers", "reviewRating": "False"}
    found = review_of(**{"@type": "Claim", "text": TEXT, "datePublished": "2024-05-01", "review": review})
    assert found == Review(
        url="https://a.example/1",
        claim=TEXT,
        claimed=date(2024, 5, 1),
        reviewer="The Checkers",
        rating=Rating(name="False"),
    )


def test_all_who_made_a_claim_are_named() -> None:
    authors: Json = [{"@type": "Person", "name": "Abe Grand"}, "Friends of Cheese", {"name": "Abe Grand"}]
    found = review_of(**{"@type": "ClaimReview", "claimReviewed": TEXT, "itemReviewed": {"author": authors}})
    assert found is not None
    assert found.claimant == "Abe Grand, Friends of Cheese"


@pytest.mark.parametrize(
    ("value", "rating"),
    [("2,5", Rating(value=2.5, best=5)), ("Half true", Rating(name="Half true", best=5)), (True, None), ("", None)],
)
def test_ratings_are_numbers_in_any_writing_or_words(value: Json, rating: Rating | None) -> None:
    said: Json = {"@type": "Rating", "ratingValue": value, "bestRating": "5"}
    found = review_of(**{"@type": "ClaimReview", "claimReviewed": TEXT, "reviewRating": said})
    assert found is not None
    assert found.rating == rating
