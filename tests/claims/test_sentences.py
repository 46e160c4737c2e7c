import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlekit.claims import split_sentences

CORPUS = Path(__file__).parents[3] / "shared" / "claims" / "sentences_golden_rules_en.jsonl"

# "|" stands where one sentence ends and the next begins.
CASES = [
    "He met Mr. Smith and Sen. J. D. Vance on Sept. 3. | They left.",
    "The U.S. Navy sailed. | It came from the U.S. | The crew stayed.",
    "Prices rose 2.5 percent to $3.10. | Nobody knew why.",
    "“We won.” | She smiled.",
    "“Did we win?” Park Jin asked. | “We did!” said his aide.",
    "He wrote to jane.doe@example.com about https://example.org/a.b?c. | No answer came.",
    "I waited ... and waited.... | Then I left.",
    "He left. | ... Then he came back.",
    "1. Bring bread. | 2. Bring wine. | 3. Come early.",
    "He sat with you and I. | Did you see Albert I. Jones?",
    "Apple Inc. said it. | Then came Apple Inc. | The end.",
    "“I came (alone).” | Then: silence.",
    "Il a dit : « Non. » | Elle est partie.",
    "A headline without a stop | \n\nA paragraph. | Another sentence.",
    "Bring:\n- bread\n- wine".replace("\n", " | \n"),
    "One line of verse,\nand another.",
    "他说了。|她没有听！|“好。”|他走了。",
    "No. 5 is alive. | No. | Nobody is.",
]


@pytest.mark.parametrize("case", CASES)
def test_sentences(case: str) -> None:
    sentences = [sentence.strip() for sentence in case.split("|")]
    text = case.replace("| ", "").replace("|", "")
    assert [span.of(text) for span in split_sentences(text)] == sentences


@given(st.text(alphabet=st.sampled_from("aA1 .!?…\n\u00a0\"”“')(]。•-")))
def test_everything_but_white_space_is_in_exactly_one_sentence(text: str) -> None:
    spans = split_sentences(text)
    covered = "".join(span.of(text) for span in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for span in spans:
        sentence = span.of(text)
        assert sentence
        assert sentence == sentence.strip()
        assert "\n\n" not in sentence


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.exists(), reason="the development corpora are not here")
def test_golden_rules() -> None:
    rules = [json.loads(line) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    kept = [rule for rule in rules if [s.of(rule["text"]) for s in split_sentences(rule["text"])] == rule["sentences"]]
    assert len(kept) >= 47
