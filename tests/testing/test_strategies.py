"""The strategies of the kit draw what they say."""

import pytest
from hypothesis import given

from articlekit import Article
from articlekit.blocks import Block, Paragraph
from articlekit.markup import read_blocks
from articlekit.testing import articles, blocks, damaged, html_fragments, paragraphs, texts
from articlekit.testing.article_laws import LAWS

# The strategy for bodies is long when it is shown.
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")


def keeps_the_laws(article: Article) -> None:
    for law in LAWS[:-1]:
        law(article, b"")


@given(articles())
def test_articles_are_in_canonical_form(article: Article) -> None:
    keeps_the_laws(article)


@given(blocks())
def test_so_are_blocks(block: Block) -> None:
    keeps_the_laws(Article(body=(block,)))


@given(paragraphs())
def test_so_are_paragraphs(paragraph: Paragraph) -> None:
    keeps_the_laws(Article(body=(paragraph,)))


@given(texts())
def test_texts_are_those_of_a_line(text: str) -> None:
    assert text
    keeps_the_laws(Article(body=(Paragraph(text=text),)))


@given(html_fragments())
def test_fragments_are_read(html: str) -> None:
    keeps_the_laws(Article(body=read_blocks(html).blocks))


@given(damaged(b"<p>One.</p>") | damaged(b""))
def test_damage_is_bytes(data: bytes) -> None:
    assert isinstance(data, bytes)
