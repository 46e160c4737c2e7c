"""Why a page was read as it was: every candidate for each field, the container of the body, the lines left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from articlekit.explanation import Dropped
from articlekit.markup import parse_html
from articlekit.plugin import Explanation, Source
from articlekit_html.body.lines import Choice, Verdict
from articlekit_html.body.outline import Outline
from articlekit_html.body.reading import find_lines
from articlekit_html.metadata import explain_metadata, read_metadata

_RULES: Final = {
    Verdict.FAR: "far from anything that looks like the article",
    Verdict.WEIGHED: "looks less like the article than like what stands around it",
    Verdict.CAPTION: "a caption: it goes with its picture",
    Verdict.EMBED: "stands in for an embedded post",
    Verdict.OUTSIDE: "outside the container",
    Verdict.LONE_HEADING: "a heading with nothing under it",
    Verdict.PROMPT: "a prompt to subscribe or sign in",
    Verdict.REPEATED: "a label that stands on the page again and again",
    Verdict.APART: "shown near the title, and read as metadata: standfirst, byline or date",
}
_TEXT: Final = 80
"""Characters of a text that is shown."""
_MOST: Final = 1000


def explain(source: Source) -> Explanation:
    """Say of each field what was found where, and of the body what was kept and dropped."""
    root = parse_html(source.text)
    candidates = explain_metadata(root, url=source.url)
    choice = find_lines(root, read_metadata(root, url=source.url).apart)
    return Explanation(
        format="html",
        candidates=candidates,
        container=_path(choice.view.page, choice.container),
        container_reason="the innermost element with most of the lines that are kept",
        dropped=tuple(_dropped(choice)),
    )


def _dropped(choice: Choice) -> Iterator[Dropped]:
    page = choice.view.page
    left_out = (line for line, verdict in enumerate(choice.verdicts) if verdict != Verdict.KEPT)
    for line, _ in zip(left_out, range(_MOST), strict=False):
        rule = _RULES.get(Verdict(choice.verdicts[line]), "")
        yield Dropped(path=_path(page, page.line_node[line]), rule=rule, text=page.texts[line][:_TEXT])


def _path(page: Outline, node: int) -> str:
    """Give an element as a tag with its id and classes."""
    element = page.elements[node]
    identifier = element.get("id")
    names = (element.get("class") or "").split()
    return ".".join((page.tags[node] + (f"#{identifier}" if identifier else ""), *names[:4]))
