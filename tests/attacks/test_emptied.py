"""Samples in which one value is emptied: what is not said is None or ``()`` in the record, never an empty text."""

import re
from pathlib import Path

import pytest

import articlekit
from articlekit import ArticlekitError
from articlekit.testing.article_laws import absence_is_none

PLUGINS = Path(__file__).parents[1] / "plugins"
SAMPLES = [
    path
    for folder in ("feeds", "blogger", "tei", "iptc", "wxr", "wordpress", "ghost", "drupal", "schemaorg")
    for path in sorted((PLUGINS / folder / "samples").rglob("*.*"))
    if path.suffix in {".xml", ".rss", ".atom", ".json", ".jsonld"} and path.stat().st_size < 20_000
]
# The value of an attribute, a text between tags, a string of JSON.
VALUE = re.compile(r'(?<==")[^"<>\n]{1,200}(?=")|(?<=>)[^<>\n]{1,200}(?=<)|(?<=: ")[^"\n]{1,200}(?=")')


@pytest.mark.slow
@pytest.mark.parametrize("empty", ["", " ", "&#32;", "\ufeff"], ids=ascii)
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: "-".join(path.relative_to(PLUGINS).parts))
def test_what_is_not_said_is_none(path: Path, empty: str) -> None:
    text = path.read_text(encoding="utf-8")
    for value in list(VALUE.finditer(text))[:120]:
        emptied = text[: value.start()] + empty + text[value.end() :]
        try:
            articles = list(articlekit.parse_all(emptied))
        except ArticlekitError:
            continue
        for article in articles:
            absence_is_none(article, emptied.encode())
