"""The header of a TEI document: what of it the fields of an article hold, and all else as plain JSON."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, field, frozen

from articlekit.markup import Element
from articlekit.markup.elements import json_of
from articlekit.moments import noted_moment
from articlekit.plugin import Article, Author, Diagnostic, Json, Moment, Site
from articlekit_tei.tree import empty, text_of
from articlekit_tei.writing import KEYWORDS, SECTIONS

_SOURCES = ("bibl", "biblStruct", "biblFull")


@frozen
class _Header:
    """A header that is taken apart: an element that a field holds is emptied."""

    root: Element
    diagnostics: list[Diagnostic] = field(factory=list)

    def all(self, *paths: str) -> list[Element]:
        return [found for path in paths for found in self._at(path)]

    def _at(self, path: str) -> list[Element]:
        # There are more of these paths than lxml remembers how to read.
        found = [self.root]
        for name in path.split("/"):
            found = [child for element in found for child in element.iterchildren(name)]
        return found

    def taken(self, element: Element | None) -> str | None:
        """The text of an element, which is emptied."""
        if element is None:
            return None
        text = text_of(element)
        empty(element)
        return text

    def moment(self, dates: list[Element]) -> Moment | None:
        for date in dates:
            said = next((date.get(name) for name in ("when", "when-iso", "notBefore", "from") if date.get(name)), None)
            said = said or text_of(date)
            if (moment := noted_moment(said, "date", self.diagnostics)) is not None:
                empty(date)
                return moment
        return None


def read_header(element: Element | None, language: str | None) -> Article:
    """Make an article without its body; what no field holds is in ``extra["teiHeader"]``."""
    if element is None:
        return Article(language=language)
    header = _Header(element)
    title, subtitle = _titles(header)
    article = Article(
        title=title,
        subtitle=subtitle,
        authors=tuple(_authors(header)),
        published=_published(header),
        modified=header.moment([date for date in _dates(header) if date.get("type") in ("modified", "updated")]),
        id=header.taken(next((i for i in _numbers(header) if (i.get("type") or "id").lower() == "id"), None)),
        url=_address(header),
        image=_image(header),
        site=_site(header),
        license=_license(header),
        summary=header.taken(next(iter(header.all("profileDesc/abstract")), None)),
        categories=tuple(_terms(header, sections=True)),
        tags=tuple(_terms(header, sections=False)),
        language=_language(header) or language,
    )
    left = _left(element)
    return evolve(article, diagnostics=tuple(header.diagnostics), extra={"teiHeader": left} if left else {})


def _in_source(name: str) -> tuple[str, ...]:
    """Where a part of the description of the source may stand."""
    inside = ("", "analytic/", "monogr/", "monogr/imprint/", "titleStmt/", "publicationStmt/")
    return tuple(f"fileDesc/sourceDesc/{source}/{part}{name}" for source in _SOURCES for part in inside)


def _titles(header: _Header) -> tuple[str | None, str | None]:
    titles = header.all("fileDesc/titleStmt/title")
    main = next((t for t in titles if t.get("type") in (None, "main")), titles[0] if titles else None)
    sub = next((t for t in titles if t.get("type") == "sub" and t is not main), None)
    title = header.taken(main)
    for repeated in header.all(*_in_source("title")):
        if text_of(repeated) == title and repeated.get("level") in (None, "a"):
            empty(repeated)
    return title, header.taken(sub)


def _authors(header: _Header) -> Iterator[Author]:
    elements = header.all("fileDesc/titleStmt/author") or header.all(*_in_source("author"))
    for element in elements:
        named = next((e for e in element.iter("persName", "orgName")), None)
        name = _name(element if named is None else named)
        if name is None:
            continue
        address = (element if named is None else named).get("ref") or element.get("ref")
        kind = None if named is None else named.tag
        empty(element)
        yield Author(
            name=name,
            url=address,
            kind="Person" if kind == "persName" else "Organization" if kind == "orgName" else None,
        )


def _name(element: Element) -> str | None:
    """Give a name whose parts stand in elements of their own, with spaces between them or not."""
    parts = [said for part in element if (said := text_of(part))]
    return " ".join(parts) if parts and not (element.text or "").strip() else text_of(element)


def _dates(header: _Header) -> list[Element]:
    return header.all(*_in_source("date"), "fileDesc/publicationStmt/date")


def _published(header: _Header) -> Moment | None:
    """The date of the source, which is the article; that of the electronic text where the source has none."""
    return header.moment([date for date in _dates(header) if date.get("type") in (None, "published", "publication")])


def _numbers(header: _Header) -> list[Element]:
    return header.all("fileDesc/publicationStmt/idno", *_in_source("idno"))


def _address(header: _Header) -> str | None:
    pointers = [p for p in header.all(*_in_source("ptr"), *_in_source("ref")) if p.get("type") != "image"]
    numbers = [n for n in _numbers(header) if (n.get("type") or "").upper() in ("URI", "URL")]
    said = [address for n in numbers if (address := text_of(n))]
    said += [address for p in pointers if (address := p.get("target"))]
    url = said[0] if said else None
    for element in (*pointers, *numbers):
        if url in (element.get("target"), text_of(element)):
            empty(element)
    return url


def _image(header: _Header) -> str | None:
    pointer = next((p for p in header.all(*_in_source("ptr")) if p.get("type") == "image"), None)
    if pointer is None:
        return None
    target = pointer.get("target")
    empty(pointer)
    return target


def _site(header: _Header) -> Site | None:
    journals = [title for title in header.all(*_in_source("title")) if title.get("level") in ("j", "s", "m")]
    publishers = header.all(*_in_source("publisher"), "fileDesc/publicationStmt/publisher")
    for element in (*journals, *publishers):
        reference = element.find("ref")
        name, url = text_of(element), None if reference is None else reference.get("target")
        empty(element)
        if name or url:
            return Site(name=name, url=url)
    return None


def _license(header: _Header) -> str | None:
    for element in header.all("fileDesc/publicationStmt/availability/licence"):
        if said := element.get("target") or text_of(element):
            if text_of(element) in (None, said):
                empty(element)
            return said
    return None


def _language(header: _Header) -> str | None:
    languages = header.all("profileDesc/langUsage/language")
    if len(languages) == 1 and (ident := languages[0].get("ident")):
        empty(languages[0])
        return ident
    return (languages[0].get("ident") or None) if languages else None


def _terms(header: _Header, *, sections: bool) -> Iterator[str]:
    for keywords in header.all("profileDesc/textClass/keywords"):
        if (keywords.get("scheme") == SECTIONS) is sections:
            for term in [term for term in keywords.iter("term", "item") if not len(term)]:
                if said := header.taken(term):
                    yield said
            if text_of(keywords) is None and keywords.get("scheme") in (None, SECTIONS, KEYWORDS):
                empty(keywords)


def _left(header: Element) -> Json:
    """Give what is left of a header as plain JSON, without the elements that nothing is left of."""
    for element in reversed([*header.iter()]):
        element.text = " ".join((element.text or "").split()) or None
        parent = element.getparent()
        is_empty = not (element.attrib or element.text or len(element) or (element.tail or "").strip())
        if is_empty and parent is not None and element is not header:
            parent.remove(element)
    return json_of(header)
