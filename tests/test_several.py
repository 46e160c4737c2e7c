"""Articles of one input, and who says what lies between them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from articlekit.plugin import Article, Diagnostic, NoArticleError
from articlekit.several import articles_of

SOUP = Article(title="Soup")
BREAD = Article(title="Bread", diagnostics=(Diagnostic(code="body.empty", message="no steps"),))
PICTURE = Diagnostic(code="item.skipped", message="a picture", severity="info")
TORN = Diagnostic(code="item.skipped", message="a torn page")


def said(*found: Article | Diagnostic) -> list[tuple[str | None, list[str]]]:
    articles = articles_of(found, "there is no recipe", format="recipe")
    return [(article.title, [diagnostic.message for diagnostic in article.diagnostics]) for article in articles]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([SOUP, BREAD], [("Soup", []), ("Bread", ["no steps"])]),
        ([PICTURE, SOUP, TORN, BREAD], [("Soup", ["a picture"]), ("Bread", ["a torn page", "no steps"])]),
        ([SOUP, BREAD, TORN, PICTURE], [("Soup", []), ("Bread", ["no steps", "a torn page", "a picture"])]),
        ([TORN, PICTURE, TORN, SOUP, TORN], [("Soup", ["a torn page", "a picture", "a torn page"])]),
    ],
    ids=["nothing", "before", "after the last", "once between two"],
)
def test_what_is_passed_over_is_said_by_the_next_article_or_the_last(
    found: list[Article | Diagnostic], expected: list[tuple[str | None, list[str]]]
) -> None:
    assert said(*found) == expected


def test_without_an_article_the_error_says_what_was_lost_and_knows_all() -> None:
    with pytest.raises(NoArticleError, match="there is no recipe; a torn page") as failed:
        said(PICTURE, TORN)
    assert failed.value.diagnostics == (PICTURE, TORN)


def test_one_article_is_held_back_and_no_more() -> None:
    read = []

    def reading() -> Iterator[Article]:
        for article in (SOUP, BREAD, SOUP):
            read.append(article.title)
            yield article

    first = next(articles_of(reading(), "there is no recipe", format="recipe"))
    assert (first, read) == (SOUP, ["Soup", "Bread"])
