"""Atom 1.0 (RFC 4287) and 0.3."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator

from attrs import evolve

from articlekit.markup import Element, html_of_text, is_rest_of_xml, plain_text, read_records, resolve
from articlekit.markup.elements import add, html_of, text_of
from articlekit.plugin import Article, Diagnostic, NoArticleError, Origin, Source
from articlekit_feeds.addresses import base_of
from articlekit_feeds.elements import KEYWORDS, as_json, children, keep, media_image, name_of, people
from articlekit_feeds.entry import SURENESS_OF_REST, Entry, Feed

_CONTAINERS = frozenset({"feed"})
_RECORDS = frozenset({"entry"})
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_FIELDS = {
    "id": "id", "dcterms:alternative": "subtitle", "dcterms:abstract": "summary",
    "published": "published", "issued": "published", "created": "published",
    "updated": "modified", "modified": "modified",
}  # fmt: skip
_NAMESPACES = re.compile(r"""<(?:\w+:)?(?:feed|entry)\b[^<>]{0,4000}(?:www\.w3\.org/2005/Atom|purl\.org/atom/ns#)""")

_BEGINNING = re.compile(r"<feed\b[^<>]*>\s*<(?:title|id|link|updated)\b")
_ENTRY = re.compile(
    r"<(?:\w{1,40}:)?entry\b[^<>]{0,4000}>\s*+<(?:\w{1,40}:)?"
    r"(?:id|title|link|updated|published|issued|modified|author|category|content|contributor|rights|source|summary)\b"
)


def sniff(source: Source) -> float:
    """Say how sure it is that this is an Atom feed, the rest of one, or a single Atom entry."""
    head = source.head
    if head.startswith("<") and _NAMESPACES.search(head):
        return 0.95
    if head.startswith("<") and _BEGINNING.search(head):
        return 0.5
    return SURENESS_OF_REST if is_rest_of_xml(source, _ENTRY) else 0.0


def parse(source: Source) -> Iterator[Article]:
    """Read the entries of a feed, one by one.

    Raises:
        NoArticleError: There is no entry in it.
    """
    feed, base = Feed(), source.url
    found = 0
    pending: tuple[Diagnostic, ...] = ()
    # An entry may be a document of its own (RFC 4287 §2).
    for record in read_records(source, _CONTAINERS, _RECORDS):
        element, diagnostics = record.element, record.diagnostics
        if name_of(element) not in ("atom:entry", "entry"):
            pending = tuple(dict.fromkeys((*pending, *diagnostics)))
            feed = _with(feed, element, base)
            continue
        article = _read(element, feed, base_of(element, base))
        yield evolve(
            article,
            origin=Origin(place=f"entry {found + 1}"),
            diagnostics=(*pending, *diagnostics, *article.diagnostics),
        )
        found, pending = found + 1, ()
    if not found:
        raise NoArticleError("the feed has no entries", format="atom", diagnostics=pending)


def _local(name: str) -> str:
    return name.removeprefix("atom:")


def _with(feed: Feed, element: Element, base: str | None) -> Feed:
    language = feed.language
    for ancestor in element.iterancestors():
        language = language or ancestor.get(_LANGUAGE) or None
    feed = evolve(feed, language=language)
    match _local(name_of(element)):
        case "title" if not feed.title:
            return evolve(feed, title=_plain(element))
        case "link" if element.get("rel", "alternate") == "alternate" and not feed.url and element.get("href"):
            return evolve(feed, url=resolve(element.get("href", ""), base_of(element, base)) or None)
        case "link" if element.get("rel") == "license":
            return evolve(feed, license=element.get("href") or None)
        case "author":
            return evolve(feed, authors=(*feed.authors, *people(element)))
    return feed


def _read(element: Element, feed: Feed, base: str | None) -> Article:
    entry = Entry(language=element.get(_LANGUAGE) or None)
    constructs: dict[str, Element] = {}
    for full_name, child in children(element):
        name, text = _local(full_name), text_of(child)
        match name:
            case "content" | "summary" | "title" if name not in constructs:
                constructs[name] = child
            case "link":
                _link(entry, child, base)
            case "author":
                entry.authors.extend(people(child))
            case "category":
                _category(entry, child)
            case _ if text and name in _FIELDS:
                entry.say(_FIELDS[name], name, text)
            case _:
                entry.image = entry.image or media_image(name, child)
                keep(entry.extra, name, child)
    if (title := constructs.get("title")) is not None:
        entry.title = _plain(title)
    if (content := constructs.get("content")) is not None:
        html = _html(entry, content)
        entry.content = entry.blocks(html, base_of(content, base)) if html else None
    if (summary := constructs.get("summary")) is not None:
        entry.description = _html(entry, summary)
    return entry.article(feed)


def _link(entry: Entry, element: Element, base: str | None) -> None:
    address, relation = element.get("href"), element.get("rel", "alternate")
    if address and relation == "alternate" and entry.url is None:
        entry.url = resolve(address, base) or None
    elif address and relation == "license":
        entry.license = address
    else:
        if relation == "enclosure" and (element.get("type") or "").startswith("image/"):
            entry.image = entry.image or resolve(address or "", base) or None
        add(entry.extra, "link", as_json(element))


def _category(entry: Entry, element: Element) -> None:
    scheme = element.get("scheme")
    if name := element.get("label") or element.get("term") or text_of(element):
        (entry.tags if scheme == KEYWORDS else entry.categories).append(name)
    if scheme and scheme != KEYWORDS:
        add(entry.extra, "category", as_json(element))


def _type(element: Element) -> str:
    """The type of a text construct, in the words of Atom 1.0; 0.3 has media types and modes."""
    kind = (element.get("type") or "text").lower()
    if element.get("mode") == "base64":
        return "base64"
    if kind == "text/html" or (element.get("mode") == "escaped" and "html" in kind):
        return "html"
    if kind in ("application/xhtml+xml", "text/xhtml"):
        return "xhtml"
    return "text" if kind == "text/plain" else kind


def _html(entry: Entry, element: Element) -> str | None:
    """The content of a text construct as HTML, whatever its type (RFC 4287 §3.1, §4.1.3)."""
    text = text_of(element)
    match _type(element):
        case "html":
            return text
        case "xhtml":
            return html_of(element)
        case "text":
            return None if text is None else html_of_text(text)
        case kind if text and (kind == "base64" or not (kind.startswith("text/") or kind.endswith(("+xml", "/xml")))):
            try:
                return b64decode(text, validate=False).decode("utf-8")
            except ValueError:
                # No Base64, or no text in it.
                pass
    if source := element.get("src"):
        message = f"the content is elsewhere: {source}"
        entry.diagnostics.append(Diagnostic(code="body.elsewhere", message=message))
    add(entry.extra, "content", as_json(element))
    return text


def _plain(element: Element) -> str | None:
    text = text_of(element)
    return text if text is None or _type(element) != "html" else plain_text(text) or None
