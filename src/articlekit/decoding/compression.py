"""Expands compressed bytes, also cut off or damaged: gzip, zlib, raw deflate, bzip2, xz and, where Python can, zstd."""

from __future__ import annotations

import zlib
from typing import Final

from attrs import frozen

from articlekit.decoding.deflated import GZIP, GZIP_BITS, RAW_BITS, ZLIB_BITS, inflate
from articlekit.decoding.expanded import Stream
from articlekit.decoding.packed import packing_of, unpack
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

LONGEST_START: Final = 2**20
"""The first bytes of so many can be expanded: bzip2 gives nothing before the end of a block, of 900,000 at most."""

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
        if data.startswith(GZIP) or packing_of(data):
            message = (
                f"it is compressed more than {EXPANSION_LAYERS} times over; the innermost layers were not expanded"
            )
            diagnostics.append(Diagnostic(code="source.too-large", message=message))
    return Expanded(content=data, diagnostics=tuple(diagnostics))


def expand_start(data: bytes, size: int) -> bytes:
    """Expand the first bytes of what `data` begins; of other bytes the first. What is damaged stays as it is.

    Args:
        data: The first bytes of an input, `LONGEST_START` where it `is_packed`.
        size: No more than so many bytes are wanted.
    """
    if data.startswith(GZIP):
        try:
            return zlib.decompressobj(GZIP_BITS).decompress(data, size)
        except zlib.error:
            return data[:size]
    packing = packing_of(data)
    stream = None if packing is None else unpack(packing, data, size)
    return stream.content if stream and stream.content else data[:size]


def is_packed(start: bytes) -> bool:
    """Whether it begins as what is packed with bzip2, xz or zstd does."""
    return packing_of(start) is not None


def _expand_layer(data: bytes, limit: int) -> Expanded | None:
    if data.startswith(GZIP):
        return _report("gzip", data, inflate(data, GZIP_BITS, limit))
    if (packing := packing_of(data)) is not None:
        stream = unpack(packing, data, limit)
        # Text may begin so ("BZh91AY&SY"); and what cannot be unpacked here stays what it is.
        return _report(packing.name, data, stream) if stream and (stream.content or not _is_text(data)) else None
    # RFC 1950: method 8 in the low bits, and the two bytes of the header a multiple of 31. Text may begin so ("x^2").
    if data[:1] and data[0] & 0x8F == 0x08 and int.from_bytes(data[:2], "big") % 31 == 0:
        stream = inflate(data, ZLIB_BITS, limit)
        if stream.content and (stream.whole or not _is_text(data)):
            return _report("zlib", data, stream)
    # Raw deflate has no mark to know it by: the bytes must be no text, and it must end where they end.
    if not _is_text(data[:256]):
        stream = inflate(data, RAW_BITS, limit)
        if stream.content and stream.whole and not stream.rest:
            return _report("deflate", data, stream)
    return None


def _is_text(data: bytes) -> bool:
    return len(data.translate(None, _CONTROLS)) == len(data)


def _report(name: str, data: bytes, stream: Stream) -> Expanded:
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
