"""Fact-checks that the elements of a page mark, as microdata or RDFa."""

import json

import pytest

from articlekit.plugin import Rating
from plugins.html.metadata.pages import data, read

MICRODATA = """<h1>Is the moon of cheese?</h1>
  <div itemscope itemtype="http://schema.org/ClaimReview"><meta itemprop="datePublished" content="2024-05-02">
    <p>Said on Monday: <q itemprop="claimReviewed">The moon is  cheese</q></p>
    <div itemprop="author" itemscope itemtype="http://schema.org/Organization">
      <a itemprop="url" href="https://check.example/"><span itemprop="name">The Checkers</span></a></div>
    <div itemprop="itemReviewed" itemscope itemtype="http://schema.org/CreativeWork">
      <div itemprop="author" itemscope itemtype="http://schema.org/Person"><b itemprop="name">Abe Grand</b></div></div>
    <div itemprop="reviewRating" itemscope itemtype="http://schema.org/Rating">
      <meta itemprop="ratingValue" content="1"><b itemprop="alternateName">False</b></div></div>
  <p>It is not.</p>"""
RDFA = (
    MICRODATA.replace("itemscope itemtype", "typeof")
    .replace("itemprop=", "property=")
    .replace("http://schema.org/", "")
)


@pytest.mark.parametrize("body", [MICRODATA, RDFA], ids=["microdata", "rdfa"])
def test_a_fact_check_that_is_shown(body: str) -> None:
    (claim,) = read(body=body).claims

    assert claim.text == "The moon is cheese"
    assert claim.review is not None
    assert (claim.review.claimant, claim.review.reviewer) == ("Abe Grand", "The Checkers")
    assert claim.review.reviewer_url == "https://check.example/"
    assert claim.review.rating == Rating(name="False", value=1.0)
    assert str(claim.review.reviewed) == "2024-05-02"


def test_what_scripts_say_of_the_same_claim_goes_before() -> None:
    script = data('{"@type": "ClaimReview", "claimReviewed": "The moon is cheese", "reviewRating": "Mostly false"}')
    (claim,) = read(script, MICRODATA).claims

    assert claim.review is not None
    assert claim.review.rating == Rating(name="Mostly false")


def test_who_made_the_claim_is_not_the_author() -> None:
    assert "Abe Grand" not in [author.name for author in read(body=MICRODATA).authors]


def test_a_claim_has_all_places_where_it_was_made_with_whole_addresses() -> None:
    places = '<a itemprop="appearance" href="/talk">there</a><a itemprop="appearance" href="https://b.example/">and</a>'
    (claim,) = read(
        body=MICRODATA.replace(
            '<div itemprop="author" itemscope itemtype="http://schema.org/Person">',
            f'{places}<div itemprop="author" itemscope itemtype="http://schema.org/Person">',
        )
    ).claims
    assert claim.review is not None
    assert claim.review.appearances == ("https://news.example/talk", "https://b.example/")


def test_claims_of_scripts_are_in_words_as_those_that_are_shown() -> None:
    review = {
        "@type": "ClaimReview",
        "claimReviewed": "<p>The moon\nis <em>cheese</em>.</p>",
        "reviewRating": {"@type": "Rating", "alternateName": "<b>False</b> &ndash; made up"},
    }
    (claim,) = read(data(json.dumps(review))).claims
    assert claim.text == "The moon is cheese."
    assert claim.review is not None
    assert claim.review.claim == claim.text
    assert claim.review.rating == Rating(name="False – made up")
