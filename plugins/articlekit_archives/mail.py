"""Saved mail (RFC 5322): its letter, what its headers say of it, and the mails inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from email.message import Message

from attrs import evolve

from articlekit.moments import noted_moment
from articlekit.plugin import Article, Author, Diagnostic, LimitError, NoArticleError, Source
from articlekit_archives import boxes, mhtml
from articlekit_archives.encoded import decode_messages
from articlekit_archives.letters import (
    MESSAGES,
    all_parts,
    children,
    forwarded,
    is_attached,
    is_page,
    is_text,
    joined,
    leaves,
    source_of,
    texts,
)
from articlekit_archives.messages import damage, header, names, read_message, without_mark, words
from articlekit_archives.records import Item, Record, Skipped, beginning

_HEADERS = re.compile(rb"\s*+(?:[!-9;-~]++:[^\n]*+\n(?:[ \t][^\n]*+\n)*+){2}")
_END = re.compile(rb"\r?\n\r?\n")
# What servers write on its way, and the sender with an address: browsers that save pages as messages have none.
_SENT = re.compile(
    rb"^(?:Received|Return-Path|Delivered-To|DKIM-Signature|Message-ID):|^From:(?:[^\n@]|\n[ \t])*[^\s@]@[^\s@]",
    re.IGNORECASE | re.MULTILINE,
)
_SURE = 0.95
# A plain text begins with its title; this one stands for the subject, whatever that is.
_TITLE_LINE = "Subject\n\n"


def sniff(source: Source) -> float:
    """Say whether it begins with the headers of a mail, and is no page that a browser saved as one."""
    head = without_mark(beginning(source))
    head = boxes.first_mail(head) or head
    if not _HEADERS.match(head) or not _SENT.search(_END.split(head.lstrip(), maxsplit=1)[0]):
        return 0.0
    return 0.0 if mhtml.sniff(source) == 1 else _SURE


def items(source: Source) -> Iterator[Item]:
    """Give the text of a mail, that of each mail inside it, and what stands beside them.

    Raises:
        LimitError: Parts are nested in it too deep.
        NoArticleError: There is no text in it.
    """
    data, found = without_mark(source.content), False
    for item in _mail(data) if boxes.first_mail(data) is None else _box(data):
        found = found or isinstance(item, Record)
        yield item
    if not found:
        raise NoArticleError("there is no text in the mail", "Save what is attached to it by itself", "mail")


def _box(data: bytes) -> Iterator[Item]:
    for number, mail in enumerate(boxes.mails(data), 1):
        try:
            for item in _mail(mail):
                yield evolve(item, place=f"mail {number}, {item.place}")
        except LimitError as limit:
            yield Skipped(place=f"mail {number}", reason=limit.reason, kind="limit")


def _mail(data: bytes) -> Iterator[Item]:
    message, *_ = read_message(data, "mail")
    decode_messages(message)
    parts = list(all_parts(message))
    last = (part for part in parts if not children(part) and forwarded(part) is None)
    places = {id(part): f"part {number}" for number, part in enumerate(last, 1)}
    yield from _items(message, places, tuple(damage(parts)))


def _items(message: Message, places: Mapping[int, str], losses: tuple[Diagnostic, ...]) -> Iterator[Item]:
    letter = texts(message)
    chosen = {id(part) for part in letter}
    if letter:
        record = _record(message, letter, places[id(letter[0])])
        # Of the encoding of its parts it is known only now.
        yield evolve(record, diagnostics=(*(losses or damage(letter)), *record.diagnostics))
    for part in leaves(message):
        inner = forwarded(part)
        if inner is not None:
            # What somebody else wrote is never the text of who sends it on.
            yield from _items(inner, places, losses)
        elif id(part) not in chosen:
            yield _skipped(part, places[id(part)])


def _skipped(part: Message, place: str) -> Skipped:
    kind = part.get_content_type()
    if is_text(part) and is_attached(part):
        return Skipped(place=place, reason=f"{kind} that is attached", kind="unread")
    if kind in MESSAGES:
        return Skipped(place=place, reason=f"{kind} that is encoded or empty", kind="unread")
    # The same letter in another form is no loss.
    return Skipped(place=place, reason=kind)


def _record(message: Message, letter: Sequence[Message], place: str) -> Record:
    notes: list[Diagnostic] = []
    published = noted_moment(header(message, "Date"), "Date", notes)
    as_page = any(map(is_page, letter))
    if as_page and len(letter) == 1:
        page = source_of(letter[0])
        data, content_type = page.data, page.content_type
    else:
        text, said = joined(letter)
        notes += said
        data = (text if as_page else f"{_TITLE_LINE}{text}").encode("utf-8", "replace")
        content_type = f"{'text/html' if as_page else 'text/plain'}; charset=utf-8"
    return Record(
        data=data,
        place=place,
        content_type=content_type,
        format="html" if as_page else "text",
        said=Article(
            title=words(message, "Subject"),
            authors=tuple(Author(name=name) for name in names(message, "From")),
            published=published,
        ),
        is_title_said=not as_page,
        diagnostics=tuple(notes),
    )
