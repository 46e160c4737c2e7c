"""The conformance kit for claim finders: subclass `ClaimFinderConformance` and name your finder.

::

    from articlekit.testing import ClaimFinderConformance

    class TestNumbers(ClaimFinderConformance):
        finder = "numbers"
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import ClassVar

from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articlekit._registry import Provided, named, registry
from articlekit.article import Article
from articlekit.blocks import Paragraph
from articlekit.claim import Claim, Review
from articlekit.plugin import BLOCKS, MARKS, ClaimFinder, Holds
from articlekit.testing.article_laws import spans_slice
from articlekit.testing.laws import Broken
from articlekit.testing.strategies import articles, texts

_SENTENCES = (
    "The council spent $2.5 million on 400 homes in 2016.",
    "“We have won,” the mayor said on Monday.",
    "According to the report, prices rose by 3%.",
    "It may rain, and nobody knows whether it will.",
    "Who would have thought so?",
)
_QUIET = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.differing_executors)
_HOLDS = Holds(fields=frozenset({"title", "url", "authors", "language", "body"}), blocks=BLOCKS, marks=MARKS)


@st.composite
def _prose(draw: st.DrawFn) -> Article:
    """Draw articles with sentences such as news have, among texts of any kind."""
    lines = draw(st.lists(st.sampled_from(_SENTENCES) | texts(), min_size=1, max_size=6))
    title = draw(st.none() | st.sampled_from(_SENTENCES) | texts())
    return Article(title=title, body=tuple(Paragraph(text=line) for line in lines))


class ClaimFinderConformance:
    """Every law that a claim finder keeps."""

    #: The finder's name; ``name@distribution`` picks one of several.
    finder: ClassVar[str]

    def test_plugin_is_installed(self) -> None:
        """The plugin is found by its entry point and loads without a problem."""
        found = self._finder()
        problems = [str(p) for p in registry().problems if p.distribution == found.distribution]
        assert not problems, "\n".join(problems)

    @given(_prose() | articles(_HOLDS))
    @settings(deadline=None, suppress_health_check=_QUIET)
    def test_any_article_gets_claims_that_slice(self, article: Article) -> None:
        """Any article comes back with claims whose spans slice to their words, and otherwise as it was."""
        spans_slice(_found(self._finder(), article), _shown(article))

    @given(_prose())
    @settings(deadline=None, suppress_health_check=_QUIET)
    def test_the_same_article_gets_the_same_claims(self, article: Article) -> None:
        """Finding twice gives equal claims."""
        if _found(self._finder(), article) != _found(self._finder(), article):
            advice = "Keep no state; do not let sets, clocks or randomness into a claim"
            raise Broken("same article, same claims", repr(article), "two findings differ", advice)

    def test_reviews_are_kept(self) -> None:
        """What a fact-checker has said of a claim is there afterwards, on the claim or on one without a place."""
        review = Review(url="https://check.example/1", claim="Prices rose by 30%.", claimant="the mayor")
        body = tuple(Paragraph(text=sentence) for sentence in _SENTENCES)
        article = Article(body=body, claims=(Claim(text="Prices rose by 30%.", review=review),))
        if review not in [claim.review for claim in _found(self._finder(), article).claims]:
            advice = "Begin with the claims that the article has"
            raise Broken("reviews are kept", repr(article), "the review is gone", advice)

    def test_threads_do_not_disturb_each_other(self) -> None:
        """Finding in eight threads at once gives what finding in one gives."""
        finder = self._finder()
        several = [Article(body=(Paragraph(text=sentence),)) for sentence in _SENTENCES] * 4
        with ThreadPoolExecutor(max_workers=8) as pool:
            together = list(pool.map(lambda article: _found(finder, article), several))
        for article, found in zip(several, together, strict=True):
            if found != _found(finder, article):
                advice = "Share nothing that changes between calls"
                raise Broken("safe in threads", repr(article), "it is found otherwise beside other threads", advice)

    def _finder(self) -> Provided[ClaimFinder]:
        found = named(registry().claim_finders, self.finder)
        if found is None:
            raise LookupError(f"no installed plugin brings a claim finder {self.finder!r}")
        return found


def _found(finder: Provided[ClaimFinder], article: Article) -> Article:
    law = "any article comes back with its claims"
    try:
        found = finder.it.find(article)
    except Exception as broken:
        what = f"{type(broken).__name__}: {broken}"
        raise Broken(
            law, repr(article), what, "Give back the article as it is where there is nothing to find"
        ) from broken
    if not isinstance(found, Article):
        raise Broken(law, repr(article), f"it gives {found!r}", "Give back attrs.evolve(article, claims=…)")
    # What could not be judged may be said in a diagnostic.
    if evolve(found, claims=article.claims, diagnostics=article.diagnostics) != article:
        raise Broken(
            law, repr(article), "something else of it has changed", "Change nothing but claims and diagnostics"
        )
    return found


def _shown(article: Article) -> bytes:
    return article.text.encode("utf-8", "surrogatepass")
