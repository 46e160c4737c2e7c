"""MHTML (RFC 2557): a page and what it shows in one message, as browsers save it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email.message import Message

from articlekit.moments import read_moment
from articlekit.plugin import NoArticleError, Source
from articlekit_archives.messages import PAGES, damage, header, leaves, payload, read_message
from articlekit_archives.records import Item, Record, Skipped, beginning

_HEADER_LINE = re.compile(rb"\s*[A-Za-z][A-Za-z0-9-]{1,60}:")
_VERSION = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_RELATED = re.compile(rb"^Content-Type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_PAGE = re.compile(rb"^Content-Type:\s*text/html\b", re.IGNORECASE | re.MULTILINE)
_LOCATION = re.compile(rb"^(?:Snapshot-)?Content-Location:", re.IGNORECASE | re.MULTILINE)
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
    parts = read_message(source.content, "mhtml")
    page = _page(parts)
    if page is None:
        raise NoArticleError("there is no page in the message", "Save it as a web page again", "mhtml")
    for number, part in enumerate(leaves(parts), 1):
        if part is page:
            yield _record(part, number, parts)
        else:
            # Pages beside the page are what it shows in frames.
            yield Skipped(place=f"part {number}", reason=part.get_content_type())


def _page(parts: list[Message]) -> Message | None:
    """The root of the message: what its type names as its start, else the first page (RFC 2387 §3.2)."""
    start = parts[0].get_param("start")
    pages = [part for part in parts if part.get_content_type() in PAGES]
    named = (part for part in pages if start and header(part, "Content-ID") == start)
    return next(named, pages[0] if pages else None)


def _record(part: Message, number: int, parts: list[Message]) -> Record:
    message = parts[0]
    locations = (header(part, "Content-Location"), header(message, "Snapshot-Content-Location"))
    url = next((url for url in locations if url and re.match(r"(?:https?|file):", url, re.IGNORECASE)), None)
    retrieved = read_moment(header(message, "Date"))
    return Record(
        data=payload(part),
        place=f"part {number}: {url}" if url else f"part {number}",
        url=url,
        content_type=header(part, "Content-Type"),
        retrieved=retrieved if isinstance(retrieved, datetime) else None,
        diagnostics=tuple(damage(parts)),
    )
