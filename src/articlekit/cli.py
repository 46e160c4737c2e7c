"""The command line: ``articlekit parse``, ``claims``, ``formats``, ``new-plugin``."""

from __future__ import annotations

import json
import re
import shlex
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

import click
from click.core import ParameterSource

from articlekit import _cli_claims, _cli_formats
from articlekit._cli_explanation import told
from articlekit._cli_notes import report
from articlekit._cli_output import STDIN, articles_to, in_one_line, print_to, stream_to, text_to
from articlekit._parse import explain, find_claims, parse_all
from articlekit._registry import Brought, Provided, ending_in, named, offered, registry
from articlekit._scaffold import write_plugin
from articlekit.article import Article
from articlekit.errors import ArticlekitError, PluginWarning
from articlekit.source import Source


def _known_parser(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    return None if name is None else _known(name, registry().parsers, "parser")


def _known_writer(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    return None if name is None else _known(name, registry().writers, "writer")


def _known(name: str, there: Sequence[Provided[Brought]], kind: str) -> str:
    if named(there, name) is None:
        raise click.BadParameter(f"there is no {kind} of that name. {offered(there, name)}")
    return name


_OF_CLAIMS: Final = frozenset({"claims-csv", "claims-jsonl"})
"""What holds nothing of an article but its claims."""

# Windows has other slashes; of two that stand together a path keeps one.
_ADDRESS: Final = re.compile(r"(?:https?|ftp|file):[/\\]", re.IGNORECASE)
_SAVE_FIRST: Final = "Nothing is fetched: save the page to a file, and say with --url where it comes from"

_format = click.option(
    "--format", "-f", "format_", metavar="NAME", callback=_known_parser, help="What the input is; else it is found out."
)

_url = click.option("--url", help="Where the input was fetched from; relative addresses are resolved against it.")

_quiet = click.option(
    "--quiet", "-q", is_flag=True, help="Say only what is missing for good and what could not be read."
)


def _output_named(_context: click.Context, _option: click.Parameter, name: str | None) -> str | None:
    if name == "":
        raise click.BadParameter("the name is empty")
    return None if name == "-" else name


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="articlekit")
def main() -> None:
    """Read saved articles, whole or broken, and find the claims in them."""
    warnings.formatwarning = _warning


def _warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    line: str | None = None,  # noqa: ARG001  the parameters are those of warnings.formatwarning
) -> str:
    """Say a warning in one line; where it was raised in our own code is of no use on the command line."""
    place = "" if issubclass(category, PluginWarning) else f"{filename}:{lineno}: {category.__name__}: "
    return f"warning: {place}{in_one_line(message)}\n"


@main.command(short_help="Read articles and write them in another format.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@_format
@click.option(
    "--to", "-t", metavar="NAME", callback=_known_writer, help="What to write; else what FILE of -o ends in, or json."
)
@click.option(
    "--output",
    "-o",
    type=click.Path(),
    callback=_output_named,
    help="A file, or a folder for a file an article; else (and as -) standard output.",
)
@_url
@_quiet
@click.option("--strict", is_flag=True, help="Fail instead of repairing or guessing.")
@click.option(
    "--explain",
    "explained",
    is_flag=True,
    help="Of HTML: say where each field was found, instead of the article; without --to and --strict.",
)
def parse(  # noqa: PLR0913, PLR0917  a command has as many parameters as it has options
    paths: tuple[Path, ...],
    format_: str | None,
    to: str | None,
    output: str | None,
    url: str | None,
    quiet: bool,
    strict: bool,
    explained: bool,
) -> None:
    """Read the articles in PATHS (- is standard input) and write them.

    What had to be repaired or guessed is said on standard error. A file that cannot be read does not stop the others;
    the exit status is then 1.
    """
    if explained:
        _refuse_beside_explain("to", "strict")
        with text_to(output) as stream:
            failed = _each(
                paths,
                lambda source: [explain(source, format=format_, url=url)],
                lambda path, explanation: print_to(stream, _lines(told(path, explanation))),
            )
        sys.exit(int(failed))
    written = to or _named_by(output)
    with articles_to(output, written, paths) as put:

        def take(path: Path, article: Article) -> None:
            report(path, article, quiet)
            if written in _OF_CLAIMS and not article.claims:
                click.secho(
                    in_one_line(f"{path}: no claims are in it: articlekit claims finds them"), fg="yellow", err=True
                )
            put(path, article)

        failed = _each(paths, lambda source: parse_all(source, format=format_, url=url, strict=strict), take)
    sys.exit(int(failed))


def _named_by(output: str | None) -> str:
    """Give the format that the name of a file ends in, else JSON."""
    ending = Path(output or "").suffix.lower()
    names = ending_in(registry().writers, ending)
    if len(names) > 1:
        raise click.UsageError(f"several formats end in {ending}: say with --to which. There are: {', '.join(names)}")
    return names[0] if names else "json"


def _refuse_beside_explain(*names: str) -> None:
    origin_of = click.get_current_context().get_parameter_source
    given = [f"--{name}" for name in names if origin_of(name) is not ParameterSource.DEFAULT]
    if given:
        raise click.UsageError(f"--explain writes no article: leave out {' and '.join(given)}")


@main.command("claims", short_help="Find the claims in articles.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@_format
@_url
@click.option(
    "--to",
    "-t",
    type=click.Choice(_cli_claims.FORMATS),
    help="What to write; else what FILE of -o ends in, or a table to read.",
)
@click.option("--output", "-o", type=click.Path(), callback=_output_named, help="A file; else standard output.")
@_quiet
@click.option("--min-score", type=click.FloatRange(0, 1), help="Leave out claims with a lower score.")
@click.option("--finder", default="articlekit", show_default=True, metavar="NAME", help="Which claim finder to use.")
def claims(  # noqa: PLR0913, PLR0917  a command has as many parameters as it has options
    paths: tuple[Path, ...],
    format_: str | None,
    url: str | None,
    to: str | None,
    output: str | None,
    quiet: bool,
    min_score: float | None,
    finder: str,
) -> None:
    """Find the claims in the articles in PATHS (- is standard input): how worth checking, who says it, what, where.

    Each link leads a browser to the very words.
    """
    collected: list[object] = []
    to = to or _cli_claims.named_by(output)
    with text_to(output) as stream:
        if to == "csv":
            stream.write(_cli_claims.csv_head())

        def found(source: Source) -> Iterator[Article]:
            for article in parse_all(source, format=format_, url=url):
                yield _cli_claims.scored_from(find_claims(article, finder), min_score)

        def take(path: Path, article: Article) -> None:
            report(path, article, quiet)
            if to == "json":
                collected.extend(_cli_claims.objects(article))
            elif to == "table":
                stream.write(_lines(_cli_claims.table(article)))
            else:
                stream.write(_cli_claims.written(article, to))

        failed = _each(paths, found, take)
        if to == "json":
            print_to(stream, json.dumps(collected, ensure_ascii=False, indent=2))
    sys.exit(int(failed))


@main.command("formats")
@click.option("--verbose", "-v", is_flag=True, help="Also say who brings what, and what failed to load.")
def formats_(verbose: bool) -> None:
    """List the formats that can be read and written."""
    with warnings.catch_warnings():
        if verbose:
            # The problems are among the lines.
            warnings.simplefilter("ignore", PluginWarning)
        lines = [*_cli_formats.listed(), *(_cli_formats.plugins() if verbose else ())]
    with stream_to(None) as stream:
        print_to(stream, _lines(lines))


@main.command("new-plugin", short_help="Write a plugin to start from.")
@click.argument("name")
@click.option("--in", "parent", type=click.Path(path_type=Path), default=Path(), help="The folder to write it in.")
def new_plugin(name: str, parent: Path) -> None:
    """Write a distribution with a parser for the format NAME, to start from: it installs, and passes its tests."""
    try:
        root = write_plugin(name, parent)
    except (ValueError, OSError) as problem:
        raise click.ClickException(in_one_line(problem)) from problem
    click.echo(f"{root} is written. Next:\n  cd {root}\n  pip install -e '.[test]'\n  pytest\n  articlekit formats -v")


Found = TypeVar("Found")


def _each(
    paths: Sequence[Path], read: Callable[[Source], Iterable[Found]], take: Callable[[Path, Found], None]
) -> bool:
    """Read one input after the other and say whether any failed: that is reported, and does not stop the others."""
    failed = False
    with _progress(paths) as files:
        for path in files:
            try:
                for it in _read(path, read):
                    take(path, it)
            except ArticlekitError as problem:
                click.secho(in_one_line(f"{path}: {problem}"), fg="red", err=True)
                failed = True
    return failed


def _read(path: Path, read: Callable[[Source], Iterable[Found]]) -> Iterator[Found]:
    try:
        yield from read(_source(path))
    except OSError as problem:
        # Told apart from an output that cannot be written, which stops everything.
        reason = problem.strerror or str(problem)
        raise ArticlekitError(f"{reason}. {_SAVE_FIRST}" if _ADDRESS.match(str(path)) else reason) from problem


def _source(path: Path) -> Source:
    """Give an input; what can be read only once is read at once."""
    if path == STDIN:
        if sys.stdin is None:
            raise ArticlekitError("standard input is closed")
        return Source(data=sys.stdin.buffer.read())
    if path.is_dir():
        raise ArticlekitError(f"it is a folder. For all files in it write {shlex.quote(str(path))}/*")
    return Source(data=path.read_bytes()) if path.is_fifo() else Source(path=path)


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(map(in_one_line, lines))


@contextmanager
def _progress(paths: Sequence[Path]) -> Iterator[Iterable[Path]]:
    if len(paths) < 2 or sys.stderr is None or not sys.stderr.isatty():
        yield paths
        return
    with click.progressbar(
        paths, file=sys.stderr, item_show_func=lambda path: in_one_line(path.name) if path else ""
    ) as bar:
        yield bar
