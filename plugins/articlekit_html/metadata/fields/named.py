"""Offers for the title and the site, the best first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from attrs import frozen

from articlekit.markup import Element
from articlekit.plugin import Site
from articlekit.schemaorg import string_of
from articlekit_html.metadata.offer import Offer
from articlekit_html.metadata.page.microdata import is_elsewhere
from articlekit_html.metadata.page.page import Page
from articlekit_html.metadata.page.text import heading_of, texts_of
from articlekit_html.metadata.page.titles import bare, contains, cut_site, tails, without_site

_TITLES: Final = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "citation_title",
    "parsely-title",
    "sailthru.title",
    "title",
)


def titles(page: Page) -> Iterator[Offer[str]]:
    """Offer titles: the heading that the page's other titles contain, then those titles, then other headings."""
    said = list(_said(page))
    bares = [bare(title.value) for title in said]
    whole = {bare(title) for title in (*page.head.all("og:title")[:1], page.window_title)}
    shown = [_heading(element, without_site(text, page.site_names)) for element, text in page.headings]
    shown = [_without_kicker(heading, bares) for heading in shown]
    names = {bare(name) for name in page.site_names}
    sites = names | _names_of_site(page, said, shown)
    if said and names.issuperset(bares) and all(page.leads_home(heading.element) for heading in shown):
        yield from _only_subheading(page)
    inside = [h for h in shown if _is_inside(h, bares, sites) or (h.words in whole and h.words)]
    if inside:
        yield max(inside, key=lambda heading: len(heading.words)).offer("h1", "the page's other titles contain it")
    else:
        yield from _in_subheading(page, bares, shown, sites)
    for title, words in zip(said, bares, strict=True):
        if " " in words and any(contains(heading.words, words) for heading in shown):
            yield title
    alone = [heading for heading in shown if len(heading.words.split()) >= _MANY and heading.words not in sites]
    if bares and sum(heading.words not in sites for heading in shown) > 1:
        known = {word for words in bares for word in words.split() if len(word) >= _TELLING}
        alone = [heading for heading in alone if not known.isdisjoint(heading.words.split())]
    if alone:
        yield alone[0].offer("h1", "it is what readers see as the title")
    yield from said
    yield from (heading.offer("h1", "it is shown as a title") for heading in shown if heading.words not in sites)


def anchor(page: Page, title: Offer[str] | None) -> Element | None:
    """Find the element that shows the title: what stands near it is looked at."""
    if title and title.elements:
        return title.elements[0]
    words = bare(title.value) if title else ""
    shown = next((e for e, text in (*page.headings, *page.subheadings) if bare(text) == words), None)
    if shown is None and words:
        shown = _of_the_same_words(page.root, title.value if title else "", words)
    return shown if shown is not None else next((element for element, _ in page.headings), None)


def shows(element: Element, title: Offer[str] | None) -> bool:
    """Whether an element shows the title to readers: it was taken from it, or has the same words."""
    if title is None:
        return False
    return element in title.elements or bare(heading_of(element)) == bare(title.value)


def _of_the_same_words(root: Element, title: str, words: str) -> Element | None:
    for element in root.iter(*_LIKE_HEADINGS):
        text = element.text
        if text and abs(len(text.strip()) - len(title)) < _ABOUT and bare(text) == words:
            return element
    return None


_LIKE_HEADINGS: Final = ("h3", "h4", "h5", "h6", "p", "div", "span", "strong", "b", "font", "td")
_ABOUT: Final = 40
_PART: Final = 0.3
_TELLING: Final = 4
"""Letters of a word that tells what a text is about."""
_OPEN: Final = (":", "：")
"""What goes on in another heading, the page's other titles have in one."""
_MANY: Final = 3
"""A heading of so many words is no label."""


@frozen(kw_only=True)
class _Heading:
    element: Element
    text: str
    words: str

    def offer(self, path: str, reason: str) -> Offer[str]:
        return Offer(value=self.text.rstrip(" ¶#"), path=path, reason=reason, elements=(self.element,))


def _heading(element: Element, text: str) -> _Heading:
    return _Heading(element=element, text=text, words=bare(text))


def _without_kicker(heading: _Heading, said: list[str]) -> _Heading:
    """Leave out what stands over a title in its heading, if another title is all that stands in the last part of it."""
    parts = list(filter(bare, texts_of(heading.element))) if len(heading.element) else []
    if len(parts) > 1 and " " in parts[-1] and bare(parts[-1]) in said:
        return _heading(heading.element, parts[-1])
    return heading


def _names_of_site(page: Page, said: list[Offer[str]], shown: list[_Heading]) -> set[str]:
    """Tell the headings that name the site: behind a separator in the window's title, and in no other title."""
    window = page.window_title or ""
    if not window or not shown:
        return set()
    others = [bare(title.value) for title in said if title.path != "title"]
    behind, window = tails(window), bare(window)
    return {
        heading.words
        for heading in shown
        if (heading.words in behind and window != heading.words and not any(contains(o, heading.words) for o in others))
        or (others and contains(window, heading.words) and not any(_is_alike(heading.words, o) for o in others))
    }


def _only_subheading(page: Page) -> Iterator[Offer[str]]:
    """Offer the title of a page whose other titles name the site alone; lists of articles have several."""
    shown = [_heading(element, text) for element, text in page.subheadings]
    long = [h for h in shown if len(h.words.split()) >= _MANY and not is_elsewhere(h.element)]
    if len(long) == 1:
        yield long[0].offer("h2", "it is what readers see as the title")


def _in_subheading(page: Page, said: list[str], shown: list[_Heading], sites: set[str]) -> Iterator[Offer[str]]:
    """Offer the first heading of a lower level that the page's other titles contain."""
    # Where all headings of the first level name the site, the window's title may be cut down to its name too.
    uncut = [bare(page.window_title)] if shown and sites.issuperset(h.words for h in shown) else []
    second = [_heading(element, text) for element, text in page.subheadings]
    third = [_heading(element, text) for element, text in page.lesser_headings]
    goes_on = any(h.text.endswith(_OPEN) and _is_part(h.words, title) for h in (*shown, *second) for title in said)
    lesser = [] if goes_on else [heading for heading in third if _is_most(heading.words, said)]
    for heading in (*second, *lesser):
        if len(heading.words.split()) >= 2 and _is_inside(heading, [*said, *uncut], sites):
            yield heading.offer(str(heading.element.tag), "the page's other titles contain it")
            return


def _is_inside(heading: _Heading, said: list[str], sites: set[str]) -> bool:
    words = heading.words
    if not words or words in sites:
        return False
    if heading.text.endswith(_OPEN):
        said = [title for title in said if title.endswith(words)]
    return any(_is_part(words, title) for title in said)


def _is_part(words: str, title: str) -> bool:
    """Whether a title begins or ends with some words, or holds them as no small part of it."""
    if not contains(title, words):
        return False
    return len(words) >= _PART * len(title) or title.startswith(words) or title.endswith(words)


def _is_most(words: str, said: list[str]) -> bool:
    """Whether one of some titles begins with some words, or they are most of it: a part of the text may end one."""
    return any(title.startswith(words) or 2 * len(words) >= len(title) for title in said)


def _is_alike(words: str, title: str) -> bool:
    own = set(words.split())
    return 2 * len(own & set(title.split())) >= len(own)


def _said(page: Page) -> Iterator[Offer[str]]:
    """Offer the titles that are not shown, what the site adds to them cut off."""
    names = page.site_names
    article = page.article
    headline = (string_of(article.data.get("headline")) or string_of(article.data.get("name"))) if article else None
    raw: list[tuple[str, str]] = [
        (f'meta[property="{name}"]', value) for name in _TITLES for value in page.head.properties.get(name, ())[:1]
    ]
    if article and headline:
        raw.insert(1, (f"{article.path}.headline", headline))
    if page.window_title:
        raw.append(("title", page.window_title))
    sites = {bare(name) for name in names}
    others = {value for _, value in raw} | {text for _, text in page.headings if bare(text) not in sites}
    cut = {value: cut_site(value, names, others - {value}) for value in {value for _, value in raw}}
    yield from (Offer(value=cut[value], path=path, reason="the page says so") for path, value in raw if cut[value])


def sites(page: Page) -> Iterator[Offer[Site]]:
    """Offer the site's name, each with the best address for it."""
    address = _site_address(page)
    for name in (
        "og:site_name",
        "application-name",
        "apple-mobile-web-app-title",
        "dc.publisher",
        "citation_publisher",
    ):
        for said in page.head.properties.get(name, ())[:1]:
            if not said.startswith(("http", "@")):
                yield Offer(value=Site(name=said, url=address), path=f'meta[name="{name}"]')
    for node in page.graph.of_kind("WebSite"):
        if title := string_of(node.data.get("name")):
            yield Offer(value=Site(name=title, url=address), path=f"{node.path}.name")
    if page.article and (publisher := string_of(page.graph.resolve(page.article.data.get("publisher")))):
        yield Offer(value=Site(name=publisher, url=address), path=f"{page.article.path}.publisher")
    if page.name_of_home:
        reason = "links to the front page say so too"
        yield Offer(value=Site(name=page.name_of_home, url=address), path="title", reason=reason)
    if address:
        yield Offer(value=Site(url=address), path="url", reason="only the address is known")


def _site_address(page: Page) -> str | None:
    for node in page.graph.of_kind("WebSite"):
        said = node.data.get("url")
        if isinstance(said, str) and (address := page.absolute(said)):
            return address
    if page.base:
        parts = urlsplit(page.base)
        return f"{parts.scheme}://{parts.netloc}/" if parts.netloc else None
    return None
