"""NewsML-G2 (https://iptc.org/standards/newsml-g2/): news items with their text inside, one or in a message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import evolve

from articlekit.markup import Element, read_records
from articlekit.plugin import Article, Diagnostic, Origin, Source
from articlekit.several import articles_of
from articlekit_iptc.newsml_item import has_text, kind_of, read_item

_ITEMS: Final = frozenset({"newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem"})
_ROOT: Final = re.compile(
    r"(?>(?:\s+|<\?[^<>]{0,400}\?>|<!--.{0,2000}?-->)*)<(?:\w{1,40}:)?"
    r"(?:newsMessage|newsItem|packageItem|conceptItem|knowledgeItem|planningItem|catalogItem)[\s>]",
    re.DOTALL,
)
_NAMESPACE: Final = "iptc.org/std/nar/2006-10-01"


def sniff(source: Source) -> float:
    """Say how sure it is that this is NewsML-G2: root and namespace say so."""
    head = source.head
    if not head.startswith("<") or not _ROOT.match(head):
        return 0.0
    return 0.97 if _NAMESPACE in head else 0.6


def parse(source: Source) -> Iterator[Article]:
    """Read the news items that have a text, in order; what else there is, packages and pictures, is named.

    Raises:
        NoArticleError: There is none.
    """
    return articles_of(_items(source), "there is no news item with a text in it", format="newsmlg2")


def _items(source: Source) -> Iterator[Article | Diagnostic]:
    number = 0
    for record in read_records(source, frozenset({"itemSet", "newsMessage"}), _ITEMS):
        yield from record.diagnostics
        if record.name not in _ITEMS:
            continue
        number += 1
        if record.name == "newsItem" and has_text(record.element):
            yield evolve(read_item(record.element, source.url), origin=Origin(place=f"item {number}"))
        else:
            yield _skipped(record.name, record.element)


def _skipped(name: str, element: Element) -> Diagnostic:
    kind = kind_of(element)
    what = f"{name} ({kind})" if kind else name
    message = f"what is no text was left out: {what} {element.get('guid', '')}".rstrip()
    return Diagnostic(code="item.skipped", message=message, severity="info")
