"""Why a page was read as it was: every candidate for each field, the container of the body, the lines left out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from articlekit.explanation import Candidate, Dropped
from articlekit.markup import Element
from articlekit.plugin import Article, Explanation, Source
from articlekit_html.body.choice import Choice, Verdict
from articlekit_html.body.left_out.standfirst import find_standfirst
from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.reading import find_lines
from articlekit_html.metadata import explain_metadata, read_metadata, shown
from articlekit_html.metadata.page.text import SEEN_TEXTS
from articlekit_html.opening import open_page
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
_TEXT: Final = 80
"""Characters of a text that is shown."""
_MOST: Final = 1000


def explain_page(source: Source) -> Explanation:
    """Say of each field what was found where, and of the body what was kept and dropped."""
    opened = open_page(source)
    root, url = opened.document.root, opened.url
    if (written := read_written(root)) is not None:
        return _of_written(written)
    candidates = explain_metadata(root, url=url)
    said = read_metadata(root, url=url)
    choice = find_lines(root, said, said.url or url)
    if said.subtitle is None and (line := find_standfirst(choice, said.descriptions)) is not None:
        candidates += (_standfirst(choice, line),)
    return Explanation(
        format="html",
        candidates=candidates,
        container=_path(choice.view.page, choice.container),
        container_reason="the innermost element with most of the lines that are kept",
        dropped=tuple(islice(chain(_dropped(choice), _passed_over(choice.view.page)), _MOST)),
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


def _standfirst(choice: Choice, line: int) -> Candidate:
    page = choice.view.page
    return Candidate(
        field="subtitle",
        value=page.texts[line],
        path=_path(page, page.line_node[line]),
        chosen=True,
        reason="shown between title and text: by its place, or as the description says it",
    )


def _dropped(choice: Choice) -> Iterator[Dropped]:
    page = choice.view.page
    for line, verdict in enumerate(choice.verdicts):
        if verdict != Verdict.KEPT:
            path = _path(page, page.line_node[line])
            yield Dropped(path=path, rule=_RULES.get(Verdict(verdict), ""), text=page.texts[line][:_TEXT])


def _passed_over(page: Outline) -> Iterator[Dropped]:
    """Give what was not looked at: elements of which no line was made, and all around what surely holds the text."""
    spoken = set(page.line_node)
    for node, element in enumerate(page.elements):
        if len(element) and page.end[node] == node + 1 and node not in spoken:
            yield from _unseen(element, _NAMED)
    for around in (page.elements[0], *page.elements[0].iterancestors()):
        if around.tag in ("body", "html"):
            return
        for element in chain(around.itersiblings(preceding=True), around.itersiblings()):
            yield from _unseen(element, _AROUND)


def _unseen(element: Element, rule: str) -> Iterator[Dropped]:
    if text := " ".join(" ".join(SEEN_TEXTS(element)).split()):
        yield Dropped(path=_name(element), rule=rule, text=text[:_TEXT])


def _path(page: Outline, node: int) -> str:
    return _name(page.elements[node], page.tags[node])


def _name(element: Element, tag: str = "") -> str:
    """Give an element as a tag with its id and classes."""
    identifier = element.get("id")
    names = (element.get("class") or "").split()
    return ".".join(((tag or str(element.tag)) + (f"#{identifier}" if identifier else ""), *names[:4]))
