"""What holds of any claim in any article, as `articlekit.testing` draws them."""

from urllib.parse import unquote

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import articlekit
from articlekit import Article, Claim
from articlekit.testing import articles, claims

pytestmark = pytest.mark.slow
some = settings(max_examples=40)
drawn = articles().flatmap(lambda article: st.tuples(st.just(article), claims(article)))


@some
@given(drawn)
def test_a_claim_stands_where_its_span_says(drawn: tuple[Article, Claim]) -> None:
    article, claim = drawn
    if claim.span:
        assert claim.span.of((article.title or "") if claim.span.field == "title" else article.text) == claim.text
        assert claim.selectors(article)[0]["exact"] == claim.text


@some
@given(drawn)
def test_claims_are_written_and_read_again(drawn: tuple[Article, Claim]) -> None:
    article = evolve(drawn[0], claims=drawn[1:])
    assert articlekit.parse(articlekit.write(article, "json"), format="json").claims == article.claims


@some
@given(drawn)
def test_a_link_to_a_claim_can_be_decoded(drawn: tuple[Article, Claim]) -> None:
    article, claim = drawn
    link = claim.deep_link(article)
    assert (link is None) == (claim.span is None or not article.url)
    if link:
        assert link.isascii()
        unquote(link, errors="strict")
