"""What the scripts of a page say: a very last resort for the day of publication, where all that do say the same day.

Pages that are built in the browser hold what they show in an assignment, in an element for data, or in what they tell
those who count visits: ``__NEXT_DATA__``, ``window.__INITIAL_STATE__``, ``dataLayer.push``. They are not run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from lxml.etree import XPath

from articlekit.markup import Element
from articlekit.plugin import Moment
from articlekit_html.metadata.days.dates import read_moment
from articlekit_html.metadata.fields.bylined import Authors, author_of
from articlekit_html.metadata.names.authors import distinct, read_names
from articlekit_html.metadata.offer import Offer
from articlekit_html.metadata.page.nearby import Line
from articlekit_html.metadata.page.page import Page
from articlekit_html.metadata.page.titles import bare, letters_of, unaccented

_KEYS: Final = (
    "datePublished", "publishedAt", "published_at", "publishDate", "publish_date", "publishedDate", "publicationDate",
    "publication_date", "datePublish", "firstPublished", "firstPublishedAt", "firstPublishedDate", "pub_date",
    "first_publication_date",
)  # fmt: skip
# All keys hold one of these stems; they are looked for in C, for a page has many and long scripts.
_SCRIPTS: Final = XPath(
    "descendant::script[contains(., 'ublish') or contains(., 'ublicat') or contains(., 'pub_date')]"
)
_SAID: Final = re.compile(
    rf"(?<![A-Za-z])({'|'.join(_KEYS)})[\\\"']{{0,4}}\s{{0,4}}:\s{{0,4}}[\\\"']{{0,4}}(\d[^\"'\\,;}}]{{5,40}})"
)
_BRACE: Final = re.compile(r"[{}]")
_COUNTERS: Final = re.compile(r"\b(?:dataLayer|utag_data|digitalData)\b")
"""What those who count visits are told is of this page."""
_TOLD: Final = XPath(
    "descendant::script[contains(., 'uthor')]"
    "[contains(., 'dataLayer') or contains(., 'utag_data') or contains(., 'digitalData')]"
)
_AUTHOR: Final = re.compile(
    r"(?<![A-Za-z])(?:\w{1,20})?(?<!un)[aA]uthors?(?:_?[nN]ames?)?[\\\"']{0,4}\s{0,4}:\s{0,4}\[?\s?[\\]?[\"']([^\"'\\\]}]{2,80})"
)
_LONGEST: Final = 3_000_000
_NEAR: Final = 3000
"""Characters between a title and a date that belong together."""
_MOST: Final = 200


class _Date(NamedTuple):
    key: str
    moment: Moment
    start: int


def dates_in_scripts(page: Page) -> Iterator[Offer[Moment]]:
    """Offer the day that the scripts say, if it is the only one, or the one that stands beside the page's title."""
    for script in _SCRIPTS(page.root):
        text = script.text or ""
        known = len(text) <= _LONGEST and any(key in text for key in _KEYS)
        dates = list(_dates_of(text)) if known and "ld+json" not in (script.get("type") or "") else []
        if not dates:
            continue
        own = dates if _COUNTERS.search(text) or _holds_title(page, text) else []
        beside = [date for date in dates if _is_beside_title(page, text, date)] if len(_days(own)) > 1 else own
        if len(_days(beside)) == 1:
            reason = "no other date of publication is said there" if beside is own else "it stands beside the title"
            yield Offer(value=beside[0].moment, path=f"{_name_of(script)} {beside[0].key}", reason=reason)


def _dates_of(text: str) -> Iterator[_Date]:
    for number, found in enumerate(_SAID.finditer(text)):
        moment = read_moment(found[2])
        if moment and number < _MOST:
            yield _Date(found[1], moment, found.start())


def _days(dates: list[_Date]) -> set[tuple[int, int, int]]:
    return {(moment.year, moment.month, moment.day) for _, moment, _ in dates}


def _titles(page: Page) -> list[str]:
    """Give the titles of the page as scripts write them, the longest first."""
    said = [*page.head.all("og:title")[:1], *(text for _, text in page.headings[:1])]
    return sorted({title for title in said if " " in bare(title)}, key=len, reverse=True)


def _holds_title(page: Page, text: str) -> bool:
    return any(title in text for title in _titles(page))


def _is_beside_title(page: Page, text: str, date: _Date) -> bool:
    """Whether the title stands near a date, in the object that the date is said of."""
    for title in _titles(page):
        before = text.rfind(title, max(0, date.start - _NEAR), date.start)
        behind = text.find(title, date.start, date.start + _NEAR)
        if before >= 0 and _is_of_one_object(text[before + len(title) : date.start]):
            return True
        if behind >= 0 and _is_of_one_object(text[date.start : behind]):
            return True
    return False


def _is_of_one_object(between: str) -> bool:
    """Whether what stands between two values leaves no object but those that it begins."""
    depth = 0
    for brace in _BRACE.findall(between):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return True


def _name_of(script: Element) -> str:
    identifier = script.get("id")
    return f"script#{identifier}" if identifier else "script"


def authors_in_scripts(page: Page, lines: tuple[Line, ...], site: str | None) -> Iterator[Offer[Authors]]:
    """Offer the names that those who count visits are told, where a line near the title shows them too."""
    shown = [letters_of(unaccented(line.text)) for line in lines if not line.in_text]
    for script in _TOLD(page.root):
        for said in islice(_AUTHOR.finditer((script.text or "")[:_LONGEST]), _MOST):
            names = read_names(said[1])
            wanted = [letters_of(unaccented(name)) for name in names]
            if names and all(any(name in line for line in shown) for name in wanted):
                value = distinct(author_of(name, site) for name in names)
                yield Offer(value=value, path=_name_of(script), reason="it is shown near the title too")
