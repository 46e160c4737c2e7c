"""NITF 3.x (https://iptc.org/standards/nitf/): one article in XML, or several one behind the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from attrs import evolve

from articlekit.markup import Element, local_name, read_records
from articlekit.markup.elements import keep, text_of
from articlekit.moments import noted_moment
from articlekit.plugin import Article, Author, Diagnostic, Json, Moment, NoArticleError, Origin, Site, Source
from articlekit_iptc.bylines import authors_of
from articlekit_iptc.nitf_body import picture_in, read_body, unread_in

_ROOT: Final = re.compile(
    r"(?>(?:\s+|<\?[^<>]{0,400}\?>|<!--.{0,2000}?-->|<!DOCTYPE\s+nitf\b[^<>\[]{0,400}>)*)<(?:\w{1,40}:)?nitf[\s>]",
    re.DOTALL,
)
_DOCTYPE: Final = re.compile(r"<!DOCTYPE\s+nitf\b")
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
# Elements that hold what is said of the article, and say nothing themselves but in attributes.
_HOLDERS: Final = frozenset(
    {"nitf", "head", "docdata", "tobject", "body", "body.head", "body.end", "hedline", "dateline", "key-list"}
)
# Where it is said when the article was published: in general, by its issuer, in print, in its dateline.
_DATES: Final = (
    ("date.release", "norm"),
    ("date.issue", "norm"),
    ("pubdata", "date.publication"),
    ("story.date", "norm"),
)
_SUBJECT: Final = ("tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type")
# Attributes that fields hold, by the element that they stand in; texts of these elements are held too.
_HELD: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(("hl1", "hl2", "abstract"), frozenset()),
    "doc-id": frozenset({"id-string"}),
    "pubdata": frozenset({"name", "ex-ref", "date.publication", "position.section"}),
}
_EACH_HELD: Final[Mapping[str, frozenset[str]]] = {
    "keyword": frozenset({"key"}),
    "tobject.subject": frozenset({"tobject.subject.type"}),
}
_HELD_DATE: Final = frozenset({"norm"})
_OF_LAYOUT: Final = frozenset({"id", "class", "style", "dir", "lang", _LANGUAGE})

_Parts: TypeAlias = dict[str, list[Element]]


def sniff(source: Source) -> float:
    """Say how sure it is that this is NITF: its root says so."""
    head = source.head
    if not head.startswith("<"):
        return 0.0
    return 0.95 if _ROOT.match(head) or _DOCTYPE.search(head[:1000]) else 0.0


def parse(source: Source) -> Iterator[Article]:
    """Read the articles, of which there mostly is one.

    Raises:
        NoArticleError: There is none.
    """
    found = 0
    for record in read_records(source, frozenset(), frozenset({"nitf"})):
        article = read_nitf(record.element, source.url)
        found += 1
        origin = Origin(place=f"document {found}")
        yield evolve(article, origin=origin, diagnostics=(*record.diagnostics, *article.diagnostics))
    if not found:
        raise NoArticleError("there is no nitf element in it", format="nitf")


def read_nitf(root: Element, url: str | None = None) -> Article:
    """Read a document, whose elements are changed by it; what no field holds is kept in `extra`, by NITF's names."""
    parts = _parts(root)
    notes: list[Diagnostic] = []
    address = _attribute(parts, "pubdata", "ex-ref") or None
    authors = tuple(author for byline in parts.get("byline", ()) for author in _authors(byline))
    article = Article(
        id=_attribute(parts, "doc-id", "id-string"),
        url=address,
        title=_text(parts, "hl1") or _text(parts, "title"),
        subtitle=_text(parts, "hl2"),
        summary=_text(parts, "abstract"),
        authors=authors,
        published=_published(parts, notes),
        language=root.get(_LANGUAGE) or root.get("lang") or None,
        site=_site(parts),
        categories=tuple(dict.fromkeys(_subjects(parts))),
        tags=tuple(dict.fromkeys(said for e in parts.get("keyword", ()) if (said := _line(e.get("key"))))),
        image=next((found for part in parts.get("body.content", ()) if (found := picture_in(part))), None),
        extra=_extra(parts, root, authors),
    )
    # Not before: elements are given other names to be read.
    readings = [read_body(part, address or url) for part in parts.get("body.content", ())]
    blocks = tuple(block for reading in readings for block in reading.blocks)
    if not blocks:
        notes.append(Diagnostic(code="body.empty", message="there is no body.content, or nothing in it"))
    notes += [note for reading in readings for note in reading.diagnostics]
    return evolve(article, body=blocks, diagnostics=tuple(notes))


def _parts(root: Element) -> _Parts:
    """Gather by their names the elements that say something of the article, in order."""
    parts: _Parts = {}
    stack = [iter(root)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif (name := local_name(child)) in _HOLDERS:
            stack.append(iter(child))
        elif name:
            # Some write their text into the body itself.
            is_loose = local_name(child.getparent()) == "body"  # type: ignore[arg-type]
            parts.setdefault("body.content" if is_loose else name, []).append(child)
    return parts


def _line(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def _text(parts: _Parts, name: str) -> str | None:
    return next((text for element in parts.get(name, ())[:1] if (text := _line(text_of(element)))), None)


def _attribute(parts: _Parts, name: str, attribute: str) -> str | None:
    return next((said for element in parts.get(name, ())[:1] if (said := _line(element.get(attribute)))), None)


def _authors(byline: Element) -> Iterator[Author]:
    """Give the persons whom a byline marks; where it marks none, those whom its words name."""
    persons = [element for element in byline.iter() if local_name(element) == "person"]
    for person in persons:
        if name := _line(" ".join(person.itertext())):
            yield Author(name=name, kind="Person")
    if not persons:
        words = [byline.text or ""]
        for part in byline:
            words += ["" if local_name(part) in ("byttl", "virtloc") else text_of(part) or "", part.tail or ""]
        yield from authors_of(" ".join(words))


def _published(parts: _Parts, notes: list[Diagnostic]) -> Moment | None:
    found = (noted_moment(_attribute(parts, name, attribute), name, notes) for name, attribute in _DATES)
    return next(filter(None, found), None)


def _site(parts: _Parts) -> Site | None:
    name = _attribute(parts, "pubdata", "name") or _text(parts, "distributor")
    return Site(name=name) if name else None


def _subjects(parts: _Parts) -> Iterator[str]:
    if section := _attribute(parts, "pubdata", "position.section"):
        yield section
    for element in parts.get("tobject.subject", ()):
        if name := next((said for attribute in _SUBJECT if (said := _line(element.get(attribute)))), None):
            yield name


def _extra(parts: _Parts, root: Element, authors: Sequence[Author]) -> dict[str, Json]:
    """Keep what no field holds, and whole what says more than its field does."""
    extra: dict[str, Json] = {}
    for holder in (element for element in root.iter() if local_name(element) in _HOLDERS and element is not root):
        if said := {f"@{name}": value for name, value in holder.attrib.items() if name not in _OF_LAYOUT}:
            extra[local_name(holder)] = {**said}
    held = {id(element) for element in _held_elements(parts, authors)}
    for name, elements in parts.items():
        for element in elements:
            if id(element) not in held and name != "body.content":
                keep(extra, name, element)
    for element in (unread for part in parts.get("body.content", ()) for unread in unread_in(part)):
        keep(extra, local_name(element), element)
    return extra


def _held_elements(parts: _Parts, authors: Sequence[Author]) -> Iterator[Element]:
    """Give the elements of which fields hold all that they say."""
    for name, attributes in _HELD.items():
        yield from (element for element in parts.get(name, ())[:1] if _says_no_more(element, attributes))
    for name, attributes in _EACH_HELD.items():
        yield from (element for element in parts.get(name, ()) if _says_no_more(element, attributes))
    dates = [element for name, _ in _DATES if name != "pubdata" for element in parts.get(name, ())]
    yield from (element for element in dates[:1] if _says_no_more(element, _HELD_DATE))
    names = " ".join(author.name for author in authors)
    yield from (element for element in parts.get("byline", ()) if _line(text_of(element)) == names)
    titles = {_text(parts, "hl1"), None if "hl1" in parts else _text(parts, "title")}
    yield from (element for element in parts.get("title", ()) if _line(text_of(element)) in titles)


def _says_no_more(element: Element, attributes: frozenset[str]) -> bool:
    return {str(attribute) for attribute in element.attrib} <= attributes | _OF_LAYOUT
