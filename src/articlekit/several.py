"""Inputs that hold several articles, and between them what is none or cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import evolve

from articlekit.article import Article
from articlekit.diagnostic import Diagnostic
from articlekit.errors import NoArticleError


def articles_of(found: Iterable[Article | Diagnostic], none: str, *, format: str) -> Iterator[Article]:  # noqa: A002
    """Give the articles, each with the diagnostics that come before it; those after the last one are said by it too.

    So that nothing is silent, whatever follows. One article is held back for that, never more.

    Args:
        found: Articles and diagnostics, in the order of the input. What is equal between two articles is said once.
        none: The reason to give where there is no article; warnings and errors follow it.
        format: The name of the format.

    Raises:
        NoArticleError: There is none.

    Example:
        >>> left_out = Diagnostic(code="item.skipped", message="a picture", severity="info")
        >>> [article] = articles_of([Article(title="Soup"), left_out], "there is no recipe", format="recipe")
        >>> article.title, article.diagnostics[0].message
        ('Soup', 'a picture')
    """
    held: Article | None = None
    unsaid: dict[Diagnostic, None] = {}
    for each in found:
        if isinstance(each, Diagnostic):
            unsaid[each] = None
            continue
        if held is not None:
            yield held
        held = evolve(each, diagnostics=(*unsaid, *each.diagnostics)) if unsaid else each
        unsaid = {}
    if held is None:
        reason = "; ".join((none, *(each.message for each in unsaid if each.severity != "info")))
        raise NoArticleError(reason, format=format, diagnostics=tuple(unsaid))
    yield evolve(held, diagnostics=(*held.diagnostics, *unsaid)) if unsaid else held
