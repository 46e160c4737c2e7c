"""Links, and the links that lead to footnotes and back."""

from __future__ import annotations

import re

from articlekit.markup.line import WHITE, in_one_line
from articlekit.markup.reading.frames import DROP, SPAN, Verdict
from articlekit.markup.reading.notes import NoteFrame, open_numbered, pass_way_back
from articlekit.markup.reading.reader import Reader
from articlekit.markup.safety import clean
from articlekit.markup.tokens import attribute_of, attributes_of

_REFERENCE_CLASS = re.compile(
    r"(?:^|\s)(?:fn|footnote|footnote-?(?:ref(?:erence)?|anchor)|noteref|easy-footnote|reference(?!\s+(?:in|ex)ternal))(?:\s|$)"
)
_REFERENCE_ID = re.compile(r"(?:user-content-)?(?:fn|footnote-?|note-?)ref")
_BACK_CLASS = re.compile(
    r"(?:^|\s)(?:reverse-?footnote|(?:data-)?footnote-?back(?:ref|link)?|mw-cite-backlink)(?:\s|$)"
)
_ARROWS = frozenset("↩↑⇑⤴⏎↵↲^🔙⬆\ufe0e\ufe0f\u200d " + WHITE)


def open_link(reader: Reader) -> Verdict:
    """Begin a link, or a reference to a footnote; the way back from a footnote is no part of the text."""
    slot = reader.slot
    address = attribute_of(slot, "href")
    if address is None:
        return SPAN
    if "#" in address:
        attributes = attributes_of(slot)
        if _leads_to_note(reader, attributes):
            return "note", "#" + clean(address).partition("#")[2], in_one_line(attributes.get("title"))
        if open_numbered(reader, address, attributes):
            return DROP
        if _leads_back(reader, attributes):
            return pass_way_back(reader)
    url = reader.address(address)
    return SPAN if url is None else ("link", url, in_one_line(attribute_of(slot, "title")))


def _leads_to_note(reader: Reader, attributes: dict[str, str]) -> bool:
    if _says_reference(attributes):
        return True
    around = reader.at - 1
    tokens = reader.tokens
    return (
        tokens.names[around] == "sup"
        and tokens.leaves[around] is None
        and _says_reference(attributes_of(tokens.slots[around]))
    )


def _says_reference(attributes: dict[str, str]) -> bool:
    return (
        attributes.get("role") == "doc-noteref"
        or attributes.get("rel") == "footnote"
        or "data-footnote-ref" in attributes
        or "data-fn" in attributes
        or _REFERENCE_CLASS.search(attributes.get("class", "")) is not None
        or _REFERENCE_ID.match(attributes.get("id", "")) is not None
    )


def _leads_back(reader: Reader, attributes: dict[str, str]) -> bool:
    """Whether a link in a note says that it leads back, or is an arrow to somewhere on the page."""
    text = reader.tokens.leaves[reader.at] if attributes["href"].startswith("#") else None
    return reader.is_inside(NoteFrame) and (
        attributes.get("role") == "doc-backlink"
        or attributes.get("rev") == "footnote"
        or "data-footnote-backref" in attributes
        or _BACK_CLASS.search(attributes.get("class", "")) is not None
        or (text is not None and text.strip(WHITE) != "" and _ARROWS.issuperset(reader.tokens.decoded(text)))
    )
