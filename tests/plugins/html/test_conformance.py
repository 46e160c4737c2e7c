from pathlib import Path

from articlekit.testing import ParserConformance


class TestHtml(ParserConformance):
    format = "html"
    samples = Path(__file__).parent / "samples"
