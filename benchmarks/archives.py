"""Pages out of a WARC file, beside the sum of what it cannot do without: walking the records, and reading their pages.

    python benchmarks/archives.py [FOLDER] [--rounds N]

Prints pages per second of processor time, best of N interleaved rounds, and the share of the sum that is reached.
Reads the pages in FOLDER (``*.html.gz``), without it the samples of the tests. Needs ``articlekit[warc]``.
"""

from __future__ import annotations

import argparse
import gzip
import io
import time
from pathlib import Path

from fastwarc.warc import ArchiveIterator

import articlekit
from articlekit import Source

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "tests" / "plugins" / "html" / "samples"
MOST = 60


def pages(folder: Path | None) -> list[bytes]:
    if folder is not None:
        return [gzip.decompress(path.read_bytes()) for path in sorted(folder.glob("*.html.gz"))[:MOST]]
    return [path.read_bytes() for path in sorted(SAMPLES.glob("*.html"))]


def address(number: int) -> str:
    return f"https://pages.example/{number}"


def record(number: int, page: bytes) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:036}>\r\n"
        f"WARC-Date: 2024-05-02T08:00:00Z\r\nWARC-Target-URI: {address(number)}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def read(source: Source) -> int:
    try:
        return sum(1 for _ in articlekit.parse_all(source))
    except articlekit.ArticlekitError:
        return 0


def alone(archive: bytes, saved: list[bytes]) -> int:
    for each in ArchiveIterator(io.BytesIO(archive)):
        each.reader.read()
    return sum(
        read(Source(data=page, url=address(number), content_type="text/html")) for number, page in enumerate(saved)
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="with pages, gzipped")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    saved = pages(arguments.folder)
    archive = b"".join(record(number, page) for number, page in enumerate(saved))
    runs = {"articlekit": lambda: read(Source(data=archive)), "the sum": lambda: alone(archive, saved)}
    best = dict.fromkeys(runs, float("inf"))
    for _ in range(arguments.rounds):
        for name, run in runs.items():
            start = time.process_time()
            run()
            best[name] = min(best[name], time.process_time() - start)
    for name, spent in best.items():
        print(f"{name:<10} {len(saved) / spent:8.1f} pages/s")
    print(f"{best['the sum'] / best['articlekit']:.3f} of the sum's speed ({len(saved)} pages, {len(archive):,} bytes)")


if __name__ == "__main__":
    main()
