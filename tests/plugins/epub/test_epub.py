"""EPUB: chapters in reading order, metadata of the book, and books that are broken or hostile."""

from datetime import UTC, date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest

import articlekit
from articlekit import Article, Author, NoArticleError, Site
from articlekit.blocks import Mark, Note, Paragraph
from articlekit.testing import ParserConformance
from plugins.epub.book import FILES, NAVIGATION, ONE, PACKAGE, TWO, written

NCX = """<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint><navLabel><text>Of tides</text></navLabel>
<content src="text/two.xhtml#a"/></navPoint></navMap></ncx>"""


class TestEpub(ParserConformance):
    format = "epub"
    samples = Path(__file__).parent / "samples"
    cuts = 12


def codes(articles: list[Article]) -> list[str]:
    return [diagnostic.code for article in articles for diagnostic in article.diagnostics]


def test_the_sample_is_the_book() -> None:
    with ZipFile(Path(__file__).parent / "samples" / "harbour.epub") as sample:
        files = {name: sample.read(name).decode() for name in sample.namelist()}

    assert files == {"mimetype": "application/epub+zip", **FILES}


def test_chapters_stand_in_the_order_of_the_spine_with_what_is_said_of_the_book() -> None:
    tides, harbour = articlekit.parse_all(written({}))

    assert (tides.title, tides.body) == ("Tides", (Paragraph(text="High at six."),))
    assert (harbour.title, harbour.id) == ("The harbour", "urn:isbn:0000000000#one")
    assert harbour.body == (
        Paragraph(text="It was opened1\xa0again.", marks=(Mark(kind="note", start=13, end=14, url="#n1"),)),
        Note(name="n1", body=(Paragraph(text="In May."),)),
    )
    assert harbour.authors == (Author(name="Ada Marsh"),)
    assert (harbour.published, harbour.modified) == (date(2024, 5, 2), datetime(2024, 5, 3, 8, tzinfo=UTC))
    assert (harbour.language, harbour.site, harbour.tags) == ("en-GB", Site(name="Port press"), ("Ships",))
    assert harbour.extra == {"book": {"title": "Papers of the harbour", "description": "What a port is."}}
    assert harbour.origin is not None
    assert harbour.origin.place == "chapter 3: OEBPS/text/one .xhtml"
    assert codes([tides, harbour]) == ["archive.passed-over"]


def test_a_book_is_known_without_its_type_and_is_no_archive_of_pages() -> None:
    book = written({}, mimetype=False)

    assert [article.title for article in articlekit.parse_all(book)] == ["Tides", "The harbour"]


def test_older_books_have_another_table_of_contents() -> None:
    package = PACKAGE.replace('<item id="nav" href="nav.xhtml"', '<item id="ncx" href="toc.ncx"')
    package = package.replace("<spine>", '<spine toc="ncx">').replace('properties="nav"', "")
    package = package.replace(
        'toc.ncx" media-type="application/xhtml+xml"', 'toc.ncx" media-type="application/x-dtbncx+xml"'
    )
    articles = list(articlekit.parse_all(written({"OEBPS/book.opf": package, "OEBPS/toc.ncx": NCX})))

    assert articles[0].title == "Of tides"
    assert articles[0].text == "Tides\n\nHigh at six."


@pytest.mark.parametrize(
    ("name", "data", "titles"),
    [
        ("OEBPS/text/two.xhtml", None, ["The harbour"]),
        ("OEBPS/text/two.xhtml", b"", ["The harbour"]),
        ("OEBPS/text/two.xhtml", b"<p>" + b" " * 2**26, ["The harbour"]),
        ("OEBPS/nav.xhtml", None, ["Tides", "The harbour"]),
        ("OEBPS/nav.xhtml", NAVIGATION[:100], ["Tides", "The harbour"]),
        ("META-INF/container.xml", None, ["Tides", "The harbour"]),
        ("OEBPS/text/one .xhtml", ONE.replace("</p>", ""), ["Tides", "The harbour"]),
        ("OEBPS/book.opf", PACKAGE.replace('idref="cover"', 'idref="none"'), ["Tides", "The harbour"]),
    ],
)
def test_what_is_broken_costs_no_other(name: str, data: str | bytes | None, titles: list[str]) -> None:
    articles = list(articlekit.parse_all(written({name: data})))

    assert [article.title for article in articles] == titles
    assert ("archive.damaged" in codes(articles)) is (len(titles) == 1 or "none" in str(data))


@pytest.mark.parametrize(
    ("chapter", "code"),
    [
        (TWO, None),
        (TWO.replace("six", "<b>six"), "xml.malformed"),
        (TWO.replace("High", "High & low"), "xml.malformed"),
        (TWO[: TWO.index(" six")], "xml.truncated"),
        (TWO[: TWO.index("</body>")], "xml.truncated"),
        (TWO[: TWO.index(" six")].encode("utf-16"), "xml.truncated"),
        (TWO.replace("six", "<b>six").encode("utf-16"), "xml.malformed"),
    ],
)
def test_a_chapter_that_is_broken_or_cut_off_is_said_to_be(chapter: str | bytes, code: str | None) -> None:
    tides, harbour = articlekit.parse_all(written({"OEBPS/text/two.xhtml": chapter}))

    assert "High" in tides.text
    assert codes([tides]) == ([code] if code else [])
    assert codes([harbour]) == ["archive.passed-over"]


def test_a_chapter_with_a_picture_and_no_text_is_said_to_be_such_and_loses_nothing() -> None:
    plate = TWO.replace("<h2>Tides</h2><p>High at six.</p>", '<img src="map.png" alt="A map"/>')
    tides, _ = articlekit.parse_all(written({"OEBPS/text/two.xhtml": plate}), strict=True)

    assert [(d.code, d.severity) for d in tides.diagnostics] == [("body.empty", "info")]


def test_a_book_whose_chapters_are_missing_names_them() -> None:
    files: dict[str, str | bytes | None] = {"OEBPS/text/one .xhtml": None, "OEBPS/text/two.xhtml": None}

    with pytest.raises(NoArticleError, match=r"two\.xhtml: there is no OEBPS/text/two\.xhtml in it"):
        list(articlekit.parse_all(written(files)))


def test_entities_of_a_chapters_own_are_not_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>' + TWO.replace("six", "&b;")
    tides, _ = articlekit.parse_all(written({"OEBPS/text/two.xhtml": bomb}))

    assert "lollol" not in tides.text
    assert codes([tides]) == ["html.malformed"]


def test_what_is_encrypted_is_said() -> None:
    listed = '<encryption><CipherReference URI="OEBPS/text/two.xhtml"/></encryption>'
    (harbour,) = articlekit.parse_all(written({"META-INF/encryption.xml": listed}))

    assert any("encrypted" in diagnostic.message for diagnostic in harbour.diagnostics)


def test_a_book_without_a_spine_is_no_article() -> None:
    with pytest.raises(NoArticleError):
        list(articlekit.parse_all(written({"OEBPS/book.opf": "<package/>"})))
