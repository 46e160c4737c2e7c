"""Where the command line writes: standard output, a file for all articles, or a folder with a file for each."""

from __future__ import annotations

import io
import os
import re
import signal
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from itertools import count
from pathlib import Path
from shutil import copymode
from stat import S_ISREG
from threading import current_thread, main_thread
from types import FrameType
from typing import IO, Final, Protocol, TypeAlias
from uuid import uuid4

import click
from attrs import field, frozen

from articlekit._parse import write
from articlekit._registry import named, registry
from articlekit.article import Article
from articlekit.errors import WriteError

STDIN: Final = Path("-")

_COMPRESSED: Final = frozenset({".bz2", ".gz", ".xz", ".zst"})
"""Suffixes that stand behind the one of the format."""

_ERRORS: Final = "surrogatepass"
"""A lone surrogate must not end the work half-way."""

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# All but what parts columns, lines and pages.
_STEERING: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]|\r(?!\n)")

# Windows has no SIGHUP.
_ENDING: Final = tuple(number for number in signal.Signals if number.name in {"SIGTERM", "SIGHUP"})

_STANDARD: Final = {"/dev/stdout": 1, "/dev/stderr": 2}
_OPEN: Final = re.compile(r"/(?:dev|proc/self)/fd/(\d{1,9})")

Put: TypeAlias = Callable[[Path, Article], None]
"""Takes an article and the path of the input it was read from."""


class Output(Protocol):
    """What text is written to."""

    def write(self, text: str, /) -> int:
        """Write all of it."""


@contextmanager
def articles_to(output: str | None, to: str, inputs: Sequence[Path]) -> Iterator[Put]:
    """Open where articles go: a folder with a file for each, or one text for all, written when the last is read."""
    if output is not None and _is_folder(output):
        yield _Folder.beside(inputs, Path(output), to).put
        return
    articles: list[Article] = []
    with stream_to(output) as stream:
        if to == "jsonl":
            # One line an article: no need to wait for the last.
            yield lambda _, article: print_to(stream, write(article, to))
            return
        yield lambda _, article: articles.append(article)
        if articles:
            if output is not None and len(articles) > 1:
                _say_if_not_apart(to)
            try:
                print_to(stream, write(articles, to))
            except WriteError as failed:
                advice = ". With -o FOLDER/ each article gets a file of its own" if len(articles) > 1 else ""
                raise click.ClickException(in_one_line(f"{failed}{advice}")) from failed


def _say_if_not_apart(to: str) -> None:
    """Say before several articles are stored in one text that they are read again as one."""
    writer, parser = named(registry().writers, to), named(registry().parsers, to)
    if writer is not None and parser is not None and not writer.it.holds.apart:
        message = (
            f"warning: several articles in one file of {to} are read again as one, and not all of their fields are"
        )
        click.secho(f"{message} written. With -o FOLDER/ each article gets a file of its own", fg="yellow", err=True)


def text_to(output: str | None) -> AbstractContextManager[Output]:
    """Open where one text goes, as `stream_to` does; a folder is refused."""
    if output is not None and _is_folder(output):
        raise click.BadParameter("it is a folder, and this is one text: name a file", param_hint="'-o'")
    return stream_to(output)


def _is_folder(output: str) -> bool:
    # Not Path.is_dir, which fails at names that are too long.
    return output.endswith(("/", "\\")) or os.path.isdir(output)


@contextmanager
def stream_to(output: str | Path | None) -> Iterator[Output]:
    """Open what is written to: standard output, or a file that is replaced at the end, if anything was written."""
    with _refused(_place(output)), _standard_output() if output is None else _file(output) as stream:
        yield stream


def _place(output: str | Path | None) -> str:
    if output is None:
        return "standard output"
    leads_nowhere = os.path.islink(output) and not os.path.exists(output)
    return f"{output} (a link to {os.path.realpath(output)})" if leads_nowhere else str(output)


@contextmanager
def _refused(place: str | Path) -> Iterator[None]:
    """Where nothing can be written, end the command with one line."""
    try:
        yield
    except BrokenPipeError:
        # Who reads has read enough, as ``head`` does: click ends the command without a word.
        raise
    except OSError as problem:
        reason = problem.strerror or str(problem)
        folder = os.path.dirname(str(problem.filename or ""))
        if isinstance(problem, FileNotFoundError) and folder and not os.path.exists(folder):
            reason = f"there is no folder {folder}: make it first"
        raise click.ClickException(in_one_line(f"{place}: {reason}")) from problem


@contextmanager
def _standard_output() -> Iterator[Output]:
    if sys.stdout is None:
        raise OSError("it is closed")
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A console that is not UTF-8 must not end the work half-way; line ends are those of the format.
        sys.stdout.reconfigure(errors="backslashreplace", newline="")
    try:
        yield _Terminal(sys.stdout) if sys.stdout.isatty() else sys.stdout
        sys.stdout.flush()
    except OSError:
        # Else Python writes what is left at its end, fails again and shows where.
        with suppress(OSError):
            sys.stdout.close()
        raise


@frozen
class _Terminal:
    """Shows what would steer a terminal by its escape: articles are of strangers."""

    _screen: Output

    def write(self, text: str, /) -> int:
        return self._screen.write(_STEERING.sub(_escape, text))


def _file(path: str | Path) -> AbstractContextManager[IO[str]]:
    if (descriptor := _descriptor(str(path))) is not None:
        # It is open, perhaps to append to a file: opened by its name, that would lose what is in it.
        return open(descriptor, "w", encoding="utf-8", errors=_ERRORS, newline="", closefd=False)
    if os.path.exists(path) and not os.path.isfile(path):
        # A device or a pipe.
        return _opened(Path(path), "w")
    # What a link leads to is replaced, not the link.
    return _replacing(Path(os.path.realpath(path)))


def _descriptor(path: str) -> int | None:
    """Give the number that a name of what this process has open stands for: ``/dev/fd/63`` is what ``>(…)`` gives."""
    named = _OPEN.fullmatch(path)
    return int(named[1]) if named else _STANDARD.get(path, _open_already(path))


def _open_already(path: str) -> int | None:
    """Give the standard stream that goes to the file of this name already, by a link or because a shell opened it."""
    with suppress(OSError, ValueError):
        there = os.stat(path)
        for descriptor in _STANDARD.values() if S_ISREG(there.st_mode) else ():
            with suppress(OSError):
                if os.path.samestat(there, os.fstat(descriptor)):
                    return descriptor
    return None


@contextmanager
def _replacing(path: Path) -> Iterator[IO[str]]:
    """Write beside a file first: until all is written it stays what it was, as it may be good, or an input."""
    part = path.with_name(f".articlekit-{uuid4().hex}")
    with _removed_in_the_end(part):
        with _opened(part, "x") as file:
            yield file
        if part.stat().st_size:
            if path.exists():
                copymode(path, part)
            part.replace(path)


@contextmanager
def _removed_in_the_end(path: Path) -> Iterator[None]:
    """Leave no such file behind, neither where a signal ends the process: no ``finally`` is reached then."""

    def end(number: int, _frame: FrameType | None) -> None:
        path.unlink(missing_ok=True)
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)

    # Python lets no other thread say what a signal does; and what is ignored, as under ``nohup``, stays so.
    is_main = current_thread() is main_thread()
    ending = [number for number in _ENDING if is_main and signal.getsignal(number) is signal.SIG_DFL]
    for number in ending:
        signal.signal(number, end)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        for number in ending:
            signal.signal(number, signal.SIG_DFL)


def _opened(path: Path, mode: str) -> IO[str]:
    return path.open(mode, encoding="utf-8", errors=_ERRORS, newline="")


def print_to(stream: Output, text: str) -> None:
    """Write whole lines."""
    stream.write(text if text.endswith("\n") else text + "\n")


def in_one_line(message: object) -> str:
    """Show what would break a line or steer a terminal by its escape: names of files and words of plugins hold it."""
    return _CONTROL.sub(_escape, str(message))


def _escape(control: re.Match[str]) -> str:
    return control[0].encode("unicode_escape").decode()


@frozen(kw_only=True)
class _Folder:
    """Writes a file for each article, named after its input and numbered where the name is given already."""

    path: Path
    to: str
    #: What no article is written to any more, as `_file_behind` tells it.
    _taken: set[str]
    _numbers: defaultdict[str, Iterator[int]] = field(factory=lambda: defaultdict(lambda: count(2)))

    @classmethod
    def beside(cls, inputs: Sequence[Path], path: Path, to: str) -> _Folder:
        """Make one that writes over no input, as one that lies in the folder may not be read yet."""
        return cls(path=path, to=to, taken={_file_behind(each) for each in inputs})

    def put(self, origin: Path, article: Article) -> None:
        with _refused(self.path):
            self.path.mkdir(parents=True, exist_ok=True)
        text = write(article, self.to)
        with stream_to(self._free(_stem(origin))) as stream:
            print_to(stream, text)

    def _free(self, stem: str) -> Path:
        extension = _extension(self.to)
        path = self.path / f"{stem}{extension}"
        while (file := _file_behind(path)) in self._taken:
            path = self.path / f"{stem}-{next(self._numbers[stem])}{extension}"
        self._taken.add(file)
        return path


def _file_behind(path: Path) -> str:
    """Tell files apart, whatever links lead to them; and without case, which many file systems do not tell."""
    return os.path.realpath(path).casefold()


def _stem(origin: Path) -> str:
    if origin == STDIN:
        return "stdin"
    return (origin.with_suffix("") if origin.suffix.lower() in _COMPRESSED else origin).stem


def _extension(to: str) -> str:
    writer = named(registry().writers, to)
    return writer.it.extension if writer is not None else ""
