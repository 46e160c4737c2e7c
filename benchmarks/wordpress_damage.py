"""How much of damaged WordPress answers comes back: every kind of damage, twenty saved answers, kind by kind.

    python benchmarks/wordpress_damage.py [KIND …] [--seeds N] [--errors]

Needs the corpus and the damage generator beside the repository (``../shared/wordpress``). For each kind it prints, in
per cent: fields that equal those of the undamaged post (of nine); words of the body that came back, of those that are
still in the damaged text where it was cut, else of all; words in the recovered body that are not in the post; and, of
the inputs that lost something, those that say so.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import lxml.etree
import lxml.html

from articlekit import entities
from articlekit.errors import ArticlekitError
from articlekit.plugin import Source
from articlekit_wordpress.repair import Recovered, mend_content, recover
from articlekit_wordpress.repair.posts import posts_in

CORPUS = Path(__file__).parents[2] / "shared" / "wordpress"
FIELDS = ("id", "date", "date_gmt", "modified", "slug", "link", "type", "status", "title")
CUTS = {"html_text_pass", "truncate", "truncate_escape", "truncate_utf8", "truncate_tail", "head_cut", "gzip_cut"}
INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s"),
        *("samp", "small", "span", "strong", "sub", "sup", "time", "u", "var"),
    )
)
WORD = re.compile(r"\w+")


def damage_module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("damage", CORPUS / "damage.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def chosen_files(count: int = 20) -> list[Path]:
    """One file a site, other languages first, lists too, no larger than 200 kB."""
    with (CORPUS / "index.tsv").open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["kind"] in {"v2-single", "v2-list"}]
    rows.sort(key=lambda row: (row["language"].startswith(("en", "?", "la")), row["kind"] != "v2-list", row["file"]))
    sites: set[str] = set()
    files = []
    for row in rows:
        path = CORPUS / "dev" / row["file"]
        if row["site"] in sites or path.stat().st_size > 200_000:
            continue
        answer = json.loads(path.read_text(encoding="utf-8-sig"))
        if not any(len(body_words(post)) > 30 and "date_gmt" in post for post in posts(answer)):
            continue
        sites.add(row["site"])
        files.append(path)
    return files[:count]


def posts(answer: Any) -> list[dict[str, Any]]:
    return [post for _, post in posts_in(answer)]


def rendered(post: dict[str, Any], name: str) -> str:
    value = post.get(name)
    value = value.get("rendered") if isinstance(value, dict) else value
    return value if isinstance(value, str) else ""


def body_words(post: dict[str, Any]) -> list[str]:
    html, _ = mend_content(rendered(post, "content"))
    html = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", html)
    if not html.strip():
        return []
    pieces: list[str] = []
    skipped = 0
    for event, element in lxml.etree.iterwalk(lxml.html.fromstring(f"<div>{html}</div>"), events=("start", "end")):
        hidden = element.tag in {"script", "style", "noscript", "figcaption"}
        skipped += hidden and event == "start"
        if element.tag not in INLINE:
            pieces.append(" ")
        if not skipped and event == "start" and isinstance(element.tag, str):
            pieces.append(element.text or "")
        skipped -= hidden and event == "end"
        if not skipped and event == "end":
            pieces.append(element.tail or "")
    return WORD.findall("".join(pieces))


def title(post: dict[str, Any]) -> str:
    return re.sub(r"\s+", " ", entities.decode(re.sub(r"<[^>]*>", "", rendered(post, "title")))).strip()


def field(post: dict[str, Any], name: str) -> Any:
    return title(post) if name == "title" else post.get(name)


def matched(
    original: list[dict[str, Any]], got: list[dict[str, Any]]
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Pair posts by their numbers; what has lost its number, with the post that shares most words."""
    by_id = {post.get("id"): post for post in got if post.get("id") is not None}
    rest = [post for post in got if post.get("id") is None]
    for post in original:
        found = by_id.get(post.get("id"))
        if found is None and rest:
            words = Counter(body_words(post))
            found = max(rest, key=lambda other: (Counter(body_words(other)) & words).total())
            if not (Counter(body_words(found)) & words).total():
                found = None
        yield post, found or {}


def readable(data: bytes) -> Counter[str]:
    """All words that are still in a damaged text."""
    text = Source(data=data).text
    text = re.sub(r"\\u([0-9a-f]{4})", lambda unit: chr(int(unit[1], 16)), text)
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    text = entities.decode(re.sub(r"\\[nrt]", " ", text))
    return Counter(WORD.findall(re.sub(r"\\?<[^>]*>", " ", text)))


class Score:
    """Sums over the inputs of one kind."""

    def __init__(self) -> None:
        self.fields = self.fields_all = self.words = self.words_all = self.junk = self.got = 0
        self.said = self.lossy = self.failed = 0
        self.shares: list[float] = []

    def row(self) -> tuple[float, float, float, float]:
        """Fields, words, junk, said, in per cent."""

        def percent(part: int, whole: int) -> float:
            return 100 * part / whole if whole else 100.0

        return (
            percent(self.fields, self.fields_all),
            percent(self.words, self.words_all),
            100 * self.junk / self.got if self.got else 0.0,
            percent(self.said, self.lossy),
        )


def recovered(data: bytes) -> tuple[Recovered | None, bool]:
    """Recover an input; say whether anything was said about it."""
    source = Source(data=data)
    try:
        result = recover(source.text)
    except ArticlekitError as error:
        print("   ", error, file=sys.stderr)
        return None, True
    said = [
        *source.decoded.diagnostics,
        *result.diagnostics,
        *(note for notes in result.by_post.values() for note in notes),
    ]
    for post in posts(result.value):
        said += mend_content(rendered(post, "content"))[1]
    return result, any(note.severity != "info" for note in said)


def measure(kind: str, score: Score, original: Any, data: bytes) -> float:
    """Add one damaged input to a score; return the share of its words that came back."""
    result, said = recovered(data)
    got = posts(result.value) if result else []
    still_there = readable(data) if kind in CUTS else None
    words = words_all = 0
    whole = True
    for post, found in matched(posts(original), got):
        equal = sum(field(post, name) == field(found, name) for name in FIELDS if name in post)
        expected = Counter(body_words(post))
        have = Counter(body_words(found))
        whole &= equal == sum(name in post for name in FIELDS) and expected == have
        if still_there is not None:
            expected &= still_there
        score.fields += equal
        score.fields_all += sum(name in post for name in FIELDS)
        words += (expected & have).total()
        words_all += expected.total()
        score.junk += (have - Counter(body_words(post))).total()
        score.got += have.total()
    score.words += words
    score.words_all += words_all
    score.failed += result is None
    if not whole:
        score.lossy += 1
        score.said += said
    elif said and kind == "none":
        score.failed += 1
    return words / words_all if words_all else 1.0


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("kinds", nargs="*")
    arguments.add_argument("--seeds", type=int, default=1)
    arguments.add_argument("--errors", action="store_true", help="show each input that falls short")
    options = arguments.parse_args()
    damage = damage_module()
    files = chosen_files()
    rows = []
    print(f"{'kind':20} fields  words   junk   said  failed   ({len(files)} files)")
    for kind in options.kinds or ["none", *damage.K]:
        score = Score()
        for path in files:
            data = path.read_bytes()
            original = json.loads(data.decode("utf-8-sig"))
            for seed in range(1, options.seeds + 1):
                broken = data if kind == "none" else damage.damage(kind, str(seed), data)
                before = (score.fields_all - score.fields, score.junk, score.lossy - score.said)
                share = measure(kind, score, original, broken)
                after = (score.fields_all - score.fields, score.junk, score.lossy - score.said)
                lost, junk, silent = (b - a for a, b in zip(before, after, strict=True))
                if options.errors and (lost or share < 0.9 or junk > 10 or silent):
                    short = f"{lost} fields lost, {share:.2f} of words, {junk} junk, {silent} silent"
                    print(f"    {path.name[:60]:60} seed {seed}: {short}")
        if kind != "none":
            rows.append(score.row())
        print(f"{kind:20} " + " ".join(f"{value:6.1f}" for value in score.row()) + f"  {score.failed:5}", flush=True)
    if rows:
        print(f"{'mean':20} " + " ".join(f"{sum(column) / len(rows):6.1f}" for column in zip(*rows, strict=True)))


if __name__ == "__main__":
    main()
