"""Drupal's JSON:API: single nodes, collections, what is included and what is not."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

import articlekit
from articlekit import Article, Author, ErrorAnswer, NoArticleError
from articlekit.blocks import Mark, Paragraph, Quote
from articlekit.testing import ParserConformance

SAMPLES = Path(__file__).parent / "samples"
SINGLE = (SAMPLES / "single.json").read_bytes()
COLLECTION = (SAMPLES / "collection.json").read_bytes()


class TestDrupal(ParserConformance):
    format = "drupal"
    samples = SAMPLES


def codes(article: Article) -> list[str]:
    return [diagnostic.code for diagnostic in article.diagnostics]


def test_the_front_page_has_the_address_of_the_site() -> None:
    assert articlekit.parse(SINGLE.replace(b'"/news/harbour"', b'"/"')).url == "https://port.example/"


def test_an_alias_that_cannot_be_understood_costs_no_article() -> None:
    article = articlekit.parse(SINGLE.replace(b'"/news/harbour"', b'"http://[bad"'))

    assert (article.title, article.url) == ("The harbour is open again", "http://[bad")


def test_a_node_with_what_it_refers_to() -> None:
    article = articlekit.parse(SINGLE)

    assert article.id == "2b1f6a70-5f0e-4c55-9d6b-5f3c1b2a7e01"
    assert article.url == "https://port.example/news/harbour"
    assert (article.title, article.subtitle) == ("The harbour is open again", "After the storm")
    assert article.summary == "Four weeks after the storm."
    assert article.authors == (Author(name="Ada Marsh"),)
    assert article.published == datetime(2024, 5, 2, 8, tzinfo=UTC)
    assert (article.categories, article.tags, article.language) == (("News",), ("harbour", "storm"), "en")
    assert article.image == "https://port.example/sites/default/files/gate.jpg"
    assert article.body == (
        Paragraph(text="The harbour was opened on Monday.", marks=(Mark(kind="emphasis", start=16, end=22),)),
        Paragraph(
            text="See the tides.",
            marks=(Mark(kind="link", start=4, end=13, url="https://port.example/news/tides"),),
        ),
    )
    assert codes(article) == []
    assert article.extra == {
        "type": "node--article",
        "drupal_internal__nid": 12,
        "drupal_internal__vid": 40,
        "status": True,
        "promote": True,
        "sticky": False,
        "relationships": {
            "node_type": [
                {"type": "node_type--node_type", "id": "aa", "meta": {"drupal_internal__target_id": "article"}}
            ],
            "field_image": [
                {"type": "file--file", "id": "f1", "meta": {"alt": "The gate", "width": 800, "height": 600}}
            ],
        },
    }


def test_a_collection_says_what_is_missing() -> None:
    tides, cranes = articlekit.parse_all(COLLECTION, url="https://port.example/jsonapi/node/page")

    assert tides.url == "https://port.example/node/3"
    assert tides.text == "High at six.\n\nLow at noon & at one."
    assert tides.published == datetime(2024, 5, 2, 8, tzinfo=UTC)
    assert tides.language is None
    assert codes(tides) == ["item.skipped", "drupal.not-included"]
    assert tides.diagnostics[1].message.endswith("uid")
    assert cranes.origin is not None
    assert cranes.origin.place == "$.data[1]"


def test_paragraphs_are_entities_of_their_own() -> None:
    _, cranes = articlekit.parse_all(COLLECTION)

    assert cranes.body == (Paragraph(text="Three cranes."), Quote(body=(Paragraph(text="Sold!"),)))
    assert cranes.authors == (Author(name="C. Dab"),)
    assert cranes.image == "https://cdn.port.example/crane.jpg"
    assert codes(cranes) == ["item.skipped", "date.invalid"]
    assert cranes.extra["created"] == "soon"


def test_paragraphs_that_hold_themselves_end() -> None:
    answer = """{"data": {"type": "node--a", "id": "n", "attributes": {"title": "A"},
        "relationships": {"x": {"data": {"type": "paragraph--p", "id": "1"}}}},
        "included": [{"type": "paragraph--p", "id": "1",
            "attributes": {"t": {"processed": "<p>Again.</p>"}},
            "relationships": {"y": {"data": {"type": "paragraph--p", "id": "1"}}}}]}"""

    assert articlekit.parse(answer).text == "Again."


def test_an_answer_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    article = articlekit.parse(SINGLE[: SINGLE.index(b'"field_subtitle"')])

    assert article.title == "The harbour is open again"
    assert len(article.body) == 2
    assert "json.truncated" in codes(article)


@pytest.mark.parametrize("between", ["", "\n", ",", "/* the next */"])
@pytest.mark.parametrize("begin", ["", "["])
def test_answers_behind_one_another_are_all_read(begin: str, between: str) -> None:
    answers = [f"{begin}{sample.decode()}{']' * len(begin)}" for sample in (COLLECTION, SINGLE)]

    articles = list(articlekit.parse_all(between.join(answers)))

    assert [article.origin and article.origin.place for article in articles] == [
        "$[0].data[0]",
        "$[0].data[1]",
        "$[1].data",
    ]
    assert articles[2].text == articlekit.parse(SINGLE).text
    assert "json.several" in codes(articles[0])


def test_what_stands_beside_the_answers_and_is_none_is_said() -> None:
    article = articlekit.parse(SINGLE + b'{"title": "Tides"}')

    assert codes(article) == ["json.several", "item.skipped"]
    assert article.diagnostics[1].message == "beside the nodes stands something else: $[1]"


def test_an_error_message_is_one() -> None:
    answer = (
        '{"jsonapi": {"version": "1.0"}, "errors": [{"title": "Forbidden", "status": "403", "detail": "Not yours."}]}'
    )

    with pytest.raises(ErrorAnswer, match="Not yours") as caught:
        articlekit.parse(answer)
    assert caught.value.status == 403


def test_other_resources_are_no_articles() -> None:
    with pytest.raises(NoArticleError):
        articlekit.parse('{"jsonapi": {}, "data": [{"type": "user--user", "id": "1"}]}', format="drupal")


@pytest.mark.parametrize(("taken", "places"), [("{}", ["$"]), ("[{}, {}]", ["$[0]", "$[1]"])])
def test_nodes_that_were_taken_out_of_an_answer_are_read(taken: str, places: list[str]) -> None:
    node = json.dumps(json.loads(SINGLE)["data"])

    articles = list(articlekit.parse_all(taken.replace("{}", node)))

    assert [article.origin and article.origin.place for article in articles] == places
    assert {article.text for article in articles} == {articlekit.parse(SINGLE).text}
