"""Claims and what was found of them: ClaimReview in JSON-LD, and in the elements that show it (microdata, RDFa)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from articlekit.article import Json
from articlekit.markup import Element
from articlekit.plugin import Claim
from articlekit.schemaorg import REVIEWED_CLAIM, Graph, read_claims
from articlekit_html.metadata.days.dates import read_moment
from articlekit_html.metadata.page.page import Page
from articlekit_html.metadata.page.text import whole_text_of

_WORDS: Final = frozenset(("claimReviewed", "schema:claimReviewed"))
_DEPTH: Final = 4
"""A review holds the claim, that holds its author, whose address is an item of its own; …"""
_MOST: Final = 500
"""… in so many elements at most."""
_ADDRESSES: Final = ("href", "src")


def claims_of(page: Page) -> tuple[Claim, ...]:
    """Read the claims that a page's markup names, those that its scripts name first; they have no span."""
    claims = read_claims(page.graph, read_moment)
    if _WORDS.isdisjoint(page.properties):
        return claims
    shown = Graph(nodes=(), blocks=tuple(map(_object, _reviews(page.root))), repairs={})
    known = {claim.text for claim in claims}
    return claims + tuple(claim for claim in read_claims(shown, read_moment) if claim.text not in known)


def _reviews(root: Element) -> Iterator[Element]:
    return (element for element in root.iter("*") if REVIEWED_CLAIM in _kind(element))


def _kind(element: Element) -> str:
    return element.get("itemtype") or element.get("typeof") or ""


def _object(item: Element, depth: int = 0) -> dict[str, Json]:
    """Give an item as JSON-LD says it (microdata to JSON: HTML Standard 5.4)."""
    said: dict[str, Json] = {"@type": _kind(item)}
    for name, element in islice(_properties(item), _MOST):
        if not (_kind(element) or element.get("itemscope") is not None):
            said.setdefault(name, _value(element))
        elif depth < _DEPTH:
            said.setdefault(name, _object(element, depth + 1))
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


def _value(element: Element) -> str:
    said = element.get("content") or element.get("datetime")
    address = next(filter(None, map(element.get, _ADDRESSES)), None)
    return said or address or " ".join(whole_text_of(element).split())
