"""The chapters of a book as articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from articlekit.markup import Document, Element, Reading, parse_document, plain_text, read_blocks_of
from articlekit.plugin import (
    Article,
    Diagnostic,
    Heading,
    Json,
    LimitError,
    Origin,
    ParseError,
    Site,
    Source,
)
from articlekit.several import articles_of
from articlekit.zipped import SIGNATURE, ZipArchive, names_in, opened
from articlekit_epub.package import CONTAINER, Book, Chapter, parse_chapter, parse_plain, read_book, resolved

_TYPE: Final = b"application/epub+zip"
_EPUB_TYPE: Final = "{http://www.idpf.org/2007/ops}type"
_ROLES: Final = {
    "noteref": "doc-noteref", "footnote": "doc-footnote", "endnote": "doc-footnote", "rearnote": "doc-footnote",
}  # fmt: skip
_SHOWN: Final = 3
# A plate or a map loses nothing.
_ONLY_PICTURES: Final = Diagnostic(
    code="body.empty", message="there are pictures and no text in the chapter", severity="info"
)


def sniff(source: Source) -> float:
    """Say whether this is an EPUB: its first file says so (OCF §4.3), or it has a container document."""
    with source.open() as stream:
        start = stream.read(200)
    if start.startswith(SIGNATURE) and start[30:38] == b"mimetype" and _TYPE in start:
        return 1.0
    return 0.95 if CONTAINER in names_in(source) else 0.0


def parse(source: Source) -> Iterator[Article]:
    """Read the chapters of a book, in its reading order.

    Raises:
        LimitError: Its list of files is too long.
        NoArticleError: There is no text in it.
        ParseError: It is no sound archive, or its package document cannot be read.
    """
    return articles_of(_chapters(source), "there is no text in the book", format="epub")


def _chapters(source: Source) -> Iterator[Article | Diagnostic]:
    with opened(source) as archive:
        book = read_book(archive)
        locked = _encrypted(archive)
        failures = [f"{number}: the manifest does not list it" for number in book.missing]
        empty = 0
        for number, chapter in enumerate(book.chapters, 1):
            try:
                if chapter.path in locked:
                    raise ParseError("it is encrypted")
                article = _article(chapter, book, archive.read(chapter.path))
            except ParseError as failed:
                failures.append(f"{chapter.path}: {failed.reason}")
                continue
            if article.body:
                yield evolve(article, origin=Origin(place=f"chapter {number}: {chapter.path}"))
            else:
                empty += 1
    yield from _losses(failures, empty)


def _losses(failures: list[str], empty: int) -> Iterator[Diagnostic]:
    if empty:
        message = f"documents without text, such as covers: {empty}"
        yield Diagnostic(code="archive.passed-over", message=message)
    if failures:
        shown = "; ".join(failures[:_SHOWN]) + ("; …" if len(failures) > _SHOWN else "")
        yield Diagnostic(code="archive.damaged", message=f"not read ({len(failures)}): {shown}")


def _encrypted(archive: ZipArchive) -> frozenset[str]:
    """Find out which files only their owner can read (OCF §4.2.6.3.2)."""
    try:
        listed = parse_plain(archive.read("META-INF/encryption.xml"))
    except ParseError:
        return frozenset()
    return frozenset(resolved("", uri) for each in listed.iter("CipherReference") if (uri := each.get("URI")))


def _article(chapter: Chapter, book: Book, data: bytes) -> Article:
    if not data.strip():
        raise ParseError("the file is empty")
    document = _parsed(data)
    reading = _read(document.root)
    title, body = chapter.title, reading.blocks
    match body:
        case (Heading(text=text), *rest) if title is None or text.replace("\n", " ").casefold() == title.casefold():
            title, body = text.replace("\n", " "), tuple(rest)
    said: dict[str, Json] = dict(book.said)
    summary = said.get("description")
    if isinstance(summary, str) and "<" in summary:
        said["description"] = plain_text(summary)
    extra: dict[str, Json] = {"book": said} if said else {}
    article = Article(
        id=f"{book.identifier}#{chapter.id}" if book.identifier else chapter.id,
        title=title,
        authors=book.authors,
        published=book.published,
        modified=book.modified,
        language=book.language,
        site=Site(name=book.publisher) if book.publisher else None,
        tags=book.subjects,
        license=book.rights,
        body=body,
        diagnostics=(*document.diagnostics, *reading.diagnostics),
        extra=extra,
    )
    return article if article.text else evolve(article, diagnostics=(*article.diagnostics, _ONLY_PICTURES))


def _parsed(data: bytes) -> Document:
    """Parse a chapter as the XML that it should be, else as HTML, which loses nothing."""
    try:
        return parse_chapter(data)
    except LimitError:
        message = "the chapter is no XML that can be read safely; it was read as HTML"
    except ParseError as failed:
        message = f"the chapter was read as HTML: {failed.reason}"
    document = parse_document(Source(data=data).text)
    return evolve(document, diagnostics=(Diagnostic(code="html.malformed", message=message), *document.diagnostics))


def _read(root: Element) -> Reading:
    for element in root.iter():
        kinds = element.get(_EPUB_TYPE, "").split() if isinstance(element.tag, str) else ()
        if role := next((_ROLES[kind] for kind in kinds if kind in _ROLES), None):
            element.set("role", role)
    body = root.find("body")
    return read_blocks_of([root if body is None else body])
