"""Long lists are read item by item: the same articles, of which no two are in memory at once."""

from __future__ import annotations

import json
import tracemalloc
from typing import Any

import pytest

import articlekit
from articlekit_wordpress.repair import parts
from articlekit_wordpress.repair.items import LONG

HTML = "<p>" + "One two three. " * 50_000 + "</p>"


def posts(html: str = HTML, count: int = LONG // len(HTML) + 1) -> list[dict[str, Any]]:
    return [
        {"id": i, "date": "2024-05-01T10:00:00", "title": {"rendered": f"Post {i}"}, "content": {"rendered": html}}
        for i in range(count)
    ]


TEXT = json.dumps(posts())


def test_each_item_is_a_part() -> None:
    text = json.dumps(posts(), indent=1)

    assert [(place, json.loads(part)) for place, part in parts(f"\n{text} ")] == [
        (f"$[{i}]", post) for i, post in enumerate(posts())
    ]


def test_articles_are_those_of_the_whole_list() -> None:
    short = json.dumps(posts("<p>One</p>"))
    articles = list(articlekit.parse_all(TEXT, format="wordpress"))
    for article, other in zip(articles, articlekit.parse_all(short, format="wordpress"), strict=True):
        assert (article.id, article.title, article.published) == (other.id, other.title, other.published)
        assert article.origin
        assert other.origin
        assert article.origin.place == other.origin.place
        assert article.diagnostics == other.diagnostics == ()


@pytest.mark.parametrize(
    "text",
    [
        TEXT[:-1],
        TEXT[:-100],
        TEXT + "x",
        TEXT.replace('"id": 3', '"id": NaN'),
        TEXT.replace("}, {", "} {"),
        json.dumps([*posts(), {"code": "rest_error", "message": "No"}]),
        json.dumps([*posts(), {"id": 1}]),
        json.dumps([*posts(), *posts("<p>It&amp;#8217;s</p>", 1)]),
        json.dumps([*posts(), *posts("<p>Menu2014 is no menu</p>", 1)]),
        json.dumps({"posts": posts()}),
        json.dumps(posts(count=2)),
        "[" * (LONG + 1),
        " " * (LONG + 1),
        "[ " + " " * LONG,
        json.dumps([""] * (LONG // 2)),
    ],
    ids=lambda text: f"{text[:10]}…{text[-10:]}",
)
def test_whatever_else_is_one_part(text: str) -> None:
    assert list(parts(text)) == [("$", text)]


def test_a_broken_item_costs_no_other() -> None:
    text = TEXT[:-100]
    articles = list(articlekit.parse_all(text, format="wordpress"))

    assert [article.id for article in articles] == [str(post["id"]) for post in posts()]
    assert [[d.code for d in a.diagnostics if d.code == "body.truncated"] for a in articles[-2:]] == [
        [],
        ["body.truncated"],
    ]


def test_memory_holds_the_text_but_not_the_posts() -> None:
    post = {"id": 1, "title": {"rendered": "One"}, "content": {"rendered": "<p>x</p>"}, "x": ["four"] * 6_000}
    source = articlekit.Source.from_text(json.dumps([post] * (LONG // 45_000)))
    size = len(source.text)
    assert size > LONG
    tracemalloc.start()
    try:
        for _ in articlekit.parse_all(source, format="wordpress"):
            pass
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    # The members of all posts would take more than their text.
    assert peak < size
