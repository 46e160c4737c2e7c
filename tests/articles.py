"""Hypothesis strategies for articles with anything at all in their fields, canonical or not."""

from datetime import timedelta, timezone
from typing import get_args

from hypothesis import strategies as st

from articlekit.article import Article, Author, Origin, Site
from articlekit.blocks import (
    Block,
    Cell,
    Code,
    Definition,
    DefinitionList,
    Embed,
    Figure,
    Heading,
    Image,
    List,
    Mark,
    MarkKind,
    Math,
    Note,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from articlekit.claim import Attribution, Claim, Quantity, Rating, Review, Span
from articlekit.diagnostic import CODES, Diagnostic

any_text = st.text(st.characters() | st.sampled_from("\ud83d\ude00\0\u2028\\\"'<&\n"), max_size=8)
maybe_text = st.none() | any_text
numbers = st.integers(-(2**70), 2**70)
finite = st.floats(allow_nan=False, allow_infinity=False)
offsets = st.none() | st.integers(-86399, 86399).map(lambda seconds: timezone(timedelta(seconds=seconds)))
datetimes = st.datetimes(timezones=offsets)
moments = st.none() | datetimes | st.dates()
json_values = st.recursive(
    st.none() | st.booleans() | numbers | finite | any_text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(any_text, inner, max_size=3),
    max_leaves=6,
)


def tuples(items: st.SearchStrategy, most: int = 2) -> st.SearchStrategy:
    return st.lists(items, max_size=most).map(tuple)


marks = st.builds(
    Mark,
    kind=st.sampled_from(get_args(MarkKind)),
    start=numbers,
    end=numbers,
    url=maybe_text,
    title=maybe_text,
    mathml=maybe_text,
)
paragraphs = st.builds(Paragraph, text=any_text, marks=tuples(marks))
leaves = st.one_of(
    paragraphs,
    st.builds(Heading, text=any_text, level=numbers, marks=tuples(marks)),
    st.builds(Code, text=any_text, language=maybe_text, marks=tuples(marks)),
    st.builds(Math, text=any_text, notation=st.sampled_from(["tex", "plain"]), mathml=maybe_text),
    st.builds(Image, url=any_text, alt=maybe_text, caption=maybe_text, caption_marks=tuples(marks), link=maybe_text),
    st.builds(Embed, url=any_text, media=st.sampled_from(["audio", "video", "frame", "object"]), title=maybe_text),
    st.just(Rule()),
)


def containers(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    body = tuples(inner)
    cells = st.builds(Cell, body=body, rowspan=numbers, colspan=numbers, header=st.booleans())
    definitions = st.builds(Definition, terms=tuples(paragraphs), descriptions=tuples(body))
    rows = tuples(tuples(cells))
    return st.one_of(
        st.builds(Quote, body=body, cite=maybe_text, url=maybe_text, pull=st.booleans()),
        st.builds(List, items=tuples(body), ordered=st.booleans(), start=numbers),
        st.builds(DefinitionList, items=tuples(definitions)),
        st.builds(Table, rows=rows, header=rows, caption=maybe_text, caption_marks=tuples(marks)),
        st.builds(Figure, body=body, caption=maybe_text, credit=maybe_text),
        st.builds(Note, name=any_text, body=body),
    )


blocks = st.recursive(leaves, containers, max_leaves=5)
spans = st.builds(Span, start=numbers, end=numbers, field=st.sampled_from(["text", "title"]))
reviews = st.builds(
    Review,
    url=maybe_text,
    claim=maybe_text,
    claimed=moments,
    appearances=tuples(any_text),
    reviewed=moments,
    rating=st.none() | st.builds(Rating, name=maybe_text, value=st.none() | finite, best=st.none() | finite),
)
claims = st.builds(
    Claim,
    text=any_text,
    span=st.none() | spans,
    attribution=st.none() | st.builds(Attribution, source=tuples(spans), cue=tuples(spans), speaker=maybe_text),
    score=st.none() | finite,
    reasons=tuples(any_text),
    quantities=tuples(
        st.builds(Quantity, span=spans, kind=st.just("money"), value=st.none() | finite, date=maybe_text)
    ),
    links=tuples(any_text),
    review=st.none() | reviews,
)
articles = st.builds(
    Article,
    id=maybe_text,
    url=maybe_text,
    title=maybe_text,
    subtitle=maybe_text,
    authors=tuples(st.builds(Author, name=any_text, url=maybe_text, kind=st.sampled_from([None, "Person"]))),
    published=moments,
    modified=moments,
    language=maybe_text,
    site=st.none() | st.builds(Site, name=maybe_text, url=maybe_text),
    tags=tuples(any_text),
    body=tuples(blocks, 3),
    claims=tuples(claims),
    origin=st.none()
    | st.builds(
        Origin, format=maybe_text, path=maybe_text, offset=st.none() | numbers, retrieved=st.none() | datetimes
    ),
    diagnostics=tuples(st.builds(Diagnostic, code=st.sampled_from([*CODES, "own"]), message=any_text)),
    extra=st.dictionaries(any_text, json_values, max_size=3),
)
