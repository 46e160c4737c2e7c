"""ZIP archives, in which many formats keep their files, read within stated bounds whatever they claim."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Final

from attrs import define

from articlekit.decoding.compression import EXPANSION_FLOOR, EXPANSION_RATIO
from articlekit.errors import LimitError, ParseError
from articlekit.source import Source

MEMBER_LIMIT: Final = 64 * 2**20
"""A member of more bytes, expanded, is not read."""

DIRECTORY_LIMIT: Final = 16 * 2**20
"""The list of an archive's members may have so many bytes: more than a hundred thousand members."""

RATIO_LIMIT: Final = 200
"""A member that claims to expand to more than so many times its size is not read, where it is larger than 1 MiB."""

SIGNATURE: Final = b"PK\x03\x04"
"""How an archive begins, unless it is empty or stands behind something else (APPNOTE.TXT §4.3.7)."""

FAILURES: Final = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, NotImplementedError, ValueError,
)  # fmt: skip
"""What the standard library raises of damaged, encrypted and unknown members."""

_RATIO_FLOOR: Final = 2**20
_MARK: Final = b"PK"
_SHOWN: Final = 20
_EMPTY: Final = b"PK\x05\x06"
_TAIL: Final = 22 + 2**16
# Bit 0 of the general purpose flags (APPNOTE.TXT §4.4.4).
_ENCRYPTED: Final = 1


@define
class ZipArchive:
    """An open archive, and how much may still be read out of it."""

    file: zipfile.ZipFile
    left: int

    def members(self) -> list[zipfile.ZipInfo]:
        """List the files, in the order in which they stand in the archive."""
        # `ZipInfo.is_dir` of Python 3.11 fails at a name that is empty.
        files = (member for member in self.file.infolist() if not member.filename.endswith("/"))
        return sorted(files, key=lambda member: member.header_offset)

    def names(self) -> set[str]:
        """Give the names of all members."""
        return set(self.file.namelist())

    def read(self, member: zipfile.ZipInfo | str) -> bytes:
        """Read a file.

        Raises:
            LimitError: It is too large, expands to too much, or the archive as a whole does.
            ParseError: It is not there, damaged, encrypted, or compressed in an unknown way.
        """
        try:
            member = self.file.getinfo(member) if isinstance(member, str) else member
        except KeyError:
            raise ParseError(f"there is no {member} in it") from None
        if too_much := self._too_much(member):
            raise LimitError(too_much)
        if member.flag_bits & _ENCRYPTED:
            raise ParseError("it is encrypted: unpack the archive with its password first")
        limit = min(MEMBER_LIMIT, self.left)
        try:
            with self.file.open(member) as stream:
                # What a member claims of its size is not to be trusted.
                data = stream.read(limit + 1)
        except FAILURES as error:
            raise ParseError(str(error) or type(error).__name__) from error
        if len(data) > limit:
            raise LimitError("it expands to more than it says")
        self.left -= len(data)
        return data

    def _too_much(self, member: zipfile.ZipInfo) -> str | None:
        size = member.file_size
        if size > MEMBER_LIMIT:
            return f"it has {size:,} bytes, the limit is {MEMBER_LIMIT:,}"
        if size > _RATIO_FLOOR and size > RATIO_LIMIT * member.compress_size:
            return f"it expands to more than {RATIO_LIMIT} times its size"
        return "the archive expands to too much" if size > self.left else None


@contextmanager
def opened(source: Source) -> Iterator[ZipArchive]:
    """Open an archive; of its members together 200 times its size may be read, and 32 MiB at least.

    Raises:
        LimitError: It lists more members than `DIRECTORY_LIMIT` allows.
        ParseError: It is no archive, or its list of members is damaged or missing.
    """
    with source.open() as stream:
        if (size := _directory_size(stream)) > DIRECTORY_LIMIT:
            reason = f"its list of members has {size:,} bytes, the limit is {DIRECTORY_LIMIT:,}"
            raise LimitError(reason, "Split the archive", "zip")
        length = stream.seek(0, 2)
        try:
            file = zipfile.ZipFile(stream)
        except FAILURES as error:
            raise _refusal(stream, error) from error
        with file:
            yield ZipArchive(file, max(EXPANSION_FLOOR, EXPANSION_RATIO * length))


def names_in(source: Source) -> set[str]:
    """Give the names of the members of what begins as an archive; none where they cannot be read. Never raises.

    Formats that are ZIP archives are told from each other by them.
    """
    with source.open() as stream:
        if stream.read(len(SIGNATURE)) != SIGNATURE:
            return set()
    try:
        with opened(source) as archive:
            return archive.names()
    except ParseError:
        return set()


def _refusal(stream: IO[bytes], error: Exception) -> ParseError:
    stream.seek(0)
    start = stream.read(_SHOWN)
    if start.startswith(_MARK):
        reason = f"its list of members is damaged or cut off: {error}"
        return ParseError(reason, "Repair it: zip -FF broken.zip --out whole.zip", "zip")
    advice = "Leave the format out, and the parser that is surest of it is taken"
    return ParseError(f"it is no ZIP archive: it begins {start!r}", advice)


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
