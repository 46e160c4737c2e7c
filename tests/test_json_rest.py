"""JSON whose beginning is lost: what is left of it, begun anew, and what the formats read of it."""

from datetime import date

import pytest

import articlekit
from articlekit import Article
from articlekit.blocks import Paragraph
from articlekit.json_rest import Records, begun, is_rest
from articlekit.plugin import Diagnostic

RECORDS = Records(
    begin=r'"id"\s*:', members=frozenset({"at"}), list="items", holders=frozenset({"items"}), html="html", lost='"x":1'
)


@pytest.mark.parametrize(
    ("rest", "read"),
    [
        # In a string, in a name, in a number or word, and between values.
        ('tea", "at": 7}, {"id": 8}], "n": 2}', '{"items":[{"x":1,"":"tea", "at": 7}, {"id": 8}], "n": 2}'),
        ('", "at": 7}, {"id": 8}]}', '{"items":[{"x":1,"":"", "at": 7}, {"id": 8}]}'),
        (r'\"tea\"", "at": 7}, {"id": 8}]}', r'{"items":[{"x":1,"":"\"tea\"", "at": 7}, {"id": 8}]}'),
        ('le": 5, "at": 7}, {"id": 8}]}', '{"items":[{"x":1,"le": 5, "at": 7}, {"id": 8}]}'),
        ('7, "at": 7}, {"id": 8}]}', '{"items":[{"x":1,"at": 7}, {"id": 8}]}'),
        ('rue, "at": 7}, {"id": 8}]}', '{"items":[{"x":1,"at": 7}, {"id": 8}]}'),
        (', "at": 7}, {"id": 8}]}', '{"items":[{"x":1,"at": 7}, {"id": 8}]}'),
        (': "tea", "at": 7}, {"id": 8}]}', '{"items":[{"x":1,"":"tea", "at": 7}, {"id": 8}]}'),
        # In a list, an object or an object in a list of a record, which may begin with a whole one.
        ('a", "b"], "at": 7}, {"id": 8}]}', '{"items":[{"x":1,"":["a", "b"], "at": 7}, {"id": 8}]}'),
        ('a", "b": 1}, "at": 7}, {"id": 8}]}', '{"items":[{"x":1,"":{"":"a", "b": 1}, "at": 7}, {"id": 8}]}'),
        ('a"}], "at": 7}, {"id": 8}]}', '{"items":[{"x":1,"":[{"":"a"}], "at": 7}, {"id": 8}]}'),
        ('{"b": 1}], "at": 7}, {"id": 8}]}', '{"items":[{"x":1,"":[{"b": 1}], "at": 7}, {"id": 8}]}'),
        ('["b"], "at": 7}, {"id": 8}]}', '{"items":[{"x":1,"":["b"], "at": 7}, {"id": 8}]}'),
        # HTML is the text of the record, unless that is still to come.
        (r'<p>tea<\/p>", "n": 7}, {"id": 8}]}', r'{"items":[{"x":1,"html":"<p>tea<\/p>", "n": 7}, {"id": 8}]}'),
        ('<p>", "html": "", "at": 7}]}', '{"items":[{"x":1,"":"<p>", "html": "", "at": 7}]}'),
        # What has nothing that a record has is left out.
        ('tea", "n": 7}, {"id": 8}, {"id": 9}]}', '{"items":[{"id": 8}, {"id": 9}]}'),
        ('tea", "n": 7}, {"id": 8}, {"id": 9}]', '[{"id": 8}, {"id": 9}]'),
        ('}, {"id": 8}]}', '{"items":[{"id": 8}]}'),
        (', {"id": 8}]}', '{"items":[{"id": 8}]}'),
        # The list, or what holds it, begins in the text.
        ('1", "items": [{"id": 8}], "n": 2}', '{"":"1", "items": [{"id": 8}], "n": 2}'),
        ('ems": [{"id": 8}], "n": 2}', '{"items": [{"id": 8}], "n": 2}'),
        # One record, some parted by lines or commas, and what is around or behind them.
        ('tea", "at": 7}', '{"x":1,"":"tea", "at": 7}'),
        ('tea", "at": 7}\n{"id": 8}\n{"id": 9}', '{"x":1,"":"tea", "at": 7}\n{"id": 8}\n{"id": 9}'),
        ('tea"}\n{"id": 8}\n{"id": 9}', '{"id": 8}\n{"id": 9}'),
        ('tea"},\n{"id": 8},\n{"id": 9}', '{"id": 8},\n{"id": 9}'),
        ('tea", "at": 7}]}, {"items": [{"id": 8}]}]', '{"items":[{"x":1,"":"tea", "at": 7}]}\n{"items": [{"id": 8}]}'),
        ('tea"}]}, {"items": [{"id": 8}]}]', '[{"items": [{"id": 8}]}]'),
        ('tea", "at": 7}, {"id": 8}], "n": 2}}, "m": 3}', '{"items":[{"x":1,"":"tea", "at": 7}, {"id": 8}], "n": 2}'),
        # Behind what is broken or cut off all is taken as it is.
        ('tea", "at": 7}, {"id": 8}, {"id": "9', '{"items":[{"x":1,"":"tea", "at": 7}, {"id": 8}, {"id": "9'),
        ('tea", "at": 7}, {"id": "9', '{"items":[{"x":1,"":"tea", "at": 7}, {"id": "9'),
        ('tea", "at": 7}\n{"id": 8}\n{"id": "9', '{"x":1,"":"tea", "at": 7}\n{"id": 8}\n{"id": "9'),
    ],
)
def test_what_is_left_is_begun_anew(rest: str, read: str) -> None:
    found = begun(rest, RECORDS)

    assert found is not None
    assert found.text == read
    assert [note.code for note in found.diagnostics] == ["json.start-lost", "body.start-lost"][
        : 1 + ('"html":"' in read)
    ]


@pytest.mark.parametrize(
    "text", ["", " ", "{", '{"id": 1}', '[{"id": 1}, {"id": 2}]\n', '{"id": 1}\n{"id": 2}', "[1, 2]"]
)
def test_what_begins_as_json_is_left_alone(text: str) -> None:
    assert (is_rest(text), begun(text, RECORDS)) == (False, None)


@pytest.mark.parametrize(
    "text",
    [
        'He said "yes", then {',
        '<a href="x">[1]',
        'f("a", [1]',
        "no quote }",
        'a = "b"; c = {}',
        '"',
        "}",
        '\\"}',
        "\ufeff}",
    ],
)
def test_what_is_no_json_is_no_rest_of_it(text: str) -> None:
    assert not is_rest(text)
    assert begun(text, RECORDS) is None


def article_of(number: int) -> Article:
    body = (Paragraph(text=f"High at {number}."), Paragraph(text="Low later."))
    return Article(title=f"Tides {number}", published=date(2024, 5, number), body=body, extra={"n": number})


HTML = "<p>High at {n}.</p><p>Low later.</p>"
RECORD_OF = {
    "jsonfeed": f'{{{{"id": "{{n}}", "title": "Tides {{n}}", "content_html": "{HTML}", "tags": ["sea"]}}}}',
    "ghost": f'{{{{"id": "{{n}}", "uuid": "{{n}}", "title": "Tides {{n}}", "html": "{HTML}", "comment_id": "{{n}}",'
    ' "published_at": "2024-05-0{n}", "feature_image": null}}',
    "drupal": '{{"type": "node--article", "id": "{n}", "attributes": {{"drupal_internal__nid": {n},'
    f' "title": "Tides {{n}}", "body": {{{{"processed": "{HTML}"}}}}}}}}}}}}',
    "schemaorg": '{{"@type": "Article", "headline": "Tides {n}", "articleBody": "High at {n}.\\n\\nLow later.",'
    ' "wordCount": 5}}',
    "ninjs": f'{{{{"uri": "{{n}}", "type": "text", "headline": "Tides {{n}}", "body_html": "{HTML}",'
    ' "pubstatus": "usable", "versioncreated": "2024-05-06"}}',
}
AROUND = {
    "json": "[{}]",
    "jsonfeed": '{{"version": "https://jsonfeed.org/version/1.1", "items": [{}]}}',
    "ghost": '{{"posts": [{}], "meta": {{"custom_template": 1, "exported_on": 1}}}}',
    "drupal": '{{"jsonapi": {{"version": "1.0"}}, "data": [{}], "links": {{}}}}',
    "schemaorg": '{{"@context": "https://schema.org", "@graph": [{}]}}',
    "ninjs": '{{"items": [{}]}}',
}


def document(name: str) -> tuple[list[str], str]:
    """Three records, and a document of them."""
    written = [articlekit.write(article_of(n), "jsonl").strip() for n in (1, 2, 3)]
    records = written if name == "json" else [RECORD_OF[name].format(n=n) for n in (1, 2, 3)]
    return records, AROUND[name].format(", ".join(records))


@pytest.mark.parametrize("name", AROUND)
def test_what_is_whole_behind_the_lost_beginning_comes_out_whole(name: str) -> None:
    records, text = document(name)
    sound = {article.title: article for article in articlekit.parse_all(text)}
    first, second = text.index(records[0]) + 1, text.index(records[1])

    for start in range(first, second):
        read = list(articlekit.parse_all(text[start:]))

        assert [(article.title, article.text) for article in read][-2:] == [
            (title, sound[title].text) for title in ("Tides 2", "Tides 3")
        ], start
        assert "json.start-lost" in {note.code for note in read[0].diagnostics}, start
        assert {article.origin.format for article in read if article.origin} == {name}, start
        assert len(read) <= 3, start


@pytest.mark.parametrize("name", [name for name in AROUND if name != "drupal"])
def test_what_is_left_of_the_first_is_read_too(name: str) -> None:
    records, text = document(name)

    first = next(articlekit.parse_all(text[text.index(records[0]) + records[0].index("Tides") :]))

    assert first.title is None
    assert first.text.endswith("Low later.")
    assert "Tides 1" in first.extra.values()


@pytest.mark.parametrize("name", ["jsonfeed", "ghost", "ninjs", "json"])
def test_a_body_whose_beginning_is_lost_says_so(name: str) -> None:
    records, text = document(name)

    first = next(articlekit.parse_all(text[text.index(records[0]) + records[0].index("igh at") :]))

    assert first.text == "igh at 1.\n\nLow later."
    assert Diagnostic(code="body.start-lost", message="the text begins inside the body of this article") in (
        first.diagnostics
    )


@pytest.mark.parametrize("name", AROUND)
def test_what_is_whole_between_two_cuts_comes_out_whole(name: str) -> None:
    records, text = document(name)
    first, second = text.index(records[0]) + 1, text.index(records[1])
    third = text.index(records[2])

    for start in range(first, second - 3, 7):
        for end in range(third + 3, len(text) - 3, 11):
            read = list(articlekit.parse_all(text[start:end]))

            assert ("Tides 2", "High at 2.\n\nLow later.") in [(article.title, article.text) for article in read], (
                start,
                end,
            )
            assert "json.start-lost" in {note.code for note in read[0].diagnostics}, (start, end)
