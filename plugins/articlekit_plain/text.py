"""Plain text: a title line, where there is one, and paragraphs with blank lines between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from articlekit.plugin import Article, Diagnostic, Paragraph, Source

LONGEST_TITLE: Final = 150
"""A first line of more characters is no title."""

WIDEST: Final = 120
"""Lines of more characters were not wrapped by hand or by an editor: each is a paragraph."""

_SLACK: Final = 0.15
_BETWEEN = re.compile(r"\n[ \t]*(?=\n)|\f")
_SPACE = re.compile(r"[ \t\r\f\n]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]|\ufffd")
# A line below a heading, as people draw it in plain text.
_UNDERLINE = re.compile(r"^([^\w\s])\1{2,}[ \t]*$", re.MULTILINE)
_UNTITLED = (".", ",", ";", ":")

# What tells prose from programs, tables, logs and messages.
_SENTENCE = re.compile(r"[^\W\d_]{2,}[\"'”’»)\]]?[.!?…](?=\s|[\"'”’»)]|\Z)|[。！？।؟۔]")
_PROGRAM = re.compile(
    r"[;{}]\s*$|^\s*(?:#|//|/\*|\*/|\$|>>>|\"{3}|'{3})|^\s*(?:import|from) [\w.]+(?: import .*)?$"
    r"|^\s*(?:import|from|def|class|function|return|if|for|while|public|static)\b.*[:;({]\s*$"
    r"|[=!]=|\w\(\)|=>|->|^\s*[\w.]+\s*[+-]?=\s",
)
_RECORD = re.compile(
    r"^\W{0,2}\d{4}-\d\d-\d\d[T ]\d\d:|^\W{0,2}\d\d:\d\d:\d\d|^\[?(?:DEBUG|INFO|WARN|WARNING|ERROR)\b"
    r"|^\d{1,3}(?:\.\d{1,3}){3}\s"
    r"|^[A-Z][a-z]{2} [ \d]\d \d\d:"
)
_MEMBER = re.compile(r"^[A-Za-z][\w.-]{0,40}\s?[:=]\s?\S|^\[[\w .-]+\]$")
# In prose a space follows; in a table nothing has to.
_SEPARATORS: Final = tuple(map(re.compile, (r",(?=\S)", r"\t", r";(?=\S)", r"\|")))
_TITLED, _PLAIN, _DECLARED = 0.15, 0.1, 0.2


def sniff(source: Source) -> float:
    """Say whether it is prose, and how little is known of it: whoever knows the format better is surer."""
    head = source.head
    if head.startswith(("<", "{", "[{", "---", "+++", "#!", "%")) or not _is_prose(head):
        return 0.0
    if source.media_type == "text/plain" or (source.path is not None and source.path.suffix == ".txt"):
        return _DECLARED
    return _TITLED if _title(_paragraphs(head)) else _PLAIN


def _is_prose(text: str) -> bool:
    text = _UNDERLINE.sub("", text)
    lines = [line for line in text.replace("\r\n", "\n").split("\n") if line.strip()]
    visible = sum(not character.isspace() for character in text)
    letters = sum(character.isalpha() for character in text)
    if not lines or visible < 40 or letters < 0.75 * visible or _CONTROL.search(text):
        return False
    if not _SENTENCE.search(text) or max(map(_words, lines)) < 6:
        return False
    strange = sum(bool(_PROGRAM.search(line) or _RECORD.search(line)) for line in lines)
    members = sum(_MEMBER.match(line) is not None for line in lines)
    return strange <= 0.1 * len(lines) and members <= max(1, 0.3 * len(lines)) and not _is_table(lines)


def _words(line: str) -> int:
    # Where words are not parted by spaces, six characters are about as much as a word and a half.
    return max(len(line.split()), sum("\u2e80" < character < "\ufb00" for character in line) // 4)


def _is_table(lines: Sequence[str]) -> bool:
    if len(lines) < 3:
        return False
    rows = lines[:-1]
    counts = [{len(sign.findall(row)) for row in rows} for sign in _SEPARATORS]
    return any(len(count) == 1 and count != {0} for count in counts)


def parse(source: Source) -> Iterator[Article]:
    """Read a text; an empty one is an empty article, and said."""
    paragraphs = _paragraphs(source.text)
    title = _title(paragraphs)
    body = paragraphs[1:] if title else paragraphs
    width = max((len(line) for lines in body if len(lines) > 1 for line in lines if len(line) <= WIDEST), default=0)
    blocks = tuple(Paragraph(text=text) for lines in body for text in _joined(lines, width))
    empty = () if blocks else (Diagnostic(code="body.empty", message="there is no text below a title"),)
    yield Article(title=title, body=blocks, diagnostics=empty)


def _paragraphs(text: str) -> list[list[str]]:
    """Part a text at its blank lines; each part as its lines, white space collapsed."""
    parts = _BETWEEN.split(text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = ([_SPACE.sub(" ", line).strip(" ") for line in part.split("\n")] for part in parts)
    return [found for part in lines if (found := [line for line in part if line])]


def _title(paragraphs: Sequence[Sequence[str]]) -> str | None:
    match paragraphs:
        case [[line]] if len(line) <= LONGEST_TITLE:
            return line
        case [[line], *_] if len(line) <= LONGEST_TITLE and not line.endswith(_UNTITLED):
            return line
    return None


def _joined(lines: Sequence[str], width: int) -> list[str]:
    """Join lines that were wrapped; lines that break where they need not are verse, and kept."""
    if any(len(line) > WIDEST for line in lines):
        return [*lines]
    needed = sum(
        len(line) + 1 + len(following.partition(" ")[0]) > (1 - _SLACK) * width for line, following in pairwise(lines)
    )
    is_wrapped = width >= 40 and needed >= 0.8 * (len(lines) - 1)
    return [(" " if is_wrapped else "\n").join(lines)]
