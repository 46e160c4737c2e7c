"""NewsML-G2: items with their text inside, messages of several, what is left out and said, what damage leaves."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

import articlekit
from articlekit import Article, Author, NoArticleError, Site
from articlekit.blocks import Mark, Paragraph
from articlekit.testing import ParserConformance

SAMPLES = Path(__file__).parent / "samples" / "newsmlg2"
ITEM = (SAMPLES / "item.xml").read_text()
MESSAGE = (SAMPLES / "message.xml").read_text()


class TestNewsMlG2(ParserConformance):
    format = "newsmlg2"
    samples = SAMPLES


def read(text: str) -> list[Article]:
    return list(articlekit.parse_all(text))


def codes(article: Article) -> list[str]:
    return [diagnostic.code for diagnostic in article.diagnostics]


def test_an_item_with_nitf_inside() -> None:
    article = articlekit.parse(ITEM)

    assert (article.id, article.url) == ("urn:newsml:port.example:20240502:7", None)
    assert (article.title, article.subtitle) == ("Cranes sold", "What became of three")
    assert article.summary == "Three cranes have been sold."
    assert article.authors == (Author(name="Ada Marsh", kind="Person"),)
    assert article.published == datetime(2024, 5, 2, 10, tzinfo=timezone(timedelta(hours=2)))
    assert article.modified == datetime(2024, 5, 3, 8, tzinfo=UTC)
    assert (article.language, article.site) == ("en-GB", Site(name="Port News"))
    assert (article.categories, article.tags) == (("economy",), ("cranes",))
    assert article.body == (
        Paragraph(text="Three cranes were sold.", marks=(Mark(kind="emphasis", start=18, end=22),)),
        Paragraph(text="The buyer is known."),
    )
    assert article.diagnostics == ()


def test_what_no_field_holds_is_kept() -> None:
    extra = articlekit.parse(ITEM).extra

    assert extra["newsItem"] == {"@version": "2", "@standardversion": "2.32"}
    assert extra["nitf"] == {"location": "EMDEN"}
    assert extra["usageTerms"] == "Not for use on ships"
    assert extra["headline"] == {"@role": "hl:short", "#text": "Sold"}
    assert set(extra) == {
        *("newsItem", "catalogRef", "copyrightHolder", "usageTerms", "itemClass", "pubStatus", "title", "urgency"),
        *("located", "creator", "subject", "headline", "inlineData", "nitf"),
    }


def test_a_message_of_several() -> None:
    tide, plain, elsewhere = read(MESSAGE)

    assert (tide.id, tide.title) == ("tag:port.example,2024:2", "The tide")
    assert tide.authors == (Author(name="Ada Marsh"), Author(name="Bo Quay"))
    assert (tide.published, tide.modified) == (date(2024, 5, 1), None)
    assert tide.body == (Paragraph(text="It rose.", marks=(Mark(kind="strong", start=3, end=7),)),)
    assert codes(tide) == ["item.skipped", "date.invalid"]
    assert [block.text for block in plain.body] == ["One < two.", "Three."]
    assert plain.diagnostics[0].message == "what is no text was left out: newsItem (picture) tag:port.example,2024:3"
    assert (elsewhere.url, codes(elsewhere)) == ("https://port.example/5", ["body.elsewhere"])


def test_a_heading_that_repeats_the_headline_is_left_out() -> None:
    article = read(MESSAGE.replace("<body><p>", "<body><h1>The tide</h1><p>"))[0]

    assert article.text == "It rose."


def test_characters_in_base64() -> None:
    data = '<inlineData contenttype="text/html" encoding="enc:base64">PHA+Q3LDoG5lcy48L3A+</inlineData>'

    article = articlekit.parse(
        f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet>{data}</contentSet></newsItem>'
    )

    assert article.text == "Crànes."


def test_a_package_alone_is_no_article() -> None:
    with pytest.raises(NoArticleError, match="no news item with a text"):
        articlekit.parse('<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1"/>')


@pytest.mark.parametrize(
    ("damaged", "code"),
    [
        (MESSAGE[: MESSAGE.rindex("</nar:contentSet>")], "xml.truncated"),
        (MESSAGE.replace("It <strong>", "I\x0bt <strong>"), "xml.control-characters"),
        (MESSAGE.replace("</strong>", ""), "xml.malformed"),
    ],
    ids=["cut off", "control characters", "unclosed"],
)
def test_damage_costs_no_item(damaged: str, code: str) -> None:
    found = read(damaged)

    assert [(article.id, article.text) for article in found] == [
        (article.id, article.text) for article in read(MESSAGE)
    ]
    assert code in [code for article in found for code in codes(article)]


def test_a_single_item_that_is_cut_off() -> None:
    article = articlekit.parse(ITEM[: ITEM.index("The buyer is") + 9])

    assert (article.id, article.title) == ("urn:newsml:port.example:20240502:7", "Cranes sold")
    assert article.text == "Three cranes were sold.\n\nThe buyer"
    assert "xml.truncated" in codes(article)


def test_data_that_is_no_base64_costs_no_other_form() -> None:
    article = articlekit.parse(
        """<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1"><contentSet>
        <inlineData contenttype="text/plain" encoding="base64">A</inlineData>
        <inlineData contenttype="text/plain">Three cranes.</inlineData></contentSet></newsItem>"""
    )

    assert article.text == "Three cranes."
    assert article.extra["inlineData"] == {"@contenttype": "text/plain", "@encoding": "base64", "#text": "A"}
