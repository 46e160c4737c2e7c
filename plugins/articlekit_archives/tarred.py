"""TAR archives of saved pages (POSIX.1-2017 pax, ustar, GNU), compressed or not; nothing is written to the disk."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import BytesIO
from typing import IO, Final, cast

from attrs import frozen

from articlekit.decoding import expand, is_packed
from articlekit.plugin import NoArticleError, ParseError, Source
from articlekit_archives.file_names import ending, is_hidden, media_type, pages_around
from articlekit_archives.records import BEGINNING, RECORD_LIMIT, Item, Record, Skipped, beginning, losses_of

DAMAGE_LIMIT: Final = 100
"""After so many places where an archive is damaged, the rest of it is not read."""

_BLOCK: Final = 512
_HEADER_LIMIT: Final = 2**16
_MAGIC: Final = slice(257, 262)
# With its version: there is a zero in it, in the way of POSIX and in that of GNU, which no text has.
_VERSIONED: Final = slice(257, 265)
_MARKS: Final = (b"ustar\x0000", b"ustar  \0")
_WHOLE, _BROKEN = 1.0, 0.95
_FAILURES: Final = (tarfile.TarError, OSError, ValueError, OverflowError, RecursionError)
"""What the standard library raises of headers that are damaged or made to do harm."""


def sniff(source: Source) -> float:
    """Say how sure it is that it begins with the header of a file, sound or damaged, or is an archive of no files."""
    start = beginning(source)
    if _is_header(start[:_BLOCK]) or _is_empty(source):
        return _WHOLE
    # What has such an archive inside begins in its own way.
    return _BROKEN if _is_marked(start) else 0.0


def items(source: Source) -> Iterator[Item]:
    """Give the files, in order; behind a damaged header, reading goes on at the next one that is sound.

    Raises:
        NoArticleError: There is not one file in it.
        ParseError: It is packed, and this Python cannot unpack it.
    """
    if is_packed(beginning(source)):
        raise ParseError("it is packed in a way that this Python cannot undo", "Unpack it first", "tar")
    if _is_empty(source):
        raise NoArticleError("the archive is empty: there are only zeros in it", "Check how it was saved", "tar")
    names: set[str] = set()
    shown: list[tarfile.TarInfo] = []
    with _opened(source) as (stream, losses):
        yield from losses
        for found in _files(stream):
            if isinstance(found, Skipped):
                yield found
                continue
            name = _name(found)
            names.add(name)
            # The page that shows it may stand behind it.
            if pages_around(name) and media_type(name) is not None:
                shown.append(found)
            else:
                yield _read(stream, found)
        for member in shown:
            is_shown = any(page in names for page in pages_around(_name(member)))
            yield _resource(_name(member)) if is_shown else _read(stream, member)


def _files(stream: IO[bytes]) -> Iterator[tarfile.TarInfo | Skipped]:
    size = stream.seek(0, 2)
    position: int | None = 0
    for _ in range(DAMAGE_LIMIT):
        if position is None:
            return
        place, reached = f"byte {position:,}", position
        for member, end in _members(stream, position):
            place, reached = _name(member), end
            if not member.isdir():
                yield member
        if reached >= size:
            yield Skipped(place=place, reason="the archive ends inside or behind it", kind="damaged")
            return
        tried = stream.tell()
        stream.seek(reached)
        # Zeros are the end, but not where nothing stands before them.
        if not stream.read(_BLOCK).strip(b"\0") and reached > 0:
            return
        yield Skipped(place=place, reason="behind it stands no header", kind="damaged")
        # What was read in vain is not read again, so that no chain of headers takes quadratic time.
        position = _next(stream, max(tried, reached + _BLOCK))


@frozen
class _Headers:
    """An archive as the standard library sees it, which reads names and records of any length that a header claims."""

    stream: IO[bytes]

    def read(self, size: int) -> bytes:
        return self.stream.read(min(size, _HEADER_LIMIT) if size >= 0 else _HEADER_LIMIT)

    def seek(self, position: int) -> int:
        return self.stream.seek(position)

    def tell(self) -> int:
        return self.stream.tell()


@contextmanager
def _opened(source: Source) -> Iterator[tuple[IO[bytes], Sequence[Skipped]]]:
    """Open an archive; give with it what could not be expanded of one that is compressed."""
    with source.open() as stream:
        start = stream.read(BEGINNING)
        is_plain = _is_header(start[:_BLOCK]) or _is_marked(start) or not start.strip(b"\0")
        stream.seek(0)
        if is_plain:
            yield stream, ()
            return
    # What is compressed is expanded within the limits of all compressed input.
    expanded = expand(source.data)
    yield BytesIO(expanded.content), losses_of(expanded)


def _members(stream: IO[bytes], position: int) -> Iterator[tuple[tarfile.TarInfo, int]]:
    """Give what each header says from there on, and where the next should stand; end at one that cannot be read."""
    stream.seek(position)
    headers = cast("IO[bytes]", _Headers(stream))
    with suppress(*_FAILURES), tarfile.open(fileobj=headers, mode="r:", encoding="utf-8", errors="replace") as archive:
        while (member := archive.next()) is not None:
            # It keeps all of them, to find them again.
            archive.members = []  # type: ignore[attr-defined]  # it is no part of what typeshed knows
            # Sizes below nothing lead back to where it has been.
            if archive.offset <= member.offset:
                return
            yield member, archive.offset


def _read(stream: IO[bytes], member: tarfile.TarInfo) -> Item:
    name = _name(member)
    content_type = media_type(name)
    if not member.isreg() or member.issparse():
        return Skipped(place=name, reason="link, device or sparse file")
    if content_type is None or is_hidden(name):
        return _resource(name)
    if member.size > RECORD_LIMIT:
        return Skipped(place=name, reason=f"it has {member.size:,} bytes", kind="limit")
    stream.seek(member.offset_data)
    return Record(
        data=stream.read(member.size), place=name, content_type=content_type or None, offset=member.offset_data
    )


def _resource(name: str) -> Skipped:
    return Skipped(place=name, reason=ending(name) or "resource")


def _name(member: tarfile.TarInfo) -> str:
    return member.name.removeprefix("./")


def _next(stream: IO[bytes], position: int) -> int | None:
    """Find where the next sound header stands, at a border of blocks."""
    position = -(-position // _BLOCK) * _BLOCK
    stream.seek(position)
    while block := stream.read(_BLOCK):
        if block[_MAGIC] == b"ustar" and _is_header(block):
            return position
        position += _BLOCK
    return None


def _is_marked(start: bytes) -> bool:
    """Whether one of the first blocks has the mark of a header, whose checksum may be wrong."""
    blocks = (start[position : position + _BLOCK] for position in range(0, len(start), _BLOCK))
    return any(block[_VERSIONED] in _MARKS for block in blocks)


def _is_empty(source: Source) -> bool:
    """Whether there is nothing but the zeros that an archive ends with, two blocks at least."""
    if beginning(source).strip(b"\0"):
        return False
    with _opened(source) as (stream, _):
        size = 0
        while block := stream.read(BEGINNING):
            if block.strip(b"\0"):
                return False
            size += len(block)
    return size >= 2 * _BLOCK


def _is_header(block: bytes) -> bool:
    try:
        tarfile.TarInfo.frombuf(block, "utf-8", "replace")
    except _FAILURES:
        return False
    return True
