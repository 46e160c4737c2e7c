"""ZIP archives of saved pages, read member by member within stated bounds."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from stat import S_ISLNK
from typing import Final
from zipfile import ZipInfo

from articlekit.plugin import LimitError, ParseError, Source
from articlekit.zipped import SIGNATURE, ZipArchive, opened
from articlekit_archives.file_names import ending, is_hidden, media_type, pages_around
from articlekit_archives.records import Item, Record, Skipped

_EMPTY: Final = b"PK\x05\x06"
# One whose list of members is lost is an archive all the same, whatever pages stand in it uncompressed.
_WHOLE, _BROKEN, _OTHER = 1.0, 0.99, 0.3

WARC_FILE: Final = re.compile(r"archive/[^/]+\.warc(?:\.gz)?")
"""How the WARC files in a WACZ are named (its specification, §4)."""

# Documents, books and programs are ZIP archives too; each kind has a member that says so.
_OF_OTHERS: Final = frozenset(
    {"mimetype", "[Content_Types].xml", "META-INF/MANIFEST.MF", "AndroidManifest.xml"} | {"META-INF/container.xml"}
)


def sniff(source: Source) -> float:
    """Say how sure it is that this is an archive of pages; other formats that are ZIP archives are not it."""
    with source.open() as stream:
        begins_so = stream.read(4).startswith((SIGNATURE, _EMPTY))
    try:
        with opened(source) as archive:
            names, members = archive.names(), archive.members()
    except ParseError:
        return _BROKEN if begins_so else 0.0
    # By its list of members it is known where its first bytes are damaged; what has another archive at its end is none.
    if not begins_so and (not members or members[0].header_offset > 0):
        return 0.0
    if names & _OF_OTHERS or is_wacz(names):
        return 0.0
    return _WHOLE if any(media_type(name) for name in names) else _OTHER


def is_wacz(names: set[str]) -> bool:
    """Whether these are the members of a WACZ."""
    return any(map(WARC_FILE.fullmatch, names))


def items(source: Source) -> Iterator[Item]:
    """Give the members, in the order in which they stand in the archive.

    Raises:
        ParseError: Its list of members cannot be read.
    """
    with opened(source) as archive:
        names = archive.names()
        for member in archive.members():
            yield _read(archive, member, names)


def _read(archive: ZipArchive, member: ZipInfo, names: Container[str]) -> Item:
    name = member.filename
    content_type = media_type(name)
    # Unix keeps the mode of a file in the upper half (Info-ZIP, extrafld.txt). What a link holds is a name.
    if S_ISLNK(member.external_attr >> 16):
        return Skipped(place=name, reason="link")
    if content_type is None or is_hidden(name) or any(page in names for page in pages_around(name)):
        return Skipped(place=name, reason=ending(name) or "resource")
    try:
        data = archive.read(member)
    except LimitError as limit:
        return Skipped(place=name, reason=limit.reason, kind="limit")
    except ParseError as failed:
        return Skipped(place=name, reason=failed.reason, kind="damaged")
    return Record(data=data, place=name, content_type=content_type or None, offset=member.header_offset)
