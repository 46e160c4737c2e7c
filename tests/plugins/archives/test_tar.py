"""TAR archives: what is read of them, what damage leaves, and what is made to do harm."""

import bz2
import gzip
import io
import lzma
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

import articlekit
from articlekit import Article, NoArticleError, ParseError, Source
from articlekit.testing import ParserConformance

SAMPLES = Path(__file__).parent / "tar"
PAGE = b"<!DOCTYPE html><title>%s</title><article><p>The harbour of Emden was opened again on Monday.</p></article>"
BLOCK = 512


class TestTar(ParserConformance):
    format = "tar"
    samples = SAMPLES
    cuts = 12


def header(name: str, **said: object) -> bytes:
    member = tarfile.TarInfo(name)
    for key, value in said.items():
        setattr(member, key, value)
    return member.tobuf(tarfile.GNU_FORMAT)


def tarred(*names: str, form: int = tarfile.PAX_FORMAT) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=form) as archive:
        for name in names:
            page = PAGE % name[:40].encode()
            member = tarfile.TarInfo(name)
            member.size = len(page)
            archive.addfile(member, io.BytesIO(page))
    return stream.getvalue()


def read(data: bytes) -> list[Article]:
    return list(articlekit.parse_all(data))


def titles(data: bytes) -> list[str | None]:
    return [article.title for article in read(data)]


def codes(data: bytes) -> set[str]:
    return {diagnostic.code for article in read(data) for diagnostic in article.diagnostics}


@pytest.mark.parametrize("name", ["pages.tar", "pages.tar.gz"])
def test_the_pages_of_a_tar(name: str) -> None:
    articles = list(articlekit.parse_all(Source(path=SAMPLES / name)))

    assert [article.origin.place for article in articles if article.origin] == [
        "pages/open.html",
        "feed.xml, item 1",
        "feed.xml, item 2",
        "pilots.json, $",
        "closed.mhtml, part 1: https://port.example/closed/",
    ]
    # Beside pictures there are a link and a device that are named as pages are.
    assert articles[-1].diagnostics[-1].message == "without an article: 1 .html, 1 .png, 2 link, device or sparse file"


def test_what_a_page_shows_is_left_out_where_the_page_is_there() -> None:
    names = ["b_files/ad.html", "mysite_files/real.html", "../../x.html", ".hidden/y.html", "b.html"]

    assert titles(tarred(*names)) == ["../../x.html", "b.html", "mysite_files/real.html"]


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_long_names_of_every_kind(form: int) -> None:
    name = "/".join(("folder" * 12,) * 2) + "/page.html"
    (article,) = read(tarred(name, form=form))

    assert article.origin is not None
    assert article.origin.place == name


def test_a_damaged_header_costs_its_file_alone() -> None:
    data = tarred("a.html", "b.html", "c.html").replace(b"b.html\0", b"?.html\0")

    assert titles(data) == ["a.html", "c.html"]
    assert "archive.damaged" in codes(data)


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT])
@pytest.mark.parametrize("damage", [0, 100, 150])
def test_a_damaged_first_header_leaves_an_archive(form: int, damage: int) -> None:
    data = bytearray(tarred("a.html", "b.html", form=form))
    data[damage] ^= 0xFF

    assert titles(bytes(data)) == ["b.html"]
    assert "archive.damaged" in codes(bytes(data))


def test_zeros_in_front_leave_an_archive() -> None:
    data = bytes(2 * BLOCK) + tarred("a.html")

    assert titles(data) == ["a.html"]
    assert "archive.damaged" in codes(data)


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_an_archive_of_no_files_is_said_to_be_empty(pack: Callable[[bytes], bytes]) -> None:
    with pytest.raises(NoArticleError, match="the archive is empty"):
        read(pack(tarred()))


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_an_archive_that_is_packed_is_read(pack: Callable[[bytes], bytes]) -> None:
    assert titles(pack(tarred("a.html", "b.html"))) == ["a.html", "b.html"]


def test_an_archive_that_cannot_be_unpacked_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "bz2", None)

    with pytest.raises(ParseError, match="packed in a way that this Python cannot undo"):
        list(articlekit.parse_all(bz2.compress(tarred("a.html")), format="tar"))


def test_a_file_in_it_that_cannot_be_unpacked_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    page = lzma.compress(PAGE % b"b")
    data = (
        tarred("a.html")[: 2 * BLOCK]
        + header("b.html.xz", size=len(page))
        + page.ljust(BLOCK, b"\0")
        + bytes(2 * BLOCK)
    )
    assert titles(data) == ["a.html", "b"]

    monkeypatch.setitem(sys.modules, "lzma", None)
    (article,) = read(data)

    assert article.diagnostics[-1].code == "item.skipped"
    assert "b.html.xz: it is packed in a way that this Python cannot undo" in article.diagnostics[-1].message


def test_what_of_a_packed_archive_is_cut_off_or_too_much_is_said() -> None:
    cut = gzip.compress(tarred("a.html", "b.html"))[:-40]
    bomb = bz2.compress(tarred("a.html")[: 2 * BLOCK] + header("b.bin", size=2**26) + bytes(2**26))

    assert "the gzip stream is damaged or cut off" in read(cut)[-1].diagnostics[-1].message
    assert titles(bomb) == ["a.html"]
    assert codes(bomb) >= {"archive.damaged", "source.too-large"}


@pytest.mark.parametrize("compressed", [False, True])
def test_a_tar_that_is_cut_off_is_read_as_far_as_it_goes(compressed: bool) -> None:
    whole = tarred("a.html", "b.html")
    cut = whole[: 3 * BLOCK + 100]

    assert codes(whole).isdisjoint({"archive.damaged"})
    assert titles(gzip.compress(cut) if compressed else cut) == ["a.html", "b.html"]
    assert "archive.damaged" in codes(cut)


def test_a_size_below_nothing_does_not_lead_back() -> None:
    data = header("less.html", size=-5 * BLOCK) + tarred("a.html")

    assert titles(data) == ["a.html"]
    assert "archive.damaged" in codes(data)


@pytest.mark.parametrize("size", [2**40, 2**80])
def test_a_size_beyond_the_end_is_said(size: int) -> None:
    data = tarred("a.html")[: 2 * BLOCK] + header("huge.html", size=size)

    assert titles(data) == ["a.html"]
    assert codes(data) >= {"archive.damaged", "source.too-large"}


def test_what_a_header_claims_is_not_read_in_vain() -> None:
    chain = header("x", type=tarfile.XHDTYPE, size=2**24) * 40_000

    with pytest.raises(NoArticleError, match="behind it stands no header"):
        read(chain)


def test_a_file_that_is_too_large_is_passed_over() -> None:
    size = 2**26 + BLOCK
    large = tarred("a.html")[: 2 * BLOCK] + header("b.html", size=size) + bytes(size) + tarred("c.html")

    assert titles(large) == ["a.html", "c.html"]
    assert "source.too-large" in codes(large)
