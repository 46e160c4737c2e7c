"""From the entries of an export, as the parser of Atom reads them, to posts and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from attrs import evolve

import articlekit
from articlekit.markup import resolve
from articlekit.plugin import Article, Diagnostic, Json, Origin, Source
from articlekit.several import articles_of

_KINDS: Final = "http://schemas.google.com/blogger/2008/kind#"
_KIND_SCHEME: Final = "http://schemas.google.com/g/2005#kind"
_ARTICLES: Final = frozenset({"post", "page"})
_TRASHED: Final = frozenset({"SOFT_TRASHED", "TRASHED"})
_WINDOW: Final = 262_144

_FEED = re.compile(r"<feed\b[^<>]{0,2000}")
_NEWER: Final = "schemas.google.com/blogger/2018"
# An export has settings, templates or comments, which a feed that readers subscribe to has not.
_OLDER = re.compile(
    r"<id>\s*tag:blogger\.com,1999:blog-\d+\.archive\s*<|blogger/2008/kind#(?:settings|template|comment)\b"
)


def sniff(source: Source) -> float:
    """Say how sure it is that this is an export of Blogger, and not one of its feeds."""
    head = source.head
    feed = _FEED.search(head)
    if not head.startswith("<") or feed is None:
        return 0.0
    if _NEWER in feed[0]:
        return 0.98
    if "blogger" not in head:
        return 0.0
    start = head if source.is_streamed else source.text[:_WINDOW]
    return 0.98 if _OLDER.search(start) else 0.0


def parse(source: Source) -> Iterator[Article]:
    """Read the posts and pages of an export, one by one.

    Raises:
        NoArticleError: There is none in it.
        ParseError: It is no feed.
    """
    return articles_of(_entries(source), "there is no post and no page in the export", format="blogger")


def _entries(source: Source) -> Iterator[Article | Diagnostic]:
    passed: Counter[str] = Counter()
    for entry in articlekit.parse_all(source, format="atom"):
        kind = _kind(entry)
        if kind in _ARTICLES:
            yield _article(entry, kind, source.url)
        else:
            passed[kind] += 1
    if passed:
        counted = ", ".join(f"{count} {kind}" for kind, count in sorted(passed.items()))
        message = f"entries that are no posts were left out: {counted}"
        yield Diagnostic(code="item.skipped", message=message, severity="info")


def _kind(entry: Article) -> str:
    """Say what an entry is: by its type in newer exports, by a category in older ones."""
    said = entry.extra.get("blogger:type")
    if isinstance(said, str):
        status = entry.extra.get("blogger:status")
        is_trashed = (isinstance(status, str) and status in _TRASHED) or entry.extra.get("blogger:trashed")
        return "trashed" if is_trashed else said.lower()
    kinds = (name.removeprefix(_KINDS) for name in entry.categories if name.startswith(_KINDS))
    return next(kinds, "entry of no kind")


def _article(entry: Article, kind: str, base: str | None) -> Article:
    extra: dict[str, Json] = {name: value for name, value in entry.extra.items() if name != "category" and value != ""}
    others = [category for category in _listed(entry.extra.get("category")) if not _is_label(category)]
    if others:
        extra["category"] = others
    extra["type"] = kind
    extra.pop("blogger:type", None)
    if _is_draft(extra):
        extra["status"] = "draft"
    url = entry.url
    filename = extra.get("blogger:filename")
    if url is None and base is not None and isinstance(filename, str):
        url = resolve(filename, base) or None
    # What Blogger calls labels are tags; the place in the export stays, the rest is this parser's to say.
    return evolve(
        entry,
        url=url,
        categories=(),
        tags=tuple(name for name in entry.categories if not name.startswith(_KINDS)),
        origin=Origin(place=entry.origin.place if entry.origin else None),
        diagnostics=tuple(d for d in entry.diagnostics if d.code != "feed.terms-undivided" and not _is_decoding(d)),
        extra=extra,
    )


def _is_decoding(diagnostic: Diagnostic) -> bool:
    # Said of the source again, as it was decoded once.
    return diagnostic.code.startswith(("encoding.", "source."))


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _is_label(category: Json) -> bool:
    """Whether a category says no more than its name, or which kind the entry is."""
    if not isinstance(category, dict):
        return False
    scheme = category.get("@scheme")
    is_known = scheme == _KIND_SCHEME or (isinstance(scheme, str) and "blogger.com" in scheme)
    return is_known and category.keys() <= {"@scheme", "@term"}


def _is_draft(extra: dict[str, Json]) -> bool:
    control = extra.get("app:control")
    older = isinstance(control, dict) and control.get("app:draft") == "yes"
    return older or extra.get("blogger:status") == "DRAFT"
