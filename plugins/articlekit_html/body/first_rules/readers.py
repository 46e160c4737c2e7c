"""What readers wrote behind an article, where no name says so: entries that look alike, each with its day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, islice
from typing import Final

from articlekit.markup import Element
from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.kinds import HEADINGS

# Where no digit stands, one look tells that neither begins there.
_DAY: Final = re.compile(
    r"(?=\d)(?:(?<!\d)(?:19|20)\d\d(?!\d)|(?<![\d$€£])\d{1,2}:\d\d(?!\d)|(?<!\d)\d{1,2}[./]\d{1,2}[./]\d\d)"
)
"""A day with its year, or a time of day."""
_AGO: Final = re.compile(r"(?=\d)(?<![\d.,$€£])\d{1,2}(?: ?[^\W\d_]{1,2}\b| [^\W\d_]{3,}| ?[^\x00-\u02ff])")
"""How long ago something was, in any language: a number and a word."""
_DIGIT: Final = re.compile("[0-9]")
"""What most lines have none of."""
_LONGEST: Final = 80
_SHORT: Final = 40
"""So many characters has a line that says who wrote an entry and when; or how long ago, which is said in fewer."""
_ENTRIES: Final = frozenset(("article", "dd", "div", "dl", "li", "section"))
_SEVERAL: Final = 2
_MOST: Final = 0.6
"""So large a share of the elements beside one another are entries."""
_FIRST: Final = 4
_LAST: Final = 3
"""Among so many first lines of an entry, or last ones, stands its day."""
_LABEL: Final = 30
"""So many characters has a button to answer with."""

_BEGUN: Final = 300.0
"""So much prose of the article stands before what readers wrote of it."""
_OVER: Final = 200.0
"""So much prose may stand over the entries that is the readers' too: how many they are, how to take part."""
_BESIDE: Final = 600
"""So many characters may stand before the entries, or behind them: a form to answer with."""

_BY_READERS: Final = "ugc"
"""What links of readers are said to be (``rel``, as search engines ask for it)."""
_NEXT: Final = 3
"""Among so many elements behind the entries stands the form."""
_TITLES: Final = frozenset(("h2", "h3", "h4"))
_NUMBER: Final = re.compile(r"(?<![\d.,])\d{1,5}(?![\d.,]*\d)")
_COUNTED: Final = 160
"""So long a line, which may name the article, …"""
_NEAR: Final = 5
"""… so many lines before the entries at most, says how many they are, …"""
_MISCOUNTED: Final = 1.1
"""… though some have been taken away again."""


def find_readers(page: Outline, line_prose: list[float], text: list[int], lines: list[int]) -> Iterator[int]:
    """Find the elements that hold what readers wrote: entries behind the article, with a day or a button each.

    What these say is no proof, for timelines and reports by the hour have them too: a field to write in stands with
    the entries, a line over them says how many there are, or their links are said to be those of readers.

    Args:
        page: The page.
        line_prose: How much prose each line is.
        text: How many characters stand in each node.
        lines: How many lines.
    """
    begun = _begun(page, line_prose)
    # Without a field to answer in, the entries have to be counted, and how long ago they were counts none.
    is_dated = _is_dated if page.can_be_answered else _DAY.search
    dated = [
        line
        for line, text in enumerate(page.texts[begun:], begun)
        if len(text) <= _LONGEST
        and _DIGIT.search(text)
        and is_dated(text)
        and page.tags[page.line_node[line]] not in HEADINGS
    ]
    if max(len(dated), len(page.passed)) >= _SEVERAL or page.can_be_answered:
        yield from _Groups(page, dated, line_prose, text, lines).of_readers(begun)


def _begun(page: Outline, line_prose: list[float]) -> int:
    """Give the first line behind the title and a beginning of the article."""
    title = next(iter(page.tagged("h1")), 0)
    first = next((line for line, node in enumerate(page.line_node) if node >= title), 0)
    prose = accumulate(line_prose[first:])
    return next((line for line, amount in enumerate(prose, first + 1) if amount >= _BEGUN), len(page.texts))


def _is_dated(said: str) -> bool:
    return bool(_DAY.search(said) or (len(said) <= _SHORT and _AGO.search(said)))


class _Groups:
    """Groups of elements beside one another, and what stands around them."""

    def __init__(
        self, page: Outline, dated: list[int], line_prose: list[float], text: list[int], lines: list[int]
    ) -> None:
        self._page = page
        self._dated = bytearray(len(page.texts))
        self._text = text
        self._lines = lines
        #: Characters, and prose, before each line.
        self._before = [0, *accumulate(map(len, page.texts))]
        self._prose = [0.0, *accumulate(line_prose)]
        self._title = next(iter(page.tagged("h1")), 0)
        count = len(page.tags)
        #: The first line of each node.
        self._first = [len(page.texts)] * count
        #: Lines with a day, and those with more of it than how long ago it was.
        self._stamps, self._days = [0] * count, [0] * count
        #: Footers that were passed over: those of entries say who wrote one, and when.
        self._footers = [0] * count
        self._sum_up(dated)

    def _sum_up(self, dated: list[int]) -> None:
        page = self._page
        first, stamps, days, footers = self._first, self._stamps, self._days, self._footers
        for line in range(len(page.texts) - 1, -1, -1):
            first[page.line_node[line]] = line
        for line in dated:
            self._dated[line] = 1
            stamps[page.line_node[line]] += 1
            days[page.line_node[line]] += _DAY.search(page.texts[line]) is not None
        for node in page.passed:
            footers[node] += 1
        parent = page.parent
        for node in range(len(page.tags) - 1, 0, -1):
            above = parent[node]
            if first[node] < first[above]:  # noqa: PLR1730  a third of the time of `min`
                first[above] = first[node]
            if stamps[node]:
                stamps[above] += stamps[node]
                days[above] += days[node]
            if footers[node]:
                footers[above] += footers[node]

    def of_readers(self, begun: int) -> Iterator[int]:
        """Give the outermost elements from a line on that are of readers."""
        page = self._page
        stamps, footers, is_form_near = self._stamps, self._footers, self._page.can_be_answered
        begin = page.line_node[begun] if begun < len(page.texts) else len(page.tags)
        groups: dict[tuple[int, str], list[int]] = {}
        for node in range(begin, len(page.tags)):
            if page.tags[node] in _ENTRIES and (stamps[node] or footers[node] or is_form_near):
                groups.setdefault((page.parent[node], page.tags[node]), []).append(node)
        end = 0
        for (above, tag), found in sorted(groups.items()):
            if above >= end and len(found) >= _SEVERAL and self._first[above] >= begun:
                beside = self._beside(above, tag)
                dated = [node for node in beside if self._has_day(node)]
                is_dated = len(dated) >= max(_SEVERAL, _MOST * len(beside))
                entries = dated if is_dated else self._labelled(beside)
                if len(entries) < _SEVERAL:
                    continue
                region = self._region(above)
                if self._are_of_readers(region, entries, is_dated=is_dated):
                    yield region
                    end = page.end[region]

    def _beside(self, above: int, tag: str) -> list[int]:
        """Give the children of a node that have a tag and say something."""
        page = self._page
        return [child for child in page.children(above) if page.tags[child] == tag and self._lines[child]]

    def _region(self, node: int) -> int:
        """Give the largest element around some entries that holds little else, and no title."""
        parent = self._page.parent
        while parent[node] > 0:
            above = parent[node]
            begin, end = self._first[above], self._first[node]
            over = self._before[end] - self._before[begin]
            behind = self._text[above] - self._text[node] - over
            is_text = self._prose[end] - self._prose[begin] > _OVER
            if above <= self._title or is_text or max(over, behind) > _BESIDE:
                break
            node = above
        return node

    def _are_of_readers(self, region: int, entries: list[int], *, is_dated: bool) -> bool:
        element = self._page.elements[region]
        if any(_BY_READERS in (link.get("rel") or "") for link in element.iter("a")):
            return True
        if self._have_titles(entries):
            return False
        return _can_be_answered(element) or (
            is_dated
            and (self._are_counted(region, entries) or (self._share_label(entries) and _stand_before_form(element)))
        )

    def _has_day(self, node: int) -> bool:
        """Whether an element says more than a day, which it begins or ends with."""
        begin, count = self._first[node], self._lines[node]
        if self._footers[node]:
            return True
        if not self._stamps[node] or count <= self._stamps[node]:
            return False
        end = begin + count
        return any(self._dated[begin : min(end, begin + _FIRST)]) or any(self._dated[max(begin, end - _LAST) : end])

    def _labelled(self, beside: list[int]) -> list[int]:
        """Give the elements that end with the same few words, if most of some do: those of a button to answer with."""
        if not self._page.can_be_answered:
            return []
        texts = self._page.texts
        last = {node: texts[self._first[node] + self._lines[node] - 1] for node in beside if self._lines[node] > 1}
        label, count = next(iter(Counter(last.values()).most_common(1)), ("", 0))
        if count < _MOST * len(beside) or len(label) > _LABEL:
            return []
        return [node for node, said in last.items() if said == label]

    def _share_label(self, entries: list[int]) -> bool:
        """Whether most entries have the same few words in them."""
        said = Counter[str]()
        for entry in entries:
            own = self._page.texts[self._first[entry] : self._first[entry] + self._lines[entry]]
            said.update({text for text in own if len(text) <= _LABEL})
        return max(said.values(), default=0) >= _MOST * len(entries)

    def _have_titles(self, entries: list[int]) -> bool:
        """Whether most entries have headings, as those of reports do."""
        page = self._page
        titled = sum(not _TITLES.isdisjoint(page.tags[entry : page.end[entry]]) for entry in entries)
        return 2 * titled > len(entries)

    def _are_counted(self, region: int, entries: list[int]) -> bool:
        """Whether a short line before the entries says how many they are, with or without the answers to them."""
        first = self._first[entries[0]]
        counts = range(len(entries), int(_MISCOUNTED * max(self._days[region], self._footers[region])) + 1)
        near = self._page.texts[max(first - _NEAR, self._first[self._title] + 1) : first]
        return any(int(number) in counts for said in near if len(said) <= _COUNTED for number in _NUMBER.findall(said))


def _can_be_answered(element: Element) -> bool:
    return next(element.iter("textarea"), None) is not None


def _stand_before_form(element: Element) -> bool:
    return any(map(_can_be_answered, islice(element.itersiblings(), _NEXT)))
