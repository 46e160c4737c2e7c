"""The letter of a message: which of its parts are the text that its author wrote, and what that text is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from email.message import Message
from html import escape
from typing import Final

from articlekit.markup import plain_text
from articlekit.plugin import Diagnostic, Source
from articlekit_archives.flowed import unwrapped
from articlekit_archives.messages import PAGES, header, is_undivided, payload

_PARAGRAPHS = re.compile(r"\n\s*\n")
# A line of so many characters was wrapped; a shorter one ends where its author wanted it.
_WRAPPED = re.compile(r"(?<=[^\n]{50})\n")


# What programs write for readers that know no parts.
_NOTICE = re.compile(rb"\s*This is an? (?:[\w-]+ ){0,3}message in MIME format", re.IGNORECASE)
_ENCODED: Final = ("base64", "quoted-printable")
MESSAGES: Final = ("message/rfc822", "message/global")
"""Types of parts that are messages."""


def children(part: Message) -> list[Message]:
    """Give the parts of a part; those of a message inside are not the outer one's."""
    return _inside(part) if part.get_content_maintype() != "message" else []


def _inside(part: Message) -> list[Message]:
    inner = part.get_payload() if part.is_multipart() else []
    return [child for child in inner if isinstance(child, Message)] if isinstance(inner, list) else []


def leaves(part: Message) -> Iterator[Message]:
    """Give those parts that are not made of parts; a message inside counts as one."""
    inner = children(part)
    if not inner:
        yield part
    for child in inner:
        yield from leaves(child)


def forwarded(part: Message) -> Message | None:
    """Give the message that a part holds: forwarded, in a digest, or come back to its sender (RFC 2046 §5.2.1)."""
    # It may not be encoded (RFC 2046 §5.2.1), and then is no message before it is decoded.
    is_message = part.get_content_type() in MESSAGES and not encoding_of(part)
    return next(iter(_inside(part)), None) if is_message else None


def encoding_of(part: Message) -> str | None:
    """Give how a part was encoded for sending, if it was."""
    encoding = (header(part, "Content-Transfer-Encoding") or "").lower()
    return encoding if encoding in _ENCODED else None


def all_parts(message: Message) -> Iterator[Message]:
    """Give a message and all its parts, those of the messages in it too, in order."""
    yield message
    for child in children(message):
        yield from all_parts(child)
    if (inner := forwarded(message)) is not None:
        yield from all_parts(inner)


def texts(message: Message) -> list[Message]:
    """Give the parts that are the letter, in order; of several forms of the same the best (RFC 2046 §5.1.4)."""
    if is_text(message):
        # What stands alone is the letter, whatever its name.
        return [message] if message.get_content_disposition() != "attachment" else []
    return _texts(message)


def _texts(part: Message) -> list[Message]:
    inner = children(part)
    if part.get_content_type() == "multipart/alternative":
        return max(map(_texts, inner), key=_worth, default=[])
    if inner:
        return [text for child in inner for text in _texts(child)]
    return [part] if is_text(part) and not is_attached(part) else []


def is_text(part: Message) -> bool:
    """Whether it can be read as a letter."""
    if is_undivided(part):
        text = payload(part)
        return bool(text.strip()) and not _NOTICE.match(text)
    return part.get_content_type() in (*PAGES, "text/plain") and not part.is_multipart()


def is_attached(part: Message) -> bool:
    """Whether it is a file that was sent along, by its disposition or because it has a name."""
    return part.get_content_disposition() == "attachment" or bool(
        part.get_param("filename", header="Content-Disposition") or part.get_param("name")
    )


def is_page(part: Message) -> bool:
    """Whether it is HTML."""
    return part.get_content_type() in PAGES or (is_undivided(part) and payload(part).lstrip().startswith(b"<"))


def _worth(alternative: Sequence[Message]) -> int:
    """How good one form of a letter is: a page with text before a plain one, an empty one last."""
    return max((1 + is_page(part) for part in alternative if _has_text(part)), default=0)


def _has_text(part: Message) -> bool:
    text = source_of(part).decoded.text
    return bool(plain_text(text) if is_page(part) else text.strip())


def joined(parts: Sequence[Message]) -> tuple[str, tuple[Diagnostic, ...]]:
    """Give the text of several parts as one, and what decoding them had to say: a page if one of them is."""
    decoded = [source_of(part).decoded for part in parts]
    as_page = any(map(is_page, parts))
    written = (
        each.text if is_page(part) else _plain(part, each.text, as_page=as_page)
        for part, each in zip(parts, decoded, strict=True)
    )
    said = tuple(diagnostic for each in decoded for diagnostic in each.diagnostics)
    return "\n\n".join(written), said


def source_of(part: Message) -> Source:
    """Give a part as a source; UTF-7, which the Web does not know and old mail has, as UTF-8."""
    source = Source(data=payload(part), content_type=header(part, "Content-Type"))
    if (source.charset or "").lower() == "utf-7":
        with suppress(UnicodeDecodeError):
            data = source.data.decode("utf-7").encode("utf-8", "replace")
            return Source(data=data, content_type=f"{part.get_content_type()}; charset=utf-8")
    return source


def _plain(part: Message, text: str, *, as_page: bool) -> str:
    if str(part.get_param("format")).lower() == "flowed":
        text = unwrapped(text, deletes_space=str(part.get_param("delsp")).lower() == "yes")
    return _paragraphs(text) if as_page else text


def _paragraphs(text: str) -> str:
    """Write plain text as HTML."""
    paragraphs = (part.strip() for part in _PARAGRAPHS.split(text.replace("\r\n", "\n")))
    lines = (_WRAPPED.sub(" ", paragraph).split("\n") for paragraph in paragraphs if paragraph)
    return "\n".join(f"<p>{'<br>'.join(map(escape, each))}</p>" for each in lines)
