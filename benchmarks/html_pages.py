"""Measure the HTML parser on the development pages: the scorer's table, and how time grows with hostile input.

    python benchmarks/html_pages.py score FOLDER [--sets news,wcxb] [--peer trafilatura]
    python benchmarks/html_pages.py growth

`score` runs the ``score.py`` of the corpus in FOLDER; `growth` doubles what a page holds three times and prints what
that costs.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import articlekit

QUOTED = '\\"'
SENTENCE = "This is a sentence of the article, and it says something new about number {}. "
PAGE = "<html><body><nav><a href=/>Home</a></nav><article>{}</article><footer>x</footer></body></html>"
#: What is repeated, and how often at first.
SHAPES: dict[str, tuple[Callable[[int], str], int]] = {
    "paragraphs": (lambda n: "".join(f"<p>{SENTENCE.format(i)}</p>" for i in range(n)), 12_500),
    "links": (lambda n: "".join(f"<p>{SENTENCE.format(i)}<a href='/{i}'>link {i}</a></p>" for i in range(n)), 3_750),
    "attributes": (lambda n: f"<div {' '.join(f'a{i}=b' for i in range(n))}>{TEXT}</div>", 2_500),
    "nested": (lambda n: "<div>" * n + TEXT + "</div>" * n, 1_250),
    "figures": (lambda n: TEXT + "<figure><img src=/a.jpg><figcaption>One</figcaption></figure>" * n, 2_000),
    "buttons": (
        lambda n: (
            TEXT + "<figure>" + "<div><b>Zoom</b><img src=/a.jpg></div>" * n + "<figcaption>One</figcaption></figure>"
        ),
        2_000,
    ),
    "line breaks": (lambda n: "<br><br>".join(SENTENCE.format(i) for i in range(n)), 5_000),
    "asides": (lambda n: "".join(f"<p>{SENTENCE}</p><aside>{SENTENCE.format(i)}</aside>" for i in range(n)), 1_000),
    "notes": (lambda n: TEXT + "<p class=footnote><a href=#r>1</a> A note of them.</p>" * n, 2_000),
    "authors": (lambda n: "<div itemscope itemprop=author>" * 500 + "x<br>" * n, 10_000),
    "templates": (lambda n: "<template>" * 500 + "<b>xy</b>" * n, 10_000),
    "strings": (lambda n: f'<h1>Sentence</h1><script>x = "{SENTENCE * 9}{QUOTED * n}</script>', 100_000),
    "long word": (lambda n: f"<p>{'a' * n}</p>", 375_000),
    "ampersands": (lambda n: f"<p>{SENTENCE}{'&' * n}</p>", 125_000),
}
TEXT = "".join(f"<p>{SENTENCE.format(i) * 3}</p>" for i in range(5))


def text_of(html: bytes, url: str | None) -> dict[str, object]:
    """Give what ``score.py`` scores."""
    article = articlekit.parse(html, format="html", url=url)
    return {
        "text": article.text,
        "title": article.title,
        "authors": [author.name for author in article.authors],
        "date": str(article.published or ""),
        "tags": list(article.tags),
        "language": article.language,
    }


def trafilatura(html: bytes, url: str | None) -> dict[str, object]:
    """Give the same of a peer."""
    import trafilatura as peer

    found = peer.bare_extraction(html, url=url, include_comments=False, with_metadata=True)
    if found is None:
        return {}
    authors = (found.author or "").split("; ")
    return {"text": found.text, "title": found.title, "authors": authors, "date": found.date, "tags": found.tags}


def score(corpus: Path, function: str, rest: list[str]) -> None:
    here = Path(__file__).parent
    subprocess.run([sys.executable, str(corpus / "score.py"), f"html_pages:{function}", *rest], cwd=here, check=True)  # noqa: S603


def growth() -> None:
    for name, (shape, size) in SHAPES.items():
        times = []
        for doubled in (size, 2 * size, 4 * size, 8 * size):
            page = PAGE.format(shape(doubled))
            start = time.process_time()
            article = articlekit.parse(page, format="html")
            times.append(time.process_time() - start)
        ratios = " ".join(f"{b / a:.2f}" for a, b in pairwise(times))
        per_megabyte = times[-1] / (len(page) / 1e6)
        kept = len(article.text) / len(page)
        print(f"{name:<12} {times[-1]:7.3f} s  {per_megabyte:6.2f} s/MB  each doubling x {ratios}  text {kept:.0%}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["score", "growth"])
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--peer", choices=["trafilatura"])
    arguments, rest = parser.parse_known_args()
    if arguments.what == "growth":
        growth()
    elif arguments.corpus is None:
        parser.error("score needs the FOLDER of a corpus")
    else:
        score(arguments.corpus.resolve(), arguments.peer or "text_of", rest)


if __name__ == "__main__":
    main()
