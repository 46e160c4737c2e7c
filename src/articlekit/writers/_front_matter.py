"""Front matter in YAML, by the names that Hugo, Jekyll and Eleventy share; quoted only where it has to be."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TypeAlias

from articlekit.article import Article, Author, Site
from articlekit.unmended import BEGINS_BROKEN

_Value: TypeAlias = "str | list[str] | list[dict[str, str]] | dict[str, str]"

# What is text to every reader of YAML, old and new, without quotes.
_PLAIN = re.compile(r"[^\W\d_](?:[\w .,'’()–—-]*[\w.,'’)])?")
_NO_TEXT = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?")
# Characters that YAML does not allow, or takes for line breaks (YAML 1.2.2 §5.1, YAML 1.1 §5.4).
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_ESCAPED_OR_BROKEN = re.compile(f"{_ESCAPED.pattern}|{BEGINS_BROKEN.pattern}")


def write_front_matter(article: Article, *, by_reference: bool = False) -> str:
    """Write all that is said of an article but its title alone, which a heading can say; empty if that is all.

    A title of nothing but wide spaces is no heading to any reader of Markdown.

    Args:
        article: What it is about.
        by_reference: Whether the letters that a broken encoding begins with are escapes, so that nothing is mended.
    """
    escaped = _ESCAPED_OR_BROKEN if by_reference else _ESCAPED
    said = dict(_said(article))
    if said.keys() <= {"title"} and not (article.title or "_").isspace():
        return ""
    return "\n".join(
        ("---", *(line for name, value in said.items() for line in _lines(name, value, escaped)), "---", "")
    )


def _said(article: Article) -> Iterator[tuple[str, _Value]]:
    for name, value in (
        ("title", article.title),
        ("subtitle", article.subtitle),
        ("id", article.id),
        ("canonical_url", article.url),
        ("date", article.published and article.published.isoformat()),
        ("lastmod", article.modified and article.modified.isoformat()),
        ("authors", _authors(article.authors)),
        ("summary", article.summary),
        ("categories", [*article.categories]),
        ("tags", [*article.tags]),
        ("image", article.image),
        ("lang", article.language),
        ("license", article.license),
        ("site", _site(article.site) if article.site else None),
    ):
        if value:
            yield name, value


def _authors(authors: tuple[Author, ...]) -> list[str] | list[dict[str, str]]:
    if all(author == Author(name=author.name) for author in authors):
        return [author.name for author in authors]
    return [_present(name=author.name, url=author.url, kind=author.kind) for author in authors]


def _site(site: Site) -> dict[str, str]:
    return _present(name=site.name, url=site.url)


def _present(**said: str | None) -> dict[str, str]:
    return {name: value for name, value in said.items() if value}


def _lines(name: str, value: _Value, escaped: re.Pattern[str]) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{name}: {_scalar(value, escaped)}"
        return
    yield f"{name}:"
    if isinstance(value, dict):
        yield from (f"  {key}: {_scalar(inner, escaped)}" for key, inner in value.items())
        return
    for item in value:
        named = [("", item)] if isinstance(item, str) else [(f"{key}: ", inner) for key, inner in item.items()]
        members = (f"{key}{_scalar(inner, escaped)}" for key, inner in named)
        yield from (f"  {'  ' if number else '- '}{member}" for number, member in enumerate(members))


def _scalar(text: str, escaped: re.Pattern[str]) -> str:
    is_plain = _PLAIN.fullmatch(text) and text.lower() not in _NO_TEXT and not escaped.search(text)
    if is_plain or _DATE.fullmatch(text):
        return text
    return escaped.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
