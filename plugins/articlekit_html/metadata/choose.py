"""All of a page's metadata: for each field the first offer that there is; on request all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, Final

from attrs import Factory, field, frozen

from articlekit.explanation import Candidate
from articlekit.markup import Element
from articlekit.plugin import Author, Claim, Diagnostic, Json, Moment, Site
from articlekit.schemaorg import string_of
from articlekit_html.metadata.fields import bylined, credited, dated, described, filed, named
from articlekit_html.metadata.fields.clocks import day_of
from articlekit_html.metadata.fields.reviewed import claims_of
from articlekit_html.metadata.fields.shown import Shown, shown_near
from articlekit_html.metadata.fields.standfirsts import standfirsts
from articlekit_html.metadata.offer import Offer, Value
from articlekit_html.metadata.page.nearby import Line
from articlekit_html.metadata.page.page import Page
from articlekit_html.selectors import Selectors


@frozen(kw_only=True)
class Metadata:
    """Fields of an `Article`, by the same names, and where some of them are shown in the page."""

    id: str | None = None
    url: str | None = None
    title: str | None = None
    subtitle: str | None = None
    summary: str | None = None
    authors: tuple[Author, ...] = ()
    published: Moment | None = None
    modified: Moment | None = None
    language: str | None = None
    site: Site | None = None
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    image: str | None = None
    license: str | None = None
    claims: tuple[Claim, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    extra: Mapping[str, Json] = Factory(dict)
    #: What JSON-LD gives as the body, to check the page against.
    article_body: str | None = None
    #: All that it says the article is about: a standfirst that nothing else tells is told by it.
    descriptions: tuple[str, ...] = ()
    #: The element that shows the title to readers.
    title_element: Element | None = field(default=None, eq=False)
    #: Those that show title, standfirst, byline, date and tags: no part of the body.
    apart: tuple[Element, ...] = field(default=(), eq=False)
    #: Whether it is declared as a discussion: others have answered behind what the author wrote.
    is_thread: bool = False
    #: Those that are declared as what others have said: never the body's, however long they are.
    answers: tuple[Element, ...] = field(default=(), eq=False)


_THREADS: Final = ("DiscussionForumPosting", "QAPage")
_META: Final = re.compile(r'meta\[\w+="([^"]+)"\]')
_MANY: Final = 4
"""So many dates may be shown of one article."""


def read_metadata(root: Element, *, url: str | None = None) -> Metadata:
    """Read what a page says of its article. Never raises, changes nothing, takes time linear in the page's size.

    Args:
        root: The parsed page, before anything is taken out of it.
        url: Where it was fetched from; relative addresses are resolved by it.

    Returns:
        Every field of `Article` that a page can say, ready to be handed on by name; and for finding the body
        `Metadata.title_element`, `Metadata.apart` and `Metadata.article_body`.
    """
    page = Page(root=root, url=url)
    known = _known(page)
    best = {name: offer for name, offers in known.offers.items() if (offer := next(offers, None))}
    said = {name: offer.value for name, offer in best.items()}
    visible = [best[name] for name in _VISIBLE if name in best]
    visible += _stamps(known.dates, [said[name] for name in ("published", "modified") if name in said])
    element = known.anchor
    shown = (element,) if element is not None and named.shows(element, best.get("title")) else ()
    bylines = bylined.bylines(known.lines, said["authors"]) if "authors" in said else ()
    return Metadata(
        **said,
        id=_identifier(page),
        claims=claims_of(page),
        diagnostics=(*page.graph.diagnostics, *dated.not_understood(page)),
        extra=described.remainder(page),
        article_body=_article_body(page),
        descriptions=known.descriptions,
        title_element=next(iter(shown), None),
        apart=tuple(dict.fromkeys(chain(shown, *(offer.elements for offer in visible), *bylines))),
        is_thread=next(page.graph.of_kind(*_THREADS), None) is not None,
        answers=page.answers,
    )


def explain_metadata(
    root: Element, *, url: str | None = None, selectors: Selectors | None = None
) -> tuple[Candidate, ...]:
    """Give every candidate for every field, in the order in which they are trusted.

    Args:
        root: The parsed page.
        url: Where it was fetched from.
        selectors: Those of the page, if they are at hand.
    """
    selectors = selectors or Selectors(root)
    offers = _known(Page(root=root, url=url)).offers
    return tuple(candidate for name, found in offers.items() for candidate in _candidates(name, found, selectors))


_VISIBLE: Final = ("title", "subtitle", "authors", "published", "modified", "tags")
"""Fields that are shown apart from the text."""


@frozen(kw_only=True)
class _Known:
    """All that a page offers for each field, and what is known by then."""

    anchor: Element | None
    lines: tuple[Line, ...]
    dates: Shown
    descriptions: tuple[str, ...]
    #: By the names of the fields, the best first.
    offers: dict[str, Iterator[Offer[Any]]]


def _known(page: Page) -> _Known:
    title, titles = _begun(named.titles(page))
    anchor = named.anchor(page, title)
    lines = page.near(anchor)
    said, languages = _begun(described.languages(page, anchor))
    language = said.value if said else None
    summaries = tuple(described.summaries(page))
    descriptions = tuple(offer.value for offer in summaries)
    site, sites = _begun(named.sites(page))
    dates = shown_near(page, lines, language)
    offers: dict[str, Iterator[Offer[Any]]] = {
        "url": described.addresses(page, lines),
        "title": titles,
        "subtitle": standfirsts(page, lines, next(iter(descriptions), None)),
        "summary": iter(summaries),
        "authors": credited.authors(page, lines, site.value.name if site else None),
        "published": dated.published(page, dates, language),
        "modified": dated.modified(page, dates, language),
        "language": languages,
        "site": sites,
        "categories": filed.categories(page, title.value if title else None, anchor, lines),
        "tags": filed.tags(page),
        "image": described.images(page),
        "license": described.licenses(page),
    }
    return _Known(anchor=anchor, lines=lines, dates=dates, descriptions=descriptions, offers=offers)


def _begun(offers: Iterator[Offer[Value]]) -> tuple[Offer[Value] | None, Iterator[Offer[Value]]]:
    """Give the first of some offers, if there is one, and all of them."""
    first = next(offers, None)
    return first, offers if first is None else chain((first,), offers)


def _candidates(name: str, offers: Iterator[Offer[Any]], selectors: Selectors) -> Iterator[Candidate]:
    told: set[tuple[str, str]] = set()
    for offer in offers:
        value, path = shown(offer.value), _path(offer, selectors)
        if (value, path) not in told:
            standing = "a source trusted more has it" if told else "the most trusted source that has it"
            # What is no selector says in words where it stands.
            said = [offer.path] if " " in offer.path and offer.path != path else []
            reason = ": ".join((*said, offer.reason or standing))
            yield Candidate(field=name, value=value, path=path, chosen=not told, reason=reason)
            told.add((value, path))


def _path(offer: Offer[Any], selectors: Selectors) -> str:
    if named := _META.fullmatch(offer.path):
        return selectors.of_meta(named[1])
    element = next(iter(offer.elements), offer.place)
    return offer.path if element is None or offer.path == "title" else selectors.of(element)


def shown(value: object) -> str:
    """Write a value of a field as people read it."""
    if isinstance(value, tuple):
        return ", ".join(map(shown, value))
    if isinstance(value, Author | Site):
        return value.name or value.url or ""
    return value.isoformat() if isinstance(value, Moment) else str(value)


def _stamps(dates: Shown, known: list[Moment]) -> list[Offer[Moment]]:
    """Give the dates near the title that are marked as such, or of a known day; where many are, each opens a part."""
    days = set(map(day_of, known))
    shown = [offer for offer in (*dates.published, *dates.modified) if offer.reason or day_of(offer.value) in days]
    return shown if len(shown) <= _MANY else []


def _identifier(page: Page) -> str | None:
    if page.article:
        said = page.article.data.get("identifier")
        if isinstance(said, str | int) and not isinstance(said, bool) and str(said).strip():
            return str(said).strip()
    return None


def _article_body(page: Page) -> str | None:
    bodies = [string_of(node.data.get("articleBody")) for node in page.graph.articles]
    return max((body for body in bodies if body), key=len, default=None)
