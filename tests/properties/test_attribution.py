from itertools import chain

from hypothesis import example, given
from hypothesis import strategies as st

from articlekit.claims import find_attributions
from articlekit.claims.sentences.quotes import find_quotations

PIECES = [
    "“", "”", '"', "''", "‘", "’", "«", "»", "„", "「", "」", " ", "\n", "\n\n", ". ", ", ", ": ", "? ", "— ",
    "said", " he ", "Park Jin", "Mr. Park ", "according to", " that ", "the bridge was closed", "told reporters",
    "3.5", "it's", "\u00a0", "好。", "\ud800", "😀", "\x00",
]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))


@given(TEXTS)
@example("“0000000 ")
def test_spans_slice_words_and_stay_in_their_block(text: str) -> None:
    for found in find_attributions(text):
        assert found.cue or found.content
        for span in chain(found.source, found.cue, found.content):
            words = span.of(text)
            assert words
            assert words == words.strip()
            assert "\n\n" not in words
            assert span.field == "text"


@given(TEXTS)
def test_document_order_and_the_same_answer_twice(text: str) -> None:
    found = find_attributions(text)
    starts = [min(s.start for s in chain(each.source, each.cue, each.content)) for each in found]
    assert starts == sorted(starts)
    assert find_attributions(text) == found


@given(TEXTS)
def test_quotations_nest(text: str) -> None:
    outer: list[int] = []
    for quotation in find_quotations(text):
        assert text.startswith(quotation.mark, quotation.start)
        assert quotation.start < quotation.end <= len(text)
        assert quotation.depth <= len(outer)
        del outer[quotation.depth :]
        assert all(quotation.end <= end for end in outer)
        outer.append(quotation.end)
