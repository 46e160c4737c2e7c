"""One news item of NewsML-G2 into one article; its text is NITF, XHTML or plain."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from attrs import evolve

from articlekit.markup import Element, html_of_text, local_name, read_blocks
from articlekit.markup.elements import keep, text_of
from articlekit.moments import noted_moment
from articlekit.plugin import Article, Author, Diagnostic, Json, Moment, Site
from articlekit_iptc.bylines import authors_of
from articlekit_iptc.nitf import read_nitf
from articlekit_iptc.titles import without_title

_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_HOLDERS: Final = frozenset({"rightsInfo", "itemMeta", "contentMeta"})
_INLINE: Final = frozenset({"inlineXML", "inlineData"})
# Types of subjects that are no topics.
_NO_TOPIC: Final = re.compile(r"person|organi[sz]ation|geo|poi|place|event|team|party", re.IGNORECASE)
_MAIN: Final = re.compile(r"main|summary", re.IGNORECASE)
# Attributes that a field holds beside the text: of the first element of a name, of the main one, of each.
_FIRST_HELD: Final = {"versionCreated": "", "firstCreated": "", "language": "tag"}
_MAIN_HELD: Final = ("headline", "title", "description")
_EACH_HELD: Final = {"keyword": "", "by": "", "provider": "literal"}

_Parts: TypeAlias = dict[str, list[Element]]


def kind_of(item: Element) -> str | None:
    """Give what kind of news it is: ``text`` or ``picture``, for example."""
    for element in _parts(item).get("itemClass", ()):
        said = element.get("qcode") or element.get("uri") or element.get("literal") or ""
        return re.split("[:/]", said)[-1] or None
    return None


def has_text(item: Element) -> bool:
    """Whether there is a text in it, or it is one whose text is elsewhere."""
    return kind_of(item) in ("text", None) or next(_inline(item), None) is not None


def read_item(item: Element, url: str | None = None) -> Article:
    """Read a news item, whose elements are changed by it; what no field holds is kept in `extra`, by its own names."""
    parts = _parts(item)
    notes: list[Diagnostic] = []
    extra = _extra(item, parts)
    inner = _content(item, url, notes, extra)
    first = _moment(parts, "firstCreated", notes) or _moment(parts, "contentCreated", notes)
    version = _moment(parts, "versionCreated", notes)
    language = item.get(_LANGUAGE) or None
    title = _text(parts, "headline") or _text(parts, "title") or inner.title
    return evolve(
        inner,
        id=_line(item.get("guid")) or inner.id,
        url=inner.url or _page(item),
        title=title,
        summary=_text(parts, "description") or inner.summary,
        authors=tuple(_authors(parts)) or inner.authors,
        published=first or version or inner.published,
        modified=version if first else None,
        language=_tag(parts) or language or inner.language,
        site=_site(parts) or inner.site,
        categories=tuple(dict.fromkeys(_topics(parts, language))) or inner.categories,
        tags=tuple(dict.fromkeys(text for e in parts.get("keyword", ()) if (text := _line(text_of(e))))) or inner.tags,
        body=without_title(inner.body, title),
        diagnostics=tuple(notes),
        extra=extra,
    )


def _parts(item: Element) -> _Parts:
    """Gather by their names the elements that say something of the item, in order."""
    parts: _Parts = {}
    for child in item:
        name = local_name(child)
        if name and name != "contentSet":
            for part in child if name in _HOLDERS else (child,):
                if part_name := local_name(part):
                    parts.setdefault(part_name, []).append(part)
    return parts


def _contents(item: Element) -> Iterator[Element]:
    for child in item:
        if local_name(child) == "contentSet":
            yield from child


def _inline(item: Element) -> Iterator[Element]:
    """Give the forms of the content that stand in the item and are not empty."""
    return (part for part in _contents(item) if local_name(part) in _INLINE and text_of(part))


def _content(item: Element, url: str | None, notes: list[Diagnostic], extra: dict[str, Json]) -> Article:
    """Read the first form of the content that is a text; the other forms are kept."""
    found = Article()
    for part in _inline(item):
        read = Article() if found.body else _read(part, url)
        if read.body:
            found = read
        else:
            keep(extra, local_name(part), part)
    remote = [part for part in _contents(item) if local_name(part) == "remoteContent"]
    for part in remote:
        keep(extra, "remoteContent", part)
    if not found.body:
        addresses = [address for part in remote if (address := part.get("href"))]
        if addresses:
            notes.append(Diagnostic(code="body.elsewhere", message=f"the content is elsewhere: {addresses[0]}"))
        else:
            notes.append(Diagnostic(code="body.empty", message="the item has no text in it"))
    if found.extra:
        extra["nitf"] = {**found.extra}
    notes += [note for note in found.diagnostics if note.code != "body.empty"]
    return found


def _read(part: Element, url: str | None) -> Article:
    if local_name(part) == "inlineData":
        return _plain(part, url)
    for element in part.iter():
        name = local_name(element)
        if name == "nitf":
            return read_nitf(element, url)
        if name in ("html", "body", "div", "article", "p"):
            reading = read_blocks(element if name == "html" else part, url=url)
            title = next((text_of(inner) for inner in element.iter() if local_name(inner) == "title"), None)
            return Article(title=_line(title), body=reading.blocks, diagnostics=reading.diagnostics)
    return Article()


def _plain(part: Element, url: str | None) -> Article:
    """Read data that stands in the item as characters: text or HTML, perhaps in Base64."""
    text = text_of(part) or ""
    kind = part.get("contenttype") or "text/plain"
    if "base64" in (part.get("encoding") or ""):
        try:
            text = b64decode(text, validate=False).decode("utf-8")
        except (Base64Error, UnicodeDecodeError):
            return Article()
    if not kind.startswith("text/") and "html" not in kind:
        return Article()
    if "html" not in kind:
        text = html_of_text(text)
    reading = read_blocks(text, url=url)
    return Article(body=reading.blocks, diagnostics=reading.diagnostics)


def _line(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def _main(parts: _Parts, name: str) -> Element | None:
    """Give the main element of a name: the one whose role says so, else the first."""
    elements = [element for element in parts.get(name, ()) if text_of(element)]
    elements.sort(key=lambda element: not _MAIN.search(element.get("role") or "main"))
    return elements[0] if elements else None


def _text(parts: _Parts, name: str) -> str | None:
    return _line(text_of(_main(parts, name)))


def _moment(parts: _Parts, name: str, notes: list[Diagnostic]) -> Moment | None:
    said = next((_line(text_of(element)) for element in parts.get(name, ())), None)
    return noted_moment(said, name, notes)


def _tag(parts: _Parts) -> str | None:
    return next((said for element in parts.get("language", ()) if (said := element.get("tag"))), None)


def _page(item: Element) -> str | None:
    """Give the address of the item as a page, where it has one."""
    remote = (part for part in _contents(item) if local_name(part) == "remoteContent")
    return next((part.get("href") for part in remote if part.get("contenttype") == "text/html"), None) or None


def _name(element: Element, language: str | None = None) -> str | None:
    """Give the name of a concept, in a language if it has one in it."""
    names = [child for child in element if local_name(child) == "name"]
    names.sort(key=lambda name: name.get(_LANGUAGE) not in (language, None))
    return next((text for name in names if (text := _line(text_of(name)))), None) or _line(element.get("literal"))


def _authors(parts: _Parts) -> Iterator[Author]:
    """Give whom the byline names, else the creators."""
    bylines = [text for element in parts.get("by", ()) if (text := text_of(element))]
    for byline in bylines:
        yield from authors_of(byline)
    for creator in () if bylines else parts.get("creator", ()):
        if name := _name(creator):
            yield Author(name=name, kind=_kind(creator.get("type") or ""))


def _kind(said: str) -> Literal["Person", "Organization"] | None:
    if "person" in said:
        return "Person"
    return "Organization" if "organi" in said else None


def _site(parts: _Parts) -> Site | None:
    name = next((name for element in parts.get("provider", ()) if (name := _name(element))), None)
    return Site(name=name) if name else None


def _topics(parts: _Parts, language: str | None) -> Iterator[str]:
    for subject in parts.get("subject", ()):
        if not _NO_TOPIC.search(subject.get("type") or "") and (name := _name(subject, language)):
            yield name


def _extra(item: Element, parts: _Parts) -> dict[str, Json]:
    """Keep what no field holds, and whole what says more than its field does."""
    said = {f"@{name}": value for name, value in item.attrib.items() if name in ("version", "standardversion")}
    extra: dict[str, Json] = {"newsItem": {**said}} if said else {}
    held = {id(element) for element in _held(parts)}
    for name, elements in parts.items():
        for element in elements:
            if id(element) not in held:
                keep(extra, name, element)
    return extra


def _held(parts: _Parts) -> Iterator[Element]:
    """Give the elements of which fields hold all that they say."""
    for name, attribute in _FIRST_HELD.items():
        yield from (element for element in parts.get(name, ())[:1] if _says_no_more(element, attribute))
    for name, attribute in _EACH_HELD.items():
        yield from (element for element in parts.get(name, ()) if _says_no_more(element, attribute))
    for name in _MAIN_HELD:
        main = _main(parts, name)
        # A title is one where there is no headline.
        if main is not None and _says_no_more(main, "role") and (name != "title" or _main(parts, "headline") is None):
            yield main


def _says_no_more(element: Element, attribute: str) -> bool:
    return not len(element) and {str(name) for name in element.attrib} <= {attribute, _LANGUAGE}
