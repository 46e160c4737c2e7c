"""Elements of XML that have lost their end."""

from __future__ import annotations

import re
from collections import Counter
from operator import itemgetter

# A section or comment that never ends goes as far as the text. Nothing is given back, so that any text is read once.
_TAG = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(/?)([A-Za-z_][\w.:-]*+)[^<>]*+>", re.DOTALL)


def close_elements(text: str) -> str:
    """Close each element that has lost its end before the first element in it; drop ends without a beginning.

    What is lost in records is most often the end of an element that holds text: it must not swallow its siblings.

    Example:
        >>> close_elements("<item><title>One<link>/1</link></guid></item>")
        '<item><title>One</title><link>/1</link></item>'
    """
    #: The elements that are open: their names, where the first element in each begins, and how many have a name.
    names: list[str] = []
    firsts: list[int | None] = []
    how_many: Counter[str] = Counter()
    #: What is to stand instead: start, end, text.
    edits: list[tuple[int, int, str]] = []
    for tag in _TAG.finditer(text):
        is_end, name = tag.groups()
        if name is None:
            continue
        start, end = tag.span()
        is_empty = text[end - 2] == "/"
        if not is_end or is_empty:
            if firsts and firsts[-1] is None:
                firsts[-1] = start
            if not is_empty:
                names.append(name)
                firsts.append(None)
                how_many[name] += 1
        elif how_many[name]:
            while (last := names.pop()) != name:
                how_many[last] -= 1
                first = firsts.pop()
                place = start if first is None else first
                edits.append((place, place, f"</{last}>"))
            firsts.pop()
            how_many[name] -= 1
        else:
            edits.append((start, end, ""))
    return _edited(text, sorted(edits, key=itemgetter(0)))


def _edited(text: str, edits: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    position = 0
    for start, end, instead in edits:
        parts += text[position:start], instead
        position = end
    parts.append(text[position:])
    return "".join(parts)
