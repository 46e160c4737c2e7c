"""Whole WordPress answers into articles, beside the least that any reader of them must do, and beside what people do.

    python benchmarks/wordpress.py [--rounds N]

Prints the processor time of a round, best of N, of: `orjson.loads` and an lxml parse of each post's content (the
least); articlekit; and `json.loads` and BeautifulSoup's `get_text` for the content, where that is installed.
The rounds are interleaved, so that all suffer alike from what else the machine does. Then: how soon the first article
of a list of 10,000 posts is there and what memory reading it takes, and how time grows with size.

Reads the saved answers of the development corpus (``../shared/wordpress/dev``) where that is beside the repository,
else the samples of the tests.
"""

from __future__ import annotations

import argparse
import json
import time
import tracemalloc
from collections.abc import Callable
from itertools import islice, pairwise
from pathlib import Path

import orjson
from lxml import etree

import articlekit
from articlekit.errors import ArticlekitError

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "wordpress" / "dev"
SAMPLES = ROOT / "tests" / "plugins" / "wordpress" / "samples"


def answers() -> list[bytes]:
    """Give the answers that can be read, each as the server would send it."""
    found = []
    for path in sorted(CORPUS.glob("*.json")) or sorted(SAMPLES.glob("*.json")):
        data = path.read_bytes()
        try:
            list(articlekit.parse_all(data, format="wordpress"))
        except ArticlekitError:
            continue
        found.append(orjson.dumps(json.loads(data.decode("utf-8-sig"))))
    return found


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


def best(rounds: int, runs: dict[str, Callable[[list[bytes]], None]], data: list[bytes]) -> dict[str, float]:
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            start = time.process_time()
            run(data)
            times[name].append(time.process_time() - start)
    return {name: min(taken) for name, taken in times.items()}


def side_by_side(rounds: int) -> None:
    runs: dict[str, Callable[[list[bytes]], None]] = {"least": least, "articlekit": ours}
    try:
        import bs4  # noqa: F401
    except ImportError:
        print("BeautifulSoup is not installed: without it")
    else:
        runs["json + BeautifulSoup"] = soup
    data = answers()
    size = sum(map(len, data))
    times = best(rounds, runs, data)
    print(f"{len(data)} answers, {size / 1e6:.1f} MB; best of {rounds} rounds")
    for name, taken in times.items():
        print(f"  {name:22} {taken * 1e3:8.1f} ms  {taken / times['least']:5.2f} × the least")


def a_long_list() -> None:
    post = orjson.loads((SAMPLES / "embedded.json").read_bytes())
    data = orjson.dumps([{**post, "id": i} for i in range(10_000)])
    start = time.perf_counter()
    articles = articlekit.parse_all(data, format="wordpress")
    next(articles)
    first = time.perf_counter() - start
    count = 1 + sum(1 for _ in articles)
    whole = time.perf_counter() - start
    print(f"list of {count:,} posts, {len(data) / 1e6:.0f} MB: first after {first:.2f} s, all after {whole:.2f} s")
    tracemalloc.start()
    for _ in islice(articlekit.parse_all(data, format="wordpress"), 2_000):
        pass
    print(f"  memory at most {tracemalloc.get_traced_memory()[1] / 1e6:.0f} MB while reading 2,000 of them")
    tracemalloc.stop()


def growth() -> None:
    print("growth: the time of 2 × the size, in times of the size")
    shapes: dict[str, Callable[[int], str]] = {
        "paragraphs": lambda n: "<p>One two three.</p>\n" * n,
        "shortcodes": lambda n: '[vc_row a="b"]One[/vc_row]' * n,
        "open brackets": lambda n: "[a " * n,
        "captions": lambda n: '[caption a="b" caption="' * n,
        "typed lines": lambda n: "One\n\n" * n,
        "white space": lambda n: "One" + "\n" * n + "<b>Two</b>",
        "boxes in boxes": lambda n: '<div class="toc share related-posts">' * n,
        "boxes": lambda n: '<div class="toc"><a href="#a">A</a></div>' * n,
        "open blocks": lambda n: "<!-- wp:a {" * n,
        "ampersands": lambda n: "&" * n,
    }
    for name, shape in shapes.items():
        taken = []
        for n in (10_000, 20_000, 40_000):
            data = orjson.dumps({"id": 1, "content": {"rendered": shape(n)}})
            start = time.perf_counter()
            articlekit.parse(data, format="wordpress")
            taken.append(time.perf_counter() - start)
        ratios = ", ".join(f"{after / before:.1f}" for before, after in pairwise(taken))
        print(f"  {name:16} {taken[-1]:6.2f} s for 40,000; {ratios}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--rounds", type=int, default=10)
    side_by_side(arguments.parse_args().rounds)
    a_long_list()
    growth()


if __name__ == "__main__":
    main()
