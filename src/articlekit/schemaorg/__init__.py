"""Articles and fact-checks as schema.org names them, in JSON-LD: what pages, saved documents and writers share.

``blocks of JSON-LD ──▶ graph (terms: its names as they are usual) ──▶ reviews``, and `writing` for the way back.

Example:
    >>> graph = read_graph(['{"@type": "ClaimReview", "claimReviewed": "Oil is dear."}'])
    >>> read_claims(graph)[0].text
    'Oil is dear.'
"""

from articlekit.schemaorg.graph import (
    REVIEWED_CLAIM,
    Graph,
    Node,
    is_article,
    kinds_of,
    read_graph,
    string_of,
    strings_of,
)
from articlekit.schemaorg.reviews import read_claim, read_claims
from articlekit.schemaorg.writing import claim_review, iso, news_article

__all__ = [
    "REVIEWED_CLAIM",
    "Graph",
    "Node",
    "claim_review",
    "is_article",
    "iso",
    "kinds_of",
    "news_article",
    "read_claim",
    "read_claims",
    "read_graph",
    "string_of",
    "strings_of",
]
