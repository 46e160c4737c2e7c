"""Articles as schema.org's NewsArticle in JSON-LD."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from articlekit.entities import decode
from articlekit.markup import write_blocks
from articlekit.plugin import BLOCKS, FIELDS, MARKS, Article, Holds
from articlekit.schemaorg import claim_review, news_article
from articlekit.unmended import unmended_json
from articlekit_schemaorg.bodies import HTML, read_text

HOLDS: Final = Holds(fields=FIELDS, blocks=BLOCKS, marks=MARKS)
"""What the vocabulary can hold. Of claims only the fact-checks are written; `extra` is not."""

_CONTEXT: Final = "https://schema.org"
_ADDRESSES: Final = frozenset({"url", "image", "appearance"})


def write(articles: Sequence[Article]) -> str:
    """Write one article as an object, any other number of them as a graph."""
    nodes = [_node(article) for article in articles]
    document = {"@context": _CONTEXT, **(nodes[0] if len(nodes) == 1 else {"@graph": nodes})}
    return unmended_json(document) + "\n"


def _node(article: Article) -> dict[str, Any]:
    node: dict[str, Any] = _meant({k: v for k, v in news_article(article).items() if k != "@context"})
    text = _meant(article.text)
    if text:
        node["articleBody"] = text
    if read_text(text).blocks != article.body:
        # What is no plain paragraph has a place in HTML only.
        html = write_blocks(article.body)
        node["encoding"] = {"@type": "MediaObject", "encodingFormat": HTML, "text": html}
    reviews = [claim_review(claim.review, claim.text) for claim in article.claims if claim.review]
    if reviews:
        node["hasPart"] = [_meant({k: v for k, v in review.items() if k != "@context"}) for review in reviews]
    return node


def _meant(value: Any) -> Any:
    """Write a text so that it is read as it is: what looks like a reference of HTML is taken for one everywhere."""
    if isinstance(value, dict):
        return {name: said if name in _ADDRESSES else _meant(said) for name, said in value.items()}
    if isinstance(value, list):
        return [_meant(said) for said in value]
    if isinstance(value, str) and "&" in value and decode(value) != value:
        return value.replace("&", "&amp;")
    return value
