"""What stands in a post beside its article, put together for writing and taken apart after reading.

Names are said by objects that say more: an embedded author has an avatar, a term a number. Such objects stay whole in
`Article.extra`. Only those are taken out that say nothing but what a field holds, which are those written here; so an
article that is written and read again has the `extra` it had.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from itertools import chain

from articlekit.entities import encode
from articlekit.plugin import Author, Json
from articlekit_wordpress.head import is_article, is_site
from articlekit_wordpress.metadata import Metadata
from articlekit_wordpress.names import IMAGES, LANGUAGES, SUBTITLES, authors_in, read_metadata
from articlekit_wordpress.values import Object, members, string


def add_metadata(post: Object, metadata: Metadata) -> None:
    """Let a post say what `metadata` says, in the places that are read first, unless it does already."""
    if read_metadata(post) == metadata:
        return
    _embed(post, metadata)
    if read_metadata(post) == metadata:
        return
    schema = _own(_own(post, "yoast_head_json"), "schema")
    nodes = list(members(schema.get("@graph")))
    _merge(nodes, is_site, _site_node(metadata))
    _merge(nodes, is_article, _article_node(metadata))
    schema["@graph"] = nodes


def _embed(post: Object, metadata: Metadata) -> None:
    embedded = _own(post, "_embedded")
    if metadata.authors:
        full = {author: said for said in members(embedded.get("author")) for author in authors_in([said])}
        embedded["author"] = [full.get(author) or _author(author) for author in metadata.authors]
    groups = [list(members(group)) for group in members(embedded.get("wp:term"))]
    for taxonomy, names in (("category", metadata.categories), ("post_tag", metadata.tags)):
        if names:
            groups = list(_with_terms(groups, taxonomy, names))
    if groups:
        embedded["wp:term"] = groups  # type: ignore[assignment]  # a list is invariant
    if metadata.image is not None:
        media = next(iter(members(embedded.get("wp:featuredmedia"))), None)
        if not isinstance(media, dict) or media.get("source_url") != metadata.image:
            embedded["wp:featuredmedia"] = [_media(metadata.image)]
    if not embedded:
        del post["_embedded"]


def _with_terms(groups: list[list[Json]], taxonomy: str, names: tuple[str, ...]) -> Iterator[list[Json]]:
    """Give the groups of terms with these names for one taxonomy; what was said of a name stays."""
    full: dict[Json, Json] = {}
    for group in groups:
        of_another = []
        for term in group:
            if isinstance(term, dict) and term.get("taxonomy") == taxonomy:
                full[term.get("name")] = term
            else:
                of_another.append(term)
        if of_another:
            yield of_another
    written = [_term(name, taxonomy) for name in names]
    yield [full.get(term["name"], term) for term in written]


def prune(post: Object, metadata: Metadata) -> None:
    """Take out of a post what says nothing but what `metadata` holds."""
    site = metadata.site
    _drop_equal(post, IMAGES, metadata.image)
    _drop_equal(post, SUBTITLES, metadata.subtitle)
    _drop_equal(post, LANGUAGES, metadata.language)
    if site is not None:
        _drop_equal(post, ("site_name",), site.name)
        _drop_equal(post, ("site_URL",), site.url)
    embedded = post.get("_embedded")
    if isinstance(embedded, dict):
        categories = (_term(name, "category") for name in metadata.categories)
        terms = _Named(chain(categories, (_term(name, "post_tag") for name in metadata.tags)))
        groups = embedded.get("wp:term")
        for group in groups if isinstance(groups, list) else ():
            if isinstance(group, list):
                group[:] = [term for term in group if term not in terms]
        _drop(embedded, "wp:term", ([],))
        _drop(embedded, "author", _Named(map(_author, metadata.authors)))
        _drop(embedded, "wp:featuredmedia", [_media(metadata.image)] if metadata.image else ())
        if not embedded:
            del post["_embedded"]
    page = post.get("yoast_head_json")
    schema = page.get("schema") if isinstance(page, dict) else None
    if isinstance(page, dict) and isinstance(schema, dict):
        _drop(schema, "@graph", (_site_node(metadata), _article_node(metadata)))
        if not schema:
            del page["schema"]
        if not page:
            del post["yoast_head_json"]


class _Named(Container[Json]):
    """Objects that hold nothing but strings; whether a value is one of them takes no longer where they are many."""

    def __init__(self, objects: Iterable[Object]) -> None:
        self._objects = {frozenset(said.items()) for said in objects}

    def __contains__(self, value: object) -> bool:
        if not isinstance(value, dict) or not all(isinstance(said, str) for said in value.values()):
            return False
        return frozenset(value.items()) in self._objects


def _drop_equal(post: Object, keys: tuple[str, ...], value: str | None) -> None:
    if value is not None:
        for key in keys:
            if string(post.get(key)) == value:
                del post[key]


def _drop(parent: Object, key: str, said: Container[Json]) -> None:
    """Leave out of a list what is `said`, and the list itself if that is all."""
    values = parent.get(key)
    if isinstance(values, list):
        kept = [value for value in values if value not in said]
        if len(kept) < len(values):
            parent[key] = kept
            if not kept:
                del parent[key]


def _own(parent: Object, key: str) -> Object:
    """Put a copy into the place of an object, or a new one, that can be changed."""
    value = parent.get(key)
    own = dict(value) if isinstance(value, dict) else {}
    parent[key] = own
    return own


def _merge(nodes: list[Json], of_this_kind: Callable[[Json], bool], said: Object) -> None:
    for i, node in enumerate(nodes):
        if of_this_kind(node) and isinstance(node, dict):
            nodes[i] = {**node, **said, "@type": node["@type"]} if said else node
            return
    if said:
        nodes.append(said)


def _author(author: Author) -> Object:
    return {"name": encode(author.name), **({} if author.url is None else {"link": author.url})}


def _term(name: str, taxonomy: str) -> Object:
    return {"name": encode(name), "taxonomy": taxonomy}


def _media(url: str) -> Object:
    return {"source_url": url}


def _site_node(metadata: Metadata) -> Object:
    if metadata.site is None:
        return {}
    said = {"name": metadata.site.name and encode(metadata.site.name), "url": metadata.site.url}
    return {"@type": "WebSite", **{key: value for key, value in said.items() if value is not None}}


def _article_node(metadata: Metadata) -> Object:
    said: Object = {
        "author": [_person(author) for author in metadata.authors],
        "inLanguage": metadata.language,
        "license": metadata.license and encode(metadata.license),
        "alternativeHeadline": metadata.subtitle and encode(metadata.subtitle),
    }
    said = {key: value for key, value in said.items() if value}
    return {"@type": "Article", **said} if said else {}


def _person(author: Author) -> Json:
    said = {"@type": author.kind, "name": encode(author.name), "url": author.url}
    return {key: value for key, value in said.items() if value is not None}
