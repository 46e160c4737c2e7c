"""Lists as office programs save them: paragraphs that begin with a sign or number and no-break spaces.

[MS-OI29500] and the HTML of Word: ``<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span>·<span>&nbsp;…``.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from lxml.etree import XPath

from articlekit.markup import Element

_TEXTS: Final = XPath("descendant::text()")
_FIRST: Final = 6
"""Among so many texts of a paragraph is what it begins with."""
_NUMBER: Final = r"\(?(?:(?P<number>\d{1,3})|[ivxlcdm]{1,5}|[a-z])[.)]"
# The letters stand for signs in the fonts of signs: Symbol, Wingdings, Courier.
_SIGN: Final = r"[^\w\s.,;:!?()\"'“”„«»]|[oØüqnvw§]"
_MARKER: Final = re.compile(rf"\s*(?:{_NUMBER}|(?P<sign>{_SIGN}))[ \t\n\r\f]*\xa0\s*", re.IGNORECASE)


def shape_office_lists(root: Element) -> None:
    """Make lists of them. One ends where something else stands behind it, and where numbers follow signs."""
    made: Element | None = None
    for paragraph in list(filter(_is_of_a_list, root.iter("p"))):
        marker = _take_marker(paragraph)
        if marker is None:
            continue
        tag = "ul" if marker["sign"] else "ol"
        if made is None or paragraph.getprevious() is not made or made.tag != tag or (made.tail or "").strip():
            made = paragraph.makeelement(tag, {"start": marker["number"]} if marker["number"] else {})
            paragraph.addprevious(made)
        paragraph.tag = "li"
        made.append(paragraph)
        made.tail, paragraph.tail = paragraph.tail, None


def _is_of_a_list(paragraph: Element) -> bool:
    return "MsoList" in (paragraph.get("class") or "") or "mso-list:" in (paragraph.get("style") or "")


def _take_marker(paragraph: Element) -> re.Match[str] | None:
    """Take the sign or number that a paragraph begins with out of it; None where it begins with none."""
    texts = list(islice(_TEXTS(paragraph), _FIRST))
    marker = _MARKER.match("".join(texts))
    left = marker.end() if marker else 0
    if not left:
        return None
    for text in texts:
        rest = text[min(left, len(text)) :]
        left -= len(text) - len(rest)
        around = text.getparent()
        if text.is_tail:
            around.tail = rest
        else:
            around.text = rest
    return marker
