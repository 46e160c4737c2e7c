"""What can be said of a line in numbers: what it is, where it stands, what is around it."""

from __future__ import annotations

from typing import Final, TypeAlias

from articlekit_html.body.first_rules.view import View
from articlekit_html.body.outline.hints import Hint
from articlekit_html.body.outline.kinds import HEADINGS
from articlekit_html.body.weighing.surroundings import FAR, Surroundings

Columns: TypeAlias = dict[str, list[float]]
"""Measures by their names, each with one value a line."""

_KINDS: Final = (
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dd", "dt", "td", "th"),
    *("pre", "blockquote", "figcaption", "summary", "address"),
)
_KIND: Final = {name: number for number, name in enumerate(_KINDS, 1)}
_ENDS: Final = frozenset('.!?…。！？।؟"”»』」)')
_FOOTER, _COMMENT, _CAPTION, _HIDDEN, _RELATED = (
    int(hint) for hint in (Hint.FOOTER, Hint.COMMENT, Hint.CAPTION, Hint.HIDDEN | Hint.NOTICE, Hint.RELATED)
)

_NEAR: Final = 2
_LONG: Final = 60
_MOSTLY_LINKS: Final = 0.5
_BEGINNING: Final = 40
"""Capitals are counted in so many characters of a line."""
_NO_CAPITALS: Final = bytes(code for code in range(128) if not chr(code).isupper())

BOUNDS: Final = {
    "words": (0, 100),
    "length": (0, 600),
    "links": (0, 10),
    "sentences": (0, 6),
    "breaks": (0, 5),
    "repeated": (0, 5),
    "lines_own": (0, 10),
    "text_parent": (0, 22_000),
    "text_above": (0, 22_000),
    "pictures_parent": (0, 5),
    "controls_above": (0, 5),
    "common_depth": (0, 10),
    "below": (0, 10),
    "mean_alike": (0, 300),
    "alike": (0, FAR),
    "from_first": (-FAR, FAR),
    "to_last": (-FAR, FAR),
    "from_title": (-FAR, FAR),
    "prose_after": (0, 2000),
    "prose_before": (0, 2000),
    "length_next": (0, 300),
    "length_last": (0, 300),
}
"""What grows with a page is cut to bounds when the table is trained: it must say no more on pages longer than any of
those. The table asks only whether a measure is above a number within the bounds: nothing is cut when a page is read.
"""


def candidates(view: View, around: Surroundings) -> list[int]:
    """Give the lines worth weighing; not so are comments, nor short ones and links far from what looks like text."""
    page, prose = view.page, view.prose
    parent = page.parent
    near = bytearray(map(bool, around.kept))
    # Nearness goes down to the grandchildren of an element.
    for _ in range(_NEAR):
        near = bytearray([near[above] if above > 0 else near[0] for above in parent])
    length, density, comments = prose.length, prose.density, prose.comments
    return [
        line
        for line, node in enumerate(page.line_node)
        if not comments[node] and (near[node] or (length[line] >= _LONG and density[line] <= _MOSTLY_LINKS))
    ]


def columns(view: View, around: Surroundings, lines: list[int]) -> Columns:
    """Compute the features of some lines, in the order in which `table.score` takes them."""
    return _own(view, lines) | _above(view, around, lines) | _beside(view, around, lines)


def _own(view: View, lines: list[int]) -> Columns:
    page, prose = view.page, view.prose
    tags, line_node, rule = page.tags, page.line_node, view.rule
    links, breaks = page.line_links, page.breaks
    length, density, sentences = prose.length, prose.density, prose.sentences
    repeats = view.repeats
    texts = [page.texts[line] for line in lines]
    kind_of = _KIND.get
    return {
        "rule": [rule[line] for line in lines],
        "kind": [kind_of(tags[line_node[line]], 0) for line in lines],
        "words": [text.count(" ") + 1 for text in texts],
        "length": [length[line] for line in lines],
        "density": [density[line] for line in lines],
        "links": [links[line] for line in lines],
        "sentences": [sentences[line] for line in lines],
        "upper": [_capitals(text[:_BEGINNING]) / min(len(text), _BEGINNING) for text in texts],
        "ends": [text[-1] in _ENDS for text in texts],
        "ellipsis": [text.endswith(("…", "...")) for text in texts],
        "breaks": [breaks[line] for line in lines],
        "repeated": [repeats[text] for text in texts],
    }


def _capitals(text: str) -> int:
    if text.isascii():
        return len(text.encode().translate(None, _NO_CAPITALS))
    return sum(map(str.isupper, text))


def _above(view: View, around: Surroundings, lines: list[int]) -> Columns:
    page, prose = view.page, view.prose
    tags, parent = page.tags, page.parent
    text, linked, amount, count = prose.text, prose.linked, prose.prose, prose.lines
    kept, pictures, controls, hint_share = around.kept, view.pictures, view.controls, around.hint_share
    inherited, common_depth, below = around.inherited, around.common_depth, around.below
    total = around.total_prose
    nodes = [page.line_node[line] for line in lines]
    parents = [max(parent[node], 0) for node in nodes]
    aboves = [max(parent[node], 0) for node in parents]
    return {
        "lines_own": [count[node] for node in nodes],
        "kept_own": [kept[node] / text[node] for node in nodes],
        "kept_parent": [kept[node] / text[node] for node in parents],
        "kept_above": [kept[node] / text[node] for node in aboves],
        "share_parent": [amount[node] / total for node in parents],
        "share_above": [amount[node] / total for node in aboves],
        "text_parent": [text[node] for node in parents],
        "text_above": [text[node] for node in aboves],
        "density_parent": [linked[node] / text[node] for node in parents],
        "density_above": [linked[node] / text[node] for node in aboves],
        "pictures_parent": [pictures[node] for node in parents],
        "controls_above": [controls[node] for node in aboves],
        "in_item": [tags[node] == "li" for node in parents],
        "hint_share": [hint_share[node] for node in nodes],
        "common_depth": [common_depth[node] for node in nodes],
        "below": [below[node] for node in nodes],
        "footer": [inherited[node] & _FOOTER > 0 for node in nodes],
        "comment": [inherited[node] & _COMMENT > 0 for node in nodes],
        "caption": [inherited[node] & _CAPTION > 0 for node in nodes],
        "hidden": [inherited[node] & _HIDDEN > 0 for node in nodes],
        "related": [inherited[node] & _RELATED > 0 for node in nodes],
    }


def _beside(view: View, around: Surroundings, lines: list[int]) -> Columns:
    page, prose = view.page, view.prose
    tags, line_node, length, density = page.tags, page.line_node, prose.length, prose.density
    # The table has learned from headings of the first level alone.
    first, last, title = around.first_core, around.last_core, view.first_heading
    total, total_kept = around.total_prose, around.total_kept
    before, done, after = around.prose_before, around.done, around.after
    end = len(page.texts)
    groups = [around.group[line] for line in lines]
    size, amount, kept = around.group_lines, around.group_prose, around.group_kept
    following = [min(line + 1, end - 1) for line in lines]
    previous = [max(line - 1, 0) for line in lines]
    return {
        "kept_alike": [kept[group] / total_kept for group in groups],
        "prose_alike": [amount[group] / total for group in groups],
        "mean_alike": [amount[group] / size[group] for group in groups],
        "alike": [size[group] for group in groups],
        "position": [done[line] / total_kept for line in lines],
        "from_first": [line - first for line in lines],
        "to_last": [last - line for line in lines],
        "from_title": [line - title for line in lines],
        "after": [after[line] for line in lines],
        "prose_after": [before[min(line + 5, end)] - before[line + 1] for line in lines],
        "prose_before": [before[line] - before[max(line - 4, 0)] for line in lines],
        "density_next": [density[line] for line in following],
        "density_last": [density[line] for line in previous],
        "length_next": [length[line] for line in following],
        "length_last": [length[line] for line in previous],
        "heading_last": [tags[line_node[line]] in HEADINGS for line in previous],
    }
