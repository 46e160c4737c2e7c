"""What SEO plugins know of the page a post is shown on: Yoast, All in One SEO, Parse.ly.

Their REST fields repeat the page's ``<head>``: Open Graph's properties by name, and schema.org's graph. They are where
a post names its author, its site and its language when nothing is embedded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import orjson
from attrs import frozen

from articlekit.entities import decode
from articlekit.plugin import Author, Json, Site
from articlekit_wordpress.metadata import Metadata
from articlekit_wordpress.values import Object, address, members, string

_META = re.compile(r"<meta\s+(?:property|name)=([\"'])([\w:.-]+)\1\s+content=([\"'])(.*?)\3", re.DOTALL)
_GRAPH = re.compile(r"<script\b[^>]*\bapplication/ld\+json[^>]*>(.*?)</script", re.DOTALL)
_LOCALE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


@frozen(kw_only=True)
class _Head:
    #: By names such as ``og_locale``, ``twitter_misc``.
    properties: Mapping[str, Json]
    #: The nodes of the schema.org graph.
    nodes: tuple[Object, ...]

    def first(self, of_this_kind: Callable[[Json], bool]) -> Object:
        return next(filter(of_this_kind, self.nodes), {})


def read_head(post: Object) -> Metadata:
    """Read what a post carries of its page's head."""
    head = _head(post)
    if head is None:
        return _NOTHING
    article = head.first(is_article)
    return Metadata(
        authors=_authors(head, article),
        categories=_strings(article.get("articleSection")),
        tags=_strings(article.get("keywords")),
        language=_language(head),
        site=_site(head, article),
        image=_image(head),
        license=string(article.get("license")),
        subtitle=string(article.get("alternativeHeadline")),
    )


_NOTHING = Metadata()


def _head(post: Object) -> _Head | None:
    for key in ("yoast_head_json", "aioseo_head_json"):
        said = post.get(key)
        if isinstance(said, dict) and said:
            # All in One SEO keeps the colons of `og:locale`.
            properties = said if key.startswith("yoast") else {k.replace(":", "_"): v for k, v in said.items()}
            return _Head(properties=properties, nodes=tuple(_nodes(said.get("schema"))))
    for key in ("yoast_head", "aioseo_head"):
        markup = post.get(key)
        if isinstance(markup, str) and markup:
            return _head_of_markup(markup)
    parsely = post.get("parsely")
    if isinstance(parsely, dict) and parsely.get("meta"):
        return _Head(properties={}, nodes=tuple(_nodes(parsely.get("meta"))))
    return None


def _head_of_markup(markup: str) -> _Head:
    properties: dict[str, Json] = {
        meta[2].replace(":", "_"): decode(meta[4], attribute=True) for meta in _META.finditer(markup)
    }
    graph = _GRAPH.search(markup)
    try:
        schema = orjson.loads(graph[1]) if graph else None
    except orjson.JSONDecodeError:
        schema = None
    return _Head(properties=properties, nodes=tuple(_nodes(schema)))


def _nodes(schema: Json) -> Iterator[Object]:
    if isinstance(schema, dict):
        yield from (node for node in members(schema.get("@graph", [schema])) if isinstance(node, dict))


def is_article(node: Json) -> bool:
    """Whether a node is schema.org's ``Article`` or a kind of it."""
    return _ends_in(node, ("Article", "Posting"))


def is_site(node: Json) -> bool:
    """Whether a node is schema.org's ``WebSite``."""
    return _ends_in(node, ("WebSite",))


def _is_page(node: Json) -> bool:
    return _ends_in(node, ("Page",))


def _ends_in(node: Json, endings: tuple[str, ...]) -> bool:
    kind = node.get("@type") if isinstance(node, dict) else None
    return any(isinstance(k, str) and k.endswith(endings) for k in (kind if isinstance(kind, list) else [kind]))


def _authors(head: _Head, article: Object) -> tuple[Author, ...]:
    said = article.get("author") or article.get("creator")
    found = tuple(a for value in (said if isinstance(said, list) else [said]) if (a := _author(head, value)))
    if found:
        return found
    misc = head.properties.get("twitter_misc")
    # Yoast labels the author in the site's language; beside it, or alone on pages, stands the reading time.
    labelled = next(iter(misc.values())) if isinstance(misc, dict) and len(misc) > 1 else None
    first_of_two = head.properties.get("twitter_data1") if "twitter_data2" in head.properties else None
    name = string(head.properties.get("author")) or string(labelled) or string(first_of_two)
    return (Author(name=name),) if name else ()


def _author(head: _Head, value: Json) -> Author | None:
    if isinstance(value, dict) and "name" not in value:
        value = head.first(
            lambda node: isinstance(node, dict) and "name" in node and node.get("@id") == value.get("@id")
        )
    name = string(value.get("name") if isinstance(value, dict) else value)
    if name is None:
        return None
    if not isinstance(value, dict):
        return Author(name=name)
    kind = value.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return Author(
        name=name,
        url=address(value.get("url")),
        kind="Person" if "Person" in kinds else "Organization" if "Organization" in kinds else None,
    )


def _site(head: _Head, article: Object) -> Site | None:
    site = head.first(is_site)
    publisher = article.get("publisher")
    named = publisher if isinstance(publisher, dict) else {}
    name = string(site.get("name")) or string(head.properties.get("og_site_name")) or string(named.get("name"))
    return Site(name=name, url=address(site.get("url"))) if site or name else None


def _language(head: _Head) -> str | None:
    for kind in (is_article, _is_page, is_site):
        for node in filter(kind, head.nodes):
            if said := string(node.get("inLanguage")):
                return said.replace("_", "-")
    return language_tag(head.properties.get("og_locale"))


def language_tag(value: Json) -> str | None:
    """Give a locale such as ``pt_BR`` as BCP 47 writes it."""
    said = string(value)
    return said.replace("_", "-") if said and _LOCALE.fullmatch(said) else None


def _image(head: _Head) -> str | None:
    said = head.properties.get("og_image")
    first = next(iter(members(said)), said)
    return address(first.get("url") if isinstance(first, dict) else first)


def _strings(value: Json) -> tuple[str, ...]:
    return tuple(text for said in (value if isinstance(value, list) else [value]) if (text := string(said)))
