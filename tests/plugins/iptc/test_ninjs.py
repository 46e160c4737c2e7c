"""ninjs: each version, lists and packages, what is mended, what is left out and said."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

import articlekit
from articlekit import Article, Author, NoArticleError, ParseError
from articlekit.blocks import Mark, Paragraph
from articlekit.testing import ParserConformance
from articlekit_iptc.bylines import authors_of

SAMPLES = Path(__file__).parent / "samples" / "ninjs"


class TestNinjs(ParserConformance):
    format = "ninjs"
    samples = SAMPLES


def sample(name: str) -> str:
    return (SAMPLES / name).read_text()


def read(text: str) -> list[Article]:
    return list(articlekit.parse_all(text))


def codes(article: Article) -> list[str]:
    return [diagnostic.code for diagnostic in article.diagnostics]


def test_version_1() -> None:
    article = articlekit.parse(sample("version1.json"))

    assert (article.id, article.title) == ("https://port.example/items/7", "Cranes sold")
    assert article.summary == "Three cranes have been sold."
    assert article.authors == (Author(name="Ada Marsh"), Author(name="Bo Quay"))
    assert article.published == datetime(2024, 5, 2, 10, tzinfo=timezone(timedelta(hours=2)))
    assert article.modified == datetime(2024, 5, 3, 8, tzinfo=UTC)
    assert article.language == "en-GB"
    assert article.categories == ("Harbour", "Trade")
    assert article.image == "https://port.example/l.jpg"
    assert article.license == "https://port.example/rights"
    assert article.body == (
        Paragraph(text="EMDEN"),
        Paragraph(text="Three cranes were sold.", marks=(Mark(kind="emphasis", start=18, end=22),)),
    )
    assert article.diagnostics == ()


def test_what_no_field_holds_is_kept() -> None:
    extra = articlekit.parse(sample("version1.json")).extra

    assert extra["byline"] == "By Ada Marsh and Bo Quay, Port News"
    assert extra["body_text"] == "EMDEN\n\nThree cranes were sold."
    assert extra["person"] == [{"name": "Cy Pier", "rel": "about"}]
    assert set(extra) == {
        *("associations", "body_text", "byline", "copyrightholder", "located", "mimetype", "person", "pubstatus"),
        *("rightsinfo", "slugline", "type", "urgency"),
    }


def test_version_2() -> None:
    article = articlekit.parse(sample("version2.json"))

    assert (article.title, article.summary) == ("Ships & cranes", "A short one.")
    assert article.authors == (Author(name="Ada Marsh"),)
    assert article.published == datetime(2024, 5, 2, 10, tzinfo=timezone(timedelta(hours=2)))
    assert article.modified is None
    assert (article.categories, article.tags) == (("Harbour",), ("ships", "cranes"))
    assert [block.text for block in article.body] == ["One < two.", "Three."]
    assert set(article.extra) == {"byline", "descriptions", "standard", "subject", "type"}


def test_version_3_in_a_list_with_pictures_and_a_package() -> None:
    first, third, fourth = read(sample("version3.json"))

    assert (first.title, first.published, first.modified) == ("The first", date(2024, 5, 1), None)
    assert first.body == (Paragraph(text="One."), Paragraph(text="Two."))
    assert (codes(first), first.extra["versioncreated"]) == (["date.invalid"], "then")
    assert (third.id, third.text) == ("tag:port.example,2024:13", "The third.")
    assert [diagnostic.message for diagnostic in third.diagnostics] == [
        "what is no text was left out: picture at $[1]",
        "what is no text was left out: composite at $[2]",
    ]
    assert third.origin.place == "$[2].associations[0]"
    assert (fourth.title, codes(fourth)) == ("The fourth", ["item.skipped", "body.empty"])


def test_what_is_broken_in_one_item_costs_no_other() -> None:
    first, second, third = read(sample("broken.json"))

    assert (first.title, first.text, codes(first)) == ("The first", "One.", [])
    assert (second.title, second.text, codes(second)) == ('The "second"', "Two\n\nlines.", ["json.invalid"])
    assert (third.title, third.text, codes(third)) == ("The third", "Three.", [])


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        (lambda text: text[: text.index("Three.") + 3], "json.truncated"),
        (lambda text: text.replace("One.", "O\x0bne."), "json.invalid"),
        (lambda text: text.replace('One."}', 'One."'), "json.invalid"),
    ],
    ids=["cut off", "control characters", "unclosed"],
)
def test_damage_costs_no_item(damage: Callable[[str], str], code: str) -> None:
    found = read(damage(sample("broken.json")))

    assert [article.title for article in found] == ["The first", 'The "second"', "The third"]
    assert code in [code for article in found for code in codes(article)]


def test_what_holds_no_text_is_refused() -> None:
    with pytest.raises(NoArticleError):
        articlekit.parse('{"uri": "urn:1", "type": "picture", "pubstatus": "usable", "versioncreated": "2024-05-01"}')
    with pytest.raises(ParseError, match="no JSON"):
        articlekit.parse("{" + "[" * 5000, format="ninjs")


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("Ada Marsh", ["Ada Marsh"]),
        ("By ADA MARSH", ["ADA MARSH"]),
        ("Von Ada Marsh und Bo Quay", ["Ada Marsh", "Bo Quay"]),
        ("Von Miller", ["Von Miller"]),
        ("by Ada Marsh, Bo Quay, and Cy Pier", ["Ada Marsh", "Bo Quay", "Cy Pier"]),
        ("Ada Marsh, Port Reporter", ["Ada Marsh"]),
        ("Ada Marsh/PN", ["Ada Marsh"]),
        ("Ada Marsh (Port News); Bo Quay", ["Ada Marsh", "Bo Quay"]),
        ("Ortega y Gasset", ["Ortega y Gasset"]),
        ("By", ["By"]),
        (" ", []),
    ],
)
def test_bylines(byline: str, names: list[str]) -> None:
    assert [author.name for author in authors_of(byline)] == names


def test_authors_that_are_no_line() -> None:
    article = articlekit.parse(
        """{"uri": "urn:1", "type": "text", "headline": "Cranes sold", "versioncreated": "2024-05-02T08:00:00Z",
        "authors": [{"name": "Ada Marsh"}, {"name": "Bo Quay"}], "body_text": "Three cranes."}"""
    )

    assert article.authors == (Author(name="Ada Marsh"), Author(name="Bo Quay"))
    assert article.extra == {"type": "text"}
