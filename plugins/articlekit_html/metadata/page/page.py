"""A page as its metadata is read from: each view of it made once, and only when somebody asks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from attrs import define
from lxml.etree import XPath

from articlekit.markup import Element
from articlekit.schemaorg import Graph, Node, read_graph, string_of, strings_of
from articlekit_html.metadata.page.addressed import day_of_address
from articlekit_html.metadata.page.head import Head, read_head
from articlekit_html.metadata.page.microdata import Mark, is_elsewhere, properties_of, read_marks
from articlekit_html.metadata.page.nearby import Line, lines_near
from articlekit_html.metadata.page.text import UNSEEN, heading_of, in_one_line, text_of, whole_text_of
from articlekit_html.metadata.page.titles import bare, contains, ends

_WANTED: Final = re.compile(r"(?:schema:)?(?:image|keywords|about)\b", re.IGNORECASE)
# From the attributes up to what has them: a test of every element takes three times as long.
_DECLARED: Final = XPath("descendant::*/@itemprop/.. | descendant::*/@property/parent::*[not(self::meta)]")
_ANSWERS: Final = frozenset(("acceptedAnswer", "comment", "suggestedAnswer"))
"""Properties of schema.org that hold what others have said of it, or to it, …"""
_ANSWERING: Final = XPath(
    "descendant::*[@itemprop='comment' or ((@itemprop='acceptedAnswer' or @itemprop='suggestedAnswer')"
    " and ancestor::*[contains(@itemtype, '/QAPage')])]"
)
"""… but who asks on a page of frequent questions (``FAQPage``) answers too."""
_MOST: Final = 1000
_MOST_TEXTS: Final = 200
_LONGEST_TEXT: Final = 2000
# Strings that know where they stand. To test them here takes half the time that a condition of XPath does.
_TEXTS: Final = XPath("/descendant::text()")
_NOT_READ: Final = frozenset(("option", *UNSEEN))
_WORDS: Final = frozenset(("blockquote", "q"))
_TELLING: Final = 4
"""Letters of a name that is no word like *Home*, at least."""
_LINKS: Final = 80
"""Among so many first links of a page is the one of its head that leads to the front page."""
_PICTURES: Final = 10
"""Among so many first pictures of a page is the one of its head that shows its name."""
_LOGO: Final = re.compile(r"(?<![a-z])(?:site-?)?logo(?![a-z])", re.IGNORECASE)
_HOMES: Final = ("", "/", "/index.html", "/index.php")


@define
class Page:
    """The views of one page."""

    root: Element
    url: str | None

    @cached_property
    def head(self) -> Head:
        """What the one pass gathers."""
        return read_head(self.root)

    @cached_property
    def graph(self) -> Graph:
        """JSON-LD."""
        return read_graph(self.head.scripts)

    @cached_property
    def article(self) -> Node | None:
        """The node of the graph that speaks of this article: of several the one that bears its title or address."""
        articles = self.graph.articles
        if len(articles) < 2:
            return next(iter(articles), None)
        titles = [bare(title) for title in self.head.all("og:title", "twitter:title")] + [bare(self.window_title)]
        rank = {node.path: n for n, node in enumerate(articles)}
        top = [node for node in articles if node.kinds == articles[0].kinds]
        for node in top:
            headline = bare(string_of(node.data.get("headline")) or string_of(node.data.get("name")))
            if headline and any(contains(title, headline) for title in titles):
                return node
        return min(top, key=lambda node: rank[node.path])

    @cached_property
    def window_title(self) -> str | None:
        """The text of ``title``."""
        for element in self.head.titles:
            parent = element.getparent()
            if parent is None or parent.tag != "svg":
                text = in_one_line(whole_text_of(element))
                if text:
                    return text
        return None

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Microdata, RDFa and telling class names: the one view that walks the page again."""
        return read_marks(self.head, self.properties)

    @cached_property
    def properties(self) -> frozenset[str]:
        """All that the page's attributes for nothing but properties say."""
        return properties_of(self.root)

    @cached_property
    def declared(self) -> dict[str, list[Element]]:
        """The elements that have a property of schema.org, microdata's or RDFa's, by its name in lower case.

        Empty where none is for a picture or for what the article is about.
        """
        found: dict[str, list[Element]] = {}
        if not any(map(_WANTED.match, self.properties)):
            return found
        for element in _DECLARED(self.root)[:_MOST]:
            for name in f"{element.get('itemprop') or ''} {element.get('property') or ''}".lower().split():
                found.setdefault(name.removeprefix("schema:"), []).append(element)
        return found

    def declared_as(self, name: str) -> Iterator[Element]:
        """Give those of them that are of this article, also of a figure in it, and have one property."""
        return (element for element in self.declared.get(name, ()) if not is_elsewhere(element, _WORDS))

    @cached_property
    def answers(self) -> tuple[Element, ...]:
        """The elements that are declared as comments, or as answers to a question."""
        if _ANSWERS.isdisjoint(self.properties):
            return ()
        return tuple(_ANSWERING(self.root))

    @cached_property
    def site_names(self) -> tuple[str, ...]:
        """What the site may be called: by its own word, and by its host."""
        names = [*self.head.all("og:site_name")[:1], *self.head.all("application-name")[:1]]
        names += [name for node in self.graph.of_kind("WebSite") for name in strings_of(node.data.get("name"))][:2]
        if self.article:
            names += list(strings_of(self.graph.resolve(self.article.data.get("publisher"))))[:1]
        if not names and self.name_of_home:
            names.append(self.name_of_home)
        if self.base:
            host = (urlsplit(self.base).hostname or "").removeprefix("www.")
            names += [host, *_labels(host), "www." + host]
        names += [text for element, text in self.headings if self.leads_home(element) or _is_logo(element)]
        return tuple(names)

    @cached_property
    def name_of_home(self) -> str | None:
        """The part of the window's title that a link to the front page, a picture in it or the logo says too."""
        named = [end for end in ends(self.window_title or "") if len(bare(end)) >= _TELLING]
        said = [bare(text) for text in self._said_of_home()] if named else []
        return next((end for end in named if any(contains(text, bare(end)) for text in said)), None)

    def _said_of_home(self) -> Iterator[str]:
        """Give what the first links to the front page, and the pictures in them, say."""
        own = urlsplit(self.base or "")
        homes = {*_HOMES[1:], *(f"{own.scheme}://{own.netloc}{path}" for path in _HOMES)}
        if own.path[3:4] == "/" and own.path[1:3].isalpha():
            homes.update((own.path[:3], own.path[:4], f"{own.scheme}://{own.netloc}{own.path[:4]}"))  # /en/
        for link in islice(self.root.iter("a"), _LINKS):
            if (link.get("href") or "").strip() in homes:
                yield text_of(link) or ""
                yield from (link.get(attribute) or "" for attribute in ("aria-label", "title"))
                yield from (picture.get("alt") or "" for picture in islice(link.iter("img"), 1))
        for picture in islice(self.root.iter("img"), _PICTURES):
            if (alt := picture.get("alt")) and _is_logo(picture):
                yield alt

    def leads_home(self, heading: Element) -> bool:
        """Whether a heading is a link to what the page's address begins with: then it names the site."""
        link = heading.find("a") if len(heading) == 1 else heading.getparent()
        href = link.get("href") if link is not None and link.tag == "a" else None
        address = _join(self.base, href.strip()) if href else None
        if address is None:
            return False
        target, own = urlsplit(address), urlsplit(self.base or "")
        if not f".{own.netloc}".endswith("." + target.netloc.removeprefix("www.")):
            return False
        if target.netloc == own.netloc and (target.path, target.query) == (own.path, own.query):
            return False
        return target.path in _HOMES or (target.path.endswith("/") and own.path.startswith(target.path))

    @cached_property
    def headings(self) -> tuple[tuple[Element, str], ...]:
        """The ``h1`` that are not empty, with their texts."""
        return tuple((element, text) for element in self.head.headings[:50] if (text := heading_of(element)))

    @cached_property
    def subheadings(self) -> tuple[tuple[Element, str], ...]:
        """The first ``h2``, likewise."""
        return tuple((element, text) for element in self.head.subheadings[:20] if (text := heading_of(element)))

    @cached_property
    def lesser_headings(self) -> tuple[tuple[Element, str], ...]:
        """The first ``h3``, likewise."""
        return tuple((element, text) for element in self.head.lesser_headings[:20] if (text := heading_of(element)))

    def near(self, title: Element | None) -> tuple[Line, ...]:
        """The lines near the title."""
        return () if title is None else lines_near(title)

    @cached_property
    def base(self) -> str | None:
        """What relative addresses are relative to (HTML Standard 2.4.3)."""
        address = next(filter(_is_web, (self.url or "", *self._said_addresses)), None)
        for element in self.head.bases:
            if href := (element.get("href") or "").strip():
                return _join(address, href)
        return address

    @cached_property
    def day(self) -> date | None:
        """The day that the page's address names."""
        return day_of_address(self.base or "")

    @cached_property
    def texts_with_years(self) -> tuple[Any, ...]:
        """The first short texts with a year of this century or the last, as XPath gives them, that readers see."""
        dated = (text for text in _TEXTS(self.root) if ("20" in text or "19" in text) and len(text) < _LONGEST_TEXT)
        return tuple(islice(filter(_is_read, dated), _MOST_TEXTS))

    @cached_property
    def _said_addresses(self) -> tuple[str, ...]:
        said = [link.url for link in self.head.links if "canonical" in link.relations]
        return (*said, *self.head.all("og:url"))

    def absolute(self, address: str | None) -> str | None:
        """Make an address absolute; None where it cannot be, or does not lead to a page."""
        if not address:
            return None
        joined = _join(self.base, address.strip())
        if joined is None or not _is_web(joined):
            return None
        return joined.replace(" ", "%20")


def _is_read(text: Any) -> bool:
    """Whether a text stands in an element that readers see as text."""
    element = text.getparent()
    around = element.getparent() if text.is_tail else element
    return around is None or around.tag not in _NOT_READ


def _labels(host: str) -> Iterator[str]:
    """Give the labels of a host that may be the site's name: the first, and the one before the top-level domain."""
    first, *others = host.split(".")
    yield first
    if len(others) > 1 and len(others[-2]) >= _TELLING:
        yield others[-2]


def _is_logo(element: Element) -> bool:
    """Whether a picture or heading that leads nowhere, or what it stands in, is named as the logo."""
    around = element.getparent()
    named = (element, around) if around is not None and around.tag != "a" else ()
    return any(_LOGO.search(f"{one.get('class') or ''} {one.get('id') or ''}") for one in named)


def _is_web(address: str) -> bool:
    return address.startswith(("http://", "https://")) and _join(None, address) is not None


def _join(base: str | None, address: str) -> str | None:
    try:
        joined = address if address.startswith(("http://", "https://")) else urljoin(base or "", address)
        if "[" in joined or "]" in joined or not joined.isascii():
            # Brackets that hold no IPv6 address; letters that the name of a host must not have.
            urlsplit(joined)
    except ValueError:
        return None
    return joined
