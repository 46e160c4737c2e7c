"""XML that holds many records, as feeds and exports do: streamed, one by one."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from io import BufferedIOBase, BytesIO

from lxml import etree

from articlekit.diagnostic import Diagnostic
from articlekit.entities import decode
from articlekit.markup.tokens import Element
from articlekit.markup.xml.mending import Broken, broken_around, mended
from articlekit.markup.xml.record import Record, local_name
from articlekit.source import Source

_DECLARATION = re.compile(r"\A\s*<\?xml\b[^<>]{0,400}\?>")


def read_records(source: Source, containers: frozenset[str], records: frozenset[str]) -> Iterator[Record]:
    """Read the children of the elements that hold records, in order and one by one; or the root, if it is a record.

    Sound XML is streamed: a record is freed when the next one is asked for, so keep what you need of it. A source that
    `is_streamed` never is in memory as a whole, and is decoded as its XML declares. From where the XML is broken, each
    record is read for itself (then from the whole text), and what had to be mended is said with the record that it
    concerns: one broken record never costs a sound one. Comments and processing instructions are left out.

    Args:
        source: A feed or an export.
        containers: Local names of elements whose children are wanted: ``channel``.
        records: Local names of those children that are records: ``item``.

    Raises:
        OSError: The source is a file that cannot be read.
    """
    seen = 0
    heads = 0
    with opened_xml(source) as stream:
        for element, error in _stream(stream, containers, records):
            name = "" if element is None else local_name(element)
            seen += name in records
            heads += bool(name) and name not in records
            rest: list[Record] = []
            if error is not None:
                rest = list(mended(Broken(source.text, containers, records, error), seen, heads))
            if element is not None:
                diagnostics = _without_entities(element)
                if error is not None and not any(record.diagnostics for record in rest):
                    diagnostics = (*diagnostics, broken_around(error))
                yield Record(element=element, name=name, diagnostics=diagnostics)
            yield from rest


def opened_xml(source: Source) -> BufferedIOBase:
    """Open a source as bytes that a parser of XML can read: as they are where they are streamed, else as UTF-8."""
    if source.is_streamed:
        return source.open()
    # What was learnt of the encoding in decoding outweighs what the XML declares.
    return BytesIO(BOM_UTF8 + _DECLARATION.sub("", source.text, count=1).encode("utf-8", "surrogatepass"))


def _stream(
    stream: BufferedIOBase, containers: frozenset[str], records: frozenset[str]
) -> Iterator[tuple[Element | None, str | None]]:
    """Yield the children of containers as they end, each when the next has ended too; the last with what stopped it."""
    events = etree.iterparse(
        stream,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    held: Element | None = None
    stopped = None
    try:
        for element in _children(events, containers, records):
            if held is not None:
                yield held, None
                _free(held)
            held = element
    except etree.XMLSyntaxError as error:
        # Without the name that lxml gives to what is no file.
        stopped = error.msg or str(error)
    if held is not None or stopped is not None:
        yield held, stopped


def _children(
    events: Iterable[tuple[str, Element]], containers: frozenset[str], records: frozenset[str]
) -> Iterator[Element]:
    depth = 0
    open_containers: list[int] = []
    for event, element in events:
        if event == "start":
            depth += 1
            if local_name(element) in containers:
                open_containers.append(depth)
            continue
        if open_containers and depth == open_containers[-1]:
            open_containers.pop()
        elif (open_containers and depth == open_containers[-1] + 1) or (depth == 1 and local_name(element) in records):
            yield element
        depth -= 1


def _free(element: Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and parent[0] is not element:
        del parent[0]


def _without_entities(element: Element) -> tuple[Diagnostic, ...]:
    """Put characters in the place of the references that the parser left alone, as no entity is ever expanded."""
    unknown = []
    for reference in list(element.iter(etree.Entity)):
        name = f"&{reference.name};"  # type: ignore[attr-defined]
        text = decode(name)
        if text == name:
            unknown.append(name)
        parent, before = reference.getparent(), reference.getprevious()
        if parent is None:
            continue
        text += reference.tail or ""
        if before is not None:
            before.tail = (before.tail or "") + text
        else:
            parent.text = (parent.text or "") + text
        parent.remove(reference)
    if not unknown:
        return ()
    message = f"entities that the document defines are not expanded: {', '.join(dict.fromkeys(unknown))}"
    return (Diagnostic(code="xml.entity-not-expanded", message=message),)
