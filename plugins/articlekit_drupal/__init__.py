"""Drupal: what its JSON:API answers."""

from __future__ import annotations

from articlekit.plugin import Parser, hookimpl
from articlekit_drupal.reading import parse, sniff

__all__ = ["articlekit_parsers"]


@hookimpl
def articlekit_parsers() -> list[Parser]:
    """Bring the parser of Drupal's answers."""
    return [
        Parser(
            format="drupal",
            summary="Drupal's JSON:API: nodes one by one and in collections, with what is included",
            sniff=sniff,
            parse=parse,
            media_types=("application/vnd.api+json",),
            extensions=(".json",),
        )
    ]
