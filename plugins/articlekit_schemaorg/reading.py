"""Nodes of a graph into articles: those of type Article, and ClaimReviews, which belong to one or stand alone."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final, TypeAlias

from attrs import frozen

from articlekit.moments import noted_moment, read_moment
from articlekit.plugin import Article, Claim, Diagnostic, Json, Moment, NoArticleError, Origin, ParseError, Source
from articlekit.schemaorg import REVIEWED_CLAIM, Graph, Node, is_article, kinds_of, read_claim, read_graph
from articlekit_schemaorg.bodies import TEXTS, read_body
from articlekit_schemaorg.documents import blocks_of
from articlekit_schemaorg.values import Values, each

# Beside graphs also lists of articles, blogs with their posts, and the fact-check in an article.
_HOLDERS: Final = (
    *("@graph", "mainEntity", "mainEntityOfPage", "hasPart"),
    *("itemListElement", "item", "blogPost", "blogPosts", "review"),
)
_TOP: Final = re.compile(r"\$(?:\[\d+\])*(?:\.@graph(?:\[\d+\])?)?")
# Members that become fields, with those whose objects say no more than the field.
_READ: Final = frozenset(
    {
        *("@context", "identifier", "headline", "alternativeHeadline", "description", "datePublished"),
        *("dateModified", "inLanguage", "articleSection", "keywords", "itemReviewed", "claimReviewed", "reviewRating"),
    }
)
_NAMING: Final = {"author": True, "publisher": False, "image": False, "license": False}
_STAND_INS: Final = (("headline", "name"), ("description", "abstract"), ("author", "creator"), ("identifier", "@id"))
_DATES: Final = ("datePublished", "dateModified")
_CLAIMS: Final = frozenset({REVIEWED_CLAIM, "Claim"})
_Place: TypeAlias = tuple[int, str]
_USUAL_KINDS: Final = (("Article",), ("NewsArticle",), (REVIEWED_CLAIM,))


def parse(source: Source) -> Iterator[Article]:
    """Read the articles of a document, in its order.

    Raises:
        NoArticleError: There is none in it.
        ParseError: Nothing in it can be read as JSON.
    """
    blocks, start = blocks_of(source.text)
    graph = read_graph(blocks, _HOLDERS)
    if not graph.blocks:
        raise ParseError("there is no JSON in it that can be read", format="schemaorg", diagnostics=graph.diagnostics)
    subjects = _subjects(graph)
    if not subjects:
        raise NoArticleError(_no_article(graph), format="schemaorg", diagnostics=graph.diagnostics)
    values = Values(graph, source.url)
    read = {subject.node.block for subject in subjects}
    unread = tuple(note for number, notes in graph.repairs.items() if number not in read for note in notes)
    unread = (*start, *unread, *_without_nodes(graph, len(blocks)))
    for subject in subjects:
        yield _article(subject, values, (*unread, *graph.repairs.get(subject.node.block, ())))
        unread = ()


def _without_nodes(graph: Graph, count: int) -> Iterator[Diagnostic]:
    """Name the blocks in which nothing says what it is; of those that were repaired that is said."""
    without = {*range(count)}.difference(graph.repairs, (node.block for node in graph.nodes))
    if without:
        message = f"blocks of JSON-LD in which nothing has a @type ({len(without)}), first number {min(without) + 1}"
        yield Diagnostic(code="item.skipped", message=message)


@frozen
class _Subject:
    """A node that becomes an article, and the claims that belong to it."""

    node: Node
    claims: tuple[Claim, ...]
    #: What else the graph speaks of, named with its first article.
    others: tuple[str, ...] = ()


def _subjects(graph: Graph) -> list[_Subject]:
    nodes = sorted(graph.nodes, key=lambda node: node.block)
    owners = _Owners([node for node in nodes if is_article(node.kinds) and not _is_reference(node)])
    owned: dict[_Place, list[Node]] = {}
    standing = {*owners.by_place}
    for review in (node for node in nodes if not _CLAIMS.isdisjoint(node.kinds)):
        owner = owners.of(review)
        if owner is not None:
            owned.setdefault(_place(owner), []).append(review)
        elif REVIEWED_CLAIM in review.kinds:
            standing.add(_place(review))
    subjects = [node for node in nodes if _place(node) in standing]
    others = tuple(dict.fromkeys(_others(nodes, standing)))
    return [
        _Subject(node, _claims(graph, owned.get(_place(node), (node,))), () if number else others)
        for number, node in enumerate(subjects)
    ]


def _others(nodes: Sequence[Node], standing: Container[_Place]) -> Iterator[str]:
    """Name what else stands at the top of the document."""
    for node in nodes:
        if _place(node) not in standing and _TOP.fullmatch(node.path):
            yield from (kind for kind in node.kinds[:1] if kind not in _CLAIMS)


def _place(node: Node) -> _Place:
    # A block that is a list has paths that look like those of other blocks.
    return node.block, node.path


def _is_reference(node: Node) -> bool:
    """Whether a node only names another; at the top of the document one that says nothing is an empty article."""
    is_named = "@id" in node.data or not _TOP.fullmatch(node.path)
    return is_named and node.data.keys() <= {"@id", "@type"}


class _Owners:
    """Finds the article that a fact-check belongs to."""

    def __init__(self, articles: Sequence[Node]) -> None:
        self.by_place = {_place(node): node for node in articles}
        self._by_address = {address: n for n in reversed(articles) if isinstance(address := n.data.get("url"), str)}
        self._only = articles[0] if len(articles) == 1 else None

    def of(self, review: Node) -> Node | None:
        """Give the article that it stands in, is alone in the document with, or shares its address with."""
        path = review.path
        while "." in path:
            path = path.rpartition(".")[0]
            if owner := self.by_place.get((review.block, path)):
                return owner
        address = review.data.get("url")
        return self._only or (self._by_address.get(address) if isinstance(address, str) else None)


def _claims(graph: Graph, nodes: Sequence[Node]) -> tuple[Claim, ...]:
    said = [node for node in nodes if not _CLAIMS.isdisjoint(node.kinds)]
    claims = [claim for node in said if (claim := read_claim(graph, node))]
    reviewed = {claim.text for claim in claims if claim.review and claim.review.rating}
    return tuple(dict.fromkeys(c for c in claims if (c.review and c.review.rating) or c.text not in reviewed))


def _no_article(graph: Graph) -> str:
    kinds = dict.fromkeys(kind for node in graph.nodes for kind in node.kinds)
    return f"it holds no article but {', '.join(kinds)}" if kinds else "nothing in it says what it is by its @type"


def _article(subject: _Subject, values: Values, notes: tuple[Diagnostic, ...]) -> Article:
    data = subject.node.data
    url = values.address(data.get("url"), data.get("mainEntityOfPage"))
    body = read_body(data, values.graph, url or values.base)
    said = [*notes, *body.diagnostics]
    if not body.blocks:
        message = "the markup describes the article and does not hold its text"
        said.append(Diagnostic(code="body.empty", message=message))
    published, modified = _moment(data, "datePublished", said), _moment(data, "dateModified", said)
    if subject.others:
        message = f"what is no article was left out: {', '.join(subject.others)}"
        said.append(Diagnostic(code="item.skipped", message=message, severity="info"))
    sites = [site for name in ("publisher", "isPartOf") if (site := values.site(data.get(name)))]
    return Article(
        id=values.text(data.get("identifier")) or values.text(data.get("@id")),
        url=url,
        title=values.text(data.get("headline"), data.get("name")),
        subtitle=values.text(data.get("alternativeHeadline")),
        summary=values.text(data.get("description"), data.get("abstract")),
        authors=tuple(values.people(data.get("author") or data.get("creator"))),
        published=published,
        modified=modified,
        language=_language(values, data.get("inLanguage")),
        site=sites[0] if sites else None,
        categories=tuple(values.texts(data.get("articleSection"))),
        tags=tuple(_keywords(values, data.get("keywords"))),
        image=values.address(data.get("image"), data.get("thumbnailUrl")),
        license=_license(values, data.get("license")),
        body=body.blocks,
        claims=subject.claims,
        origin=Origin(place=subject.node.path),
        diagnostics=tuple(said),
        extra=_extra(subject.node, values, url),
    )


def _moment(data: dict[str, Json], name: str, notes: list[Diagnostic]) -> Moment | None:
    said = next((value for value in each(data.get(name)) if isinstance(value, str) and value.strip()), None)
    return noted_moment(said, name, notes)


def _language(values: Values, value: Json) -> str | None:
    for item in values.resolved(value):
        said = (item.get("alternateName") or item.get("name")) if isinstance(item, dict) else item
        if isinstance(said, str) and said.strip():
            return said.strip().replace("_", "-")
    return None


def _keywords(values: Values, value: Json) -> Iterator[str]:
    """Give keywords: a list of them, or one text that parts them by commas."""
    yield from values.texts([part.strip() for part in value.split(",")] if isinstance(value, str) else value)


def _license(values: Values, value: Json) -> str | None:
    """Give the address of a licence, or its name."""
    said = next(values.resolved(value), None)
    return (values.address(said) if isinstance(said, dict) else None) or values.text(said)


def _extra(node: Node, values: Values, url: str | None) -> dict[str, Json]:
    """Keep what no field holds, and whole what says more than its field does."""
    data = node.data
    read = {*_READ, *_held(data)}
    if node.kinds in _USUAL_KINDS:
        read.add("@type")
    read.update(name for name in ("url", "mainEntityOfPage") if values.address(data.get(name)) == url)
    read.difference_update(
        name for name in _DATES if not isinstance(said := data.get(name), str) or not read_moment(said)
    )
    read.update(name for name, several in _NAMING.items() if not values.says_more(data.get(name), several=several))
    return {name: values.whole(said) if name in _NAMING else said for name, said in data.items() if name not in read}


def _held(data: dict[str, Json]) -> Iterator[str]:
    """Name the members that stand in for another one that is missing."""
    for first, second in _STAND_INS:
        if data.get(first) is None or data.get(first) == data.get(second):
            yield second
    texts = [name for name in TEXTS if data.get(name)]
    yield from texts[:1]
    if any(isinstance(item, dict) and "text" in item for item in each(data.get("encoding"))):
        yield "encoding"
    if data.get("image") is None:
        yield "thumbnailUrl"
    parts = [*each(data.get("hasPart"))]
    if all(isinstance(part, dict) and {*kinds_of(part)} & _CLAIMS for part in parts):
        yield "hasPart"
