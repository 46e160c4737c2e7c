"""What stands around the lines of a page: sums over nodes, groups of lines that look alike, distances."""

from __future__ import annotations

from itertools import accumulate, compress, count
from operator import mul
from typing import Final

from articlekit_html.body.first_rules.prose import UNLIKE_TEXT
from articlekit_html.body.first_rules.view import View

FAR: Final = 50
"""Distances are counted up to this many lines."""

_CORE_DENSITY: Final = 0.35


class Surroundings:
    """Measures, one entry a line or a node of an `Outline`."""

    def __init__(self, view: View) -> None:
        self.total_prose = view.total_prose
        #: Lines that are as good as certain: prose with sentences, few links.
        self.core = self._find_core(view)
        self.cores = cores = list(compress(count(), self.core))
        self.first_core, self.last_core = (cores[0], cores[-1]) if cores else (0, len(self.core))
        self._group(view)
        self._sum_up(view)
        self._inherit(view)
        self._measure_distances(view)

    def is_sure(self, line: int, node: int) -> bool:
        """Whether a line is core, looks like most of it, and no name speaks against it: there is nothing to weigh."""
        return (
            self.core[line] > 0
            and 2 * self.group_kept[self.group[line]] > self.total_kept
            and self.hint_share[node] == 1.0
        )

    def _find_core(self, view: View) -> bytearray:
        prose = view.prose
        return bytearray(
            rule and amount > 0 and sentences > 0 and density < _CORE_DENSITY
            for rule, amount, sentences, density in zip(
                view.rule, prose.line_prose, prose.sentences, prose.density, strict=True
            )
        )

    def _group(self, view: View) -> None:
        """Group lines whose element and the one around it look alike."""
        page, prose = view.page, view.prose
        tags, names, parent = page.tags, page.names, page.parent
        found: dict[tuple[str, str | None, str | None], int] = {}
        #: Of each line: its group. Of each group: how many lines, how much prose, how much of it core.
        self.group = [
            found.setdefault((tags[node], names[node], names[parent[node]] if node else None), len(found))
            for node in page.line_node
        ]
        self.group_lines = lines = [0] * len(found)
        self.group_prose = amounts = [0.0] * len(found)
        self.group_kept = kept = [0.0] * len(found)
        for group, amount in zip(self.group, prose.line_prose, strict=True):
            lines[group] += 1
            amounts[group] += amount
        for line in self.cores:
            kept[self.group[line]] += prose.length[line]
        self.total_kept = sum(kept) or 1.0

    def _sum_up(self, view: View) -> None:
        page = view.page
        #: Characters that the rules keep: of each node, descendants included.
        self.kept = kept = [0] * len(page.parent)
        for line in compress(count(), view.rule):
            kept[page.line_node[line]] += len(page.texts[line])
        page.count_up(kept)

    def _inherit(self, view: View) -> None:
        page, prose = view.page, view.prose
        count = len(page.parent)
        #: How far up from the container the innermost element stands that a node shares with it; how far below it.
        self.common_depth = common_depth = [0] * count
        self.below = below = [0] * count
        #: The hints of a node and those around it, up to what it shares with the container; the share of the page's
        #: prose in the innermost element with a hint against it.
        self.inherited = inherited = [0] * count
        self.hint_share = hint_share = [1.0] * count
        around: dict[int, int] = {}
        node = view.container
        while node >= 0:
            around[node] = len(around)
            node = page.parent[node]
        for node, (above, hints) in enumerate(zip(page.parent, page.hints, strict=True)):
            if node in around:
                common_depth[node] = around[node]
                continue
            common_depth[node] = common_depth[above]
            below[node] = below[above] + 1
            inherited[node] = inherited[above] | hints
            hint_share[node] = prose.prose[node] / self.total_prose if hints & UNLIKE_TEXT else hint_share[above]

    def _measure_distances(self, view: View) -> None:
        prose = view.prose
        #: Lines to the next core line.
        self.after = _distances(self.core[::-1])[::-1]
        #: Prose before each line; core text up to and with each line.
        self.prose_before = [0.0, *accumulate(prose.line_prose)]
        self.done = list(accumulate(map(mul, prose.length, self.core)))


def _distances(marked: bytearray) -> list[int]:
    """Count how far back the last marked place is, itself not counted."""
    distances = []
    distance = FAR
    for mark in marked:
        distances.append(distance)
        distance = 1 if mark else min(distance + 1, FAR)
    return distances
