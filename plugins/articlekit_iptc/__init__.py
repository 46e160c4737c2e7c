"""Formats of the news agencies, as the IPTC publishes them (https://iptc.org/standards/): ninjs."""

from __future__ import annotations

from articlekit.plugin import Parser, hookimpl
from articlekit_iptc import ninjs

__all__ = ["articlekit_parsers"]


@hookimpl
def articlekit_parsers() -> list[Parser]:
    """Bring the parsers of the IPTC's formats."""
    return [
        Parser(
            format="ninjs",
            summary="ninjs 1 to 3, news items in JSON",
            sniff=ninjs.sniff,
            parse=ninjs.parse,
            media_types=("application/vnd.iptc.g2.ninjs+json",),
            extensions=(".json",),
        )
    ]
