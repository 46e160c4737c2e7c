"""Whatever was done to an answer, and whatever the text is: no crash, no silence."""

import json
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articlekit.errors import ArticlekitError
from articlekit_wordpress.repair import Recovered, recover
from wordpress_answers import post, wire

ONE, LIST = wire(post()), wire([post(1), post(2), post(3)])
Damage = Callable[[str], str]


def cut(start: float, stop: float) -> Damage:
    return lambda text: text[int(len(text) * start) :][: int(len(text) * stop) + 1]


def hole(start: float, size: float) -> Damage:
    return lambda text: text[: int(len(text) * start)] + text[int(len(text) * (start + size)) :]


def replaced(old: str, new: str) -> Damage:
    return lambda text: text.replace(old, new)


def put_in(place: float, noise: str) -> Damage:
    return lambda text: text[: int(len(text) * place)] + noise + text[int(len(text) * place) :]


shares = st.floats(0, 1)
signs = st.sampled_from(
    ['"', "'", "\\", "{", "}", "[", "]", ",", ":", "<", ">", "/", "\n", " ", "&", "=", "u", "\ufeff", "n"]
)
damages = st.one_of(
    st.builds(cut, shares, shares),
    st.builds(hole, shares, shares),
    st.builds(replaced, signs, signs | st.just("") | signs.map(lambda sign: sign + sign)),
    st.builds(put_in, shares, st.text(signs, max_size=9) | st.text()),
)


def recovered(text: str) -> Recovered | None:
    try:
        return recover(text)
    except ArticlekitError:
        return None


@given(
    st.text() | st.text(signs) | st.lists(signs | st.just('"id":') | st.just('"content":{"rendered":"')).map("".join)
)
@example("\ud800")
@example('{"id":1,"title":"\ud800"')
@example('{"id":1,"title":"\\ud800"}')
@example('{"id":' + "9" * 5000 + "}")
@example('{"id":1,"title":{"rendered":' + "[" * 5000)
@example("[],")
@example('{"id":1e999,"title":-1e999}')
def test_any_text(text: str) -> None:
    again = recovered(text)
    assert again == recovered(text)
    if again is not None and not again.diagnostics:
        assert again.by_post or json.loads(text) is not None or text.strip() == "null"
    if again is not None:
        json.dumps(again.value, ensure_ascii=False).encode()


@given(st.sampled_from([ONE, LIST]), st.lists(damages, min_size=1, max_size=3))
def test_damage_is_survived_and_said(text: str, done: list[Damage]) -> None:
    broken = text
    for damage in done:
        broken = damage(broken)
    result = recovered(broken)
    try:
        value = json.loads(broken)
    except ValueError:
        assert result is None or result.diagnostics
    else:
        assert result is None or result.diagnostics or result.by_post or result.value == value


@given(shares)
def test_of_a_cut_answer_everything_before_the_cut_comes_back(share: float) -> None:
    text = ONE[: int(len(ONE) * share)]
    whole = post()
    result = recovered(text)
    if result is None:
        assert len(text) < ONE.index('"date"')
        return
    value = result.value
    assert isinstance(value, dict)
    for name in [*value][:-1]:
        assert value[name] == whole[name]
    if text != ONE:
        assert {"json.invalid", "json.truncated"} <= {note.code for note in result.diagnostics}


@given(st.integers(0, 2), shares, st.data())
def test_whole_siblings_come_back_as_they_were(number: int, share: float, data: st.DataObject) -> None:
    texts = [wire(post(i)) for i in range(3)]
    texts[number] = data.draw(st.builds(hole, st.floats(0.2, 0.9), st.floats(0.01, 0.7)))(texts[number])
    result = recovered("[" + ",".join(texts) + "]")
    assert result is not None
    assert isinstance(result.value, list)
    for i in {0, 1, 2} - {number}:
        assert post(i) in result.value


@pytest.mark.parametrize("text", ["[" * 10**6, '{"id":1,"title":{"rendered":"a"},"x":' + "[" * 10**6])
def test_depth_has_no_limit_that_crashes(text: str) -> None:
    recovered(text)
