"""The library's own JSON, held to the kit that plugins are held to."""

from articlekit.testing import ParserConformance


class TestJson(ParserConformance):
    format = "json"
