"""``pytest --articlekit-plugin=NAME`` runs the conformance kit on an installed plugin, without a line of code.

It stands outside `articlekit.testing`, so that a run of pytest that does not ask for the kit does not import it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

INSTALLED = Path(__file__).parent / "testing" / "test_installed.py"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the kit's options; nothing of articlekit is imported before one is given."""
    group = parser.getgroup("articlekit", "conformance of articlekit plugins")
    group.addoption("--articlekit-plugin", metavar="NAME", help="run every law on the parser of this format")
    group.addoption("--articlekit-samples", metavar="DIR", help="a folder of files of the format")


def pytest_configure(config: pytest.Config) -> None:
    """Collect the kit where a plugin is named."""
    if config.getoption("--articlekit-plugin"):
        config.args[:] = [str(INSTALLED)]
    config.addinivalue_line("markers", "slow: takes more than a few seconds")
