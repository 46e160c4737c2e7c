"""Saved mail (RFC 5322): the page that it is written as, else its plain text; what its headers say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from email.utils import parseaddr

from articlekit.moments import read_moment
from articlekit.plugin import Article, Author, Diagnostic, NoArticleError, Source
from articlekit_archives import mhtml
from articlekit_archives.messages import PAGES, damage, header, leaves, payload, read_message, words
from articlekit_archives.records import Item, Record, Skipped, beginning

_HEADERS = re.compile(rb"\s*+(?:[!-9;-~]++:[^\n]*+\n(?:[ \t][^\n]*+\n)*+){2}")
_END = re.compile(rb"\r?\n\r?\n")
# What servers write on its way, and the sender with an address: browsers that save pages as messages have none.
_SENT = re.compile(
    rb"^(?:Received|Return-Path|Delivered-To|DKIM-Signature|Message-ID):|^From:[^\n]*[^\s@]@[^\s@]",
    re.IGNORECASE | re.MULTILINE,
)
_SURE = 0.95
# A subject is the title of a plain text, which begins with one; sentences do not count as such.
_SENTENCE_ENDS = ".,;:"


def sniff(source: Source) -> float:
    """Say whether it begins with the headers of a mail, and is no page that a browser saved as one."""
    head = beginning(source)
    if not _HEADERS.match(head) or not _SENT.search(_END.split(head.lstrip(), maxsplit=1)[0]):
        return 0.0
    return 0.0 if mhtml.sniff(source) == 1 else _SURE


def items(source: Source) -> Iterator[Item]:
    """Give the text of a mail, and what stands beside it.

    Raises:
        LimitError: Parts are nested in it too deep.
        NoArticleError: There is no text in it.
    """
    parts = read_message(source, "mail")
    shown = [part for part in parts if part.get_content_disposition() != "attachment"]
    pages = (part for part in shown if part.get_content_type() in PAGES)
    texts = (part for part in shown if part.get_content_type() == "text/plain")
    chosen = next(pages, next(texts, None))
    if chosen is None:
        raise NoArticleError("there is no text in the mail", "Save what is attached to it by itself", "mail")
    for number, part in enumerate(leaves(parts), 1):
        if part is chosen:
            yield _record(part, number, parts)
        else:
            yield Skipped(place=f"part {number}", reason=part.get_content_type())


def _record(part: Message, number: int, parts: list[Message]) -> Record:
    message = parts[0]
    data, content_type = payload(part), header(part, "Content-Type")
    subject = words(message, "Subject")
    name, address = parseaddr(words(message, "From") or "")
    is_page = part.get_content_type() in PAGES
    date = header(message, "Date")
    published = read_moment(date)
    diagnostics = tuple(damage(parts))
    if date and published is None:
        diagnostics += (Diagnostic(code="date.invalid", message=f"Date is no date: {date[:40]!r}"),)
    if subject and not is_page:
        decoded = Source(data=data, content_type=content_type).decoded
        data = f"{subject.rstrip(_SENTENCE_ENDS)}\n\n{decoded.text}".encode("utf-8", "replace")
        content_type = "text/plain; charset=utf-8"
        diagnostics += decoded.diagnostics
    return Record(
        data=data,
        place=f"part {number}",
        content_type=content_type,
        format="html" if is_page else "text",
        said=Article(
            title=subject,
            authors=(Author(name=name or address),) if name or address else (),
            published=published,
        ),
        diagnostics=diagnostics,
    )
