"""WACZ 1.x, a ZIP archive of WARC files; see https://specs.webrecorder.net/wacz/1.1.1/ for it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import IO

from attrs import evolve

from articlekit.plugin import Source
from articlekit.zipped import FAILURES, names_in, opened
from articlekit_archives import warc
from articlekit_archives.records import RECORD_LIMIT, Item, Skipped
from articlekit_archives.zipped import WARC_FILE, is_wacz


def sniff(source: Source) -> float:
    """Say whether this is a ZIP archive with WARC files where a WACZ has them."""
    return 1.0 if is_wacz(names_in(source)) else 0.0


def items(source: Source) -> Iterator[Item]:
    """Give the records of all WARC files in it.

    Raises:
        MissingExtraError: fastwarc is not installed.
        ParseError: Its list of members cannot be read.
    """
    with opened(source) as archive:
        for member in archive.file.infolist():
            if not WARC_FILE.fullmatch(member.filename):
                continue
            try:
                with _stream(archive.file, member) as stream:
                    for item in warc.records_of(stream):
                        yield evolve(item, place=f"{member.filename}, {item.place}")
            except FAILURES as error:
                yield Skipped(place=member.filename, reason=str(error) or type(error).__name__, kind="damaged")


def _stream(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> IO[bytes]:
    # WARC files are to be stored as they are (§4.1.3); only then can one go back in them without expanding them anew.
    if member.compress_type == zipfile.ZIP_STORED:
        return archive.open(member)
    with archive.open(member) as compressed:
        data = compressed.read(RECORD_LIMIT + 1)
    if len(data) > RECORD_LIMIT:
        raise ValueError(f"it is compressed and expands to more than {RECORD_LIMIT:,} bytes")
    return BytesIO(data)
