"""Plain forms: Markdown with front matter, and plain text."""

from __future__ import annotations

from articlekit.plugin import Parser, hookimpl
from articlekit_plain import markdown, text

__all__ = ["articlekit_parsers"]


@hookimpl
def articlekit_parsers() -> list[Parser]:
    """Bring the parsers of the two plain forms."""
    return [
        Parser(
            format="markdown",
            summary="CommonMark with GitHub's tables and footnotes, and front matter in YAML or TOML",
            sniff=markdown.sniff,
            parse=markdown.parse,
            media_types=("text/markdown", "text/x-markdown"),
            extensions=(".md", ".markdown"),
            extra="markdown",
        ),
        Parser(
            format="text",
            summary="Plain text: a title line and paragraphs, wrapped or not",
            sniff=text.sniff,
            parse=text.parse,
            media_types=("text/plain",),
            extensions=(".txt",),
        ),
    ]
