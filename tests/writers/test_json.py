import gzip
import json as plain_json
from collections.abc import Callable
from datetime import datetime

import pytest
from attrs import evolve, fields

import articlekit
from articlekit.article import Article
from articlekit.blocks import Block, Cell, Definition, DefinitionList, Figure, List, Note, Paragraph, Quote, Table
from articlekit.claim import Claim
from articlekit.errors import LimitError, NoArticleError, ParseError, SeveralArticlesError, StrictError, WriteError
from articlekit.source import Source
from articlekit.writers import json
from writers.everything import EVERYTHING


def test_everything_comes_back() -> None:
    assert all(getattr(EVERYTHING, field.name) for field in fields(Article))
    assert json.loads(json.dumps(EVERYTHING)) == EVERYTHING
    assert json.loads(json.dumps(EVERYTHING, indent=True)) == EVERYTHING
    assert json.loads(json.dumps(EVERYTHING).encode()) == EVERYTHING


def test_what_is_absent_is_left_out_and_the_order_is_that_of_the_fields() -> None:
    article = Article(body=(Paragraph(text="x"),), title="T", published=datetime(2024, 5, 2, 9))

    assert json.dumps(article) == (
        '{"articlekit":1,"title":"T","published":"2024-05-02T09:00:00","body":[{"type":"Paragraph","text":"x"}]}'
    )


@pytest.mark.parametrize(
    "text",
    [
        "lone \ud800",
        "\udc00 lone",
        "halves side by side \ud83d\ude00, and whole 😀",
        "\\ud83d\\ude00 \ud83d\ude00 \\",
        "\0\x1f\x7f\u2028\ufeff\uffff",
        "â€™ Ã©t Ã©t cafÃ©",
        '"articlekit": "halves"',
    ],
)
def test_any_text_comes_back(text: str) -> None:
    article = Article(title=text, body=(Paragraph(text=text),), extra={text: [text]})

    assert json.loads(json.dumps(article)) == article
    json.dumps(article).encode()  # no lone surrogate in what is written
    (read,) = json.parse(Source(data=json.dumps(article).encode()))
    assert read == article


@pytest.mark.parametrize("extra", [{"n": 2**64}, {"n": -(2**200)}, {"n": 1e300}, {"n": 0.1}, {"n": -0.0}, {"n": True}])
def test_numbers_come_back(extra: dict[str, float]) -> None:
    read = json.loads(json.dumps(Article(extra=extra))).extra

    assert read == extra
    assert str(read) == str(extra)


@pytest.mark.parametrize(
    "article",
    [
        Article(extra={"n": float("nan")}),
        Article(extra={"n": [{"m": float("inf")}]}),
        Article(extra={"n": (1, 2)}),  # type: ignore[dict-item]
        Article(extra={"n": {1: 2}}),  # type: ignore[dict-item]
        Article(extra={"n": {1, 2}}),  # type: ignore[dict-item]
        Article(claims=(Claim(text="x", score=float("nan")),)),
    ],
)
def test_what_is_no_json_is_said(article: Article) -> None:
    with pytest.raises(WriteError, match="json"):
        json.dumps(article)


NESTINGS: list[Callable[[tuple[Block, ...]], Block]] = [
    lambda body: Quote(body=body),
    lambda body: List(items=(body,)),
    lambda body: Figure(body=body),
    lambda body: Note(name="n", body=body),
    lambda body: Table(rows=((Cell(body=body),),)),
    lambda body: DefinitionList(items=(Definition(terms=(), descriptions=(body,)),)),
]


def nested(nest: Callable[[tuple[Block, ...]], Block], depth: int) -> Article:
    body: tuple[Block, ...] = (Paragraph(text="deep"),)
    for _ in range(depth):
        body = (nest(body),)
    return Article(body=body)


@pytest.mark.parametrize("nest", NESTINGS)
def test_blocks_nested_64_deep_come_back(nest: Callable[[tuple[Block, ...]], Block]) -> None:
    assert json.loads(json.dumps(nested(nest, 64))) == nested(nest, 64)


def test_deeper_than_python_goes_is_said() -> None:
    with pytest.raises(WriteError, match="nested too deep"):
        json.dumps(nested(NESTINGS[0], 100_000))
    with pytest.raises(LimitError, match="nested too deep"):
        json.loads('{"articlekit":1,"extra":{"x":' + "[" * 100_000)
    blocks = '[{"type":"Quote","body":' * 400 + "[]" + "}]" * 400
    with pytest.raises(LimitError, match="nested too deep"):
        json.loads(f'{{"articlekit":1,"body":{blocks}}}')


@pytest.mark.parametrize(
    ("text", "reason", "offset"),
    [
        ('{"articlekit":1,"title":5}', r"expected str, not int @ \$\.title", 0),
        ('{"articlekit":1,"titel":"x"}', "titel", 0),
        ('{"articlekit":1,"authors":"A. Cod"}', r"expected an array, not str @ \$\.authors", 0),
        ('{"articlekit":1,"authors":[{"url":"x"}]}', r"'name' is missing|required field missing @ \$\.authors\[0\]", 0),
        ('{"articlekit":1,"published":"yesterday"}', r"yesterday.*\$\.published", 0),
        ('{"articlekit":1,"extra":[]}', r"expected an object, not list @ \$\.extra", 0),
        ('{"articlekit":1,"body":[{"type":"Paragraph","text":"x"},{"type":"Poem"}]}', r"\$\.body\[1\]", 0),
        ('{"articlekit":1,"body":[{"type":"Heading","text":"x","level":true}]}', r"\$\.body\[0\]\.level", 0),
        ('{"articlekit":2}', "version 2", 0),
        ('{"title":"x"}', "no object with 'articlekit'", 0),
        ("[1]", "no object with 'articlekit'", 1),
        ('{"articlekit":1,"title":"x', "Unterminated", 24),
        ('{"articlekit":1,"title"}', "Expecting ':'", 23),
        ('[{"articlekit":1}', "no end", 17),
        ("nonsense", "Expecting value", 0),
    ],
)
def test_broken_json_says_where(text: str, reason: str, offset: int) -> None:
    with pytest.raises(ParseError, match=reason) as caught:
        json.loads(text)

    assert (caught.value.format, caught.value.offset) == ("json", offset)


@pytest.mark.parametrize("data", [b"", b" \n", b"[]", json.write([]).encode(), json.write_lines([]).encode()])
def test_without_an_article_it_says_so(data: bytes) -> None:
    with pytest.raises(NoArticleError, match="there is no article in it"):
        list(json.parse(Source(data=data)))


def test_one_is_asked_for() -> None:
    with pytest.raises(NoArticleError):
        json.loads("[]")
    with pytest.raises(SeveralArticlesError):
        json.loads(json.write([Article(), Article()]))


SEVERAL = [Article(title="One"), EVERYTHING, Article(title="halves \ud83d\ude00"), Article()]


@pytest.mark.parametrize("written", [json.write(SEVERAL), json.write_lines(SEVERAL)], ids=["array", "lines"])
def test_several(written: str) -> None:
    assert list(json.parse(Source.from_text(written))) == SEVERAL
    assert list(json.parse(Source(data=gzip.compress(written.encode())))) == SEVERAL
    assert json.sniff(Source.from_text(written)) == 1.0


def test_lines_are_one_line_each_and_an_array_is_an_array() -> None:
    assert len(json.write_lines(SEVERAL).splitlines()) == len(SEVERAL)
    assert len(plain_json.loads(json.write(SEVERAL))) == len(SEVERAL)
    assert plain_json.loads(json.write([])) == []


def test_read_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    monkeypatch.setattr(json._records, "from_tree", lambda tree: made.append(tree) or Article(**tree))
    articles = json.parse(Source.from_text(json.write_lines([Article(title=title) for title in "abcd"])))

    assert next(articles).title == "a"
    assert len(made) == 2  # the one that is held back, to be told of what follows it


FOUR = [Article(title=title, body=(Paragraph(text="Words."),)) for title in ("one", "two", "three", "four")]
SOUND = [json.dumps(article) for article in FOUR]
BROKEN = [
    pytest.param(SOUND[1][:-9], id="cut in a string"),
    pytest.param(SOUND[1].partition("Words")[0], id="cut before a string"),
    pytest.param('{"articlekit":1,"extra":', id="the next would be its value"),
    pytest.param('{"articlekit":1,"body":[{"type":"Poem"}]}', id="no such block"),
    pytest.param('{"articlekit":1,"title":2}', id="no such title"),
    pytest.param('{"articlekit":7,"title":"two"}', id="another version"),
    pytest.param('{"articlekit":1,"extra":{"a":' + "[" * 100_000, id="too deep"),
    pytest.param("null", id="no object"),
    pytest.param("two", id="no JSON"),
]


@pytest.mark.parametrize("broken", BROKEN)
@pytest.mark.parametrize("form", ["{}\n{}\n{}\n{}\n", "[{},{},{},{}]", "[\n  {},\n  {},\n  {},\n  {}\n]"])
def test_one_that_is_broken_costs_no_other(form: str, broken: str) -> None:
    text = form.format(SOUND[0], broken, *SOUND[2:])
    read = list(articlekit.parse_all(text))

    assert [article.title for article in read] == ["one", "three", "four"]
    assert [[note.code for note in article.diagnostics] for article in read] == [[], ["item.skipped"], []]
    with pytest.raises(StrictError):
        list(articlekit.parse_all(text, strict=True))


@pytest.mark.parametrize(
    "form", ["{},\n{},\n{},\n{}\n", "{},\n{},\n{},\n{},\n", "[{},{}]\n[{}]\n{}", "[{}]\n{}\n[{},{}]"]
)
def test_how_articles_are_parted_costs_none(form: str) -> None:
    text = form.format(*SOUND)

    assert list(json.parse(Source.from_text(text))) == FOUR
    assert json.sniff(Source.from_text(text)) == 1.0


@pytest.mark.parametrize(
    "form",
    [
        '{{"data": {{"items": [{0}, {1}]}}, "total": 2}}',
        '[{{"_id": 1, "_source": {0}}}, {{"_id": 2, "_source": {1}}}]',
        '{{"article": {0}}}\n{{"article": {1}}}',
        # Cut off behind them.
        '{{"data": [{0}, {1}, {{"articlekit": 1, "ti',
    ],
)
def test_they_are_found_where_they_stand_in_other_json(form: str) -> None:
    first, second = Article(title="One", extra={"data": ["{"]}), Article(title="Two")
    found = tuple(articlekit.parse_all(form.format(json.dumps(first), json.dumps(second))))
    assert [(article.title, article.extra) for article in found] == [("One", {"data": ["{"]}), ("Two", {})]
    assert any("passed over" in note.message for article in found for note in article.diagnostics)


def test_what_stands_behind_an_array_is_not_passed_over_in_silence() -> None:
    *_, last = json.parse(Source.from_text(json.write(FOUR) + "and so on"))

    assert [note.code for note in last.diagnostics] == ["item.skipped"]


@pytest.mark.parametrize("form", ["{}\n{}\n{}\n", "{},\r\n{},\r\n{}", "{} , \n\t{}\n{}"])
def test_lines_whose_first_has_lost_its_beginning_are_recognised(form: str) -> None:
    read = list(articlekit.parse_all(form.format(SOUND[0][20:], *SOUND[1:])))

    assert [article.title for article in read] == ["two", "three"]
    assert [[note.code for note in article.diagnostics] for article in read] == [["json.start-lost"], []]


@pytest.mark.parametrize("written", [json.write(FOUR), json.write_lines(FOUR)], ids=["array", "lines"])
def test_what_is_whole_before_a_cut_is_read_and_the_last_says_so(written: str) -> None:
    read = list(articlekit.parse_all(written[:-20]))

    assert [article.title for article in read] == ["one", "two", "three"]
    assert "item.skipped" in [note.code for note in read[-1].diagnostics]


def test_what_is_lost_or_guessed_of_the_characters_is_said() -> None:
    written = json.write_lines([Article(title="Kräne"), Article(title="Möwen")]).encode()

    guessed = [*json.parse(Source(data=written.decode().encode("latin-1")))]
    cut = [*json.parse(Source(data=gzip.compress(written, mtime=0)[:-6]))]
    whole = [*json.parse(Source(data=gzip.compress(written, mtime=0)))]

    assert [article.title for article in guessed] == ["Kräne", "Möwen"]
    assert [note.code for note in guessed[1].diagnostics] == ["encoding.guessed"]
    assert "source.compressed-cut" in [note.code for note in cut[0].diagnostics]
    assert whole == [Article(title="Kräne"), Article(title="Möwen")]


def test_an_array_without_its_end_is_said() -> None:
    (*others, last) = json.parse(Source.from_text(json.write(FOUR).rstrip("]\n")))

    assert [note.code for note in last.diagnostics] == ["json.truncated"]
    assert others == FOUR[:3]


def test_where_nothing_is_whole_the_first_says_why() -> None:
    with pytest.raises(ParseError, match="Unterminated") as caught:
        list(articlekit.parse_all('{"articlekit":1,"title":"x'))
    assert [note.code for note in caught.value.diagnostics] == ["item.skipped"]


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"id":1}', '"articlekit"', '{"articlekit":"x"}', "<html>"])
def test_other_input_is_not_recognised(text: str) -> None:
    assert json.sniff(Source.from_text(text)) == 0.0


@pytest.mark.parametrize(
    "number", ["9" * 5000, "-" + "9" * 5000, "1e999", "-1e999", "NaN", "-Infinity"], ids=lambda number: number[:5]
)
def test_a_number_beyond_those_of_python_is_the_text_of_its_digits(number: str) -> None:
    article = json.loads(f'{{"articlekit":1,"extra":{{"a":[{number},{"9" * 4300},7,1.5]}}}}')

    assert article.extra == {"a": [number, int("9" * 4300), 7, 1.5]}
    assert json.loads(json.dumps(article)) == article


def test_a_number_that_a_field_cannot_hold_costs_its_article_alone() -> None:
    broken = f'{{"articlekit":1,"body":[{{"type":"Heading","text":"a","level":{"9" * 5000}}}]}}'

    with pytest.raises(ParseError, match="expected int, not str"):
        json.loads(broken)
    (read,) = articlekit.parse_all(f'[{broken},{{"articlekit":1,"title":"x"}}]')
    assert [note.code for note in read.diagnostics] == ["item.skipped"]


def test_through_the_front_door() -> None:
    article = evolve(EVERYTHING, origin=None)
    read = articlekit.parse(articlekit.write(article, "json"))

    assert evolve(read, origin=None) == article
    assert read.origin is not None
    assert (read.origin.format, read.origin.parser) == ("json", "articlekit")


def test_lines_are_read_by_their_own_name_and_unasked_by_that_of_json() -> None:
    written = articlekit.write(SEVERAL, "jsonl")

    assert EVERYTHING.origin
    for asked, said in (("jsonl", "jsonl"), (None, "json")):
        read = [article.origin for article in articlekit.parse_all(written, format=asked)]
        assert [origin and origin.format for origin in read] == [said, EVERYTHING.origin.format, said, said]


def test_what_nests_too_deep_or_breaks_is_said_once_and_costs_no_other() -> None:
    deep = '{"articlekit":1,"body":[\n' * 2000
    broken = '{"articlekit":1,"extra":{"a":' * 20 + "?"

    read = list(json.parse(Source.from_text("\n".join((SOUND[0], deep, broken, SOUND[1], "1", "2", '"3"', SOUND[2])))))

    assert [article.title for article in read] == ["one", "two", "three"]
    assert [[note.message.partition("passed over: ")[2] for note in article.diagnostics] for article in read] == [
        [],
        ["it is nested too deep", "it is no JSON: Expecting value"],
        ["no object with 'articlekit': 1 (nor in 2 values behind it)"],
    ]
