"""Tables of articles and claims, read as others read them."""

import csv
import io
import json
from datetime import UTC, datetime

import pytest

import articlekit
from articlekit import Article, Author, Claim, Span
from articlekit.article import Site
from articlekit.blocks import Heading, Paragraph
from articlekit.claim import Attribution, Quantity, Rating, Review

TEXT = "Three ships sank, Ada Marsh said.\n\nMore will not."
ARTICLE = Article(
    id="12",
    url="https://port.example/ships/",
    title="Ships, sunk",
    authors=(Author(name="Ben Cod", url="https://port.example/ben"), Author(name="C. Dab")),
    published=datetime(2024, 5, 2, 10, tzinfo=UTC),
    site=Site(name="Port news"),
    tags=("ships", "storm"),
    body=(Paragraph(text="Three ships sank, Ada Marsh said."), Heading(text="More will not.")),
    claims=(
        Claim(
            text="Three ships sank",
            span=Span(start=0, end=16),
            score=0.75,
            attribution=Attribution(source=(Span(start=18, end=27),)),
            quantities=(Quantity(span=Span(start=0, end=5), kind="number", value=3.0, unit="ships"),),
            links=("https://port.example/list", "https://port.example/map"),
            review=Review(url="https://check.example/1", rating=Rating(name="True")),
        ),
        Claim(text="sunk", span=Span(start=7, end=11, field="title")),
    ),
)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_an_article_is_a_row() -> None:
    (row,) = rows(articlekit.write(ARTICLE, "csv"))

    assert {name: value for name, value in row.items() if value} == {
        "id": "12",
        "url": "https://port.example/ships/",
        "title": "Ships, sunk",
        "authors": "Ben Cod; C. Dab",
        "author_urls": "https://port.example/ben",
        "published": "2024-05-02T10:00:00+00:00",
        "site_name": "Port news",
        "tags": "ships; storm",
        "words": "9",
        "claims": "2",
        "text": TEXT,
    }


def test_a_claim_is_a_row() -> None:
    first, second = rows(articlekit.write([ARTICLE, Article()], "claims-csv"))

    assert {name: value for name, value in first.items() if value} == {
        "claim": "Three ships sank",
        "score": "0.75",
        "speaker": "Ada Marsh",
        "kind": "indirect",
        "field": "text",
        "start": "0",
        "end": "16",
        "quantities": "Three",
        "links": "https://port.example/list; https://port.example/map",
        "verdict": "True",
        "review_url": "https://check.example/1",
        "deep_link": ARTICLE.claims[0].deep_link(ARTICLE),
        "article_url": "https://port.example/ships/",
        "article_title": "Ships, sunk",
        "published": "2024-05-02T10:00:00+00:00",
    }
    assert (second["claim"], second["field"], second["start"], second["speaker"]) == ("sunk", "title", "7", "")


def test_a_claim_is_a_line() -> None:
    first, second = map(json.loads, articlekit.write(ARTICLE, "claims-jsonl").splitlines())

    assert first["span"] == {"start": 0, "end": 16, "field": "text"}
    assert first["quantities"] == [{"text": "Three", "kind": "number", "value": 3.0, "unit": "ships"}]
    assert first["review"] == {"url": "https://check.example/1", "verdict": "True"}
    assert second == {
        "claim": "sunk",
        "span": {"start": 7, "end": 11, "field": "title"},
        "deep_link": ARTICLE.claims[1].deep_link(ARTICLE),
        "article": {
            "id": "12",
            "url": "https://port.example/ships/",
            "title": "Ships, sunk",
            "published": "2024-05-02T10:00:00+00:00",
        },
    }


@pytest.mark.parametrize("said", ["=HYPERLINK(1)", "+1", "-1", "@a", "\tx", "\n=1", "\0=1", "＝1", "＠a"])
def test_nothing_in_a_cell_is_a_formula(said: str) -> None:
    (row,) = rows(articlekit.write(Article(id=said), "csv"))

    assert row["id"] == f"'{said}"


@pytest.mark.parametrize("form", ["csv", "claims-csv", "claims-jsonl"])
def test_no_articles_and_halves_of_characters_are_written(form: str) -> None:
    halves = Article(title="\ud800", claims=(Claim(text="\udfff"),))

    assert "\r\n" in articlekit.write([], form) or form == "claims-jsonl"
    assert "\ufffd" in articlekit.write(halves, form).encode().decode()
