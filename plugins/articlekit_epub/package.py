"""The package document of a book (EPUB 3.3 §5, OPF 2.0): what it is, what it holds, and in which order it is read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from attrs import frozen

from articlekit.markup import Document, Element, local_name, recover_xml
from articlekit.markup.elements import drop_namespaces
from articlekit.moments import read_moment
from articlekit.plugin import Author, Json, Moment, NoArticleError, ParseError
from articlekit.zipped import ZipArchive

CONTAINER: Final = "META-INF/container.xml"
_OPF: Final = "{http://www.idpf.org/2007/opf}"
_XHTML: Final = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/xml"})
# What a field of an article holds; the rest is kept as it is said.
_FIELDS: Final = frozenset({"creator", "language", "date", "publisher", "subject", "rights", "identifier"})


@frozen(kw_only=True)
class Chapter:
    """A document of the spine: what is read one after the other."""

    id: str
    #: Its name in the archive.
    path: str
    #: What the table of contents calls it.
    title: str | None = None


@frozen(kw_only=True)
class Book:
    """What is said of all chapters."""

    identifier: str | None = None
    authors: tuple[Author, ...] = ()
    language: str | None = None
    published: Moment | None = None
    modified: Moment | None = None
    publisher: str | None = None
    subjects: tuple[str, ...] = ()
    rights: str | None = None
    #: Title, description and all else, by the names of Dublin Core.
    said: tuple[tuple[str, Json], ...] = ()
    chapters: tuple[Chapter, ...] = ()
    #: Documents of the spine that the manifest does not list.
    missing: tuple[str, ...] = ()


def read_book(archive: ZipArchive) -> Book:
    """Find and read the package document.

    Raises:
        NoArticleError: There is none, or its spine is empty.
        ParseError: It cannot be read.
    """
    path = _package_path(archive)
    package = parse_plain(archive.read(path))
    base = posixpath.dirname(path)
    manifest = {item.get("id", ""): item for item in package.iter("item") if item.get("href")}
    titles = _titles(archive, package, manifest, base)
    chapters: list[Chapter] = []
    missing: list[str] = []
    for reference in package.iter("itemref"):
        number = reference.get("idref", "")
        item = manifest.get(number)
        if item is None:
            missing.append(number)
        elif item.get("media-type") in _XHTML and "nav" not in item.get("properties", "").split():
            name = resolved(base, item.get("href", ""))
            chapters.append(Chapter(id=number, path=name, title=titles.get(name)))
    if not chapters:
        raise NoArticleError("the spine of the book names no document", format="epub")
    return _book(package, tuple(chapters), tuple(missing))


def parse_plain(data: bytes) -> Element:
    """Parse XML as far as it goes, its elements named without namespaces.

    Raises:
        ParseError: There is nothing to read in it.
    """
    return parse_chapter(data).root


def parse_chapter(data: bytes) -> Document:
    """Parse XML as `parse_plain` does, and say where it is broken.

    Raises:
        ParseError: There is nothing to read in it.
    """
    document = recover_xml(data)
    drop_namespaces(document.root)
    return document


def resolved(base: str, href: str) -> str:
    """Give the name in the archive of what is referred to from a folder."""
    return posixpath.normpath(posixpath.join(base, unquote(href.partition("#")[0]))).lstrip("/")


def _package_path(archive: ZipArchive) -> str:
    try:
        container = parse_plain(archive.read(CONTAINER))
        paths = [path for root in container.iter("rootfile") if (path := root.get("full-path"))]
    except ParseError:
        paths = []
    names = archive.names()
    # Where the container says nothing, a package document is known by its ending.
    found = next((path for path in (*paths, *sorted(names)) if path in names and path.endswith(".opf")), None)
    if found is None:
        raise NoArticleError("there is no package document in the book", format="epub")
    return found


def _titles(archive: ZipArchive, package: Element, manifest: dict[str, Element], base: str) -> dict[str, str]:
    """Read the table of contents: the navigation document of EPUB 3, else the NCX of EPUB 2."""
    named = [item for item in manifest.values() if "nav" in item.get("properties", "").split()]
    spine = package.find("spine")
    ncx = manifest.get(spine.get("toc", "")) if spine is not None else None
    titles: dict[str, str] = {}
    for item in (*named, *(() if ncx is None else (ncx,))):
        path = resolved(base, item.get("href", ""))
        try:
            contents = parse_plain(archive.read(path))
        except ParseError:
            continue
        for href, title in _entries(contents):
            titles.setdefault(resolved(posixpath.dirname(path), href), title)
    return titles


def _entries(contents: Element) -> Iterator[tuple[str, str]]:
    for nav in contents.iter("nav"):
        if nav.get("{http://www.idpf.org/2007/ops}type", "toc") == "toc":
            for link in nav.iter("a"):
                if title := words(link):
                    yield link.get("href", ""), title
    for point in contents.iter("navPoint"):
        content, label = point.find("content"), point.find("navLabel")
        if content is not None and label is not None and (title := words(label)):
            yield content.get("src", ""), title


def words(element: Element) -> str | None:
    """Give the words in an element, white space collapsed, or None."""
    return " ".join("".join(element.itertext()).split()) or None


def _book(package: Element, chapters: tuple[Chapter, ...], missing: tuple[str, ...]) -> Book:
    metadata = package.find("metadata")
    elements = [element for element in (() if metadata is None else metadata.iter()) if isinstance(element.tag, str)]
    said = {name: [e for e in elements if e.tag == name and words(e)] for name in ("title", *_FIELDS)}
    refined = {(e.get("refines", "")[1:], e.get("property")): words(e) for e in elements if e.tag == "meta"}
    numbers = {number.get("id"): words(number) for number in said["identifier"]}
    first = next(iter(numbers.values()), None)
    kept: dict[str, Json] = {}
    for element in elements:
        name = local_name(element)
        if name not in _FIELDS and name not in ("metadata", "meta", "link") and (text := words(element)):
            kept[name] = f"{kept[name]}; {text}" if name in kept else text
    return Book(
        identifier=numbers.get(package.get("unique-identifier"), first),
        authors=tuple(_authors(said["creator"], refined)),
        language=_first(said["language"]),
        published=read_moment(_first([d for d in said["date"] if d.get(f"{_OPF}event") in (None, "publication")])),
        modified=read_moment(refined.get(("", "dcterms:modified"))),
        publisher=_first(said["publisher"]),
        subjects=tuple(text for subject in said["subject"] if (text := words(subject))),
        rights=_first(said["rights"]),
        said=tuple(kept.items()),
        chapters=chapters,
        missing=missing,
    )


def _authors(creators: list[Element], refined: dict[tuple[str, str | None], str | None]) -> Iterator[Author]:
    """Give those who wrote it; illustrators, translators and others are creators too, and say so."""
    for creator in creators:
        role = creator.get(f"{_OPF}role") or refined.get((creator.get("id", "?"), "role"))
        name = words(creator)
        if name and role in (None, "aut"):
            yield Author(name=name)


def _first(elements: list[Element]) -> str | None:
    return words(elements[0]) if elements else None
