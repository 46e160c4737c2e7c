"""Where ``articlekit parse`` writes, and what it leaves as it was."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from articlekit.article import Article
from articlekit.cli import main
from articlekit.writers.json import dumps, loads, write, write_lines

ONE, TWO, THREE = (Article(title=title) for title in ("One", "Two", "Three"))


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["parse", *map(str, arguments)], catch_exceptions=False)


def save(folder: Path, files: Mapping[str, str]) -> list[Path]:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in files]


def titles(folder: Path) -> dict[str, str | None]:
    return {path.name: loads(path.read_bytes()).title for path in sorted(folder.iterdir())}


POSTS = {"post.jsonl": write_lines([ONE, TWO]), "post-2.json": dumps(THREE)}


def test_no_two_articles_of_a_run_have_the_same_file(tmp_path: Path) -> None:
    first, second = save(tmp_path, POSTS)

    run(first, second, "-o", f"{tmp_path}/out/")
    assert titles(tmp_path / "out") == {"post.json": "One", "post-2.json": "Two", "post-2-2.json": "Three"}

    run(second, first, "-o", f"{tmp_path}/turned/")
    assert titles(tmp_path / "turned") == {"post-2.json": "Three", "post.json": "One", "post-3.json": "Two"}


def test_names_that_differ_in_case_only_are_the_same_on_many_systems(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "other").mkdir()
    inputs = save(tmp_path / "in", {"Post.json": dumps(ONE)}) + save(tmp_path / "other", {"post.json": dumps(TWO)})

    run(*inputs, "-o", f"{tmp_path}/out/")

    assert titles(tmp_path / "out") == {"Post.json": "One", "post-2.json": "Two"}


def test_files_of_an_earlier_run_are_replaced_but_no_input(tmp_path: Path) -> None:
    inputs = save(tmp_path, {"post.json": write([ONE, TWO]), "post-2.json": dumps(THREE)})

    for _ in range(2):
        run(*inputs, "-o", tmp_path)

    assert inputs[0].read_text(encoding="utf-8") == write([ONE, TWO])
    inputs[0].unlink()
    assert titles(tmp_path) == {
        "post-2.json": "Three",
        "post-3.json": "One",
        "post-4.json": "Two",
        "post-2-2.json": "Three",
    }


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("blog.example.org__posts.json", "blog.example.org__posts.json"),
        ("posts.json.gz", "posts.json"),
        ("posts.GZ", "posts.json"),
        ("posts", "posts.json"),
        (".json", ".json.json"),
    ],
)
def test_files_are_named_after_their_input_without_its_suffix(tmp_path: Path, name: str, expected: str) -> None:
    run(*save(tmp_path, {name: dumps(ONE)}), "-o", f"{tmp_path}/out/")

    assert list(titles(tmp_path / "out")) == [expected]
