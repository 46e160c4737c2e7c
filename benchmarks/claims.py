"""How fast claims are found, and that time grows with the length of the text alone: ``python benchmarks/claims.py``.

Seconds are processor time, the best of several runs. Figures of quality come from ``training/worth.py --evaluate``.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from articlekit.article import Article
from articlekit.blocks import Paragraph
from articlekit.claims import find_attributions, find_claims, score_sentences, split_sentences

CORPUS = Path(__file__).parents[2] / "shared" / "claims" / "polnear_dev.jsonl"
SENTENCE = "The government spent $2.5 billion on 400 new schools in 2016, Jane Doe said on Monday. "
#: What is said again and again until the text has its size.
HARD = {
    "paragraphs": SENTENCE * 5 + "\n\n",
    "short paragraphs": "“We won,” he said.\n\n",
    "one paragraph": SENTENCE,
    "one sentence": "the school and ",
    "one sentence of cues": "he said that ",
    "quotation marks": '"',
    "quotation marks apart": '" ',
    "marks that never close": "“a ",
    "quotations": "“a b c d e” ",
    "quotations and speakers": "“We won it,” she said. ",
    "names behind dashes": "“We have won it.” — Park Jin\n",
    "lines": "It is what it was.\n",
    "dots": ". . ",
    "digits and commas": "1,",
    "spaces": " ",
}


def seconds(work: Callable[[], object], rounds: int = 1) -> float:
    best = float("inf")
    for _ in range(rounds):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


def article(text: str) -> Article:
    return Article(body=tuple(Paragraph(text=" ".join(part.split(" "))) for part in text.split("\n\n") if part))


def articles() -> list[Article]:
    if not CORPUS.exists():
        return [article("\n\n".join([SENTENCE * 3] * 18))]
    lines = CORPUS.read_text(encoding="utf-8").splitlines()
    return [article(json.loads(line)["text"]) for line in lines]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of the hard texts")
    options = parser.parse_args()
    found = articles()
    near = sorted(found, key=lambda each: abs(len(each.text.split()) - 800))[:7]
    for each in near:
        whole = seconds(partial(find_claims, each), 5)
        said = seconds(partial(find_attributions, each.text), 5)
        print(f"{len(each.text.split())} words: {1000 * whole:.1f} ms, attribution {1000 * said:.1f} ms of them")
    sentences = [span.of(each.text) for each in found for span in split_sentences(each.text)]
    print(f"scoring: {len(sentences) / seconds(lambda: score_sentences(sentences), 3):,.0f} sentences a second")
    for name, piece in HARD.items():
        half, full = (
            seconds(partial(find_claims, article(piece * (size // len(piece)) + "a")))
            for size in (options.size // 2, options.size)
        )
        print(f"{name}: {half:.2f} s, twice as long {full:.2f} s, {full / half:.2f} times")


if __name__ == "__main__":
    main()
