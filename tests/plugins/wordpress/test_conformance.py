from pathlib import Path

from articlekit.testing import ParserConformance


class TestWordPress(ParserConformance):
    format = "wordpress"
    samples = Path(__file__).parent / "samples"
