import gzip
import zlib

from hypothesis import example, given
from hypothesis import strategies as st

from articlekit.decoding import labels, mojibake
from articlekit.source import Source
from decoding.languages import TEXTS

LABELS = sorted(labels._NAMES)
LANGUAGES = sorted(TEXTS.values())

anything = st.one_of(
    st.binary(),
    st.text().map(lambda s: s.encode("utf-8", "surrogatepass")),
    st.binary().map(gzip.compress),
    st.tuples(st.binary(max_size=200).map(zlib.compress), st.integers(0, 220)).map(lambda t: t[0][: t[1]]),
    st.text().map(lambda s: s.encode("utf-16", "surrogatepass")),
)
# Mojibake, byte order marks and controls are repaired or tell of another encoding; here is what is neither.
plain = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"], exclude_characters="\ufeff\ufffd")).filter(
    lambda s: mojibake.undo(s) is None and not s.startswith("ï»¿")
)


@given(data=anything, label=st.sampled_from(LABELS) | st.text(max_size=20) | st.none())
@example(data=b"\x1f\x8b\x08", label=None)
@example(data=b"\xff\xfe\x00\xd8", label=None)
def test_any_bytes_become_text(data: bytes, label: str | None) -> None:
    source = Source(data=data, content_type=None if label is None else f"text/html; charset={label}")

    source.decoded.text.encode()  # no lone surrogates in it
    assert all(
        d.offset is None or 0 <= d.offset <= max(len(data), len(source.content)) for d in source.decoded.diagnostics
    )
    assert Source(data=data, content_type=source.content_type).decoded == source.decoded


@given(text=plain, name=st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_marked_bytes_are_what_they_say(text: str, name: str) -> None:
    assert Source(data=text.encode(name)).text == text


@given(text=plain)
def test_utf8_is_recognised(text: str) -> None:
    assert Source(data=text.encode()).decoded.encoding == "utf-8"
    assert Source(data=text.encode()).text == text


@given(
    language=st.sampled_from(LANGUAGES),
    name=st.sampled_from(["utf-16le", "utf-16be", "utf-32le", "utf-32be"]),
    data=st.data(),
)
def test_any_part_of_a_language_is_recognised(language: str, name: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(language) - 30))
    part = language[start:]

    assert Source(data=part.encode(name)).text == part


@given(text=plain, name=st.sampled_from(["windows-1252", "iso-8859-1"]), layers=st.integers(1, 3))
def test_mojibake_is_undone(text: str, name: str, layers: int) -> None:
    good = broken = f"don’t {text}"
    for _ in range(layers):
        wrong = broken.encode()
        broken = wrong.decode("latin-1") if name == "iso-8859-1" else labels.decode(wrong, name)
    undone = mojibake.undo(broken)

    assert undone is not None
    assert (undone.text, undone.layers) == (good, layers)


@given(st.text(st.characters()))
def test_text_that_was_given_is_given_back(text: str) -> None:
    source = Source.from_text(text)

    assert mojibake.undo(text) is not None or source.text == text.lstrip("\ufeff").removeprefix("ï»¿")
