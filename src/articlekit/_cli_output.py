"""Where the command line writes: standard output, a file for all articles, or a folder with a file for each."""

from __future__ import annotations

import io
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final, TypeAlias

import click
from attrs import field, frozen

from articlekit._parse import write
from articlekit._registry import named, registry
from articlekit.article import Article
from articlekit.errors import WriteError

STDIN: Final = Path("-")

Put: TypeAlias = Callable[[Path, Article], None]
"""Takes an article and the path of the input it was read from."""


@contextmanager
def articles_to(output: str | None, to: str) -> Iterator[Put]:
    """Open where articles go: a folder with a file for each, or one text for all, written when the last is read."""
    path = None if output is None else Path(output)
    if output is not None and path is not None and (path.is_dir() or output.endswith(("/", "\\"))):
        yield _Folder(path=path, to=to).put
        return
    articles: list[Article] = []
    with stream_to(path) as stream:
        if to == "jsonl":
            # One line an article: no need to wait for the last.
            yield lambda _, article: print_to(stream, write(article, to))
            return
        yield lambda _, article: articles.append(article)
        if articles:
            try:
                print_to(stream, write(articles, to))
            except WriteError as failed:
                advice = ". With -o FOLDER/ each article gets a file of its own" if len(articles) > 1 else ""
                raise click.ClickException(f"{failed}{advice}") from failed


@contextmanager
def stream_to(path: Path | None) -> Iterator[IO[str]]:
    """Open a file for writing; without a path, standard output."""
    # A lone surrogate, and any character on a console that is not UTF-8, must not end the work half-way.
    if path is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        yield sys.stdout
        return
    with path.open("w", encoding="utf-8", errors="surrogatepass", newline="") as file:
        yield file


def print_to(stream: IO[str], text: str) -> None:
    """Write whole lines."""
    stream.write(text if text.endswith("\n") else text + "\n")


@frozen(kw_only=True)
class _Folder:
    """Writes a file for each article, named after its input and numbered where there are several."""

    path: Path
    to: str
    _taken: Counter[str] = field(factory=Counter)

    def put(self, origin: Path, article: Article) -> None:
        self.path.mkdir(parents=True, exist_ok=True)
        stem = "stdin" if origin == STDIN else origin.name.partition(".")[0] or origin.name
        self._taken[stem] += 1
        number = self._taken[stem]
        name = (stem if number == 1 else f"{stem}-{number}") + _extension(self.to)
        with stream_to(self.path / name) as stream:
            print_to(stream, write(article, self.to))


def _extension(to: str) -> str:
    writer = named(registry().writers, to)
    return writer.it.extension if writer is not None else ""
