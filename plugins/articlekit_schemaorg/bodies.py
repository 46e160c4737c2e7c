"""The body: schema.org's ``articleBody`` is text; as HTML it stands in an ``encoding`` of the article."""

from __future__ import annotations

import re
from typing import Final

from articlekit.markup import Reading, read_blocks
from articlekit.plugin import Heading, Json
from articlekit.schemaorg import Graph
from articlekit_schemaorg.values import each, line

HTML: Final = "text/html"
TEXTS: Final = ("articleBody", "text", "reviewBody")
"""Members that hold the text, the first that does counts."""
_BETWEEN: Final = re.compile(r"\n[ \t\r\f]*\n[ \t\r\n\f]*")
_LINE: Final = re.compile(r"\r\n?|\n")
_TAG: Final = re.compile(
    r"</?(?:a|b|blockquote|br|div|em|figure|h[1-6]|i|img|li|ol|p|span|strong|table|ul)\b[^<>]{0,2000}>", re.IGNORECASE
)


def read_body(data: dict[str, Json], graph: Graph, url: str | None) -> Reading:
    """Read the body of an article: its HTML where there is some, else its text; then the updates of a live blog."""
    readings = [_own_body(data, graph, url)]
    for item in each(data.get("liveBlogUpdate")):
        update = graph.resolve(item)
        if isinstance(update, dict):
            headline = update.get("headline")
            text = line(headline) if isinstance(headline, str) else ""
            heading = Reading(blocks=(Heading(text=text),) if text else ())
            readings += [heading, _own_body(update, graph, url)]
    return Reading(
        blocks=tuple(block for reading in readings for block in reading.blocks),
        diagnostics=tuple(note for reading in readings for note in reading.diagnostics),
    )


def _own_body(data: dict[str, Json], graph: Graph, url: str | None) -> Reading:
    for item in each(data.get("encoding")):
        media = graph.resolve(item)
        html = media.get("text") if isinstance(media, dict) and media.get("encodingFormat") == HTML else None
        if isinstance(html, str):
            return read_blocks(html, url=url)
    for name in TEXTS:
        if text := "\n\n".join(said for said in each(data.get(name)) if isinstance(said, str)).strip(" \t\r\n\f"):
            return read_text(text, url)
    return Reading(blocks=())


def read_text(text: str, url: str | None = None) -> Reading:
    """Read a text: blank lines part paragraphs, a line break is one; some systems write HTML in it."""
    if _TAG.search(text):
        return read_blocks(text, url=url)
    # As HTML, too, for what is no tag is still written with its references.
    parts = _BETWEEN.split(_LINE.sub("\n", text).replace("<", "&lt;"))
    return read_blocks("".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in parts))
