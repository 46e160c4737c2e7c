"""The last resort for authors: a byline anywhere in the page, where all there are name the same, or a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from articlekit.markup import Element
from articlekit_html.metadata.days.dates import without_dates
from articlekit_html.metadata.fields.bylined import Authors, author_of
from articlekit_html.metadata.names.around_names import is_label, looks_like_a_name
from articlekit_html.metadata.names.authors import kind_of, read_byline, read_names
from articlekit_html.metadata.offer import Offer
from articlekit_html.metadata.page.microdata import is_elsewhere
from articlekit_html.metadata.page.nearby import INLINE, is_prose
from articlekit_html.metadata.page.page import Page
from articlekit_html.metadata.page.text import spaced_text_of, text_of, whole_text_of
from articlekit_html.metadata.page.titles import bare

_MOST: Final = 40
_UP: Final = 4
_FEW: Final = 4
_BEGINS: Final = re.compile(
    r"\s*(?:(?:by|von|par|por|door|(?:written|posted|article|story|words|text|post|reported|geschrieben|verfasst|écrit|"
    r"rédigé|escrito|texto|geschreven|(?:eine?|une?)\s[^\W\d_]{4,20}|(?:blog\s?)?beitrag)\s(?:by|von|par|por|door))\b|"
    r"(?:authors?|author\(s\)|autor(?:en|in|es|a|ka)?|auteurs?|autrice|autore|contributors?|автор(?:ы)?|作者|文|撰文|執筆)\b)",
    re.IGNORECASE,
)
"""How such a line begins: with no word that begins a heading as well."""
_OF_A_BOOK: Final = re.compile(
    r"\bISBN|\b(?:verlag|seiten(?:zahl)?|titel|publisher|pages|title|genre|éditeur|éditions?|editorial|páginas)\s?:",
    re.IGNORECASE,
)
"""What stands beside the author of a book that the article is about."""
_TO_THE_END: Final = re.compile(r"(?:text-?)?align(?:-|:\s*)(?:right|end)|(?<![a-z-])text-(?:right|end)(?![a-z])")
_LONGEST: Final = 60
_FIRST: Final = (
    "ar", "au", "be", "bl", "by", "co", "do", "éc", "ei", "es", "ge", "pa", "po", "re", "ré", "st", "te", "un", "vo",
    "wo", "wr", "ав", "作者", "文:", "文：", "撰文", "執筆",
)  # fmt: skip
_FIRST_LETTERS: Final = frozenset(form for two in _FIRST for form in (two, two.capitalize(), two.upper()))
"""How all of them begin: most texts of a page are told by these letters to be none."""
_TAGS: Final = ("address", "b", "div", "em", "h2", "h3", "h4", "h5", "h6", "i", "p", "small", "strong")
"""What a signature is set in: links and cells, of which pages have most, are not looked at."""


def authors_signed(page: Page, site: str | None) -> Iterator[Offer[Authors]]:
    """Offer whom the bylines in the page's text name: one or several people, but no two bylines different ones."""
    found = dict.fromkeys(_signatures(page.root))
    if len(found) == 1:
        value = tuple(author_of(name, site) for names in found for name in names)
        yield Offer(value=value, path="text", reason="it is written as bylines are, and no other is")


def authors_below(page: Page, site: str | None) -> Iterator[Offer[Authors]]:
    """Offer whose name alone, set to the right, ends a text: a letter is signed so, and articles in many countries."""
    found = {
        names for paragraph in page.root.iter("p") if _is_set_to_the_end(paragraph) and (names := _alone(paragraph))
    }
    if len(found) == 1:
        value = tuple(author_of(name, site) for name in found.pop())
        yield Offer(value=value, path="text", reason="it is set as signatures are")


def _is_set_to_the_end(paragraph: Element) -> bool:
    style, names = paragraph.get("style"), paragraph.get("class")
    return paragraph.get("align") == "right" or any(said and _TO_THE_END.search(said) for said in (style, names))


def _alone(paragraph: Element) -> tuple[str, ...]:
    """Read the names that are all that a paragraph behind one of prose says."""
    text = text_of(paragraph, _LONGEST)
    before = paragraph.getprevious()
    if (
        not text
        or before is None
        or is_elsewhere(paragraph)
        or not is_prose(before, " ".join(whole_text_of(before).split()))
    ):
        return ()
    names = read_names(text, shown=True)
    return names if bare(" ".join(names)) == bare(text) and all(map(looks_like_a_name, names)) else ()


def _signatures(root: Element) -> Iterator[tuple[str, ...]]:
    begun = (e for e in root.iter(*_TAGS) if (text := e.text) and text.lstrip()[:2] in _FIRST_LETTERS)
    for element in islice((e for e in begun if _BEGINS.match(e.text or "")), _MOST):
        block = _block_of(element)
        line = without_dates(spaced_text_of(block) or "")
        names = _behind(block) if is_label(line) else read_byline(line)
        are_people = bool(names) and not any(kind_of(name, None) for name in names)
        if are_people and not is_elsewhere(block) and not _is_of_a_book(block):
            yield names


def _block_of(element: Element) -> Element:
    """Give the block that an element stands in."""
    for _ in range(_UP):
        around = element.getparent()
        if element.tag not in INLINE or around is None:
            break
        element = around
    return element


def _is_of_a_book(block: Element) -> bool:
    """Whether what stands beside an element says that the author is one of a book."""
    beside = (*islice(block.itersiblings(), _FEW), *islice(block.itersiblings(preceding=True), _FEW))
    return any(_OF_A_BOOK.search(spaced_text_of(sibling) or "") for sibling in beside)


def _behind(label: Element) -> tuple[str, ...]:
    """Read the names in the element behind one that is a label and nothing else."""
    following = label.getnext()
    names = read_names(spaced_text_of(following) or "", shown=True) if following is not None else ()
    return names if all(map(looks_like_a_name, names)) else ()
