"""Tables for spreadsheets and data frames: articles and claims as CSV, claims as JSON Lines."""

from __future__ import annotations

from articlekit.plugin import Writer, hookimpl
from articlekit_tables import articles, claims

__all__ = ["articlekit_writers"]


@hookimpl
def articlekit_writers() -> list[Writer]:
    """Bring the writers of the three tables."""
    return [
        Writer(
            format="csv",
            summary="Articles as a table, a row an article",
            write=articles.write,
            holds=articles.HOLDS,
            media_type="text/csv",
            extension=".csv",
        ),
        Writer(
            format="claims-csv",
            summary="The claims of articles as a table, a row a claim",
            write=claims.write,
            holds=claims.HOLDS,
            media_type="text/csv",
            extension=".csv",
        ),
        Writer(
            format="claims-jsonl",
            summary="The claims of articles as JSON Lines, a line a claim",
            write=claims.write_lines,
            holds=claims.HOLDS,
            media_type="application/jsonl",
            extension=".jsonl",
        ),
    ]
