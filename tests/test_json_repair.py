"""JSON as it is found: what is mended, what is refused, and whether it ends early."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.errors import ParseError
from articlekit.json_repair import cut, load, read, repair, split, without_halves


@pytest.mark.parametrize(
    ("broken", "read_as"),
    [
        ('{"a": 1,}', {"a": 1}),
        ('{"a": [1, 2, ], /* two */ "b": 3} // end', {"a": [1, 2], "b": 3}),
        ('<!-- {"a": 1} -->', {"a": 1}),
        ('//<![CDATA[\n{"a": 1}\n//]]>', {"a": 1}),
        ('{"a": "one\ntwo\tthree"}', {"a": "one\ntwo\tthree"}),
        ('{"a": "He said "so" there", "b": 1}', {"a": 'He said "so" there', "b": 1}),
        ('{"a": {"b": [1, 2', {"a": {"b": [1, 2]}}),
        ('{"a": "b", "c":', {"a": "b", "c": None}),
        ('{"a": "b"}{"c": 1}', {"a": "b"}),
        ('{"a": "c\\d"};', {"a": "c\\d"}),
        ("{&quot;a&quot;: 1}", {"a": 1}),
        ("{'a': 'it\\'s \"so\"', 'b': 'it's'}", {"a": 'it\'s "so"', "b": "it's"}),
        ('{"a": ["b"\n // c\n]}', {"a": ["b"]}),
        ('{"a": "b"\n "c": "d"}', {"a": "b", "c": "d"}),
        ('{"a": "https://news.example//x"}', {"a": "https://news.example//x"}),
        ('{"a": NaN, "b": undefined, "c": -Infinity, "d": 1}', {"a": None, "b": None, "c": None, "d": 1}),
        ("{'a': True, 'b': None, 'c': ['d', False]}", {"a": True, "b": None, "c": ["d", False]}),
        ('{"a": 007, "b": +1, "c": .5, "d": 0x1F}', {"a": "007", "b": "+1", "c": ".5", "d": "0x1F"}),
        ('{"a": 2024-05-02, "b": new Date(5), "c": a/b}', {"a": "2024-05-02", "b": "new Date(5)", "c": "a/b"}),
        ('{"a": , "b" , "c": 1, "d": [1 2 3], e: 4}', {"a": None, "b": None, "c": 1, "d": [1, 2, 3], "e": 4}),
        ('{"a": 1, [2], {"b": 3}}', {"a": 1, "": {"b": 3}}),
        ('[{"a": 1, {"a": 2}]', [{"a": 1}, {"a": 2}]),
        ('{"a": "b": "c"}', {"a": "b", "c": None}),
        ('{"a": {{ title }}, "b": 1}', {"a": {"": {"title": None}}, "b": 1}),
        (r'{"a": "\ud83d", "b": 01}', {"a": "\ufffd", "b": "01"}),
    ],
)
def test_broken_json(broken: str, read_as: object) -> None:
    assert repair(broken).value == read_as


@pytest.mark.parametrize(
    "nonsense", ["", "[" * 5000, "no json at all", "{{ title }}", "/*" * 1000, "{" + "x" * 600_000]
)
def test_what_cannot_be_understood_is_said(nonsense: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  orjson's own, and ours
        repair(nonsense)


@pytest.mark.parametrize(
    ("text", "is_cut"), [('{"a": [1,]}', False), ('{"a": [1,', True), ('{"a": "b', True), ('{"a": 1,} // {', False)]
)
def test_an_early_end_is_said(text: str, is_cut: bool) -> None:
    assert repair(text).is_cut is is_cut


TOKENS = st.sampled_from([*'{}[]:,"\\ \n/*', "'", "a", "0", "-1", "null", "NaN", '"a"', "//", "<!--"])


@given(st.lists(TOKENS, max_size=40).map("".join).map("[{".__add__))
def test_whatever_is_begun_is_read(broken: str) -> None:
    assert repair(broken).value is not None


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (r'"\ud83d\ude00 \uD83D\uDE00"', r'"\ud83d\ude00 \uD83D\uDE00"'),
        (r'"\ud83d \ude00\uD83D"', r'"\ufffd \ufffd\ufffd"'),
        (r'"\\ud83d \\\ud83d \u00e9"', r'"\\ud83d \\\ufffd \u00e9"'),
        ('"\ud83d é"', '"\ufffd é"'),
    ],
)
def test_halves_of_characters_are_replaced(text: str, whole: str) -> None:
    assert without_halves(text) == whole
    assert load(text) == json.loads(whole)
    assert [note.code for note in read(text).diagnostics] == ["json.lone-surrogate"] * (text != whole)


@pytest.mark.parametrize("number", [2**64, -(2**63) - 1, 10**300, 2**63])
def test_integers_of_any_size_keep_their_digits(number: int) -> None:
    assert load(f'{{"a": [{number}, 1.5e300]}}') == {"a": [number, 1.5e300]}


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(exclude_categories=("Cs",))),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text('ab"\\{,:'), inner, max_size=3),
)


@given(st.dictionaries(st.text("ab"), VALUES))
def test_what_is_sound_is_not_changed_by_repair(value: object) -> None:
    text = json.dumps(value)

    assert repair(text).value == load(text) == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('{"id": 1}', ['{"id": 1}']),
        ('{"id": 1}\n{"id": 2}', ['{"id": 1}', '{"id": 2}']),
        ('{"id": 1},\n{"id": 2},\n', ['{"id": 1}', '{"id": 2}']),
        ('[{"id": 1}, {"id": 2}]', ['[{"id": 1}, {"id": 2}]']),
        ('[{"id": 1}, {"id": 2,}, {"id": 3}]', ['{"id": 1}', '{"id": 2,}', '{"id": 3}']),
        ('[{"id": 1, {"id": 2}]', ['{"id": 1', '{"id": 2}']),
        ('{"n": 2, "items": [{"id": "a""}, {"id": 2}]}', ['{"id": "a""}', '{"id": 2}']),
        ('[{"items": [{"id": 1}]}, {"n": 2, "items": [{"id": 2}]},]', ['{"items": [{"id": 1}]}', '{"id": 2}']),
        ('{"id": 1}\n{"id": 2,}\n{"id": 3}', ['{"id": 1}', '{"id": 2,}', '{"id": 3}']),
        ('{"id": 1, "parts": [{"id": 2}, {"id": 3}],}', ['{"id": 1, "parts": [{"id": 2}, {"id": 3}],}']),
        ("/* one */ no JSON", ["/* one */ no JSON"]),
        ("", []),
    ],
)
def test_values_that_stand_for_themselves(text: str, values: list[str]) -> None:
    assert cut(text, record='"id"', lists=("items",)) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ('{"a": 1}', ['{"a": 1}']),
        ('{"a": 1}{"b": 2}', ['{"a": 1}', '{"b": 2}']),
        ("[1]\n[2]", ["[1]", "[2]"]),
        ('{"a": 1},\n{"b": 2},\n', ['{"a": 1}', '{"b": 2}']),
        ('\x1e{"a": 1}\n\x1e{"b": 2}\n', ['{"a": 1}', '{"b": 2}']),
        ('{"a": 1,}{"b": 2}{"c": 3', ['{"a": 1,}', '{"b": 2}', '{"c": 3']),
        ('{"a": "}{"}{"b": 2}', ['{"a": "}{"}', '{"b": 2}']),
        ('{"a": 1}/* one */{"b": 2}', ['{"a": 1}', '{"b": 2}']),
        ('{"a": 1}{"b": 2} behind it {', ['{"a": 1}', '{"b": 2} behind it {']),
        ('{"a": 1,}{"b": 2} behind it {', ['{"a": 1,}', '{"b": 2} behind it {']),
        ("{{ title }}{{ text }}", ["{{ title }}{{ text }}"]),
        ("no JSON", ["no JSON"]),
        ("", [""]),
    ],
)
def test_values_behind_one_another(text: str, values: list[str]) -> None:
    assert split(text) == values


def test_values_behind_one_another_are_read_as_one_list() -> None:
    reading = read('{"a": 1}[{"b": 2}, {"c": 3,}]\n{"d": "4')

    assert reading.value == [{"a": 1}, {"b": 2}, {"c": 3}, {"d": "4"}]
    assert [note.code for note in reading.diagnostics] == ["json.several", "json.invalid", "json.truncated"]


def test_a_value_that_cannot_be_understood_costs_none_beside_it() -> None:
    deep = "[" * 5000
    reading = read('{"a": 1}{"b": 2}' + deep)

    assert reading.value == [{"a": 1}, {"b": 2}]
    assert [note.code for note in reading.diagnostics] == ["json.several", "item.skipped"]
    with pytest.raises(ParseError, match="too deep"):
        read(deep)


@pytest.mark.parametrize("number", ["9" * 5000, "-" + "9" * 400, "1e999"], ids=lambda number: number[:5])
def test_a_number_that_is_too_great_costs_nothing_beside_it(number: str) -> None:
    assert repair(f'{{"a": {number}, "b": [1.5, true, null]}}').value == {"a": number, "b": [1.5, True, None]}
