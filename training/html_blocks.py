"""Train the table by which `articlekit_html` weighs the lines of a page: ``articlekit_html/body/weighing/table.py``.

    python training/html_blocks.py --corpus FOLDER [--leave-out-fold K]

Gradient boosted trees, few and small, exported as plain Python. Needs scikit-learn and NumPy, which the library does
not. The same corpus gives the same bytes. Trained on (licences are those of the repositories; see the corpus' README):
Murrough-Foley/web-content-extraction-benchmark (CC-BY-4.0), flairNLP/fundus test data (MIT), mozilla/readability test
pages (Apache-2.0), adbar/trafilatura evaluation data (Apache-2.0); without the pages marked `shares_domain`. And on the
pages of this project's tests: what is found on the web holds few of the pieces that articles are made of, and seldom.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from math import floor
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from articlekit.markup import parse_html
from articlekit.source import Source
from articlekit_html.body.first_rules.view import View
from articlekit_html.body.outline.walk import outline_of
from articlekit_html.body.weighing.features import BOUNDS, candidates, columns
from articlekit_html.body.weighing.surroundings import Surroundings
from articlekit_html.metadata import read_metadata

TABLE = Path(__file__).parents[1] / "plugins" / "articlekit_html" / "body" / "weighing" / "table.py"
sys.path.append(str(Path(__file__).parents[1] / "tests"))
from plugins.html.pages_of_pieces import AROUND, PAGES, WRAPPERS, between_paragraphs, paragraph, pieces  # noqa: E402

TREES, LEAVES, RATE, SMALLEST_LEAF = 30, 10, 0.25, 20
#: Which measures a split may choose from. Pages of the web are read alike with any number, the tests' best with this.
SEED = 41
#: Holds the leaves of few pages near zero: without it some gave a line no chance, whatever all other trees said.
L2 = 3.0
#: The share of the measures that a split may choose from: trees that lean on different ones err less on other pages.
MEASURES = 0.4
#: What all pages of a set weigh together follows from what one page weighs; the segments of a page are few.
PAGE_WEIGHT = {"news": 2.0, "wcxb": 1.0, "mozilla": 0.5}
SEGMENT_WEIGHT = 0.0012
#: What all pages of the tests weigh beside all of the corpus.
OWN_WEIGHT = 0.02
UNBOUNDED = (-np.inf, np.inf)
#: So many pieces stand on one of the shorter pages of the tests, and so many paragraphs where there is nothing else.
SOME = 5
SHORT = (1, 2, 3, 5, 8)
BESIDE = "<div class='row'><div><img src='/{}.jpg'></div><div>{}</div></div>"
#: What the lines of the article say on these pages.
OWN = re.compile(r"[A-Z]X\d|In 1[789]\d\d it was so")
FOLDS = 5
TOKEN = re.compile(r"\w+")


class Page:
    """A page with its features, its labels (None where nothing is known) and what each line weighs."""

    def __init__(self, html: str, url: str | None, label: Callable[[list[str]], list[bool | None]]) -> None:
        root = parse_html(html)
        self.view = View(outline_of(root, read_metadata(root, url=url).title_element))
        around = Surroundings(self.view)
        self.lines = candidates(self.view, around)
        measures = columns(self.view, around, self.lines)
        self.names = tuple(measures)
        self.whole = frozenset(name for name, column in measures.items() if all(isinstance(n, int) for n in column))
        cut = [np.clip(np.array(column, float), *BOUNDS.get(name, UNBOUNDED)) for name, column in measures.items()]
        self.rows = np.array(cut, dtype=np.float32).T
        texts = self.view.page.texts
        labels = label(texts)
        self.labels = [labels[line] for line in self.lines]
        known = np.array([label is not None for label in self.labels], dtype=float)
        self.weights = np.array([min(60.0, len(texts[line]) / 6) + 3 for line in self.lines]) * known
        places = self.view.page.line_node
        self.is_sure = [around.is_sure(line, places[line]) for line in self.lines]

    def weighed(self, factor: float) -> Page:
        """Multiply what its lines weigh. What is kept without being weighed teaches nothing about the others."""
        self.weights *= factor
        self.weights[self.is_sure] = 0.0
        return self


def labels_of(row: dict[str, Any], texts: list[str]) -> list[bool | None]:
    """Label the lines of a page of the corpus."""
    if body := row.get("body"):
        labels: list[bool | None] = list(found_in(texts, body))
        if optional := row.get("optional"):
            labels = [a or (None if b else False) for a, b in zip(labels, found_in(texts, optional), strict=True)]
        return labels
    kept = [" ".join(s.split()) for s in row["with"]]
    dropped = [" ".join(s.split()) for s in row.get("without", ())]
    return [
        True
        if any(s in text or (len(text) > 15 and text in s) for s in kept)
        else False
        if any(s in text for s in dropped)
        else None
        for text in texts
    ]


def grams(tokens: list[str], size: int) -> set[tuple[str, ...]]:
    return {tuple(tokens[i : i + size]) for i in range(len(tokens) - size + 1)}


def found_in(texts: list[str], body: str) -> list[bool]:
    """Say which lines are in a body: by most of their shingles; short ones by a line of their own or neighbours."""
    tokens = TOKEN.findall(body)
    by_size = {size: grams(tokens, size) for size in (1, 2, 3, 4)}
    whole = {tuple(TOKEN.findall(line)) for line in body.split("\n")}
    of_line = [TOKEN.findall(text) for text in texts]
    found = [False] * len(texts)
    for i, line in enumerate(of_line):
        if len(line) >= 4:
            shingles = [tuple(line[k : k + 4]) for k in range(len(line) - 3)]
            found[i] = sum(s in by_size[4] for s in shingles) >= 0.6 * len(shingles)
        else:
            found[i] = bool(line) and (tuple(line) in whole or tuple(line) in by_size[len(line)])
    spoken = [i for i, line in enumerate(of_line) if line]
    sure = found[:]
    for place, i in enumerate(spoken):
        if found[i] and len(of_line[i]) < 4:
            before = of_line[spoken[place - 1]] if place and found[spoken[place - 1]] else []
            behind = of_line[spoken[place + 1]] if place + 1 < len(spoken) and found[spoken[place + 1]] else []
            joins = ((before + of_line[i])[-4:], (of_line[i] + behind)[:4])
            sure[i] = any(len(join) == 4 and tuple(join) in by_size[4] for join in joins)
    for i in range(1, len(of_line)):
        if not of_line[i]:
            sure[i] = sure[i - 1]
    return sure


def fold_of(row: dict[str, Any]) -> int:
    """Give to which part of the corpus a page belongs, by its domain."""
    host = (urlsplit(row.get("url") or "").hostname or row["key"]).removeprefix("www.")
    return zlib.crc32(host.encode()) % FOLDS


def of_corpus(corpus: Path, left_out: int | None) -> Iterator[Page]:
    for name in ("news", "wcxb", "mozilla", "trafilatura"):
        for line in (corpus / "truth" / f"{name}.jsonl").read_text(encoding="utf-8").rstrip("\n").split("\n"):
            row = json.loads(line)
            if not row.get("shares_domain") and fold_of(row) != left_out:
                data = gzip.decompress((corpus / "pages" / name / f"{row['key']}.html.gz").read_bytes())
                page = Page(Source(data=data).text, row.get("url"), partial(labels_of, row))
                per_page = PAGE_WEIGHT.get(name)
                yield page.weighed(per_page / max(page.weights.sum(), 1.0) if per_page else SEGMENT_WEIGHT)


def own_pages() -> Iterator[Page]:
    """Give the pages of the tests, in each shell and wrapper: with all pieces, some, none, or pictures beside."""
    every = list(pieces().values())
    contents = [
        between_paragraphs(every),
        *(between_paragraphs(every[n : n + SOME]) for n in range(0, len(every), SOME)),
    ]
    for count in SHORT:
        text = [paragraph(number) for number in range(count)]
        contents += [text, [BESIDE.format(number, said) for number, said in enumerate(text)]]
    for shell in PAGES.values():
        for wrapper in WRAPPERS.values():
            for content in contents:
                page = Page(shell("\n".join(map(wrapper.format, content))), None, own_labels)
                yield page.weighed(1 / max(page.weights.sum(), 1.0))


def own_labels(texts: list[str]) -> list[bool | None]:
    return [False if AROUND.search(text) else True if OWN.search(text) else None for text in texts]


def taught(pages: list[Page], share: float = 1.0) -> tuple[Any, Any, Any]:
    """Give features, labels and weights of the lines of some pages, which weigh so much in all."""
    rows = np.concatenate([page.rows for page in pages])
    labels = np.array([bool(label) for page in pages for label in page.labels])
    weights = np.concatenate([page.weights for page in pages])
    return rows, labels, weights * (share / weights.sum())


def fit(corpus: list[Page], own: list[Page]) -> HistGradientBoostingClassifier:
    parts = zip(taught(corpus), taught(own, OWN_WEIGHT), strict=True)
    rows, labels, weights = (np.concatenate(part) for part in parts)
    known = weights > 0
    model = HistGradientBoostingClassifier(
        max_iter=TREES,
        max_leaf_nodes=LEAVES,
        learning_rate=RATE,
        min_samples_leaf=SMALLEST_LEAF,
        l2_regularization=L2,
        max_features=MEASURES,
        early_stopping=False,
        random_state=SEED,
    )
    return model.fit(rows[known], labels[known], sample_weight=weights[known] / weights[known].mean())


def written(model: HistGradientBoostingClassifier, names: tuple[str, ...], whole: frozenset[str]) -> str:
    """Write the trees as one Python function.

    What is a whole number is compared with one, all else with a float: to compare the two takes Python twice as long.
    """
    trees = [tree for (tree,) in model._predictors]  # noqa: SLF001  there is no other way to the trees
    base = float(model._baseline_prediction.ravel()[0])  # noqa: SLF001

    def branch(nodes: Any, index: int) -> str:
        node = nodes[index]
        if node["is_leaf"]:
            return f"{node['value']:.3f}"
        left, right = branch(nodes, node["left"]), branch(nodes, node["right"])
        name, bound = names[node["feature_idx"]], float(f"{node['num_threshold']:.6g}")
        return f"({left} if {name} <= {floor(bound) if name in whole else bound} else {right})"

    used = {names[n["feature_idx"]] for tree in trees for n in tree.nodes if not n["is_leaf"]}
    unpacked = ", ".join(name if name in used else "_" for name in names)
    terms = "\n".join(f"        + {branch(tree.nodes, 0)}" for tree in trees)
    return (
        '"""Log odds that a line is the article\'s. Written by training/html_blocks.py.\n\n'
        "Trained on data of Murrough-Foley/web-content-extraction-benchmark (CC-BY-4.0), flairNLP/fundus (MIT),\n"
        'mozilla/readability and adbar/trafilatura (Apache-2.0), and on the pages of this project.\n"""\n\n'
        "# ruff: noqa: E501\n# fmt: off\n"
        "from collections.abc import Sequence\n\n\n"
        "def score(row: Sequence[float]) -> float:\n"
        '    """Weigh one line by its features, in the order of `features.columns`."""\n'
        f"    {unpacked} = row\n"
        f"    return (\n        {base:.3f}\n{terms}\n    )\n"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=TABLE)
    parser.add_argument("--leave-out-fold", type=int, choices=range(FOLDS), help="train without these domains")
    arguments = parser.parse_args()
    pages = [page for page in of_corpus(arguments.corpus, arguments.leave_out_fold) if page.lines]
    own = [page for page in own_pages() if page.weights.any()]
    arguments.out.write_text(written(fit(pages, own), pages[0].names, pages[0].whole), encoding="utf-8")


if __name__ == "__main__":
    main()
