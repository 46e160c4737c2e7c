"""One item of an export into one article."""

from __future__ import annotations

from attrs import field, mutable

from articlekit import moments
from articlekit.markup import Element, local_name
from articlekit.markup.elements import WHITE_SPACE, add, text_of
from articlekit.plugin import Article, Author, Block, Diagnostic, Json, Moment, Site
from articlekit_wordpress.content import read_content
from articlekit_wordpress.dates import read_moment
from articlekit_wordpress.names import SUBTITLES
from articlekit_wordpress.values import Object, string
from articlekit_wordpress.wxr.attachments import Attachments

# WXR 1.0 has `tag` for what later versions call `post_tag`.
_TAGS = frozenset({"post_tag", "tag"})
_THUMBNAIL = "_thumbnail_id"
# Elements that become fields, or that say what others say better.
_READ = frozenset(
    {
        *("title", "link", "pubDate", "post_date", "post_date_gmt", "post_modified", "post_modified_gmt", "post_id"),
        *("category", "postmeta", "creator", "excerpt:encoded", "content:encoded"),
    }
)
_DEPTH = 8


@mutable(kw_only=True)
class Export:
    """What an export says of all its items."""

    title: str | None = None
    url: str | None = None
    language: str | None = None
    #: The names that are shown, by login.
    names: dict[str, str] = field(factory=dict)
    attachments: Attachments


def text_in(element: Element, name: str) -> str | None:
    """Give the text of a child by its local name; None where there is none."""
    return text_of(next((child for child in element if local_name(child) == name), None))


def read_item(item: Element, export: Export) -> Article:
    """Read an item; what no field holds is kept in the article's `extra`, by local names."""
    said: dict[str, str] = {}
    extra: Object = {}
    for child in item:
        name = _name(child)
        if name in _READ:
            said.setdefault(name, "".join(child.itertext()))
        elif name and (value := _json(child, _DEPTH)):
            add(extra, name, value)
    notes: list[Diagnostic] = []
    meta = _meta(item)
    if meta:
        extra["postmeta"] = meta
    categories, tags = _terms(item, extra)
    body = _body(said.get("content:encoded", ""), notes)
    return Article(
        id=_line(said, "post_id"),
        url=_line(said, "link"),
        title=string(said.get("title")),
        subtitle=next((text for name in SUBTITLES if (text := string(meta.get(name)))), None),
        # What an export has is what was typed: WordPress cuts excerpts only when it shows a post.
        summary=string(said.get("excerpt:encoded")),
        authors=_authors(item, export, extra),
        published=_moment(said, "post_date", notes) or _public_date(said),
        modified=_moment(said, "post_modified", notes),
        language=export.language,
        site=Site(name=export.title, url=export.url) if export.title or export.url else None,
        categories=categories,
        tags=tags,
        image=_image(meta, export, notes),
        body=body,
        diagnostics=tuple(notes),
        extra=extra,
    )


def _name(element: Element) -> str:
    """Name an element; two are called ``encoded``, and their namespaces have differed."""
    name = local_name(element)
    if name != "encoded":
        return name
    return "excerpt:encoded" if "excerpt" in f"{element.prefix}{element.tag!r}" else "content:encoded"


def _line(said: dict[str, str], name: str) -> str | None:
    return said.get(name, "").strip(WHITE_SPACE) or None


def _json(element: Element, depth: int) -> Json:
    """Give an element as JSON: its text, or an object of the elements in it."""
    inner = [child for child in element if local_name(child)]
    if not inner or not depth:
        return text_of(element)
    held: Object = {}
    for child in inner:
        if value := _json(child, depth - 1):
            add(held, local_name(child), value)
    return held


def _meta(item: Element) -> Object:
    meta: Object = {}
    for child in item:
        if local_name(child) == "postmeta" and (key := text_in(child, "meta_key")):
            add(meta, key, text_in(child, "meta_value") or "")
    return meta


def _terms(item: Element, extra: Object) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Tell categories, tags and other taxonomies apart; those have no field, and slugs neither."""
    categories: list[str] = []
    tags: list[str] = []
    others: list[Json] = []
    slugs: dict[str, dict[str, Json]] = {}
    # Version 1.0 names each term twice, first without its slug.
    for child in sorted((c for c in item if local_name(c) == "category"), key=lambda c: c.get("nicename") is None):
        name = string("".join(child.itertext()))
        domain, slug = child.get("domain", "category"), child.get("nicename")
        if name is None or (slug is None and name in (*categories, *tags)):
            continue
        if domain == "category" or domain in _TAGS:
            (categories if domain == "category" else tags).append(name)
            if slug:
                slugs.setdefault(domain, {})[name] = slug
        else:
            term: Object = {"taxonomy": domain, "name": name}
            others.append({**term, "slug": slug} if slug else term)
    if others:
        extra["terms"] = others
    if slugs:
        extra["slugs"] = {**slugs}
    return tuple(categories), tuple(tags)


def _authors(item: Element, export: Export, extra: Object) -> tuple[Author, ...]:
    """Give the authors by the names that are shown; an item has their logins."""
    authors = []
    for child in item:
        login = text_of(child) if local_name(child) == "creator" else None
        if login and (name := export.names.get(login) or string(login)):
            authors.append(Author(name=name))
            if name != login:
                add(extra, "author_login", login)
    return tuple(authors)


def _moment(said: dict[str, str], name: str, notes: list[Diagnostic]) -> Moment | None:
    moment, found = read_moment(_line(said, name), _line(said, f"{name}_gmt"), name)
    notes += found
    return moment


def _public_date(said: dict[str, str]) -> Moment | None:
    """Give the date that RSS has, which of a draft is one before Christ: where an export lacks its own."""
    return None if "post_date" in said else moments.read_moment(said.get("pubDate"))


def _image(meta: Object, export: Export, notes: list[Diagnostic]) -> str | None:
    number = meta.get(_THUMBNAIL)
    if not isinstance(number, str) or not number.strip("0"):
        return None
    address = export.attachments.address(number)
    if address is None:
        message = f"the featured image is attachment {number}, which is not in the export"
        notes.append(Diagnostic(code="wordpress.image-elsewhere", message=message))
    return address


def _body(content: str, notes: list[Diagnostic]) -> tuple[Block, ...]:
    if content.strip(WHITE_SPACE):
        reading = read_content(content, typed=True)
        notes += reading.diagnostics
        if reading.blocks:
            return reading.blocks
    notes.append(Diagnostic(code="body.empty", message="the content is empty"))
    return ()
