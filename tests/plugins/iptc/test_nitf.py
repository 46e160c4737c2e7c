"""NITF: head and body of a document, what is kept, what damage leaves, what is made to harm."""

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

import articlekit
from articlekit import Article, Author, Site
from articlekit.blocks import Cell, Embed, Heading, Image, List, Mark, Paragraph, Quote, Table
from articlekit.testing import ParserConformance

SAMPLES = Path(__file__).parent / "samples" / "nitf"
CRANES = (SAMPLES / "cranes.xml").read_text()


class TestNitf(ParserConformance):
    format = "nitf"
    samples = SAMPLES


def codes(article: Article) -> list[str]:
    return [diagnostic.code for diagnostic in article.diagnostics]


def test_what_is_said_of_an_article() -> None:
    article = articlekit.parse(CRANES)

    assert (article.id, article.url) == ("pn-7", "https://port.example/cranes")
    assert (article.title, article.subtitle) == ("Cranes <sold>", "What became of three")
    assert article.summary == "Three cranes have been sold."
    assert article.authors == (Author(name="Ada Marsh", kind="Person"),)
    assert article.published == datetime(2024, 5, 2, 12, tzinfo=timezone(timedelta(hours=2)))
    assert article.language == "en-GB"
    assert article.site == Site(name="Port News")
    assert (article.categories, article.tags) == (("Quays", "Harbour", "Trade"), ("cranes", "ships & more"))
    assert article.image == "https://port.example/crane.jpg"
    assert article.diagnostics == ()


def test_the_body() -> None:
    lede, picture, heading, buyer, quote, items, table = articlekit.parse(CRANES).body

    assert lede == Paragraph(
        text="Three cranes of the port were sold for 1,200 euros, 1/2 of it in cash.",
        marks=(Mark(kind="strong", start=6, end=12),),
    )
    assert picture == Image(
        url="https://port.example/crane.jpg",
        alt="A crane",
        caption="The last one",
        caption_marks=(Mark(kind="emphasis", start=4, end=8),),
        credit="Cy Pier",
    )
    assert heading == Heading(text="The buyer", level=3)
    assert buyer == Paragraph(
        text="It is Bo & Sons, known from The Quay.",
        marks=(
            Mark(kind="link", start=6, end=15, url="https://port.example/bo"),
            Mark(kind="cite", start=28, end=36),
        ),
    )
    assert quote == Quote(body=(Paragraph(text="We like cranes."),), cite="Bo Quay")
    assert items == List(items=((Paragraph(text="One"),), (Paragraph(text="Two"),)))
    assert table == Table(
        rows=((Cell(body=(Paragraph(text="Crane"),), header=True), Cell(body=(Paragraph(text="4 t"),))),)
    )


def test_what_no_field_holds_is_kept() -> None:
    extra = articlekit.parse(CRANES).extra

    assert extra["urgency"] == {"@ed-urg": "3"}
    assert extra["docdata"] == {"@management-status": "usable"}
    assert extra["tobject.subject"] == {
        "@tobject.subject.refnum": "04000000",
        "@tobject.subject.type": "Economy",
        "@tobject.subject.matter": "Trade",
    }
    assert extra["date.issue"] == {"@norm": "20240502T100000+0200"}
    assert extra["tagline"] == "With words from the quay."
    assert set(extra) == {
        *("title", "meta", "tobject", "tobject.subject", "docdata", "doc-id", "urgency", "date.issue", "doc.copyright"),
        *("pubdata", "byline", "location", "story.date", "tagline", "media"),
    }


def test_a_document_with_a_prefix() -> None:
    article = articlekit.parse((SAMPLES / "namespaced.xml").read_text())

    assert (article.title, article.authors) == ("The tide", (Author(name="Ada Marsh"), Author(name="Bo Quay")))
    assert (article.published, article.site) == (date(2024, 5, 3), Site(name="Port News"))
    assert article.body == (Paragraph(text="It rose."), Embed(url="https://port.example/t.mp4", media="video"))
    assert codes(article) == ["date.invalid"]


def test_comments_are_no_part_of_a_document() -> None:
    media = '<media media-type="image"><!-- a --><media-reference source="a.jpg"/></media>'
    body = f"<body><body.content><!-- b --><p>Sold<!-- c -->.</p>{media}</body.content></body>"

    assert articlekit.parse(f"<nitf>{body}</nitf>").body == (Paragraph(text="Sold."), Image(url="a.jpg"))


def test_documents_one_behind_the_other() -> None:
    head = "<body.head><hedline><hl1>{}</hl1></hedline></body.head>"
    one = f"<nitf><body>{head}<body.content><p>Text.</p></body.content></body></nitf>"

    found = list(articlekit.parse_all(one.format("One") + "\n" + one.format("Two")))

    assert [(article.title, article.text) for article in found] == [("One", "Text."), ("Two", "Text.")]


@pytest.mark.parametrize(
    ("damaged", "code", "last"),
    [
        (CRANES[: CRANES.index("Two</li>")], "xml.truncated", List(items=((Paragraph(text="One"),),))),
        (CRANES.replace("Three <em", "Th\x0bree <em"), "xml.control-characters", None),
        (CRANES.replace("</block>\n      <ul>", "<ul>"), "xml.malformed", None),
    ],
    ids=["cut off", "control characters", "unclosed"],
)
def test_what_is_damaged_is_read_as_far_as_it_goes(damaged: str, code: str, last: object) -> None:
    article = articlekit.parse(damaged)

    assert (article.title, article.id) == ("Cranes <sold>", "pn-7")
    assert article.body[:3] == articlekit.parse(CRANES).body[:3]
    assert last is None or article.body[-1] == last
    assert code in codes(article)


def test_a_text_in_the_body_itself_is_read() -> None:
    article = articlekit.parse("<nitf><body><body.head/><p>One.</p><block><p>Two.</p></block><body.end/></body></nitf>")

    assert (article.text, article.extra) == ("One.\n\nTwo.", {})


def test_what_has_no_text_says_so() -> None:
    article = articlekit.parse("<nitf><head><title>One</title></head></nitf>")

    assert (article.title, codes(article)) == ("One", ["body.empty"])
