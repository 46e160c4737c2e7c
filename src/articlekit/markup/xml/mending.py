"""XML that is broken: its records are read each for itself, so that a broken one never costs a sound one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from attrs import evolve, field, frozen, mutable
from lxml import etree

from articlekit.diagnostic import Diagnostic
from articlekit.entities import decode, encode
from articlekit.markup.tokens import Element
from articlekit.markup.xml.record import Record, local_name
from articlekit.markup.xml.text import NOT_IN_XML, UNSOUND_REFERENCES, with_sound_references
from articlekit.markup.xml.unclosed import close_elements

_REFERENCE_OR_AMPERSAND = re.compile(r"&(?:#\w{1,20};|[A-Za-z][\w.]{0,40};)?")
_XML_NAMES = frozenset({"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"})
_OPENED_LAST = re.compile(r"<([A-Za-z_][\w.:-]{0,99})(?:\s[^<>]*)?>\s*$")
_NAMESPACE = re.compile(r"""\bxmlns(:[\w.-]{1,99})?\s*=\s*(?:"[^"<]*"|'[^'<]*')""")
_ROOT = re.compile(r"\A\s*(?:<[?!][^<>]*>\s*)*<[^<>]*>")


@frozen
class Broken:
    """A text that is broken somewhere, and what is wanted of it."""

    text: str
    containers: frozenset[str]
    records: frozenset[str]
    #: What stopped the parser.
    error: str


def mended(broken: Broken, seen: int, heads: int) -> Iterator[Record]:
    """Read what comes after the records, and the parts of what stands before them, that have been read already.

    Args:
        broken: The whole text.
        seen: So many records were read.
        heads: So much of what is said of all records was read.
    """
    text, error = broken.text, broken.error
    pieces = list(_pieces(text, broken.records))
    head = text[: pieces[0].start] if pieces else text
    namespaces = _mend(" ".join(_namespaces(head, broken.containers))).text
    said = False
    for record in islice(_head(head, broken.containers, error), heads, None) if not seen else ():
        yield record
        said = True
    for number, piece in enumerate(pieces[seen:], start=seen + 1):
        record = piece.read(namespaces, error)
        said = said or bool(record.diagnostics)
        yield record if said or number < len(pieces) else evolve(record, diagnostics=(broken_around(error),))


def _namespaces(head: str, containers: frozenset[str]) -> Iterable[str]:
    """Give the declarations that hold for the records: without a prefix only those of what is around them."""
    names = "|".join(sorted(map(re.escape, containers)))
    container = re.compile(rf"<(?:[\w.-]{{1,40}}:)?(?:{names})\s[^<>]*>")
    declared: dict[str, str] = {}
    for tag in (*_ROOT.findall(head), *container.findall(head)):
        declared |= {found[1]: found[0] for found in _NAMESPACE.finditer(tag)}
    declared |= {found[1]: found[0] for found in _NAMESPACE.finditer(head) if found[1]}
    return declared.values()


def broken_around(error: str) -> Diagnostic:
    """Say that what is broken is not a record."""
    return Diagnostic(code="xml.malformed", message=f"what stands around the records is broken: {error}")


def _head(head: str, containers: frozenset[str], error: str) -> Iterator[Record]:
    """What is said before the first record of all of them."""
    root = _forgiving(_mend(head).text)
    for container in (e for e in root.iter() if local_name(e) in containers) if root is not None else ():
        for child in container:
            if (name := local_name(child)) and name not in containers:
                yield Record(element=child, name=name, diagnostics=(broken_around(error),))


@frozen
class _Piece:
    """The text of one record, from its start tag to its end tag or to where the next begins."""

    name: str
    text: str
    start: int
    closed: bool

    def read(self, namespaces: str, error: str) -> Record:
        mended = _mend(self.text)
        diagnostics = list(mended.diagnostics(self.start))
        root = None
        if self.closed:
            root = _sound(f"<r {namespaces}>{mended.text}</r>")
        if root is None:
            root = _forgiving(f"<r {namespaces}>{close_elements(mended.text) if self.closed else mended.text}")
            code, what = (
                ("xml.malformed", "this record is not well-formed; it was read as far as it can be understood")
                if self.closed
                else ("xml.truncated", "this record has no end; it was read up to where it breaks off")
            )
            diagnostics.append(Diagnostic(code=code, message=f"{what}: {error}", offset=self.start))
        element = next((e for e in root.iter() if local_name(e) == self.name), root) if root is not None else None
        if element is None:
            element = etree.Element(self.name)
        return Record(element=element, name=self.name, diagnostics=tuple(diagnostics))


def _pieces(text: str, records: frozenset[str]) -> Iterator[_Piece]:
    """Cut a text at the tags of its records, which do not count inside CDATA sections and comments."""
    names = "|".join(sorted(map(re.escape, records)))
    tag = re.compile(rf"<!\[CDATA\[|<!--|<(/?)(?:[\w.-]{{1,40}}:)?({names})(?:\s[^<>]*)?>")
    boundary = re.compile(rf"</(?:[\w.-]{{1,40}}:)?(?:{names})\s*>\s*<(?:[\w.-]{{1,40}}:)?(?:{names})[\s>]")
    sections = _Sections(text, boundary)
    start, opened, name, position = -1, 0, "", 0
    while found := tag.search(text, position):
        position = found.end()
        if found[2] is None:
            position = sections.end(found)
        elif not found[1]:
            # One that another follows at once holds nothing that could be read.
            if start >= 0 and found.start() > opened:
                yield _Piece(name, text[start : found.start()], start, closed=False)
            start, opened, name = found.start(), position, found[2]
        elif start >= 0:
            yield _Piece(name, text[start:position], start, closed=True)
            start = -1
    if start >= 0:
        yield _Piece(name, text[start:], start, closed=False)


@mutable
class _Sections:
    """Finds the ends of CDATA sections and comments; one that would swallow the next record has lost its end.

    Remembers what it has found: a text of nothing but openings is gone through once, not once for each.
    """

    _text: str
    _boundary: re.Pattern[str]
    _next_record: int = -1
    _ends: dict[str, int] = field(factory=dict)

    def end(self, opened: re.Match[str]) -> int:
        position = opened.end()
        mark = "]]>" if opened[0] == "<![CDATA[" else "-->"
        end = self._ends.get(mark, -1)
        if end < position:
            end = self._text.find(mark, position)
            self._ends[mark] = end = len(self._text) if end < 0 else end
        if self._next_record < position:
            found = self._boundary.search(self._text, position)
            self._next_record = found.start() if found else len(self._text)
        if self._next_record < end:
            return self._next_record
        return position if end == len(self._text) else end + len(mark)


@frozen
class _Mended:
    text: str
    removed: int
    first_removed: int
    #: Whether it referred by number to what is no character.
    had_unsound_references: bool

    def diagnostics(self, start: int) -> Iterator[Diagnostic]:
        if self.had_unsound_references:
            yield Diagnostic(code="xml.malformed", message=UNSOUND_REFERENCES, offset=start)
        if self.removed:
            message = f"{self.removed} characters that XML does not allow were removed"
            yield Diagnostic(code="xml.control-characters", message=message, offset=start + self.first_removed)


def _mend(text: str) -> _Mended:
    """Remove what no XML may hold; write HTML's names as numbers and bare ampersands as references."""
    first = NOT_IN_XML.search(text)
    removed = 0
    if first is not None:
        text, removed = NOT_IN_XML.subn("", text)
    sections = list(_sections(text))
    sound = [section if number % 2 else with_sound_references(section) for number, section in enumerate(sections)]
    mended = (
        section if number % 2 else _REFERENCE_OR_AMPERSAND.sub(_as_xml, section) for number, section in enumerate(sound)
    )
    return _Mended("".join(mended), removed, first.start() if first else 0, sound != sections)


def _sections(text: str) -> Iterator[str]:
    """Give by turns what stands outside of CDATA sections and in one, each section with its end."""
    position = 0
    while (opened := text.find("<![CDATA[", position)) >= 0:
        yield text[position:opened]
        position = text.find("]]>", opened)
        if position < 0:
            # The section has lost its end: it goes as far as the element that it stands in.
            tag = _OPENED_LAST.search(text, max(0, opened - 200), opened)
            position = text.rfind(f"</{tag[1]}", opened) if tag else -1
            position = len(text) if position < 0 else position
            yield f"{text[opened:position]}]]>"
        else:
            yield text[opened:position]
    yield text[position:]


def _as_xml(reference: re.Match[str]) -> str:
    name = reference[0]
    if name == "&":
        return "&amp;"
    decoded = decode(name)
    if name in _XML_NAMES or (name.startswith("&#") and decoded != name):
        return name
    return encode(decoded) if decoded != name else f"&amp;{name[1:]}"


def _sound(text: str) -> Element | None:
    try:
        return etree.fromstring(text.encode(), _parser(recover=False))
    except etree.XMLSyntaxError:
        return None


def _forgiving(text: str) -> Element | None:
    try:
        return etree.fromstring(text.encode(), _parser(recover=True))
    except etree.XMLSyntaxError:
        # There is no element in it at all.
        return None


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
        # A piece has no DTD, so that what this allows is nothing but long texts.
        huge_tree=True,
    )
