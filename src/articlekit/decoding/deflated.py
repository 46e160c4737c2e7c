"""Expands what is deflated (RFC 1951): gzip with any number of members, zlib and raw deflate."""

from __future__ import annotations

import zlib
from contextlib import suppress
from typing import Final

from articlekit.decoding.expanded import Stream

GZIP: Final = b"\x1f\x8b\x08"
"""How a member of gzip begins (RFC 1952)."""

GZIP_BITS: Final = 31
ZLIB_BITS: Final = 15
RAW_BITS: Final = -15

_FIRST_STEP, _LAST_STEP = 512, 2**20


def inflate(data: bytes, bits: int, limit: int) -> Stream:
    """Expand bytes up to a limit; of gzip all members."""
    content = bytearray()
    end, whole = _inflate_member(data, 0, bits, content, limit)
    while whole and bits == GZIP_BITS and data.startswith(GZIP, end) and len(content) <= limit:
        end, whole = _inflate_member(data, end, bits, content, limit)
    full = len(content) > limit
    rest = len(data[end:].lstrip(b"\0")) if whole else 0
    return Stream(content=bytes(content[:limit]), end=end, whole=whole and not full, full=full, rest=rest)


def _inflate_member(data: bytes, start: int, bits: int, content: bytearray, limit: int) -> tuple[int, bool]:
    """Expand one member onto `content`, up to a little over the limit; say where it ends and whether it is whole."""
    # The input is given in steps that grow: what a step holds beyond the end of a member is copied by zlib, which for
    # many tiny members in one step would take quadratic time.
    inflate = zlib.decompressobj(bits)
    end, step = start, _FIRST_STEP
    while not inflate.eof and len(content) <= limit:
        chunk = data[end : end + step]
        before = inflate.copy()
        try:
            piece = inflate.decompress(chunk, _LAST_STEP)
        except zlib.error:
            _salvage(before, chunk, content)
            return end, False
        if not chunk and not piece:
            break
        content += piece
        end += len(chunk) - len(inflate.unused_data) - len(inflate.unconsumed_tail)
        step = min(2 * step, _LAST_STEP)
    return end, inflate.eof


def _salvage(inflate: zlib._Decompress, chunk: bytes, content: bytearray) -> None:
    """Expand what stands before the damage, byte by byte: an error loses all that its call had expanded."""
    with suppress(zlib.error):
        for at in range(len(chunk)):
            content += inflate.decompress(chunk[at : at + 1])
