"""JSON Feed 1 and 1.1."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice

from attrs import evolve, frozen

from articlekit.json_lists import each_in
from articlekit.json_members import replaced_members
from articlekit.json_repair import HALVES, repair, split, without_halves
from articlekit.json_rest import Records, begun, is_rest
from articlekit.plugin import Article, Diagnostic, Json, NoArticleError, Origin, ParseError, Source
from articlekit_feeds.entry import SURENESS_OF_REST, Feed
from articlekit_feeds.json_cut import DECODER, read_cut
from articlekit_feeds.jsonfeed_item import authors_of, read_item, text_of

_VERSION = re.compile(r'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org(?:\\?/)version')
_ITEMS = re.compile(r'"items"\s*:\s*\[')
_IDENTIFIED = re.compile(r'\}\s*,\s*\{\s*"id"\s*:')
# So much of a literal or an escape may stand before the end of a text that is cut off.
_LONGEST_TOKEN = 12
_CONTENT = re.compile(r'"content_(?:html|text)"\s*:')
_RECORDS = Records(
    begin=r'"id"\s*:',
    members=frozenset({"content_html", "content_text", "date_published", "date_modified", "banner_image"}),
    list="items",
    holders=frozenset({"items"}),
    html="content_html",
)
# Feeds that were gathered in a list.
_LIST = re.compile(r"\s*+(?:\[\s*+)++(?=\{)")
_BETWEEN = re.compile(r"[\s,]*+")
# One of these an item has, and what an attachment is described by has none.
_ITEM = frozenset({"id", "content_html", "content_text"})


def sniff(source: Source) -> float:
    """Say how sure it is that this is a JSON Feed, or the rest of one."""
    head = source.head
    if head.startswith(("{", "[")) and (_VERSION.search(head) or _VERSION.search(source.text[-4096:])):
        return 0.97
    return SURENESS_OF_REST if is_rest(source.text) and _CONTENT.search(source.text) else 0.0


def parse(source: Source) -> Iterator[Article]:
    """Read the items of a feed, one by one; of a feed that is cut off the last one as far as it goes.

    Raises:
        NoArticleError: There is no item in it.
        ParseError: It is not JSON.
    """
    rest = begun(source.text, _RECORDS)
    feeds = _feeds(rest.text if rest else source.text)
    start = rest.diagnostics if rest else ()
    has_halves = without_halves(source.text) != source.text
    found = False
    for number, text in enumerate(feeds):
        for feed in _read(text, f"$[{number}]" if len(feeds) > 1 else "$"):
            for article in _articles(feed, has_halves):
                yield evolve(article, diagnostics=(*start, *article.diagnostics)) if start else article
                found, start = True, ()
    if not found:
        raise NoArticleError("the feed has no items", format="jsonfeed")


def _feeds(text: str) -> list[str]:
    """Give the feed, or those that stand one behind the other."""
    if sum(1 for _ in islice(_ITEMS.finditer(text), 2)) < 2:
        return [text]
    feeds = split(text)
    # A broken one may seem to end before it does.
    return feeds if all(map(_ITEMS.search, feeds)) else [text]


_Item = tuple[int, Mapping[str, Json], tuple[Diagnostic, ...]]


@frozen
class _Read:
    """A feed that was read: where it stands, what it says of itself, and its items."""

    place: str
    said: Mapping[str, Json]
    items: Iterator[_Item]


def _articles(feed: _Read, has_halves: bool) -> Iterator[Article]:
    said = feed.said
    if has_halves:
        said = _whole({name: value for name, value in said.items() if name != "items"})
    known = Feed(
        title=text_of(said.get("title")),
        url=text_of(said.get("home_page_url")),
        language=text_of(said.get("language")),
        authors=tuple(authors_of(said)),
    )
    for number, item, diagnostics in feed.items:
        whole = _whole(item) if has_halves else item
        halves = () if whole is item else (HALVES,)
        article = read_item(whole, known)
        origin = Origin(place=f"{feed.place}.items[{number}]")
        yield evolve(article, origin=origin, diagnostics=(*diagnostics, *halves, *article.diagnostics))


def _read(text: str, place: str) -> Iterator[_Read]:
    """Read a feed, or a list of them."""
    try:
        value = DECODER.decode(text)
    except (ValueError, RecursionError) as error:
        if in_list := _LIST.match(text):
            for number, part in enumerate(_feeds(text[in_list.end() :].rstrip("], \t\r\n"))):
                yield from _read(part, f"{place}[{number}]")
            return
        opened = _ITEMS.search(text)
        reason = "it is nested too deep" if isinstance(error, RecursionError) else str(error)
        if opened is None:
            raise ParseError(f"it is not JSON: {reason}", "Save the feed again", "jsonfeed") from error
        yield _Read(place, _head(text[: opened.start()]), _whole_items(text, opened.end(), reason))
    else:
        notes = replaced_members(value, text)
        for found, feed in each_in(value, place):
            if isinstance(feed, dict):
                yield _Read(found, feed, _sound_items(feed, notes))


def _sound_items(feed: Mapping[str, Json], notes: tuple[Diagnostic, ...]) -> Iterator[_Item]:
    items = feed.get("items")
    listed = enumerate(items if isinstance(items, list) else ())
    return ((number, item, notes) for number, item in listed if isinstance(item, dict))


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
