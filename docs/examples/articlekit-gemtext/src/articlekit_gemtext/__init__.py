"""Reads gemtext, the format of pages on Gemini: each line says by its first characters what it is.

The format: https://geminiprotocol.net/docs/gemtext-specification.gmi
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, takewhile

from articlekit.markup import in_one_line
from articlekit.plugin import (
    Article,
    Block,
    Code,
    Diagnostic,
    Heading,
    List,
    Mark,
    Paragraph,
    Parser,
    Quote,
    Source,
    hookimpl,
)

LINK = re.compile(r"^=>[ \t]*(\S+)[ \t]*(.*)$", re.MULTILINE)
HEADING = re.compile(r"(#{1,3})(.*)")
FENCE = "```"


def sniff(source: Source) -> float:
    """Say how sure it is: only lines that are links are like no other format."""
    if source.media_type == "text/gemini":
        return 1.0
    return 0.6 if LINK.search(source.head) and source.head[0] not in "<{[" else 0.0


def parse(source: Source) -> Iterator[Article]:
    """Read the one article of a page; a heading that stands first is its title."""
    lines = source.text.replace("\r\n", "\n").split("\n")
    body = tuple(_joined(_blocks(iter(lines))))
    diagnostics = []
    if sum(line.startswith(FENCE) for line in lines) % 2:
        diagnostics.append(Diagnostic(code="gemtext.unclosed", message="the last code block has no end"))
    title = None
    if body and isinstance(body[0], Heading) and body[0].level == 1:
        title, body = body[0].text, body[1:]
    if not body:
        diagnostics.append(Diagnostic(code="body.empty", message="there is no text"))
    yield Article(title=title, body=body, diagnostics=tuple(diagnostics))


def _blocks(lines: Iterator[str]) -> Iterator[Block]:
    """Give a block for each line, and one for the lines between two fences."""
    for line in lines:
        if line.startswith(FENCE):
            code = "\n".join(takewhile(lambda line: not line.startswith(FENCE), lines))
            if code.strip():
                yield Code(text=code, language=in_one_line(line[len(FENCE) :]))
        elif link := LINK.match(line):
            text = in_one_line(link[2]) or link[1]
            yield Paragraph(text=text, marks=(Mark(kind="link", start=0, end=len(text), url=link[1]),))
        elif (heading := HEADING.match(line)) and (text := in_one_line(heading[2])):
            yield Heading(text=text, level=len(heading[1]))
        elif line.startswith("* ") and (text := in_one_line(line[2:])):
            yield List(items=((Paragraph(text=text),),))
        elif line.startswith(">") and (text := in_one_line(line[1:])):
            yield Quote(body=(Paragraph(text=text),))
        elif text := in_one_line(line):
            yield Paragraph(text=text)


def _joined(blocks: Iterator[Block]) -> Iterator[Block]:
    """Make one list of list items in a row, and one quotation of quoted lines in a row."""
    for kind, run in groupby(blocks, type):
        if kind is List:
            yield List(items=tuple(block.items[0] for block in run if isinstance(block, List)))
        elif kind is Quote:
            yield Quote(body=tuple(block.body[0] for block in run if isinstance(block, Quote)))
        else:
            yield from run


@hookimpl
def articlekit_parsers() -> list[Parser]:
    """Bring the parser of this plugin."""
    return [
        Parser(
            format="gemtext",
            summary="Gemtext, the pages of Gemini",
            sniff=sniff,
            parse=parse,
            media_types=("text/gemini",),
            extensions=(".gmi", ".gemini"),
        )
    ]
