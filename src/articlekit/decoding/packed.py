"""Unpacks bzip2, xz and Zstandard with what the standard library has: the last from Python 3.14 on."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import Final, Protocol

from attrs import frozen

from articlekit.decoding.expanded import Stream

MEMORY_LIMIT: Final = 256 * 2**20
"""An xz stream may ask for so much memory; its own program asks for a quarter of it at most."""

_FIRST_STEP, _LAST_STEP = 512, 2**20
_OUTPUT_STEP: Final = 2**16
_NO_ZERO: Final = re.compile(rb"[^\0]")
_OUT_OF_MEMORY: Final = "Memory usage limit exceeded"


class _Decompressor(Protocol):
    """What the decompressors of the standard library have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


@frozen
class _Unpacker:
    """A module of the standard library that unpacks."""

    make: Callable[[], _Decompressor]
    #: What it raises of damaged bytes.
    faults: tuple[type[Exception], ...]

    def expand(self, data: bytes, start: int, content: bytearray, limit: int) -> tuple[int, bool]:
        """Expand one stream onto `content`, up to a little over the limit; say where it ends and whether it is whole.

        Raises:
            MemoryError: It asks for more than `MEMORY_LIMIT`.
        """
        # The input is given in steps that grow, as what a step holds beyond the end of a stream is copied.
        stream, end, step, before = self.make(), start, _FIRST_STEP, len(content)
        while not stream.eof and len(content) <= limit:
            chunk = data[end : end + step] if stream.needs_input else b""
            if stream.needs_input and not chunk:
                break
            try:
                content += stream.decompress(chunk, _OUTPUT_STEP)
            except self.faults as fault:
                if _OUT_OF_MEMORY in str(fault):
                    raise MemoryError from fault
                self._salvage(data[start:], content, len(content) - before)
                return end, False
            end += len(chunk)
            step = min(2 * step, _LAST_STEP)
        return end - len(stream.unused_data), stream.eof

    def _salvage(self, data: bytes, content: bytearray, known: int) -> None:
        """Expand what stands before the damage, byte by byte: an error loses all that its call had expanded."""
        stream = self.make()
        with suppress(*self.faults):
            content += stream.decompress(data, known + 1)[known:]
            while piece := stream.decompress(b"", 1):
                content += piece


@frozen(kw_only=True)
class Packing:
    """A way to pack a file, and how its bytes begin."""

    name: str
    begins: re.Pattern[bytes]
    #: Fails where Python is too old for it, or was built without it.
    load: Callable[[], _Unpacker]


def _bzip2() -> _Unpacker:
    module = import_module("bz2")
    return _Unpacker(module.BZ2Decompressor, (OSError,))


def _xz() -> _Unpacker:
    module = import_module("lzma")
    return _Unpacker(partial(module.LZMADecompressor, module.FORMAT_XZ, MEMORY_LIMIT), (module.LZMAError,))


def _zstandard() -> _Unpacker:
    module = import_module("compression.zstd")
    return _Unpacker(module.ZstdDecompressor, (module.ZstdError,))


# That of bzip2 is what its program writes; The .xz File Format 1.2.0 §2.1.1.1; RFC 8878 §3.1.1 and, for what frames
# hold that is no content, §3.1.2.
_PACKINGS: Final = (
    Packing(name="bzip2", begins=re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"), load=_bzip2),
    Packing(name="xz", begins=re.compile(rb"\xfd7zXZ\0"), load=_xz),
    Packing(name="Zstandard", begins=re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18"), load=_zstandard),
)


def packing_of(data: bytes) -> Packing | None:
    """Tell by its first bytes how a file is packed, if it is."""
    return next((packing for packing in _PACKINGS if packing.begins.match(data)), None)


def unpack(packing: Packing, data: bytes, limit: int) -> Stream | None:
    """Expand bytes up to a limit; None where this Python cannot, or more memory is asked for than `MEMORY_LIMIT`."""
    try:
        unpacker = packing.load()
    except ImportError:
        return None
    content, end, whole = bytearray(), 0, True
    while whole and packing.begins.match(data, end) and len(content) <= limit:
        try:
            end, whole = unpacker.expand(data, end, content, limit)
        except MemoryError:
            if not content:
                return None
            whole = False
        # Streams of xz may have zeros between them.
        padded = _behind_zeros(data, end)
        end = padded if packing.begins.match(data, padded) else end
    full = len(content) > limit
    rest = len(data) - _behind_zeros(data, end) if whole else 0
    return Stream(content=bytes(content[:limit]), end=end, whole=whole and not full, full=full, rest=rest)


def _behind_zeros(data: bytes, at: int) -> int:
    found = _NO_ZERO.search(data, at)
    return found.start() if found else len(data)
