"""Articles as TEI P5: the header in full, so that the text can be cited, and the body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from articlekit.markup import Element, xml_text
from articlekit.plugin import BLOCKS, FIELDS, MARKS, Article, Author, Holds
from articlekit.unmended import unmended_markup
from articlekit_tei.body_writing import write_body

HOLDS = Holds(fields=FIELDS, blocks=BLOCKS, marks=MARKS)
"""All that a source says but `Article.extra`. What XML does not allow becomes U+FFFD."""

NAMESPACE = "http://www.tei-c.org/ns/1.0"
SECTIONS = "https://schema.org/articleSection"
KEYWORDS = "https://schema.org/keywords"
"""Schemes of the keywords that are categories and tags."""

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


def write(articles: Sequence[Article]) -> str:
    """Write one article as a text, any other number of them as a corpus."""
    texts = [_document(article) for article in articles]
    if len(texts) == 1:
        written = texts[0].replace("<TEI", f'<TEI xmlns="{NAMESPACE}"', 1)
    else:
        header = _xml(_header(Article(title="Articles")))
        written = f'<teiCorpus xmlns="{NAMESPACE}">\n{header}\n' + "".join(texts) + "</teiCorpus>\n"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{unmended_markup(xml_text(written))}'


def _document(article: Article) -> str:
    language = f" {_attribute('xml:lang', article.language)}" if article.language else ""
    body = etree.tostring(write_body(article.body), encoding="unicode")
    return f"<TEI{language}>\n{_xml(_header(article))}\n<text>\n{body}\n</text>\n</TEI>\n"


def _attribute(name: str, value: str) -> str:
    element = etree.Element("a", b=xml_text(value))
    return f"{name}{etree.tostring(element, encoding='unicode')[4:-2]}"


def _xml(element: Element) -> str:
    etree.indent(element, " ")
    return etree.tostring(element, encoding="unicode")


def _add(parent: Element, tag: str, text: str | None = None, **attributes: str | None) -> Element:
    said = {name: xml_text(value) for name, value in attributes.items() if value is not None}
    element = etree.SubElement(parent, tag, said)
    element.text = None if text is None else xml_text(text)
    return element


def _header(article: Article) -> Element:
    header = etree.Element("teiHeader")
    described = _add(header, "fileDesc")
    titled = _add(described, "titleStmt")
    _add(titled, "title", article.title, type="main")
    if article.subtitle is not None:
        _add(titled, "title", article.subtitle, type="sub")
    for author in article.authors:
        _add_author(titled, author)
    _add_publication(_add(described, "publicationStmt"), article)
    _add_source(_add(_add(described, "sourceDesc"), "bibl"), article)
    _add_profile(header, article)
    return header


def _add_author(parent: Element, author: Author) -> None:
    if author.kind is None:
        _add(parent, "author", author.name, ref=author.url)
        return
    tag = "persName" if author.kind == "Person" else "orgName"
    _add(_add(parent, "author"), tag, author.name, ref=author.url)


def _add_publication(parent: Element, article: Article) -> None:
    site = article.site
    publisher = _add(parent, "publisher", site.name if site else None)
    if site is not None and site.url is not None:
        publisher.text = None
        _add(publisher, "ref", site.name, target=site.url)
    if article.id is not None:
        _add(parent, "idno", article.id, type="id")
    if article.url is not None:
        _add(parent, "idno", article.url, type="URI")
    if article.license is not None:
        address = article.license if _ADDRESS.fullmatch(article.license) else None
        _add(_add(parent, "availability"), "licence", article.license, target=address)


def _add_source(parent: Element, article: Article) -> None:
    _add(parent, "title", article.title, level="a")
    for kind, moment in (("published", article.published), ("modified", article.modified)):
        if moment is not None:
            _add(parent, "date", moment.isoformat(), type=kind, when=moment.isoformat())
    if article.url is not None:
        _add(parent, "ptr", target=article.url)
    if article.image is not None:
        _add(parent, "ptr", type="image", target=article.image)


def _add_profile(header: Element, article: Article) -> None:
    profile = etree.Element("profileDesc")
    if article.summary is not None:
        _add(_add(profile, "abstract"), "p", article.summary)
    if article.language is not None:
        _add(_add(profile, "langUsage"), "language", ident=article.language)
    terms = [(scheme, names) for scheme, names in ((SECTIONS, article.categories), (KEYWORDS, article.tags)) if names]
    classes = _add(profile, "textClass") if terms else profile
    for scheme, names in terms:
        keywords = _add(classes, "keywords", scheme=scheme)
        for name in names:
            _add(keywords, "term", name)
    if len(profile):
        header.append(profile)
