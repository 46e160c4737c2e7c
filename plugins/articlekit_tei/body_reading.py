"""The text of a TEI document as blocks: each element becomes the one of HTML that says the same, and that is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from lxml import etree

from articlekit.markup import Element, Reading, read_blocks_of
from articlekit_tei import parts
from articlekit_tei.notes import DIVISIONS, name_notes
from articlekit_tei.tree import become, empty, text_of

_HEADING = re.compile(r"h[1-6]")
_DEEPEST_HEADING = 6
_LANGUAGE = re.compile(r"[^\s\"'<>]+")

_RENAMED: Final = {
    "lb": "br", "p": "p", "emph": "em", "foreign": "em", "code": "code", "gi": "code", "title": "cite",
    "abbr": "abbr", "eg": "pre", "egXML": "pre", "row": "tr", "item": "li", "speaker": "p", "stage": "p",
    "signed": "p", "salute": "p", "dateline": "p", "byline": "p", "docAuthor": "p", "docDate": "p", "docTitle": "h2",
    "titlePart": "h2", "trailer": "p", "u": "p", "address": "p", "listBibl": "ul", "epigraph": "blockquote",
    "figDesc": "figcaption",
}  # fmt: skip
_BLOCKS: Final = frozenset({"p", "ab", "lg", "l", "list", "quote", "table", "figure", "div", "sp", "note"})
# What is on the page and no part of the text: page and column breaks, running heads; and the other reading of two.
_LEFT_OUT: Final = frozenset({"pb", "cb", "gb", "fw", "gap", "interp", "interpGrp", "index", "witDetail", "certainty"})
_HIGHLIGHTED: Final = {
    "bold": "strong", "b": "strong", "strong": "strong", "italic": "em", "italics": "em", "i": "em", "it": "em",
    "underline": "u", "underlined": "u", "highlight": "mark", "small": "small", "subscript": "sub", "sub": "sub",
    "superscript": "sup", "sup": "sup", "super": "sup", "keyboard": "kbd", "code": "code", "tt": "code",
    "strikethrough": "del", "#b": "strong", "#i": "em", "#u": "u", "#t": "code",
}  # fmt: skip
_PARTS_OF_LINES: Final = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "span", "a", "q", "cite", "abbr", "code", "pre", "ins", "del"}
    | set(_HIGHLIGHTED.values())
)


def read_body(text: Element, url: str | None) -> Reading:
    """Read a ``text`` element, which is changed by it; names are without namespaces."""
    name_notes(text)
    # A formula in MathML is HTML's as it is.
    formulas = {inner for math in text.iter("math") for inner in math.iterdescendants()}
    for element in [element for element in text.iter() if isinstance(element.tag, str) and element not in formulas]:
        _change(element)
    return read_blocks_of([text], url=url)


def _change(element: Element) -> None:
    tag = str(element.tag)
    if tag in _LEFT_OUT:
        empty(element, "span")
    elif tag in _RULES:
        _RULES[tag](element)
    elif tag in DIVISIONS:
        become(element, "div")
    elif tag in _RENAMED:
        become(element, _RENAMED[tag])
    elif tag not in _KNOWN:
        become(element, "span")


def _corrected(element: Element) -> None:
    become(element, "del" if element.tag == "del" else "ins", cite=element.get("source"))


def _head(element: Element) -> None:
    parent = element.getparent()
    above = "" if parent is None else str(parent.tag)
    if above in ("figure", "table"):
        become(element, "figcaption" if above == "figure" else "caption")
        return
    if above in ("ul", "ol", "dl"):
        _before(element, "p")
        return
    rend = element.get("rend", "")
    depth = sum(1 for ancestor in element.iterancestors("div")) - 1
    become(element, rend if _HEADING.fullmatch(rend) else f"h{min(max(depth, 2), _DEEPEST_HEADING)}")


def _before(element: Element, tag: str) -> None:
    """Let the heading of a list stand before the list, where HTML can have it."""
    parent = element.getparent()
    if parent is not None and parent.getparent() is not None:
        before = etree.Element(tag)
        before.text = element.text
        before.extend([*element])
        parent.addprevious(before)
    empty(element, "span")


def _anonymous(element: Element) -> None:
    kind, rend = element.get("type"), element.get("rend", "")
    if kind == "head" and _HEADING.fullmatch(rend):
        become(element, rend)
    elif kind == "formula":
        become(element, "div", **{"class": "math display"})
    elif kind == "code":
        language = element.get("subtype")
        inner = element[0] if len(element) == 1 else None
        become(element, "pre")
        if inner is not None and (inner.tag == "code" or inner.get("rend") == "code"):
            is_named = language is not None and _LANGUAGE.fullmatch(language)
            become(inner, "program", **{"class": f"language-{language}" if is_named else None})
    else:
        become(element, "p")


def _program(element: Element) -> None:
    become(element, "code", **{"class": element.get("class")})


def _highlighted(element: Element) -> None:
    names = (element.get("rend") or element.get("rendition") or "").lower().split()
    # What was highlighted in a way that is not said was still highlighted.
    become(element, next((_HIGHLIGHTED[name] for name in names if name in _HIGHLIGHTED), "span"))


def _reference(element: Element) -> None:
    target = element.get("target")
    role = "doc-noteref" if element.get("type") == "note" else None
    if element.tag == "ptr" and target:
        element.text = target.removeprefix("#")
    become(element, "a", href=target, title=element.get("n"), role=role)


def _quote(element: Element) -> None:
    source, kind = element.get("source"), element.get("type")
    parent = element.getparent()
    holds_blocks = any(child.tag in _BLOCKS for child in element)
    if (parent is not None and parent.tag in _PARTS_OF_LINES) or (element.tag != "quote" and not holds_blocks):
        become(element, "q", cite=source)
        return
    become(element, "blockquote", cite=source, **{"class": "pullquote" if kind == "pull" else None})
    is_cited = parent is not None and parent.get("class") == "cit"
    # A second source is no part of what HTML calls one.
    if is_cited and parent is not None and (bibl := parent.find("bibl")) is not None:
        element.append(become(bibl, "footer"))


def _cited(element: Element) -> None:
    parent = element.getparent()
    become(element, "span" if parent is not None and parent.tag in _PARTS_OF_LINES else "div", **{"class": "cit"})


def _note(element: Element) -> None:
    become(element, "aside", id=element.get("name"), role="doc-footnote")


def _choice(element: Element) -> None:
    """Of two readings take the editor's; an abbreviation keeps what it stands for."""
    meant = text_of(element.find("expan"))
    for abbreviation in element.findall("abbr"):
        become(abbreviation, "abbreviation").set("title", meant or "")
    names = {str(child.tag) for child in element if isinstance(child.tag, str)}
    other = {"expan": "abbreviation", "sic": "corr", "orig": "reg"}
    for child in [*element]:
        if other.get(str(child.tag)) in names:
            empty(child, "span")
    become(element, "span")


def _abbreviated(element: Element) -> None:
    become(element, "abbr", title=element.get("title") or None)


def _lines(element: Element) -> None:
    if any(child.tag in ("lg", "head") for child in element):
        become(element, "div")
        return
    for line in element.findall("l")[:-1]:
        line.append(etree.Element("br"))
    become(element, "p")


def _line(element: Element) -> None:
    parent = element.getparent()
    become(element, "span" if parent is not None and parent.tag == "p" else "p")


def _entry(element: Element) -> None:
    parent = element.getparent()
    above = "" if parent is None else str(parent.tag)
    become(element, "li" if above == "ul" else "p" if above == "div" else "span")


def _milestone(element: Element) -> None:
    is_break = "rule" in element.get("rend", "").split() or element.get("unit") == "section"
    become(element, "hr" if is_break else "span")


def _credit(element: Element) -> None:
    become(element, "span", **{"class": "credit"})


_RULES: Final[dict[str, Callable[[Element], object]]] = {
    "ab": _anonymous,
    "abbreviation": _abbreviated,
    "add": _corrected,
    "bibl": _entry,
    "biblStruct": _entry,
    "cell": parts.as_cell,
    "choice": _choice,
    "cit": _cited,
    "cred": _credit,
    "del": _corrected,
    "figure": parts.as_figure,
    "formula": parts.as_formula,
    "graphic": parts.as_picture,
    "head": _head,
    "hi": _highlighted,
    "l": _line,
    "lg": _lines,
    "list": parts.as_list,
    "media": parts.as_medium,
    "milestone": _milestone,
    "note": _note,
    "program": _program,
    "ptr": _reference,
    "q": _quote,
    "quote": _quote,
    "ref": _reference,
    "said": _quote,
    "table": parts.as_table,
}
# What rules have put in the place of others, and formulas.
_KNOWN: Final = frozenset(
    {"a", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "em", "figcaption", "footer", "hr", "img"}
    | {"li", "ol", "pre", "span", "tbody", "td", "th", "thead", "tr", "ul", "math", "code", "abbr", "p"}
)
