"""Plain text: the title and, after a blank line, the text that all spans point into."""

from __future__ import annotations

from collections.abc import Sequence

from articlekit.article import Article
from articlekit.plugin import Holds
from articlekit.surrogates import without_surrogates

HOLDS = Holds(fields=frozenset(), apart=False)
"""No field as it was: a title comes back where its line looks like one, and of the body its words, in their paragraphs.
What looks like a broken encoding is mended when it is read again: plain text has no other way to write a letter."""


def write(articles: Sequence[Article]) -> str:
    """Write articles; several are parted by a form feed, as pages are."""
    return "\f".join(map(_one, articles))


def _one(article: Article) -> str:
    words = "\n\n".join(part for part in (article.title, article.text) if part)
    return without_surrogates(f"{words}\n")
