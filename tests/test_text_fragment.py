"""Text directives: short, unique, of whole words, percent-encoded."""

import pytest

from articlekit.text_fragment import encode_term, text_fragment


def directive(text: str, words: str, *, nth: int = 0) -> str:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return text_fragment(text, start, start + len(words))


CASES = {
    "a word that stands once names the whole": ("Prices rose. Wages fell.", "Wages fell.", 0, "Wages,fell."),
    "a single word": ("Prices rose. Wages fell.", "rose", 0, "rose"),
    "first words as many as it takes": (
        "Old bridge fell in May.\n\nOld town burnt.",
        "Old town burnt.",
        0,
        "Old%20town,burnt.",
    ),
    "the last words are not met earlier": (
        "It rose and rose and rose",
        "It rose and rose and rose",
        0,
        "It,and%20rose%20and%20rose",
    ),
    "a repeated sentence by what stands before": (
        "Prices rose. Wages did not. Prices rose. So it goes.",
        "Prices rose.",
        1,
        "Prices%20rose.,-So",
    ),
    "a repeated first sentence by what stands after": (
        "Prices rose. Wages did not. Prices rose. So it goes.",
        "Prices rose.",
        0,
        "Prices%20rose.,-Wages",
    ),
    "no part of a longer word": ("A cat and a category.", "cat", 0, "cat"),
    "case does not tell words apart": ("RISE of the sun. The rise.", "The rise.", 0, "The%20rise."),
    "words that are cut are taken whole": ("The president resigned.", "resident resign", 0, "president,resigned"),
    "over a line break by its ends": ("One two\nthree four.", "One two\nthree four.", 0, "One,four."),
    "over blocks by its ends": ("One two.\n\nThree four.", "two.\n\nThree four.", 0, "two,four."),
    "characters of the grammar are encoded": ("A well-known, fast & good.", "well-known", 0, "well%2Dknown"),
}


@pytest.mark.parametrize(("text", "words", "nth", "expected"), CASES.values(), ids=CASES)
def test_directive(text: str, words: str, nth: int, expected: str) -> None:
    assert directive(text, words, nth=nth) == expected


def test_terms_of_unspaced_scripts_end_at_punctuation() -> None:
    text = "俄罗斯支持朝鲜。俄罗斯否决了决议,并签署协议。"
    words = "俄罗斯否决了决议,并签署协议。"
    assert directive(text, words) == ",".join(map(encode_term, ("俄罗斯否决了决议", "并签署协议。")))


def test_right_to_left_text_is_in_logical_order() -> None:
    text = "ارتفعت الأسعار. انخفضت الأجور."
    assert directive(text, "انخفضت الأجور.") == ",".join(map(encode_term, ("انخفضت", "الأجور.")))


@pytest.mark.parametrize("character", [*"-,&#%=:/?+ ", "é", "漢", "\ud800"])
def test_what_is_encoded(character: str) -> None:
    assert set(encode_term(character)) <= set("%0123456789ABCDEF")


def test_context_is_taken_from_the_given_stretch_alone() -> None:
    text = "Title here\n\nPrices rose. Prices rose."
    assert text_fragment(text, 12, 24, within=(12, len(text))) == "Prices%20rose.,-Prices"
