"""Blocks of JSON-LD as they are found in pages."""

import pytest

from articlekit.plugin import Author, Rating
from plugins.html.metadata.pages import data, read

SOUND = '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Ada Lovelace"}}'


def test_a_broken_block_costs_no_sound_one_and_never_goes_before_it() -> None:
    broken = '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Not Me"},}'
    said = read(data("{{{") + data(broken) + data(SOUND))

    assert [author.name for author in said.authors] == ["Ada Lovelace"]
    assert [note.code for note in said.diagnostics] == ["json.invalid", "json.invalid"]


@pytest.mark.parametrize("wrapped", ["<![CDATA[\n{}\n]]>", "//<![CDATA[\n{};\n//]]>", "<!--\n{}\n-->"])
def test_what_hides_a_script_is_no_damage(wrapped: str) -> None:
    said = read(data(wrapped.format(SOUND)))
    assert said.title == read(data(SOUND)).title
    assert said.diagnostics == ()


def test_a_broken_block_alone_is_read() -> None:
    said = read(data(SOUND.replace("}}", "},}")))

    assert [author.name for author in said.authors] == ["Ada Lovelace"]


def test_of_several_articles_the_one_of_the_title_is_taken() -> None:
    head = data(
        '[{"@type": "Article", "headline": "Another", "articleSection": "A"},'
        '{"@type": "Article", "headline": "Oil &amp; gas", "articleSection": "B"}]'
    )

    assert read("<title>Oil & gas | Paper</title>" + head).categories == ("B",)


def test_of_who_is_named_twice_all_is_kept() -> None:
    named = (
        '{"@type": "Article", "author": ["Ada Lovelace", {"@type": "Person", "name": "Ada Lovelace", "url": "/ada"}]}'
    )
    assert read(data(named)).authors == (Author(name="Ada Lovelace", url="https://news.example/ada", kind="Person"),)


REVIEW = """{"@context": "https://schema.org", "@type": "ClaimReview", "url": "https://check.example/1",
  "datePublished": "2024-05-02", "claimReviewed": "The moon is cheese",
  "author": {"@type": "Organization", "name": "The Checkers", "url": "https://check.example/"},
  "reviewRating": {"@type": "Rating", "ratingValue": "1", "bestRating": 5, "worstRating": 1, "alternateName": "False"},
  "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": "A. Grand"}, "datePublished": "2024-04-30",
    "appearance": [{"@type": "CreativeWork", "url": "https://post.example/9"}]},}"""


def test_a_claim_review_even_a_damaged_one_becomes_a_claim() -> None:
    said = read(data(REVIEW))
    (claim,) = said.claims

    assert (claim.text, claim.span) == ("The moon is cheese", None)
    assert claim.review is not None
    assert (claim.review.claimant, claim.review.reviewer) == ("A. Grand", "The Checkers")
    assert claim.review.rating == Rating(name="False", value=1.0, best=5.0, worst=1.0)
    assert claim.review.appearances == ("https://post.example/9",)
    assert (str(claim.review.claimed), str(claim.review.reviewed)) == ("2024-04-30", "2024-05-02")
    assert said.authors == ()


@pytest.mark.parametrize(
    "holder",
    [
        '{"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "position": 1, "item": %s}]}',
        '{"@type": "NewsArticle", "headline": "What was said", "review": [%s]}',
    ],
)
def test_claim_reviews_in_what_holds_them(holder: str) -> None:
    (claim,) = read(data(holder % REVIEW.replace("},}", "}}"))).claims

    assert claim.text == "The moon is cheese"
    assert claim.review is not None


def test_a_claim_without_a_review() -> None:
    (claim,) = read(data('{"@type": "Claim", "text": "The moon is cheese"}')).claims

    assert (claim.text, claim.review) == ("The moon is cheese", None)


@pytest.mark.parametrize("odd", ["1", "null", '"x"', "[[[]]]", '{"@type": 7}', '{"@graph": {"@type": ["Article", 3]}}'])
def test_odd_shapes(odd: str) -> None:
    assert read(data(odd)).authors == ()


def test_references_in_a_circle() -> None:
    circle = (
        '{"@graph": [{"@type": "Article", "@id": "#a", "author": {"@id": "#b"}}, {"@id": "#b", "name": {"@id": "#b"}}]}'
    )

    assert len(read(data(circle)).authors) <= 1
