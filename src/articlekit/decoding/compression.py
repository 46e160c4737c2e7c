"""Expands compressed bytes: gzip with any number of members, zlib and raw deflate; also cut off or damaged."""

from __future__ import annotations

import zlib
from contextlib import suppress

from attrs import frozen

from articlekit.diagnostic import Diagnostic

EXPANSION_LIMIT = 512 * 2**20
"""Compressed input is expanded to at most this many bytes."""

EXPANSION_RATIO = 200
"""Compressed input is expanded to at most so many times its own size, where that is more than `EXPANSION_FLOOR`.

Prose is packed to about a third, markup to a tenth; only what is made to do harm nears deflate's own bound of 1,032.
"""

EXPANSION_FLOOR = 32 * 2**20
"""Up to this many bytes the ratio is not asked."""

EXPANSION_LAYERS = 3
"""So many times compressed bytes are looked for inside compressed bytes."""

_GZIP = b"\x1f\x8b\x08"
_GZIP_BITS, _ZLIB_BITS, _RAW_BITS = 31, 15, -15
_FIRST_STEP, _LAST_STEP = 512, 2**20
# Bytes that no text in an 8-bit encoding has: controls but for tab, LF, FF, CR and the escape of ISO-2022.
_CONTROLS = bytes({*range(32)} - {*b"\t\n\f\r\x1b"})


@frozen(kw_only=True)
class Expanded:
    """What compressed bytes expand to, or the bytes themselves, and what is to be said of it."""

    content: bytes
    diagnostics: tuple[Diagnostic, ...] = ()


def expand(data: bytes) -> Expanded:
    """Expand compressed bytes, layer by layer where they were compressed again; give other bytes as they are."""
    limit = min(EXPANSION_LIMIT, max(EXPANSION_FLOOR, EXPANSION_RATIO * len(data)))
    diagnostics: list[Diagnostic] = []
    for _ in range(EXPANSION_LAYERS):
        layer = _expand_layer(data, limit)
        if layer is None:
            break
        data = layer.content
        diagnostics += layer.diagnostics
    else:
        if data.startswith(_GZIP):
            message = (
                f"it is compressed more than {EXPANSION_LAYERS} times over; the innermost layers were not expanded"
            )
            diagnostics.append(Diagnostic(code="source.too-large", message=message))
    return Expanded(content=data, diagnostics=tuple(diagnostics))


def _expand_layer(data: bytes, limit: int) -> Expanded | None:
    if data.startswith(_GZIP):
        return _report("gzip", data, _inflate(data, _GZIP_BITS, limit))
    # RFC 1950: method 8 in the low bits, and the two bytes of the header a multiple of 31. Text may begin so ("x^2").
    if data[:1] and data[0] & 0x8F == 0x08 and int.from_bytes(data[:2], "big") % 31 == 0:
        stream = _inflate(data, _ZLIB_BITS, limit)
        if stream.content and (stream.whole or not _is_text(data)):
            return _report("zlib", data, stream)
    # Raw deflate has no mark to know it by: the bytes must be no text, and it must end where they end.
    if not _is_text(data[:256]):
        stream = _inflate(data, _RAW_BITS, limit)
        if stream.content and stream.whole and not stream.rest:
            return _report("deflate", data, stream)
    return None


def _is_text(data: bytes) -> bool:
    return len(data.translate(None, _CONTROLS)) == len(data)


def _report(name: str, data: bytes, stream: _Stream) -> Expanded:
    size = len(stream.content)
    found = [Diagnostic(code="source.compressed", message=f"{len(data):,} bytes of {name} expand to {size:,}")]
    if stream.full:
        message = f"it expands to more than {size:,} bytes, the limit for {len(data):,} bytes; the rest was not read"
        found.append(Diagnostic(code="source.too-large", message=message, offset=stream.end))
    elif not stream.whole:
        message = f"the {name} stream is damaged or cut off; {size:,} bytes could be expanded"
        found.append(Diagnostic(code="source.compressed-cut", message=message, offset=stream.end))
    elif stream.rest:
        message = f"{stream.rest:,} bytes after the end of the {name} stream are no part of it and were left out"
        found.append(Diagnostic(code="source.compressed-cut", message=message, offset=stream.end))
    return Expanded(content=stream.content, diagnostics=tuple(found))


@frozen(kw_only=True)
class _Stream:
    """Deflated bytes, expanded as far as they go."""

    content: bytes
    #: How far the input was read.
    end: int
    #: Whether it ended as it should.
    whole: bool
    #: Whether the limit ended it.
    full: bool
    #: So many bytes stand after the end, padding with NUL left out.
    rest: int


def _inflate(data: bytes, bits: int, limit: int) -> _Stream:
    content = bytearray()
    end, whole = _inflate_member(data, 0, bits, content, limit)
    while whole and bits == _GZIP_BITS and data.startswith(_GZIP, end) and len(content) <= limit:
        end, whole = _inflate_member(data, end, bits, content, limit)
    full = len(content) > limit
    rest = len(data[end:].lstrip(b"\0")) if whole else 0
    return _Stream(content=bytes(content[:limit]), end=end, whole=whole and not full, full=full, rest=rest)


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
