"""Everything that the README, the documentation and docstrings show is run, and does what it says."""

import ast
import doctest
import inspect
import re
import shlex
import subprocess
import sys
import sysconfig
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

from articlekit import hookspecs

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def shown(language: str, pages: list[Path] = PAGES) -> list[object]:
    """The blocks of a language on each page, named for where they stand."""
    return [
        pytest.param(text, id=f"{page.relative_to(ROOT)}-{number}")
        for page in pages
        for number, (name, text) in enumerate(FENCE.findall(page.read_text(encoding="utf-8")))
        if name == language
    ]


@pytest.fixture(autouse=True)
def in_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def run(command: str) -> str:
    """Run an ``articlekit`` command as a shell would; give what it prints to both streams, in order."""
    program, *arguments = shlex.split(command)
    assert program == "articlekit"
    script = Path(sysconfig.get_path("scripts")) / "articlekit"
    done = subprocess.run(  # noqa: S603
        [sys.executable, script, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return done.stdout


@pytest.mark.parametrize(
    "package", ["articlekit", *sorted(path.name for path in (ROOT / "plugins").glob("articlekit_*"))]
)
def test_examples_in_docstrings(package: str) -> None:
    modules = [found.name for found in walk_packages(import_module(package).__path__, f"{package}.")]
    results = {name: doctest.testmod(import_module(name)) for name in modules if not name.endswith("__main__")}

    assert [name for name, result in results.items() if result.failed] == []


@pytest.mark.parametrize("session", shown("console"))
def test_console_sessions(session: str) -> None:
    command, _, expected = session.removeprefix("$ ").partition("\n")
    lines = expected.rstrip().splitlines()
    found = run(command).rstrip().splitlines()

    # A line of dots stands for what is left out.
    if "..." in lines:
        cut = lines.index("...")
        head, tail = lines[:cut], lines[cut + 1 :]
        assert found[: len(head)] == head
        assert found[len(found) - len(tail) :] == tail
    else:
        assert found == lines


@pytest.mark.parametrize("page", [page for page in PAGES if "```python\n" in page.read_text(encoding="utf-8")], ids=str)
def test_python(page: Path) -> None:
    """The blocks of a page are one program; a comment behind an expression shows its value."""
    names: dict[str, object] = {"__name__": "shown"}
    for _, code in (block for block in FENCE.findall(page.read_text(encoding="utf-8")) if block[0] == "python"):
        for statement in ast.parse(code).body:
            value = code.splitlines()[statement.end_lineno - 1].partition("  # ")[2]
            if isinstance(statement, ast.Expr) and value:
                assert repr(eval(ast.unparse(statement.value), names)) == value  # noqa: S307
            else:
                exec(compile(ast.Module(body=[statement], type_ignores=[]), page, "exec"), names)  # noqa: S102


def test_the_first_screen_has_one_command_that_does_the_job_and_one_that_runs_the_tests() -> None:
    commands = [text for name, text in FENCE.findall(README.read_text(encoding="utf-8")) if name == "bash"]

    assert len(commands) == 2
    assert "articlekit parse samples/north-korea-russia.json" in commands[0]
    assert "pytest" in commands[1]


def test_every_hook_and_its_arguments_are_documented() -> None:
    page = (ROOT / "docs" / "plugins" / "write.md").read_text(encoding="utf-8")
    hooks = {name: hook for name, hook in vars(hookspecs).items() if name.startswith("articlekit_")}

    for name, hook in hooks.items():
        assert f"`{name}({', '.join(inspect.signature(hook).parameters)})`" in page
        assert (hook.__doc__ or "").strip()
