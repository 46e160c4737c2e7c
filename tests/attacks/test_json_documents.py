"""JSON made to harm: what opens, repeats or nests without end, in any format that is JSON, is read or refused."""

import pytest

import articlekit
from articlekit import Article, ArticlekitError
from articlekit.blocks import Paragraph

SIZE = 2**15
UNITS = {
    "objects": '{"@type":"Article","a":[',
    "nodes": '},{"@type":"Article","uri":"u","a":[',
    "nodes in strings": '"},{"@type":"Article","s":"',
    "graphs": '{"@graph":[',
    "values": '{"@value":',
    "associations": '{"uri":"u","type":"composite","associations":[',
    "scripts": '<script type="application/ld+json">',
    "comments": "/*",
    "comments of lines": "// ",
    "sections": "<![CDATA[",
    "backslashes": "\\",
    "quotes": "' \"",
    "spaces behind braces": "}    ",
    "line breaks": '"\n',
    "types": '"type":["a",',
    "tags": "<p ",
    "articles": '{"articlekit":1,"body":[\n',
    "words": "undefined 01 ",
    "nameless": "{{a:",
    "halves": '"\\ud83d":[',
    "cut lines": '{"articlekit":1,"title":"\n',
}
STARTS = ["", "[", '{"@context":"https://schema.org","@graph":[', '{"uri":"u","type":"text","body_html":"']


@pytest.mark.slow
@pytest.mark.parametrize("start", STARTS, ids=["bare", "list", "graph", "text"])
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
@pytest.mark.parametrize("name", ["schemaorg", "ninjs", "json", None], ids=str)
def test_floods_are_read_or_refused(name: str | None, unit: str, start: str) -> None:
    data = start + unit * (SIZE // len(unit))

    try:
        found = list(articlekit.parse_all(data, format=name))
    except ArticlekitError:
        found = []

    assert len(articlekit.write(found, "jsonl")) < 40 * len(data)


WORDS = ["NaN", "undefined", "None", "007", "+1", "1.", "0x1F", "2024-05-02", "new Date(5)", r'"\ud83d"']
DOCUMENTS = {
    "ghost": '{{"posts": [{{"n": {}, "title": "Tides", "html": "<p>High at six.</p>"}}]}}',
    "drupal": '{{"data": {{"type": "node--article", "attributes": {{"n": {}, "title": "Tides",'
    ' "body": {{"processed": "<p>High at six.</p>"}}}}}}}}',
    "ninjs": '{{"uri": "u", "n": {}, "headline": "Tides", "body_html": "<p>High at six.</p>"}}',
    "schemaorg": '{{"@type": "Article", "n": {}, "headline": "Tides", "articleBody": "High at six."}}',
    "jsonfeed": '{{"version": "https://jsonfeed.org/version/1.1", "items":'
    ' [{{"n": {}, "title": "Tides", "content_html": "<p>High at six.</p>"}}]}}',
    "wordpress": '{{"n": {}, "title": {{"rendered": "Tides"}}, "content": {{"rendered": "<p>High at six.</p>"}}}}',
}
SOUND = Article(title="Tides", body=(Paragraph(text="High at six."),))


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_value_that_is_no_json_costs_nothing_beside_it(name: str, word: str) -> None:
    article = articlekit.parse(DOCUMENTS[name].format(word), format=name)

    assert (article.title, article.text) == ("Tides", "High at six.")


@pytest.mark.parametrize("form", ["[%s]", "[%s, %s]", "[[%s], [%s]]", "[%s, %s,]", "%s\n%s", "%s %s,"])
@pytest.mark.parametrize("name", [*DOCUMENTS, "json"])
def test_a_list_of_documents_is_read_as_its_documents_are(name: str, form: str) -> None:
    document = DOCUMENTS[name].format(1) if name in DOCUMENTS else articlekit.write(SOUND, "json")

    found = list(articlekit.parse_all(form.replace("%s", document)))

    assert [(article.title, article.text) for article in found] == [("Tides", "High at six.")] * form.count("%s")
    assert {article.origin.format for article in found if article.origin} == {name}
