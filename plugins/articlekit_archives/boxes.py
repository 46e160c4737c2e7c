"""Boxes of many mails in one file (mbox, RFC 4155)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

# At the start, and later behind an empty line; sentences that begin so have no time of day.
_FROM = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]*\d\d:\d\d[^\n]*\n")
# Lines of a mail that began with the same word were given a mark.
_MARKED = re.compile(rb"^>(?=>*From )", re.MULTILINE)


def first_mail(data: bytes) -> bytes | None:
    """Give what stands behind the line that a box begins with; None of what is no box."""
    start = _FROM.match(data)
    return data[start.end() :] if start else None


def mails(data: bytes) -> Iterator[bytes]:
    """Give each mail of a box."""
    starts = [(start.start(), start.end()) for start in _FROM.finditer(data)]
    for (_, start), (end, _) in pairwise([*starts, (len(data), len(data))]):
        yield _MARKED.sub(b"", data[start:end])
