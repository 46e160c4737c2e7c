"""Whole answers, and every field of the articles they give."""

import json
from datetime import datetime
from pathlib import Path

import pytest

import articlekit
from articlekit import Author, Site
from articlekit.blocks import Code, Heading, Image, List, Mark, Paragraph, Quote
from articlekit.plugin import Article, Json
from articlekit_wordpress.posts import read_post

SAMPLES = Path(__file__).parent / "samples"


def sample(name: str) -> list[Article]:
    return list(articlekit.parse_all((SAMPLES / name).read_bytes()))


def codes(article: Article) -> list[str]:
    return [note.code for note in article.diagnostics]


def test_a_post_with_all_that_is_embedded() -> None:
    (article,) = sample("embedded.json")

    assert article.id == "42"
    assert article.url == "https://blog.example/high-water/"
    assert article.title == "High water – what the “old town” knows"
    assert article.summary is None
    assert article.authors == (Author(name="Ana Müller", url="https://blog.example/author/ana/"),)
    assert str(article.published) == "2024-05-02 10:00:00+02:00"
    assert str(article.modified) == "2024-05-03 11:30:00+02:00"
    assert article.site == Site(url="https://blog.example")
    assert article.language is None
    assert article.categories == ("Town & country",)
    assert article.tags == ("Rain", "🌊")
    assert article.image == "https://blog.example/river.jpg"
    assert article.body == (
        Paragraph(
            text="The river rose by two metres, as the gauge says.",
            marks=(
                Mark(kind="strong", start=18, end=28),
                Mark(kind="link", start=33, end=42, url="https://blog.example/gauge/"),
            ),
        ),
        Heading(text="After the rain", level=2),
        List(items=((Paragraph(text="Bridges are closed."),), (Paragraph(text="Schools stay open."),))),
        Image(url="https://blog.example/river.jpg", alt="The river", caption="On Thursday"),
        Quote(body=(Paragraph(text="We have seen worse [sic]."),)),
    )
    assert codes(article) == ["summary.automatic"]


def test_what_no_field_holds_stays() -> None:
    (article,) = sample("embedded.json")
    answer = json.loads((SAMPLES / "embedded.json").read_bytes())
    mapped = {"id", "date", "date_gmt", "modified", "modified_gmt", "link", "title", "content"}

    assert article.extra == {key: value for key, value in answer.items() if key not in mapped}


def test_the_head_of_the_page_and_a_summary_by_hand() -> None:
    article, _ = sample("list.json")

    assert article.title == "Written by hand"
    assert article.extra["title"] == {"rendered": "Written <em>by hand</em>"}
    assert article.subtitle == "And then some"
    assert article.summary == "A summary in other words."
    assert article.authors == (Author(name="Bo"),)
    assert article.language == "en-GB"
    assert article.site == Site(name="The Blog")
    assert article.tags == ("Hand",)
    assert article.image == "https://blog.example/og.jpg"
    assert article.text == "One.\n\nTwo,\nstill two."
    assert "excerpt" not in article.extra
    assert codes(article) == ["body.shortcodes-dropped"]


def test_what_is_behind_a_password_is_not_just_empty() -> None:
    _, article = sample("list.json")

    assert article.body == ()
    assert article.title == "Behind a password"
    assert codes(article) == ["body.protected"]
    assert article.extra["content"] == {"rendered": "", "protected": True}


def test_the_form_that_asks_for_a_password_is_no_body() -> None:
    form = '<form action="/wp-login.php?action=postpass" class="post-password-form" method="post"><input></form>'
    article = read_post({"ID": 1, "title": "Secret", "content": form})

    assert article.body == ()
    assert codes(article) == ["body.protected"]


def test_what_was_typed_is_read_where_nothing_is_rendered() -> None:
    (article,) = sample("edit.json")

    assert article.body == (Paragraph(text="One."),)
    assert article.published == datetime.fromisoformat("2024-02-01T12:00:00")
    assert codes(article) == ["wordpress.dynamic-blocks", "summary.automatic"]
    assert article.extra["content"] == {"block_version": 1}
    assert "title" not in article.extra


def test_what_was_typed_stays_where_something_is_rendered() -> None:
    content: dict[str, Json] = {"raw": "One.", "rendered": "<p>One.</p>\n", "protected": False}
    article = read_post({"id": 1, "content": content})

    assert article.extra == {"content": {"raw": "One."}}


def test_wordpress_com() -> None:
    (article,) = sample("wpcom.json")

    assert article.id == "11"
    assert article.url == "https://c.example/2019/05/27/fish/"
    assert article.title == "Fish & chips"
    assert article.authors == (Author(name="Cy", url="https://cy.example"),)
    assert str(article.published) == "2019-05-27 09:00:17-04:00"
    assert article.site == Site(name="Cy’s", url="https://c.example")
    assert (article.categories, article.tags) == (("Food",), ("Fish",))
    assert article.image == "https://c.example/fish.jpg"
    assert article.text == "Hot,\nand salted.\n\nHow to eat it."
    assert article.extra["site_ID"] == 106
    assert "site_name" not in article.extra
    assert codes(article) == []


def test_version_1() -> None:
    article = read_post(
        {
            "ID": 5,
            "title": "Old",
            "content": "<p>One.</p>\n",
            "author": {"ID": 1, "username": "di", "name": "Di", "URL": ""},
            "link": "https://d.example/old/",
            "date": "2014-03-01T10:00:00",
            "date_tz": "UTC",
            "date_gmt": "2014-03-01T10:00:00",
            "featured_image": None,
            "terms": {"category": [{"ID": 2, "name": "News"}]},
        }
    )

    assert (article.id, article.title, article.text) == ("5", "Old", "One.")
    assert article.url == "https://d.example/old/"
    assert article.authors == (Author(name="Di"),)
    assert article.categories == ("News",)
    assert str(article.published) == "2014-03-01 10:00:00+00:00"


@pytest.mark.parametrize("said", [None, 17, [], {"rendered": None}, {"rendered": 3}])
def test_a_content_that_is_none_is_said(said: Json) -> None:
    article = read_post({"id": 1, "title": {"rendered": "One"}, "content": said})

    assert article.body == ()
    assert codes(article) == ["body.empty"]


def test_dates_that_cannot_be_read_stay_as_they_are() -> None:
    article = read_post({"id": 1, "title": "One", "content": "<p>1</p>", "date": "soon", "modified": None})

    assert article.published is None
    assert article.extra == {"date": "soon"}
    assert codes(article) == ["date.invalid"]


def test_code_keeps_its_lines() -> None:
    article = read_post({"id": 1, "content": {"rendered": "<pre class='wp-block-code'><code>a[i]\n\n  b</code></pre>"}})

    assert article.body == (Code(text="a[i]\n\n  b"),)
