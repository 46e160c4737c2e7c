"""One item of ninjs into one article, by the names that version 1 has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from attrs import frozen

from articlekit.markup import html_of_text, plain_text, read_blocks
from articlekit.moments import noted_moment, read_moment
from articlekit.plugin import Article, Author, Block, Diagnostic, Json, Moment
from articlekit_iptc.bylines import authors_of
from articlekit_iptc.titles import without_title

Item: TypeAlias = "dict[str, Json]"

_HTML: Final = re.compile(r"x?html|richtext", re.IGNORECASE)
_FIELDS: Final = frozenset(
    {
        *("uri", "headline", "byline", "authors", "language", "keywords", "subject", "headlines", "descriptions"),
        *("bodies", "versioncreated", "firstcreated", "firstpublished"),
    }
)
# What later versions call otherwise, and what some write that is meant for the same.
_RENAMED: Final = {
    "by": "byline",
    "guid": "uri",
    "subjects": "subject",
    "people": "person",
    "places": "place",
    "organisations": "organisation",
    "events": "event",
    "objects": "object",
    "infosources": "infosource",
}
_DATES: Final = ("versioncreated", "firstcreated", "firstpublished")
_PREFIXES: Final = {"headline_": "headlines", "description_": "descriptions", "body_": "bodies"}
_MAIN: Final = (None, "main", "text", "summary", "short")


@frozen
class _Text:
    """One of an item's texts: headline, description or body."""

    value: str
    role: str | None
    #: The member it stands in: a text of version 1 is one itself.
    member: str
    is_html: bool

    @property
    def plain(self) -> str:
        return plain_text(self.value) if self.is_html else " ".join(self.value.split())


def usual_names(item: Item) -> Item:
    """Give an item by the names of version 1: those of version 3 have capital letters, some were renamed."""
    found: Item = {}
    for name, value in item.items():
        small = name.lower()
        usual = _RENAMED.get(small, small)
        found[name if usual in found else usual] = value
    return found


def is_text(item: Item) -> bool:
    """Whether it has a text, or is a text whose body is missing."""
    if next(_texts(item, "bodies"), None) is not None:
        return True
    return item.get("type", "text") == "text" and any(name in item for name in ("uri", "headline", "headlines"))


def read_item(item: Item) -> Article:
    """Read an item; what no field holds is kept in `extra`, by the names of version 1."""
    notes: list[Diagnostic] = []
    body = _best_body(item)
    title = _string(item.get("headline")) or _first(item, "headlines")
    summary = _first(item, "descriptions")
    blocks = _blocks(body, title, notes)
    first = _moment(item, "firstpublished", notes) or _moment(item, "firstcreated", notes)
    version = _moment(item, "versioncreated", notes)
    return Article(
        id=_string(item.get("uri")),
        title=title or _string(item.get("title")),
        summary=summary,
        authors=tuple(_authors(item)),
        published=first or version,
        modified=version if first else None,
        language=_string(item.get("language")),
        categories=tuple(dict.fromkeys(_names(item.get("subject")))),
        tags=tuple(dict.fromkeys(_names(item.get("keywords")))),
        image=_picture(item.get("associations")),
        license=_license(item),
        body=blocks,
        diagnostics=tuple(notes),
        extra=_extra(item, body, summary, title),
    )


def _texts(item: Item, member: str) -> Iterator[_Text]:
    """Give the texts of one kind: of versions 2 and 3 those in its list, of version 1 each member of that prefix."""
    said = item.get(member)
    for part in said if isinstance(said, list) else ():
        if isinstance(part, dict) and (value := _string(part.get("value"))):
            kind = _string(part.get("contenttype")) or _string(part.get("contentType")) or ""
            role = _string(part.get("role"))
            yield _Text(value, role, member, "html" in kind or (not kind and bool(_HTML.search(role or ""))))
    prefix = next(prefix for prefix, name in _PREFIXES.items() if name == member)
    for name, said in item.items():
        if name.startswith(prefix) and (value := _string(said)):
            role = name.removeprefix(prefix)
            yield _Text(value, role, name, bool(_HTML.search(role)))


def _first(item: Item, member: str) -> str | None:
    """Give the main one of the texts of a kind."""
    texts = [*_texts(item, member)]
    texts.sort(key=lambda text: (text.role not in _MAIN, text.is_html))
    return next((plain for text in texts if (plain := text.plain)), None)


def _best_body(item: Item) -> _Text | None:
    """Choose the body that says most: HTML before plain text, before what is of other kinds."""
    bodies = [*_texts(item, "bodies")]
    bodies.sort(key=lambda body: (not body.is_html, body.role not in _MAIN))
    return bodies[0] if bodies else None


def _blocks(body: _Text | None, title: str | None, notes: list[Diagnostic]) -> tuple[Block, ...]:
    if body is None:
        notes.append(Diagnostic(code="body.empty", message="the item has no body"))
        return ()
    reading = read_blocks(body.value if body.is_html else _as_paragraphs(body.value))
    notes += reading.diagnostics
    return without_title(reading.blocks, title)


def _as_paragraphs(text: str) -> str:
    """Write a plain text as HTML: blank lines part paragraphs, or line breaks where there is no blank line."""
    text = text.replace("\r\n", "\n").strip()
    return html_of_text(text if re.search(r"\n[ \t]*\n", text) else text.replace("\n", "\n\n"), line_breaks=True)


def _moment(item: Item, name: str, notes: list[Diagnostic]) -> Moment | None:
    return noted_moment(_string(item.get(name)), name, notes)


def _authors(item: Item) -> Iterator[Author]:
    named = [*_names(item.get("authors"))]
    if named:
        yield from (Author(name=name) for name in named)
    elif byline := _string(item.get("byline")):
        yield from authors_of(byline)


def _names(value: Json) -> Iterator[str]:
    for part in value if isinstance(value, list) else [value]:
        if name := _string(part.get("name") if isinstance(part, dict) else part):
            yield name


def _objects(value: Json) -> Iterator[Item]:
    """Give the objects of a list, or those that stand in an object under names of their own."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return (part for part in parts if isinstance(part, dict))


def _picture(associations: Json) -> str | None:
    """Give the address of the first picture, in the largest of its renditions."""
    for part in _objects(associations):
        if part.get("type") != "picture":
            continue
        renditions = [rendition for rendition in _objects(part.get("renditions")) if _string(rendition.get("href"))]
        if renditions:
            return _string(max(renditions, key=_width).get("href"))
    return None


def _width(rendition: Item) -> float:
    width = rendition.get("width")
    return width if isinstance(width, int | float) else 0


def _license(item: Item) -> str | None:
    """Give the address of the rights (``linkedrights``, since 1.4)."""
    rights = item.get("rightsinfo")
    said = (rights.get("linkedrights") or rights.get("linkedRights")) if isinstance(rights, dict) else None
    return _string(said)


def _extra(item: Item, body: _Text | None, summary: str | None, title: str | None) -> Item:
    """Keep what no field holds, and whole what says more than its field does."""
    read = {*_FIELDS, *((body.member,) if body else ())}
    for member, field in (("headlines", title), ("descriptions", summary), ("bodies", body and body.value)):
        texts = [*_texts(item, member)]
        if len(texts) > 1:
            read.discard(member)
        elif field and texts:
            read.add(texts[0].member)
    for member in ("subject", "keywords", "authors"):
        if any(isinstance(part, dict) and part.keys() - {"name"} for part in _list(item.get(member))):
            read.discard(member)
    read.difference_update(name for name in _DATES if not read_moment(_string(item.get(name))))
    if item.get("byline") != " ".join(author.name for author in _authors(item)):
        read.discard("byline")
    if not item.get("headline") and not item.get("headlines"):
        read.add("title")
    return {name: value for name, value in item.items() if name not in read}


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _string(value: Json) -> str | None:
    return value.strip(" \t\r\n\f") or None if isinstance(value, str) else None
