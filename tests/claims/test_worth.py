"""Scores of sentences: which way they point, and why."""

import subprocess
import sys
import zlib
from importlib.resources import files

import pytest

from articlekit.claims import Score, score_sentences
from articlekit.claims.worth.features import BUCKETS
from articlekit.claims.worth.scores import HEADS, WEIGHTS_FILE

FACTS = [
    "Unemployment fell from 9.4 percent to 4.1 percent between 2010 and 2015.",
    "The state cut taxes by $2 billion and added 400,000 jobs.",
    "Russia vetoed the resolution of the Security Council.",
]
NO_FACTS = [
    "I hope you all have a great day!",
    "What do you think about that?",
    "Thank you so much, and God bless you.",
]


def test_facts_are_checkable_and_wishes_questions_and_thanks_are_not() -> None:
    assert all(score.checkable > 0.5 for score in score_sentences(FACTS))
    assert all(score.checkable < 0.5 for score in score_sentences(NO_FACTS))


def test_facts_are_more_worth_checking_than_anything_else() -> None:
    worst = min(score.checkworthy for score in score_sentences(FACTS))
    assert worst > max(score.checkworthy for score in score_sentences(NO_FACTS))


def test_scores_come_in_order_and_each_sentence_is_scored_on_its_own() -> None:
    together = score_sentences([*FACTS, *NO_FACTS])
    assert together == tuple(score for sentence in (*FACTS, *NO_FACTS) for score in score_sentences([sentence]))


def test_reasons_are_words_and_say_which_way() -> None:
    (fact,) = score_sentences(["They spent $2.5 billion, 40 percent more than in 2010."])
    assert fact.reasons
    assert all(reason.startswith(("for: ", "against: ")) for reason in fact.reasons)
    (wish,) = score_sentences(["I hope we will do so."])
    assert any(reason.startswith("against: ") for reason in wish.reasons)


@pytest.mark.parametrize("sentence", ["", " ", "?", "\ud800", "字", "a" * 100_000, "1" * 100_000])
def test_any_text_has_a_score(sentence: str) -> None:
    (score,) = score_sentences([sentence])
    assert isinstance(score, Score)
    assert 0 <= score.checkable <= 1


def test_the_weights_are_small_and_two_heads() -> None:
    stored = files("articlekit.claims.worth").joinpath(WEIGHTS_FILE).read_bytes()
    header, _, tables = stored.partition(b"\n")
    assert len(zlib.decompress(tables)) == len(HEADS) * BUCKETS
    assert len(stored) <= 72 * 1024
    assert b"\n" not in header


def test_importing_reads_no_weights() -> None:
    code = "import articlekit.claims.worth.scores as worth; assert worth._heads.cache_info().currsize == 0"
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603  the code stands above
