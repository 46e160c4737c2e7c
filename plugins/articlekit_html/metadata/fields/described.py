"""What else a page says of its article: language, summary, picture, licence, addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Final
from urllib.parse import urlsplit

from articlekit.markup import Element
from articlekit.plugin import Json
from articlekit.schemaorg import string_of
from articlekit_html.metadata.fields.written_as_html import read_as_text
from articlekit_html.metadata.offer import Offer
from articlekit_html.metadata.page.head import Link
from articlekit_html.metadata.page.nearby import Line
from articlekit_html.metadata.page.page import Page
from articlekit_html.metadata.page.text import text_of

# No part of one character: only extensions have those, and ``utf-8``, which is no language.
_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_MOST: Final = 100
_NEAR: Final = 10


def language_tag(said: str | None) -> str | None:
    """Give a language or a locale as BCP 47 writes it: ``pt_br`` is ``pt-BR`` (RFC 5646 section 2.1.1)."""
    text = (said or "").split(",")[0].strip()
    if not _TAG.fullmatch(text):
        return None
    first, *rest = text.replace("_", "-").split("-")
    written = [first.lower()]
    for part in rest:
        script = len(part) == 4 and part.isalpha()
        written += [part.upper() if len(part) == 2 else part.title() if script else part.lower()]
    return "-".join(written)


def languages(page: Page, title: Element | None = None) -> Iterator[Offer[str]]:
    """Offer languages: what most of the page's sources say first, and of these what is said right around the title."""
    around = () if title is None else takewhile(lambda element: element.tag != "body", title.iterancestors())
    said = [(f"{element.tag!s}[lang]", element.get("lang")) for element in around if element.get("lang")][:1]
    root = page.root
    said.append(("html[lang]", root.get("lang") or root.get("xml:lang")))
    if page.article:
        said.append((f"{page.article.path}.inLanguage", _code(page.article.data.get("inLanguage"))))
    for name in ("content-language", "language", "dc.language", "dcterms.language", "og:locale"):
        said += [(f'meta[name="{name}"]', value) for value in page.head.properties.get(name, ())[:1]]
    # Where office programs say it.
    said += [("body[lang]", body.get("lang") or body.get("xml:lang")) for body in root.iterchildren("body")]
    offers = [Offer(value=tag, path=path) for path, value in said if (tag := language_tag(value))]
    votes = Counter(offer.value.partition("-")[0] for offer in offers)
    yield from sorted(offers, key=lambda offer: -votes[offer.value.partition("-")[0]])


def _code(said: Json) -> str | None:
    if isinstance(said, dict):
        return string_of(said.get("alternateName")) or string_of(said.get("name"))
    return string_of(said)


def summaries(page: Page) -> Iterator[Offer[str]]:
    """Offer summaries."""
    for name in (
        "description",
        "og:description",
        "twitter:description",
        "dc.description",
        "dcterms.description",
        "sailthru.description",
        "abstract",
    ):
        for said in page.head.properties.get(name, ())[:1]:
            yield Offer(value=read_as_text(said), path=f'meta[name="{name}"]')
    if page.article and (text := string_of(page.article.data.get("description"))):
        yield Offer(value=read_as_text(text), path=f"{page.article.path}.description")


_IMAGES: Final = (
    *("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"),
    *("parsely-image-url", "sailthru.image.full"),
)


def images(page: Page) -> Iterator[Offer[str]]:
    """Offer addresses of the picture that stands for the article."""
    for name in _IMAGES:
        for said in page.head.properties.get(name, ())[:1]:
            if address := page.absolute(said):
                yield Offer(value=address, path=f'meta[name="{name}"]')
    if page.article:
        for key in ("image", "thumbnailUrl"):
            said_here = page.article.data.get(key)
            for item in (said_here if isinstance(said_here, list) else [said_here])[:1]:
                value = page.graph.resolve(item)
                if isinstance(value, dict):
                    value = value.get("url") or value.get("contentUrl")
                if address := page.absolute(string_of(value)):
                    yield Offer(value=address, path=f"{page.article.path}.{key}")
    for element in page.declared_as("image"):
        if address := page.absolute(_picture_in(element)):
            yield Offer(value=address, path=f"{element.tag!s}[itemprop=image]")
    for link in page.head.links:
        if "image_src" in link.relations and (address := page.absolute(link.url)):
            yield Offer(value=address, path="link[rel=image_src]")


def _picture_in(element: Element) -> str | None:
    """Give the address of the picture that an element shows or describes."""
    for inner in (element, *islice(element.iterdescendants("img", "link", "meta"), _NEAR)):
        says = inner is element or "url" in (inner.get("itemprop") or inner.get("property") or "").lower()
        for name in ("src", "data-src", *(("content", "href") if says else ())):
            if address := inner.get(name):
                return address
    return None


def licenses(page: Page) -> Iterator[Offer[str]]:
    """Offer licences."""
    for link in (*page.head.links, *page.head.anchors):
        if "license" in link.relations:
            yield Offer(value=page.absolute(link.url) or link.url, path=f"{link.element.tag!s}[rel=license]")
    if page.article and (said := string_of(page.article.data.get("license"))):
        yield Offer(value=said, path=f"{page.article.path}.license")
    for name in ("dcterms.license", "dcterms.rights.license", "dc.rights.license", "license", "cc:license"):
        for said in page.head.properties.get(name, ())[:1]:
            yield Offer(value=said, path=f'meta[name="{name}"]')


def addresses(page: Page, lines: tuple[Line, ...] = ()) -> Iterator[Offer[str]]:
    """Offer the article's own address.

    Args:
        page: The page.
        lines: Those near the title.
    """
    given = page.url if (page.url or "").startswith(("http://", "https://")) else None
    found = [("link[rel=canonical]", link.url) for link in page.head.links if "canonical" in link.relations]
    # Open Graph's name, and those that programs give which save pages.
    for name in ("og:url", "savepage-url", "source-url"):
        found += [(f'meta[name="{name}"]', said) for said in page.head.all(name)[:1]]
    if page.article:
        for key in ("mainEntityOfPage", "url"):
            value = page.article.data.get(key)
            said = (value.get("@id") or value.get("url")) if isinstance(value, dict) else value
            if isinstance(said, str):
                found.append((f"{page.article.path}.{key}", said))
    for path, said in found:
        address = page.absolute(said)
        # A canonical address that is the front page, on a page that is not, is a mistake of its template.
        if address and not (_is_front(address) and given and not _is_front(given)):
            yield Offer(value=address, path=path)
    if given:
        yield Offer(value=given, path="url", reason="where it was fetched from")
    # Caches write a page's own address there.
    for element in page.head.bases[:1]:
        address = page.absolute(element.get("href"))
        if address and not address.endswith("/") and not _is_front(address):
            yield Offer(value=address, path="base[href]", reason="it is that of a page and of no folder")

    # Readers of pages show the host that a text is from, and lead to the page there.
    for part in (part for line in lines if not line.in_text for part in line.parts if part.tag == "a"):
        address = page.absolute(part.get("href"))
        host = urlsplit(address or "").netloc
        if address and text_of(part) in (host, host.removeprefix("www.")) and not _is_front(address):
            yield Offer(value=address, path="link near the title", reason="it is called by its host")


def _is_front(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query


def links(page: Page) -> dict[str, Json]:
    """Gather the addresses a caller may want to follow; nothing is followed here."""
    found: dict[str, Json] = {}
    feeds: list[Json] = []
    translations: dict[str, Json] = {}
    for link in page.head.links:
        if (address := page.absolute(link.url)) is None:
            continue
        if "canonical" in link.relations:
            found.setdefault("canonical", address)
        elif "amphtml" in link.relations:
            found.setdefault("amp", address)
        elif "shortlink" in link.relations:
            found.setdefault("short", address)
        elif "https://api.w.org/" in link.relations:
            found.setdefault("wordpress_api", address)
        elif "alternate" in link.relations:
            _add_alternate(link, address, found, feeds, translations)
    if feeds:
        found["feeds"] = feeds[:_MOST]
    if translations:
        found["languages"] = translations
    return found


def _add_alternate(
    link: Link, address: str, found: dict[str, Json], feeds: list[Json], translations: dict[str, Json]
) -> None:
    kind = link.attribute("type")
    if kind in ("application/rss+xml", "application/atom+xml", "application/feed+json"):
        feeds.append(address)
    elif kind == "application/json":
        # The answer for this very post; WordPress announces it since version 5.5.
        found.setdefault("wordpress", address)
    elif kind == "application/activity+json":
        found.setdefault("activity", address)
    elif language := language_tag(link.attribute("hreflang")):
        translations.setdefault(language, address)


def remainder(page: Page) -> dict[str, Json]:
    """Gather what no field holds."""
    found: dict[str, Json] = {}
    followed = links(page)
    if followed:
        found["links"] = followed
    free = _free(page)
    if free is not None:
        found["isAccessibleForFree"] = free
    if tier := page.head.first("article:content_tier"):
        found["content_tier"] = tier
    if rest := _unread(page):
        found["schemaorg"] = rest
    if (kind := page.head.first("og:type")) and kind != "article":
        found["type"] = kind
    return found


_READ: Final = frozenset(
    ("@context", "@id", "@type", "alternativeHeadline", "articleBody", "articleSection", "author", "creator",
     "dateCreated", "dateModified", "datePublished", "description", "headline", "identifier", "image", "inLanguage",
     "isAccessibleForFree", "keywords", "license", "mainEntityOfPage", "name", "publisher", "thumbnailUrl", "url")
)  # fmt: skip
"""Members that fields are read from."""


def _unread(page: Page) -> dict[str, Json]:
    """Give what JSON-LD says of the article in members that no field is read from."""
    data = page.article.data if page.article else {}
    return {name: value for name, value in data.items() if name not in _READ and value not in (None, "", [], {})}


def _free(page: Page) -> bool | None:
    stated: list[Json] = [node.data.get("isAccessibleForFree") for node in page.graph.articles]
    stated += (meta.get("content") for meta in page.head.items if meta.get("itemprop") == "isAccessibleForFree")
    for said in stated:
        if isinstance(said, bool):
            return said
        if isinstance(said, str) and said.strip().lower().rpartition("/")[2] in ("true", "false"):
            return said.strip().lower().endswith("true")
    tier = (page.head.first("article:content_tier") or "").lower()
    return {"free": True, "locked": False, "metered": False}.get(tier)
