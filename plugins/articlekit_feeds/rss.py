"""RSS 0.9x, 1.0 and 2.0 with the modules that are used: Dublin Core, content, media, iTunes, Atom inside RSS."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from articlekit.markup import Element, plain_text, read_records
from articlekit.plugin import Article, Author, Diagnostic, NoArticleError, Origin, Source
from articlekit_feeds.elements import add, as_json, children, keep, markup_of, name_of, text_of
from articlekit_feeds.entry import Entry, Feed

_CONTAINERS = frozenset({"channel", "RDF"})
_RECORDS = frozenset({"item"})
_FIELDS = {
    "guid": "id", "description": "description", "dc:language": "language",
    "pubDate": "published", "dc:date": "published", "atom:published": "published",
    "atom:updated": "modified", "dcterms:modified": "modified",
    "creativeCommons:license": "license", "cc:license": "license",
}  # fmt: skip
# RSS 2.0: an address, and the name in brackets behind it.
_EMAIL_AND_NAME = re.compile(r"\S+@\S+\s*\((?P<name>[^()]+)\)|(?P<before>[^<>@]+?)\s*<\S+@\S+>")


def sniff(source: Source) -> float:
    """Say how sure it is that this is an RSS feed."""
    head = source.head
    if not head.startswith("<") or "wordpress.org/export/" in head:
        return 0.0
    if re.search(r"<rss\b[^<>]{0,2000}version\s*=|<rdf:RDF\b[^<>]{0,2000}(?:purl\.org/rss|netscape\.com)", head):
        return 0.95
    return 0.7 if re.search(r"<rss\b|<channel\b[^<>]{0,400}>\s*<title", head) else 0.0


def parse(source: Source) -> Iterator[Article]:
    """Read the items of a feed, one by one.

    Raises:
        NoArticleError: There is no item in it.
    """
    feed = Feed()
    found = 0
    pending: tuple[Diagnostic, ...] = ()
    for record in read_records(source, _CONTAINERS, _RECORDS):
        if record.name not in _RECORDS:
            pending = tuple(dict.fromkeys((*pending, *record.diagnostics)))
            feed = _with(feed, record.element)
            continue
        article = _read(record.element, feed)
        yield evolve(
            article,
            origin=Origin(place=f"item {found + 1}"),
            diagnostics=(*pending, *record.diagnostics, *article.diagnostics),
        )
        found, pending = found + 1, ()
    if not found:
        raise NoArticleError("the feed has no items", format="rss", diagnostics=pending)


def _with(feed: Feed, element: Element) -> Feed:
    text = text_of(element)
    match name_of(element):
        case "title" if text and not feed.title:
            return evolve(feed, title=plain_text(text))
        case "link" if text and not feed.url:
            return evolve(feed, url=text)
        case "language" | "dc:language" if text:
            return evolve(feed, language=text)
        case "creativeCommons:license" | "cc:license" if text:
            return evolve(feed, license=text)
    return feed


def _read(item: Element, feed: Feed) -> Article:
    entry = Entry(url=_link(item))
    content: str | None = None
    for name, child in children(item):
        text = text_of(child)
        match name:
            case "link":
                pass
            case _ if text and name in _FIELDS:
                entry.say(_FIELDS[name], name, text)
            case "title" | "dc:title" if text and entry.title is None:
                entry.title = plain_text(text) or None
            case "content:encoded" | "xhtml:body" | "atom:content" if text and content is None:
                content = markup_of(child) if name == "xhtml:body" else text
            case "dc:creator" | "author" | "itunes:author" | "dc:contributor" if text:
                entry.authors.append(Author(name=_name(text)))
            case "atom:author":
                entry.authors.extend(_atom_authors(child))
            case "category" | "dc:subject" if text:
                _category(entry, child, text)
            case _:
                _media(entry, name, child)
                keep(entry.extra, name, child)
    entry.content = entry.blocks(content) if content else None
    return entry.article(feed)


def _link(item: Element) -> str | None:
    links = dict(reversed(list(children(item))))
    if text := text_of(links.get("link")):
        return text
    if (alternate := links.get("atom:link")) is not None and alternate.get("rel", "alternate") == "alternate":
        return alternate.get("href")
    guid = links.get("guid")
    address = text_of(guid)
    is_permalink = guid is not None and guid.get("isPermaLink", "true").lower() == "true"
    return address if address and is_permalink and address.startswith(("http:", "https:")) else None


def _name(text: str) -> str:
    found = _EMAIL_AND_NAME.fullmatch(text)
    return plain_text((found["name"] or found["before"]).strip() if found else text)


def _atom_authors(element: Element) -> Iterator[Author]:
    said = {name: text_of(child) for name, child in children(element)}
    if name := said.get("atom:name"):
        yield Author(name=name, url=said.get("atom:uri"))


def _category(entry: Entry, element: Element, text: str) -> None:
    entry.categories.append(plain_text(text))
    if element.get("domain"):
        add(entry.extra, "category", as_json(element))


def _media(entry: Entry, name: str, element: Element) -> None:
    """Take the first picture that is offered as the one that stands for the article."""
    if entry.image or name not in ("media:content", "media:thumbnail", "media:group", "enclosure", "itunes:image"):
        return
    for candidate in element.iter():
        address = candidate.get("url") or candidate.get("href")
        kind = candidate.get("type") or candidate.get("medium") or ""
        if address and (kind.startswith("image") or name in ("media:thumbnail", "itunes:image")):
            entry.image = address
            return
