"""The table of rules: how each tag of HTML is read, in running text and where all is one line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from articlekit.blocks import MarkKind
from articlekit.markup.line import in_one_line
from articlekit.markup.reading.figures import open_figure
from articlekit.markup.reading.flow import (
    end_reading,
    open_code,
    open_pull_quote,
    open_quote,
    open_reading,
    open_rule,
)
from articlekit.markup.reading.frames import (
    BY_CLASS,
    DROP,
    END,
    FLOW,
    LINE,
    NEW_LINE,
    SPAN,
    Frame,
    Opener,
    Rules,
    Verdict,
    Way,
)
from articlekit.markup.reading.links import open_link
from articlekit.markup.reading.lists import (
    end_item,
    end_part,
    open_definitions,
    open_description,
    open_item,
    open_list,
    open_term,
)
from articlekit.markup.reading.maths import open_math, open_rendered, open_script
from articlekit.markup.reading.media import AMP_EMBEDS, open_embed, open_noscript, open_picture, open_sources
from articlekit.markup.reading.notes import open_note, open_notes, open_side_note
from articlekit.markup.reading.reader import Reader
from articlekit.markup.reading.roles import BY_ROLE
from articlekit.markup.reading.tables import end_cell, open_caption, open_cell, open_table, part_rows
from articlekit.markup.tokens import Slot, attributes_of, names_of

_PLAIN_MARKS: Final[dict[str, MarkKind]] = {
    "b": "strong",
    "cite": "cite",
    "code": "code",
    "dfn": "emphasis",
    "em": "emphasis",
    "i": "emphasis",
    "kbd": "keyboard",
    "mark": "highlight",
    "s": "deleted",
    "samp": "code",
    "small": "small",
    "strike": "deleted",
    "strong": "strong",
    "sub": "sub",
    "sup": "sup",
    "tt": "code",
    "u": "underline",
    "var": "emphasis",
}


def _cited(kind: MarkKind) -> Opener:
    def open_mark(reader: Reader) -> Verdict:
        return kind, reader.address(reader.attributes().get("cite")), None

    return open_mark


def _open_abbreviation(reader: Reader) -> Verdict:
    return "abbreviation", None, in_one_line(reader.attributes().get("title"))


def _open_label(reader: Reader) -> Verdict:
    """Leave out the label of a field that is a sign alone, as a box to tick is drawn."""
    tokens, at = reader.tokens, reader.at
    leaf = tokens.leaves[at]
    if leaf is None:
        names = tokens.names[at : at + _LABEL]
        end = at + (names.index("/label") if "/label" in names else 0)
        leaf = "".join(filter(None, (*tokens.leaves[at:end], *tokens.texts[at:end])))
    said = reader.tokens.decoded(leaf).strip()
    return DROP if said and not any(map(str.isalnum, said)) else SPAN


def _open_drawing(reader: Reader) -> Verdict:
    """Leave a drawing out; where the end of one is missing, what follows is no part of it (as in browsers)."""
    return SPAN if reader.is_cut_off(_NOT_IN_DRAWINGS) else DROP


def _unless_class_says(opener: Opener) -> Opener:
    def open_element(reader: Reader) -> Verdict:
        rule = None if reader.slot == "" else reader.class_rules[reader.slot]
        if rule is None:
            return opener(reader)
        return rule(reader) if callable(rule) else rule

    return open_element


_MARKS: Final[Rules] = {
    **{name: (kind, None, None) for name, kind in _PLAIN_MARKS.items()},
    "a": open_link,
    "abbr": _open_abbreviation,
    "acronym": _open_abbreviation,
    "del": _cited("deleted"),
    "ins": _cited("inserted"),
    "q": _cited("quotation"),
}
_SPANS: Final = names_of(
    "area base bdi bdo big button col colgroup data font input label link map meta meter nobr optgroup option output "
    "param progress rb rtc ruby span time track wbr"
)
_BORDERS: Final = names_of(
    "address article aside body center details dialog div fieldset figcaption footer form header hgroup html legend "
    "main marquee nav p search section summary textarea"
)
_DROPPED: Final = names_of("canvas datalist head noembed noframes rp select style template title")
_LABEL: Final = 8
"""So many tags has the label of a field that is a sign."""
_HEADINGS: Final = ["h1", "h2", "h3", "h4", "h5", "h6"]
_BLOCKS: Final[Rules] = {
    **dict.fromkeys(("ul", "ol", "menu", "dir"), _unless_class_says(open_list)),
    "dl": _unless_class_says(open_definitions),
    "table": open_table,
    "blockquote": open_quote,
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), open_code),
    "figure": open_figure,
}
_NOT_IN_DRAWINGS: Final = frozenset(names_of("blockquote body dl h1 h2 h3 h4 h5 h6 ol p table ul"))
_BY_CLASS: Final = ("aside", "div", "section", "span", "mjx-container")


def _ends(names: Iterable[str | None]) -> list[str]:
    return [f"/{name}" for name in names]


_INLINE: Final[Rules] = {
    **dict.fromkeys([*_SPANS, *_ends(_SPANS), *_ends(_DROPPED)], SPAN),
    **dict.fromkeys(_DROPPED, DROP),
    **_MARKS,
    **{f"/{name}": name for name in _MARKS if name is not None},
    "br": NEW_LINE,
    "/br": NEW_LINE,
    "rt": open_reading,
    "/rt": end_reading,
    **dict.fromkeys(("img", "image", "amp-img", "amp-anim"), open_picture),
    **dict.fromkeys(("picture", "/picture", "source"), open_sources),
    **dict.fromkeys(("iframe", "video", "audio", "object", "embed", *AMP_EMBEDS), open_embed),
    "svg": _open_drawing,
    "label": _open_label,
    "noscript": open_noscript,
    "script": open_script,
    "math": open_math,
    "li": open_item,
    "/li": end_item,
    "dt": open_term,
    "/dt": end_part,
    "dd": open_description,
    "/dd": end_part,
    "td": open_cell,
    "/td": end_cell,
    "th": open_cell,
    "/th": end_cell,
    "caption": open_caption,
    "/caption": END,
    **dict.fromkeys(["tr", "thead", "tbody", "tfoot", "/tr", "/thead", "/tbody", "/tfoot"], part_rows),
    **dict.fromkeys(_ends(_BLOCKS), END),
}
_IN_FLOW: Final[Rules] = {
    **_INLINE,
    **dict.fromkeys([*_BORDERS, *_ends(_BORDERS)], FLOW),
    **_BLOCKS,
    **{name: int(name[1]) for name in _HEADINGS},
    **dict.fromkeys(_ends(_HEADINGS), 0),
    "hr": open_rule,
    **dict.fromkeys(_BY_CLASS, BY_CLASS),
}
_IN_LINE: Final[Rules] = {
    **_INLINE,
    **dict.fromkeys([*_BORDERS, *_ends(_BORDERS), *_BLOCKS, *_HEADINGS, *_ends(_HEADINGS), "hr"], LINE),
    "span": BY_CLASS,
    "mjx-container": BY_CLASS,
}


def complete(frame: type[Frame]) -> None:
    """Give a kind of frame, and those derived from it, all its rules."""
    border = LINE if frame.is_line else FLOW
    frame.rules = (_IN_LINE if frame.is_line else _IN_FLOW) | frame.inside
    frame.plain = {"span": SPAN, "mjx-container": SPAN, **dict.fromkeys(("aside", "div", "section"), border)}
    for kind in frame.__subclasses__():
        complete(kind)


_CLASSES: Final[dict[str, Opener | Way]] = {
    **dict.fromkeys(("wp-caption", "gallery-item"), open_figure),
    **dict.fromkeys(("footnote", "footnotes", "endnotes", "wp-block-footnotes"), open_notes),
    **dict.fromkeys(("gallery", "blocks-gallery-grid"), FLOW),
    **dict.fromkeys(("pullquote", "pull-quote"), open_pull_quote),
    **dict.fromkeys(
        names_of(
            "math katex katex-display MathJax MathJax_Display MathJax_CHTML MathJax_SVG mjx-chtml mwe-math-element"
        ),
        open_rendered,
    ),
    **dict.fromkeys(("ltx_note_outer", "marginnote", "sidenote"), open_side_note),
    "footnote-definition": open_note,
    **dict.fromkeys(("MathJax_Preview", "ltx_tag_note", "mw-cite-backlink"), DROP),
}
_ROLES: Final[dict[str, Opener]] = {
    **dict.fromkeys(("doc-endnotes", "doc-footnotes"), open_notes),
    **dict.fromkeys(("doc-footnote", "doc-endnote"), open_note),
    **BY_ROLE,
}
_TELLING: Final = re.compile("|".join(sorted({name[:8] for name in (*_CLASSES, *_ROLES)})))


class ClassNames(dict["Slot", "Opener | Way | None"]):
    """What class names and roles say of tags, found out once for each."""

    def __missing__(self, slot: Slot) -> Opener | Way | None:
        if isinstance(slot, str):
            found = self[slot] = None if _says_nothing(slot) else _told(attributes_of(slot))
            return found
        role = slot.get("role")
        if role is not None and role in _ROLES:
            return _ROLES[role]
        names = slot.get("class")
        if not names:
            return None
        # Elements are many, and their class names the same few: those are kept, not the elements.
        if names not in self:
            self[names] = _told({"class": names}) if _TELLING.search(names) else None
        return self[names]


def _says_nothing(slot: str) -> bool:
    """Whether it is plain at first sight that the names in a tag say nothing."""
    if "role" in slot:
        return False
    _, found, names = slot.partition('class="')
    return _CLASSES.keys().isdisjoint(names.partition('"')[0].split()) if found else "class" not in slot


def _told(attributes: dict[str, str]) -> Opener | Way | None:
    by_role = _ROLES.get(attributes.get("role", ""))
    if by_role is not None:
        return by_role
    return next((_CLASSES[name] for name in attributes.get("class", "").split() if name in _CLASSES), None)
