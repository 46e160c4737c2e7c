"""Messages of many parts (MIME, RFC 2045 to 2047), as mail and saved pages are: what all of them have in common."""

from __future__ import annotations

import re
from binascii import a2b_base64
from collections.abc import Iterable, Iterator
from contextlib import suppress
from email import message_from_bytes
from email.errors import (
    CloseBoundaryNotFoundDefect,
    InvalidBase64LengthDefect,
    InvalidBase64PaddingDefect,
    MessageError,
    StartBoundaryNotFoundDefect,
)
from email.header import decode_header, make_header
from email.message import Message
from typing import Final, cast

from articlekit.plugin import Diagnostic, LimitError, Source

PAGES: Final = ("text/html", "application/xhtml+xml")
"""Types of parts that are pages."""

LONGEST_HEADER: Final = 1_000
"""Of a header no more characters are decoded."""

NESTING_LIMIT: Final = 100
"""Parts inside parts are read so deep."""

_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]+")
_LOSSES: Final = (
    CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect, InvalidBase64LengthDefect, InvalidBase64PaddingDefect,
)  # fmt: skip


def read_message(source: Source, format: str) -> list[Message]:  # noqa: A002  as everywhere
    """Give a message and then all its parts, in order.

    Raises:
        LimitError: Parts are nested in it too deep.
    """
    too_deep = LimitError(f"parts of a message are read {NESTING_LIMIT} deep", format=format)
    try:
        parts = list(message_from_bytes(source.content.lstrip()).walk())
    except RecursionError as error:
        raise too_deep from error
    if _depth(parts[0]) > NESTING_LIMIT:
        raise too_deep
    return parts


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
        characters = _NOT_BASE64.sub("", str(part.get_payload()))
        return a2b_base64(characters[: len(characters) // 4 * 4])
    return data if isinstance(data, bytes) else b""


def damage(parts: Iterable[Message]) -> Iterator[Diagnostic]:
    """Say whether a message is cut off; of the encoding of a part it is known when its `payload` was asked for."""
    if any(isinstance(defect, _LOSSES) for part in parts for defect in part.defects):
        yield Diagnostic(code="archive.damaged", message="the message ends before its last part does")


def header(part: Message, name: str) -> str | None:
    """Give what a header says as it is written, unfolded."""
    value = part.get(name)
    return (re.sub(r"\s*\n\s+", " ", str(value)).strip() or None) if value is not None else None


def words(part: Message, name: str) -> str | None:
    """Give the words of a header, decoded where they are encoded (RFC 2047)."""
    text = (header(part, name) or "")[:LONGEST_HEADER]
    # What is encoded in no known way stays as it is written.
    with suppress(MessageError, LookupError, ValueError):
        text = str(make_header(decode_header(text)))
    return " ".join(text.split()) or None
