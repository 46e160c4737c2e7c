"""JSON made to harm: what opens, repeats or nests without end, in any format that is JSON, is read or refused."""

import pytest

import articlekit
from articlekit import ArticlekitError

SIZE = 2**16
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
    "cut lines": '{"articlekit":1,"title":"\n',
}
STARTS = ["", "[", '{"@context":"https://schema.org","@graph":[', '{"uri":"u","type":"text","body_html":"']


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
