import json
from datetime import datetime
from pathlib import Path

import pytest
from attrs import evolve

import articlekit
from articlekit import Article, Author, Site, WriteError
from articlekit.blocks import Code, Paragraph
from articlekit.plugin import Json
from articlekit_wordpress import write
from articlekit_wordpress.writing import HOLDS

SAMPLES = sorted((Path(__file__).parent / "samples").iterdir())

FULL = Article(
    id="42",
    url="https://blog.example/high-water/",
    title="High water & <low>",
    subtitle="And then",
    summary="One.",
    authors=(Author(name="Ana & Bo", url="https://blog.example/ana", kind="Person"), Author(name="Cy")),
    published=datetime.fromisoformat("2024-05-02T10:00:00+02:00"),
    modified=datetime.fromisoformat("2024-05-03T10:00:00"),
    language="de-CH",
    site=Site(name="The Blog", url="https://blog.example/"),
    categories=("Town & country", "Town & country"),
    tags=("Rain",),
    image="https://blog.example/river.jpg",
    license="https://creativecommons.org/licenses/by/4.0/",
    body=(Paragraph(text="One."), Paragraph(text='[gallery ids="1"] and [sic]'), Code(text="a\n\n[b]")),
    extra={"slug": "high-water", "meta": [], "own": {"deep": [1, None, "x"]}},
)


def read(text: str) -> Article:
    return articlekit.parse(text, format="wordpress")


def assert_held(article: Article, again: Article) -> None:
    for name in (*sorted(HOLDS.fields), "extra"):
        assert getattr(again, name) == getattr(article, name), name
    assert str(again.published) == str(article.published)


@pytest.mark.parametrize("php", [False, True])
def test_what_is_written_is_read_again(php: bool) -> None:
    assert_held(FULL, read(write([FULL], php=php)))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_what_was_read_is_written_and_read_again(path: Path) -> None:
    articles = list(articlekit.parse_all(path.read_bytes()))
    once = write(articles)
    again = list(articlekit.parse_all(once, format="wordpress"))

    for article, same in zip(articles, again, strict=True):
        assert_held(article, same)
    assert write(again) == once


def test_members_stand_where_wordpress_puts_them() -> None:
    post = json.loads(write([FULL]))

    assert list(post)[:8] == ["id", "date", "date_gmt", "modified", "slug", "link", "title", "content"]
    assert post["id"] == 42
    assert (post["date"], post["date_gmt"]) == ("2024-05-02T10:00:00", "2024-05-02T08:00:00")
    assert post["title"] == {"rendered": "High water &amp; &lt;low&gt;"}
    assert post["excerpt"] == {"rendered": "<p>One.</p>\n", "protected": False, "raw": "One."}
    assert post["_embedded"]["author"][1] == {"name": "Cy"}
    assert post["_embedded"]["wp:term"][1] == [{"name": "Rain", "taxonomy": "post_tag"}]


def test_as_php_prints_it() -> None:
    article = Article(id="7", title="Zoë’s 🌊", url="https://b.example/", body=(Paragraph(text="A/B"),))

    assert write([article], php=True) == (
        r'{"id":7,"link":"https:\/\/b.example\/","title":{"rendered":"Zo\u00eb\u2019s \ud83c\udf0a"},'
        r'"content":{"rendered":"<p>A\/B<\/p>","protected":false}}'
    )


@pytest.mark.parametrize("articles", [[], [FULL, Article(title="Two")]])
def test_any_other_number_is_a_list(articles: list[Article]) -> None:
    assert len(json.loads(write(articles))) == len(articles)


@pytest.mark.parametrize("number", ["7", "007", "-7", "a/7", "٧", "9" * 40])
def test_any_id(number: str) -> None:
    assert read(write([Article(id=number, title="One")])).id == number


def test_objects_that_say_more_are_kept_and_their_names_not_repeated() -> None:
    (article,) = articlekit.parse_all(SAMPLES[1].read_bytes())
    post = json.loads(write([article]))

    assert post["_embedded"] == article.extra["_embedded"]
    assert "yoast_head_json" not in post


def test_what_the_article_says_outranks_what_was_beside_it() -> None:
    (article,) = articlekit.parse_all(SAMPLES[1].read_bytes())
    changed = evolve(article, tags=("Rain", "Snow"), language="fr", authors=(Author(name="Eve", kind="Person"),))
    again = read(write([changed]))

    assert (again.tags, again.language, again.authors) == (changed.tags, changed.language, changed.authors)
    terms = json.loads(write([changed]))["_embedded"]["wp:term"]
    assert {"id": 8, "name": "Rain", "slug": "rain", "taxonomy": "post_tag"} in terms[-1]
    assert {"name": "Snow", "taxonomy": "post_tag"} in terms[-1]


@pytest.mark.parametrize(
    "extra",
    [
        {"aioseo_head_json": {"og:locale": "en_US", "og:site_name": "Other"}},
        {"yoast_head": '<meta property="og:locale" content="en_US" />'},
        {"_embedded": {"author": [{"code": "rest_user_invalid_id"}]}},
        {"yoast_head_json": {"schema": {"@graph": [{"@type": "Article", "wordCount": 3, "inLanguage": "en-US"}]}}},
        {"_embedded": [], "yoast_head_json": [], "content": "x", "title": 3, "excerpt": []},
    ],
)
def test_whatever_stands_beside(extra: dict[str, Json]) -> None:
    again = read(write([evolve(FULL, extra=extra)]))

    for name in HOLDS.fields:
        assert getattr(again, name) == getattr(FULL, name), name


def test_halves_of_characters_are_replaced() -> None:
    again = read(write([Article(title="a\ud800b", extra={"own": "\udfff"})]).encode().decode())

    assert (again.title, again.extra) == ("a\ufffdb", {"own": "\ufffd"})


@pytest.mark.parametrize("value", [10**5000, float("inf"), {1}], ids=["long", "infinite", "set"])
def test_what_json_does_not_know_is_refused(value: Json) -> None:
    with pytest.raises(WriteError, match="extra holds"):
        articlekit.write(Article(extra={"own": value}), "wordpress")
