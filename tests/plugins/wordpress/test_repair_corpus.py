"""Every kind of damage that the development corpus's generator knows, where corpus and generator are at hand."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

import articlekit
from articlekit import Article
from articlekit.errors import ArticlekitError

WORDPRESS = Path(__file__).parents[4] / "shared" / "wordpress"
NAMES = ("softconcis.de__en-posts", "itxx.ru__posts-101", "wp.helixes.co__posts-113", "sunprints.org__posts-347")
FILES = [WORDPRESS / "dev" / f"{name}.json" for name in NAMES]

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not WORDPRESS.exists(), reason="the corpus is not here")]

WRAPPED = (
    *("raw_newlines", "bom", "utf16", "php_notice", "html_prefix", "trailing_comment", "jsonp", "html_wrapper"),
    *("html_escaped", "quotes_unescaped", "addslashes", "double_json", "mojibake", "ndjson", "python_repr"),
    *("csv_doubled", "trailing_comma", "missing_commas", "js_object", "markdown_fence", "http_headers"),
    *("quoted_printable", "gzip_bytes"),
)
BROKEN = (
    *("html_text_pass", "html_text_whole", "html_text_flat", "regex_strip_tags", "truncate", "truncate_escape"),
    *("truncate_utf8", "truncate_tail", "head_cut", "raw_controls", "stripslashes", "lone_surrogate", "nan_values"),
    "gzip_cut",
)


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("damage", WORDPRESS / "damage.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def told(articles: list[Article]) -> list[tuple[object, ...]]:
    return [
        (article.id, article.url, article.title, article.published, article.modified, article.text)
        for article in articles
    ]


@pytest.mark.parametrize("kind", WRAPPED)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_only_wrapped_comes_back(path: Path, kind: str) -> None:
    data = path.read_bytes()
    damaged = generator().damage(kind, "test", data)
    assert told(list(articlekit.parse_all(damaged))) == told(list(articlekit.parse_all(data)))


@pytest.mark.parametrize("kind", BROKEN)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_broken_is_said(path: Path, kind: str) -> None:
    data = path.read_bytes()
    whole = list(articlekit.parse_all(data))
    try:
        articles = list(articlekit.parse_all(generator().damage(kind, "test", data)))
    except ArticlekitError:
        return
    before = {note.code for article in whole for note in article.diagnostics}
    if told(articles) != told(whole):
        assert {note.code for article in articles for note in article.diagnostics} - before
