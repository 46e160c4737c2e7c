"""How much of damaged WordPress answers comes back: every kind of damage, twenty saved answers, kind by kind.

    python benchmarks/wordpress_damage.py FOLDER [KIND …] [--seeds N] [--short]

FOLDER holds saved answers in ``dev/``, what they are in ``index.tsv`` (``file``, ``kind``, ``site``, ``language``),
and ``damage.py``, which damages them: ``K`` names the kinds, ``damage(kind, seed, data)`` does it. Answers are read by
`articlekit.parse_all` without a format, and compared with the articles of the undamaged answer. For each kind it
prints, in per cent: fields that are equal (of nine); words of the body that came back, of those that are still in the
damaged text where something was cut off, else of all; words of the recovered body that are not in the article; and,
of the inputs that lost something, those that say so. ``none`` is the undamaged answer.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from attrs import define

import articlekit
from articlekit import Article, entities
from articlekit.errors import ArticlekitError
from articlekit.plugin import Source

CUTS = {"html_text_pass", "truncate", "truncate_escape", "truncate_utf8", "truncate_tail", "head_cut", "gzip_cut"}
WORD = re.compile(r"\w+")


def damage_module(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("damage", folder / "damage.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def chosen_files(folder: Path, count: int = 20) -> list[Path]:
    """One file a site, other languages and lists first, no larger than 200 kB, thirty words in one post at least."""
    with (folder / "index.tsv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["kind"] in {"v2-single", "v2-list"}]
    rows.sort(key=lambda row: (row["language"].startswith(("en", "?", "la")), row["kind"] != "v2-list", row["file"]))
    sites: set[str] = set()
    files: list[Path] = []
    for row in rows:
        path = folder / "dev" / row["file"]
        if len(files) == count or row["site"] in sites or path.stat().st_size > 200_000:
            continue
        if any(len(words(article)) > 30 and article.published for article in articles_of(path.read_bytes())):
            sites.add(row["site"])
            files.append(path)
    return files


def articles_of(data: bytes) -> list[Article]:
    """All that can be read before there is an error, if there is one."""
    articles = []
    try:
        for article in articlekit.parse_all(data):
            articles.append(article)  # noqa: PERF402 - an error on the way leaves what was read before
    except ArticlekitError:
        pass
    return articles


def words(article: Article | None) -> list[str]:
    return WORD.findall(article.text) if article else []


def fields(article: Article | None) -> dict[str, Any]:
    """The nine fields of a post, as an article holds them."""
    if article is None:
        return {}
    moment = article.published if isinstance(article.published, datetime) else None
    utc = moment.astimezone(UTC) if moment and moment.tzinfo else None
    named = {name: article.extra.get(name) for name in ("slug", "type", "status")}
    found = {"id": article.id, "link": article.url, "title": article.title, "modified": article.modified, **named}
    found |= {"date": moment and moment.replace(tzinfo=None), "date_gmt": utc}
    return {name: value for name, value in found.items() if value is not None}


def matched(original: list[Article], got: list[Article]) -> Iterator[tuple[Article, Article | None]]:
    """Pair articles by their numbers; one that has lost its own, with the one that shares most words."""
    by_id = {article.id: article for article in got if article.id is not None}
    rest = [article for article in got if article.id is None]
    for article in original:
        found = by_id.get(article.id)
        if found is None and rest:
            expected = Counter(words(article))
            best = max(rest, key=lambda other: (Counter(words(other)) & expected).total())
            found = best if (Counter(words(best)) & expected).total() else None
        yield article, found


def readable(data: bytes) -> Counter[str]:
    """All words that are still in a damaged text."""
    text = re.sub(r"\\u([0-9a-f]{4})", lambda unit: chr(int(unit[1], 16)), Source(data=data).text)
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = entities.decode(re.sub(r"\\[nrt]", " ", text))
    return Counter(WORD.findall(re.sub(r"\\?<[^>]*>", " ", text)))


@define
class Score:
    """Sums over the inputs of one kind."""

    fields: int = 0
    fields_all: int = 0
    words: int = 0
    words_all: int = 0
    junk: int = 0
    got: int = 0
    said: int = 0
    lossy: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, name) + getattr(other, name) for name in self.__slots__ if name != "__weakref__"))

    def row(self) -> tuple[float, ...]:
        """Fields, words, junk, said, in per cent."""
        pairs = ((self.fields, self.fields_all), (self.words, self.words_all), (self.junk, self.got))
        shares = [100 * part / whole if whole else 0.0 for part, whole in pairs]
        return (*shares, 100 * self.said / self.lossy if self.lossy else 100.0)


def measure(kind: str, original: list[Article], data: bytes) -> Score:
    """Compare what is read of a damaged input with what there was."""
    score = Score()
    got = articles_of(data)
    still_there = readable(data) if kind in CUTS else None
    for article, found in matched(original, got):
        expected, have = fields(article), fields(found)
        score.fields += sum(have.get(name) == value for name, value in expected.items())
        score.fields_all += len(expected)
        body, recovered = Counter(words(article)), Counter(words(found))
        score.lossy |= body != recovered or any(have.get(name) != value for name, value in expected.items())
        score.junk += (recovered - body).total()
        score.got += recovered.total()
        if still_there is not None:
            body &= still_there
        score.words += (body & recovered).total()
        score.words_all += body.total()
    before = {note.code for article in original for note in article.diagnostics}
    notes = [note for article in got for note in article.diagnostics if note.severity != "info"]
    score.said = score.lossy and (not got or any(note.code not in before for note in notes))
    return score


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("kinds", nargs="*")
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--short", action="store_true", help="show each input that falls short")
    options = parser.parse_args()
    damage = damage_module(options.folder)
    originals = [(path, path.read_bytes()) for path in chosen_files(options.folder)]
    rows = []
    print(f"{'kind':20} fields  words   junk   said   ({len(originals)} files)")
    for kind in options.kinds or ["none", *damage.K]:
        total = Score()
        for path, data in originals:
            for seed in range(1, options.seeds + 1):
                broken = data if kind == "none" else damage.damage(kind, str(seed), data)
                score = measure(kind, articles_of(data), broken)
                total += score
                if options.short and (score.fields < score.fields_all or score.words < score.words_all or score.junk):
                    print(
                        f"    {path.name[:50]:50} {seed} {json.dumps({name: getattr(score, name) for name in SHOWN})}"
                    )
        if kind != "none":
            rows.append(total.row())
        print(f"{kind:20} " + " ".join(f"{value:6.1f}" for value in total.row()), flush=True)
    if rows:
        print(f"{'mean':20} " + " ".join(f"{sum(column) / len(rows):6.1f}" for column in zip(*rows, strict=True)))


SHOWN = ("fields", "fields_all", "words", "words_all", "junk", "said", "lossy")

if __name__ == "__main__":
    main()
