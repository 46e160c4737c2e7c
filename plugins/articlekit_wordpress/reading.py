"""An answer of WordPress: what is broken is repaired, and every post in it becomes an article."""

from __future__ import annotations

from collections.abc import Iterator

from articlekit.plugin import Article, Diagnostic, Source
from articlekit_wordpress.answers import find_posts
from articlekit_wordpress.posts import read_post
from articlekit_wordpress.repair import parts, recover


def read_answer(source: Source) -> Iterator[Article]:
    """Read the posts of an answer one by one.

    Raises:
        ErrorAnswer: The answer is the server's error message.
        NoArticleError: There is no post in it.
    """
    for place, text in parts(source.text):
        recovered = recover(text)
        for found in find_posts(recovered.value):
            notes = (*recovered.diagnostics, *recovered.by_post.get(found.place, ()))
            if found.skipped:
                message = f"beside the posts stands something else: {', '.join(found.skipped)}"
                notes += (Diagnostic(code="item.skipped", message=message),)
            yield read_post(found.post, place + found.place.removeprefix("$"), notes)
