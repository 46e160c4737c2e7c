"""Saved mail (RFC 5322): its letter, what its headers say of it, and the mails inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from email.message import Message
from email.utils import parseaddr

from attrs import evolve

from articlekit.moments import read_moment
from articlekit.plugin import Article, Author, Diagnostic, NoArticleError, Source
from articlekit_archives import mhtml
from articlekit_archives.letters import forwarded, is_attached, is_page, is_text, joined, leaves, texts
from articlekit_archives.messages import damage, header, payload, read_message, words
from articlekit_archives.records import Item, Record, Skipped, beginning

_HEADERS = re.compile(rb"\s*+(?:[!-9;-~]++:[^\n]*+\n(?:[ \t][^\n]*+\n)*+){2}")
_END = re.compile(rb"\r?\n\r?\n")
# What servers write on its way, and the sender with an address: browsers that save pages as messages have none.
_SENT = re.compile(
    rb"^(?:Received|Return-Path|Delivered-To|DKIM-Signature|Message-ID):|^From:[^\n]*[^\s@]@[^\s@]",
    re.IGNORECASE | re.MULTILINE,
)
_SURE = 0.95
# A plain text begins with its title; this one stands for the subject, whatever that is.
_TITLE_LINE = "Subject\n\n"


def sniff(source: Source) -> float:
    """Say whether it begins with the headers of a mail, and is no page that a browser saved as one."""
    head = beginning(source)
    if not _HEADERS.match(head) or not _SENT.search(_END.split(head.lstrip(), maxsplit=1)[0]):
        return 0.0
    return 0.0 if mhtml.sniff(source) == 1 else _SURE


def items(source: Source) -> Iterator[Item]:
    """Give the text of a mail, that of each mail inside it, and what stands beside them.

    Raises:
        LimitError: Parts are nested in it too deep.
        NoArticleError: There is no text in it.
    """
    parts = read_message(source, "mail")
    places = {id(part): f"part {number}" for number, part in enumerate(_all_leaves(parts[0]), 1)}
    found = False
    for item in _items(parts[0], places, tuple(damage(parts))):
        found = found or isinstance(item, Record)
        yield item
    if not found:
        raise NoArticleError("there is no text in the mail", "Save what is attached to it by itself", "mail")


def _all_leaves(message: Message) -> Iterator[Message]:
    for part in leaves(message):
        inner = forwarded(part)
        if inner is None:
            yield part
        else:
            yield from _all_leaves(inner)


def _items(message: Message, places: Mapping[int, str], losses: tuple[Diagnostic, ...]) -> Iterator[Item]:
    letter = texts(message)
    if letter:
        record = _record(message, letter, places[id(letter[0])])
        # Of the encoding of its parts it is known only now.
        yield evolve(record, diagnostics=(*(losses or damage(letter)), *record.diagnostics))
    for part in leaves(message):
        inner = forwarded(part)
        if inner is not None:
            # What somebody else wrote is never the text of who sends it on.
            yield from _items(inner, places, losses)
        elif not any(part is text for text in letter):
            yield _skipped(part, places[id(part)])


def _skipped(part: Message, place: str) -> Skipped:
    kind = part.get_content_type()
    if is_text(part) and is_attached(part):
        return Skipped(place=place, reason=f"{kind} that is attached", kind="unread")
    # The same letter in another form is no loss.
    return Skipped(place=place, reason=kind)


def _record(message: Message, letter: Sequence[Message], place: str) -> Record:
    subject, date = words(message, "Subject"), header(message, "Date")
    published = read_moment(date)
    as_page = any(map(is_page, letter))
    diagnostics: tuple[Diagnostic, ...] = ()
    if date and published is None:
        diagnostics = (Diagnostic(code="date.invalid", message=f"Date is no date: {date[:40]!r}"),)
    if as_page and len(letter) == 1:
        data, content_type = payload(letter[0]), header(letter[0], "Content-Type")
    else:
        text, said = joined(letter)
        diagnostics += said
        data = (text if as_page else f"{_TITLE_LINE}{text}").encode("utf-8", "replace")
        content_type = f"{'text/html' if as_page else 'text/plain'}; charset=utf-8"
    name, address = parseaddr(words(message, "From") or "")
    return Record(
        data=data,
        place=place,
        content_type=content_type,
        format="html" if as_page else "text",
        said=Article(
            title=subject,
            authors=(Author(name=name or address),) if name or address else (),
            published=published,
        ),
        is_title_said=not as_page,
        diagnostics=diagnostics,
    )
