"""What is written is read again, for any metadata; bodies of all kinds are the conformance kit's."""

import json
import re
from datetime import timedelta, timezone

from hypothesis import example, given
from hypothesis import strategies as st

import articlekit
from articlekit import Article, Author, Site
from articlekit.blocks import Paragraph
from articlekit.errors import ArticlekitError
from articlekit_wordpress import write
from articlekit_wordpress.writing import HOLDS

_SPACES = re.compile(r"[ \t\n\f\r]+")


def line(text: str) -> str:
    """White space as HTML has it in one line."""
    return _SPACES.sub(" ", text).strip(" ")


lines = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(line).filter(bool)
tricky = st.sampled_from(
    ["&amp;", "<b>x</b>", "[gallery]", "[x y='z']", "A […]", "0", "1 &lt; 2", "{", '"', "\\", "</p>", "3"]
)
texts = lines | tricky
addresses = st.from_regex(r"https?://[a-z]{1,5}\.example/[a-z&;=?%\[\]']{0,9}", fullmatch=True)
offsets = st.integers(-23 * 3600, 23 * 3600).map(lambda seconds: timezone(timedelta(seconds=seconds)))
moments = st.none() | st.datetimes(timezones=st.none() | offsets) | st.dates()
authors = st.builds(
    Author, name=texts, url=st.none() | addresses, kind=st.sampled_from([None, "Person", "Organization"])
)
articles = st.builds(
    Article,
    id=st.none() | st.integers().map(str) | texts,
    url=st.none() | addresses,
    title=st.none() | texts,
    subtitle=st.none() | texts,
    summary=st.none() | texts,
    authors=st.lists(authors, max_size=3).map(tuple),
    published=moments,
    modified=moments,
    language=st.sampled_from([None, "en", "de-CH", "zh-Hant-TW", "sr-Latn"]),
    site=st.none() | st.builds(Site, name=st.none() | texts, url=st.none() | addresses),
    categories=st.lists(texts, max_size=3).map(tuple),
    tags=st.lists(texts, max_size=3).map(tuple),
    image=st.none() | addresses,
    license=st.none() | addresses | texts,
    body=st.lists(texts.map(lambda text: Paragraph(text=f"A {text}")), max_size=3).map(tuple),
    extra=st.dictionaries(texts.map("x_".__add__), st.none() | st.booleans() | st.integers(-9, 9) | texts, max_size=3),
)


@given(articles, st.booleans())
@example(Article(summary="Â\xa0"), False)
def test_what_is_written_is_read_again(article: Article, php: bool) -> None:
    text = write([article], php=php)
    again = articlekit.parse(text, format="wordpress")

    for name in (*sorted(HOLDS.fields), "extra"):
        assert getattr(again, name) == getattr(article, name), name
    assert (str(again.published), str(again.modified)) == (str(article.published), str(article.modified))
    assert write([again], php=php) == text


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | tricky,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5) | tricky, inner, max_size=3),
    max_leaves=6,
)
members = st.sampled_from(
    [
        *(
            "id",
            "ID",
            "date",
            "date_gmt",
            "modified",
            "link",
            "URL",
            "title",
            "content",
            "excerpt",
            "author",
            "authors",
        ),
        *("categories", "tags", "terms", "_embedded", "_links", "yoast_head_json", "yoast_head", "aioseo_head_json"),
        *("parsely", "meta", "acf", "featured_image", "jetpack_featured_media_url", "lang", "site_name", "subtitle"),
        *("posts", "body", "code", "message", "error", "data", "status"),
    ]
)
inner_members = st.sampled_from(
    [
        *("rendered", "raw", "protected", "author", "wp:term", "wp:featuredmedia", "schema", "@graph", "@type", "name"),
        *(
            "source_url",
            "taxonomy",
            "og_image",
            "og_locale",
            "twitter_misc",
            "self",
            "href",
            "meta",
            "0",
            "full",
            "url",
        ),
    ]
)
inner = st.dictionaries(inner_members, values | st.dictionaries(inner_members, values, max_size=3), max_size=4)
answers = st.dictionaries(members, values | inner | st.lists(inner, max_size=2), min_size=1, max_size=8)


@given(answers | st.lists(answers, max_size=3))
def test_any_shape_of_any_member_is_read_or_refused(answer: object) -> None:
    refused = ""
    articles = []
    try:
        articles += articlekit.parse_all(json.dumps(answer), format="wordpress")
    except ArticlekitError as error:
        refused = str(error)
    assert "failed" not in refused
    for article in articles:
        again = articlekit.parse(write([article]), format="wordpress")
        assert again.title == article.title
        assert again.body == article.body
