import json
import os
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner, Result

from articlekit.cli import main

ROOT = Path(__file__).parents[1]
SAMPLE = str(ROOT / "samples" / "north-korea-russia.json")
POSTS = json.dumps(
    [{"id": n, "title": {"rendered": f"Post {n}"}, "content": {"rendered": "<p>Text.</p>"}} for n in (1, 2)]
)


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin, catch_exceptions=False)


def test_a_damaged_post_is_written_and_what_was_repaired_is_said() -> None:
    done = run("parse", SAMPLE, "--to", "json")

    assert done.exit_code == 0
    assert json.loads(done.stdout)["id"] == "9132"
    assert f"{SAMPLE} $: error: body.truncated:" in done.stderr


def test_strict_refuses_it() -> None:
    done = run("parse", SAMPLE, "--strict")

    assert done.exit_code == 1
    assert done.stdout == ""
    assert "repair" in done.stderr
    assert "--strict" in done.stderr


@pytest.mark.parametrize("order", ["bad first", "bad last"])
def test_one_bad_file_does_not_stop_the_others(tmp_path: Path, order: str) -> None:
    (tmp_path / "bad").write_bytes(b"\x00\x01")
    paths = [str(tmp_path / "bad"), str(tmp_path / "absent"), SAMPLE]

    done = run("parse", *(paths if order == "bad first" else reversed(paths)), "--to", "jsonl")

    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 1
    assert f"{paths[0]}: no parser recognises it" in done.stderr
    assert "--format" in done.stderr
    assert f"{paths[1]}: No such file" in done.stderr


@pytest.mark.parametrize("command", ["parse", "claims"])
def test_an_address_is_told_to_be_saved_first(command: str) -> None:
    done = run(command, "https://port.example/cranes")

    assert done.exit_code == 1
    assert "No such file or directory. Nothing is fetched: save the page to a file" in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="this system has no such names")
def test_what_would_break_a_line_is_shown_by_its_escape(tmp_path: Path) -> None:
    bad, good = tmp_path / "a\nb\x1b[31m", tmp_path / "c\rd.json"
    bad.write_bytes(b"\x00\x01")
    good.write_bytes(Path(SAMPLE).read_bytes())

    lines = run("parse", str(bad), str(good)).stderr.splitlines()

    assert lines[0].startswith(rf"{tmp_path}/a\nb\x1b[31m: no parser recognises it")
    assert all(line.startswith(rf"{tmp_path}/c\rd.json $: ") for line in lines[1:])


def test_a_folder_is_told_how_to_read_all_files_in_it(tmp_path: Path) -> None:
    saved = tmp_path / "saved pages"
    saved.mkdir()
    done = run("parse", str(saved))

    assert done.exit_code == 1
    assert done.stderr == f"{saved}: it is a folder. For all files in it write '{saved}'/*\n"


@pytest.mark.parametrize("to", ["claims-csv", "claims-jsonl"])
def test_who_asks_for_claims_that_were_not_looked_for_is_told_how(to: str) -> None:
    assert "no claims are in it: articlekit claims finds them" in run("parse", SAMPLE, "-t", to).stderr


@pytest.mark.parametrize(("name", "formats"), [("note.txt", "text"), ("NOTE.MD", "markdown"), ("all.tgz", "tar")])
def test_what_nobody_recognises_is_told_what_it_may_be_by_its_name(tmp_path: Path, name: str, formats: str) -> None:
    path = tmp_path / name
    path.write_text("nothing but words", encoding="utf-8")

    assert f"By its name it may be {formats}: if it is, say so with format=" in run("parse", str(path)).stderr


@pytest.mark.parametrize("command", ["parse", "claims"])
def test_quietly_only_losses_and_failures_are_said(tmp_path: Path, command: str) -> None:
    (bad := tmp_path / "bad.bin").write_bytes(b"\x00\x01")
    done = run(command, "-q", SAMPLE, str(bad))

    assert done.exit_code == 1
    losses = [line for line in done.stderr.splitlines() if line.startswith(SAMPLE)]
    assert losses
    assert all(" error: " in line for line in losses)
    assert f"{bad}: no parser recognises it" in done.stderr


def test_of_what_was_read_before_the_file_it_was_read_from_is_named(tmp_path: Path) -> None:
    stored = str(tmp_path / "all.jsonl")
    run("parse", SAMPLE, "-o", stored)

    assert f"{stored} {SAMPLE} $: error: body.truncated:" in run("parse", stored).stderr


def test_standard_input_and_several_articles() -> None:
    done = run("parse", "-", "--to", "jsonl", stdin=POSTS)

    assert [json.loads(line)["title"] for line in done.stdout.splitlines()] == ["Post 1", "Post 2"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_read_though_it_can_be_read_only_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writing = Thread(target=pipe.write_text, args=(POSTS,))
    writing.start()

    done = run("parse", str(pipe), "--to", "jsonl")

    writing.join()
    assert len(done.stdout.splitlines()) == 2


def test_a_folder_gets_a_file_for_each_article(tmp_path: Path) -> None:
    (tmp_path / "posts.json").write_text(POSTS, encoding="utf-8")

    done = run("parse", str(tmp_path / "posts.json"), "--to", "text", "-o", f"{tmp_path}/out/")

    assert done.exit_code == 0
    files = sorted((tmp_path / "out").iterdir())
    assert [path.name for path in files] == ["posts-2.txt", "posts.txt"]
    assert "Post 1" in files[1].read_text(encoding="utf-8")


def test_a_file_gets_all_of_them(tmp_path: Path) -> None:
    run("parse", "-", "--to", "json", "-o", str(tmp_path / "all.json"), stdin=POSTS)

    assert len(json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))) == 2


def test_an_unknown_writer_lists_those_there_are() -> None:
    done = run("parse", SAMPLE, "--to", "papyrus")

    assert done.exit_code == 2
    assert "wordpress" in done.stderr


@pytest.mark.parametrize("command", ["parse", "claims"])
@pytest.mark.parametrize("name", ["papyrus", ""])
def test_an_unknown_parser_lists_those_there_are_before_anything_is_read(command: str, name: str) -> None:
    done = run(command, "absent", "--format", name)

    assert done.exit_code == 2
    assert "wordpress" in done.stderr
    assert "absent" not in done.stderr


def test_a_parser_may_be_named_with_its_distribution() -> None:
    assert run("parse", SAMPLE, "-f", "wordpress@articlekit").exit_code == 0


@pytest.mark.parametrize("flags", [(), ("--verbose",)])
def test_formats_lists_what_can_be_read_and_written(flags: tuple[str, ...]) -> None:
    lines = run("formats", *flags).stdout.splitlines()

    (wordpress,) = [line for line in lines if line.startswith("wordpress")]
    assert wordpress.split()[1:3] == ["read", "write"]
    brought = [line for line in lines if line.startswith("  wordpress = articlekit_wordpress: reads wordpress")]
    assert bool(brought) == bool(flags)


def test_formats_says_what_only_reading_needs() -> None:
    lines = {line.split()[0]: line for line in run("formats").stdout.splitlines()}

    assert lines["markdown"].endswith("  [reading needs articlekit[markdown]]")
    assert lines["warc"].endswith("  [needs articlekit[warc]]")
