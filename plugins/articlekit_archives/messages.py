"""Messages of many parts (MIME, RFC 2045 to 2047), as mail and saved pages are: what all of them have in common."""

from __future__ import annotations

import re
from binascii import a2b_base64
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from contextlib import suppress
from email import message_from_bytes
from email.errors import (
    CloseBoundaryNotFoundDefect,
    InvalidBase64LengthDefect,
    InvalidBase64PaddingDefect,
    MessageError,
    MissingHeaderBodySeparatorDefect,
    NoBoundaryInMultipartDefect,
    StartBoundaryNotFoundDefect,
)
from email.header import Header, decode_header, make_header
from email.message import Message
from email.policy import Compat32
from email.utils import getaddresses
from typing import Final, cast

from articlekit.plugin import Diagnostic, LimitError

PAGES: Final = ("text/html", "application/xhtml+xml")
"""Types of parts that are pages."""

LONGEST_HEADER: Final = 1_000
"""Of a header no more characters are decoded, and of one with parameters no more are read."""

NESTING_LIMIT: Final = 100
"""Parts inside parts are read so deep."""

_BOUNDARY = re.compile(rb"^--([^\s\"\\]{1,70})[ \t]*\r?\n(?=Content-[A-Za-z-]{1,40}:)", re.MULTILINE | re.IGNORECASE)
_COMMENTS: Final = 20
_WITH_PARAMETERS: Final = frozenset({"content-disposition", "content-type"})
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]+")
_CUT: Final = (CloseBoundaryNotFoundDefect, InvalidBase64LengthDefect, InvalidBase64PaddingDefect)
_UNDIVIDED: Final = (NoBoundaryInMultipartDefect, StartBoundaryNotFoundDefect)
_DAMAGE: Final = (
    (_CUT, "the message ends before its last part does"),
    (_UNDIVIDED, "the boundary of its parts is not named, or not there"),
    (MissingHeaderBodySeparatorDefect, "its headers are damaged or cut off: what stands there was taken for the text"),
)


class _Shortened(Compat32):
    """Cuts off headers with parameters: the standard library copies what is left of one for each parameter in it."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:LONGEST_HEADER] if name.lower() in _WITH_PARAMETERS else value


_POLICY: Final = _Shortened()


def without_mark(data: bytes) -> bytes:
    """Leave out white space and a byte order mark in front of the headers."""
    return data.lstrip(b" \t\r\n\f\v").removeprefix(BOM_UTF8)


def read_message(data: bytes, format: str) -> list[Message]:  # noqa: A002  as everywhere
    """Give a message and then all its parts, in order.

    Raises:
        LimitError: Parts are nested in it too deep.
    """
    too_deep = LimitError(f"parts of a message are read {NESTING_LIMIT} deep", format=format)
    try:
        message = message_from_bytes(without_mark(data), policy=_POLICY)
        _find_boundary(message)
        parts = list(message.walk())
    except RecursionError as error:
        raise too_deep from error
    if _depth(parts[0]) > NESTING_LIMIT:
        raise too_deep
    return parts


def _find_boundary(message: Message) -> None:
    """Part a message that names no boundary, or not the one that is there, at the first line that looks like one."""
    if not is_undivided(message) or not (found := _BOUNDARY.search(text := payload(message))):
        return
    head = f'Content-Type: {message.get_content_type()}; boundary="'.encode("ascii", "replace")
    message.set_payload(message_from_bytes(b"".join((head, found[1], b'"\n\n', text))).get_payload())


def is_undivided(part: Message) -> bool:
    """Whether it is said to be made of parts, and none are found in it."""
    return part.get_content_maintype() == "multipart" and not part.is_multipart()


def _depth(message: Message) -> int:
    level, depth = [message], 0
    while level:
        depth += 1
        level = [child for part in level if part.is_multipart() for child in cast("list[Message]", part.get_payload())]
    return depth


def leaves(parts: Iterable[Message]) -> list[Message]:
    """Give those that are not made of parts themselves."""
    return [part for part in parts if not part.is_multipart()]


def payload(part: Message) -> bytes:
    """Undo how a part was encoded for sending (RFC 2045 §6)."""
    data = part.get_payload(decode=True)
    if any(isinstance(defect, InvalidBase64LengthDefect) for defect in part.defects):
        # Where one character is left over, the standard library gives all of them as they are.
        # Nor does it know what to do with a charset that is none.
        with suppress(LookupError, ValueError):
            characters = _NOT_BASE64.sub("", str(part.get_payload()))
            return a2b_base64(characters[: len(characters) // 4 * 4])
    return data if isinstance(data, bytes) else b""


def damage(parts: Iterable[Message]) -> Iterator[Diagnostic]:
    """Say whether a message is cut off or not parted as it says.

    Of the encoding of a part it is known when its `payload` was asked for.
    """
    defects = [defect for part in parts for defect in part.defects]
    for kinds, message in _DAMAGE:
        if any(isinstance(defect, kinds) for defect in defects):
            yield Diagnostic(code="archive.damaged", message=message)


def header(part: Message, name: str) -> str | None:
    """Give what a header says as it is written, unfolded; bytes beyond ASCII are UTF-8 (RFC 6532), else Latin-1."""
    value: object = part.get(name)
    if isinstance(value, Header):
        value = _decoded(b"".join(said for said, _ in decode_header(value) if isinstance(said, bytes)))
    return (re.sub(r"\s*\n\s+", " ", str(value)).strip() or None) if value is not None else None


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def words(part: Message, name: str) -> str | None:
    """Give the words of a header, decoded where they are encoded (RFC 2047)."""
    return _words(header(part, name) or "")


def names(part: Message, header_name: str) -> list[str]:
    """Give the names in a header of addresses (RFC 5322 §3.6.2), the address of who has none."""
    said = (header(part, header_name) or "")[:LONGEST_HEADER]
    # The standard library reads comments in comments by recursion.
    addresses = getaddresses([said]) if said.count("(") <= _COMMENTS else [(said, "")]
    if not all("@" in address for _, address in addresses):
        # A comma that is not quoted, or nothing but a name.
        addresses = [(said.partition("<")[0].strip(' "'), said)]
    return [found for name, address in addresses if (found := _words(name) or _words(address))]


def _words(text: str) -> str | None:
    text = text[:LONGEST_HEADER]
    # What is encoded in no known way stays as it is written.
    with suppress(MessageError, LookupError, ValueError):
        text = str(make_header(decode_header(text)))
    return " ".join(text.split()) or None
