"""Pages that articlekit has written: they say so, and are read as they were, without a guess."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from articlekit.markup import Element, read_blocks_of
from articlekit.plugin import Article, Author, Json, Moment, Site
from articlekit.schemaorg import read_claims, read_graph

GENERATOR: Final = "articlekit"
"""What the writer calls itself in ``meta name="generator"`` (HTML Standard 4.2.5.1)."""

WRITTEN: Final = (
    *("id", "url", "title", "subtitle", "summary", "authors", "published", "modified", "language", "site"),
    *("categories", "tags", "image", "license"),
)
"""The fields that such a page states, by their names in `Article`."""


def read_written(root: Element) -> Article | None:
    """Read a page that articlekit has written; None where it did not, or the page is not whole. Changes the tree."""
    shown = _only_article(root)
    if shown is None:
        return None
    generators = (meta.get("content") for meta in root.iterfind("head/meta[@name='generator']"))
    headers = shown.findall("header")
    if GENERATOR not in generators or not all(map(_is_written, headers)):
        return None
    graph = read_graph("".join(s.itertext()) for s in root.iterfind("head/script[@type='application/ld+json']"))
    if graph.diagnostics or not graph.articles:
        return None
    data = graph.articles[0].data
    try:
        return Article(
            id=_text(data, "identifier"),
            url=(url := _text(data, "url")),
            title=_text(data, "headline"),
            subtitle=_text(data, "alternativeHeadline"),
            summary=_text(data, "description"),
            authors=tuple(map(_author, _list(data, "author"))),
            published=_moment(data, "datePublished"),
            modified=_moment(data, "dateModified"),
            language=_text(data, "inLanguage"),
            site=_site(data.get("publisher")),
            categories=tuple(map(str, _list(data, "articleSection"))),
            tags=tuple(map(str, _list(data, "keywords"))),
            image=_text(data, "image"),
            license=_text(data, "license"),
            body=read_blocks_of([shown], url=url, skip={*headers}).blocks,
            claims=read_claims(graph),
        )
    except (TypeError, ValueError):
        return None


def _only_article(root: Element) -> Element | None:
    """Give the article, if nothing else is in the body: behind it may stand another page."""
    match root.findall("body/*"):
        case [shown] if shown.tag == "article" and not (shown.tail or "").strip():
            return shown
    return None


def _is_written(header: Element) -> bool:
    """Whether there is no more in it than is written: one that has lost its end holds the body."""
    return all(part.tag == "h1" or part.get("class") in ("subtitle", "byline") for part in header)


def _text(data: Mapping[str, Json], name: str) -> str | None:
    said = data.get(name)
    if said is not None and not isinstance(said, str):
        raise TypeError(name)
    return said


def _list(data: Mapping[str, Json], name: str) -> list[Json]:
    said = data.get(name, [])
    if not isinstance(said, list):
        raise TypeError(name)
    return said


def _moment(data: Mapping[str, Json], name: str) -> Moment | None:
    said = _text(data, name)
    if said is None:
        return None
    return datetime.fromisoformat(said) if "T" in said else date.fromisoformat(said)


def _author(said: Json) -> Author:
    if not isinstance(said, dict) or (name := _text(said, "name")) is None:
        raise TypeError("author")
    kind = said.get("@type")
    return Author(
        name=name, url=_text(said, "url"), kind="Person" if kind == "Person" else "Organization" if kind else None
    )


def _site(said: Json) -> Site | None:
    return Site(name=_text(said, "name"), url=_text(said, "url")) if isinstance(said, dict) else None
