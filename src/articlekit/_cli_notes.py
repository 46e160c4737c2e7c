"""What the command line says of the articles that it reads: their diagnostics, each behind what it is of."""

from __future__ import annotations

from pathlib import Path

import click

from articlekit._cli_output import in_one_line
from articlekit.article import Article


def report(path: Path, article: Article, quiet: bool) -> None:
    """Say on standard error what had to be repaired or guessed, and what is missing; quietly only the last."""
    where = _where(path, article)
    for diagnostic in article.diagnostics:
        if quiet and diagnostic.severity != "error":
            continue
        colour = {"error": "red", "warning": "yellow"}.get(diagnostic.severity)
        click.secho(in_one_line(f"{where}: {diagnostic}"), fg=colour, err=True)


def _where(path: Path, article: Article) -> str:
    """Say what an article was read from; of one that was read before, from which file it was read then."""
    places = [str(path)]
    if origin := article.origin:
        places += [place for place in (origin.path, origin.place) if place and place != str(path)]
    return " ".join(places)
