"""Metadata of pages that were made to hurt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.markup import parse_html
from articlekit_html.metadata import explain_metadata, read_metadata
from plugins.html.metadata.pages import data, read


@given(st.binary(max_size=400))
def test_any_bytes(page: bytes) -> None:
    root = parse_html(page.decode("utf-8", "replace"))

    read_metadata(root, url="https://news.example/")
    explain_metadata(root)


VALUES = st.sampled_from(
    [
        "",
        " ",
        "https://[",
        "https://a\u2100b.example/",
        "//",
        "2024-99-99",
        "0000-00-00",
        "99999999999999",
        "\u202e",
        "a" * 300,
    ]
)
NAMES = st.sampled_from(["og:title", "og:url", "og:image", "article:published_time", "author", "og:locale", "keywords"])


@given(st.lists(st.tuples(NAMES, VALUES), max_size=8), VALUES)
def test_odd_values(metas: list[tuple[str, str]], url: str) -> None:
    head = "".join(f'<meta property="{name}" content="{value}">' for name, value in metas)

    said = read(head + f'<base href="{url}"><link rel="canonical" href="{url}">', url=url)

    assert said.title != ""
    assert said.url is None or said.url.startswith("http")


@pytest.mark.parametrize("address", ["https://[", "https://a\u2100b.example/", "//[x", "https://a.example:x/"])
def test_addresses_that_are_none(address: str) -> None:
    said = read(
        f'<link rel="canonical" href="{address}">', f'<h1><a href="{address}">Oil</a></h1><p>Words.</p>', url=None
    )

    assert said.title == "Oil"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9**20) | st.sampled_from([0.5, "", "x", "2024-05-02"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from(
            ["@type", "@id", "@graph", "author", "name", "datePublished", "publisher", "image", "keywords", "url",
             "claimReviewed", "itemReviewed", "reviewRating", "ratingValue", "mainEntityOfPage",
             "identifier", "headline"]
        ),
        inner | st.sampled_from(["Article", "ClaimReview", "Person", "Claim", "WebSite"]),
        max_size=5,
    ),
    max_leaves=20,
)  # fmt: skip


@given(JSON)
def test_any_shape_of_json_ld(value: object) -> None:
    import orjson

    root = parse_html(f"<head>{data(orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS).decode())}</head>")

    hash(read_metadata(root, url="https://news.example/").claims)
    explain_metadata(root)


@pytest.mark.parametrize(
    "page",
    [
        '<meta name="author" content="x">' * 100_000,
        "<h1>x</h1>" * 50_000,
        "<h1>Oil</h1>" + "<div>" * 20_000 + "2 May 2024",
        "<a rel=tag>x</a>" * 50_000,
        '<p class="author">By Ada Lovelace</p>' * 50_000,
        f"<p {' '.join(f'a{n}=1' for n in range(20_000))}>",
        data("[" * 100_000),
        data('{"a":' * 100_000),
        data('{"@type": "Article", "articleBody": "' + "x " * 500_000 + '"}'),
        data("[" + '{"@type": "Article", "author": {"@id": "x"}},' * 20_000 + "0]"),
        f'<meta property="og:title" content="{"- " * 100_000}">',
        f"<h1>Oil</h1><p>{'2024 ' * 100_000}</p>",
        f'<p class="{"date " * 100_000}">x</p>',
    ],
    ids=lambda page: page[:20],
)
def test_large_pages_are_read(page: str) -> None:
    read_metadata(parse_html(page), url="https://news.example/")
