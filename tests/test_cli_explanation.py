"""What ``articlekit parse --explain`` prints."""

from pathlib import Path

import pytest

from articlekit.article import Article
from articlekit.writers.json import dumps
from command_line import run, save

ONE = Article(title="One")


def test_explanations_are_written_to_a_file(tmp_path: Path) -> None:
    inputs = save(tmp_path, {"one.html": "<title>One</title><p>Soup.", "two.html": "<title>Two</title><p>Soup."})
    (kept,) = save(tmp_path, {"kept.txt": "old"})

    assert run(tmp_path / "absent", "--explain", "-o", kept).exit_code == 1
    assert kept.read_text(encoding="utf-8") == "old"

    done = run(*inputs, "--explain", "-o", kept)
    assert (done.exit_code, done.stdout) == (0, "")
    lines = kept.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("format:")] == ["format: html"] * 2
    assert [line for line in lines if line.startswith("file:")] == [f"file: {path}" for path in inputs]
    assert {line.split("  <-")[0] for line in lines} >= {"* title: One", "* title: Two"}


def test_what_would_steer_a_terminal_is_shown_by_its_escape(tmp_path: Path) -> None:
    (path,) = save(tmp_path, {"one.html": "<title>One</title><meta name='description' content='A\x1bB'><p>Soup."})

    assert r"* summary: A\x1bB  <-" in run(path, "--explain").stdout


def test_lines_are_told_with_what_was_made_of_them(tmp_path: Path) -> None:
    text = "It rained on the soup for a week, and nobody in the kitchen of the inn knew what to do about it. " * 4
    page = f"<title>One</title><nav><a href=/a>Menu</a></nav><article><h1>One</h1><p>{text}</p></article>"
    (path,) = save(tmp_path, {"one.html": page})
    lines = run(path, "--explain").stdout.splitlines()

    (kept,) = [line for line in lines if line.startswith("+")]
    assert kept.startswith("+ p  [a paragraph as the article's are, in the midst of them] It rained")
    assert kept.endswith(f"… and {len(text.strip()) - 80} more characters")
    assert any(line.startswith(("- a", "- nav")) for line in lines)


def test_explanations_are_refused_to_a_folder(tmp_path: Path) -> None:
    done = run(tmp_path / "page.html", "--explain", "-o", tmp_path)

    assert done.exit_code == 2
    assert "name a file" in done.stderr


@pytest.mark.parametrize(
    ("more", "told"), [("-t json", "--to"), ("--strict", "--strict"), ("-t text --strict", "--to and --strict")]
)
def test_explanations_are_not_written_as_an_article_is(more: str, told: str) -> None:
    done = run("page.html", "--explain", *more.split())

    assert done.exit_code == 2
    assert f"leave out {told}\n" in done.stderr


def test_a_format_that_explains_nothing_says_which_do(tmp_path: Path) -> None:
    (path,) = save(tmp_path, {"one.json": dumps(ONE)})

    done = run(path, "--explain")

    assert done.exit_code == 1
    assert done.stderr.startswith(f"{path}: how json is read is not explained. ")
    assert "leave out --explain" in done.stderr
    assert "explained: html" in done.stderr
