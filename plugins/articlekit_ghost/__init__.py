"""Ghost: what its APIs answer and what it exports."""

from __future__ import annotations

from articlekit.plugin import Parser, hookimpl
from articlekit_ghost.reading import parse, sniff

__all__ = ["articlekit_parsers"]


@hookimpl
def articlekit_parsers() -> list[Parser]:
    """Bring the parser of Ghost's answers and exports."""
    return [
        Parser(
            format="ghost",
            summary="Ghost: posts and pages of its Content and Admin API, and exports",
            sniff=sniff,
            parse=parse,
            media_types=("application/json",),
            extensions=(".json",),
        )
    ]
