"""What holds for character references of any text at all."""

from hypothesis import given
from hypothesis import strategies as st

from articlekit.entities import EncodeMode, decode, double_encoding, encode, undouble
from reference_tokenizer import tokenize

#: Any code point, lone surrogates and NUL too; and what references are made of, often enough to make some.
TEXTS = st.lists(
    st.characters()
    | st.sampled_from("&&&;;#=xX0189aA<>\"'\r\n\0\x80\x81\x9f\xa0\ud800\udc00")
    | st.sampled_from(["&amp;", "&lt", "&not", "&notin;", "&copy=", "&#x", "&#", "&eacute", "0065", "110000", "FFFF;"])
).map("".join)
MODES = st.sampled_from(EncodeMode)


@given(TEXTS, st.booleans())
def test_decode_agrees_with_the_standards_state_machine(source: str, attribute: bool) -> None:
    assert decode(source, attribute) == tokenize(source, attribute)


@given(TEXTS, MODES, st.booleans())
def test_decode_gives_back_what_encode_took(text: str, mode: EncodeMode, attribute: bool) -> None:
    encoded = encode(text, mode, attribute)
    assert decode(encoded, attribute) == text
    assert tokenize(encoded, attribute) == text


@given(TEXTS, MODES, st.booleans())
def test_encoded_text_means_the_same_wherever_it_is_put(text: str, mode: EncodeMode, attribute: bool) -> None:
    assert decode(encode(text, mode), attribute) == text


@given(TEXTS, MODES, st.booleans())
def test_encoded_text_has_no_markup(text: str, mode: EncodeMode, attribute: bool) -> None:
    encoded = encode(text, mode, attribute)
    assert not set(encoded) & set("<>\r\"'" if attribute else "<>\r")
    assert all(decode("&" + piece) != "&" + piece for piece in encoded.split("&")[1:])


@given(TEXTS, st.sampled_from([EncodeMode.NUMERIC, EncodeMode.ASCII]), st.booleans())
def test_only_what_no_reference_expresses_stays_beyond_ascii(text: str, mode: EncodeMode, attribute: bool) -> None:
    left = [character for character in encode(text, mode, attribute) if not character.isascii()]
    assert left == [c for c in text if not c.isascii() and tokenize(f"&#{ord(c)};", attribute) != c]


@given(TEXTS)
def test_undouble_is_the_inverse_of_a_second_encoding(text: str) -> None:
    assert undouble(text.replace("&", "&amp;")) == (text, text.count("&"))


@given(TEXTS)
def test_a_text_that_is_repeated_is_no_new_evidence(text: str) -> None:
    assert double_encoding(text, text) == double_encoding(text)


@given(st.lists(st.sampled_from(["it&#8217;s", "caf&eacute;s", "Q&amp;A", "one", "&#8220;two"]), min_size=1))
def test_prose_is_recognised_by_its_second_encoding_only(words: list[str]) -> None:
    once = " ".join(words)
    twice = once.replace("&", "&amp;")
    evidence = double_encoding(twice)
    assert not double_encoding(once).systematic
    assert evidence.systematic == (once.count("&") >= 2)
    assert evidence.doubled == evidence.in_words == once.count("&")
