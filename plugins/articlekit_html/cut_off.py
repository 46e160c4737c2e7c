"""Pages that were cut off: they end inside a tag, or in elements whose end tags nobody may leave out."""

from __future__ import annotations

import re
from typing import Final

from articlekit.markup import Element
from articlekit.plugin import Article, Diagnostic

_END: Final = re.compile(rb"</(?:body|html)\b", re.IGNORECASE)
_NEAR_END: Final = 4_000
"""The end tags of sound pages stand in so many bytes at the end; what is behind them are notes of programs."""
_TAG: Final = re.compile(rb"<(?:[a-z/]|!(?:-|doctype\b))", re.IGNORECASE)
_DOCUMENT: Final = re.compile(rb"<(?:!doctype|html|body)\b", re.IGNORECASE)
_PART: Final = re.compile(
    rb"<(/?)(article|aside|blockquote|div|figure|h[1-6]|main|ol|pre|section|table|ul)\b", re.IGNORECASE
)
"""Elements whose end tags no page may leave out (HTML Standard 13.1.2.4)."""
_NOT_SHOWN: Final = frozenset(("noscript", "script", "style", "template"))


def how_cut_off(page: str | bytes) -> str | None:
    """Say what shows that a page ends early; None if nothing does.

    Example:
        >>> how_cut_off("<html><body><div><p>One.</p><p>Two, and th")
        'elements and the document have no end'
        >>> how_cut_off("<p>One.</p><p>Two.</p><a href='/thr")
        'it ends inside a tag'
    """
    if _END.search(_encoded(page[-_NEAR_END:])):
        return None
    data = _encoded(page)
    last = data.rfind(b"<")
    if last > data.rfind(b">") and _TAG.match(data, last):
        return "it ends inside a tag"
    if _END.search(data) or not _DOCUMENT.search(data):
        return None
    open_ = sum(-1 if tag[1] else 1 for tag in _PART.finditer(data))
    return "elements and the document have no end" if open_ > 0 else None


def _encoded(page: str | bytes) -> bytes:
    return page if isinstance(page, bytes) else page.encode(errors="replace")


def last_words(root: Element) -> str | None:
    """Give the last text of a page that readers see."""
    texts = root.xpath("//text()[normalize-space()]")
    shown = (text for text in reversed(texts) if text.getparent().tag not in _NOT_SHOWN or text.is_tail)
    return next((" ".join(text.split()) for text in shown), None)


def cut_off(article: Article, how: str, last: str | None) -> tuple[Diagnostic, ...]:
    """Say that the page of an article is cut off, and if nothing in it stands behind the body, that this is too.

    Args:
        article: What was read.
        how: What shows it.
        last: The last words of the page.
    """
    page = Diagnostic(code="html.truncated", message=f"the page was cut off: {how}")
    if article.text and (last is None or not " ".join(article.text.split()).endswith(last)):
        return (page,)
    return page, Diagnostic(code="body.truncated", message="nothing stands behind the text where the page was cut off")
