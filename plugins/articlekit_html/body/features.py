"""What can be said of a line in numbers: what it is, where it stands, what is around it."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import Final

from articlekit_html.body.hints import Hint
from articlekit_html.body.view import View

_KIND: Final = {
    "p": 1,
    "h1": 2,
    "h2": 3,
    "h3": 4,
    "h4": 5,
    "h5": 6,
    "h6": 7,
    "li": 8,
    "dd": 9,
    "dt": 10,
    "td": 11,
    "th": 12,
    "pre": 13,
    "blockquote": 14,
    "figcaption": 15,
}
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LEAVES: Final = frozenset(("p", "li", "blockquote", "pre", "dd", "dt"))
_ENDS: Final = frozenset('.!?…。！？।؟"”»』」)')
_BITS: Final = tuple(
    int(hint)
    for hint in (
        Hint.NAVIGATION, Hint.FOOTER, Hint.HEADER, Hint.SIDE, Hint.RELATED, Hint.SHARE, Hint.COMMENT,
        Hint.ADVERTISEMENT, Hint.SIGN_UP, Hint.CONSENT, Hint.PAYWALL, Hint.META, Hint.CAPTION, Hint.HIDDEN, Hint.LEAD,
        Hint.TITLE, Hint.ARTICLE, Hint.CONTENT,
    )
)  # fmt: skip
_BIT_NAMES = [
    "nav",
    "foot",
    "head",
    "side",
    "related",
    "share",
    "comment",
    "ad",
    "signup",
    "consent",
    "pay",
    "meta",
    "caption",
    "hidden",
    "lead",
    "title",
    "article",
    "content",
]
NAMES: Final = [
    "rule",
    "kept_own",
    "kept_parent",
    "kept_above",
    "kept_alike",
    "prose_alike",
    "mean_alike",
    "alike",
    "in_mass",
    "in_container",
    "position",
    "from_first",
    "to_last",
    "after",
    "before",
    "text_parent",
    "text_above",
    "in_item",
    "kind",
    "prose_after",
    "prose_before",
    "share_parent",
    "share_above",
    "core",
    "from_title",
    "siblings",
    "parent_siblings",
    "density_parent",
    "density_above",
    "words",
    "length",
    "density",
    "links",
    "common_depth",
    "below",
    "upper",
    "ends",
    "ellipsis",
    "repeated",
    "breaks",
    "pictures_parent",
    "pictures_above",
    "controls_above",
    "lines_own",
    "lines_parent",
    "density_next",
    "density_last",
    "length_next",
    "length_last",
    "heading_next",
    "heading_last",
    "in_figure",
    "hint_share",
    "sentences",
    *_BIT_NAMES,
]


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
    return [
        line
        for line, node in enumerate(page.line_node)
        if (prose.length[line] >= 80 and prose.density[line] <= 0.5) or near[max(parent[max(parent[node], 0)], 0)]
    ]


def features(view: View, lines: list[int]) -> list[list[float]]:  # noqa: PLR0912, PLR0915
    """Compute the features of some lines, in the order of `NAMES`."""
    page, prose = view.page, view.prose
    tags, parent, end, hints = page.tags, page.parent, page.end, page.hints
    line_node, texts = page.line_node, page.texts
    length, density, line_prose, sentences = prose.length, prose.density, prose.line_prose, prose.sentences
    count, nodes = len(texts), len(tags)
    rule = view.rule
    total = prose.prose[0] or 1.0
    container = view.container

    kept = [0] * nodes
    alike = [0] * count
    groups: dict[tuple[str, str | None, str | None], int] = {}
    group_lines: list[int] = []
    group_prose: list[float] = []
    group_kept: list[float] = []
    core = bytearray(count)
    for line in range(count):
        node = line_node[line]
        above = parent[node] if node else 0
        key = (tags[node], page.names[node], page.names[above])
        group = groups.setdefault(key, len(groups))
        if group == len(group_lines):
            group_lines.append(0)
            group_prose.append(0.0)
            group_kept.append(0.0)
        alike[line] = group
        group_lines[group] += 1
        group_prose[group] += line_prose[line]
        if rule[line]:
            kept[node] += len(texts[line])
            if line_prose[line] and sentences[line] and density[line] < 0.35:
                core[line] = 1
                group_kept[group] += length[line]
    total_kept = sum(group_kept) or 1.0
    pictures, controls = page.pictures[:], page.controls[:]
    for node in range(nodes - 1, 0, -1):
        above = parent[node]
        kept[above] += kept[node]
        pictures[above] += pictures[node]
        controls[above] += controls[node]

    siblings: Counter[tuple[int, str, str | None]] = Counter(zip(parent, tags, page.names, strict=True))
    # Depth of the innermost element that a node shares with the container, counted up from the container.
    common = [0] * nodes
    below = [0] * nodes
    around: dict[int, int] = {}
    node = container
    while node >= 0:
        around[node] = len(around)
        node = parent[node]
    inherited = [0] * nodes
    hint_share = [1.0] * nodes
    for node in range(nodes):
        if node in around:
            common[node] = around[node]
        else:
            above = parent[node]
            common[node] = common[above]
            below[node] = below[above] + 1
            inherited[node] = inherited[above] | hints[node]
            hint_share[node] = prose.prose[node] / total if hints[node] & 0x7FFF else hint_share[above]

    repeats = Counter(texts)
    after = [0] * count
    next_core = count
    for line in range(count - 1, -1, -1):
        after[line] = min(next_core - line, 50)
        if core[line]:
            next_core = line
    cores = sum(core)
    core_lines = [line for line in range(count) if core[line]]
    first_core, last_core = (core_lines[0], core_lines[-1]) if core_lines else (0, count)
    sums = [0.0]
    for amount in line_prose:
        sums.append(sums[-1] + amount)
    done = [0.0]
    before = [0] * count
    last = -50
    for line in range(count):
        before[line] = min(line - last, 50)
        if core[line]:
            last = line
        done.append(done[-1] + (length[line] if core[line] else 0))
    rows: list[list[float]] = []
    for line in lines:
        node = line_node[line]
        above = parent[node] if node else 0
        higher = parent[above] if above else 0
        text = texts[line]
        tag = tags[node]
        group = alike[line]
        following = line + 1 if line + 1 < count else line
        previous = line - 1 if line else 0
        hint = inherited[node]
        head = text[:100]
        rows.append(
            [
                rule[line],
                kept[node] / prose.text[node],
                kept[above] / prose.text[above],
                kept[higher] / prose.text[higher],
                group_kept[group] / total_kept,
                group_prose[group] / total,
                group_prose[group] / group_lines[group],
                group_lines[group],
                view.by_mass <= node < end[view.by_mass],
                container <= node < end[container],
                done[line + 1] / total_kept,
                line - first_core,
                last_core - line,
                after[line],
                before[line],
                log(prose.text[above] + 1),
                log(prose.text[higher] + 1),
                tags[above] == "li",
                _KIND.get(tag, 0),
                sums[min(line + 5, count)] - sums[line + 1],
                sums[line] - sums[max(line - 4, 0)],
                prose.prose[above] / total,
                prose.prose[higher] / total,
                cores,
                line - view.title_line,
                siblings[above, tag, page.names[node]],
                siblings[higher, tags[above], page.names[above]],
                prose.linked[above] / prose.text[above],
                prose.linked[higher] / prose.text[higher],
                text.count(" ") + 1,
                length[line],
                density[line],
                page.line_links[line],
                common[node],
                below[node],
                sum(map(str.isupper, head)) / len(head),
                text[-1] in _ENDS,
                text.endswith(("…", "...")),
                repeats[text],
                page.breaks[line],
                pictures[above],
                pictures[higher],
                controls[higher],
                prose.lines[node],
                prose.lines[above],
                density[following],
                density[previous],
                length[following],
                length[previous],
                tags[line_node[following]] in _HEADINGS,
                tags[line_node[previous]] in _HEADINGS,
                view.caption[node],
                hint_share[node],
                min(sentences[line], 6),
                *[bool(hint & bit) for bit in _BITS],
            ]
        )
    return rows
