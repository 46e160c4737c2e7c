"""Articles and claims as plain values: for JSON, and for data frames."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import articlekit
from articlekit import Article, Author, Claim, Diagnostic, Origin, Site, Span
from articlekit.blocks import Paragraph
from articlekit.claim import Attribution
from articlekit.testing import articles, claims
from articlekit.writers.json import loads

ARTICLE = Article(
    title="Tea",
    url="https://port.example/tea",
    authors=(Author(name="Ada"), Author(name="Bo")),
    published=datetime(2024, 5, 2, 10, tzinfo=UTC),
    modified=date(2024, 5, 3),
    site=Site(name="Port"),
    tags=("tea",),
    body=(Paragraph(text="Pour on. It is hot."),),
    claims=(
        Claim(text="It is hot.", span=Span(start=9, end=19), score=0.5),
        Claim(text="Pour on.", span=Span(start=0, end=8), attribution=Attribution(source=(Span(start=0, end=4),))),
        Claim(text="Tea is cold."),
    ),
    origin=Origin(format="html"),
    diagnostics=(Diagnostic(code="encoding.guessed", message="guessed"),),
)


def test_a_dict_is_what_json_writes() -> None:
    assert articlekit.to_dict(ARTICLE) == json.loads(articlekit.write(ARTICLE, "json"))


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(articlekit.WriteError, match="set"):
        articlekit.to_dict(Article(extra={"tags": {1}}))  # type: ignore[dict-item]


@pytest.mark.parametrize("make", [articlekit.to_dict, articlekit.to_row, articlekit.claim_rows])
@pytest.mark.parametrize("other", [[ARTICLE], "Tea", None])
def test_who_hands_over_no_article_is_told_what_is_asked_for(make: Callable[[object], object], other: object) -> None:
    with pytest.raises(TypeError, match=r"an Article is asked for, not (list|str|NoneType)"):
        make(other)


def test_a_row_is_flat_and_has_all_keys() -> None:
    row = articlekit.to_row(ARTICLE)

    assert list(row) == list(articlekit.to_row(Article()))
    assert {key: row[key] for key in ("title", "authors", "published", "modified", "site", "site_url")} == {
        "title": "Tea",
        "authors": ["Ada", "Bo"],
        "published": "2024-05-02T10:00:00+00:00",
        "modified": "2024-05-03",
        "site": "Port",
        "site_url": None,
    }
    assert (row["text"], row["format"], row["diagnostics"]) == ("Pour on. It is hot.", "html", ["encoding.guessed"])


def test_claims_have_their_place_and_who_says_them() -> None:
    first, second, third = articlekit.claim_rows(ARTICLE)

    assert (first["who"], first["start"], first["end"], first["score"]) == (None, 9, 19, 0.5)
    assert first["link"] == ARTICLE.claims[0].deep_link(ARTICLE)
    assert (second["who"], second["kind"]) == ("Pour", "indirect")
    assert (third["claim"], third["field"], third["link"]) == ("Tea is cold.", None, None)


@given(articles(), st.data())
@settings(max_examples=20)
def test_rows_and_dicts_hold_any_claims(article: Article, data: st.DataObject) -> None:
    claimed = evolve(article, claims=tuple(data.draw(st.lists(claims(article), max_size=3))))

    assert loads(json.dumps(articlekit.to_dict(claimed))).claims == claimed.claims
    for row, claim in zip(articlekit.claim_rows(claimed), claimed.claims, strict=True):
        text = article.title if row["field"] == "title" else article.text
        assert row["claim"] == claim.text
        assert claim.span is None or text[row["start"] : row["end"]] == claim.text


def test_arrow_takes_rows_as_they_are(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")

    table = pyarrow.Table.from_pylist([articlekit.to_row(Article()), articlekit.to_row(ARTICLE)])
    claims = pyarrow.Table.from_pylist(articlekit.claim_rows(ARTICLE))

    assert table.column("authors").to_pylist() == [[], ["Ada", "Bo"]]
    assert claims.column("start").to_pylist() == [9, 0, None]
