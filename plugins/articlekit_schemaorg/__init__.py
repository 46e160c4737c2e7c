"""Saved JSON-LD of schema.org: articles of every type and fact-checks, whole or broken."""

from __future__ import annotations

from articlekit.plugin import Parser, Writer, hookimpl
from articlekit_schemaorg import documents, reading, writing

__all__ = ["articlekit_parsers", "articlekit_writers"]


@hookimpl
def articlekit_parsers() -> list[Parser]:
    """Bring the parser of JSON-LD."""
    return [
        Parser(
            format="schemaorg",
            summary="Articles and ClaimReviews of schema.org in JSON-LD",
            sniff=documents.sniff,
            parse=reading.parse,
            media_types=("application/ld+json",),
            extensions=(".jsonld", ".json"),
        )
    ]


@hookimpl
def articlekit_writers() -> list[Writer]:
    """Bring the writer of JSON-LD."""
    return [
        Writer(
            format="schemaorg",
            summary="NewsArticle of schema.org in JSON-LD, with its ClaimReviews",
            write=writing.write,
            holds=writing.HOLDS,
            media_type="application/ld+json",
            extension=".jsonld",
        )
    ]
