"""The body of NITF as HTML, whose elements NITF's are named after: those of its own get their place among them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from articlekit.markup import Element, Reading, local_name, read_blocks
from articlekit.markup.elements import text_of

# What HTML calls otherwise. What is not named here is called the same, or only marks words, which HTML reads as words.
_NAMES: Final = {
    **dict.fromkeys(("block", "abstract", "fn", "note", "nitf-table", "custom-table", "hedline"), "div"),
    **dict.fromkeys(("byline", "dateline", "copyrite", "datasource", "tagline", "distributor"), "p"),
    **dict.fromkeys(("body.content", "body.head", "body.end"), "div"),
    "hl1": "h2",
    "hl2": "h3",
    "bq": "blockquote",
    "credit": "footer",
    "object.title": "cite",
    "lang": "span",
}
_EMPHASIS: Final = {"bold": "strong", "strong": "strong", "underline": "u", "underscore": "u"}
_MEDIA: Final = {"image": "img", "photo": "img", "graphic": "img", "video": "video", "audio": "audio"}
# What is said about a picture or a table, and is no part of the text.
_ABOUT: Final = frozenset({"media-metadata", "media-object", "nitf-table-metadata", "nitf-col", "nitf-colgroup"})


def read_body(element: Element, url: str | None = None) -> Reading:
    """Read an element of NITF, which is changed by it, into blocks."""
    for inner in [*element.iter()]:
        name = local_name(inner)
        if name == "media":
            _as_figure(inner)
        elif name in _ABOUT:
            _leave_out(inner)
        elif name == "em":
            inner.tag = _EMPHASIS.get((inner.get("class") or "").lower(), "em")
        elif name == "frac" and not any(local_name(part) == "frac-sep" for part in inner):
            _set_apart(inner)
        elif name in _NAMES:
            inner.tag = _NAMES[name]
    _drop_class_names(element)
    return read_blocks(element, url=url)


def picture_in(element: Element) -> str | None:
    """Give the address of the first picture in an element."""
    for media in (inner for inner in element.iter() if local_name(inner) == "media"):
        if _MEDIA.get((media.get("media-type") or "").lower()) == "img":
            for reference in media:
                if local_name(reference) == "media-reference" and reference.get("source"):
                    return reference.get("source")
    return None


def unread_in(element: Element) -> Iterator[Element]:
    """Give the elements that say what no block holds: of media more than is shown, of tables their metadata."""
    for inner in element.iter():
        name = local_name(inner)
        if name == "media":
            parts = [local_name(part) for part in inner]
            if not _ABOUT.isdisjoint(parts) or parts.count("media-reference") > 1:
                yield inner
        elif name == "nitf-table-metadata" and (len(inner) or inner.attrib):
            yield inner


def _as_figure(media: Element) -> None:
    """Make a figure of a medium: the first of its references that has an address, its caption and its producer."""
    shown = _MEDIA.get((media.get("media-type") or "").lower(), "object")
    caption = etree.SubElement(media, "figcaption")
    has_reference = False
    for part in [*media][:-1]:
        match local_name(part):
            case "media-reference" if part.get("source") and not has_reference:
                has_reference = True
                part.tag = shown
                part.set("data" if shown == "object" else "src", part.get("source", ""))
                part.set("alt", part.get("alternate-text", ""))
            case "media-caption":
                part.tag = "div"
                caption.append(part)
            case "media-producer":
                part.tag = "span"
                part.set("class", "credit")
                caption.append(part)
            case _:
                _leave_out(part)
    media.tag = "figure"
    if not text_of(caption):
        media.remove(caption)


def _leave_out(element: Element) -> None:
    """Empty an element; what follows it stays."""
    tail = element.tail
    element.clear()
    element.tail, element.tag = tail, "span"


def _set_apart(fraction: Element) -> None:
    for part in fraction:
        if local_name(part) == "numer":
            part.tail = f"{part.tail or ''}/"


def _drop_class_names(element: Element) -> None:
    """Class names mean in NITF what each agency wants, and not what they mean on the Web."""
    for inner in element.iter(etree.Element):
        if inner.tag != "span" and "class" in inner.attrib:
            del inner.attrib["class"]
