"""TEI documents, read text by text; what is broken in one costs no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from articlekit.markup import Element, Record, is_rest_of_xml, read_records
from articlekit.markup.elements import drop_namespaces
from articlekit.plugin import Article, Diagnostic, Heading, NoArticleError, Origin, Source
from articlekit_tei.body_reading import read_body
from articlekit_tei.header import read_header

_ROOT = re.compile(r"<(?:[\w.-]{1,40}:)?(TEI|teiCorpus)(?=[\s>/])[^<>]{0,2000}")
_OLD_ROOT = re.compile(r"<(?:TEI\.2|teiCorpus\.2)(?=[\s>])")
_TEXT = re.compile(rf"{_ROOT.pattern}>\s*+<(?:[\w.-]{{1,40}}:)?teiHeader")
_PROLOGUE = re.compile(r"\A\s*(?:<\?xml\b[^<>]{0,400}\?>)?\s*(?:<!DOCTYPE\s[^\[<>]{0,2000}>)?")
_CORPORA: Final = frozenset({"teiCorpus", "teiCorpus.2"})
_TEXTS: Final = frozenset({"TEI", "TEI.2"})


def sniff(source: Source) -> float:
    """Say how sure it is that this is a TEI document: by its namespace, its older name, or a text in its rest."""
    head = source.head
    if head.startswith("<"):
        if _OLD_ROOT.search(head):
            return 0.95
        root = _ROOT.search(head)
        if root is not None and "www.tei-c.org/ns" in root[0]:
            return 0.97
        if root is not None and "<teiHeader" in head:
            return 0.92
    # A body is HTML's too, so that pages think themselves sure of it.
    return 0.93 if is_rest_of_xml(source, _TEXT) else 0.0


def parse(source: Source) -> Iterator[Article]:
    """Read the texts of a document, one by one.

    Raises:
        NoArticleError: There is no text in it.
    """
    found = 0
    pending: tuple[Diagnostic, ...] = ()
    for record in _records(source):
        if record.name not in _TEXTS:
            pending = tuple(dict.fromkeys((*pending, *record.diagnostics)))
            continue
        article = _read(record.element, source.url)
        found += 1
        yield evolve(
            article,
            origin=Origin(place=f"text {found}"),
            diagnostics=(*pending, *record.diagnostics, *article.diagnostics),
        )
        pending = ()
    if not found:
        raise NoArticleError("there is no TEI element in it", format="tei", diagnostics=pending)


def _records(source: Source) -> Iterator[Record]:
    if re.search(r"<(?:[\w.-]{1,40}:)?teiCorpus", source.head):
        yield from read_records(source, _CORPORA, _TEXTS)
    else:
        # A single text is a corpus of one; so one that is broken is read as far as it goes.
        text = _PROLOGUE.sub("", source.text, count=1)
        yield from read_records(Source.from_text(f"<teiCorpus>{text}</teiCorpus>"), _CORPORA, _TEXTS)


def _read(document: Element, base: str | None) -> Article:
    language = document.get("{http://www.w3.org/XML/1998/namespace}lang") or None
    drop_namespaces(document)
    header = read_header(document.find("teiHeader"), language)
    text = document.find("text")
    said = _titled(text) if text is not None else None
    reading = read_body(text, header.url or base) if text is not None else None
    body = reading.blocks if reading else ()
    # Many texts begin with their title, which the header says too.
    match body:
        case (Heading(text=first), *rest) if said and header.title and first.casefold() == header.title.casefold():
            body = tuple(rest)
    empty = () if body else (Diagnostic(code="body.empty", message="there is no text in the body"),)
    diagnostics = (*header.diagnostics, *(reading.diagnostics if reading else ()), *empty)
    return evolve(header, body=body, diagnostics=diagnostics)


def _titled(text: Element) -> bool:
    """Whether the first heading is the text's own, and not one that was written with its level."""
    first = next(text.iter("head", "titlePart"), None)
    return first is not None and not re.fullmatch("h[1-6]", first.get("rend", ""))
