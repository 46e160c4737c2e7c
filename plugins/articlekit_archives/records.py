"""What an archive is made of: records that may hold an article, and those that need not be looked into."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Literal, TypeAlias

from attrs import field, frozen

from articlekit.decoding import EXPANSION_FLOOR, EXPANSION_RATIO, LONGEST_START, Expanded, expand_start, is_packed
from articlekit.plugin import Article, Diagnostic, Source

DEPTH_LIMIT: Final = 2
"""An archive in an archive is read; one inside that is not."""

RECORD_LIMIT: Final = 64 * 2**20
"""A record of more bytes, expanded, is passed over."""

BEGINNING: Final = 8_192
"""So many bytes are enough to know an archive by."""

_READABLE: Final = frozenset(
    {"text/html", "application/xhtml+xml", "application/json", "text/json", "application/xml", "text/xml", "text/plain"}
    | {"text/markdown", "application/x-ndjson", "application/jsonl", "application/octet-stream", "application/zip"}
    | {
        "multipart/related",
        "message/rfc822",
        "application/mbox",
        "application/warc",
        "application/wacz",
        "application/gzip",
        "application/x-bzip2",
        "application/x-xz",
        "application/zstd",
        "application/x-tar",
    }
)


@frozen(kw_only=True)
class Record:
    """A file in an archive that may hold articles."""

    data: bytes
    #: Where it stands in the archive: ``record 3``, ``pages/a.html``.
    place: str
    url: str | None = None
    content_type: str | None = None
    #: What it is to be read as, where the archive says so; else it is found out.
    format: str | None = None
    #: What the archive says of it; it counts where the record itself says nothing.
    said: Article = field(factory=Article)
    #: Whether the archive alone says what its title is.
    is_title_said: bool = False
    #: Byte offset in the archive, of compressed bytes where each record is compressed for itself.
    offset: int | None = None
    retrieved: datetime | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


@frozen(kw_only=True)
class Skipped:
    """A file in an archive that was not looked into, and why."""

    place: str
    #: Of what kind it is, or what is wrong with it.
    reason: str
    #: `other`: it is nothing that an article is read from. `damaged`: it cannot be read. `limit`: it is too much.
    #: `unread`: it has text, and is left out all the same.
    kind: Literal["other", "damaged", "limit", "unread"] = "other"


Item: TypeAlias = Record | Skipped


def is_readable(content_type: str | None) -> bool:
    """Whether an article may be read from what is declared as this type; nothing declared may be anything."""
    media_type = (content_type or "").partition(";")[0].strip().lower()
    return (
        not media_type
        or media_type in _READABLE
        or (media_type.endswith(("+xml", "+json")) and not media_type.startswith("image/"))
    )


def expansion_limit(size: int) -> int:
    """So many bytes may be read out of an archive of that size, all its records together."""
    return max(EXPANSION_FLOOR, EXPANSION_RATIO * size)


def beginning(source: Source) -> bytes:
    """The first bytes, expanded where they are compressed."""
    with source.open() as stream:
        data = stream.read(BEGINNING)
        if is_packed(data):
            data += stream.read(LONGEST_START)
    return expand_start(data, BEGINNING)


def losses_of(expanded: Expanded) -> list[Skipped]:
    """Give what could not be expanded of an archive."""
    return [
        Skipped(
            place="the archive as a whole",
            reason=said.message,
            kind="limit" if said.code == "source.too-large" else "damaged",
        )
        for said in expanded.diagnostics
        if said.severity != "info"
    ]
