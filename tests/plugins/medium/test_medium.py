"""Medium's exports: a post, and the archive of them."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

import articlekit
from articlekit import Article, Author, NoArticleError
from articlekit.blocks import Image, List, Mark, Paragraph, Quote, Rule
from articlekit.testing import ParserConformance

SAMPLES = Path(__file__).parent / "samples"
POST = (SAMPLES / "post.html").read_bytes()
DRAFT = POST[: POST.index(b"<footer>")].replace(b"again", b"soon") + b"</article></body></html>"
BESIDE = {
    "README.html": b"<html><body><h1>Your data</h1></body></html>",
    "profile/profile.html": b"<p>Ada, of the port</p>",
}


class TestMedium(ParserConformance):
    format = "medium"
    samples = SAMPLES


def zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def codes(article: Article) -> list[str]:
    return [diagnostic.code for diagnostic in article.diagnostics]


@pytest.mark.parametrize("first", [POST, POST.replace(b"</article>", b"")], ids=["whole", "without its end"])
def test_posts_behind_one_another_are_all_read(first: bytes) -> None:
    second = POST.replace(b"again", b"soon").replace(b"Locks", b"Keys")

    one, two = articlekit.parse_all(first + second)

    assert (one.title, two.title) == ("The harbour is open again", "The harbour is open soon")
    assert one.body == articlekit.parse(POST).body
    assert "Keys" in two.text


def test_a_post() -> None:
    article = articlekit.parse(POST)

    assert article.origin is not None
    assert article.origin.format == "medium"
    assert (article.title, article.subtitle) == ("The harbour is open again", "Four weeks after the storm")
    assert article.authors == (Author(name="Ada Marsh", url="https://medium.com/@ada"),)
    assert article.published == datetime(2024, 5, 2, 8, tzinfo=UTC)
    assert article.url == "https://medium.com/@ada/the-harbour-is-open-again-0123456789ab"
    assert article.id == "0123456789ab"
    assert article.extra == {"page": "https://medium.com/p/0123456789ab"}
    assert article.body == (
        Image(url="https://cdn.port.example/gate.jpeg", caption="The gate"),
        Paragraph(text="The harbour was opened on Monday.", marks=(Mark(kind="emphasis", start=16, end=22),)),
        Rule(),
        Quote(body=(Paragraph(text="At last."),)),
        List(items=((Paragraph(text="Locks"),), (Paragraph(text="Cranes"),))),
    )
    assert codes(article) == []


def test_the_archive_gives_its_posts_and_nothing_beside_them() -> None:
    export = zipped({**BESIDE, "posts/draft_Soon-1.html": DRAFT, "posts/2024-05-02_Open-0123.html": POST})
    post, draft = articlekit.parse_all(export)

    assert (post.title, draft.title) == ("The harbour is open again", "The harbour is open soon")
    assert (draft.published, draft.url, draft.extra) == (None, None, {"status": "draft"})
    assert draft.origin is not None
    assert (draft.origin.format, draft.origin.place) == ("medium", "posts/draft_Soon-1.html")


def test_a_post_that_is_damaged_costs_no_other() -> None:
    files = {**BESIDE, "posts/a.html": b"<p>no post</p>", "posts/b.html": POST, "posts/c.html": b" " * 2**26 + POST}
    (post,) = articlekit.parse_all(zipped(files))

    assert codes(post) == ["archive.damaged"]


def test_a_post_among_other_pages_of_an_archive_is_one() -> None:
    (post,) = articlekit.parse_all(zipped({"saved.html": POST}))

    assert post.origin is not None
    assert (post.origin.format, post.origin.place) == ("medium", "saved.html")


def test_an_export_without_posts_is_no_article() -> None:
    with pytest.raises(NoArticleError):
        list(articlekit.parse_all(zipped({**BESIDE, "posts/a.html": b"<p>no post</p>"}), format="medium"))


@pytest.mark.parametrize("damaged", [b'data-fi="body"', b'data-field="boby"'])
def test_a_body_that_is_not_marked_is_read_and_said(damaged: bytes) -> None:
    article = articlekit.parse(POST.replace(b'data-field="body"', damaged), format="medium")

    assert article.body == articlekit.parse(POST).body
    assert codes(article) == ["html.malformed"]
