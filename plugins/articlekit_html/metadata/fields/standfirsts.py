"""Offers for the standfirst: what stands between title and text, apart from the first paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from articlekit.markup import Element
from articlekit.schemaorg import string_of
from articlekit_html.metadata.offer import Offer
from articlekit_html.metadata.page.class_names import Standing, standing_of
from articlekit_html.metadata.page.nearby import Line
from articlekit_html.metadata.page.page import Page
from articlekit_html.metadata.page.text import text_of, whole_text_of
from articlekit_html.metadata.page.titles import bare, contains

_FEW_WORDS: Final = 4
_OF_A_TEXT: Final = ("figure", "h2", "h3", "h4", "h5", "h6")
"""What has one of these in it is a text with parts of its own, or what a picture shows."""
_UNPARTED: Final = re.compile("[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that write no spaces between words: Thai, Lao, Khmer, Kana, Han."""


def standfirsts(page: Page, lines: tuple[Line, ...], summary: str | None) -> Iterator[Offer[str]]:
    """Offer what stands between title and text, apart from the first paragraph."""
    headings = {words for _, text in page.headings if " " in (words := bare(text))}
    wanted = bare(summary)
    for line in lines:
        if not line.after or line.in_text or len(line.elements) != 1:
            continue
        element = line.elements[0]
        if not _says_something(line.text) or (standing := _standing(element)) is Standing.OTHER:
            continue
        if next(element.iterdescendants(*_OF_A_TEXT), None) is not None:
            continue
        described = bool(wanted) and _is_the_same(bare(line.text), wanted)
        if element.tag == "p" and standing is Standing.UNNAMED and len(line.text) > _PROSE and not described:
            break
        if standing is Standing.STANDFIRST or (standing is Standing.LEAD and _is_apart(element)):
            yield _standfirst(line, _path(element), "its class says so")
        elif described and not _has_equals(element) and _is_apart(element):
            yield _standfirst(line, _path(element), "it is the page's description")
        elif _is_next_to_title(element):
            offer = _standfirst(line, "h2", "it stands right behind the title")
            if not any(contains(bare(offer.value), words) for words in headings):
                yield offer
    said = string_of(page.article.data.get("alternativeHeadline")) if page.article else None
    if page.article and said and any(bare(line.text) == bare(said) for line in lines):
        yield Offer(
            value=said, path=f"{page.article.path}.alternativeHeadline", reason="the page says so, and shows it"
        )


def _says_something(text: str) -> bool:
    """Whether a text has several words; where nothing parts these, about two characters are one."""
    return text.count(" ") >= _FEW_WORDS - 1 or len(_UNPARTED.findall(text)) >= 2 * _FEW_WORDS


def _is_the_same(words: str, wanted: str) -> bool:
    """Whether a text is the page's description, whose end may be cut off; what goes on for as long again is more."""
    begins = _MANY_LETTERS < len(words) <= 2 * len(wanted) and words.startswith(wanted[:_MANY_LETTERS])
    return words == wanted or begins


_MANY_LETTERS: Final = 60
_PROSE: Final = 120
"""Behind a paragraph of so many characters the text has begun: what is named a subtitle there is a heading in it."""
_SEVERAL: Final = 2
"""What stands among so many paragraphs is of the text."""
_NEXT: Final = 30
_PARTING: Final = ("br", "div", "li", "p")


def _standfirst(line: Line, path: str, reason: str) -> Offer[str]:
    element = line.elements[0]
    is_parted = next(element.iterdescendants(*_PARTING), None) is not None
    text = line.text if is_parted else text_of(element) or line.text
    return Offer(value=text, path=path, reason=reason, elements=line.elements)


def _is_next_to_title(element: Element) -> bool:
    if element.tag != "h2":
        return False
    previous = element.getprevious()
    return previous is not None and previous.tag == "h1"


def _is_apart(element: Element) -> bool:
    return _is_next_to_title(element) or not _is_of_the_text(element)


def _is_of_the_text(element: Element) -> bool:
    """Whether paragraphs of the text follow in the same element."""
    following = islice(element.itersiblings(), _NEXT)
    paragraphs = (p for p in following if p.tag == "p" and len(whole_text_of(p)) > _MANY_LETTERS)
    return sum(1 for _ in islice(paragraphs, _SEVERAL)) == _SEVERAL


def _standing(element: Element) -> Standing:
    """Say what an element, or the only one in it, is named; ids of headings are made of what they say."""
    identifier = "" if element.tag in _NAMED_BY_TEXT else element.get("id")
    said = standing_of(f"{element.get('class') or ''} {identifier or ''} {element.get('itemprop') or ''}")
    if said is Standing.UNNAMED and len(element) == 1 and not (element.text or "").strip():
        return standing_of(f"{element[0].get('class') or ''} {element[0].get('itemprop') or ''}")
    return said


_NAMED_BY_TEXT: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def _has_equals(element: Element) -> bool:
    """Whether paragraphs of the same look follow: then it is the first of them."""
    following = element.getnext()
    names = element.get("class")
    for _ in range(4):
        if following is None:
            return False
        if following.tag == element.tag and following.get("class") == names:
            return True
        following = following.getnext()
    return False


def _path(element: Element) -> str:
    return ".".join((str(element.tag), *(element.get("class") or "").split()[:2]))
