"""``articlekit new-plugin`` writes a distribution that installs, is found, and passes the kit at once."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from articlekit.cli import main


def new(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["new-plugin", *arguments], catch_exceptions=False)


def run(*command: str | Path, path: Path, cwd: Path) -> str:
    """Run with this interpreter, and with what is installed in `path` beside what is installed for it."""
    environment = os.environ | {"PYTHONPATH": str(path)}
    done = subprocess.run(  # noqa: S603
        [sys.executable, *command], env=environment, cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("name", ["Recipe", "my recipe", "1st", "a--b", "../x", "x" * 41])
def test_what_is_no_name_is_refused(tmp_path: Path, name: str) -> None:
    done = new(name, "--in", str(tmp_path))

    assert done.exit_code == 1
    assert "is no name of a format" in done.stderr
    assert not [*tmp_path.iterdir()]


def test_a_name_that_is_taken_is_refused(tmp_path: Path) -> None:
    done = new("html", "--in", str(tmp_path))

    assert done.exit_code == 1
    assert "is read by articlekit already" in done.stderr


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "articlekit-recipe").mkdir()
    (tmp_path / "articlekit-recipe" / "notes").write_text("mine")

    done = new("recipe", "--in", str(tmp_path))

    assert done.exit_code == 1
    assert [path.name for path in (tmp_path / "articlekit-recipe").iterdir()] == ["notes"]


def test_the_workflow_runs_the_oldest_articlekit_that_is_allowed(tmp_path: Path) -> None:
    new("recipe", "--in", str(tmp_path))
    root = tmp_path / "articlekit-recipe"
    (oldest,) = re.findall(r'"articlekit>=(.+)"', (root / "pyproject.toml").read_text())

    assert f"articlekit: articlekit=={oldest}\n" in (root / ".github" / "workflows" / "ci.yml").read_text()


@pytest.mark.slow
def test_it_installs_is_found_and_passes_at_once(tmp_path: Path) -> None:
    assert new("fish-recipe", "--in", str(tmp_path)).exit_code == 0
    root, installed = tmp_path / "articlekit-fish-recipe", tmp_path / "installed"

    # Without the network: what builds it and what it needs is installed for the tests.
    install = ("-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--target", installed, root)
    run(*install, path=tmp_path, cwd=tmp_path)

    code = "import articlekit; print([f.distribution for f in articlekit.formats() if f.name == 'fish-recipe'])"
    assert run("-W", "error", "-c", code, path=installed, cwd=tmp_path) == "['articlekit-fish-recipe']\n"
    assert " passed" in run("-m", "pytest", "-q", "-m", "not slow", path=installed, cwd=root)
    for check in (("ruff", "check"), ("ruff", "format", "--check"), ("mypy", "--strict")):
        run("-m", *check, root / "src", path=installed, cwd=root)
