"""WordPress exports: what is read of one, what is written, and what damage leaves."""

import gzip
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

import articlekit
from articlekit import Article, Author, NoArticleError, Site, Source
from articlekit.blocks import Code, Image, Mark, Paragraph, Quote
from articlekit.source import STREAMED
from articlekit.testing import ParserConformance

SAMPLES = Path(__file__).parent / "samples"
EXPORT = (SAMPLES / "export.xml").read_text()
SUMMER = timezone(timedelta(hours=2))


class TestWxr(ParserConformance):
    format = "wxr"
    samples = SAMPLES


def codes(article: Article) -> list[str]:
    return [diagnostic.code for diagnostic in article.diagnostics]


def test_a_post_of_blocks() -> None:
    post, _ = articlekit.parse_all(EXPORT)

    assert (post.id, post.url) == ("7", "https://port.example/2024/05/cranes/")
    assert post.title == "The harbour & its cranes"
    assert post.summary == "Cranes, sold."
    assert post.authors == (Author(name="Ada Marsh"),)
    assert post.published == datetime(2024, 5, 2, 10, tzinfo=SUMMER)
    assert post.modified == datetime(2024, 5, 3, 9, 30, tzinfo=SUMMER)
    assert post.language == "en-GB"
    assert post.site == Site(name="Port & Sea", url="https://port.example")
    assert (post.categories, post.tags) == (("Harbour",), ("Cranes",))
    assert post.image == "https://port.example/files/crane.jpg?a=1&b=2"
    assert post.body == (
        Paragraph(
            text="Three cranes were sold. The code is a[b[0]]>1.",
            marks=(Mark(kind="strong", start=18, end=22), Mark(kind="code", start=36, end=45)),
        ),
        Quote(body=(Paragraph(text="We need them."),), cite="The harbour master"),
    )
    assert post.origin is not None
    assert (post.origin.format, post.origin.place) == ("wxr", "item 1")
    assert codes(post) == ["wordpress.dynamic-blocks"]


def test_what_no_field_holds_is_kept() -> None:
    post, _ = articlekit.parse_all(EXPORT)

    assert post.extra == {
        "guid": "https://port.example/?p=7",
        "post_name": "cranes",
        "status": "publish",
        "post_type": "post",
        "comment": {"comment_author": "Bo", "comment_content": "At last."},
        "postmeta": {"_thumbnail_id": "9", "source": ["first", "second"]},
        "terms": [{"taxonomy": "place", "name": "North quay", "slug": "north-quay"}],
        "slugs": {"category": {"Harbour": "harbour"}, "post_tag": {"Cranes": "cranes"}},
        "author_login": "ada",
    }


def test_a_classic_draft_and_what_is_no_article() -> None:
    _, draft = articlekit.parse_all(EXPORT)

    assert (draft.published, draft.extra["status"]) == (None, "draft")
    assert draft.authors == (Author(name="guest"),)
    assert draft.body == (
        Paragraph(text="One line\nand the next."),
        Image(url="https://port.example/a.jpg", alt="A crane", caption="A crane"),
        Paragraph(text="Another paragraph."),
        Paragraph(text="And a last one."),
    )
    assert codes(draft) == ["body.shortcodes-dropped", "item.skipped"]
    assert "attachment, nav_menu_item" in draft.diagnostics[1].message


def test_version_1_names_each_term_twice() -> None:
    twice = EXPORT.replace(
        '<category domain="category"', '<category><![CDATA[Harbour]]></category><category domain="category"'
    ).replace(
        '<category domain="post_tag" nicename',
        '<category domain="tag">Cranes</category><category domain="tag" nicename',
    )

    post, _ = articlekit.parse_all(twice.replace("export/1.2/", "export/1.0/"))

    assert (post.categories, post.tags) == (("Harbour",), ("Cranes",))


@pytest.mark.parametrize(
    ("damage", "titles", "code"),
    [
        (lambda xml: xml[: xml.index("Another paragraph")], 2, "xml.truncated"),
        (lambda xml: xml.replace("Three", "Thr\x0bee"), 2, "xml.control-characters"),
        (lambda xml: xml.replace("draft</title>", "draft"), 2, "xml.malformed"),
        (lambda xml: xml.replace("</wp:author_login>", ""), 2, "xml.malformed"),
        (lambda xml: xml[xml.index("<wp:post_id>7") :], 1, "xml.malformed"),
    ],
    ids=["cut off", "control characters", "unclosed title", "unclosed login", "start lost"],
)  # fmt: skip
def test_damage_costs_no_sound_post(damage: Callable[[str], str], titles: int, code: str) -> None:
    sound = list(articlekit.parse_all(EXPORT))

    found = list(articlekit.parse_all(damage(EXPORT)))

    assert len(found) == titles
    assert code in [code for article in found for code in codes(article)]
    assert found[-1].id in ("8", None)
    assert found[-1].title == sound[-1].title


def test_an_export_without_posts_says_what_is_in_it() -> None:
    start, end = EXPORT.index("<item>"), EXPORT.index("<item>\n\t\t<title>crane.jpg")

    with pytest.raises(NoArticleError, match="attachment, nav_menu_item"):
        list(articlekit.parse_all(EXPORT[:start] + EXPORT[end:]))


def test_a_large_file_is_streamed_and_read_the_same(tmp_path: Path) -> None:
    start, end = EXPORT.index("<item>"), EXPORT.index("<item>\n\t\t<title>crane.jpg")
    items = EXPORT[start:end]
    path = tmp_path / "export.xml"
    path.write_text(EXPORT[:start] + items * (1 + STREAMED // len(items)) + EXPORT[end:])

    first, second = (a for a, _ in zip(articlekit.parse_all(Source(path=path)), range(2), strict=False))

    small = list(articlekit.parse_all(EXPORT))
    assert (first.title, first.body, first.image) == (small[0].title, small[0].body, small[0].image)
    assert second.body == small[1].body


def test_of_a_large_file_that_is_compressed_nothing_is_missing() -> None:
    comments = f"<!--{'.' * 2**20}-->" * (1 + STREAMED // 2**20)
    compressed = gzip.compress(EXPORT.replace("<item>", f"{comments}<item>", 1).encode(), compresslevel=0)

    articles = list(articlekit.parse_all(compressed))

    assert len(compressed) > STREAMED
    assert [article.image for article in articles] == [article.image for article in articlekit.parse_all(EXPORT)]
    assert articles[0].image is not None
    assert "source.compressed" in [diagnostic.code for diagnostic in articles[0].diagnostics]


def test_what_xml_cannot_hold_is_replaced() -> None:
    article = Article(title="a\x0bb\ud800", body=(Code(text="x\x1by\n\nz"),), categories=("\x00",))

    again = articlekit.parse(articlekit.write(article, "wxr"))

    assert again.title == "a\ufffdb\ufffd"
    # In the body it is a reference of HTML's, which XML need not know.
    assert again.text == "x\x1by\n\nz"
    assert again.categories == ("\ufffd",)


def test_several_articles_share_pictures_and_authors() -> None:
    picture = "https://port.example/a.jpg"
    one = Article(id="1", title="One", image=picture, authors=(Author(name="Ada Marsh"),))
    two = Article(id="2", title="Two", image=picture, authors=(Author(name="Ada Marsh"), Author(name="Bo")))

    text = articlekit.write([one, two], "wxr")

    assert text.count("<wp:attachment_url>") == 1
    assert text.count("<wp:author>") == 2
    again = list(articlekit.parse_all(text))
    assert [a.image for a in again] == [picture, picture]
    assert again[1].authors == two.authors
