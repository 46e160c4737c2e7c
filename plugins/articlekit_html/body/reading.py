"""The body of a page, with what had to be done to find it."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from articlekit.markup import Element
from articlekit.plugin import Block, Diagnostic
from articlekit_html.body import hand_over
from articlekit_html.body.diagnosis import diagnose
from articlekit_html.body.fallback import from_metadata
from articlekit_html.body.lines import Choice, choose, choose_by_rules
from articlekit_html.body.outline import outline_of
from articlekit_html.body.view import View

LITTLE: Final = 500
"""Where fewer characters are found, the parts of the page that were passed over are looked through too."""


@frozen(kw_only=True)
class Body:
    """The body of a page."""

    blocks: tuple[Block, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def find_lines(root: Element) -> Choice:
    """Choose the lines of a page that are the article's; does not change the tree."""
    choice = choose(View(outline_of(root)))
    if choice.length() < LITTLE:
        whole = choose(View(outline_of(root, whole=True)))
        if whole.length() > 2 * choice.length():
            choice = whole
    return choice


def read_body(root: Element, url: str | None = None, article_body: str | None = None) -> Body:
    """Find the article in a page and read it into blocks. Changes the tree: read all else before.

    Args:
        root: The page.
        url: Its address, to resolve those in it.
        article_body: What the page's metadata gives as the text of the article, to fall back on.
    """
    choice = find_lines(root)
    stated = from_metadata(article_body, choice)
    if stated is not None:
        note = Diagnostic(
            code="html.body-from-metadata",
            message="the page itself shows less of the article than its metadata hold: the text is theirs",
            severity="warning",
        )
        return Body(blocks=stated, diagnostics=(note, *diagnose(choice)))
    notes = diagnose(choice)
    if not choice.length():
        choice = choose_by_rules(choice.view)
        if choice.length():
            message = "nothing stands out as the article; all text that may be it was taken"
            notes = (Diagnostic(code="html.body-guessed", message=message, severity="warning"), *notes)
    reading = hand_over.read(choice, url)
    return Body(blocks=reading.blocks, diagnostics=(*notes, *reading.diagnostics))
