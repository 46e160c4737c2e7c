"""How ``articlekit claims`` shows what it found: a table to read, JSON, JSON Lines, CSV."""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from attrs import evolve

from articlekit._parse import write
from articlekit.article import Article
from articlekit.claim import Claim
from articlekit.rows import cue, who
from articlekit.writers.json import dumps

FORMATS: Final = ("table", "json", "jsonl", "csv")

_SCORE_WIDTH: Final = 5
_WHO_WIDTH: Final = 22
_LEAST_CLAIM_WIDTH: Final = 30
_GAP: Final = "  "
_AUTHOR: Final = "author"


def named_by(output: str | None) -> str:
    """Give the format that the name of a file ends in, else the table."""
    ending = Path(output or "").suffix.lower().removeprefix(".")
    return ending if ending in FORMATS else "table"


def scored_from(article: Article, least: float | None) -> Article:
    """Leave out the claims with a lower score, or with none."""
    if least is None:
        return article
    kept = tuple(claim for claim in article.claims if claim.score is not None and claim.score >= least)
    return evolve(article, claims=kept)


def objects(article: Article) -> list[dict[str, Any]]:
    """Give each claim as the library's JSON has it, with its link, its selectors and what article it is from."""
    written = json.loads(dumps(Article(claims=article.claims))).get("claims", [])
    about = {"url": article.url, "title": article.title}
    if article.origin and article.origin.path:
        about["path"] = article.origin.path
    return [
        {**tree, "link": claim.deep_link(article), "selectors": claim.selectors(article), "article": about}
        for claim, tree in zip(article.claims, written, strict=True)
    ]


def csv_head() -> str:
    """Give the line of names that stands above all rows."""
    return write((), "claims-csv")


def written(article: Article, to: str) -> str:
    """Write the claims of one article as JSON Lines or CSV: whole lines."""
    if to == "jsonl":
        return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects(article))
    return write(article, "claims-csv").removeprefix(csv_head())


def table(article: Article) -> Iterator[str]:
    """Lay claims out in columns as wide as the terminal, line by line; links stand below and are never broken."""
    yield from (article.title or article.url or "(no title)", "")
    if article.claims:
        width = shutil.get_terminal_size().columns - _SCORE_WIDTH - _WHO_WIDTH - 2 * len(_GAP)
        yield _line("score", "who", "claim")
        for claim in article.claims:
            yield from _laid_out(article, claim, max(_LEAST_CLAIM_WIDTH, width))
    else:
        yield "No claims."
    yield from ("", "")


def _laid_out(article: Article, claim: Claim, column: int) -> Iterator[str]:
    score = "-" if claim.score is None else f"{claim.score:.2f}"
    said = textwrap.wrap(" ".join(claim.text.split()), column) or [""]
    names = textwrap.wrap(_who(article, claim), _WHO_WIDTH)
    said += [link] if (link := claim.deep_link(article)) else []
    for number in range(max(len(said), len(names))):
        yield _line(
            score if number == 0 else "",
            names[number] if number < len(names) else "",
            said[number] if number < len(said) else "",
        )


def _who(article: Article, claim: Claim) -> str:
    """Whose words they are; of what somebody denies, that they deny it."""
    said = claim.attribution
    denied = said and set(said.cue) & set(claim.negations)
    return f"{who(article, said)} ({cue(article, said)})" if denied else who(article, said) or _AUTHOR


def _line(score: str, who: str, claim: str) -> str:
    return f"{score:>{_SCORE_WIDTH}}{_GAP}{who:{_WHO_WIDTH}}{_GAP}{claim}".rstrip()
