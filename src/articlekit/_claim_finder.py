"""The claim finder that articlekit brings, through the door that every plugin uses."""

from __future__ import annotations

from articlekit.plugin import Article, ClaimFinder, hookimpl


def find_claims(article: Article) -> Article:
    """Find the claims of an article, as `articlekit.claims.find_claims` does."""
    from articlekit import claims  # when they are looked for

    return claims.find_claims(article)


@hookimpl
def articlekit_claim_finders() -> list[ClaimFinder]:
    """Bring the finder of English sentences and quotations."""
    summary = "English sentences and quotations, scored by two small linear models; offline"
    return [ClaimFinder(name="articlekit", summary=summary, find=find_claims)]
