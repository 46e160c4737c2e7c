"""What decoding costs beside ``bytes.decode``, how it grows, and how often it guesses right beside charset-normalizer.

Run: ``python benchmarks/source.py``. The two take turns on every text; the best of many rounds counts. Growth is the
time for twice the input over the time for the input; 2 is linear.
"""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Callable
from functools import partial
from hashlib import shake_256
from pathlib import Path
from time import perf_counter

from articlekit.decoding import decode, expand, labels
from articlekit.source import Source

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from decoding.languages import ENCODINGS, TEXTS

ROUNDS = 15
PYTHON = {"macintosh": "mac-roman", "x-mac-cyrillic": "mac-cyrillic", "windows-874": "cp874"}
PLAIN = {language: ("<p>" + TEXTS[language] + "</p>\n") * 1500 for language in ("en", "fr", "ru", "zh")}
PLAIN["ASCII"] = "<p>The talks went on until after midnight, and nobody wanted to say what came of them.</p>\n" * 3000

#: Input that has to be read in linear time: from its size in units.
HOSTILE: dict[str, Callable[[int], bytes]] = {
    "good prose": lambda n: PLAIN["fr"].encode()[:1000] * n,
    "mojibake": lambda n: labels.decode(PLAIN["fr"].encode()[:1000], "windows-1252").encode() * n,
    "half mojibake": lambda n: "Itâ€™s “good”, donâ€™t you think? ".encode() * 30 * n,
    "Ã without end": lambda n: "Ã".encode() * 500 * n,
    "sequences without end": lambda n: "Ã©".encode() * 300 * n,
    "question marks": lambda n: b"?" * 1000 * n,
    "question marks in words": lambda n: b"a?b " * 250 * n,
    "U+FFFD": lambda n: b"\xef\xbf\xbd" * 300 * n,
    "stray bytes": lambda n: "é".encode() * 300 * n + b"e\xe9" * 200 * n,
    "bytes FF": lambda n: b"\xff" * 1000 * n,
    "bytes 80": lambda n: b"\x80" * 1000 * n,
    "NULs": lambda n: b"\0" * 1000 * n,
    "UTF-16 without a mark": lambda n: PLAIN["ru"][:500].encode("utf-16le") * n,
    "comments without end": lambda n: b"<!--" * 250 * n + b"\xe9",
    "meta without end": lambda n: b"<meta " * 160 * n + b"\xe9",
    "scripts without end": lambda n: b"<script \xef\xbf\xbd " * 70 * n,
    "byte order marks": lambda n: b"\xef\xbb\xbf" * 300 * n,
    "tiny gzip members": lambda n: gzip.compress(b"") * 50 * n,
    "gzip cut": lambda n: gzip.compress(PLAIN["fr"].encode()[:1000] * n * 5)[:-9],
    "gzip damaged": lambda n: gzip.compress(shake_256(b"").digest(500 * n))[:-5] + b"\xff" * 5,
    "zlib bomb": lambda n: zlib.compress(bytes(10_000 * n)),
}


def best(*functions: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    times = [float("inf")] * len(functions)
    for _ in range(rounds):
        for i, function in enumerate(functions):
            start = perf_counter()
            function()
            times[i] = min(times[i], perf_counter() - start)
    return times


def text_of(data: bytes) -> str:
    return Source(data=data).text


def cost() -> None:
    print("valid UTF-8: time of Source.text over the time of bytes.decode")
    for name, text in PLAIN.items():
        data = text.encode()
        ours, bare = best(partial(text_of, data), data.decode)
        print(f"  {name:6} {ours / bare:6.2f}   {len(data) / ours / 1e6:8,.0f} MB/s")


def growth() -> None:
    print("growth for twice the size; milliseconds per MB")
    for name, make in HOSTILE.items():
        small, large = make(1000), make(2000)
        one, two = best(partial(text_of, small), partial(text_of, large), rounds=3)
        print(f"  {name:25} {two / one:5.2f}   {two * 1e9 / len(large):8,.0f}")


def guesses() -> None:
    from charset_normalizer import from_bytes

    right = theirs = count = 0
    for language, names in ENCODINGS.items():
        for name in names:
            data = TEXTS[language].encode(PYTHON.get(name, name), "ignore")
            for bytes_ in (data, b'<p class="x">Some words</p> ' + data + b' <a href="/more">More</a>'):
                wanted = labels.decode(bytes_, name)
                count += 1
                right += decode(bytes_).text == wanted
                found = from_bytes(bytes_).best()
                theirs += found is not None and str(found) == wanted
    print(f"undeclared legacy encodings, two sentences each: {right} of {count} right; charset-normalizer {theirs}")


def expansion() -> None:
    data = gzip.compress(PLAIN["fr"].encode() * 20)
    ours, bare = best(lambda: expand(data), lambda: gzip.decompress(data), rounds=5)
    print(f"gzip: {ours / bare:.2f} of the time of gzip.decompress")


if __name__ == "__main__":
    cost()
    growth()
    expansion()
    guesses()
