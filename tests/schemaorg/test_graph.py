"""Blocks of JSON-LD as a graph: contexts of every kind, references, what is broken."""

import json

import pytest

from articlekit.schemaorg import Graph, read_graph, string_of

PLAIN = '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Oil up", "url": "https://o.example"}'


def headlines(graph: Graph) -> list[str | None]:
    return [string_of(node.data.get("headline")) for node in graph.of_kind("NewsArticle")]


@pytest.mark.parametrize(
    "block",
    [
        PLAIN,
        f"[{PLAIN}]",
        f'{{"@context": "http://schema.org/", "@graph": [{{"@type": "WebSite"}}, {PLAIN}]}}',
        '{"@context": {"schema": "https://schema.org/"}, "@type": "schema:NewsArticle", "schema:headline": "Oil up"}',
        '{"@context": {"type": "@type", "title": "schema:headline"}, "type": "NewsArticle", "title": "Oil up"}',
        '{"@context": {"title": {"@id": "http://schema.org/headline"}}, "@type": "NewsArticle", "title": "Oil up"}',
        '[{"@type": ["http://schema.org/NewsArticle"], "http://schema.org/headline": [{"@value": "Oil up"}]}]',
        '{"@type": "NewsArticle", "headline": {"@value": "Oil up", "@language": "en"}}',
        '{"@type": "NewsArticle", "headline": {"@list": [{"@value": "Oil up"}]}}',
    ],
    ids=["plain", "list", "graph", "prefix", "alias", "term", "expanded", "value", "list of values"],
)
def test_contexts(block: str) -> None:
    assert headlines(read_graph([block])) == ["Oil up"]


def test_a_reference_stands_for_what_it_names() -> None:
    graph = read_graph(['{"@type": "Article", "author": {"@id": "#a"}}', '{"@id": "#a", "name": "Ada"}'])

    assert string_of(graph.resolve(graph.articles[0].data["author"])) == "Ada"


def test_halves_of_characters_cost_nothing_and_are_said() -> None:
    graph = read_graph([PLAIN.replace("Oil up", r"Oil \ud83d"), PLAIN])

    assert headlines(graph) == ["Oil \ufffd", "Oil up"]
    assert [note.code for note in graph.diagnostics] == ["json.lone-surrogate"]


def test_repairs_are_said_of_their_block() -> None:
    graph = read_graph([PLAIN, PLAIN.replace("}", ",}"), "", "{{{", PLAIN[:-20]])

    assert headlines(graph) == ["Oil up"] * 3
    assert [node.block for node in graph.nodes] == [0, 1, 4]
    assert {number: [note.code for note in notes] for number, notes in graph.repairs.items()} == {
        1: ["json.invalid"],
        3: ["json.invalid"],
        4: ["json.invalid", "json.truncated"],
    }


def test_a_block_may_be_several_values() -> None:
    graph = read_graph([PLAIN * 2, PLAIN + PLAIN.replace("}", ",}") + PLAIN])

    assert headlines(graph) == ["Oil up"] * 5
    assert {number: [note.code for note in notes] for number, notes in graph.repairs.items()} == {
        0: ["json.several"],
        1: ["json.invalid", "json.several"],
    }


def test_deep_values_are_renamed_without_recursion() -> None:
    deep = '{"schema:x": ' * 900 + "1" + "}" * 900

    block = read_graph([deep]).blocks[0]

    assert json.dumps(block, separators=(",", ":")) == '{"x":' * 900 + "1" + "}" * 900
