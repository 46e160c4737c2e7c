import json as plain_json
import re
from contextlib import suppress

import lxml.html
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from articlekit.article import Article
from articlekit.blocks import Block, Cell, Code, Heading, Image, List, Mark, Paragraph, Quote, Rule, Table, text_of
from articlekit.errors import ParseError
from articlekit.markup import read_blocks, write_blocks
from articlekit.source import Source
from articlekit.writers import html, json, markdown, text
from articlekit.writers._markdown_inline import Place
from articles import articles

MarkdownIt = pytest.importorskip("markdown_it").MarkdownIt


@given(article=articles)
def test_json_gives_back_any_article(article: Article) -> None:
    for written in (json.dumps(article), json.dumps(article, indent=True)):
        plain_json.loads(written)
        assert json.loads(written.encode()) == article


@given(several=st.lists(articles, min_size=1, max_size=3))
def test_json_gives_back_any_number_of_articles(several: list[Article]) -> None:
    for written in (json.write(several), json.write_lines(several)):
        assert list(json.parse(Source(data=written.encode()))) == several


@given(article=articles, data=st.data())
def test_damaged_json_is_read_or_refused(article: Article, data: st.DataObject) -> None:
    written = json.dumps(article)
    start = data.draw(st.integers(0, len(written)))
    end = data.draw(st.integers(start, len(written)))
    damaged = written[:start] + data.draw(st.text(max_size=3)) + written[end:]
    with suppress(ParseError):
        assert all(isinstance(one, Article) for one in json.parse(Source.from_text(damaged)))


@given(article=articles)
def test_any_article_is_written_and_can_be_saved(article: Article) -> None:
    for writer in (html, markdown, text):
        writer.write([article]).encode()


@given(article=articles)
def test_nothing_in_a_page_runs(article: Article) -> None:
    tree = lxml.html.document_fromstring(html.write([article]).replace("\0", ""))

    assert {script.get("type") for script in tree.iterfind(".//script")} == {"application/ld+json"}
    assert not [name for element in tree.iter() for name in element.attrib if name.lower().startswith("on")]
    assert plain_json.loads(tree.findtext(".//script") or "")["@type"] == "NewsArticle"


# -- Markdown, read by an implementation of CommonMark and its HTML by `articlekit.markup`, comes back as it was.

CHARACTERS = [
    *"ab .,!?*_`~[]()<>&#|\\-+=:$\"'^/1\n\n—“\xa0éâ日😀\u0301",
    *("&amp;", "<b>", "http://a.b/c_d", "1. ", "- ", "# ", "]( ", "```", "~~", "**", "![", "[^1]", "www.x.org"),
]
URLS = ["https://example.org/a_b?c=d&e=f", "/rel(x)", "https://x.y/*a*|b", "http://é.fr/ü`q`"]
# Not `cite`: what is marked so at the end of a quotation is its source.
KINDS = [
    *("link", "strong", "emphasis", "underline", "deleted", "inserted", "highlight", "small", "sub", "sup", "code"),
    *("keyboard", "quotation", "abbreviation"),
]
words = st.lists(
    st.sampled_from(CHARACTERS) | st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12
).map("".join)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, tuple[Mark, ...]]:
    drawn = draw(words)
    marks = []
    for kind in draw(st.lists(st.sampled_from(KINDS), max_size=3)):
        start = draw(st.integers(0, len(drawn) - 1))
        end = draw(st.integers(start + 1, len(drawn)))
        marks.append(Mark(kind=kind, start=start, end=end, url=draw(st.sampled_from(URLS)) if kind == "link" else None))
    return drawn, tuple(marks)


paragraphs = marked().map(lambda drawn: Paragraph(text=drawn[0], marks=drawn[1]))
leaves = st.one_of(
    paragraphs,
    st.builds(lambda drawn, level: Heading(text=drawn[0], marks=drawn[1], level=level), marked(), st.integers(1, 6)),
    st.builds(Code, text=words.map(lambda code: code.rstrip("\n")), language=st.sampled_from([None, "python", "c++"])),
    st.just(Rule()),
    st.builds(Image, url=st.sampled_from(URLS), alt=st.none() | words, caption=st.none() | words),
)


def containers(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    bodies = st.lists(inner, min_size=1, max_size=3).map(tuple)
    cells = st.lists(paragraphs, max_size=1).map(lambda body: Cell(body=tuple(body)))
    headers = cells.map(lambda cell: evolve(cell, header=True))
    tables = st.integers(1, 3).flatmap(
        lambda n: st.builds(
            Table,
            header=st.tuples(st.tuples(*[headers] * n)),
            rows=st.lists(st.tuples(*[cells] * n), max_size=2).map(tuple),
        )
    )
    items = st.lists(bodies, min_size=1, max_size=3).map(tuple)
    return st.one_of(st.builds(Quote, body=bodies), st.builds(List, items=items, ordered=st.booleans()), tables)


blocks = st.recursive(leaves, containers, max_leaves=6)
commonmark = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
commonmark.normalizeLink = str
commonmark.validateLink = bool


@given(drawn=st.lists(blocks, max_size=4), place=st.sampled_from([Place(), Place(by_reference=True)]))
def test_markdown_is_read_as_what_was_written(drawn: list[Block], place: Place) -> None:
    body = read_blocks(write_blocks(drawn)).blocks
    written = markdown._document([Article(body=body)], place)
    # A fence holds lines, and so its code ends with a line break.
    rendered = re.sub(r"\n</code></pre>", "</code></pre>", commonmark.render(written))
    read = read_blocks(rendered).blocks

    assert text_of(read) == text_of(body), written
    assert read == body, written
