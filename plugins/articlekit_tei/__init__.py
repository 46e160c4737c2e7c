"""TEI: articles as corpora of texts hold them, read and written."""

from __future__ import annotations

from articlekit.plugin import Parser, Writer, hookimpl
from articlekit_tei import reading, writing

__all__ = ["articlekit_parsers", "articlekit_writers"]


@hookimpl
def articlekit_parsers() -> list[Parser]:
    """Bring the parser of TEI documents."""
    return [
        Parser(
            format="tei",
            summary="TEI P5 and P4: single texts and corpora",
            sniff=reading.sniff,
            parse=reading.parse,
            media_types=("application/tei+xml",),
            extensions=(".xml", ".tei"),
        )
    ]


@hookimpl
def articlekit_writers() -> list[Writer]:
    """Bring the writer of TEI documents."""
    return [
        Writer(
            format="tei",
            summary="TEI P5, one text or a corpus of several",
            write=writing.write,
            holds=writing.HOLDS,
            media_type="application/tei+xml",
            extension=".xml",
        )
    ]
