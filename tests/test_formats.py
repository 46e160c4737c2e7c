"""What ``articlekit formats`` says where plugins of others are installed that are broken, doubled and misspelt."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

MODULES = {
    "broken": "import a_module_that_does_not_exist",
    "duplicate": """
from articlekit.plugin import Parser, hookimpl

@hookimpl
def articlekit_parsers():
    return [Parser(format="html", summary="Other HTML", sniff=lambda source: 0.0, parse=lambda source: ())]
""",
    "misspelt": """
from articlekit.plugin import hookimpl

@hookimpl
def articlekit_parser():
    return []
""",
}
BROKEN = (
    "plugin 'broken' (from articlekit-broken 1.2) cannot be imported: No module named 'a_module_that_does_not_exist'. "
    "It is left out. Install what it needs, or check its entry point 'articlekit_broken'"
)
DUPLICATE = (
    "plugin 'duplicate' (from articlekit-duplicate 1.2) brings 'html', which articlekit has already. "
    "articlekit's is used; ask for this one as 'html@articlekit-duplicate'"
)
MISSPELT = (
    "plugin 'misspelt' (from articlekit-misspelt 1.2) does not fit: unknown hook 'articlekit_parser'. It is left out. "
    "Perhaps articlekit_parsers is meant; the hooks are articlekit_api_version, articlekit_parsers, "
    "articlekit_writers, articlekit_claim_finders"
)


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder with three distributions, as pip leaves them."""
    for name, code in MODULES.items():
        about = tmp_path / f"articlekit_{name}-1.2.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: articlekit-{name}\nVersion: 1.2\n")
        (about / "entry_points.txt").write_text(f"[articlekit]\n{name} = articlekit_{name}\n")
        (tmp_path / f"articlekit_{name}.py").write_text(code)
    return tmp_path


def formats(path: Path, *flags: str, disabled: str = "") -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(path), "ARTICLEKIT_DISABLE_PLUGINS": disabled}
    command = [sys.executable, "-c", "from articlekit.cli import main; main()", "formats", *flags]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603


def test_each_is_named_in_a_line_and_the_rest_is_listed(installed: Path) -> None:
    done = formats(installed)

    assert done.stderr.splitlines() == [f"warning: {problem}" for problem in (BROKEN, DUPLICATE, MISSPELT)]
    assert [line for line in done.stdout.splitlines() if line.startswith("html ")]


def test_who_brings_what_is_said_on_request(installed: Path) -> None:
    done = formats(installed, "--verbose")

    assert done.stderr == ""
    assert f"\narticlekit-duplicate 1.2  ({installed})\n  duplicate = articlekit_duplicate: reads html@" in done.stdout
    assert done.stdout.endswith(f"\nproblems\n  {BROKEN}\n  {DUPLICATE}\n  {MISSPELT}\n")


def test_what_is_disabled_is_no_problem(installed: Path) -> None:
    done = formats(installed, "--verbose", disabled="broken, articlekit-duplicate,misspelt")

    said = "left out, as ARTICLEKIT_DISABLE_PLUGINS says\n  broken (articlekit-broken 1.2)\n  duplicate"
    assert said in done.stdout
    assert "problems" not in done.stdout
