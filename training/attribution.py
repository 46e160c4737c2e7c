"""Train the attribution model: two conditional random fields, one on top of the other, and the links of their spans.

    python training/attribution.py CORPUS --models FOLDER

CORPUS is PolNeAR's training split as one JSON object a line, each with a ``text`` and ``attributions`` whose
``source``, ``cue`` and ``content`` are lists of [start, end) offsets. FOLDER keeps the models of python-crfsuite,
some tens of megabytes each; one that is there already is not trained again. Nothing is random but for fixed seeds:
the same corpus gives the same bytes.

1. Two models, each trained on every other article, label the articles that they have not seen.
2. The first pass is trained on all articles.
3. The second pass is trained on all articles, beside the labels of step 1, so that it learns what the first pass
   gets wrong on texts that it has not seen.
4. The links are trained on the spans that people marked.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pycrfsuite

from articlekit.claims.links import Segment, candidates, link_features
from articlekit.claims.observations import observe, survey
from articlekit.claims.second_look import observe_again
from articlekit.claims.tagger import Tagger, feature_hash
from articlekit.claims.templates import SECOND_TEMPLATES, TEMPLATES
from articlekit.claims.tokens import read_blocks
from articlekit.claims.weights import LINKS_FILE, SECOND_FILE, TAGGER_FILE, dump, load_tagger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from articlekit.claims.observations import Columns
    from articlekit.claims.templates import Template
    from articlekit.claims.tokens import Block

    Sequence_ = tuple[list[list[str]], list[str]]

SHIPPED = Path(__file__).parents[1] / "src" / "articlekit" / "claims"
KINDS = {"source": "S", "cue": "C", "content": "T"}
LEAST_SEEN = 3
#: The weight of the L1 penalty and the iterations of each model. The second pass is stopped early and held short: after
#: 150 iterations with 0.3 it trusted the first pass so much that it found less, and was too large to ship.
HALF = {"c1": 0.15, "max_iterations": 50}
FIRST = {"c1": 0.15, "max_iterations": 60}
SECOND = {"c1": 0.5, "max_iterations": 60}
#: How weights are kept: steps a unit, the least of a weight, the least of a feature's best weight.
KEEP_ALL = (32, 0.0, 0.0)
KEEP_FIRST = (24, 0.03, 0.065)
KEEP_SECOND = (32, 0.02, 0.06)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    options = parser.parse_args()
    articles = [json.loads(line) for line in options.corpus.read_text(encoding="utf-8").splitlines()]
    models: Path = options.models
    models.mkdir(parents=True, exist_ok=True)
    (options.out / LINKS_FILE).write_bytes(links(articles))
    for half in (0, 1):
        train(models / f"half{half}.crfsuite", HALF, lambda half=half: first_sequences(articles[half::2]))
    halves = [load_tagger(stored(models / f"half{half}.crfsuite", KEEP_ALL), TEMPLATES) for half in (0, 1)]
    train(models / "second.crfsuite", SECOND, lambda: second_sequences(articles, halves))
    train(models / "first.crfsuite", FIRST, lambda: first_sequences(articles))
    (options.out / TAGGER_FILE).write_bytes(stored(models / "first.crfsuite", KEEP_FIRST))
    (options.out / SECOND_FILE).write_bytes(stored(models / "second.crfsuite", KEEP_SECOND))


def train(path: Path, parameters: dict[str, float], sequences: Callable[[], Iterable[Sequence_]]) -> None:
    """Train one model by L-BFGS, unless it is there."""
    if path.exists():
        return
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for features, labels in sequences():
        trainer.append(pycrfsuite.ItemSequence(features), labels)
    trainer.set_params({"c2": 0.02, "feature.minfreq": LEAST_SEEN, "feature.possible_transitions": True, **parameters})
    unfinished = path.with_suffix(".unfinished")
    trainer.train(str(unfinished))
    unfinished.rename(path)
    print(path.name, flush=True)


def first_sequences(articles: Iterable[dict[str, Any]]) -> Iterator[Sequence_]:
    for article in articles:
        blocks = list(read_blocks(article["text"]))
        for block, around in zip(blocks, survey(blocks), strict=True):
            yield spell(TEMPLATES, observe(block, around)), gold_labels(block, article)


def second_sequences(articles: list[dict[str, Any]], halves: list[Tagger]) -> Iterator[Sequence_]:
    for index, article in enumerate(articles):
        unseen = halves[1 - index % 2]
        blocks = list(read_blocks(article["text"]))
        for block, around in zip(blocks, survey(blocks), strict=True):
            columns = observe(block, around)
            again = observe_again(block, around, columns, unseen.tag(columns))
            yield spell(SECOND_TEMPLATES, again), gold_labels(block, article)


def spell(templates: tuple[Template, ...], columns: Columns) -> list[list[str]]:
    return [
        [
            f"{name}@{shift}"
            for template, keys in zip(templates, columns, strict=True)
            for name, shift in template.features(keys, token)
        ]
        for token in range(len(columns[-1]))
    ]


def gold_labels(block: Block, article: dict[str, Any]) -> list[str]:
    """The labels of a block's tokens; a source that several attributions share is labelled once."""
    labels = ["O"] * len(block.words)
    for kind, name in KINDS.items():
        for attribution in article["attributions"]:
            for start, end in attribution[kind]:
                first, last = bisect_right(block.ends, start), bisect_left(block.starts, end) - 1
                if first < last:
                    labels[first : last + 1] = [f"B-{name}", *[f"I-{name}"] * (last - first - 1), f"E-{name}"]
                elif first == last:
                    labels[first] = f"S-{name}"
    return labels


def stored(path: Path, keep: tuple[int, float, float]) -> bytes:
    """Round the weights of a trained model to eight bits, hash their names, leave the least out."""
    scale, least, least_best = keep
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    info = tagger.info()
    labels = sorted(tagger.labels())
    place = {label: index for index, label in enumerate(labels)}
    best: Counter[str] = Counter()
    for (name, _), weight in info.state_features.items():
        best[name] = max(best[name], abs(weight))
    weights: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
    for (name, label), weight in sorted(info.state_features.items()):
        rounded = round(weight * scale)
        if rounded and abs(weight) >= least and best[name] >= least_best:
            base, shift = name.rsplit("@", 1)
            weights[feature_hash(base), int(shift)][place[label]] += rounded
    steps = [[round(info.transitions.get((a, b), 0) * scale) for b in labels] for a in labels]
    return dump(labels, steps, {feature: {i: clip(w) for i, w in row.items()} for feature, row in weights.items()})


def clip(weight: int) -> int:
    return max(-127, min(127, weight))


def links(articles: list[dict[str, Any]], *, rounds: int = 4, rate: float = 0.2, scale: int = 32) -> bytes:
    """Train the links by AdaGrad (Duchi, Hazan & Singer 2011)."""
    examples = [example for article in articles for example in link_examples(article)]
    seen = Counter(feature for choices, _ in examples for features in choices for feature in set(features))
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(float)
    order = random.Random(1)  # noqa: S311
    for _ in range(rounds):
        order.shuffle(examples)
        for choices, right in examples:
            known = [[feature for feature in features if seen[feature] > LEAST_SEEN] for features in choices]
            for features, gradient in zip(known, gradients(known, right, weights), strict=True):
                for feature in features if abs(gradient) > 1e-3 else ():
                    squares[feature] += gradient * gradient
                    weights[feature] -= rate * gradient / math.sqrt(squares[feature] + 1e-8)
    rounded: Counter[int] = Counter()
    for feature, weight in weights.items():
        rounded[feature_hash(feature)] += round(weight * scale)
    return dump(["link"], [[0]], {(hashed, 0): {0: clip(w)} for hashed, w in rounded.items() if abs(w) > 3})


def gradients(choices: list[list[str]], right: set[int], weights: dict[str, float]) -> list[float]:
    scores = [sum(weights[feature] for feature in features) for features in choices]
    highest = max(scores)
    odds = [math.exp(score - highest) for score in scores]
    total, good = sum(odds), sum(odds[index] for index in right)
    return [odd / total - (odd / good if index in right else 0) for index, odd in enumerate(odds)]


def link_examples(article: dict[str, Any]) -> Iterator[tuple[list[list[str]], set[int]]]:
    owners: dict[tuple[int, int, str], set[int]] = defaultdict(set)
    for number, attribution in enumerate(article["attributions"]):
        for kind, name in KINDS.items():
            for start, end in attribution[kind]:
                owners[start, end, name].add(number)
    spans = sorted(owners)
    for block in read_blocks(article["text"]):
        segments: list[Segment] = []
        owned: list[set[int]] = []
        for start, end, name in spans:
            first, last = bisect_right(block.ends, start), bisect_left(block.starts, end)
            if block.starts[0] <= start < block.ends[-1] and first < last:
                sentence = bisect_right(block.sentences, first)
                segments.append(Segment(kind=name, first=first, end=last, sentence=sentence, index=len(segments)))
                owned.append(owners[start, end, name])
        for segment in segments:
            if segment.kind != "S":
                choices = candidates(segments, segment)
                mine = owned[segment.index]
                right = {i for i, each in enumerate(choices) if each is not None and owned[each.index] & mine}
                yield [link_features(block, segments, segment, each) for each in choices], right or {len(choices) - 1}


if __name__ == "__main__":
    main()
