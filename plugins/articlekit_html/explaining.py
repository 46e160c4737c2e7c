"""Why a page was read as it was: every candidate for each field, the container of the body, the lines left out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from attrs import frozen

from articlekit.explanation import Candidate, Dropped, Kept
from articlekit.markup import Element
from articlekit.plugin import Article, Explanation, Source
from articlekit_html.body.choice import FAR, Choice, Verdict
from articlekit_html.body.fallback import from_metadata
from articlekit_html.body.left_out.standfirst import find_standfirst
from articlekit_html.body.lines import CERTAIN, THRESHOLD
from articlekit_html.body.reading import OF_METADATA, find_lines, said_of_stated, settled
from articlekit_html.metadata import explain_metadata, read_metadata, shown
from articlekit_html.metadata.page.text import SEEN_TEXTS
from articlekit_html.opening import open_page
from articlekit_html.selectors import Selectors
from articlekit_html.written import WRITTEN, read_written

_RULES: Final = {
    Verdict.FAR: "far from anything that looks like the article",
    Verdict.WEIGHED: "looks less like the article than like what stands around it",
    Verdict.CAPTION: "a caption: it goes with its picture",
    Verdict.EMBED: "stands in for an embedded post",
    Verdict.OUTSIDE: "outside the container",
    Verdict.LONE_HEADING: "a heading with nothing under it",
    Verdict.PROMPT: "a prompt to subscribe or sign in",
    Verdict.REPEATED: "a label that stands on the page again and again",
    Verdict.COMMENT: "what readers have said of it",
    Verdict.CONTENTS: "a table of contents: links to the headings of the page",
    Verdict.TWICE: "stands on the page a second time",
    Verdict.DATA: "data of a program",
    Verdict.AUTHOR: "says who wrote it",
    Verdict.COPYRIGHT: "a copyright notice or a credit",
    Verdict.SEE_ALSO: "leads to another article of the site",
    Verdict.APART: "shown near the title, and read as metadata: standfirst, byline or date",
}
_NAMED: Final = "named as navigation, a footer, comments or a notice on cookies"
_AROUND: Final = "around the part of the page that holds its text"
_ALL: Final = "nothing stands out: all text that may be the article was taken"
_METADATA: Final = 'script[type="application/ld+json"]'
_TEXT: Final = 80
"""Characters of a text that is shown."""
_MOST: Final = 1000


def explain_page(source: Source) -> Explanation:
    """Say of each field what was found where, and of the body what was kept and dropped."""
    opened = open_page(source)
    root, url = opened.document.root, opened.url
    if (written := read_written(root)) is not None:
        return _of_written(written)
    selectors = Selectors(root)
    candidates = explain_metadata(root, url=url, selectors=selectors)
    said = read_metadata(root, url=url)
    choice = find_lines(root, said, said.url or url)
    is_stated = from_metadata(said.article_body, choice) is not None
    choice, notes = (choice, said_of_stated(choice, said)) if is_stated else settled(choice, said)
    places = _Places(choice, selectors)
    if said.subtitle is None and (line := find_standfirst(choice, said.descriptions)) is not None:
        candidates += (_standfirst(places, line),)
    dropped = [*_dropped(places), *_passed_over(places)]
    return Explanation(
        format="html",
        candidates=candidates,
        container=_METADATA if is_stated else places.of(choice.container),
        container_reason=OF_METADATA.message if is_stated else _reason(choice),
        kept=() if is_stated else tuple(_kept(places)),
        dropped=tuple(dropped[:_MOST]),
        unlisted=max(0, len(dropped) - _MOST),
        diagnostics=notes,
    )


def _of_written(article: Article) -> Explanation:
    said = ((name, getattr(article, name)) for name in WRITTEN)
    reason = "articlekit wrote the page"
    return Explanation(
        format="html",
        candidates=tuple(
            Candidate(field=name, value=shown(value), path="script", chosen=True, reason=reason)
            for name, value in said
            if value
        ),
        container="article",
        container_reason=reason,
    )


@frozen
class _Places:
    """Where the lines of a choice stand."""

    choice: Choice
    selectors: Selectors

    def of(self, node: int) -> str:
        return self.selectors.of(self.choice.view.page.elements[node])


def _standfirst(places: _Places, line: int) -> Candidate:
    page = places.choice.view.page
    return Candidate(
        field="subtitle",
        value=page.texts[line],
        path=places.of(page.line_node[line]),
        chosen=True,
        reason="shown between title and text: by its place, or as the description says it",
    )


def _reason(choice: Choice) -> str:
    if choice.is_scripted:
        return "it stands in the data of a script"
    if choice.odds is not None:
        return "the innermost element with most of the lines that are kept"
    return _ALL if not choice.container else "it is named as the one for the text, and little else looks like that"


def _kept(places: _Places) -> Iterator[Kept]:
    choice = places.choice
    page, odds = choice.view.page, choice.odds
    for line in choice.kept:
        text = page.texts[line]
        if odds is None:
            rule = "stands in what is named as the text" if choice.container else _ALL
        elif odds[line] >= CERTAIN:
            rule = "a paragraph as the article's are, in the midst of them"
        elif odds[line] > THRESHOLD:
            rule = f"looks like the article{_weight(odds[line])}"
        else:
            rule = f"belongs to what is kept around it{_weight(odds[line])}"
        yield Kept(path=places.of(page.line_node[line]), rule=rule, text=text[:_TEXT], length=len(text))


def _weight(odds: float) -> str:
    return f" (log odds {odds:+.1f})" if odds > FAR else ""


def _dropped(places: _Places) -> Iterator[Dropped]:
    choice = places.choice
    page, odds = choice.view.page, choice.odds
    for line, verdict in enumerate(choice.verdicts):
        if verdict != Verdict.KEPT:
            text = page.texts[line]
            weight = _weight(odds[line]) if odds and verdict == Verdict.WEIGHED else ""
            rule = _RULES[Verdict(verdict)] + weight
            yield Dropped(path=places.of(page.line_node[line]), rule=rule, text=text[:_TEXT], length=len(text))


def _passed_over(places: _Places) -> Iterator[Dropped]:
    """Give what was not looked at: elements of which no line was made, and all around what surely holds the text."""
    page = places.choice.view.page
    spoken = set(page.line_node)
    for node, element in enumerate(page.elements):
        if len(element) and page.end[node] == node + 1 and node not in spoken:
            yield from _unseen(places, element, _NAMED)
    for around in (page.elements[0], *page.elements[0].iterancestors()):
        if around.tag in ("body", "html"):
            return
        for element in chain(around.itersiblings(preceding=True), around.itersiblings()):
            yield from _unseen(places, element, _AROUND)


def _unseen(places: _Places, element: Element, rule: str) -> Iterator[Dropped]:
    if text := " ".join(" ".join(SEEN_TEXTS(element)).split()):
        yield Dropped(path=places.selectors.of(element), rule=rule, text=text[:_TEXT], length=len(text))
