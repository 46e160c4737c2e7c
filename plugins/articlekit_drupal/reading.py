"""From a node of Drupal to an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from attrs import evolve

from articlekit.json_repair import read
from articlekit.json_rest import Records, begun, is_rest
from articlekit.markup import plain_text, read_blocks, resolve
from articlekit.moments import noted_moment
from articlekit.plugin import Article, Author, Diagnostic, Json, Moment, NoArticleError, Origin, Source
from articlekit_drupal.resources import Document, Object, Resource, member, read_document, references, text
from articlekit_drupal.texts import body_html

_WINDOW: Final = 65_536
_SHOWN: Final = 5
_NODE = re.compile(r'"type"\s*:\s*"node--\w+"')
_RECORDS: Final = Records(
    begin=r'"type"\s*:\s*"node--',
    members=frozenset({"attributes"}),
    list="data",
    # Each reference in a node has "data" too.
    holders=frozenset({"jsonapi", "included"}),
    lost='"type":"node--"',
)
_SPECIFICATION = re.compile(r'"(?:jsonapi|drupal_internal__nid|drupal_internal__vid)"\s*:')
_ERRORS = re.compile(r'\{\s*"jsonapi"\s*:[^\[\]]{0,400}"errors"\s*:\s*\[')
_API = re.compile(r"/(?:[\w-]{2,12}/)?jsonapi(?:/|$)")

_PUBLISHED: Final = ("published_at", "publish_date", "field_published", "field_publish_date", "field_date", "created")
_SUBTITLES: Final = ("field_subtitle", "field_subheadline", "field_sub_title", "field_subhead", "field_standfirst")
_SUMMARIES: Final = ("field_summary", "field_teaser", "field_description", "field_intro")
_AUTHORS: Final = ("field_authors", "field_author", "field_byline", "uid")
_IMAGES: Final = ("field_image", "field_media_image", "field_media", "field_hero_image", "field_teaser_image")
_TAGS = re.compile(r"tags?$|keywords?$|topics?$")
_NAMES: Final = ("display_name", "title", "name", "label")
# What says how Drupal keeps a node and nothing of the article.
_NO_LANGUAGE: Final = frozenset({"und", "zxx"})


def sniff(source: Source) -> float:
    """Say how sure it is: nodes are Drupal's, and the answer says that it is JSON:API."""
    head = source.head
    if not head.startswith(("{", "[")) and not is_rest(source.text):
        return 0.0
    if _ERRORS.match(head):
        return 0.8
    start = head if len(head) < 4000 else source.text[:_WINDOW]
    if not head.startswith(("{", "[")):
        return 0.9 if _NODE.search(start) or _SPECIFICATION.search(start) else 0.0
    if _NODE.search(start):
        return 0.97 if _SPECIFICATION.search(start) else 0.9
    return 0.0


def parse(source: Source) -> Iterator[Article]:
    """Read the nodes of an answer, one by one.

    Raises:
        ErrorAnswer: It is the server's error message.
        NoArticleError: There is no node in it.
        ParseError: It is no JSON.
    """
    rest = begun(source.text, _RECORDS)
    answer = read(rest.text if rest else source.text)
    document = read_document(answer.value)
    others = {resource.type for resource in document.data if not resource.type.startswith("node--")}
    others.update(document.strays[:_SHOWN])
    notes = (*(rest.diagnostics if rest else ()), *answer.diagnostics)
    if others:
        message = f"beside the nodes stands something else: {', '.join(sorted(others))}"
        notes = (*notes, Diagnostic(code="item.skipped", message=message))
    nodes = [resource for resource in document.data if resource.type.startswith("node--")]
    if not nodes:
        raise NoArticleError("there is no node in the answer", format="drupal", diagnostics=notes)
    for node in nodes:
        article = _Node(node, document, source.url).article()
        yield evolve(article, diagnostics=(*notes, *article.diagnostics))


class _Node:
    """A node while it is read: what a field of the article holds is taken out of it."""

    def __init__(self, resource: Resource, document: Document, base: str | None) -> None:
        self.resource = resource
        self.document = document
        self.attributes = resource.attributes
        self.relationships = resource.relationships
        self.site = _site(text(_href(member(resource.said, "links", "self"))) or base)
        self.diagnostics: list[Diagnostic] = []
        #: The fields that refer to what is not there, in order.
        self.missing: dict[str, None] = {}

    def article(self) -> Article:
        """Make the article."""
        url = self.url()
        summary = self.summary()
        body = read_blocks(body_html(self.attributes, self.relationships, self.document) or "", url=url or self.site)
        language = self.first(("langcode",))
        categories, tags = self.terms()
        article = Article(
            id=text(self.resource.said.get("id")),
            url=url,
            title=self.first(("title",)),
            subtitle=self.first(_SUBTITLES),
            summary=summary,
            authors=tuple(self.authors()),
            published=self.moment(_PUBLISHED),
            modified=self.moment(("changed",)),
            language=None if language in _NO_LANGUAGE else language,
            categories=categories,
            tags=tags,
            image=self.image(),
            body=body.blocks,
            origin=Origin(place=self.resource.place),
            extra=self.extra(),
        )
        if not body.blocks:
            self.diagnostics.append(Diagnostic(code="body.empty", message="the node has no formatted text"))
        if self.missing:
            message = f"not in the answer, as it was asked for without include=: {', '.join(self.missing)}"
            self.diagnostics.append(Diagnostic(code="drupal.not-included", message=message))
        return evolve(article, diagnostics=(*body.diagnostics, *self.diagnostics))

    def first(self, names: tuple[str, ...]) -> str | None:
        """Take the first of these texts out; one with markup is given as plain text."""
        for name in names:
            value = self.attributes.get(name)
            if said := text(value) or text(member(value, "processed")) or text(member(value, "value")):
                del self.attributes[name]
                return plain_text(said) or None if isinstance(value, dict) else said
        return None

    def url(self) -> str | None:
        """Give the address of the page: by its alias, else by its number."""
        path, number = text(member(self.attributes.get("path"), "alias")), self.attributes.get("drupal_internal__nid")
        if self.site is None:
            return None
        if path is not None:
            del self.attributes["path"]
        elif not isinstance(number, int):
            return None
        return resolve((path or f"node/{number}").lstrip("/"), self.site) or self.site

    def summary(self) -> str | None:
        body = self.attributes.get("body")
        written = text(member(body, "summary"))
        if written and isinstance(body, dict):
            return plain_text(written) or None
        return self.first(_SUMMARIES)

    def moment(self, names: tuple[str, ...]) -> Moment | None:
        for name in names:
            value = self.attributes.get(name)
            moment: Moment | None
            if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**11:
                # Seconds, as JSON:API gave them before Drupal 8.5.
                moment = datetime.fromtimestamp(value, UTC)
            else:
                moment = noted_moment(value, name, self.diagnostics)
            if moment is not None:
                del self.attributes[name]
                return moment
        return None

    def related(self, name: str) -> Iterator[tuple[Object, Object]]:
        """Give what a field refers to and is there, with the reference; name what is not."""
        for reference in references(self.relationships.get(name)):
            if (found := self.document.referred(reference)) is not None:
                yield reference, found
            elif reference.get("id") not in ("virtual", "missing"):
                self.missing[name] = None

    def authors(self) -> Iterator[Author]:
        for name in _AUTHORS:
            if said := self.first((name,)):
                yield Author(name=said)
                return
            people = [person for _, found in self.related(name) if (person := _name(found))]
            if people:
                del self.relationships[name]
                yield from (Author(name=person) for person in people)
                return

    def terms(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give categories and tags, which are vocabularies of terms: tags those whose name says so."""
        categories: list[str] = []
        tags: list[str] = []
        for name in [*self.relationships]:
            kinds = {text(reference.get("type")) or "" for reference in references(self.relationships[name])}
            if not any(kind.startswith("taxonomy_term--") for kind in kinds):
                continue
            before = len(self.missing)
            said = [term for _, found in self.related(name) if (term := _name(found))]
            (tags if _TAGS.search(name) or any(map(_TAGS.search, kinds)) else categories).extend(said)
            if len(self.missing) == before:
                del self.relationships[name]
        return tuple(categories), tuple(tags)

    def image(self) -> str | None:
        for name in _IMAGES:
            for _, found in self.related(name):
                if address := self.file(found):
                    return address
        return None

    def file(self, resource: Object) -> str | None:
        """Give the address of a file, or of the file of a medium."""
        address = text(member(resource, "attributes", "uri", "url"))
        if address is None:
            inner = member(resource, "relationships")
            media = [*references(member(inner, "field_media_image")), *references(member(inner, "thumbnail"))]
            files = (found for reference in media if (found := self.document.referred(reference)))
            address = next((a for file in files if (a := text(member(file, "attributes", "uri", "url")))), None)
        whole = resolve(address, self.site) if address else ""
        return whole if whole.startswith(("https://", "http://")) else None

    def extra(self) -> dict[str, Json]:
        """Give what no field holds: attributes, references and what of a text is not shown."""
        said: dict[str, Json] = {"type": self.resource.type}
        said |= {name: value for name, value in self.attributes.items() if value not in (None, "", [], {})}
        kept: dict[str, Json] = {}
        for name, relationship in self.relationships.items():
            if found := [*references(relationship)]:
                kept[name] = list[Json](found)
        return said | ({"relationships": kept} if kept else {})


def _name(resource: Object) -> str | None:
    return next((said for name in _NAMES if (said := text(member(resource, "attributes", name)))), None)


def _href(link: Json) -> Json:
    return member(link, "href") if isinstance(link, dict) else link


def _site(address: str | None) -> str | None:
    """Give the address of the site that an address of its API belongs to, with a slash at its end."""
    if address is None or not address.startswith(("https://", "http://")):
        return None
    api = _API.search(address)
    site = f"{address[: api.start()]}/" if api else resolve("/", address)
    return None if site == "/" else site
