"""JSON Feed 1 and 1.1."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TypeGuard

from attrs import evolve

from articlekit.json_members import replaced_members
from articlekit.json_repair import HALVES, repair, split, without_halves
from articlekit.markup import html_of_text
from articlekit.markup.elements import WHITE_SPACE
from articlekit.plugin import Article, Author, Diagnostic, Json, NoArticleError, Origin, ParseError, Source
from articlekit_feeds.entry import Entry, Feed
from articlekit_feeds.json_cut import DECODER, read_cut
from articlekit_feeds.remains import SURENESS, is_rest

_VERSION = re.compile(r'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org(?:\\?/)version')
_ITEMS = re.compile(r'"items"\s*:\s*\[')
_IDENTIFIED = re.compile(r'\}\s*,\s*\{\s*"id"\s*:')
# So much of a literal or an escape may stand before the end of a text that is cut off.
_LONGEST_TOKEN = 12
_END = re.compile(r"\}\s*\]\s*\}\s*$")
_BETWEEN = re.compile(r"[\s,]*+")
_MAPPED = frozenset(
    {"id", "url", "title", "content_html", "content_text", "summary", "image", "banner_image", "date_published"}
    | {"date_modified", "author", "authors", "tags", "language", "_schema"}
)
# One of these an item has, and what an attachment is described by has none.
_ITEM = frozenset({"id", "content_html", "content_text"})


def sniff(source: Source) -> float:
    """Say how sure it is that this is a JSON Feed, or the rest of one."""
    head = source.head
    if not head.startswith("{"):
        return SURENESS if is_rest(source, '"content_', _END) and _IDENTIFIED.search(source.text) else 0.0
    return 0.97 if _VERSION.search(head) or _VERSION.search(source.text[-4096:]) else 0.0


def parse(source: Source) -> Iterator[Article]:
    """Read the items of a feed, one by one; of a feed that is cut off the last one as far as it goes.

    Raises:
        NoArticleError: There is no item in it.
        ParseError: It is not JSON.
    """
    feeds = _feeds(source.text)
    found = False
    for number, text in enumerate(feeds):
        for article in _articles(text, f"$[{number}]" if len(feeds) > 1 else "$"):
            yield article
            found = True
    if not found:
        raise NoArticleError("the feed has no items", format="jsonfeed")


def _feeds(text: str) -> list[str]:
    """Give the feed, or those that stand one behind the other."""
    if sum(1 for _ in islice(_VERSION.finditer(text), 2)) < 2:
        return [text]
    feeds = split(text)
    # A broken one may seem to end before it does.
    return feeds if all(map(_ITEMS.search, feeds)) else [text]


def _articles(text: str, place: str) -> Iterator[Article]:
    said, items = _read(text)
    has_halves = without_halves(text) != text
    if has_halves:
        said = _whole({name: value for name, value in said.items() if name != "items"})
    feed = Feed(
        title=_text(said.get("title")),
        url=_text(said.get("home_page_url")),
        language=_text(said.get("language")),
        authors=tuple(_authors(said)),
    )
    for number, item, diagnostics in items:
        whole = _whole(item) if has_halves else item
        halves = () if whole is item else (HALVES,)
        article = _article(whole, feed)
        origin = Origin(place=f"{place}.items[{number}]")
        yield evolve(article, origin=origin, diagnostics=(*diagnostics, *halves, *article.diagnostics))


_Item = tuple[int, Mapping[str, Json], tuple[Diagnostic, ...]]


def _read(text: str) -> tuple[Mapping[str, Json], Iterator[_Item]]:
    try:
        feed = DECODER.decode(text)
    except (ValueError, RecursionError) as error:
        opened = _ITEMS.search(text)
        reason = "it is nested too deep" if isinstance(error, RecursionError) else str(error)
        if opened is None and (begun := _IDENTIFIED.search(text)):
            return {}, _without_start(_whole_items(text, begun.start() + 1, reason))
        if opened is None:
            raise ParseError(f"it is not JSON: {reason}", "Save the feed again", "jsonfeed") from error
        return _head(text[: opened.start()]), _whole_items(text, opened.end(), reason)
    if not isinstance(feed, dict):
        raise ParseError("it is JSON, but no object", "A JSON Feed is an object with items", "jsonfeed")
    items = feed.get("items")
    listed = enumerate(items if isinstance(items, list) else ())
    notes = replaced_members(feed, text)
    return feed, ((number, item, notes) for number, item in listed if isinstance(item, dict))


def _without_start(items: Iterator[_Item]) -> Iterator[_Item]:
    """Say with the first of the items that are left that others stood before it."""
    for number, item, notes in islice(items, 1):
        yield number, item, (_START_LOST, *notes)
    yield from items


def _whole(said: Mapping[str, Json]) -> Mapping[str, Json]:
    """Put U+FFFD in the place of halves of characters; what has none comes back itself."""
    try:
        written = json.dumps(said)
        whole = without_halves(written)
        read: dict[str, Json] = json.loads(whole)
    except RecursionError:
        # It nests nearly as deep as Python reads.
        return said
    return said if whole == written else read


def _head(text: str) -> Mapping[str, Json]:
    """What stands before the items, closed for itself."""
    try:
        head = DECODER.decode(text.rstrip().rstrip(",") + "}")
    except (ValueError, RecursionError):
        return {}
    return head if isinstance(head, dict) else {}


def _whole_items(text: str, position: int, error: str) -> Iterator[_Item]:
    """Decode item by item; what cannot be decoded is read as far as it goes, to where the next may begin."""
    number = 0
    broken: tuple[Diagnostic, ...] = ()
    held: _Item | None = None
    is_inside = False
    while position < len(text):
        start = position = _BETWEEN.match(text, position).end()  # type: ignore[union-attr]
        if not text.startswith("{", start):
            if not is_inside:
                break
            position = _next_item(text, start)
            continue
        try:
            item, position = DECODER.raw_decode(text, start)
        except (ValueError, RecursionError) as failed:
            position = len(text) if _is_end(failed, text) else _next_item(text, start + 1)
            # That may be the next of a list in the item, whose end is still to come.
            is_inside = True
            if position == len(text) and (cut := read_cut(text[start:])) and _ITEM & cut.keys():
                item, broken = cut, (*broken, _CUT)
            elif mended := _mended(text[start:position]):
                item, broken = mended, (*broken, _MENDED)
            else:
                message = f"an item cannot be read and was passed over: {error}"
                broken = (*broken, Diagnostic(code="item.skipped", message=message, offset=start))
                number += 1
                continue
        else:
            is_inside = is_inside and not _ITEM & item.keys()
        if not _ITEM & item.keys():
            continue
        if held:
            yield held
        held = (number, item, broken)
        number, broken = number + 1, ()
    if held:
        code = "json.invalid" if text.startswith("]", position) else "json.truncated"
        damaged = Diagnostic(code=code, message=f"the feed is damaged: {error}", offset=position)
        yield held[0], held[1], (*held[2], *broken, damaged)


def _mended(text: str) -> dict[str, Json] | None:
    """Read an item that is broken, as far as it can be understood; None where that is no item."""
    try:
        item = repair(text).value
    except ValueError:
        return None
    return item if isinstance(item, dict) and _ITEM & item.keys() else None


_MENDED = Diagnostic(code="json.invalid", message="the item is no JSON; it was read as far as it can be understood")
_START_LOST = Diagnostic(code="json.start-lost", message="the feed has lost its beginning, and perhaps items with it")
_CUT = Diagnostic(code="body.truncated", message="the feed ends inside this item")


def _is_end(failed: Exception, text: str) -> bool:
    """Whether decoding failed because the text ends, and not at something broken in it."""
    if not isinstance(failed, json.JSONDecodeError):
        return False
    if failed.msg.startswith("Unterminated string"):
        return _IDENTIFIED.search(text, failed.pos) is None
    return failed.pos > len(text) - _LONGEST_TOKEN


def _next_item(text: str, position: int) -> int:
    found = re.compile(r'\}\s*,\s*(?=\{\s*"\w+"\s*:)').search(text, position)
    return found.end() if found else len(text)


def _article(item: Mapping[str, Json], feed: Feed) -> Article:
    entry = Entry(
        id=_text(item.get("id")),
        url=_text(item.get("url")),
        title=_text(item.get("title")),
        description=None,
        authors=list(_authors(item)),
        language=_text(item.get("language")),
        image=_text(item.get("image")) or _text(item.get("banner_image")),
        extra={name: value for name, value in item.items() if name not in _MAPPED},
    )
    _add_schema(entry, item.get("_schema"))
    for field, name in (("published", "date_published"), ("modified", "date_modified")):
        if said := _text(item.get(name)):
            entry.say(field, name, said)
    html = _text(item.get("content_html"))
    text = _text(item.get("content_text"))
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
        summary=_text(item.get("summary")),
    )


def _add_schema(entry: Entry, said: Json) -> None:
    """Take what JSON Feed has no member for, by schema.org's names, from the extension that is written for it."""
    schema = dict(said) if isinstance(said, dict) else {}
    entry.subtitle = _text(schema.pop("alternativeHeadline", None))
    entry.license = _text(schema.pop("license", None))
    sections = schema.pop("articleSection", None)
    entry.categories = [name for name in (sections if isinstance(sections, list) else [sections]) if _is_text(name)]
    if schema or (said is not None and not isinstance(said, dict)):
        entry.extra["_schema"] = schema or said


def _is_text(value: Json) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value)


def _authors(said: Mapping[str, Json]) -> Iterator[Author]:
    authors = said.get("authors") or [said.get("author")]
    for author in authors if isinstance(authors, list) else ():
        if isinstance(author, dict) and (name := _text(author.get("name"))):
            schema = author.get("_schema")
            kind = schema.get("@type") if isinstance(schema, dict) else None
            yield Author(
                name=name,
                url=_text(author.get("url")),
                kind="Person" if kind == "Person" else "Organization" if kind == "Organization" else None,
            )


def _text(value: Json) -> str | None:
    if isinstance(value, bool | dict | list) or value is None:
        return None
    return str(value).strip(WHITE_SPACE) or None
