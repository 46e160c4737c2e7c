"""Promises of the claim finder that hold for any article."""

from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from articlekit.article import Article, Author
from articlekit.blocks import Block, Cell, Code, Heading, List, Mark, Paragraph, Quote, Table
from articlekit.claim import Claim, Span
from articlekit.claims import find_claims, score_sentences
from articlekit.text_fragment import encode_term, text_fragment

_LISTED = """
    The government spent $2.5 billion on 400 schools in May 2016 . “ ” " ' ‘ ’ « » ? ! … , : - ( ) that according to
    said Jane Doe who he it is not may 3% é 漢字。 و 👩‍👧
"""
WORDS = st.sampled_from([*_LISTED.split(), "\n", "\ud800"])
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join) | st.text(max_size=60)

# The first example loads the weights.


def paragraphs(text: str) -> Paragraph:
    return Paragraph(text=text, marks=(Mark(kind="link", start=0, end=len(text), url="https://example.org/"),))


BLOCKS: st.SearchStrategy[Block] = st.recursive(
    TEXTS.map(paragraphs)
    | TEXTS.map(lambda text: Heading(text=text))
    | TEXTS.map(lambda text: Code(text=text))
    | TEXTS.map(lambda text: Table(rows=((Cell(body=(Paragraph(text=text),)), Cell(body=(Paragraph(text=text),))),))),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda body: Quote(body=tuple(body), cite="Somebody"))
        | st.lists(inner, max_size=3).map(lambda body: List(items=(tuple(body), ())))
    ),
    max_leaves=6,
)
ARTICLES = st.builds(
    Article,
    url=st.none() | st.just("https://example.org/a#b"),
    title=st.none() | TEXTS,
    authors=st.sampled_from([(), (Author(name="Jane Doe"),), (Author(name=""),)]),
    language=st.sampled_from([None, "en", "en-GB", "de", ""]),
    body=st.lists(BLOCKS, max_size=6).map(tuple),
)


def text_of(article: Article, span: Span) -> str:
    return (article.title or "") if span.field == "title" else article.text


@given(ARTICLES)
def test_claims_slice_exactly_stand_in_order_and_never_cross_blocks(article: Article) -> None:
    found = find_claims(article, checkable_from=0.0)
    assert found.body == article.body
    for claim in found.claims:
        assert claim.span is not None
        assert claim.text == claim.span.of(text_of(article, claim.span))
        assert claim.text.strip() == claim.text != ""
        if claim.span.field == "text":
            assert any(run.start <= claim.span.start and claim.span.end <= run.end for run in article.runs)
    places = [(claim.span.field == "text", claim.span.start) for claim in found.claims if claim.span]
    assert places == sorted(places)
    assert len({claim.text for claim in found.claims}) == len(found.claims)


@given(ARTICLES)
def test_what_is_found_in_a_claim_lies_in_it(article: Article) -> None:
    for claim in find_claims(article, checkable_from=0.0).claims:
        assert claim.span is not None
        denied = claim.attribution.cue if claim.attribution else ()
        inside = (negation for negation in claim.negations if negation not in denied)
        for span in (*claim.hedges, *inside, *(quantity.span for quantity in claim.quantities)):
            assert claim.span.start <= span.start < span.end <= claim.span.end
            assert span.field == claim.span.field


@given(ARTICLES)
def test_the_same_article_has_the_same_claims(article: Article) -> None:
    once = find_claims(article)
    assert find_claims(article) == once
    assert find_claims(once) == once


@given(st.lists(TEXTS | st.just("")))
def test_scores_are_probabilities_one_for_each_sentence(sentences: list[str]) -> None:
    scores = score_sentences(sentences)
    assert len(scores) == len(sentences)
    assert all(0 <= score.checkable <= 1 and 0 <= score.checkworthy <= 1 for score in scores)


@given(ARTICLES)
def test_a_deep_link_decodes_to_words_of_the_claim_and_its_surroundings(article: Article) -> None:
    for claim in find_claims(article, checkable_from=0.0).claims:
        link = claim.deep_link(article)
        if article.url is None:
            assert link is None
            continue
        assert link is not None
        page, _, directive = link.partition("#b:~:text=")
        assert page == "https://example.org/a"
        assert directive.isascii()
        _check(directive, claim, article)


def _check(directive: str, claim: Claim, article: Article) -> None:
    assert claim.span is not None
    terms = directive.split(",")
    whole = text_of(article, claim.span)
    if terms[0].endswith("-") and len(terms) > 1:
        assert _plain(terms.pop(0)[:-1]) in _replaced(whole[: claim.span.start])
    if terms[-1].startswith("-") and len(terms) > 1:
        assert _plain(terms.pop()[1:]) in _replaced(whole[claim.span.end :])
    assert 1 <= len(terms) <= 2
    assert _plain(terms[0]) in _replaced(whole)
    if len(terms) == 1:
        assert _replaced(claim.text) in _plain(terms[0])


def _plain(term: str) -> str:
    return unquote(term)


def _replaced(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


@given(TEXTS, st.data())
def test_a_directive_is_never_empty_and_has_only_characters_of_its_grammar(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    directive = text_fragment(text, start, end)
    assert set(directive) <= set("%,-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


@given(st.text())
def test_terms_decode_to_themselves(term: str) -> None:
    assert unquote(encode_term(term)) == _replaced(term)
