"""Which lines of a page are the article's."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Final

from articlekit_html.body.belonging.belongings import belongings, notes_behind
from articlekit_html.body.belonging.between import between
from articlekit_html.body.belonging.captions import captions_of
from articlekit_html.body.belonging.entries import labels_of_entries
from articlekit_html.body.belonging.key_points import key_points
from articlekit_html.body.belonging.laid_out import laid_out
from articlekit_html.body.belonging.last_words import last_words
from articlekit_html.body.belonging.opening_figures import opening_figures
from articlekit_html.body.belonging.quotations import sources_of_quotations
from articlekit_html.body.belonging.wholes import of_a_whole
from articlekit_html.body.choice import FAR, Choice, Verdict, kept_of
from articlekit_html.body.first_rules.container import descend, prose_by_node, whole_of, with_others
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.left_out.before_title import before_title
from articlekit_html.body.left_out.contents import contents
from articlekit_html.body.left_out.edges import counts_at_byline, credits_alone, signatures
from articlekit_html.body.left_out.labels import labels_of, labels_of_lists, leave_lone_headings, leave_lone_labels
from articlekit_html.body.left_out.no_text import about_authors, copyright_notices, data_of_programs, sign_ups
from articlekit_html.body.left_out.prompts import prompts
from articlekit_html.body.left_out.see_also import see_also
from articlekit_html.body.left_out.standfirst import standfirst_in_text
from articlekit_html.body.left_out.teasers import teasers
from articlekit_html.body.left_out.twice import said_twice, title_again
from articlekit_html.body.weighing.features import candidates, columns
from articlekit_html.body.weighing.surroundings import Surroundings
from articlekit_html.body.weighing.table import score

THRESHOLD: Final = 0.0
"""Log odds above which a line is kept."""

_TEXT: Final = 1.0
"""Log odds above which a line beside a picture is text, and no caption that nothing calls so."""

CERTAIN: Final = 4.0
"""Log odds of a line that need not be weighed."""
_MOST: Final = 0.9
"""The article's container is the innermost element with this share of what is kept."""
_MUCH: Final = 500
_SURE: Final = 1.1
"""What stands outside the container belongs to it from this length on (in characters), if its log odds are so high."""
_LEAD: Final = 100
_LEAD_LINES: Final = 3
_LEAD_NEAR: Final = 6
_LEAD_ODDS: Final = 0.1
"""What leads into the container is of the article: so many characters or more, in so few lines, so near, so likely.

Much of it may stand in more lines, and further off, where it is under the title.
"""

_SAYING: Final = frozenset(("dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "pre", "td", "th"))


# Plain integers: the members of enumerations are slow to get and to compare.
_KEPT, _FAR_AWAY, _WEIGHED, _CAPTION, _EMBED, _OUTSIDE, _LONE_HEADING, _PROMPT, *_OTHERS = map(int, Verdict)
_REPEATED, _APART, _COMMENT, _CONTENTS, _TWICE, _DATA, _SEE_ALSO, _COPYRIGHT, _AUTHOR = _OTHERS
# To translate verdicts by.
_IS_KEPT: Final = bytes(verdict == _KEPT for verdict in range(256))
_IS_OPEN: Final = bytes(verdict in (_WEIGHED, _FAR_AWAY) for verdict in range(256))
_IS_CAPTION: Final = bytes(verdict == _CAPTION for verdict in range(256))


def choose(view: View, apart: AbstractSet[int] = frozenset()) -> Choice:
    """Weigh the lines, find the element that holds those that are kept, and let go of what stands outside.

    Args:
        view: The page.
        apart: Lines that are not the body's, whatever they look like.
    """
    odds = [FAR] * len(view.page.texts)
    around = Surroundings(view)
    line_node = view.page.line_node
    weighed = []
    for line in candidates(view, around):
        if around.is_sure(line, line_node[line]):
            odds[line] = CERTAIN
        else:
            weighed.append(line)
    for line, row in zip(weighed, zip(*columns(view, around, weighed).values(), strict=True), strict=True):
        odds[line] = score(row)
    choice = settle(view, odds, apart)
    choice.odds = odds
    return choice


def choose_by_rules(view: View, apart: AbstractSet[int] = frozenset()) -> Choice:
    """Keep what the first rules keep; if that is nothing, all that no name speaks against; if that is nothing, all."""
    page, prose = view.page, view.prose
    named = [not prose.dropped[node] for node in page.line_node]
    kept = next((kept for kept in (view.rule, named) if any(kept)), [True] * len(page.texts))
    verdicts = bytearray(_KEPT if keep else _FAR_AWAY for keep in kept)
    if any(keep and line not in apart for line, keep in enumerate(kept)):
        for line in apart:
            verdicts[line] = _APART
    let_go(view, verdicts)
    return Choice(view, captions_of(view, map(bool, kept)), verdicts, 0, [])


def settle(view: View, odds: list[float], apart: AbstractSet[int] = frozenset()) -> Choice:
    """Keep the lines whose odds are good and whose place is right."""
    page = view.page
    caption = captions_of(view, (likely > _TEXT for likely in odds))
    verdicts = judge(view, odds, caption)
    captions = verdicts.translate(_IS_CAPTION)
    for line in apart:
        verdicts[line] = _APART
    _keep(verdicts, of_a_whole(page, *_kept_and_open(verdicts), captions))
    _keep(verdicts, (line for line in labels_of_lists(page, verdicts) if odds[line] > THRESHOLD))
    let_go(view, verdicts)
    sizes = [0.0 if verdict else float(len(text)) for text, verdict in zip(page.texts, verdicts, strict=True)]
    container = whole_of(page, descend(page, prose_by_node(page, sizes), _MOST, of_all=True))
    container = with_others(page, kept_of(verdicts), container)
    if found := list(between(view, *_kept_and_open(verdicts), odds)):
        _keep(verdicts, found)
        _keep(verdicts, of_a_whole(page, *_kept_and_open(verdicts), captions))
    kept, open_ = _kept_and_open(verdicts)
    notes = notes_behind(view, open_, container) + key_points(view, kept, open_)
    notes += last_words(view, kept, open_, container)
    _keep(verdicts, notes + belongings(view, kept, open_, container))
    _keep(verdicts, list(laid_out(view, _kept_and_open(verdicts)[1], container)))
    _keep(verdicts, sources_of_quotations(view, *_kept_and_open(verdicts)))
    _keep(verdicts, labels_of_entries(view, *_kept_and_open(verdicts)))
    outside = _leave_outside(view, verdicts, odds, container, frozenset(notes))
    _leave_edges(view, verdicts)
    leave_lone_headings(view, verdicts)
    leave_lone_labels(view, verdicts)
    captions = verdicts.translate(_IS_CAPTION)
    outside += opening_figures(view, captions, next(iter(kept_of(verdicts)), 0), (container, *outside))
    return Choice(view, caption, verdicts, container, outside)


def let_go(view: View, verdicts: bytearray) -> None:
    """Let go of what looks like text and is none: contents, links to other articles, data, what was said before."""
    page, kept = view.page, kept_of(verdicts)
    found = (
        (_OUTSIDE, standfirst_in_text(view, verdicts)),
        (_OUTSIDE, before_title(view, kept)),
        (_TWICE, title_again(view, kept)),
        (_CONTENTS, contents(page, view.prose, kept)),
        (_SEE_ALSO, see_also(view, kept)),
        (_SEE_ALSO, teasers(view, kept)),
        (_AUTHOR, about_authors(view, kept)),
        (_PROMPT, list(sign_ups(view, kept))),
        (_PROMPT, list(prompts(view, kept))),
        (_COPYRIGHT, copyright_notices(page, kept)),
        (_DATA, data_of_programs(page, kept)),
    )
    for verdict, lines in found:
        for line in lines:
            verdicts[line] = verdict
    for line in said_twice(page, _kept_and_open(verdicts)[0]):
        verdicts[line] = _TWICE


def _leave_edges(view: View, verdicts: bytearray) -> None:
    """Let go of short lines at the edges of the text, and of credits in it, that are none of its lines."""
    kept = kept_of(verdicts)
    found = (
        (_COPYRIGHT, credits_alone(view, kept)),
        (_APART, counts_at_byline(view, verdicts, kept)),
        (_AUTHOR, signatures(view, kept)),
    )
    for verdict, lines in found:
        for line in list(lines):
            verdicts[line] = verdict


def _kept_and_open(verdicts: bytearray) -> tuple[bytearray, bytearray]:
    """Say of each line whether it is kept, and whether it may be."""
    return verdicts.translate(_IS_KEPT), verdicts.translate(_IS_OPEN)


def _keep(verdicts: bytearray, lines: Iterable[int]) -> None:
    for line in lines:
        verdicts[line] = _KEPT


def judge(view: View, odds: list[float], caption: bytearray) -> bytearray:
    """Judge each line for itself."""
    tags, embed, prompt, comments = view.page.tags, view.embed, view.prompt, view.prose.comments
    labels = labels_of(view.repeats)
    # Lines of code come again, whatever programs that colour it put them into.
    code = view.page.outermost(view.page.tagged("pre")) if labels else []
    return bytearray(
        _CAPTION
        if caption[node]
        else _EMBED
        if embed[node]
        else _PROMPT
        if prompt[node]
        else _COMMENT
        if comments[node]
        else _REPEATED
        if text in labels and tags[node] not in _SAYING and not code[node]
        else _KEPT
        if likely > THRESHOLD
        else _WEIGHED
        if likely > FAR
        else _FAR_AWAY
        for node, text, likely in zip(view.page.line_node, view.page.texts, odds, strict=True)
    )


def _leave_outside(
    view: View, verdicts: bytearray, odds: list[float], container: int, notes: frozenset[int]
) -> list[int]:
    """Let go of what stands outside the container; give the elements there that belong to it all the same."""
    page = view.page
    outside: dict[int, list[int]] = {}
    inside = range(container, page.end[container])
    if all(page.line_node[line] in inside for line in kept_of(verdicts)):
        return []
    top_of = _tops(view, container)
    for line, node in enumerate(page.line_node):
        if verdicts[line] == _KEPT and top_of[node] != container:
            outside.setdefault(top_of[node], []).append(line)
    begin = next((line for line in kept_of(verdicts) if top_of[page.line_node[line]] == container), 0)
    apart = []
    for top, lines in sorted(outside.items(), reverse=True):
        size = page.size(lines)
        likely = sum(len(page.texts[line]) * odds[line] for line in lines) / size
        is_under_title = size >= _MUCH and 0 <= view.title_line < lines[0] and lines[-1] < begin
        leads = size >= _LEAD and likely >= _LEAD_ODDS and (is_under_title or _leads_to(begin, lines))
        if top >= 0 and (leads or (size >= _MUCH and likely >= _SURE) or notes.issuperset(lines)):
            apart.append(top)
            begin = lines[0] if leads else begin
        else:
            for line in lines:
                verdicts[line] = _OUTSIDE
    return apart


def _leads_to(begin: int, lines: list[int]) -> bool:
    """Whether lines stand shortly before the first one of the container."""
    return len(lines) <= _LEAD_LINES and 0 < begin - lines[-1] <= _LEAD_NEAR


def _tops(view: View, container: int) -> list[int]:
    """Give for each node the largest element around it that does not hold the container; -1 if it holds it itself."""
    page = view.page
    around = {-1}
    node = page.parent[container]
    while node >= 0:
        around.add(node)
        node = page.parent[node]
    tops: list[int] = []
    for node, above in enumerate(page.parent):
        tops.append(-1 if node in around else node if above in around else tops[above])
    return tops
