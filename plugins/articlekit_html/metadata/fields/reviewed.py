"""Claims and what was found of them: ClaimReview in JSON-LD, and in the elements that show it (microdata, RDFa)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from attrs import evolve

from articlekit.article import Json
from articlekit.markup import Element
from articlekit.plugin import Claim
from articlekit.schemaorg import REVIEWED_CLAIM, Graph, read_claims
from articlekit_html.metadata.days.dates import read_moment
from articlekit_html.metadata.fields.written_as_html import read_as_text
from articlekit_html.metadata.page.page import Page
from articlekit_html.metadata.page.text import whole_text_of

_WORDS: Final = frozenset(("claimReviewed", "schema:claimReviewed"))
_DEPTH: Final = 4
"""A review holds the claim, that holds its author, whose address is an item of its own; …"""
_MOST: Final = 500
"""… in so many elements at most."""
_SEVERAL: Final = frozenset(("appearance", "author", "firstAppearance"))
"""What a claim may have several of; of all else the first is meant, and shown again."""
_ADDRESSES: Final = ("href", "src")


def claims_of(page: Page) -> tuple[Claim, ...]:
    """Read the claims that a page's markup names, those that its scripts name first; they have no span."""
    return tuple(_as_shown(page, claim) for claim in _claims(page))


def _as_shown(page: Page, claim: Claim) -> Claim:
    """Give a claim in one line, without HTML, and with whole addresses, as a browser would show it."""
    review = claim.review and evolve(
        claim.review,
        url=page.absolute(claim.review.url),
        claim=_in_words(claim.review.claim),
        claimant=_in_words(claim.review.claimant),
        rating=claim.review.rating and evolve(claim.review.rating, name=_in_words(claim.review.rating.name)),
    )
    return evolve(claim, text=_in_words(claim.text) or claim.text, review=review)


def _in_words(said: str | None) -> str | None:
    return read_as_text(said) if said else said


def _claims(page: Page) -> tuple[Claim, ...]:
    claims = read_claims(page.graph, read_moment)
    if _WORDS.isdisjoint(page.properties):
        return claims
    shown = Graph(nodes=(), blocks=tuple(_object(page, element) for element in _reviews(page.root)), repairs={})
    known = {_in_words(claim.text) for claim in claims}
    return claims + tuple(claim for claim in read_claims(shown, read_moment) if _in_words(claim.text) not in known)


def _reviews(root: Element) -> Iterator[Element]:
    return (element for element in root.iter("*") if REVIEWED_CLAIM in _kind(element))


def _kind(element: Element) -> str:
    return element.get("itemtype") or element.get("typeof") or ""


def _object(page: Page, item: Element, depth: int = 0) -> dict[str, Json]:
    """Give an item as JSON-LD says it (microdata to JSON: HTML Standard 5.4)."""
    said: dict[str, Json] = {"@type": _kind(item)}
    for name, element in islice(_properties(item), _MOST):
        if not (_kind(element) or element.get("itemscope") is not None):
            value: Json = _value(page, element)
        elif depth < _DEPTH:
            value = _object(page, element, depth + 1)
        else:
            continue
        before = said.setdefault(name, value)
        if before is not value and name in _SEVERAL:
            said[name] = [*(before if isinstance(before, list) else [before]), value]
    return said


def _properties(item: Element) -> Iterator[tuple[str, Element]]:
    """Give the elements that hold the properties of an item, and not of one in it."""
    waiting = [*reversed(item)]
    while waiting:
        element = waiting.pop()
        names = (element.get("itemprop") or element.get("property") or "").split()
        yield from ((name.removeprefix("schema:"), element) for name in names)
        if not _kind(element):
            waiting.extend(reversed(element))


def _value(page: Page, element: Element) -> str:
    said = element.get("content") or element.get("datetime")
    address = next(filter(None, map(element.get, _ADDRESSES)), None)
    return said or page.absolute(address) or " ".join(whole_text_of(element).split())
