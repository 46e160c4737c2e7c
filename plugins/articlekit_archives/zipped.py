"""ZIP archives of saved pages, read member by member within stated bounds."""

from __future__ import annotations

import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO, Final

from articlekit.plugin import LimitError, ParseError, Source
from articlekit_archives.records import RECORD_LIMIT, Item, Record, Skipped, expansion_limit

DIRECTORY_LIMIT: Final = 16 * 2**20
"""The list of an archive's members may have so many bytes: more than a hundred thousand members."""

RATIO_LIMIT: Final = 200
"""A member that claims to expand to more than so many times its size is passed over, where it is larger than 1 MiB."""

_RATIO_FLOOR: Final = 2**20
_LOCAL: Final = b"PK\x03\x04"
_EMPTY: Final = b"PK\x05\x06"
_TAIL: Final = 22 + 2**16
_WHOLE, _BROKEN, _OTHER = 1.0, 0.9, 0.3

# What of a file's name says what is in it; anything may be in a file without an ending.
_TYPES: Final = {
    ".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml", ".php": "text/html",
    ".json": "application/json", ".jsonl": "application/jsonl",
    ".xml": "application/xml", ".rss": "application/rss+xml", ".atom": "application/atom+xml",
    ".md": "text/markdown", ".markdown": "text/markdown", ".txt": "text/plain",
    ".mhtml": "multipart/related", ".mht": "multipart/related",
    ".zip": "application/zip", ".warc": "application/warc", ".gz": "application/gzip", ".wacz": "application/wacz",
    "": "",
}  # fmt: skip
# Documents, books and programs are ZIP archives too; each kind has a member that says so.
_OF_OTHERS: Final = frozenset({"mimetype", "[Content_Types].xml", "META-INF/MANIFEST.MF", "AndroidManifest.xml"})
# Where browsers put what a page shows, in the languages they speak; and what a Mac adds.
_RESOURCES = re.compile(
    r"(?:^|/)(?:__MACOSX|\.[^/]*|[^/]+(?:[_.-](?:files|filer)|-Dateien|_fichiers|_archivos|_arquivos|_ficheiros|_bestanden"
    r"|_pliki|_soubory|_tiedostot|_dosyalar))/|(?:^|/)\.[^/]*$"
)
FAILURES: Final = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, NotImplementedError, ValueError,
)  # fmt: skip
"""What the standard library raises of damaged, encrypted and unknown members."""


def sniff(source: Source) -> float:
    """Say how sure it is that this is an archive of pages; other formats that are ZIP archives are not it."""
    with source.open() as stream:
        if not stream.read(4).startswith((_LOCAL, _EMPTY)):
            return 0.0
    try:
        with opened(source) as archive:
            names = set(archive.namelist())
    except ParseError:
        return _BROKEN
    if names & _OF_OTHERS or is_wacz(names):
        return 0.0
    return _WHOLE if any(_type(name) for name in names) else _OTHER


def is_wacz(names: set[str]) -> bool:
    """Whether these are the members of a WACZ (its specification, §4)."""
    return any(re.fullmatch(r"archive/[^/]+\.warc(?:\.gz)?", name) for name in names)


@contextmanager
def opened(source: Source) -> Iterator[zipfile.ZipFile]:
    """Open the archive.

    Raises:
        LimitError: It lists more members than `DIRECTORY_LIMIT` allows.
        ParseError: Its list of members is damaged or missing.
    """
    with source.open() as stream:
        if (size := _directory_size(stream)) > DIRECTORY_LIMIT:
            reason = f"its list of members has {size:,} bytes, the limit is {DIRECTORY_LIMIT:,}"
            raise LimitError(reason, "Split the archive", "zip")
        try:
            archive = zipfile.ZipFile(stream)
        except FAILURES as error:
            reason = f"its list of members is damaged or cut off: {error}"
            raise ParseError(reason, "Repair it: zip -FF broken.zip --out whole.zip", "zip") from error
        with archive:
            yield archive


def _directory_size(stream: IO[bytes]) -> int:
    """Find how long the central directory says it is (APPNOTE.TXT §4.3.16, §4.3.14)."""
    end = stream.seek(0, 2)
    stream.seek(max(0, end - _TAIL - 76))
    tail = stream.read()
    at = tail.rfind(_EMPTY)
    size = int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0
    if size == 0xFFFFFFFF and tail[at - 20 : at - 16] == b"PK\x06\x07":
        size = int.from_bytes(tail[at - 76 + 40 : at - 76 + 48], "little")
    return size


def items(source: Source) -> Iterator[Item]:
    """Give the members, in the order in which they stand in the archive.

    Raises:
        ParseError: Its list of members cannot be read.
    """
    with opened(source) as archive, source.open() as stream:
        left = expansion_limit(stream.seek(0, 2))
        for member in sorted(archive.infolist(), key=lambda member: member.header_offset):
            if member.is_dir():
                continue
            item = _read(archive, member, left)
            yield item
            left -= len(item.data) if isinstance(item, Record) else 0


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> Item:
    name = member.filename
    content_type = _type(name)
    if content_type is None or _RESOURCES.search(name):
        return Skipped(place=name, reason=_ending(name) or "resource")
    if too_much := _too_much(member, left):
        return Skipped(place=name, reason=too_much, kind="limit")
    try:
        with archive.open(member) as opened_member:
            # What a member claims of its size is not to be trusted.
            data = opened_member.read(min(RECORD_LIMIT, left) + 1)
    except FAILURES as error:
        return Skipped(place=name, reason=str(error) or type(error).__name__, kind="damaged")
    if len(data) > min(RECORD_LIMIT, left):
        return Skipped(place=name, reason="it expands to more than it says", kind="limit")
    return Record(data=data, place=name, content_type=content_type or None, offset=member.header_offset)


def _too_much(member: zipfile.ZipInfo, left: int) -> str | None:
    size = member.file_size
    if size > RECORD_LIMIT:
        return f"it has {size:,} bytes, the limit is {RECORD_LIMIT:,}"
    if size > _RATIO_FLOOR and size > RATIO_LIMIT * member.compress_size:
        return f"it expands to more than {RATIO_LIMIT} times its size"
    return "the archive expands to too much" if size > left else None


def _type(name: str) -> str | None:
    return _TYPES.get(_ending(name))


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
