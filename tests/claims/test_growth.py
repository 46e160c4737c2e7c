"""The work that a text makes grows with its length alone: calls are counted, twice the text makes twice as many."""

import pytest

from articlekit.article import Article
from articlekit.blocks import Mark, Paragraph
from articlekit.claims import find_claims
from work import calls

SIZE = 2_000  # characters
SENTENCE = "The government spent $2.5 billion on 400 new schools in 2016, Jane Doe said on Monday. "

# What is said again and again, and what stands between it and the next paragraph.
SHAPES = {
    "paragraphs": SENTENCE * 3 + "\n\n",
    "one paragraph": SENTENCE,
    "one sentence": "the school and ",
    "he said that he said": "he said that ",
    "according to": "According to police, three ships sank. ",
    "quotation marks": '"',
    "quotation marks apart": '" ',
    "marks that never close": "“a ",
    "quotations": "“a b c d e” ",
    "quotations and speakers": "“We won it,” she said. ",
    "quotations over paragraphs": "“We won it. ”\n\n",
    "names behind dashes": "“We have won it.” — Park Jin\n",
    "turns": "JANE DOE: We won it. PARK: We did.\n\n",
    "names": "Park Jin, Mr. Lee and Ann Park of Kim. ",
    "dots": ". . ",
    "brackets": "((“[",
    "digits and commas": "1,",
    "amounts": "one hundred and ",
    "line ends": "It is what it was.\n",
}


def article(piece: str, size: int) -> Article:
    text = piece * (size // len(piece))
    return Article(body=tuple(Paragraph(text=block.strip()) for block in text.split("\n\n") if block.strip()))


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_is_twice_the_work(shape: str) -> None:
    once, twice = article(SHAPES[shape], SIZE), article(SHAPES[shape], 2 * SIZE)
    find_claims(twice)  # so that what is worked out once for all has been
    assert calls(lambda: find_claims(twice)) < 2.3 * calls(lambda: find_claims(once)) + 500


def test_each_link_is_looked_at_once() -> None:
    looks = 0

    class Offset(int):
        def __add__(self, other: int) -> int:
            nonlocal looks
            looks += 1
            return int(self) + other

    starts = range(0, 100 * len(SENTENCE), len(SENTENCE))
    marks = tuple(Mark(kind="link", start=Offset(at), end=at + 9, url="https://example.org") for at in starts)
    find_claims(Article(body=(Paragraph(text=SENTENCE * 100, marks=marks),)))
    assert looks == len(marks)
