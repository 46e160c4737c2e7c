"""The kit's laws of articles: each names what breaks it, and all hold for what the strategies draw."""

from datetime import date, datetime
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings

from articlekit import Article, Author, Claim, Diagnostic, Review, Site
from articlekit.blocks import Code, Heading, Image, Mark, Paragraph, Quote
from articlekit.testing import Broken, articles
from articlekit.testing.article_laws import LAWS


def keeps_all_laws(article: Article) -> None:
    for law in LAWS:
        law(article, b"data")


@given(articles())
@settings(max_examples=30)
def test_what_is_drawn_keeps_all_laws(article: Article) -> None:
    keeps_all_laws(article if article.body else evolve(article, diagnostics=(EMPTY,)))


EMPTY = Diagnostic(code="body.empty", message="there is no text")


def paragraph(text: str, *marks: Mark) -> tuple[Paragraph, ...]:
    return (Paragraph(text=text, marks=marks),)


BREACHES: list[tuple[dict[str, Any], str]] = [
    ({"tags": ["a"]}, "Article.tags is ['a'], where ('a',) belongs"),
    ({"tags": "abc"}, "Article.tags is 'abc'"),
    ({"authors": ["Ada"]}, "AttributeError"),
    ({"authors": (Author(name="Ada", url=3),)}, "expected str, not int @ $.authors[0].url"),  # type: ignore[arg-type]
    ({"published": "2024-05-02"}, "where datetime.date(2024, 5, 2) belongs"),
    ({"title": 3}, "expected str, not int @ $.title"),
    ({"extra": {"seen": {1}}}, "extra holds set"),
    ({"extra": {"seen": datetime(2024, 5, 2)}}, "extra holds datetime"),
    ({"extra": {"seen": float("nan")}}, "extra"),
    ({"extra": None}, "TypeError"),
    ({"body": (Heading(text="a", level="2"),)}, "expected int, not str @ $.body[0].level"),  # type: ignore[arg-type]
    ({"diagnostics": (Diagnostic(code="a.b", message="c", severity="fatal"),)}, "fatal not in literal"),  # type: ignore[arg-type]
    ({"diagnostics": (Diagnostic(code="Whatever!", message="c"),)}, "the code 'Whatever!'"),
    ({"diagnostics": (Diagnostic(code="a.b", message=""),)}, "Diagnostic.message is an empty string"),
    ({"id": ""}, "Article.id is an empty string"),
    ({"authors": (Author(name=""),)}, "Author.name is an empty string"),
    ({"site": Site(url="")}, "Site.url is an empty string"),
    ({"body": (Image(url=""),)}, "Image.url is an empty string"),
    ({"body": (Quote(body=(Image(url="a", alt=""),)),)}, "Image.alt is an empty string"),
    ({"body": paragraph("ab", Mark(kind="link", start=0, end=1, url=""))}, "Mark.url is an empty string"),
    ({"claims": (Claim(text="a", review=Review(claim="")),)}, "Review.claim is an empty string"),
    ({"body": (Image(url="a", caption="a  b"),)}, "Image.caption 'a  b'"),
    ({"body": paragraph("a  b")}, "Paragraph 'a  b'"),
    ({"title": "\ud800"}, "Article.title '\\ud800'"),
]


@pytest.mark.parametrize(("fields", "told"), BREACHES)
def test_each_breach_is_named(fields: dict[str, Any], told: str) -> None:
    with pytest.raises(Broken) as caught:
        keeps_all_laws(Article(**fields))
    assert told in str(caught.value)


def test_a_missing_body_is_said_or_a_claim_reviewed() -> None:
    keeps_all_laws(Article(diagnostics=(EMPTY,)))
    keeps_all_laws(Article(claims=(Claim(text="a", review=Review(claim="a")),)))
    with pytest.raises(Broken, match="missing text is said"):
        keeps_all_laws(Article(title="a", claims=(Claim(text="a"),)))


def test_code_keeps_its_white_space() -> None:
    keeps_all_laws(Article(body=(Code(text="  a\n\tb "),), published=date(2024, 5, 2)))
