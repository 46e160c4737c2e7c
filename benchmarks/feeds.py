"""Feeds into articles, beside feedparser and fastfeedparser.

    python benchmarks/feeds.py [FOLDER] [--rounds N]

Prints entries per second of processor time, best of N interleaved rounds, and the ratio to feedparser. articlekit does
more than the others: it reads each entry's HTML into blocks. ``records`` is the part that is comparable with them: the
XML into one element a record, without what is in it.

Reads the feeds in FOLDER (``*.xml``), without it the samples of the tests.
"""

from __future__ import annotations

import argparse
import importlib
import re
import time
from collections.abc import Callable
from pathlib import Path

import articlekit
from articlekit import Source
from articlekit.markup import read_records

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "tests" / "plugins" / "feeds" / "samples"


def feeds(folder: Path | None) -> list[bytes]:
    """Give the RSS and Atom feeds."""
    paths = folder.glob("*.xml") if folder else (path for path in SAMPLES.glob("*/*") if path.suffix != ".json")
    found = (path.read_bytes() for path in sorted(paths))
    return [data for data in found if not re.search(rb"wordpress\.org/export/", data[:4096])]


def ours(data: bytes) -> int:
    return sum(1 for _ in articlekit.parse_all(data))


def records(data: bytes) -> int:
    found = read_records(Source(data=data), frozenset({"channel", "feed", "RDF"}), frozenset({"item", "entry"}))
    return sum(record.name in ("item", "entry") for record in found)


def parsers() -> dict[str, Callable[[bytes], int]]:
    """Give what can be measured here, each a function that counts the entries that it has read."""
    found: dict[str, Callable[[bytes], int]] = {"articlekit": ours, "records": records}
    for name in ("feedparser", "fastfeedparser"):
        try:
            parse = importlib.import_module(name).parse
        except ImportError:
            print(f"{name} is not installed")
        else:
            found[name] = lambda data, parse=parse: len(parse(data)["entries"])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", help="with feeds")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    data = feeds(arguments.folder)
    best: dict[str, float] = {}
    entries: dict[str, int] = {}
    for _ in range(arguments.rounds):
        for name, parse in parsers().items():
            start = time.process_time()
            entries[name] = 0
            for feed in data:
                try:
                    entries[name] += parse(feed)
                except Exception as failed:  # noqa: BLE001  how others fail on what is broken is theirs
                    print(f"{name}: {type(failed).__name__} on a feed of {len(feed):,} bytes")
            best[name] = min(best.get(name, float("inf")), time.process_time() - start)
    print(f"{len(data)} feeds, {sum(map(len, data)):,} bytes")
    slowest = best.get("feedparser")
    for name, seconds in best.items():
        ratio = f"{slowest / seconds * entries[name] / entries['feedparser']:6.1f} x feedparser" if slowest else ""
        print(f"{name:16}{entries[name]:5} entries{entries[name] / seconds:10.0f} a second {ratio}")


if __name__ == "__main__":
    main()
