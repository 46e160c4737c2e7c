"""Messages in a message that were encoded for sending, which RFC 2046 §5.2.1 forbids and programs do all the same."""

from __future__ import annotations

import re
from binascii import a2b_base64
from contextlib import suppress
from email.errors import MissingHeaderBodySeparatorDefect
from email.message import Message
from quopri import decodestring
from typing import Final

from articlekit.plugin import LimitError
from articlekit_archives.letters import MESSAGES, encoding_of
from articlekit_archives.messages import read_message

LAYERS: Final = 10
"""So many times what was decoded is looked through for messages that are encoded again."""

_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")
_HEADER = re.compile(rb"\s*+[!-9;-~]++:[^\n]*+\n")


def decode_messages(message: Message, layers: int = LAYERS) -> None:
    """Put the messages that are encoded inside a message in the place of their code; what is none of them stays."""
    for part in list(message.walk()) if layers else ():
        if part.get_content_type() not in MESSAGES or not encoding_of(part):
            continue
        data = _decoded(part)
        # One that is nested too deep costs no other.
        with suppress(LimitError):
            if _HEADER.match(data):
                inner, *_ = read_message(data, "mail")
                decode_messages(inner, layers - 1)
                del part["Content-Transfer-Encoding"]
                part.set_payload([inner])


def _decoded(part: Message) -> bytes:
    code = _code(part)
    if encoding_of(part) == "quoted-printable":
        return decodestring(code)
    # What is cut off is read up to its last whole group.
    characters = _NOT_BASE64.sub(b"", code)
    return a2b_base64(characters[: len(characters) // 4 * 4])


def _code(part: Message) -> bytes:
    """Give what stands in a part as it was sent: the standard library has taken it for a message."""
    held = part.get_payload()
    inner = held[0] if isinstance(held, list) and held else held
    if not isinstance(inner, Message):
        return str(inner).encode("utf-8", "replace")
    text = inner.get_payload()
    if not isinstance(text, str):
        return b""
    headers = "".join(f"{name}: {value}\n" for name, value in inner.raw_items())
    if headers and not any(isinstance(defect, MissingHeaderBodySeparatorDefect) for defect in inner.defects):
        headers += "\n"
    return f"{headers}{text}".encode("utf-8", "replace")
