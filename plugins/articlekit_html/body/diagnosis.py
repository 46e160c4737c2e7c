"""Why a page gives little or no text: said in coded diagnostics, never a bare empty body.

========================  ========  =======================================================================
html.body-from-metadata   warning   The text is schema.org's ``articleBody``: the page itself shows less.
html.body-from-scripts    warning   The text is HTML in the strings of scripts: the page itself shows less.
html.body-guessed         warning   Nothing stood out as the article; all text that may be it was taken.
html.paywall              warning   A paywall stands behind the text: it may be a beginning.
html.consent-wall         error     There is little text, and most of the page's is a notice on cookies.
html.robot-check          error     The page checks that its reader is human, and holds little else.
html.scripts-only         error     The page has scripts and no text, nor do they hold it.
html.error-page           error     The page says that there was an error.
html.several-articles     warning   Several boxes that are named as articles hold parts of the text.
html.list-page            warning   The page is a list of links to articles, or of articles with links for headings.
html.not-html             error     There is no element in the input.
========================  ========  =======================================================================

And the library's own: ``body.elsewhere``, ``body.empty``, ``body.short``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from articlekit.plugin import Diagnostic
from articlekit_html.body.choice import Choice
from articlekit_html.body.reasons.lists import articles_in, links_in, teasers_in
from articlekit_html.body.reasons.no_article import elsewhere, error_of, is_bare, is_program
from articlekit_html.body.reasons.walls import FEW, STUB, checks_for_robots, is_notice, paywall_behind
from articlekit_html.metadata import Metadata

SHORT: Final = 250
"""A body of fewer characters is said to be short."""
_HARDLY: Final = 30
"""A page of fewer characters, none of them an article's, only says that its scripts have not run yet."""
_LINKS: Final = 10
_WIDE: Final = "\u3040"
"""From here on stand the letters of Kana, Han and Hangul, of which each says as much as so many more of others."""
_WORD: Final = 2

NO_ARTICLE: Final = frozenset(
    ("body.elsewhere", "html.error-page", "html.not-html", "html.robot-check", "html.scripts-only")
)
"""Where the page is one of these, no text of it may be the article."""


def diagnose(choice: Choice, said: Metadata) -> tuple[Diagnostic, ...]:
    """Say why there is little text, if there is little."""
    notes = []
    if choice.is_scripted:
        message = "the page shows its text only when its scripts have run: it was taken from what they hold"
        notes.append(Diagnostic(code="html.body-from-scripts", message=message))
    if choice.length < STUB and (paywall := paywall_behind(choice, is_closed=_is_closed(said))):
        notes.append(Diagnostic(code="html.paywall", message=paywall))
    if teasers := teasers_in(choice, is_dated=said.published is not None):
        message = f"most of the text stands in {teasers} boxes that each have a link for a heading"
        notes.append(Diagnostic(code="html.list-page", message=message))
    if articles := articles_in(choice):
        message = f"{articles} long articles, each with a day of its own, were read as one"
        notes.append(Diagnostic(code="html.several-articles", message=message))
    if choice.length < STUB:
        notes += islice(_reasons(choice, said), 1)
    if not choice.length:
        notes.append(Diagnostic(code="body.empty", message="no text of the page looks like an article"))
    elif not notes and _size(choice) < SHORT:
        notes.append(Diagnostic(code="body.short", message=f"{choice.length} characters look like an article"))
    return tuple(notes)


def _is_closed(said: Metadata) -> bool:
    return said.extra.get("isAccessibleForFree") is False


def _size(choice: Choice) -> int:
    """Count the characters of what is chosen, as if of an alphabet."""
    texts = choice.view.page.texts
    return choice.length + _WORD * sum(letter >= _WIDE for line in choice.kept for letter in texts[line])


def _reasons(choice: Choice, said: Metadata) -> Iterator[Diagnostic]:
    """Say what the page is instead of an article, the most telling first."""
    view = choice.view
    page, total = view.page, view.prose.text[0]
    root = page.elements[0].getroottree().getroot()
    is_undated = said.published is None
    says_little = is_undated and total < FEW
    if says_little and checks_for_robots(root, by_scripts=total < SHORT):
        yield Diagnostic(code="html.robot-check", message="it is a check that its reader is human, and not the page")
    if (is_undated or choice.length < FEW) and is_notice(choice):
        yield Diagnostic(code="html.consent-wall", message="most of the text is a notice on cookies")
    if choice.length < FEW and (error := error_of(page, says_little=says_little)):
        yield Diagnostic(code="html.error-page", message=f"the page says {error!r}")
    if choice.length >= SHORT:
        return
    if place := elsewhere(root):
        yield Diagnostic(code="body.elsewhere", message=place)
    if not choice.length and total < _HARDLY and is_program(root):
        message = "it holds scripts and no text: a browser would run them"
        yield Diagnostic(code="html.scripts-only", message=message)
    if not page.texts and is_bare(root):
        yield Diagnostic(code="html.not-html", message="there is no element in it")
    if (links := links_in(view)) >= _LINKS:
        yield Diagnostic(code="html.list-page", message=f"the page is a list of {links} links")
