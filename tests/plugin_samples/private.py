"""Imports what is none of its business."""

from collections.abc import Iterator

from articlekit._parse import formats  # noqa: F401
from articlekit.plugin import Article, Source


def parse_privately(source: Source) -> Iterator[Article]:
    """Read as one should."""
    from breaches.sound import parse

    return parse(source)
