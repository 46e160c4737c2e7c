"""The text that stands in an element itself, beside its blocks: parted as the outline parts it into lines."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import Factory, frozen

from articlekit.markup import Element
from articlekit_html.body.outline.kinds import BREAK, INLINE, KINDS, LINK


@frozen
class Run:
    """A stretch of text between two borders of blocks, or two ``<br>`` in a row."""

    #: An element each, and whether the text is the one behind it rather than the one it begins with.
    texts: list[tuple[Element, bool]] = Factory(list)
    #: The inline elements, pictures and controls that stand in it as a whole.
    inside: list[Element] = Factory(list)

    def text(self) -> str:
        """Give its text as it stands in the markup."""
        return "".join((element.tail if is_tail else element.text) or "" for element, is_tail in self.texts)

    def clear(self) -> None:
        """Take its text away."""
        for element, is_tail in self.texts:
            if is_tail:
                element.tail = None
            else:
                element.text = None


def take_away(element: Element, places: set[int], skipped: set[Element]) -> None:
    """Take away the lines of an element's own text that stand at some places, in the order of the outline."""
    lines = [run for run in own_runs(element) if run.text().strip()]
    for place, line in enumerate(lines):
        if place in places:
            line.clear()
            skipped.update(line.inside)


def own_runs(element: Element) -> list[Run]:
    """Part an element's own text, also that of what is inline in it, without recursion."""
    run = Run([(element, False)])
    runs = [run]
    broken = False
    is_exact = element.tag == "pre"
    stack: list[tuple[Iterator[Element], Element, int]] = []
    children = iter(element)
    while True:
        child = next(children, None)
        if child is None:
            if not stack:
                return runs
            children, child, begun = stack.pop()
            if begun == len(runs):
                run.inside.append(child)
        else:
            kind = KINDS.get(str(child.tag))
            if kind is INLINE or kind is LINK:
                run.texts.append((child, False))
                broken = broken and not (child.text or "").strip()
                stack.append((children, child, len(runs)))
                children = iter(child)
                continue
            if kind is None or (kind is BREAK and broken):
                run = Run()
                runs.append(run)
                broken = False
            if kind is BREAK:
                broken = not is_exact
            elif kind is not None:
                run.inside.append(child)
        run.texts.append((child, True))
        broken = broken and not (child.tail or "").strip()
