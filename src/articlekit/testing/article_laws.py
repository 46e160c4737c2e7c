"""The laws that every article keeps, whatever it was read from, each a function that checks one article.

A law raises `Broken`; `data` is what the article was read from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from attrs import fields, has

from articlekit.article import Article
from articlekit.blocks import Code, text_blocks
from articlekit.errors import ParseError, WriteError
from articlekit.markup import canonical_marks, in_one_line
from articlekit.testing.differences import difference
from articlekit.testing.laws import Broken, shown
from articlekit.writers.json import dumps, loads

_HALF: Final = re.compile("[\ud800-\udfff]")
_CODE: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+")

# Texts beside those of the body that are read as it is.
_CAPTIONS: Final = frozenset(
    {
        *("Table.caption", "Image.caption", "Figure.caption", "Embed.caption"),
        *("Image.credit", "Figure.credit", "Embed.credit", "Image.alt", "Quote.cite"),
    }
)


def types_are_kept(article: Article, data: bytes) -> None:
    """Every field is of its type, so that the article comes back from the library's own JSON as it was."""
    law, advice = "fields are of their types", "Give tuples, records and dates; in extra plain JSON values"
    try:
        again = loads(dumps(article))
    except (ParseError, WriteError) as refused:
        raise Broken(law, shown(data), refused.reason, advice) from refused
    except Exception as broken:
        raise Broken(law, shown(data), f"{type(broken).__name__}: {broken}", advice) from broken
    if article != again:
        raise Broken(law, shown(data), difference(again, article, "Article"), advice)


def spans_slice(article: Article, data: bytes) -> None:
    """Every span lies inside its text, and a claim's span slices to the claim's words."""
    law = "spans slice to their words"
    for _, block in text_blocks(article.body):
        for mark in block.marks:
            if not 0 <= mark.start < mark.end <= len(block.text):
                what = f"{mark} in a text of {len(block.text)}: {block.text[:40]!r}"
                raise Broken(law, shown(data), what, "Count marks in code points of the block's final text")
    for claim in article.claims:
        if claim.span is None:
            continue
        words = claim.span.of(claim.span.text_in(article))
        if words != claim.text:
            what = f"{claim.span} slices to {words!r}, the claim is {claim.text!r}"
            raise Broken(law, shown(data), what, "Take the claim's text from the span")


def marks_are_in_form(article: Article, data: bytes) -> None:
    """Marks are in canonical form: sorted, none empty, none inside another of its kind; see `canonical_marks`."""
    for _, block in text_blocks(article.body):
        expected = canonical_marks(block.text, block.marks)
        if block.marks != expected:
            advice = "Give them as articlekit.markup.canonical_marks(text, marks)"
            what = f"{block.marks}, where {expected} belongs"
            raise Broken("marks are in canonical form", shown(data), what, advice)


def absence_is_none(article: Article, data: bytes) -> None:
    """What the source does not say is None or ``()``, never an empty string: in no field of any record."""
    for place, text in _texts(article):
        if not text:
            advice = f"Give {place} a value, or leave it out"
            raise Broken("absence is None", shown(data), f"{place} is an empty string", advice)


def text_is_in_form(article: Article, data: bytes) -> None:
    """Text has its white space collapsed as HTML does it, code apart."""
    law, advice = "text is in form", "Make text with articlekit.markup.in_one_line, or read HTML with read_blocks"
    for _, block in text_blocks(article.body):
        if not isinstance(block, Code) and not _is_collapsed(block.text):
            raise Broken(law, shown(data), f"{type(block).__name__} {block.text[:80]!r}", advice)
    for place, text in _texts(article):
        if place in _CAPTIONS and not _is_collapsed(text):
            raise Broken(law, shown(data), f"{place} {text[:80]!r}", advice)


def characters_are_whole(article: Article, data: bytes) -> None:
    """No text has a lone surrogate in it, half of a character, which no file in UTF-8 can hold."""
    for place, text in _texts(article):
        if _HALF.search(text):
            what, advice = f"{place} {text[:80]!r}", "Put U+FFFD in its place, and say so in a Diagnostic"
            raise Broken("characters are whole", shown(data), what, advice)


def diagnostics_have_codes(article: Article, data: bytes) -> None:
    """The code of a diagnostic is one of the documented ones or of the plugin's own, ``<format>.<what>``."""
    for diagnostic in article.diagnostics:
        if not _CODE.fullmatch(diagnostic.code):
            advice = "Lower case, with a dot: recipe.no-servings"
            raise Broken("diagnostics have codes", shown(data), f"the code {diagnostic.code!r}", advice)


def missing_text_is_said(article: Article, data: bytes) -> None:
    """An article without a body says so in a diagnostic, unless it is a fact-check, whose claim has a review."""
    if not (article.body or article.diagnostics or any(claim.review for claim in article.claims)):
        advice = (
            'Add Diagnostic(code="body.empty", message=…), which says what stands in its place, or raise ParseError'
        )
        raise Broken("missing text is said", shown(data), f"{article!r} has no body and says nothing of it", advice)


LAWS: Final[tuple[Callable[[Article, bytes], None], ...]] = (
    types_are_kept,
    spans_slice,
    marks_are_in_form,
    absence_is_none,
    text_is_in_form,
    characters_are_whole,
    diagnostics_have_codes,
    missing_text_is_said,
)
"""All of them."""


def _texts(article: Article) -> Iterator[tuple[str, str]]:
    """Give each text of the record with the field it stands in, such as ``Author.name``; `Article.extra` apart."""
    # A stack instead of recursion: bodies may be nested as deep as their source.
    waiting: list[tuple[str, object]] = [("Article", article)]
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, str):
            yield place, value
        elif isinstance(value, tuple):
            waiting.extend((place, one) for one in value)
        elif has(kind := type(value)):
            names = [field.name for field in fields(kind) if field.name != "extra"]
            waiting.extend((f"{kind.__name__}.{name}", getattr(value, name)) for name in names)


def _is_collapsed(text: str) -> bool:
    return bool(text) and all(line == (in_one_line(line) or "") for line in text.split("\n"))
