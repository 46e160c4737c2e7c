"""Archives: what is read of each kind, what damage leaves, and what bounds hold."""

import bz2
import gzip
import io
import lzma
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

import articlekit
from articlekit import Article, ArticlekitError, NoArticleError, Source
from articlekit.testing import ParserConformance

SAMPLES = Path(__file__).parent
CRAWL = (SAMPLES / "warc" / "crawl.warc").read_bytes()
MHTML = (SAMPLES / "mhtml" / "closed.mhtml").read_bytes()
PAGE = "<!DOCTYPE html><html><head><title>{0}</title></head><body><article><h1>{0}</h1>" + (
    "<p>The harbour of Emden was opened again on Monday, four weeks after the storm, the authority said.</p>" * 3
)
LOSSES = {"archive.damaged", "item.skipped", "source.too-large"}
CRAWLED = [
    "The harbour is open again",
    "The harbour is closed",
    "Tides",
    "Cranes sold",
    "Tides",
    "Pilots wanted",
    "From a disk",
]


class TestMhtml(ParserConformance):
    format = "mhtml"
    samples = SAMPLES / "mhtml"
    cuts = 12


class TestZip(ParserConformance):
    format = "zip"
    samples = SAMPLES / "zip"
    cuts = 12


class TestWarc(ParserConformance):
    format = "warc"
    samples = SAMPLES / "warc"
    cuts = 12


class TestWacz(ParserConformance):
    format = "wacz"
    samples = SAMPLES / "wacz"
    cuts = 12


def read(data: bytes) -> list[Article]:
    return list(articlekit.parse_all(data))


def titles(articles: list[Article]) -> list[str | None]:
    return [article.title or article.text.partition("\n")[0] for article in articles]


def codes(articles: list[Article]) -> set[str]:
    return {diagnostic.code for article in articles for diagnostic in article.diagnostics}


def zipped(members: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_a_saved_page_is_the_one_article_of_its_message() -> None:
    article = articlekit.parse(MHTML)

    assert "The harbour of Emden was closed again on Monday" in article.text
    assert "Buy boats" not in article.text
    assert article.origin is not None
    assert (article.origin.format, article.origin.place) == ("html", "part 1: https://port.example/closed/")
    assert article.origin.retrieved == datetime(2024, 5, 2, 10, tzinfo=timezone(timedelta(hours=2)))
    assert [d.message for d in article.diagnostics if d.code == "archive.passed-over"] == [
        "without an article: 1 image/png, 1 text/html"
    ]


def test_a_declared_charset_of_a_part_is_used() -> None:
    article = articlekit.parse((SAMPLES / "mhtml" / "base64.mht").read_bytes())

    assert article.origin is not None
    assert article.origin.encoding == "windows-1252"


def test_a_message_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    article = articlekit.parse(MHTML[: MHTML.index(b"four weeks")])

    assert "was closed again on Monday" in article.text
    assert "archive.damaged" in codes([article])


def test_a_page_in_base64_is_decoded_wherever_it_is_cut_off() -> None:
    message = (SAMPLES / "mhtml" / "base64.mht").read_bytes()
    start = message.index(b"PCF")

    for end in range(start + 200, start + 210):
        article = articlekit.parse(message[:end])
        assert article.title == "Gezeiten – Täglich"
        assert "archive.damaged" in codes([article])


@pytest.mark.parametrize("name", ["warc/crawl.warc", "warc/crawl.warc.gz", "wacz/crawl.wacz"])
def test_what_was_fetched_is_read_and_pictures_and_errors_are_passed_over(name: str) -> None:
    articles = list(articlekit.parse_all(Source(path=SAMPLES / name)))

    assert titles(articles) == CRAWLED
    assert codes(articles) & LOSSES == set()
    assert "archive.passed-over" in codes(articles)
    first, feed = articles[0].origin, articles[4].origin
    assert first is not None
    assert feed is not None
    assert (first.format, first.retrieved) == ("html", datetime(2024, 5, 2, 8, 0, 3, tzinfo=UTC))
    assert feed.format == "rss"
    assert feed.place is not None
    assert feed.place.endswith("record 6: https://port.example/feed/, item 2")


@pytest.mark.parametrize("pack", [bz2.compress, lzma.compress])
def test_a_crawl_that_is_packed_as_a_whole_is_read(pack: Callable[[bytes], bytes]) -> None:
    titles = [article.title for article in articlekit.parse_all(CRAWL)]

    assert [article.title for article in articlekit.parse_all(pack(CRAWL))] == titles


def test_a_packed_crawl_that_is_cut_off_says_so() -> None:
    *_, last = articlekit.parse_all(lzma.compress(CRAWL)[:-200])

    assert any("the xz stream is damaged or cut off" in diagnostic.message for diagnostic in last.diagnostics)


@pytest.mark.parametrize("name", ["crawl.warc", "crawl.warc.gz"])
def test_reading_may_begin_at_the_offset_of_a_record(name: str) -> None:
    data = (SAMPLES / "warc" / name).read_bytes()
    origin = read(data)[2].origin

    assert origin is not None
    assert titles(read(data[origin.offset :]))[0] == "Tides"


@pytest.mark.parametrize("compressed", [False, True])
@pytest.mark.parametrize("damage", [b"WARC/9", b"\0" * 40, b"WARC/1.0\r\nContent-Length: -9\r\n"])
def test_a_damaged_record_does_not_stop_the_file(compressed: bool, damage: bytes) -> None:
    records = [record for record in re.split(rb"(?=WARC/1\.0\r\nWARC-Type)", CRAWL) if record]
    records[5] = damage + records[5][len(damage) :]
    written = [gzip.compress(record) for record in records] if compressed else records
    articles = read(b"".join(written))

    assert titles(articles) == [title for title in CRAWLED if title != "The harbour is closed"]
    assert "archive.damaged" in codes(articles)


def test_a_record_that_claims_too_great_a_length_swallows_no_other() -> None:
    first, *rest = re.split(rb"(?=WARC/1\.0\r\nWARC-Type: response)", CRAWL)
    rest[0] = re.sub(rb"Content-Length: ", b"Content-Length: 9", rest[0], count=1)
    articles = read(b"".join((first, *rest)))

    assert titles(articles)[-6:] == CRAWLED[1:]
    assert "archive.damaged" in codes(articles)


def test_a_crawl_that_is_cut_off_keeps_what_is_whole() -> None:
    articles = read(CRAWL[: CRAWL.index(b"Pilots wanted")])

    assert titles(articles)[:5] == CRAWLED[:5]
    assert "archive.damaged" in codes(articles)


@pytest.mark.parametrize("compressed", [False, True])
def test_a_record_that_is_cut_off_in_its_headers_is_said(compressed: bool) -> None:
    *records, last = (record for record in re.split(rb"(?=WARC/1\.0\r\nWARC-Type)", CRAWL) if record)
    write = gzip.compress if compressed else bytes
    whole = b"".join(write(record) for record in records)

    assert "archive.damaged" not in codes(read(whole))
    for end in range(1, 160, 3):
        assert "archive.damaged" in codes(read(whole + write(last)[:end])), end


def test_the_pages_of_a_zip() -> None:
    articles = read((SAMPLES / "zip" / "pages.zip").read_bytes())

    assert titles(articles)[:4] == ["The harbour is open again", "Cranes sold", "Tides", "Pilots wanted"]
    assert [article.origin.place for article in articles if article.origin] == [
        "pages/open.html",
        "feed.xml, item 1",
        "feed.xml, item 2",
        "pilots.json, $",
        "closed.mhtml, part 1: https://port.example/closed/",
    ]
    assert codes(articles) >= {"archive.passed-over"}


def test_the_names_that_pages_have() -> None:
    names = ["index.html?p=1", "a.shtml", "a.asp", "a.aspx", "a.jsp", "a.cfm", "page.php?show=a.jpg", "Why?.html"]
    others = ["style.css?v=2", "Why?.jpg", "a.js"]

    assert titles(read(zipped({name: PAGE.format(name) for name in (*names, *others)}))) == names


def test_what_a_page_shows_is_left_out_where_the_page_is_there() -> None:
    shown = ["b_files/ad.html", "Seite-Dateien/ad.html", "news_files/page_files/ad.html", "b_files/in/ad.html"]
    pages = ["b.html", "Seite.htm", "news_files/page.html", "mysite_files/real.html", "../../x.html"]

    assert titles(read(zipped({name: PAGE.format(name) for name in (*shown, *pages)}))) == pages


def test_links_in_a_zip_are_no_pages() -> None:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("a.html", PAGE.format("a.html"))
        link = zipfile.ZipInfo("b.html")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    (article,) = read(stored.getvalue())

    assert article.diagnostics[-1].message == "without an article: 1 link"


def test_a_damaged_member_does_not_stop_the_archive() -> None:
    data = bytearray(zipped({name: PAGE.format(name) for name in ("a.html", "b.html", "c.html")}))
    at = data.index(b"b.html")
    data[at + 20 : at + 30] = b"\xff" * 10
    articles = read(bytes(data))

    assert titles(articles) == ["a.html", "c.html"]
    assert "archive.damaged" in codes(articles)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_zip_that_is_cut_off_is_said_to_be_one_and_is_no_page(method: int) -> None:
    pages = {name: PAGE.format(name) + "<p>Tides.</p>" * 400 for name in ("a.html", "b.html")}
    data = zipped(pages, method)

    for kept in (0.3, 0.6, 0.95):
        with pytest.raises(articlekit.ParseError, match="members is damaged or cut off") as caught:
            read(data[: int(kept * len(data))])
        assert caught.value.format == "zip"


@pytest.mark.parametrize("at", [0, 3, 26])
def test_a_stored_zip_whose_first_bytes_are_damaged_is_one_all_the_same(at: int) -> None:
    data = bytearray(zipped({name: PAGE.format(name) for name in ("a.html", "b.html")}, zipfile.ZIP_STORED))
    data[at] ^= 0xFF
    articles = read(bytes(data))

    assert titles(articles) == ["b.html"]
    assert "archive.damaged" in codes(articles)


def test_a_page_with_an_archive_behind_it_is_a_page() -> None:
    (article,) = read(PAGE.format("Tides").encode() + zipped({"a.html": PAGE.format("Inside")}))

    assert article.title == "Tides"


def test_documents_and_books_are_no_archives_of_pages() -> None:
    book = zipped({"mimetype": "application/epub+zip", "a.xhtml": PAGE.format("A")})

    with pytest.raises(ArticlekitError):
        articlekit.parse(book)


def test_archives_are_read_two_deep() -> None:
    two = zipped({"inner.zip": zipped({"a.html": PAGE.format("Inside")}), "b.html": PAGE.format("Outside")})
    three = zipped({"two.zip": two, "c.html": PAGE.format("Around")})

    assert titles(read(two)) == ["Inside", "Outside"]
    articles = read(three)
    assert titles(articles) == ["Outside", "Around"]
    assert "item.skipped" in codes(articles)


def test_a_bomb_is_passed_over_and_said() -> None:
    articles = read(zipped({"bomb.html": b"<p>" + b" " * 2**26, "a.html": PAGE.format("Sound")}))

    assert titles(articles) == ["Sound"]
    assert "source.too-large" in codes(articles)


def test_a_compressed_record_that_expands_without_end_stops_the_reading_and_is_said() -> None:
    head = b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://port.example/b\r\nContent-Type: text/html\r\n"
    bomb = gzip.compress(head + b"Content-Length: %d\r\n\r\n" % 2**26 + b" " * 2**26 + b"\r\n\r\n")

    with pytest.raises(NoArticleError) as caught:
        read(bomb)
    assert {diagnostic.code for diagnostic in caught.value.diagnostics} == {"source.too-large"}


def test_a_list_of_members_that_is_too_long_is_refused() -> None:
    end = b"PK\x05\x06" + b"\0" * 4 + b"\xff\xff" * 2 + (2**30).to_bytes(4, "little") + b"\0" * 6

    with pytest.raises(articlekit.LimitError):
        list(articlekit.parse_all(b"PK\x03\x04" + b"\0" * 100 + end, format="zip"))


def test_parts_nested_too_deep_are_an_error() -> None:
    nested = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (i, i) for i in range(2_000))

    with pytest.raises(ArticlekitError):
        articlekit.parse(b"MIME-Version: 1.0\r\n" + nested, format="mhtml")
