"""MHTML (RFC 2557): a page and what it shows in one message, as browsers save it."""

from __future__ import annotations

import re
from binascii import a2b_base64
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from email.errors import (
    CloseBoundaryNotFoundDefect,
    InvalidBase64LengthDefect,
    InvalidBase64PaddingDefect,
    StartBoundaryNotFoundDefect,
)
from email.message import Message

from articlekit.moments import read_moment
from articlekit.plugin import Diagnostic, LimitError, NoArticleError, Source
from articlekit_archives.records import Item, Record, Skipped, beginning

_HEADER_LINE = re.compile(rb"\s*[A-Za-z][A-Za-z0-9-]{1,60}:")
_VERSION = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_RELATED = re.compile(rb"^Content-Type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_PAGE = re.compile(rb"^Content-Type:\s*text/html\b", re.IGNORECASE | re.MULTILINE)
_LOCATION = re.compile(rb"^(?:Snapshot-)?Content-Location:", re.IGNORECASE | re.MULTILINE)
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]+")
_PAGES = ("text/html", "application/xhtml+xml")
_LOSSES = (
    CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect, InvalidBase64LengthDefect, InvalidBase64PaddingDefect,
)  # fmt: skip
_SURE, _LIKELY = 1.0, 0.9


def sniff(source: Source) -> float:
    """Say how sure it is that this is a page in a message: a browser gives the address of each part."""
    head = beginning(source)
    if not _HEADER_LINE.match(head) or not _VERSION.search(head):
        return 0.0
    if _RELATED.search(head):
        return _SURE if _LOCATION.search(head) else _LIKELY
    return _LIKELY if _PAGE.search(head) and _LOCATION.search(head) else 0.0


def items(source: Source) -> Iterator[Item]:
    """Give the page, and what stands beside it.

    Raises:
        LimitError: Messages are nested in it too deep.
        NoArticleError: There is no page in it.
    """
    try:
        message = message_from_bytes(source.content.lstrip())
        parts = [part for part in message.walk() if not part.is_multipart()]
    except RecursionError as error:
        raise LimitError("the parts of the message are nested too deep", format="mhtml") from error
    page = _page(message, parts)
    if page is None:
        raise NoArticleError("there is no page in the message", "Save it as a web page again", "mhtml")
    for number, part in enumerate(parts, 1):
        if part is page:
            yield _record(part, number, message)
        else:
            # Pages beside the page are what it shows in frames.
            yield Skipped(place=f"part {number}", reason=part.get_content_type())


def _page(message: Message, parts: list[Message]) -> Message | None:
    """The root of the message: what its type names as its start, else the first page (RFC 2387 §3.2)."""
    start = message.get_param("start")
    pages = [part for part in parts if part.get_content_type() in _PAGES]
    named = (part for part in pages if start and _text(part, "Content-ID") == start)
    return next(named, pages[0] if pages else None)


def _record(part: Message, number: int, message: Message) -> Record:
    data = _payload(part)
    locations = (_text(part, "Content-Location"), _text(message, "Snapshot-Content-Location"))
    url = next((url for url in locations if url and re.match(r"(?:https?|file):", url, re.IGNORECASE)), None)
    retrieved = read_moment(_text(message, "Date"))
    return Record(
        data=data,
        place=f"part {number}: {url}" if url else f"part {number}",
        url=url,
        content_type=_text(part, "Content-Type"),
        retrieved=retrieved if isinstance(retrieved, datetime) else None,
        diagnostics=tuple(_damage(message, part)),
    )


def _payload(part: Message) -> bytes:
    """Undo how the part was encoded for sending (RFC 2045 §6)."""
    payload = part.get_payload(decode=True)
    if any(isinstance(defect, InvalidBase64LengthDefect) for defect in part.defects):
        # Where one character is left over, the standard library gives all of them as they are.
        characters = _NOT_BASE64.sub("", str(part.get_payload()))
        return a2b_base64(characters[: len(characters) // 4 * 4])
    return payload if isinstance(payload, bytes) else b""


def _damage(message: Message, part: Message) -> Iterator[Diagnostic]:
    if any(isinstance(defect, _LOSSES) for defect in (*message.defects, *part.defects)):
        yield Diagnostic(code="archive.damaged", message="the message ends before its last part does")


def _text(part: Message, name: str) -> str | None:
    value = part.get(name)
    return (re.sub(r"\s*\n\s+", " ", str(value)).strip() or None) if value is not None else None
