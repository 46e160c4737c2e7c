"""Pages that were cut off: they end inside a tag, or in elements whose end tags nobody may leave out."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from attrs import frozen

from articlekit.markup import Element
from articlekit.plugin import Article, Diagnostic
from articlekit_html.metadata.page.text import SEEN_TEXTS

_END: Final = re.compile(rb"</(?:body|html)\b", re.IGNORECASE)
_NEAR_END: Final = 4_000
"""The end tags of sound pages stand in so many bytes at the end; what is behind them are notes of programs."""
_TAG: Final = re.compile(rb"<(?:[a-z/]|!(?:-|doctype\b))", re.IGNORECASE)
_DOCUMENT: Final = re.compile(rb"<(?:!doctype|html|body)\b", re.IGNORECASE)
_HEAD_ALONE: Final = re.compile(rb"</head\s*>\Z", re.IGNORECASE)
_PART: Final = re.compile(
    rb"<(/?)(a|article|aside|b|blockquote|div|em|figure|footer|form|h[1-6]|head|header|i|main|nav|ol|p|pre|section"
    rb"|strong|table|ul)(?=[\s/>])",
    re.IGNORECASE,
)
"""Elements whose end tags no page may leave out (HTML Standard 13.1.2.4), but those of head and paragraph."""
_MAY_STAY_OPEN: Final = frozenset((b"a", b"b", b"em", b"head", b"i", b"p", b"strong"))
"""Of these, which pages leave open here and there, one at the end tells that has an end everywhere else."""


@frozen
class Cut:
    """How a page was cut off."""

    #: What shows it.
    how: str
    #: Whether an element is open that may hold the article.
    is_open: bool


def cut_of(page: str | bytes) -> Cut | None:
    """Say how a page was cut off; None if nothing shows that it was.

    Example:
        >>> cut_of("<html><body><div><p>One.</p><p>Two, and th")
        Cut(how='elements and the document have no end', is_open=True)
        >>> cut_of("<p>One.</p><p>Two.</p><a href='/thr")
        Cut(how='it ends inside a tag', is_open=True)
    """
    if _END.search(_encoded(page[-_NEAR_END:])):
        return None
    data = _encoded(page).rstrip()
    last = data.rfind(b"<")
    ends_in_tag = last > data.rfind(b">") and _TAG.match(data, last) is not None
    if not ends_in_tag and (_END.search(data) or not _DOCUMENT.search(data)):
        return None
    is_open = _is_open(data)
    how = "it ends inside a tag" if ends_in_tag else "elements and the document have no end"
    if ends_in_tag or is_open or _HEAD_ALONE.search(data):
        return Cut(how, is_open and data.rfind(b"</article") <= data.rfind(b"<article"))
    return None


def _encoded(page: str | bytes) -> bytes:
    return page if isinstance(page, bytes) else page.encode(errors="replace")


def _is_open(data: bytes) -> bool:
    """Whether an element has lost its end, other than those of which several have none."""
    open_: Counter[bytes] = Counter()
    for tag in _PART.finditer(data):
        open_[tag[2].lower()] += -1 if tag[1] else 1
    lone = sum(open_[name] for name in _MAY_STAY_OPEN if open_[name] > 0)
    parts = sum(number for name, number in open_.items() if name not in _MAY_STAY_OPEN)
    return parts > 0 or (0 < lone <= len(_MAY_STAY_OPEN) and open_[b"p"] <= 1 and not data.endswith(b">"))


def last_words(root: Element) -> str | None:
    """Give the last text of a page that readers see."""
    return next((" ".join(text.split()) for text in reversed(SEEN_TEXTS(root)) if not text.isspace()), None)


def say_cut(article: Article, cut: Cut, last: str | None) -> tuple[Diagnostic, ...]:
    """Say that the page of an article is cut off, and if nothing in it stands behind the body, that this is too.

    Args:
        article: What was read.
        cut: How the page was cut off.
        last: The last words of the page.
    """
    page = Diagnostic(code="html.truncated", message=f"the page was cut off: {cut.how}")
    ends_with_it = last is not None and " ".join(article.text.split()).endswith(last)
    if article.text and not (cut.is_open and ends_with_it):
        return (page,)
    return page, Diagnostic(code="body.truncated", message="nothing stands behind the text where the page was cut off")
