"""For authors of plugins: the conformance kit and Hypothesis strategies. Needs ``articlekit[testing]``."""

from articlekit.testing.conformance import ParserConformance
from articlekit.testing.finding import ClaimFinderConformance
from articlekit.testing.laws import Broken
from articlekit.testing.strategies import (
    EVERYTHING,
    addresses,
    articles,
    authors,
    blocks,
    bodies,
    claims,
    damaged,
    html_fragments,
    moments,
    paragraphs,
    texts,
)

__all__ = [
    "EVERYTHING",
    "Broken",
    "ClaimFinderConformance",
    "ParserConformance",
    "addresses",
    "articles",
    "authors",
    "blocks",
    "bodies",
    "claims",
    "damaged",
    "html_fragments",
    "moments",
    "paragraphs",
    "texts",
]
