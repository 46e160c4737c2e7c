"""What importing costs, beside lxml's own import: articlekit, its records, its plugins, and a first article.

Run: ``python benchmarks/importing.py``. Each step runs in interpreters of its own, which take turns; the best of many
counts. Times are milliseconds of the processor, lxml and the standard library's part of it not counted twice.
"""

from __future__ import annotations

import subprocess
import sys

ROUNDS = 7
POST = '{"id": 1, "title": {"rendered": "Tea"}, "content": {"rendered": "<p>It is hot.</p>"}}'
#: What is done before, and what is measured.
STEPS = {
    "import lxml.etree": ("", "import lxml.etree"),
    "import articlekit": ("import lxml.etree", "import articlekit"),
    "articlekit.Article": ("import lxml.etree, articlekit", "articlekit.Article"),
    "articlekit.formats()": ("import lxml.etree, articlekit; articlekit.Article", "articlekit.formats()"),
    "a first article": ("import lxml.etree, articlekit; articlekit.formats()", f"articlekit.parse({POST!r})"),
    "a first article, all in all": ("import lxml.etree", f"import articlekit; articlekit.parse({POST!r})"),
}


def milliseconds(before: str, step: str) -> float:
    """Run a step in a new interpreter."""
    code = f"import time\n{before}\nstart = time.process_time()\n{step}\nprint(time.process_time() - start)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603
    return 1000 * float(done.stdout)


def main() -> None:
    """Print the best time of each step."""
    best = dict.fromkeys(STEPS, float("inf"))
    for _ in range(ROUNDS):
        for name, (before, step) in STEPS.items():
            best[name] = min(best[name], milliseconds(before, step))
    for name, time in best.items():
        print(f"{name:30} {time:7.1f} ms")


if __name__ == "__main__":
    main()
