"""Writes a new plugin: a whole distribution that installs, is found, and passes the conformance kit at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from string import Template
from types import MappingProxyType
from typing import Final

from articlekit._registry import named, registry

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_LONGEST: Final = 40

FILES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "pyproject.toml": "pyproject.toml.txt",
        "README.md": "README.md.txt",
        ".gitignore": "gitignore.txt",
        ".github/workflows/ci.yml": "ci.yml.txt",
        "src/$package/__init__.py": "parser.py.txt",
        "src/$package/py.typed": "py.typed.txt",
        "samples/soup.$name": "soup.txt",
        "samples/tea.$name": "tea.txt",
        "tests/test_conformance.py": "test_conformance.py.txt",
    }
)
"""What is written, and the template it is made from."""


def write_plugin(name: str, parent: Path) -> Path:
    """Write the distribution ``articlekit-<name>`` into a folder of that name; give the folder.

    Raises:
        ValueError: The name is none for a format, or is taken by an installed plugin.
        FileExistsError: There is such a folder, and it is not empty.
    """
    if not _NAME.fullmatch(name) or len(name) > _LONGEST:
        raise ValueError(
            f"{name!r} is no name of a format: lower-case letters, digits and single hyphens, as in 'gem-text'"
        )
    if taken := named(registry().parsers, name):
        raise ValueError(f"the format {name!r} is read by {taken.distribution} already: choose another name")
    root = parent / f"articlekit-{name}"
    if root.exists() and any(root.iterdir()):
        raise FileExistsError(f"{root} is there already, and not empty: choose another folder with --in")
    words = {"name": name, "NAME": name.upper(), "package": f"articlekit_{name.replace('-', '_')}"}
    for target, template in FILES.items():
        text = (files(__package__) / "template" / template).read_text(encoding="utf-8")
        path = root / Template(target).substitute(words)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(Template(text).substitute(words), encoding="utf-8", newline="\n")
    return root
