"""ninjs 1.x to 3.x (https://iptc.org/std/ninjs/): news items in JSON, one, several, or a list in an object."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from articlekit.json_repair import cut, read
from articlekit.json_rest import Records, begun, is_rest
from articlekit.plugin import Article, Diagnostic, Json, Origin, ParseError, Source
from articlekit.several import articles_of
from articlekit_iptc.ninjs_item import Item, is_text, read_item, usual_names

# Names that stand in news items and hardly anywhere else; in version 3 with capital letters.
_MEMBER: Final = re.compile(r'"([A-Za-z]\w{5,20})"\s*:')
_OWN: Final = frozenset(
    (
        *("representationtype", "versioncreated", "firstcreated", "contentcreated", "pubstatus", "copyrightnotice"),
        *("copyrightholder", "usageterms", "ednote", "infosource", "infosources", "altids", "slugline", "renditions"),
        *("associations", "headlines", "bodies", "descriptions"),
        *(
            f"{text}_{form}"
            for text in ("body", "description")
            for form in ("text", "html", "xhtml", "html5", "xhtml5")
        ),
    )
)
_IDENTIFIED: Final = re.compile(r'"(?:uri|guid)"\s*:')
_STANDARD: Final = re.compile(r'"name"\s*:\s*"(?:tt)?ninjs"|ninjs-schema', re.IGNORECASE)
_ITEM: Final = r'"(?:uri|guid|type|\$?standard|headline|version|version[Cc]reated)"'
_LISTS: Final = ("items", "newsItems", "results", "hits", "_items")
_RECORDS: Final = Records(
    begin=_ITEM,
    members=frozenset(
        ("body_html", "body_xhtml", "body_text", "bodies", "pubstatus", "versioncreated", "versionCreated")
    ),
    list="items",
    holders=frozenset(_LISTS),
    html="body_html",
)
_WINDOW: Final = 65_536


def sniff(source: Source) -> float:
    """Say how sure it is that these are news items: they have names that hardly anything else has."""
    if not source.head.startswith(("{", "[")) and not is_rest(source.text):
        return 0.0
    text = source.text[:_WINDOW]
    own = len(_OWN.intersection(map(str.lower, set(_MEMBER.findall(text)))))
    if own and _STANDARD.search(text):
        return 0.95
    if _IDENTIFIED.search(text):
        return 0.9 if own > 1 else 0.5 * own
    return 0.6 if own > (2 if source.head.startswith(("{", "[")) else 1) else 0.0


def parse(source: Source) -> Iterator[Article]:
    """Read the items that have a text, in order; what else there is, pictures and packages, is named.

    Raises:
        NoArticleError: There is none.
        ParseError: It is no JSON.
    """
    return articles_of(_items(source), "there is no news item with a text in it", format="ninjs")


def _items(source: Source) -> Iterator[Article | Diagnostic]:
    understood = False
    rest = begun(source.text, _RECORDS)
    notes = rest.diagnostics if rest else ()
    yield from notes
    for number, piece in enumerate(cut(rest.text if rest else source.text, record=_ITEM, lists=_LISTS)):
        value, found = _value(piece)
        yield from found
        notes, understood = (*notes, *found), understood or value is not None
        for path, item in _listed(value, f"$[{number}]" if number else "$"):
            if is_text(item):
                yield evolve(read_item(item), origin=Origin(place=path))
            elif item:
                message = f"what is no text was left out: {item.get('type') or 'an object'} at {path}"
                yield Diagnostic(code="item.skipped", message=message, severity="info")
    if not understood:
        raise ParseError("it is no JSON that can be understood", "Was it cut off?", "ninjs", diagnostics=notes)


def _value(piece: str) -> tuple[Json, tuple[Diagnostic, ...]]:
    try:
        reading = read(piece)
    except ParseError as failed:
        return None, (Diagnostic(code="item.skipped", message=f"an item cannot be read: {failed.reason}"),)
    return reading.value, reading.diagnostics


def _listed(value: Json, path: str) -> Iterator[tuple[str, Item]]:
    """Give the items of a list, of an object around one, and the texts of a package that has none itself."""
    stack = [(path, value)]
    while stack:
        path, value = stack.pop()
        if isinstance(value, list):
            stack.extend((f"{path}[{n}]", item) for n, item in reversed([*enumerate(value)]))
            continue
        if not isinstance(value, dict):
            continue
        item = usual_names(value)
        held = next((name for name in _LISTS if isinstance(value.get(name), list)), None)
        if held and "uri" not in item and not is_text(item):
            stack.append((f"{path}.{held}", value[held]))
            continue
        yield path, item
        parts = item.get("associations")
        if not is_text(item) and isinstance(parts, dict | list):
            of = parts.items() if isinstance(parts, dict) else enumerate(parts)
            stack.extend(reversed([(f"{path}.associations[{name!r}]", part) for name, part in of]))
