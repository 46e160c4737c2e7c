"""Members of JSON that have the name of another: which of them is not read is said."""

import pytest

import articlekit
from articlekit.json_members import replaced_members
from articlekit.json_repair import load, read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('{"a": 1, "b": {"a": 1}}', []),
        ('{"a": 1, "a": 2}', ["a"]),
        ('{"a": 1, "a" : 2}', ["a"]),
        ('{"a"\n: 1, "b": [{"c": null, "d": 1, "c": []}], "a": 2}', ["c", "a"]),
        # Nothing is lost of what says the same twice.
        ('{"a": [1], "a": [1]}', []),
        # What only looks like a name, in a string.
        (r'{"a": "\"b\": 1", "c": "\\"}', []),
        (r'{"a": "\"b\": 1", "a": 1}', ["a"]),
        ("[1, 2]", []),
    ],
)
def test_members_that_are_not_read_are_named(text: str, names: list[str]) -> None:
    notes = replaced_members(load(text), text)

    assert [note.message.rpartition(": ")[2] for note in notes] == ([", ".join(map(repr, names))] if names else [])
    assert read(text).diagnostics == notes


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("ghost", '{"posts": [{"title": "A", "html": "<p>a</p>", "html": "<p>b</p>"}]}'),
        ("wordpress", '{"id": 1, "title": "A", "content": "<p>a</p>", "content": "<p>b</p>"}'),
        ("jsonfeed", '{"items": [{"id": "1", "content_html": "a", "content_html": "b"}]}'),
        ("schemaorg", '{"@context": "https://schema.org", "@type": "Article", "text": "a", "text": "b"}'),
    ],
)
def test_every_format_in_json_says_so(format: str, text: str) -> None:  # noqa: A002
    article = articlekit.parse(text, format=format)

    assert article.text == "b"
    assert "json.names-repeated" in [note.code for note in article.diagnostics]
