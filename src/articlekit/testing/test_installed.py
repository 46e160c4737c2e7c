"""What ``pytest --articlekit-plugin=NAME`` collects."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlekit.testing.conformance import ParserConformance


class TestInstalledPlugin(ParserConformance):
    """The kit for the plugin named on the command line."""

    @pytest.fixture(autouse=True, scope="class")
    @classmethod
    def _named(cls, request: pytest.FixtureRequest) -> None:
        cls.format = request.config.getoption("--articlekit-plugin")
        samples = request.config.getoption("--articlekit-samples")
        cls.samples = Path(samples) if samples else None
