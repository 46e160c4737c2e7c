"""WARC 1.0 and 1.1 (ISO 28500): what crawlers fetched, record by record, by way of fastwarc."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from io import BytesIO
from typing import IO, TYPE_CHECKING, BinaryIO, Final, cast

from articlekit.decoding import expand, is_packed
from articlekit.moments import read_moment
from articlekit.plugin import Diagnostic, MissingExtraError, Source
from articlekit_archives.records import (
    BEGINNING,
    RECORD_LIMIT,
    Item,
    Record,
    Skipped,
    beginning,
    expansion_limit,
    is_readable,
    losses_of,
)

if TYPE_CHECKING:
    from fastwarc.stream_io import WarcReader
    from fastwarc.warc import WarcRecord

DAMAGE_LIMIT: Final = 1_000
"""After so many places where an archive is damaged, the rest of it is not read."""

_START = re.compile(rb"WARC/[01]\.\d+\r?\n")
_NEXT = re.compile(rb"\nWARC/[01]\.\d+\r?\nWARC-|\x1f\x8b\x08[\x00-\x1f]")
# What says how the others were fetched.
_ASIDE = ("warcinfo", "request", "metadata")
_KINDS = ("response", "resource", "conversion")
_STEP = 2**20
_OVERLAP = 64
_GZIP = b"\x1f\x8b"


def sniff(source: Source) -> float:
    """Say whether it begins as a WARC file does, compressed or not."""
    return 1.0 if _START.match(beginning(source)) else 0.0


def items(source: Source) -> Iterator[Item]:
    """Give what was fetched, in order.

    Raises:
        MissingExtraError: fastwarc is not installed.
    """
    with source.open() as stream:
        if not is_packed(stream.read(BEGINNING)):
            yield from records_of(stream)
            return
    # fastwarc knows gzip only; what is packed in other ways is expanded within the limits of all compressed input.
    expanded = expand(source.data)
    yield from losses_of(expanded)
    yield from records_of(BytesIO(expanded.content))


def records_of(stream: IO[bytes]) -> Iterator[Item]:
    """Give the records of a stream; behind damage, reading goes on at the next record that can be found.

    Raises:
        MissingExtraError: fastwarc is not installed.
    """
    iterate = _iterator()
    size = stream.seek(0, 2)
    left = expansion_limit(size)
    number = damaged = 0
    position: int | None = 0
    while position is not None and damaged < DAMAGE_LIMIT:
        last, is_whole = position, True
        try:
            for record in iterate(stream, position):
                last, is_whole = record.stream_pos, True
                if record.headers.get("WARC-Type") in _ASIDE:
                    continue
                number += 1
                left -= record.content_length
                if left < 0 and _is_compressed(stream):
                    yield Skipped(place=f"record {number}", reason="the archive expands to too much", kind="limit")
                    return
                item, is_whole = _item(record, f"record {number}")
                yield item
        except (OSError, ValueError) as error:
            is_whole = False
            yield Skipped(place=f"after record {number}", reason=str(error), kind="damaged")
        if is_whole and not damaged and _ends_early(stream, last):
            is_whole = False
            yield Skipped(place=f"after record {number}", reason="the file is cut off", kind="damaged")
        damaged += not is_whole
        # What is damaged may have swallowed records that are sound.
        position = None if is_whole else _next(stream, last + 1)


def _iterator() -> Callable[[IO[bytes], int], Iterator[WarcRecord]]:
    try:
        from fastwarc.warc import ArchiveIterator  # noqa: PLC0415  an extra
    except ImportError as missing:
        raise MissingExtraError("warc", "reading WARC files") from missing

    def iterate(stream: IO[bytes], position: int) -> Iterator[WarcRecord]:
        stream.seek(position)
        # HTTP is parsed one by one, so that what is wrong in one answer stops no other.
        return iter(ArchiveIterator(cast("BinaryIO", stream), parse_http=False))

    return iterate


def _is_compressed(stream: IO[bytes]) -> bool:
    position = stream.tell()
    stream.seek(0)
    is_compressed = stream.read(2) == _GZIP
    stream.seek(position)
    return is_compressed


def _ends_early(stream: IO[bytes], position: int) -> bool:
    """Whether a compressed file ends inside the record that begins there, or inside a next one.

    Of a record that is cut off before its first bytes can be expanded, its reader says nothing.
    """
    stream.seek(position)
    tail = stream.read(RECORD_LIMIT)
    if len(tail) == RECORD_LIMIT or not tail.startswith(_GZIP):
        return False
    return any(diagnostic.code == "source.compressed-cut" for diagnostic in expand(tail).diagnostics)


def _next(stream: IO[bytes], position: int) -> int | None:
    """Find where the next record may begin."""
    stream.seek(position)
    window = b""
    while chunk := stream.read(_STEP):
        window += chunk
        if found := _NEXT.search(window):
            return position + found.start() + window[found.start() :].startswith(b"\n")
        position += max(0, len(window) - _OVERLAP)
        window = window[-_OVERLAP:]
    return None


def _item(record: WarcRecord, place: str) -> tuple[Item, bool]:
    """Read a record; say whether all of it is there."""
    headers = record.headers
    url = (headers.get("WARC-Target-URI") or "").strip().strip("<>") or None
    place = f"{place}: {url}" if url else place
    kind = (headers.get("WARC-Type") or "").lower()
    if not kind or headers.get("Content-Length") is None:
        # Every record has both (ISO 28500 §5.3, §5.5).
        return Skipped(place=place, reason="its headers are damaged or cut off", kind="damaged"), False
    if kind not in _KINDS:
        return Skipped(place=place, reason=kind), True
    content_type, status = headers.get("Content-Type"), None
    if record.is_http:
        with suppress(OSError, ValueError):
            record.parse_http()
            content_type, status = record.http_headers.get("Content-Type"), record.http_headers.status_code
    if status is not None and not 200 <= status < 300:
        return Skipped(place=place, reason=f"status {status}"), True
    if not is_readable(content_type):
        return Skipped(place=place, reason=(content_type or "").partition(";")[0].strip()), True
    if record.content_length > RECORD_LIMIT:
        return Skipped(place=place, reason=f"it has {record.content_length:,} bytes", kind="limit"), True
    length = record.content_length
    data = record.reader.read(length) if length else b""
    damage = () if len(data) == length else (_cut(place, len(data), length),)
    retrieved = read_moment(headers.get("WARC-Date"))
    found = Record(
        data=_decoded(data, record) if record.is_http else data,
        place=place,
        url=url,
        content_type=content_type,
        offset=record.stream_pos,
        retrieved=retrieved if isinstance(retrieved, datetime) else None,
        diagnostics=damage,
    )
    return found, not damage


def _cut(place: str, length: int, said: int) -> Diagnostic:
    message = f"{place} is cut off: {length:,} of {said:,} bytes are there"
    return Diagnostic(code="archive.damaged", message=message)


def _decoded(data: bytes, record: WarcRecord) -> bytes:
    """Undo what HTTP did to the body, where it did (RFC 9112 §7.1, RFC 9110 §8.4); gzip is undone for every input."""
    from fastwarc.stream_io import BrotliReader, ChunkedReader, ZstdReader  # noqa: PLC0415  an extra

    said = record.http_headers
    readers: list[Callable[[BytesIO], WarcReader]] = []
    if "chunked" in (said.get("Transfer-Encoding") or "").lower():
        readers.append(ChunkedReader)
    coding = (said.get("Content-Encoding") or "").strip().lower()
    if coding in ("br", "zstd"):
        readers.append(BrotliReader if coding == "br" else ZstdReader)
    for reader in readers:
        # Many crawlers undo it before they save and leave the header as it was.
        with suppress(OSError, ValueError):
            data = reader(BytesIO(data)).read(RECORD_LIMIT) or data
    return data
