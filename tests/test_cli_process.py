"""Standard streams that are full, closed or known by other names, and signals: what only a process of its own shows."""

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import IO

import pytest

from articlekit.article import Article
from articlekit.writers.json import dumps, write_lines

ONE = Article(title="One")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with one article."""
    path = tmp_path / "one.json"
    path.write_text(dumps(ONE), encoding="utf-8")
    return path


def command(arguments: str, output: IO[str] | int) -> subprocess.Popen[str]:
    line = [sys.executable, "-m", "articlekit", *arguments.split()]
    return subprocess.Popen(line, stdout=output, stderr=subprocess.PIPE, text=True)  # noqa: S603


def without(stream: str, arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command as Python does it where a stream is closed."""
    code = f"import sys; sys.{stream} = None; from articlekit.cli import main; main({arguments.split()!r})"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)  # noqa: S603


FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
NAMES_OF_WHAT_IS_OPEN = pytest.mark.skipif(not Path("/dev/fd").exists(), reason="this system has no such names")


@NAMES_OF_WHAT_IS_OPEN
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1"])
def test_what_is_open_is_written_to_by_its_name(path: Path, name: str) -> None:
    log = path.with_name("log")
    log.write_text("before\n", encoding="utf-8")

    with log.open("a", encoding="utf-8") as appended:
        command(f"parse {path} -t text -o {name}", appended).communicate()
        appended.write("after\n")
    read, said = command(f"parse {path} -t text -o {name}", subprocess.PIPE).communicate()

    assert (read, said) == ("One\n", "")
    assert log.read_text(encoding="utf-8") == "before\nOne\nafter\n"


@NAMES_OF_WHAT_IS_OPEN
@pytest.mark.parametrize("target", ["/dev/stdout", "log"])
def test_a_file_that_standard_output_goes_to_already_is_written_to_and_not_replaced(path: Path, target: str) -> None:
    log, link = path.with_name("log"), path.with_name("link")
    log.write_text("before\n", encoding="utf-8")
    link.symlink_to(target)

    with log.open("a", encoding="utf-8") as appended:
        command(f"parse {path} -t text -o {link}", appended).communicate()
        appended.write("after\n")

    assert log.read_text(encoding="utf-8") == "before\nOne\nafter\n"


@pytest.mark.skipif(os.name != "posix", reason="this system has no such terminals")
@pytest.mark.parametrize("to", ["text", "html", "csv"])
def test_no_article_steers_a_terminal(tmp_path: Path, to: str) -> None:
    path = tmp_path / "one.json"
    path.write_text(dumps(Article(title="A\x1b]0;B\x07 \x9b31m\rC", tags=("D\nE",))), encoding="utf-8")
    screen, terminal = os.openpty()

    command(f"parse {path} -t {to}", terminal).communicate()
    shown = os.read(screen, 100_000).decode()
    os.close(terminal)
    os.close(screen)

    assert r"A\x1b]0;B\x07 \x9b31m" in shown
    assert all(character in "\r\n\f" or character.isprintable() for character in shown)
    # A terminal adds a carriage return to each line feed.
    assert "\r" not in shown.replace("\r\r\n", "").replace("\r\n", "")


@pytest.mark.parametrize("line_end", [r"\r\n", r"\n"])
def test_line_ends_are_those_of_the_format_whatever_the_system_writes(path: Path, line_end: str) -> None:
    stream = f"io.TextIOWrapper(sys.stdout.detach(), newline='{line_end}')"
    code = f"import io, sys; sys.stdout = {stream}; from articlekit.cli import main; main(sys.argv[1:])"
    run = partial(subprocess.run, capture_output=True, check=True)

    table = run([sys.executable, "-c", code, "parse", str(path), "-t", "csv"]).stdout
    text = run([sys.executable, "-c", code, "parse", str(path), "-t", "text"]).stdout

    assert (table.count(b"\r\n"), table.count(b"\r"), table.count(b"\n")) == (2, 2, 2)
    assert text == b"One\n"


@NAMES_OF_WHAT_IS_OPEN
def test_what_is_not_open_is_said_in_one_line(path: Path) -> None:
    process = command(f"parse {path} -o /dev/fd/987654", subprocess.PIPE)

    assert process.communicate() == ("", "Error: /dev/fd/987654: Bad file descriptor\n")
    assert process.returncode == 1


@FULL
@pytest.mark.parametrize("arguments", ["formats", "claims {}", "parse {}", "parse {} -t jsonl", "parse {} --explain"])
def test_a_full_standard_output_is_said_in_one_line(tmp_path: Path, arguments: str) -> None:
    page = tmp_path / "page.html"
    page.write_text("<title>Soup</title><article><p>" + "Boil it well. " * 20 + "</article>", encoding="utf-8")

    with Path("/dev/full").open("w", encoding="utf-8") as full:
        process = command(arguments.format(page), full)

    _, said = process.communicate()
    assert process.returncode == 1
    assert said.splitlines()[-1] == "Error: standard output: No space left on device"
    assert "Traceback" not in said
    assert "Exception" not in said


@pytest.mark.parametrize("arguments", ["formats", "claims {}", "parse {}", "parse {} -t jsonl", "parse {} -o -"])
def test_a_closed_standard_output_is_said_in_one_line(path: Path, arguments: str) -> None:
    done = without("stdout", arguments.format(path))

    assert (done.returncode, done.stderr) == (1, "Error: standard output: it is closed\n")


def test_a_closed_standard_input_is_said_in_one_line() -> None:
    done = without("stdin", "parse - -")

    assert (done.returncode, done.stderr) == (1, "-: standard input is closed\n" * 2)


def test_a_closed_standard_error_costs_nothing(path: Path) -> None:
    done = without("stderr", f"parse {path} absent {path} -t jsonl")

    assert (done.returncode, len(done.stdout.splitlines())) == (1, 2)


@FULL
def test_a_full_device_is_said_in_one_line(path: Path) -> None:
    process = command(f"parse {path} -o /dev/full", subprocess.PIPE)

    assert process.communicate() == ("", "Error: /dev/full: No space left on device\n")
    assert process.returncode == 1


@pytest.mark.skipif(os.name != "posix", reason="this system tells it in another way")
def test_who_reads_may_stop_reading(path: Path) -> None:
    path.write_text(write_lines([ONE] * 2000), encoding="utf-8")
    process = command(f"parse {path} {path} -t jsonl", subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    process.stdout.close()

    assert process.stderr
    assert process.stderr.read() == ""
    process.stderr.close()
    assert process.wait() == 1


@pytest.mark.skipif(os.name != "posix", reason="this system has no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_that_ends_the_command_leaves_no_file_behind(path: Path, name: str) -> None:
    number = signal.Signals[name]
    if signal.getsignal(number) is signal.SIG_IGN:
        pytest.skip("it is ignored here, and so it is by all that is run from here")
    pipe = path.with_name("pipe")
    os.mkfifo(pipe)
    process = command(f"parse {pipe} -t jsonl -o {path}", subprocess.PIPE)
    with pipe.open("w", encoding="utf-8"):
        # It has opened its input, and its output before.
        assert list(path.parent.glob(".articlekit-*"))
        process.send_signal(number)
        process.communicate()

    assert process.returncode == -number
    assert set(path.parent.iterdir()) == {path, pipe}
    assert path.read_text(encoding="utf-8") == dumps(ONE)
