"""What can be said of a line in numbers: what it is, where it stands, what is around it."""

from __future__ import annotations

from math import log
from typing import Final

from articlekit_html.body.hints import Hint
from articlekit_html.body.surroundings import FAR, Surroundings
from articlekit_html.body.view import View

_KINDS: Final = (
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dd", "dt", "td", "th"),
    *("pre", "blockquote", "figcaption", "summary", "address"),
)
_KIND: Final = {name: number for number, name in enumerate(_KINDS, 1)}
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_ENDS: Final = frozenset('.!?…。！？।؟"”»』」)')
_FOOTER, _COMMENT, _CAPTION, _RELATED, _HIDDEN, _META, _LEAD, _SIDE = (
    int(hint)
    for hint in (
        Hint.FOOTER,
        Hint.COMMENT,
        Hint.CAPTION,
        Hint.RELATED,
        Hint.HIDDEN,
        Hint.META,
        Hint.LEAD,
        Hint.SIDE,
    )
)

_NEAR: Final = 3
_LONG: Final = 80
_MOSTLY_LINKS: Final = 0.5
# What grows with a page is bounded: on pages longer than any that was trained on, it must say no more than on those.
_MUCH: Final = 10.0
_BEGINNING: Final = 40
"""Capitals are counted in so many characters of a line."""

NAMES: Final = (
    # The line itself.
    *("rule", "kind", "words", "length", "density", "links"),
    *("sentences", "upper", "ends", "ellipsis", "breaks", "repeated", "lines_own"),
    # Its element, the one around it and the one around that.
    *("kept_own", "kept_parent", "kept_above", "share_parent"),
    *("share_above", "text_parent", "text_above", "density_parent", "density_above"),
    *("pictures_parent", "pictures_above", "controls_above", "lines_parent", "in_item"),
    # The lines that look like it.
    *("kept_alike", "prose_alike", "mean_alike", "alike"),
    # Its place on the page.
    *("position", "from_first", "to_last", "after", "before"),
    *("from_title", "common_depth", "below", "prose_after", "prose_before"),
    # The lines beside it.
    *("density_next", "density_last", "length_next", "length_last", "heading_next", "heading_last"),
    # What names say.
    *("hint_share", "in_caption", "footer", "comment", "caption", "related", "hidden", "meta", "lead", "side"),
)


def candidates(view: View) -> list[int]:
    """Give the lines worth weighing; not so are short ones and links far from all that looks like the article."""
    page, prose = view.page, view.prose
    parent = page.parent
    near = bytearray(len(parent))
    for line, node in enumerate(page.line_node):
        if view.rule[line]:
            near[node] = 1
    for node in range(len(parent) - 1, 0, -1):
        if near[node]:
            near[parent[node]] = 1
    # Nearness goes down to the grandchildren of an element.
    for _ in range(_NEAR):
        near = bytearray(near[max(above, 0)] for above in parent)
    return [
        line
        for line, node in enumerate(page.line_node)
        if near[node] or (prose.length[line] >= _LONG and prose.density[line] <= _MOSTLY_LINKS)
    ]


def features(view: View, lines: list[int]) -> list[tuple[float, ...]]:
    """Compute the features of some lines, in the order of `NAMES`."""
    around = Surroundings(view)
    return [(*_own(view, line), *_above(view, around, line), *_beside(view, around, line)) for line in lines]


def _own(view: View, line: int) -> tuple[float, ...]:
    page, prose = view.page, view.prose
    text = page.texts[line]
    node = page.line_node[line]
    beginning = text[:_BEGINNING]
    return (
        view.rule[line],
        _KIND.get(page.tags[node], 0),
        min(text.count(" ") + 1, 100),
        min(prose.length[line], 600),
        prose.density[line],
        min(page.line_links[line], 10),
        min(prose.sentences[line], 6),
        sum(map(str.isupper, beginning)) / len(beginning),
        text[-1] in _ENDS,
        text.endswith(("…", "...")),
        min(page.breaks[line], 5),
    )


def _above(view: View, around: Surroundings, line: int) -> tuple[float, ...]:
    page, prose = view.page, view.prose
    node = page.line_node[line]
    parent = page.parent[node] if node else 0
    above = page.parent[parent] if parent else 0
    text_parent, text_above = prose.text[parent], prose.text[above]
    group = around.group[line]
    return (
        min(around.repeats[page.texts[line]], 5),
        min(prose.lines[node], 10),
        around.kept[node] / prose.text[node],
        around.kept[parent] / text_parent,
        around.kept[above] / text_above,
        prose.prose[parent] / around.total_prose,
        prose.prose[above] / around.total_prose,
        min(log(text_parent), _MUCH),
        min(log(text_above), _MUCH),
        prose.linked[parent] / text_parent,
        prose.linked[above] / text_above,
        min(around.pictures[parent], 5),
        min(around.pictures[above], 5),
        min(around.controls[above], 5),
        min(prose.lines[parent], FAR),
        page.tags[parent] == "li",
        around.group_kept[group] / around.total_kept,
        around.group_prose[group] / around.total_prose,
        min(around.group_prose[group] / around.group_lines[group], 300),
        min(around.group_lines[group], FAR),
    )


def _beside(view: View, around: Surroundings, line: int) -> tuple[float, ...]:
    page, prose = view.page, view.prose
    node = page.line_node[line]
    last = len(page.texts) - 1
    following, previous = min(line + 1, last), max(line - 1, 0)
    hints = around.inherited[node]
    return (
        around.done[line] / around.total_kept,
        max(-FAR, min(line - around.first_core, FAR)),
        max(-FAR, min(around.last_core - line, FAR)),
        around.after[line],
        around.before[line],
        max(-FAR, min(line - view.title_line, FAR)),
        min(around.common_depth[node], 10),
        min(around.below[node], 10),
        min(around.prose_before[min(line + 5, last + 1)] - around.prose_before[line + 1], 2000),
        min(around.prose_before[line] - around.prose_before[max(line - 4, 0)], 2000),
        prose.density[following],
        prose.density[previous],
        min(prose.length[following], 300),
        min(prose.length[previous], 300),
        page.tags[page.line_node[following]] in _HEADINGS,
        page.tags[page.line_node[previous]] in _HEADINGS,
        around.hint_share[node],
        view.caption[node],
        hints & _FOOTER > 0,
        hints & _COMMENT > 0,
        hints & _CAPTION > 0,
        hints & _RELATED > 0,
        hints & _HIDDEN > 0,
        hints & _META > 0,
        hints & _LEAD > 0,
        hints & _SIDE > 0,
    )
