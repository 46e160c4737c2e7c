"""Why a page gives little or no text: said in coded diagnostics, never a bare empty body.

========================  ========  =======================================================================
html.body-from-metadata   warning   The text is schema.org's ``articleBody``: the page itself shows less.
html.body-from-scripts    warning   The text is HTML in the strings of scripts: the page itself shows less.
html.body-guessed         warning   Nothing stood out as the article; all text that may be it was taken.
html.paywall              warning   A paywall stands behind the text: it may be a beginning.
html.consent-wall         error     There is little text, and most of the page's is a notice on cookies.
html.scripts-only         error     The page has scripts and no text, nor do they hold it.
html.error-page           error     The page says that there was an error.
html.several-articles     warning   Several boxes that are named as articles hold parts of the text.
html.list-page            warning   The page is a list of links to articles, or of articles with links for headings.
html.not-html             error     There is no element in the input.
========================  ========  =======================================================================

And the library's own: ``body.empty``, ``body.short``.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import Final

from articlekit.plugin import Diagnostic
from articlekit_html.body.choice import Choice
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.hints import Hint
from articlekit_html.metadata.days.dates import LONGEST_DATE_LINE, find_moments

SHORT: Final = 250
"""A body of fewer characters is said to be short."""
_STUB: Final = 2500
"""A longer body is no stub before a paywall."""
_FEW: Final = 600
"""A page of links, or one behind a notice on cookies, has no more text of its own than this."""
_BEHIND: Final = 10
"""A prompt to pay or to register stands so many lines behind the text at most: further off it is the page's."""
_LINKS: Final = 10

_CONSENT: Final = int(Hint.CONSENT)
_PAYWALL: Final = int(Hint.PAYWALL)
# The codes of RFC 9110, section 15, that servers send with a page of their own.
_STATUS: Final = re.compile(r"\b(?:40[0134]|410|429|451|50[0234])\b")
_HEADINGS: Final = frozenset(("title", "h1", "h2", "h3", "h4"))
_ARTICLES: Final = frozenset(("article", "hentry"))
"""What a box is called that holds an article; ``hentry`` is that of microformats."""
_MORE: Final = 2
_BEGINNING: Final = 10
_TEXT: Final = 500
"""So many characters of each of several articles are more than a teaser."""
_PART: Final = 0.4
_SEVERAL: Final = 5
"""So many articles with a link for a heading, none with more of the text, are a list."""


def diagnose(choice: Choice) -> tuple[Diagnostic, ...]:
    """Say why there is little text, if there is little."""
    length = choice.length
    notes = []
    if choice.is_scripted:
        message = "the page shows its text only when its scripts have run: it was taken from what they hold"
        notes.append(Diagnostic(code="html.body-from-scripts", message=message))
    if length < _STUB and (prompt := _prompt(choice)):
        notes.append(Diagnostic(code="html.paywall", message=f"a paywall stands in the page: {prompt[:60]!r}"))
    if length < _FEW and 2 * _under(choice.view, _CONSENT) > choice.view.prose.text[0] > 0:
        notes.append(Diagnostic(code="html.consent-wall", message="most of the text is a notice on cookies"))
    if teasers := _teasers(choice):
        message = f"most of the text stands in {teasers} articles that each have a link for a heading"
        notes.append(Diagnostic(code="html.list-page", message=message))
    if articles := _articles(choice):
        message = f"{articles} long articles, each with a day of its own, were read as one"
        notes.append(Diagnostic(code="html.several-articles", message=message))
    if length >= SHORT:
        return tuple(notes)
    if reason := _reason(choice.view):
        notes.append(reason)
    if not length:
        notes.append(Diagnostic(code="body.empty", message="no text of the page looks like an article"))
    elif not notes:
        notes.append(Diagnostic(code="body.short", message=f"{length} characters look like an article"))
    return tuple(notes)


def _teasers(choice: Choice) -> int:
    """Count the articles of a page whose headings lead elsewhere, if most of what is chosen stands in them."""
    page = choice.view.page
    articles = page.tagged("article")
    if len(articles) < _SEVERAL:
        return 0
    article_of = page.outermost(articles)
    teasers = {
        article_of[node]
        for line, node in enumerate(page.line_node)
        if page.tags[node] in _HEADINGS and page.link_length[line] == len(page.texts[line])
    } - {0}
    held = dict.fromkeys(teasers, 0)
    for line in choice.kept:
        if (article := article_of[page.line_node[line]]) in held:
            held[article] += len(page.texts[line])
    length = choice.length
    small = [size for size in held.values() if size <= _PART * length]
    return len(small) if len(small) >= _SEVERAL and 2 * sum(small) > length else 0


def _articles(choice: Choice) -> int:
    """Count the boxes that look alike, are named as articles, begin with a day each, and hold text that is chosen."""
    page = choice.view.page
    of_articles = {names for names in set(page.names) if names and not _ARTICLES.isdisjoint(names.split())}
    named = [
        node
        for node, (tag, names) in enumerate(zip(page.tags, page.names, strict=True))
        if tag == "article" or names in of_articles
    ]
    if len(named) < _MORE:
        return 0
    held = [0] * len(page.tags)
    for line in choice.kept:
        held[page.line_node[line]] += len(page.texts[line])
    page.count_up(held)
    alike = Counter(page.look(node) for node in named if held[node] >= _TEXT and _is_dated(page, node))
    most = max(alike.values(), default=0)
    return most if most >= _MORE else 0


def _is_dated(page: Outline, node: int) -> bool:
    """Whether a day stands for itself among the first lines of a node."""
    lines = islice((line for line, place in enumerate(page.line_node) if node <= place < page.end[node]), _BEGINNING)
    texts = (page.texts[line] for line in lines)
    return any(len(text) <= LONGEST_DATE_LINE and next(find_moments(text), None) for text in texts)


def _reason(view: View) -> Diagnostic | None:
    page = view.page
    total = view.prose.text[0]
    if not page.texts:
        return _empty(page)
    if total < _FEW and (said := _error(page)):
        return Diagnostic(code="html.error-page", message=f"the page says {said!r}")
    links = sum(linked and text and density > 0.8 for linked, text, density in _linked(view))
    if links >= _LINKS:
        return Diagnostic(code="html.list-page", message=f"the page is a list of {links} links")
    return None


def _empty(page: Outline) -> Diagnostic | None:
    body = page.elements[0]
    if next(body.getroottree().iter("script"), None) is not None:
        return Diagnostic(code="html.scripts-only", message="it holds scripts and no text: a browser would run them")
    if not len(body):
        return Diagnostic(code="html.not-html", message="there is no element in it")
    return None


def _linked(view: View) -> list[tuple[int, bool, float]]:
    page, prose = view.page, view.prose
    return [
        (page.line_links[line], len(text) > 20 and not prose.dropped[page.line_node[line]], prose.density[line])
        for line, text in enumerate(page.texts)
    ]


def _under(view: View, hint: int) -> int:
    """Count the characters in elements with a hint."""
    page = view.page
    total = node = 0
    while node < len(page.tags):
        if page.hints[node] & hint:
            total += view.prose.text[node]
            node = page.end[node]
        else:
            node += 1
    return total


def _prompt(choice: Choice) -> str | None:
    """Give what asks the reader, behind the text, to pay, or within its container to register: its longest line."""
    page, prompt = choice.view.page, choice.view.prompt
    last = max(choice.kept, default=-1)
    behind = range(last + 1, min(last + 1 + _BEHIND, len(page.texts)) if last >= 0 else len(page.texts))
    inside = range(choice.container, page.end[choice.container] if last >= 0 else choice.container)
    asked = [line for line in behind if prompt[page.line_node[line]]]
    said = [
        page.texts[line]
        for line in asked
        if page.line_node[line] in inside or _is_called(page, page.line_node[line], _PAYWALL)
    ]
    return max(said, key=len, default=None)


def _is_called(page: Outline, node: int, hint: int) -> bool:
    """Whether a node, or one around it, has a hint."""
    while node > 0 and not page.hints[node] & hint:
        node = page.parent[node]
    return node > 0


def _error(page: Outline) -> str | None:
    for line, node in enumerate(page.line_node):
        if page.tags[node] in _HEADINGS and _STATUS.search(page.texts[line]):
            return page.texts[line][:60]
    title = page.elements[0].getroottree().find(".//title")
    said = (title.text or "") if title is not None else ""
    return said.strip()[:60] if _STATUS.search(said) else None
