"""Articles as an RSS 2.0 feed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from articlekit.entities import encode
from articlekit.markup import Element, write_blocks
from articlekit.markup.xml.text import xml_html
from articlekit.moments import read_moment, write_rfc822
from articlekit.plugin import Article, Moment
from articlekit_feeds.elements import KEYWORDS
from articlekit_feeds.xml_writing import SPACES, add, add_person, add_shared, document, holds, openable, site_of

HOLDS = holds()
"""What RSS can hold with its usual modules. The site is the feed's, so one for all articles."""


def write(articles: Sequence[Article]) -> str:
    """Write articles as one feed; its title and address are those of the site that they share."""
    root = etree.Element("rss", version="2.0", nsmap={name: uri for name, uri in SPACES.items() if name != "xml"})
    channel = add(root, "channel")
    articles = [openable(article) for article in articles]
    site = site_of(articles)
    add(channel, "title", encode(site.name or ""))
    add(channel, "link", site.url or "")
    add(channel, "description", "")
    for article in articles:
        _add_item(channel, article)
    return document(root)


def _add_item(channel: Element, article: Article) -> None:
    item = add(channel, "item")
    # Titles and names are HTML in RSS, whatever it says: that is how they are read everywhere.
    for name, value in (
        ("title", article.title and encode(article.title)),
        ("link", article.url),
        ("description", article.summary and encode(article.summary)),
        ("content:encoded", xml_html(write_blocks(article.body)) or None),
        ("dc:language", article.language),
        ("cc:license", article.license),
        *_published(article.published),
        ("dcterms:modified", article.modified.isoformat() if article.modified else None),
    ):
        if value is not None:
            add(item, name, value)
    if article.id is not None:
        add(item, "guid", article.id, isPermaLink="true" if article.id == article.url else "false")
    _add_authors(item, article)
    for name in article.categories:
        add(item, "category", encode(name))
    for name in article.tags:
        add(item, "category", encode(name), domain=KEYWORDS)
    add_shared(item, article)


def _published(moment: Moment | None) -> Iterator[tuple[str, str]]:
    """Give the date of publication; exactly as well where RSS has no place for its fractions of a second."""
    if moment is None:
        return
    written = write_rfc822(moment)
    if read_moment(written) != moment:
        yield "atom:published", moment.isoformat()
    yield "pubDate", written


def _add_authors(item: Element, article: Article) -> None:
    for author in article.authors:
        add(item, "dc:creator", encode(author.name))
    # A name with an address of mail in it is read as the name alone.
    if any(author.url or author.kind or "@" in author.name for author in article.authors):
        for author in article.authors:
            add_person(item, author)
