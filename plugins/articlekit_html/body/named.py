"""The lines of a short text: those in the one element that is named as the one for it, however little they say."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import compress, count
from typing import Final

from articlekit_html.body.belonging.belongings import lead_elsewhere
from articlekit_html.body.belonging.captions import captions_of
from articlekit_html.body.belonging.opening_figures import opening_figures
from articlekit_html.body.choice import Choice, Verdict, kept_of
from articlekit_html.body.first_rules.against import spoken_against
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.left_out.edges import counts_at_byline
from articlekit_html.body.lines import judge, let_go
from articlekit_html.body.outline.headings import is_led_away
from articlekit_html.body.outline.hints import Hint
from articlekit_html.body.outline.laid_out import is_button, is_laid_out

_ARTICLE: Final = int(Hint.ARTICLE)
_HIDDEN: Final = int(Hint.HIDDEN)
_META: Final = int(Hint.META)
_BOXES: Final = frozenset(("div", "footer", "section", "ul"))
"""What is called metadata and is one of these counts something or files the text; a paragraph may be the author's."""
_MOSTLY_LINKS: Final = 0.5
_KEPT, _WEIGHED, _CAPTION, _OUTSIDE, _APART = map(
    int, (Verdict.KEPT, Verdict.WEIGHED, Verdict.CAPTION, Verdict.OUTSIDE, Verdict.APART)
)


def choose_named(view: View, apart: AbstractSet[int] = frozenset()) -> Choice | None:
    """Keep what stands in the one element that is named as the one for the text, however little; None without one.

    Of several it is the first behind the title: those of other articles stand further down.
    """
    page = view.page
    against = spoken_against(view, 0)
    title = page.line_node[view.title_line] if view.title_line >= 0 else -1
    named = [
        node
        for node, hints in enumerate(page.hints)
        if node > title and hints & _ARTICLE and page.tags[node] != "p" and not against[node]
    ]
    if not named or (title < 0 and page.end[named[0]] <= named[-1]):
        return None
    inside = range(named[0], page.end[named[0]])
    unseen = page.outermost(node for node in compress(count(), view.prose.dropped) if page.hints[node] & _HIDDEN)
    counted = page.outermost(node for node in inside if page.hints[node] & _META and _is_box(view, node))
    caption = captions_of(view, map(bool, view.rule))
    verdicts = judge(view, [1.0] * len(page.texts), caption)
    captions = [verdict == _CAPTION for verdict in verdicts]
    for line, node in enumerate(page.line_node):
        if line in apart:
            verdicts[line] = _APART
        elif node not in inside:
            verdicts[line] = _CAPTION if captions[line] else _OUTSIDE
        elif verdicts[line] == _KEPT and (
            against[node] or unseen[node] or counted[node] or not _may_be_said(view, line, named[0])
        ):
            verdicts[line] = _WEIGHED
    for line in list(counts_at_byline(view, verdicts, kept_of(verdicts))):
        verdicts[line] = _APART
    let_go(view, verdicts)
    first = next(iter(kept_of(verdicts)), 0)
    return Choice(view, caption, verdicts, named[0], opening_figures(view, captions, first, named[:1]))


def _is_box(view: View, node: int) -> bool:
    page = view.page
    return view.prose.dropped[node] > 0 and page.tags[node] in _BOXES and not is_laid_out(page.names[node])


def _may_be_said(view: View, line: int, container: int) -> bool:
    """Whether a line in a short text is no button, and no link to another page of the site."""
    page, node = view.page, view.page.line_node[line]
    if page.tags[node] == "button" or is_button(page.names[node]):
        return False
    if view.prose.density[line] <= _MOSTLY_LINKS:
        return True
    return not is_led_away(page, line) or (view.host is not None and node > container and lead_elsewhere(view, node))
