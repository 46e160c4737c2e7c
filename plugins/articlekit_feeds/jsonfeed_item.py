"""Items of JSON Feed, each as an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeGuard

from attrs import evolve

from articlekit.markup import html_of_text
from articlekit.markup.elements import WHITE_SPACE
from articlekit.plugin import Article, Author, Json
from articlekit_feeds.entry import Entry, Feed

_MAPPED = frozenset(
    {"id", "url", "title", "content_html", "content_text", "summary", "image", "banner_image", "date_published"}
    | {"date_modified", "author", "authors", "tags", "language", "_schema"}
)


def read_item(item: Mapping[str, Json], feed: Feed) -> Article:
    """Read an item; what it leaves open its feed says."""
    entry = Entry(
        id=text_of(item.get("id")),
        url=text_of(item.get("url")),
        title=text_of(item.get("title")),
        description=None,
        authors=list(authors_of(item)),
        language=text_of(item.get("language")),
        image=text_of(item.get("image")) or text_of(item.get("banner_image")),
        extra={name: value for name, value in item.items() if name not in _MAPPED},
    )
    _add_schema(entry, item.get("_schema"))
    for field, name in (("published", "date_published"), ("modified", "date_modified")):
        if said := text_of(item.get(name)):
            entry.say(field, name, said)
    html = text_of(item.get("content_html"))
    text = text_of(item.get("content_text"))
    if html is None and text is not None:
        html = html_of_text(text)
    elif text is not None:
        entry.extra["content_text"] = text
    entry.content = entry.blocks(html) if html else None
    article = entry.article(feed)
    tags = item.get("tags")
    # What JSON Feed calls tags are tags; and its summary is plain text, never a beginning that a system cut.
    return evolve(
        article,
        tags=tuple(tag for tag in tags if _is_text(tag)) if isinstance(tags, list) else (),
        summary=text_of(item.get("summary")),
    )


def _add_schema(entry: Entry, said: Json) -> None:
    """Take what JSON Feed has no member for, by schema.org's names, from the extension that is written for it."""
    schema = dict(said) if isinstance(said, dict) else {}
    entry.subtitle = text_of(schema.pop("alternativeHeadline", None))
    entry.license = text_of(schema.pop("license", None))
    sections = schema.pop("articleSection", None)
    entry.categories = [name for name in (sections if isinstance(sections, list) else [sections]) if _is_text(name)]
    if schema or (said is not None and not isinstance(said, dict)):
        entry.extra["_schema"] = schema or said


def _is_text(value: Json) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value)


def authors_of(said: Mapping[str, Json]) -> Iterator[Author]:
    """Give the authors that an item or a feed names."""
    authors = said.get("authors") or [said.get("author")]
    for author in authors if isinstance(authors, list) else ():
        if isinstance(author, dict) and (name := text_of(author.get("name"))):
            schema = author.get("_schema")
            kind = schema.get("@type") if isinstance(schema, dict) else None
            yield Author(
                name=name,
                url=text_of(author.get("url")),
                kind="Person" if kind == "Person" else "Organization" if kind == "Organization" else None,
            )


def text_of(value: Json) -> str | None:
    """Give a text, or a number as one; None for what is neither, or empty."""
    if isinstance(value, bool | dict | list) or value is None:
        return None
    return str(value).strip(WHITE_SPACE) or None
