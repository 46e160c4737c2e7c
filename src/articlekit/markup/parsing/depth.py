"""HTML that nests deeper than a parser can follow, laid out so that it can."""

from __future__ import annotations

from articlekit.markup.tokens import VOID, is_self_closed, raw_end, tags

_DOCUMENT = frozenset(("html", "body"))
"""Elements that are never ended: libxml2 reads nothing that comes after the end of a document."""


def unnest(html: str, limit: int) -> str:
    """End all open elements wherever they nest deeper than `limit`; what comes next begins beside them.

    Elements whose end tags are missing count as open for as long as anything can be open, so that no parser, which may
    know better, finds more open elements than are counted here.
    """
    parts: list[str] = []
    open_elements: list[str] = []
    at = raw_until = 0
    for tag in tags(html):
        name = tag[1]
        if name is None or tag.start() < raw_until:
            continue
        name = name.lower()
        if name[0] == "/":
            if open_elements and open_elements[-1] == name[1:]:
                open_elements.pop()
            continue
        if name in VOID or name in _DOCUMENT or is_self_closed(tag[2]):
            continue
        if tag[3] is None:
            raw_until = raw_end(html, tag)
        if len(open_elements) >= limit:
            parts.append(html[at : tag.start()])
            parts.extend(f"</{element}>" for element in reversed(open_elements))
            at = tag.start()
            open_elements.clear()
        if tag[3] is None and not raw_until > tag.end():
            open_elements.append(name)
    parts.append(html[at:])
    return "".join(parts)
