"""Train the attribution model: two conditional random fields, one on top of the other, and the links of their spans.

    python training/attribution.py CORPUS --models FOLDER

CORPUS is PolNeAR's training split as one JSON object a line, each with a ``text`` and ``attributions`` whose
``source``, ``cue`` and ``content`` are lists of [start, end) offsets. FOLDER keeps the models of python-crfsuite,
some tens of megabytes each; one that is there already is not trained again. Nothing is random but for fixed seeds:
the same corpus gives the same bytes.

1. Two models, each trained on every other article, label the articles that they have not seen. Their mean is the first
   pass.
2. The second pass is trained on all articles, beside the labels of step 1, so that it learns what the first pass
   gets wrong on texts that it has not seen: several models with different penalties, of which the mean is taken.
3. The links are trained on the spans that people marked.
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

from articlekit.claims.attribution.links import Segment, candidates, link_features
from articlekit.claims.attribution.observations import observe, survey
from articlekit.claims.attribution.second_look import observe_again
from articlekit.claims.attribution.tagger import Tagger, feature_hash
from articlekit.claims.attribution.templates import SECOND_TEMPLATES, TEMPLATES
from articlekit.claims.attribution.tokens import read_blocks
from articlekit.claims.attribution.weights import LINKS_FILE, SECOND_FILE, TAGGER_FILE, dump, load_tagger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from articlekit.claims.attribution.observations import Columns
    from articlekit.claims.attribution.templates import Template
    from articlekit.claims.attribution.tokens import Block

    Sequence_ = tuple[list[list[str]], list[str]]

SHIPPED = Path(__file__).parents[1] / "src" / "articlekit" / "claims" / "attribution"
KINDS = {"source": "S", "cue": "C", "content": "T"}
LEAST_SEEN = 3
#: The shifts at which a feature is worth its place, where these are not all that its template has: endings, shapes and
#: pairs of words tell little of tokens further off, and make the models larger and worse.
SHIFTS_OF = {
    "s2": (0,), "p4": (0,), "s3": (-1, 0, 1), "sh": (-1, 0, 1), "ww": (0, 1), "wc": (0, 1), "cw": (0, 1)
}  # fmt: skip
#: The weights of the L1 and L2 penalties and the iterations of each model.
HALF = {"c1": 0.15, "c2": 0.02, "max_iterations": 50}
SECOND = (
    {"c1": 0.3, "c2": 0.2, "max_iterations": 60},
    {"c1": 0.4, "c2": 0.02, "max_iterations": 80},
    {"c1": 0.5, "c2": 0.02, "max_iterations": 100},
)
#: How weights are kept: steps a unit, the least of a weight, the least of a feature's best weight.
KEEP_ALL = (32, 0.0, 0.0)
KEEP_FIRST = (16, 0.03, 0.065)
KEEP_SECOND = (16, 0.0, 0.0)


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
    half_models = [models / f"half{half}.crfsuite" for half in (0, 1)]
    for half, path in enumerate(half_models):
        train(path, HALF, lambda half=half: first_sequences(articles[half::2]))
    halves = [load_tagger(stored([path], KEEP_ALL), TEMPLATES) for path in half_models]
    second_models = [models / f"second{number}.crfsuite" for number in range(len(SECOND))]
    for path, parameters in zip(second_models, SECOND, strict=True):
        train(path, parameters, lambda: second_sequences(articles, halves))
    (options.out / TAGGER_FILE).write_bytes(stored(half_models, KEEP_FIRST))
    (options.out / SECOND_FILE).write_bytes(stored(second_models, KEEP_SECOND))


def train(path: Path, parameters: dict[str, float], sequences: Callable[[], Iterable[Sequence_]]) -> None:
    """Train one model by L-BFGS, unless it is there."""
    if path.exists():
        return
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for features, labels in sequences():
        trainer.append(pycrfsuite.ItemSequence(features), labels)
    trainer.set_params({"feature.minfreq": LEAST_SEEN, "feature.possible_transitions": True, **parameters})
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
            if shift in SHIFTS_OF.get(name.partition("=")[0], (shift,))
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


def stored(paths: list[Path], keep: tuple[int, float, float]) -> bytes:
    """Take the mean of trained models, round its weights to eight bits, hash their names, leave the least out."""
    scale, least, least_best = keep
    labels, features, transitions = mean_of(paths)
    place = {label: index for index, label in enumerate(labels)}
    best: Counter[str] = Counter()
    for (name, _), weight in features.items():
        best[name] = max(best[name], abs(weight))
    weights: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
    for (name, label), weight in sorted(features.items()):
        rounded = round(weight * scale)
        if rounded and abs(weight) >= least and best[name] >= least_best:
            hashed, shift = name.rsplit("@", 1)
            weights[feature_hash(hashed), int(shift)][place[label]] += rounded
    steps = [[round(transitions.get((a, b), 0) * scale) for b in labels] for a in labels]
    return dump(labels, steps, {feature: {i: clip(w) for i, w in row.items()} for feature, row in weights.items()})


def mean_of(paths: list[Path]) -> tuple[list[str], dict[tuple[str, str], float], dict[tuple[str, str], float]]:
    """Give the labels of models, and the means of what they say of features and of transitions."""
    features: dict[tuple[str, str], float] = defaultdict(float)
    transitions: dict[tuple[str, str], float] = defaultdict(float)
    for path in paths:
        tagger = pycrfsuite.Tagger()
        tagger.open(str(path))
        info = tagger.info()
        for mean, said in ((features, info.state_features), (transitions, info.transitions)):
            for key, weight in said.items():
                mean[key] += weight / len(paths)
    return sorted(tagger.labels()), features, transitions


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
