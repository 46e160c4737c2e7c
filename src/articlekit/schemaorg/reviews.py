"""ClaimReview and Claim in JSON-LD: what has been checked, and the verdict (schema.org ``ClaimReview``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from articlekit import moments
from articlekit.article import Json, Moment
from articlekit.claim import Claim, Rating, Review
from articlekit.schemaorg.graph import REVIEWED_CLAIM, Graph, Node, Object, kinds_of, string_of

ReadMoment: TypeAlias = Callable[[str], Moment | None]
"""How dates are read: those that people write too, where it is worth it."""


def read_claims(graph: Graph, read_moment: ReadMoment = moments.read_moment) -> tuple[Claim, ...]:
    """Read the claims that the markup names; they have no span."""
    claims = [_of_review(graph, data, read_moment) for data in graph.reviews]
    known = {claim.text for claim in claims if claim}
    claims += [read_claim(graph, node, read_moment) for node in graph.of_kind("Claim")]
    named = [claim for claim in claims if claim]
    return tuple(dict.fromkeys(claim for claim in named if claim.review or claim.text not in known))


def read_claim(graph: Graph, node: Node, read_moment: ReadMoment = moments.read_moment) -> Claim | None:
    """Read the claim that a ClaimReview or a Claim names; None where it has no words."""
    of = _of_review if REVIEWED_CLAIM in node.kinds else _of_claim
    return of(graph, node.data, read_moment)


def _of_review(graph: Graph, data: Object, read_moment: ReadMoment) -> Claim | None:
    subject = _one(graph, data.get("itemReviewed"))
    item = subject if isinstance(subject, dict) else {}
    text = string_of(data.get("claimReviewed")) or _words(item)
    if text is None:
        return None
    reviewer = _one(graph, data.get("author") or data.get("publisher"))
    # Before 2018 the thing reviewed was the work the claim was made in; since then it is a Claim.
    review = Review(
        url=_address(data.get("url")) or _address(data.get("mainEntityOfPage")),
        claim=text,
        claimant=_names(graph, item.get("author")) or _name_of_work(item),
        claimed=_moment(item.get("datePublished"), read_moment),
        appearances=tuple(_appearances(graph, item)),
        reviewer=string_of(reviewer),
        reviewer_url=_address(reviewer.get("url")) if isinstance(reviewer, dict) else None,
        reviewed=_moment(data.get("datePublished"), read_moment),
        rating=_rating(_one(graph, data.get("reviewRating"))),
    )
    return Claim(text=text, review=review)


def _of_claim(graph: Graph, data: Object, read_moment: ReadMoment) -> Claim | None:
    text = _words(data)
    if text is None:
        return None
    said = _one(graph, data.get("review"))
    if isinstance(said, dict) and REVIEWED_CLAIM in kinds_of(said) and not said.get("claimReviewed"):
        # A review within its claim need not say what it is of.
        return _of_review(graph, {**said, "claimReviewed": text, "itemReviewed": dict(data)}, read_moment)
    ratings = (data.get("reviewRating"), data.get("claimRating"))
    rating = next((r for said in ratings if (r := _rating(_one(graph, said)))), None)
    claimant = _names(graph, data.get("author"))
    appearances = tuple(_appearances(graph, data))
    claimed = _moment(data.get("datePublished"), read_moment)
    if not (rating or claimant or appearances or claimed):
        return Claim(text=text)
    return Claim(
        text=text,
        review=Review(claim=text, claimant=claimant, claimed=claimed, appearances=appearances, rating=rating),
    )


def _names(graph: Graph, said: Json) -> str | None:
    """Give the names of all who made a claim: it is often one of a person and of whom that speaks for."""
    several = said if isinstance(said, list) else [said]
    names = dict.fromkeys(name for each in several if (name := string_of(graph.resolve(each))))
    return ", ".join(names) or None


def _words(data: Object) -> str | None:
    return next((said for key in ("text", "name", "description") if (said := string_of(data.get(key)))), None)


def _name_of_work(item: Object) -> str | None:
    kinds = kinds_of(item)
    return string_of(item.get("name")) if "Person" in kinds or "Organization" in kinds else None


def _appearances(graph: Graph, item: Object) -> Iterator[str]:
    seen: set[str] = set()
    for key in ("firstAppearance", "appearance", "url", "sameAs"):
        said = item.get(key)
        for work in said if isinstance(said, list) else [said]:
            address = _address(graph.resolve(work))
            if address and address not in seen:
                seen.add(address)
                yield address


def _rating(said: Json) -> Rating | None:
    if isinstance(said, str):
        return Rating(name=said.strip()) if said.strip() else None
    if not isinstance(said, dict):
        return None
    name = (
        string_of(said.get("alternateName")) or string_of(said.get("ratingExplanation")) or string_of(said.get("name"))
    )
    value, best, worst = (_number(said.get(key)) for key in ("ratingValue", "bestRating", "worstRating"))
    if name is None and value is None:
        name = string_of(said.get("ratingValue"))
    # "-1" of "-1" is how reviewers say that the number means nothing.
    if name is None and value is None:
        return None
    return Rating(name=name, value=value, best=best, worst=worst)


def _number(said: Json) -> float | None:
    if isinstance(said, bool) or not isinstance(said, int | float | str):
        return None
    try:
        number = float(said.replace(",", ".") if isinstance(said, str) else said)
    except (ValueError, OverflowError):
        return None
    return number if abs(number) < 1e9 else None


def _moment(said: Json, read_moment: ReadMoment) -> Moment | None:
    text = string_of(said)
    return read_moment(text) if text else None


def _address(said: Json) -> str | None:
    value = _first(said)
    if isinstance(value, dict):
        value = value.get("url") or value.get("@id")
    text = _first(value)
    return text.strip() if isinstance(text, str) and text.strip().startswith(("http://", "https://")) else None


def _one(graph: Graph, said: Json) -> Json:
    """Give the first of several, and what it stands for where it is a reference."""
    return _first(graph.resolve(_first(said)))


def _first(said: Json) -> Json:
    return said[0] if isinstance(said, list) and said else None if isinstance(said, list) else said
