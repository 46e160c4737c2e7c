"""Blogger's exports: posts and pages told from all else, labels, drafts."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

import articlekit
from articlekit import Article, Author, NoArticleError, Site
from articlekit.testing import ParserConformance

SAMPLES = Path(__file__).parent / "samples"
OLDER = (SAMPLES / "older.xml").read_bytes()
NEWER = (SAMPLES / "newer.atom").read_bytes()


class TestBlogger(ParserConformance):
    format = "blogger"
    samples = SAMPLES


def said(article: Article) -> list[str]:
    return [str(diagnostic) for diagnostic in article.diagnostics]


def test_posts_and_pages_are_told_from_comments_settings_and_templates() -> None:
    post, page = articlekit.parse_all(OLDER)

    assert (post.title, page.title) == ("The harbour is open & busy", "About")
    assert post.text == "It was opened on Monday.\n\nShips are back."
    assert post.url == "https://port.example/2024/05/harbour.html"
    assert (post.categories, post.tags) == ((), ("harbour", "storm"))
    assert post.authors == (Author(name="Ben Cod"),)
    assert post.site == Site(name="Port notes", url="https://port.example/")
    assert said(post) == []
    assert said(page) == [
        "info: item.skipped: entries that are no posts were left out: 1 comment, 1 settings, 1 template"
    ]
    assert post.origin is not None
    assert (post.origin.format, post.origin.place) == ("blogger", "entry 3")


def test_drafts_are_articles_that_say_so() -> None:
    _, page = articlekit.parse_all(OLDER)
    _, draft = articlekit.parse_all(NEWER)

    assert (page.extra["type"], page.extra["status"]) == ("page", "draft")
    assert (draft.extra["type"], draft.extra["status"]) == ("page", "draft")


def test_newer_exports_have_names_of_their_own() -> None:
    post, page = articlekit.parse_all(NEWER, url="https://port.example/")

    assert (post.url, post.tags) == ("https://port.example/2024/05/harbour.html", ("harbour",))
    assert (post.published, post.modified) == (
        datetime(2024, 5, 2, 8, tzinfo=UTC),
        datetime(2024, 5, 3, 8, tzinfo=UTC),
    )
    assert post.extra == {
        "blogger:status": "LIVE",
        "blogger:metaDescription": "Open again.",
        "blogger:created": "2024-05-02T07:00:00Z",
        "blogger:filename": "/2024/05/harbour.html",
        "type": "post",
    }
    assert said(page)[-1].endswith("left out: 1 comment, 1 trashed")


def test_a_file_name_stays_as_it_is_where_the_address_of_the_export_cannot_be_understood() -> None:
    assert next(post.url for post in articlekit.parse_all(NEWER, url="http://[bad/")) == "/2024/05/harbour.html"


def test_a_feed_of_blogger_is_a_feed() -> None:
    feed = (
        OLDER.replace(b".archive", b"").replace(b"kind#settings", b"kind#post").replace(b"kind#template", b"kind#post")
    )
    articles = list(articlekit.parse_all(feed.replace(b"kind#comment", b"kind#post")))

    assert {article.origin.format for article in articles if article.origin} == {"atom"}


def test_an_export_that_is_cut_off_keeps_what_is_there() -> None:
    (post,) = articlekit.parse_all(OLDER[: OLDER.index(b"Ships are")])

    assert post.text == "It was opened on Monday."
    assert any("xml.truncated" in line for line in said(post))


def test_an_export_without_posts_is_no_article() -> None:
    with pytest.raises(NoArticleError):
        list(articlekit.parse_all(NEWER.replace(b"POST<", b"COMMENT<").replace(b"PAGE<", b"COMMENT<")))


def test_a_status_that_is_an_element_with_more_in_it_is_none() -> None:
    status = b"<blogger:status>LIVE</blogger:status>"
    assert status in NEWER
    articles = list(articlekit.parse_all(NEWER.replace(status, b"<blogger:status><b>LIVE</b></blogger:status>", 1)))
    assert len(articles) == len(list(articlekit.parse_all(NEWER)))


def test_a_category_of_another_scheme_says_more_than_its_name() -> None:
    scheme = '<category scheme="https://terms.example/" term="ships" label="Ships"/>'
    (post, _) = articlekit.parse_all(OLDER.replace(b"<title", scheme.encode() + b"<title"), format="blogger")

    assert "Ships" in post.tags
    assert post.extra["category"] == [{"@scheme": "https://terms.example/", "@term": "ships", "@label": "Ships"}]
