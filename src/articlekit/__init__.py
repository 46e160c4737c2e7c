"""Any saved article, whole or broken, becomes one typed record, and every claim it makes can be pointed at."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articlekit._parse import Format, explain, find_claims, formats, parse, parse_all, write
    from articlekit.article import Article, Author, Origin, Site
    from articlekit.claim import Attribution, Claim, Review, Span
    from articlekit.diagnostic import Diagnostic
    from articlekit.errors import (
        ArticlekitError,
        ErrorAnswer,
        LimitError,
        MissingExtraError,
        NoArticleError,
        ParseError,
        PluginError,
        PluginWarning,
        SeveralArticlesError,
        StrictError,
        UnknownFormatError,
        WriteError,
    )
    from articlekit.rows import claim_rows, to_dict, to_row
    from articlekit.source import Source

# Importing articlekit costs next to nothing: each room is opened when the first of its names is asked for.
_ROOMS = {
    "_parse": ("Format", "explain", "find_claims", "formats", "parse", "parse_all", "write"),
    "article": ("Article", "Author", "Origin", "Site"),
    "claim": ("Attribution", "Claim", "Review", "Span"),
    "diagnostic": ("Diagnostic",),
    "errors": (
        *("ArticlekitError", "ErrorAnswer", "LimitError", "MissingExtraError", "NoArticleError", "ParseError"),
        *("PluginError", "PluginWarning", "SeveralArticlesError", "StrictError", "UnknownFormatError", "WriteError"),
    ),
    "rows": ("claim_rows", "to_dict", "to_row"),
    "source": ("Source",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "Article",
    "ArticlekitError",
    "Attribution",
    "Author",
    "Claim",
    "Diagnostic",
    "ErrorAnswer",
    "Format",
    "LimitError",
    "MissingExtraError",
    "NoArticleError",
    "Origin",
    "ParseError",
    "PluginError",
    "PluginWarning",
    "Review",
    "SeveralArticlesError",
    "Site",
    "Source",
    "Span",
    "StrictError",
    "UnknownFormatError",
    "WriteError",
    "claim_rows",
    "explain",
    "find_claims",
    "formats",
    "parse",
    "parse_all",
    "to_dict",
    "to_row",
    "write",
]


if not TYPE_CHECKING:  # for type checkers a misspelt name is one that is not there

    def __getattr__(name: str) -> object:
        if name not in _ROOM_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return __all__
