"""Whole WordPress answers into articles, beside the least that any reader of them must do, and beside what people do.

    python benchmarks/wordpress.py [FOLDER] [--rounds N]

Prints the processor time of a round, best of N, of: `orjson.loads` and an lxml parse of each post's content (the
least); articlekit; and `json.loads` and BeautifulSoup's `get_text` for the content, where that is installed; for
answers in plain UTF-8, and as PHP's `json_encode` writes them. The rounds are interleaved, so that all suffer alike
from what else the machine does. Then what articlekit's time is made of; how soon the first article of a list of
10,000 posts is there and what memory reading it takes. How time grows with size is in ``growth.py``.

Reads the saved answers in FOLDER (``*.json``), without it the samples of the tests.
"""

from __future__ import annotations

import argparse
import json
import time
import tracemalloc
from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path

import orjson
from lxml import etree

import articlekit
from articlekit import Source
from articlekit.errors import ArticlekitError
from articlekit.markup import read_blocks
from articlekit.markup.tokens import tokenize
from articlekit_wordpress.answers import find_posts
from articlekit_wordpress.content import read_content
from articlekit_wordpress.names import read_metadata
from articlekit_wordpress.repair import recover

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "tests" / "plugins" / "wordpress" / "samples"


def answers(folder: Path) -> list[bytes]:
    """Give the answers that can be read, without white space."""
    found = []
    for path in sorted(folder.glob("*.json")):
        data = path.read_bytes()
        try:
            list(articlekit.parse_all(data, format="wordpress"))
        except ArticlekitError:
            continue
        found.append(orjson.dumps(json.loads(data.decode("utf-8-sig"))))
    return found


def as_php(answer: bytes) -> bytes:
    """Write an answer with all the escapes of PHP's `json_encode`."""
    return json.dumps(orjson.loads(answer), separators=(",", ":")).replace("/", "\\/").encode()


def contents(answer: object) -> list[str]:
    """Give the contents of all posts of an answer."""
    if isinstance(answer, list):
        return [html for member in answer for html in contents(member)]
    if not isinstance(answer, dict):
        return []
    content = answer.get("content")
    html = content.get("rendered") if isinstance(content, dict) else content
    if isinstance(html, str):
        return [html]
    return [html for member in answer.values() for html in contents(member)]


def least(data: list[bytes]) -> None:
    for answer in data:
        for html in contents(orjson.loads(answer)):
            if html.strip():
                etree.HTML(html)


def ours(data: list[bytes]) -> None:
    for answer in data:
        for _ in articlekit.parse_all(answer, format="wordpress"):
            pass


def soup(data: list[bytes]) -> None:
    from bs4 import BeautifulSoup

    for answer in data:
        for html in contents(json.loads(answer)):
            BeautifulSoup(html, "html.parser").get_text()


def best(rounds: int, runs: Mapping[str, Callable[[list[bytes]], object]], data: list[bytes]) -> dict[str, float]:
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            start = time.process_time()
            run(data)
            times[name].append(time.process_time() - start)
    return {name: min(taken) for name, taken in times.items()}


def side_by_side(rounds: int, data: list[bytes], kind: str) -> None:
    runs: dict[str, Callable[[list[bytes]], None]] = {"least": least, "articlekit": ours}
    try:
        import bs4  # noqa: F401
    except ImportError:
        print("BeautifulSoup is not installed: without it")
    else:
        runs["json + BeautifulSoup"] = soup
    times = best(rounds, runs, data)
    print(f"{len(data)} answers, {sum(map(len, data)) / 1e6:.1f} MB {kind}; best of {rounds} rounds")
    for name, taken in times.items():
        print(f"  {name:22} {taken * 1e3:8.1f} ms  {taken / times['least']:5.2f} × the least")


def parts(rounds: int, data: list[bytes]) -> None:
    texts = [Source(data=answer).text for answer in data]
    html = [html for answer in data for html in contents(orjson.loads(answer)) if html.strip()]
    posts = [found.post for text in texts for found in find_posts(recover(text).value)]
    runs: dict[str, Callable[[list[bytes]], object]] = {
        "bytes to text": lambda data: [Source(data=answer).text for answer in data],
        "text to JSON": lambda _: [orjson.loads(text) for text in texts],
        "JSON looked over": lambda _: [recover(text) for text in texts],
        "metadata": lambda _: [read_metadata(post) for post in posts],
        "contents to tokens": lambda _: [tokenize(each) for each in html],
        "contents to blocks": lambda _: [read_blocks(each) for each in html],
        "contents, all": lambda _: [read_content(each) for each in html],
        "articles": ours,
    }
    for name, taken in best(rounds, runs, data).items():
        print(f"  {name:22} {taken * 1e3:8.1f} ms")


def a_long_list() -> None:
    post = orjson.loads((SAMPLES / "embedded.json").read_bytes())
    data = orjson.dumps([{**post, "id": i} for i in range(10_000)])
    start = time.process_time()
    articles = articlekit.parse_all(data, format="wordpress")
    next(articles)
    first = time.process_time() - start
    count = 1 + sum(1 for _ in articles)
    whole = time.process_time() - start
    print(f"list of {count:,} posts, {len(data) / 1e6:.0f} MB: the first after {first:.2f} s, all after {whole:.2f} s")
    tracemalloc.start()
    for _ in islice(articlekit.parse_all(data, format="wordpress"), 2_000):
        pass
    print(f"  memory at most {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB while reading 2,000 of them")
    tracemalloc.stop()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=SAMPLES, help="with saved answers")
    parser.add_argument("--rounds", type=int, default=10)
    arguments = parser.parse_args()
    data = answers(arguments.folder)
    side_by_side(arguments.rounds, data, "in plain UTF-8")
    parts(arguments.rounds, data)
    side_by_side(arguments.rounds, list(map(as_php, data)), "with the escapes of PHP")
    a_long_list()


if __name__ == "__main__":
    main()
