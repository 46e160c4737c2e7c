"""Hardened parsers: no network, no entity expansion, no text lost by depth or by a tag in the wrong place."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import Final

from attrs import frozen
from lxml import etree

from articlekit.diagnostic import Diagnostic
from articlekit.entities import decode
from articlekit.errors import LimitError, ParseError
from articlekit.markup.parsing.comments import with_comments_ended
from articlekit.markup.parsing.depth import unnest
from articlekit.markup.parsing.early_ends import is_followed_by_another, without_early_end
from articlekit.markup.parsing.hiding import HIDING, show_hidden
from articlekit.markup.parsing.lost_ends import RAW, lost_end, with_end, with_script_ended
from articlekit.markup.parsing.quotation import with_values_ended
from articlekit.markup.tokens import REPLACEMENT, Element, characters, first_attributes, match_tag
from articlekit.markup.xml.text import UNSOUND_REFERENCES, with_sound_references, xml_text

TREE_DEPTH: Final = 2_048
"""How deep elements may nest in a parsed tree: the limit of libxml2, which drops all that comes after it."""

# Where a page nests deeper, elements begin anew beside their ancestors after this many levels.
_NESTED_ANEW: Final = 512
_MOST_LOST_ENDS: Final = 4
_LONG_TAG: Final = 5_000
_MOST_ATTRIBUTES: Final = 500
_XML_NAMES: Final = frozenset((b"&amp;", b"&lt;", b"&gt;", b"&quot;", b"&apos;"))
_OF_HEAD: Final = frozenset(
    ("base", "basefont", "bgsound", "link", "meta", "noframes", "noscript", "script", "style", "template", "title")
)
"""What stands in a head (HTML Standard 13.2.6.4.4); anything else begins the body."""
_LOST_ENDS: Final = (
    ("script", with_script_ended),
    ("comment", with_comments_ended),
    ("value", with_values_ended),
)
_REFERENCE = re.compile(rb"&[A-Za-z][A-Za-z0-9]{1,31};")


@frozen(kw_only=True)
class Document:
    """A parsed page or other document, and what had to be done to parse it."""

    root: Element
    diagnostics: tuple[Diagnostic, ...] = ()


def parse_document(html: str | bytes) -> Document:
    """Parse a whole HTML document nearly as a browser would; as text, or as sound UTF-8 without a byte order mark.

    Never raises. The root is the ``html`` element, which is made up where there is none; comments and processing
    instructions are left out. NULL and lone surrogates become U+FFFD. Where elements nest deeper than `TREE_DEPTH`,
    no text is lost, but some elements stand beside their ancestors instead of inside them, which is a diagnostic.
    """
    # All searches are done over bytes, where they take half the time.
    data = html if isinstance(html, bytes) else _encoded(html)
    if b"\0" in data:
        data = data.replace(b"\0", REPLACEMENT.encode())
    if (at := _long_tag(data)) >= 0:
        data = _with_fewer_attributes(data, at)
    notes: list[Diagnostic] = []
    for what, end in _LOST_ENDS:
        whole = end(data)
        if whole is not data:
            notes.append(_lost_end(what))
            data = whole
    whole = without_early_end(data)
    if whole is not data and is_followed_by_another(data):
        message = "the file holds several pages, one behind the other; they were read as one"
        notes.append(Diagnostic(code="html.several-pages", message=message))
    data = whole
    root, is_whole = _parse(data)
    raw, hiding = _unseen(root)
    for _ in range(_MOST_LOST_ENDS):
        if (lost := lost_end(root, raw, data)) is None:
            break
        notes.append(_lost_end(lost.name.decode()))
        data = with_end(lost, data)
        root, is_whole = _parse(data)
        raw, hiding = _unseen(root)
    if not is_whole:
        root, _ = _parse(unnest(data.decode(errors="replace"), _NESTED_ANEW).encode())
        _, hiding = _unseen(root)
    notes += map(_lost_end, show_hidden(hiding, data))
    if not is_whole:
        message = f"elements nest deeper than {TREE_DEPTH}; some were read as if they stood beside each other"
        notes.append(Diagnostic(code="html.too-deep", message=message))
    return Document(root=root, diagnostics=tuple(notes))


def _unseen(root: Element) -> tuple[list[Element], list[Element]]:
    """Give the elements that hold text alone, tags and all, and those whose content is not shown: by one walk."""
    raw: list[Element] = []
    hiding: list[Element] = []
    for element in root.iter(*RAW, *HIDING):
        (raw if element.tag in RAW else hiding).append(element)
    return raw, hiding


def _lost_end(what: str) -> Diagnostic:
    message = f"a {what} that has lost its end was closed where the page goes on"
    return Diagnostic(code="html.malformed", message=message)


def parse_html(text: str) -> Element:
    """Parse a whole HTML document, as `parse_document` does, and give its root."""
    return parse_document(text).root


def parse_fragment(text: str) -> Element:
    """Parse a fragment of HTML, as `parse_document` does, and give the ``body`` that holds it."""
    root = parse_html(text)
    bodies = root.findall("body")
    return bodies[0] if len(bodies) == 1 and len(root) <= 2 else root


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return characters(text).encode()


def _parse(data: bytes) -> tuple[Element, bool]:
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    root: Element | None = etree.fromstring(data, parser)
    if root is None:
        root = etree.fromstring(b"<html><body></body></html>", parser)
    _begin_body(root)
    # Tags have three characters at least: for most fragments the log need not be looked at.
    return root, len(data) < 3 * (TREE_DEPTH - 8) or not _was_stopped(parser)


def _begin_body(root: Element) -> None:
    """Let the body begin with the first element in the head that is none of it, as browsers do.

    Libxml2 knows the elements of HTML 4: where the tags of the body are left out, ``main`` is one of the head to it.
    """
    head = root.find("head")
    first = None if head is None else next((element for element in head if element.tag not in _OF_HEAD), None)
    if first is None:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    moved = [first, *first.itersiblings()]
    body[:0] = moved
    if body.text:
        # Libxml2 keeps controls that it does not let anyone write; a form feed is white space (HTML Standard 13.2.5.1).
        moved[-1].tail = xml_text(((moved[-1].tail or "") + body.text).replace("\f", " "))
        body.text = None


def _was_stopped(parser: etree.HTMLParser | etree.XMLParser) -> bool:
    return any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)


def _long_tag(data: bytes) -> int:
    """Give a place before the first tag that may have more than `_LONG_TAG` bytes; -1 on most pages."""
    at = 0
    while len(data) - at > _LONG_TAG:
        end = data.rfind(b">", at, at + _LONG_TAG)
        if end < 0:
            end = data.find(b"<", at)
            if end < 0:
                return -1
            if data.find(b">", end, end + _LONG_TAG) < 0:
                return at
        at = end + 1
    return -1


def _with_fewer_attributes(data: bytes, begin: int) -> bytes:
    """Cut tags, from a place on, of more attributes than anybody writes: libxml2 takes quadratic time over them."""
    text = data[begin:].decode(errors="replace")
    parts: list[str] = []
    done = at = 0
    while len(text) - at > _LONG_TAG:
        end = text.rfind(">", at, at + _LONG_TAG)
        start = text.find("<", at) if end < 0 else -1
        if end < 0 and start < 0:
            break
        at = end + 1
        if end < 0:
            tag = match_tag(text, start)
            at = start + 1 if tag is None else tag.end()
            if tag is not None and tag[2] and tag[2].count("=") + tag[2].count(" ") > _MOST_ATTRIBUTES:
                parts.append(text[done : tag.start(2)] + first_attributes(tag[2], _MOST_ATTRIBUTES) + ">")
                done = tag.end(2) + (text[tag.end(2) : tag.end(2) + 1] == ">")
    return data[:begin] + "".join((*parts, text[done:])).encode() if parts else data


def parse_xml(data: bytes, *, recover: bool = False) -> Element:
    """Parse XML.

    No DTD is loaded, nothing is fetched, and a document that declares entities of its own is refused.

    Args:
        data: The document, in the encoding that it declares.
        recover: Read broken XML as far as it goes, and HTML's names of characters, which XML does not know.

    Raises:
        ParseError: It is no XML, or broken and `recover` is not set.
        LimitError: It declares entities, or nests deeper than `TREE_DEPTH`.
    """
    return recover_xml(data).root if recover else _parse_xml(data, _xml_parser(recover=False))


def recover_xml(data: bytes) -> Document:
    """Parse XML as far as it goes, as `parse_xml` does it with ``recover``, and say where it is broken.

    Raises:
        ParseError: There is no element in it.
        LimitError: It declares entities, or nests deeper than `TREE_DEPTH`.
    """
    parser = _xml_parser(recover=True)
    sound = _with_sound_references(data)
    root = _parse_xml(_REFERENCE.sub(_by_number, sound), parser)
    broken = next((entry.message for entry in parser.error_log if entry.level == etree.ErrorLevels.FATAL), None)
    if broken is None and sound is not data:
        broken = UNSOUND_REFERENCES
    if broken is None:
        return Document(root=root)
    code, what = ("xml.malformed", "is broken") if _is_ended(data, root) else ("xml.truncated", "ends early")
    return Document(root=root, diagnostics=(Diagnostic(code=code, message=f"the XML {what}: {broken}"),))


def _with_sound_references(data: bytes) -> bytes:
    # Libxml2 lets halves of characters through, and lxml fails at them. Of all other encodings ASCII is a part.
    encoding = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "latin-1"
    text = data.decode(encoding, "replace")
    sound = with_sound_references(text)
    return data if sound == text else sound.encode(encoding, "replace")


def _is_ended(data: bytes, root: Element) -> bool:
    name = etree.QName(root).localname
    end = f"</{root.prefix}:{name}" if root.prefix else f"</{name}"
    # In UTF-16 every other byte of it is NUL.
    return end.encode() in data.replace(b"\0", b"")


def _xml_parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=True,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
    )


def _parse_xml(data: bytes, parser: etree.XMLParser) -> Element:
    try:
        root: Element | None = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if _was_stopped(parser):
            raise _too_deep() from None
        raise ParseError(
            reason=f"the XML is broken: {error.msg}", advice="Mend it, or read it with recover=True."
        ) from None
    if _was_stopped(parser):
        raise _too_deep()
    if root is None:
        raise ParseError(reason="there is no element in the XML")
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(dtd.iterentities(), None) is not None:
        raise LimitError(
            reason="the XML declares entities of its own, which are never expanded",
            advice="Remove the <!ENTITY> declarations.",
        )
    return root


def _too_deep() -> LimitError:
    return LimitError(reason=f"the XML nests deeper than {TREE_DEPTH} elements")


def _by_number(reference: re.Match[bytes]) -> bytes:
    """Write one of HTML's names of characters by its number."""
    if reference[0] in _XML_NAMES:
        return reference[0]
    characters_meant = decode(reference[0].decode())
    if characters_meant.startswith("&"):
        return reference[0]
    return "".join(f"&#{ord(character)};" for character in characters_meant).encode()
