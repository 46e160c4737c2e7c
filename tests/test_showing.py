"""How records show themselves, and that they can be copied and pickled."""

import copy
import pickle
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from lxml import html

from articlekit import Article, ArticlekitError, Author, Claim, Diagnostic, Origin, ParseError, Review, Source, Span
from articlekit.blocks import Paragraph
from articlekit.claim import Attribution
from articlekit.testing import articles, texts

ATTACK = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'"


def test_an_article_shows_what_is_set() -> None:
    article = Article(
        title="Tea",
        body=(Paragraph(text="Pour on."),),
        diagnostics=(Diagnostic(code="encoding.guessed", message="guessed"),),
        extra={"slug": "tea"},
    )

    assert repr(article) == (
        "Article(title='Tea', body=<1 blocks, 8 characters>, diagnostics=<encoding.guessed>, extra=<slug>)"
    )
    assert repr(Article()) == "Article()"
    assert len(repr(Article(summary="word " * 1000))) < 120


def test_a_claim_shows_what_is_set() -> None:
    claim = Claim(text="It is hot.", span=Span(start=9, end=19), score=0.5)

    assert repr(claim) == "Claim(text='It is hot.', span=Span(start=9, end=19, field='text'), score=0.5)"


def test_a_notebook_shows_an_article_and_its_claims() -> None:
    article = Article(
        title="Tea & milk",
        url="https://port.example/tea?a=1&b=2",
        authors=(Author(name="Ada"),),
        published=datetime(2024, 5, 2, tzinfo=UTC),
        body=tuple(Paragraph(text=f"Line {number}.") for number in range(9)),
        origin=Origin(format="html"),
        diagnostics=(Diagnostic(code="encoding.guessed", message="guessed"),),
    )
    claim = Claim(text="1 < 2", attribution=Attribution(speaker="Bo"), score=0.5, reasons=("numbers",))

    shown = html.fromstring(article._repr_html_())
    assert shown.findtext("h3") == "Tea & milk"
    assert shown.find(".//a").get("href") == article.url
    assert [p.text for p in shown.findall("p")][1:] == ["Line 0.", "Line 1.", "Line 2.", "Line 3.", "Line 4.", "…"]
    assert "encoding.guessed" in shown.findtext("ul/li")
    assert html.fromstring(claim._repr_html_()).text_content() == "1 < 2says Bo · score 0.50numbers"


def test_a_notebook_runs_nothing() -> None:
    article = Article(
        title=ATTACK, url="javascript:alert(3)", authors=(Author(name=ATTACK),), body=(Paragraph(text=ATTACK),)
    )
    claim = Claim(text=ATTACK, reasons=(ATTACK,), review=Review(url=f"https://x.example/{ATTACK}"))

    for shown in (article._repr_html_(), claim._repr_html_()):
        elements = list(html.fromstring(shown).iter())
        assert {element.tag for element in elements} <= {"article", "blockquote", "h3", "p", "a", "ul", "li"}
        assert {name for element in elements for name in element.attrib} <= {"href"}
        assert not [element for element in elements if element.get("href", "https:").startswith("javascript:")]


@given(articles())
@settings(max_examples=20)
def test_articles_are_copied_and_pickled(article: Article) -> None:
    assert len(article.text) >= 0  # what was computed once is no part of the value

    for same in (copy.copy(article), copy.deepcopy(article), pickle.loads(pickle.dumps(article))):  # noqa: S301
        assert same == article
        assert same.text == article.text


@pytest.mark.parametrize(
    "error",
    [ParseError("it is cut off", "Save it again", "html", 3), ArticlekitError("nothing there")],
    ids=lambda error: type(error).__name__,
)
def test_errors_cross_from_process_to_process(error: ArticlekitError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301

    assert type(again) is type(error)
    assert str(again) == str(error)


@given(texts())
def test_sources_are_pickled(text: str) -> None:
    source = Source.from_text(text)

    assert pickle.loads(pickle.dumps(source)).text == source.text  # noqa: S301
