"""What articles are written as: one format, one file, the same names in each.

Every module has `write`, which makes text of articles, and `HOLDS`, what of an article comes through. `json` has a
reader beside its writer.
"""

from __future__ import annotations

from articlekit.plugin import Parser, Writer, hookimpl
from articlekit.writers import html, json, markdown, text


@hookimpl
def articlekit_writers() -> list[Writer]:
    """Bring the formats that are written by the library itself."""
    return [
        Writer(
            format="json",
            summary="The library's own JSON, which holds everything",
            write=json.write,
            holds=json.HOLDS,
            media_type="application/json",
            extension=".json",
        ),
        Writer(
            format="jsonl",
            summary="The library's own JSON, one line an article",
            write=json.write_lines,
            holds=json.HOLDS,
            media_type="application/jsonl",
            extension=".jsonl",
        ),
        Writer(
            format="html",
            summary="A whole page of HTML, with metadata",
            write=html.write,
            holds=html.HOLDS,
            media_type="text/html",
            extension=".html",
        ),
        Writer(
            format="markdown",
            summary="CommonMark with GitHub's tables and footnotes, and front matter in YAML",
            write=markdown.write,
            holds=markdown.HOLDS,
            media_type="text/markdown",
            extension=".md",
        ),
        Writer(
            format="text",
            summary="Plain text: the title and the text that spans point into",
            write=text.write,
            holds=text.HOLDS,
        ),
    ]


@hookimpl
def articlekit_parsers() -> list[Parser]:
    """Bring the reader of the library's own JSON, by both names that it is written by."""
    return [
        Parser(
            format="json",
            summary="The library's own JSON, also many articles in an array or in lines",
            sniff=json.sniff,
            parse=json.parse,
            binary=True,
            media_types=("application/json", "application/jsonl"),
            extensions=(".json", ".jsonl"),
        ),
        # Unasked both are found to be json, the first by name of two that are as sure.
        Parser(
            format="jsonl",
            summary="The library's own JSON, one line an article",
            sniff=json.sniff,
            parse=json.parse,
            binary=True,
            media_types=("application/jsonl",),
            extensions=(".jsonl",),
        ),
    ]
