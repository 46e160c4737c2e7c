"""Runs ``articlekit parse`` on files that a test writes."""

from collections.abc import Mapping
from pathlib import Path

from click.testing import CliRunner, Result

from articlekit.cli import main


def run(*arguments: object) -> Result:
    """Run the command; what it does not catch itself is raised."""
    return CliRunner().invoke(main, ["parse", *map(str, arguments)], catch_exceptions=False)


def save(folder: Path, files: Mapping[str, str]) -> list[Path]:
    """Write files of these names and texts; give their paths."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in files]
