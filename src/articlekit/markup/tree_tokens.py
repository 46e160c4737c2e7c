"""A parsed tree as the row of tags that `articlekit.markup.tokens` cuts a string into."""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import islice

from articlekit.entities import decode
from articlekit.markup.tokens import VOID, Element, Tokens


def tokens_of(elements: Iterable[Element], skip: Container[Element] = ()) -> Tokens:
    """Lay parsed elements out as tokens, in order, without those to skip."""
    tokens = Tokens([], [], [], [], False)
    names, slots, leaves, texts = tokens.names, tokens.slots, tokens.leaves, tokens.texts
    known: dict[object, tuple[str | None, str | None]] = {}
    for root in elements:
        # One flat walk in document order is twice as fast as walking children of children. When an element ends is
        # told by how many children of its parent are still to come.
        stack: list[tuple[int, Element, str | None]] = []
        to_come = 1
        walk = root.iter()
        for element in walk:
            count, text, tag = len(element), element.text, element.tag
            named = known.get(tag)
            if named is None:
                named = known[tag] = _named(tag)
            name, end = named
            if name is None or (skip and element in skip):
                # Comments and processing instructions say nothing, references left in XML are their characters.
                text = decode(text) if name is None and text and text[0] == "&" else ""
                name = end = None
                if count:
                    below = len(list(element.iter())) - 1
                    next(islice(walk, below, below), None)
                    count = 0
            names.append(name)
            slots.append(element)
            if count:
                leaves.append(None)
                texts.append(text or "")
                stack.append((to_come, element, end))
                to_come = count
                continue
            tail = (stack and element.tail) or ""
            if end is None:
                leaves.append(None)
                texts.append(text + tail if text else tail)
            else:
                leaves.append(text or "")
                texts.append(tail)
            to_come -= 1
            while not to_come and stack:
                to_come, element, end = stack.pop()  # noqa: PLW2901
                names.append(end)
                slots.append("")
                leaves.append(None)
                texts.append((stack and element.tail) or "")
                to_come -= 1
    return tokens


def _named(tag: object) -> tuple[str | None, str | None]:
    """Give the names of an element's start and end, without namespace; None where there is none."""
    if not isinstance(tag, str):
        return None, None
    name = tag.rpartition("}")[2].lower()
    return name, None if name in VOID else f"/{name}"
