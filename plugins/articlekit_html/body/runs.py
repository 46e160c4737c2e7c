"""The text that stands in an element itself, beside its blocks: parted as the outline parts it into lines."""

from __future__ import annotations

from articlekit.markup import Element
from articlekit_html.body.kinds import is_block


def take_away(element: Element, places: set[int], skipped: set[Element]) -> None:
    """Take away the lines of an element's own text that stand at some places, in the order of the outline.

    Where an inline element holds blocks (one that nobody closed does), nothing is: they would go with it.
    """
    if any(is_block(inner) for child in element if not is_block(child) for inner in child.iterdescendants()):
        return
    place = 0
    for run in own_runs(element):
        if "".join(text for text, _, _ in run).strip():
            if place in places:
                for _, child, is_tail in run:
                    if child is None:
                        element.text = None
                    elif is_tail:
                        child.tail = None
                    else:
                        skipped.add(child)
            place += 1


def own_runs(element: Element) -> list[list[tuple[str, Element | None, bool]]]:
    """Part an element's own text at blocks and where two line breaks meet: texts, their child, whether its tail."""
    run: list[tuple[str, Element | None, bool]] = [(element.text or "", None, False)]
    runs = [run]
    broken = False
    for child in element:
        if is_block(child) or (child.tag == "br" and broken):
            run = []
            runs.append(run)
        elif child.tag != "br":
            said = "".join(child.itertext())
            broken = broken and not said.strip()
            run.append((said, child, False))
        if child.tag == "br":
            broken = True
        if child.tail:
            broken = broken and child.tail.isspace()
            run.append((child.tail, child, True))
    return runs
