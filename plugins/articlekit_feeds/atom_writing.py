"""Articles as an Atom 1.0 feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from articlekit.markup import Element, is_safe_link, write_blocks
from articlekit.markup.xml.text import xml_html, xml_text
from articlekit.plugin import Article
from articlekit_feeds.elements import KEYWORDS
from articlekit_feeds.xml_writing import (
    SPACES,
    add,
    add_person,
    add_shared,
    document,
    holds,
    number_of,
    openable,
    site_of,
    tag,
)

HOLDS = holds("id", "modified")
"""What Atom can hold. It demands an identifier and a date of change of every entry: where an article has none, its
address and its date of publication stand there. The site is the feed's, so one for all articles."""


def write(articles: Sequence[Article]) -> str:
    """Write articles as one feed; its title and address are those of the site that they share."""
    spaces: dict[str | None, str] = {name: uri for name, uri in SPACES.items() if name not in ("xml", "atom")}
    root = etree.Element(tag("atom:feed"), nsmap={None: SPACES["atom"], **spaces})
    articles = [openable(article) for article in articles]
    site = site_of(articles)
    add(root, "atom:title", site.name or "")
    if site.url:
        add(root, "atom:link", rel="alternate", href=site.url)
    numbers = "\n".join(number_of(article) for article in articles)
    add(root, "atom:id", uuid5(NAMESPACE_URL, xml_text(f"{site.url}\n{numbers}")).urn)
    changes = [changed for article in articles if (changed := _changed(article))]
    if changes:
        add(root, "atom:updated", max(changes))
    for article in articles:
        _add_entry(root, article)
    return document(root)


def _changed(article: Article) -> str | None:
    moment = article.modified or article.published
    return moment.isoformat() if moment is not None else None


def _add_entry(root: Element, article: Article) -> None:
    entry = add(root, "atom:entry")
    if article.language is not None:
        entry.set(tag("xml:lang"), xml_text(article.language))
    add(entry, "atom:id", number_of(article))
    for name, value in (
        ("atom:title", article.title),
        ("atom:published", article.published.isoformat() if article.published else None),
        ("atom:updated", _changed(article)),
        ("atom:summary", article.summary),
    ):
        if value is not None:
            add(entry, name, value)
    if article.url is not None:
        add(entry, "atom:link", rel="alternate", href=article.url)
    if article.license is not None and is_safe_link(article.license):
        add(entry, "atom:link", rel="license", href=article.license)
    for author in article.authors:
        add_person(entry, author)
    for name in article.categories:
        add(entry, "atom:category", term=name)
    for name in article.tags:
        add(entry, "atom:category", term=name, scheme=KEYWORDS)
    add_shared(entry, article)
    if article.body:
        add(entry, "atom:content", xml_html(write_blocks(article.body)), type="html")
