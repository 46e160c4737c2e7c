"""A user's script: what an editor knows of everything in it. Read by type checkers, and run by a test."""
# pyright: strict

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, assert_type

import articlekit
from articlekit import Article, Attribution, Author, Claim, Diagnostic, Format, Origin, Site, Span
from articlekit.article import Json
from articlekit.blocks import Block, Figure, Heading, List, Mark, Paragraph, Quote, Run
from articlekit.plugin import Parser, Source, hookimpl

POST = '{"id": 1, "title": {"rendered": "Tea"}, "content": {"rendered": "<p>It is <b>hot</b>, Ada said.</p>"}}'

article = articlekit.parse(POST, format="wordpress", url="https://port.example/tea")
assert_type(article, Article)
assert_type(article.title, str | None)
assert_type(article.text, str)
assert_type(article.authors, tuple[Author, ...])
assert_type(article.published, datetime | date | None)
assert_type(article.site, Site | None)
assert_type(article.body, tuple[Block, ...])
assert_type(article.runs, tuple[Run, ...])
assert_type(article.origin, Origin | None)
assert_type(article.diagnostics, tuple[Diagnostic, ...])
assert_type(article.extra, Mapping[str, Json])
assert_type(articlekit.parse_all(POST), Iterator[Article])
assert_type(articlekit.write(article, "markdown"), str)
assert_type(articlekit.formats(), tuple[Format, ...])
assert_type(articlekit.to_dict(article), dict[str, Any])
assert_type(articlekit.to_row(article), dict[str, str | list[str] | None])
assert_type(articlekit.claim_rows(article), list[dict[str, str | float | int | None]])

found = articlekit.find_claims(article)
for claim in found.claims:
    assert_type(claim, Claim)
    assert_type(claim.span, Span | None)
    assert_type(claim.attribution, Attribution | None)
    assert_type(claim.score, float | None)
    assert_type(claim.deep_link(found), str | None)

for block in article.body:
    match block:
        case Paragraph(text=text, marks=marks) | Heading(text=text, marks=marks):
            assert_type(text, str)
            assert_type(marks, tuple[Mark, ...])
        case Quote(body=body) | Figure(body=body):
            assert_type(body, tuple[Block, ...])
        case List(items=items):
            assert_type(items, tuple[tuple[Block, ...], ...])
        case _:
            pass

try:
    articlekit.parse(Source(path=Path(__file__), url=None), format="json", strict=True)
    articlekit.parse(Source(data=b"{}", content_type="application/json"))
except articlekit.StrictError as strict:
    assert_type(strict.diagnostics, tuple[Diagnostic, ...])
except articlekit.ParseError as failed:
    assert_type(failed.reason, str)
    assert_type(failed.offset, int | None)


def sniff(source: Source) -> float:
    return float(source.head.startswith("RECIPE"))


def parse(source: Source) -> Iterator[Article]:
    yield Article(title=source.text, body=(Paragraph(text=source.text),))


@hookimpl
def articlekit_parsers() -> list[Parser]:
    return [Parser(format="recipe", summary="Recipes", sniff=sniff, parse=parse)]


assert_type(articlekit_parsers(), list[Parser])
