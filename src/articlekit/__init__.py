"""Any saved article, whole or broken, becomes one typed record, and every claim it makes can be pointed at."""

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
from articlekit.source import Source

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
    "explain",
    "find_claims",
    "formats",
    "parse",
    "parse_all",
    "write",
]
