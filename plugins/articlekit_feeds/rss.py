"""RSS 0.9x, 1.0 and 2.0 with the modules that are used: Dublin Core, content, media, iTunes, Atom inside RSS."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from articlekit.markup import Element, is_rest_of_xml, plain_text, read_records, resolve
from articlekit.markup.elements import add, html_of, text_of
from articlekit.plugin import Article, Author, Diagnostic, NoArticleError, Origin, Source
from articlekit_feeds.addresses import base_of, said_base
from articlekit_feeds.elements import KEYWORDS, as_json, children, keep, media_image, name_of, people
from articlekit_feeds.entry import SURENESS_OF_REST, Entry, Feed

_CONTAINERS = frozenset({"channel", "RDF"})
_RECORDS = frozenset({"item"})
_FIELDS = {
    "guid": "id", "description": "description", "dc:language": "language",
    "pubDate": "published", "dc:date": "published", "atom:published": "published",
    "atom:updated": "modified", "dcterms:modified": "modified",
    "creativeCommons:license": "license", "cc:license": "license", "dcterms:license": "license",
    "dcterms:alternative": "subtitle", "dcterms:abstract": "summary",
}  # fmt: skip
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_TAGS = frozenset({KEYWORDS, "post_tag"})
# Who wrote it, those that say most first: where several elements do, they name the same people.
_BYLINES = ("atom:author", "dc:creator", "author", "itunes:author", "dc:contributor")
# RSS 2.0: an address, and the name in brackets behind it.
_EMAIL_AND_NAME = re.compile(r"\S+@\S+\s*\((?P<name>[^()]+)\)|(?P<before>[^<>@]+?)\s*<\S+@\S+>")

_ROOT = re.compile(r"<rss\b[^<>]{0,2000}version\s*=|<rdf:RDF\b[^<>]{0,2000}(?:purl\.org/rss|netscape\.com)")
_BEGINNING = re.compile(r"<rss\b|<channel\b[^<>]{0,400}>\s*<title")
_ENTRY = re.compile(
    r"<item\b[^<>]{0,400}>\s*+<(?:title|link|guid|description|pubDate|author|category|comments|enclosure|source|"
    r"(?:dc|content|media|itunes):\w)"
)


def sniff(source: Source) -> float:
    """Say how sure it is that this is an RSS feed, or the rest of one."""
    head = source.head
    if "wordpress.org/export/" in head:
        return 0.0
    if head.startswith("<") and _ROOT.search(head):
        return 0.95
    if head.startswith("<") and _BEGINNING.search(head):
        return 0.7
    return SURENESS_OF_REST if is_rest_of_xml(source, _ENTRY) else 0.0


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
            feed = _with(feed, record.element, source.url)
            continue
        article = _read(record.element, feed, source.url)
        yield evolve(
            article,
            origin=Origin(place=f"item {found + 1}"),
            diagnostics=(*pending, *record.diagnostics, *article.diagnostics),
        )
        found, pending = found + 1, ()
    if not found:
        raise NoArticleError("the feed has no items", format="rss", diagnostics=pending)


def _with(feed: Feed, element: Element, base: str | None) -> Feed:
    text = text_of(element)
    match name_of(element):
        case "title" if text and not feed.title:
            return evolve(feed, title=plain_text(text))
        case "link" if text and not feed.url:
            return evolve(feed, url=resolve(text, base_of(element, base)) or None)
        case "language" | "dc:language" if text:
            return evolve(feed, language=text)
        case "creativeCommons:license" | "cc:license" if text:
            return evolve(feed, license=text)
    return feed


def _read(item: Element, feed: Feed, base: str | None) -> Article:
    entry = Entry(base=said_base(item, base))
    elements = list(children(item))
    if (link := _link(elements)) is not None:
        entry.url = resolve(link, entry.base or base) or None
    content: str | None = None
    content_base: str | None = None
    bylines: dict[str, list[Author]] = {}
    for name, child in elements:
        text = text_of(child)
        match name:
            case "link":
                pass
            case _ if text and name in _FIELDS:
                entry.say(_FIELDS[name], name, text)
            case "title" | "dc:title" if text and entry.title is None:
                entry.title = plain_text(text) or None
            case "content:encoded" | "xhtml:body" | "atom:content" if text and content is None:
                content = html_of(child) if name == "xhtml:body" else text
                content_base = said_base(child, base)
            case _ if name in _BYLINES:
                bylines.setdefault(name, []).extend(people(child, _name))
            case "category" | "dc:subject" if text:
                _category(entry, name, child, text)
            case _:
                entry.image = entry.image or media_image(name, child)
                keep(entry.extra, name, child)
    # RSS 1.0 names an item by its address; later a guid does.
    entry.id = entry.id or item.get(_ABOUT) or None
    entry.content = entry.blocks(content, content_base) if content else None
    entry.image = resolve(entry.image or "", entry.base or base) or None
    entry.authors = next((bylines[name] for name in _BYLINES if bylines.get(name)), [])
    _keep_other_authors(entry, bylines)
    return entry.article(feed)


def _keep_other_authors(entry: Entry, bylines: dict[str, list[Author]]) -> None:
    named = {author.name for author in entry.authors}
    for name, authors in bylines.items():
        for author in authors:
            if author.name not in named:
                add(entry.extra, name, author.name)


def _link(elements: list[tuple[str, Element]]) -> str | None:
    links = dict(reversed(elements))
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


def _category(entry: Entry, name: str, element: Element, text: str) -> None:
    said = plain_text(text)
    domain = element.get("domain")
    if domain in _TAGS:
        entry.tags.append(said)
    elif name == "category" or said not in entry.categories:
        entry.categories.append(said)
        if domain:
            add(entry.extra, "category", as_json(element))
