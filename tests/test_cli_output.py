"""Where ``articlekit parse`` writes, and what it leaves as it was."""

import os
import stat
from pathlib import Path
from threading import Thread

import pytest

from articlekit import parse_all
from articlekit.article import Article
from articlekit.writers.json import dumps, loads, write, write_lines
from command_line import run, save

ONE, TWO, THREE = (Article(title=title) for title in ("One", "Two", "Three"))


def titles(folder: Path) -> dict[str, str | None]:
    return {path.name: loads(path.read_bytes()).title for path in sorted(folder.iterdir())}


NO_FOLDER = "there is no folder {}: make it first"
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
    ("name", "begins"),
    [("one.json", "{"), ("one.MD", "# One"), ("one.csv", "id,url,title"), ("one.html", "<!"), ("one", "{")],
)
def test_a_file_is_of_the_format_that_its_name_ends_in(tmp_path: Path, name: str, begins: str) -> None:
    run(*save(tmp_path, {"in.json": dumps(ONE)}), "-o", tmp_path / name)

    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_an_ending_of_several_formats_is_asked_about(tmp_path: Path) -> None:
    done = run(*save(tmp_path, {"in.json": dumps(ONE)}), "-o", tmp_path / "one.xml")

    assert done.exit_code == 2
    assert "several formats end in .xml: say with --to which. There are: tei, wxr" in done.stderr
    assert not (tmp_path / "one.xml").exists()


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


def test_a_file_may_be_written_where_it_was_read(tmp_path: Path) -> None:
    (path,) = save(tmp_path, {"all.jsonl": write_lines([ONE, TWO])})

    assert run(path, "-t", "jsonl", "-o", path).exit_code == 0

    assert [article.title for article in parse_all(path.read_bytes())] == ["One", "Two"]


@pytest.mark.parametrize("to", ["json", "jsonl"])
def test_what_was_written_stays_where_nothing_can_be_read(tmp_path: Path, to: str) -> None:
    (kept,) = save(tmp_path, {"kept.json": dumps(ONE)})

    assert run(tmp_path / "absent.html", "-t", to, "-o", kept).exit_code == 1

    assert titles(tmp_path) == {"kept.json": "One"}


def test_what_was_written_stays_where_the_format_cannot_hold_what_was_read(tmp_path: Path) -> None:
    posts, kept = save(tmp_path, {"posts.json": write([ONE, TWO]), "kept.html": "<p>Old."})

    done = run(posts, "-t", "html", "-o", kept)

    assert done.exit_code == 1
    assert "-o FOLDER/" in done.stderr
    assert kept.read_text(encoding="utf-8") == "<p>Old."
    assert set(tmp_path.iterdir()) == {posts, kept}


def test_what_was_read_is_written_though_another_input_fails(tmp_path: Path) -> None:
    (path,) = save(tmp_path, {"one.json": dumps(ONE)})

    assert run(tmp_path / "absent", path, "-o", tmp_path / "all.json").exit_code == 1

    assert titles(tmp_path) == {"all.json": "One", "one.json": "One"}


@pytest.mark.skipif(os.name != "posix", reason="this system has no such links and permissions")
def test_a_link_leads_to_what_is_replaced_and_permissions_stay(tmp_path: Path) -> None:
    (path,) = save(tmp_path, {"one.json": dumps(ONE)})
    path.chmod(0o640)
    link = tmp_path / "link"
    link.symlink_to(path)

    run(path, "-o", link)

    assert link.is_symlink()
    assert loads(path.read_bytes()).origin  # As it is after reading.
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name != "posix", reason="this system has no such links")
@pytest.mark.parametrize("link_is", ["read", "written"])
def test_no_input_is_replaced_through_a_link(tmp_path: Path, link_is: str) -> None:
    store, links = tmp_path / "store", tmp_path / "links"
    store.mkdir()
    links.mkdir()
    (path,) = save(store, {"one.json": write([ONE])})
    (links / "one.json").symlink_to(path)
    read, written = (links, store) if link_is == "read" else (store, links)

    run(read / "one.json", "-o", f"{written}/")

    assert path.read_text(encoding="utf-8") == write([ONE])
    assert titles(written) == {"one-2.json": "One", "one.json": "One"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    (path,) = save(tmp_path, {"one.json": dumps(ONE)})
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reading = Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
    reading.start()

    run(path, "-o", pipe)

    reading.join()
    assert pipe.is_fifo()
    assert [loads(text).title for text in read] == ["One"]


def test_a_dash_is_standard_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (path,) = save(tmp_path, {"one.json": dumps(ONE)})

    assert loads(run(path, "-o", "-").stdout).title == "One"
    assert list(tmp_path.iterdir()) == [path]


def test_an_empty_name_is_said_to_be_empty(tmp_path: Path) -> None:
    done = run(tmp_path / "one.json", "-o", "")

    assert done.exit_code == 2
    assert "the name is empty" in done.stderr


@pytest.mark.parametrize("to", ["json", "jsonl"])
@pytest.mark.parametrize("place", ["absent/all.json", "one.json/all.json", "one.json/"])
def test_where_nothing_can_be_written_one_line_says_so(tmp_path: Path, place: str, to: str) -> None:
    (path,) = save(tmp_path, {"one.json": dumps(ONE)})
    output = f"{tmp_path}/{place}"

    done = run(path, path, "-t", to, "-o", output)

    assert done.exit_code == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"Error: {output.removesuffix('/')}: ")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="this system has no such links")
def test_of_a_link_that_leads_nowhere_it_is_said_where(tmp_path: Path) -> None:
    (path,) = save(tmp_path, {"one.json": dumps(ONE)})
    link, target = tmp_path / "link", tmp_path / "absent" / "all.json"
    link.symlink_to(target)

    done = run(path, "-o", link)

    assert (done.exit_code, done.stderr) == (
        1,
        f"Error: {link} (a link to {target}): {NO_FOLDER.format(target.parent)}\n",
    )


def test_of_a_folder_that_is_missing_it_is_said_to_be_made_first(tmp_path: Path) -> None:
    (path,) = save(tmp_path, {"one.json": dumps(ONE)})

    done = run(path, "-o", tmp_path / "absent" / "all.json")

    assert done.stderr == f"Error: {tmp_path}/absent/all.json: {NO_FOLDER.format(tmp_path / 'absent')}\n"


@pytest.mark.parametrize("to", ["markdown", "text"])
def test_several_articles_that_are_stored_as_one_text_are_said_to_be(tmp_path: Path, to: str) -> None:
    paths = save(tmp_path, POSTS)

    assert "read again as one" in run(*paths, "-t", to, "-o", tmp_path / "all").stderr
    assert run(paths[1], "-t", to, "-o", tmp_path / "one").stderr == ""
    assert run(*paths, "-t", to).stderr == ""
    assert run(*paths, "-t", "json", "-o", tmp_path / "all").stderr == ""
