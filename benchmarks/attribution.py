"""Attribution: scores on PolNeAR's development split, sentence ends, and speed for an 800-word article.

python benchmarks/attribution.py [FOLDER of the claims corpora, with score.py]
"""

from __future__ import annotations

import importlib.util
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from articlekit.claims import find_attributions, split_sentences
from articlekit.claims.sentences.quotes import find_quotations

if TYPE_CHECKING:
    from collections.abc import Callable

    from articlekit.claim import Attribution, Span

KINDS = ("source", "cue", "content")


def main() -> None:
    corpora = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2] / "shared" / "claims")
    articles = [json.loads(line) for line in (corpora / "polnear_dev.jsonl").read_text(encoding="utf-8").splitlines()]
    scores(corpora, articles)
    sentences(corpora)
    speed([article["text"] for article in articles])


def scores(corpora: Path, articles: list[dict[str, Any]]) -> None:
    spec = importlib.util.spec_from_file_location("score", corpora / "score.py")
    assert spec
    assert spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    predictions = [[offsets(each) for each in find_attributions(article["text"])] for article in articles]
    for name, (precision, recall, f1) in scorer.attribution(articles, predictions).items():
        print(f"{name:27} P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}")
    direct_quotes(articles, predictions)


def offsets(attribution: Attribution) -> dict[str, list[tuple[int, int]]]:
    return {kind: [bare(span) for span in getattr(attribution, kind)] for kind in KINDS}


def bare(span: Span) -> tuple[int, int]:
    return span.start, span.end


def direct_quotes(articles: list[dict[str, Any]], predictions: list[list[dict[str, list[tuple[int, int]]]]]) -> None:
    """How many contents that stand in quotation marks are found (IoU of 0.5), and how many with their source."""
    marked = found = sourced = 0
    for article, predicted in zip(articles, predictions, strict=True):
        quotations = [(q.start, q.end) for q in find_quotations(article["text"]) if q.depth == 0]
        for gold in article["attributions"]:
            spans = gold["content"]
            if not spans or not all(any(s <= a and b <= e + 1 for s, e in quotations) for a, b in spans):
                continue
            if not all(article["text"][a] in "\"“'‘" for a, _ in spans):
                continue
            marked += 1
            best = max(predicted, key=lambda each: overlap(each["content"], spans), default=None)
            if best and overlap(best["content"], spans) >= 0.5:
                found += 1
                touching = any(a < d and c < b for a, b in best["source"] for c, d in gold["source"])
                sourced += touching or not (best["source"] or gold["source"])
    print(f"direct quotes: {marked}, found {found / marked:.1%}, with their source {sourced / marked:.1%}")


def overlap(one: list[tuple[int, int]], two: list[tuple[int, int]]) -> float:
    ours, theirs = ({i for a, b in spans for i in range(a, b)} for spans in (one, two))
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 0.0


def sentences(corpora: Path) -> None:
    name = "sentences_corenlp_polnear_dev30.jsonl"
    rows = [json.loads(line) for line in (corpora / name).read_text(encoding="utf-8").splitlines()]
    right = ours = theirs = 0
    for row in rows:
        ends, silver = {span.end for span in split_sentences(row["text"])}, {end for _, end in row["sentences"]}
        right, ours, theirs = right + len(ends & silver), ours + len(ends), theirs + len(silver)
    text = "\n\n".join(row["text"] for row in rows) * 10
    rate = len(text) / best(split_sentences, text) / 1e6
    print(f"sentence ends: F1 {200 * right / (ours + theirs):.1f}; {rate:.1f} M characters/s")


def speed(texts: list[str]) -> None:
    words = sum(len(text.split()) for text in texts)
    seconds = best(lambda all_texts: [find_attributions(text) for text in all_texts], texts)
    print(f"attribution: {800_000 * seconds / words:.1f} ms of processor time for 800 words")


def best(function: Callable[[Any], object], argument: Any, rounds: int = 3) -> float:
    """The least processor time of a few runs, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        function(argument)
        times.append(time.process_time() - start)
    return min(times)


if __name__ == "__main__":
    main()
