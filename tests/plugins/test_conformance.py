"""Our own plugins, held to the kit that everybody else's are held to."""

from pathlib import Path

from articlekit.testing import ParserConformance

HERE = Path(__file__).parent


class TestJson(ParserConformance):
    format = "json"


class TestWordPress(ParserConformance):
    format = "wordpress"
    samples = HERE / "wordpress" / "samples"
