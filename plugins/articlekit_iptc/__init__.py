"""Formats of the news agencies, as the IPTC publishes them (https://iptc.org/standards/): ninjs, NITF, NewsML-G2."""

from __future__ import annotations

from articlekit.plugin import Parser, hookimpl
from articlekit_iptc import newsml, ninjs, nitf

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
        ),
        Parser(
            format="nitf",
            summary="NITF 3, articles in XML",
            sniff=nitf.sniff,
            parse=nitf.parse,
            media_types=("application/nitf+xml",),
            extensions=(".xml", ".nitf"),
        ),
        Parser(
            format="newsmlg2",
            summary="NewsML-G2, news items with NITF, XHTML or plain text inside",
            sniff=newsml.sniff,
            parse=newsml.parse,
            media_types=("application/vnd.iptc.g2.newsitem+xml", "application/vnd.iptc.g2.newsmessage+xml"),
            extensions=(".xml",),
        ),
    ]
