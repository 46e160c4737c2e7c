"""What type checkers, and so editors, know of a user's script, and which mistakes they find in one."""

import json
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "typing"
USER, WRONG = FOLDER / "user.py", FOLDER / "wrong.py"
MISTAKES = {n for n, line in enumerate(WRONG.read_text(encoding="utf-8").splitlines(), 1) if "  # wrong: " in line}


def mypy(script: Path) -> set[int]:
    """Check a script strictly; give the lines with errors."""
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir=/dev/null", script]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode in (0, 1), done.stderr
    return {int(number) for number in re.findall(rf"{script.name}:(\d+): error:", done.stdout)}


def pyright(script: Path) -> set[int]:
    """Check a script strictly; give the lines with errors."""
    program = shutil.which("pyright", path=str(Path(sys.executable).parent)) or shutil.which("pyright")
    # It is a program for Node, which its Python package fetches where it can.
    if program is None or subprocess.run([program, "--version"], capture_output=True, check=False).returncode:  # noqa: S603
        pytest.skip("there is no pyright")
    command = [program, "--pythonpath", sys.executable, "--outputjson", script]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    found = json.loads(done.stdout)["generalDiagnostics"]
    return {each["range"]["start"]["line"] + 1 for each in found if each["severity"] == "error"}


def test_the_script_runs() -> None:
    runpy.run_path(str(USER))


@pytest.mark.slow
@pytest.mark.parametrize("check", [mypy, pyright])
def test_what_a_user_writes_is_known_to_the_last_type(check: Callable[[Path], set[int]]) -> None:
    assert check(USER) == set()


@pytest.mark.slow
@pytest.mark.parametrize("check", [mypy, pyright])
def test_every_mistake_is_found(check: Callable[[Path], set[int]]) -> None:
    assert check(WRONG) == MISTAKES
