import bz2
import gzip
import hashlib
import importlib.util
import lzma
import sys
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from articlekit.decoding import compression, decode, expand, expand_start

TEXT = ("<p>" + " ".join(f"word{n * n}" for n in range(2000)) + "</p>").encode()


def codes(data: bytes) -> list[str]:
    return [d.code for d in expand(data).diagnostics]


def raw_deflate(data: bytes) -> bytes:
    deflate = zlib.compressobj(wbits=-15)
    return deflate.compress(data) + deflate.flush()


def in_small_blocks(data: bytes) -> bytes:
    """Pack with bzip2 as programs do that work in parallel: a block is expanded whole or not at all."""
    return b"".join(bz2.compress(data[at : at + 500]) for at in range(0, len(data), 500))


@pytest.mark.parametrize("compress", [gzip.compress, zlib.compress, raw_deflate, bz2.compress, lzma.compress])
@pytest.mark.parametrize("text", [TEXT, b"x", b"short and sweet"])
def test_expanded_and_said(compress: object, text: bytes) -> None:
    assert callable(compress)
    data = compress(text)

    assert expand(data).content == text
    assert codes(data) == ["source.compressed"]


@pytest.mark.parametrize("level", range(10))
def test_zlib_at_any_level(level: int) -> None:
    assert expand(zlib.compress(TEXT, level)).content == TEXT


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
@pytest.mark.parametrize("members", [2, 5, 300])
def test_members_follow_each_other(compress: Callable[[bytes], bytes], members: int) -> None:
    part = len(TEXT) // members + 1
    data = b"".join(compress(TEXT[at : at + part]) for at in range(0, len(TEXT), part))

    assert expand(data).content == TEXT
    assert codes(data) == ["source.compressed"]


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_padding_is_nothing_and_other_bytes_are_said(compress: Callable[[bytes], bytes]) -> None:
    data = compress(TEXT)

    assert codes(data + b"\0" * 512) == ["source.compressed"]
    assert expand(data + b"<!-- saved -->").content == TEXT
    assert codes(data + b"<!-- saved -->") == ["source.compressed", "source.compressed-cut"]


@pytest.mark.parametrize("compress", [gzip.compress, zlib.compress, in_small_blocks])
@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9, 0.999])
def test_cut_off(compress: object, kept: float) -> None:
    assert callable(compress)
    data = compress(TEXT)
    expanded = expand(data[: int(len(data) * kept)])

    assert TEXT.startswith(expanded.content)
    assert len(expanded.content) >= (kept - 0.1) * len(TEXT)
    assert [d.code for d in expanded.diagnostics] == ["source.compressed", "source.compressed-cut"]


@pytest.mark.parametrize("compress", [gzip.compress, lzma.compress])
def test_damaged_in_the_middle(compress: Callable[[bytes], bytes]) -> None:
    noise = hashlib.shake_256(b"").digest(300_000)
    data = bytearray(compress(noise.hex().encode()))
    middle = len(data) // 2
    data[middle : middle + 4] = b"\xff\xff\xff\xff"
    expanded = expand(bytes(data))

    assert len(expanded.content) > 250_000
    assert [d.code for d in expanded.diagnostics] == ["source.compressed", "source.compressed-cut"]


def test_wrong_checksum_costs_nothing() -> None:
    data = gzip.compress(TEXT)

    assert expand(data[:-8] + b"\0\1\2\3" + data[-4:]).content == TEXT


def test_streams_of_xz_with_zeros_between_them_are_one_file() -> None:
    data = lzma.compress(TEXT[:999]) + bytes(8) + lzma.compress(TEXT[999:])

    assert expand(data).content == TEXT
    assert codes(data) == ["source.compressed"]


def test_an_xz_stream_that_asks_for_too_much_memory_stays_packed() -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "dict_size": 2**29}]
    data = lzma.compress(TEXT, filters=filters)

    assert expand(data) == compression.Expanded(content=data)


@pytest.fixture
def zstd(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give what Python has from 3.14 on; before, what it was taken from, where that is installed."""
    if importlib.util.find_spec("compression") is not None:
        return importlib.import_module("compression.zstd")
    module = pytest.importorskip("backports.zstd")
    monkeypatch.setitem(sys.modules, "compression.zstd", module)
    return module


def test_zstandard_is_expanded_where_python_can(zstd: Any) -> None:
    assert expand(zstd.compress(TEXT) * 2).content == 2 * TEXT
    assert codes(zstd.compress(TEXT)[:-9]) == ["source.compressed", "source.compressed-cut"]


def test_frames_of_zstandard_that_hold_no_content_are_passed_over(zstd: Any) -> None:
    frame, skipped = zstd.compress(TEXT), b"\x5f\x2a\x4d\x18" + (5).to_bytes(4, "little") + b"index"

    assert expand(skipped + frame + skipped + frame + skipped).content == 2 * TEXT
    assert codes(skipped + frame + skipped) == ["source.compressed"]


def test_what_stands_before_damage_in_zstandard_is_expanded(zstd: Any) -> None:
    text = b"".join(b"Line %d of a text in many blocks.\n" % number for number in range(60_000))
    packed = bytearray(zstd.compress(text))
    packed[len(packed) // 2 :] = b"\xff" * 999

    found = expand(bytes(packed))

    # In the block that is damaged, of 128 KiB at most, anything may stand.
    assert found.content[: len(text) // 4] == text[: len(text) // 4]
    assert [note.code for note in found.diagnostics] == ["source.compressed", "source.compressed-cut"]


def test_zstandard_is_expanded_within_the_bounds(zstd: Any) -> None:
    found = expand(zstd.compress(bytes(2 * compression.EXPANSION_FLOOR)))

    assert len(found.content) == compression.EXPANSION_FLOOR
    assert [note.code for note in found.diagnostics] == ["source.compressed", "source.too-large"]


@pytest.mark.parametrize("compress", [bytes, gzip.compress, bz2.compress, lzma.compress])
def test_the_first_bytes_alone_are_expanded(compress: Callable[[bytes], bytes]) -> None:
    assert expand_start(compress(TEXT), 100) == TEXT[:100]


def test_compressed_twice() -> None:
    assert expand(bz2.compress(lzma.compress(TEXT))).content == TEXT
    assert expand(gzip.compress(zlib.compress(TEXT))).content == TEXT


def test_compressed_more_often_than_the_limit() -> None:
    data = TEXT
    for _ in range(compression.EXPANSION_LAYERS + 1):
        data = gzip.compress(data)

    assert codes(data)[-1] == "source.too-large"


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_bomb_stops_at_the_limit(compress: Callable[[bytes], bytes]) -> None:
    data = compress(bytes(compression.EXPANSION_FLOOR + 10))
    expanded = expand(data)

    assert len(expanded.content) == compression.EXPANSION_FLOOR
    assert [d.code for d in expanded.diagnostics] == ["source.compressed", "source.too-large"]


def test_exactly_the_limit_is_whole() -> None:
    assert codes(gzip.compress(bytes(compression.EXPANSION_FLOOR))) == ["source.compressed"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"x^",
        b"x^2 + y^2 = z^2, and more of the like",
        b"\x1f",
        b"\x1f\x8b",
        b"PK\x03\x04 an archive",
        "x\x01 text".encode("utf-16le"),
        "Text in UTF-16, quite ordinary".encode("utf-16le"),
        b"%PDF-1.7\n\x00\x01\x02",
        b"BZh91AY&SY is how a file of bzip2 begins",
        b"\x28\xb5\x2f\xfd",
        bytes(range(256)),
    ],
)
def test_other_bytes_stay(data: bytes) -> None:
    assert expand(data) == compression.Expanded(content=data)


def test_compressed_text_in_utf16() -> None:
    assert decode(expand(gzip.compress("Größe".encode("utf-16"))).content).text == "Größe"
