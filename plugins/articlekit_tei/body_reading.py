"""The text of a TEI document as blocks: each element becomes the one of HTML that says the same, and that is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from lxml import etree

from articlekit.markup import Element, Reading, read_blocks_of
from articlekit_tei.tree import XML, become, leave_out, text_of

_HEADING = re.compile(r"h[1-6]")
_DEEPEST_HEADING = 6
_LANGUAGE = re.compile(r"[^\s\"'<>]+")

_RENAMED: Final = {
    "lb": "br", "p": "p", "emph": "em", "foreign": "em", "code": "code", "gi": "code", "title": "cite",
    "abbr": "abbr", "eg": "pre", "egXML": "pre", "row": "tr", "item": "li", "speaker": "p", "stage": "p",
    "signed": "p", "salute": "p", "dateline": "p", "byline": "p", "docAuthor": "p", "docDate": "p", "docTitle": "h2",
    "titlePart": "h2", "trailer": "p", "u": "p", "address": "p", "listBibl": "ul", "epigraph": "blockquote",
}  # fmt: skip
_DIVISIONS: Final = frozenset(
    {
        "text",
        "front",
        "body",
        "back",
        "group",
        "div",
        "floatingText",
        "argument",
        "opener",
        "closer",
        "postscript",
        "sp",
    }
    | {f"div{n}" for n in range(8)}
)
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
    _name_notes(text)
    # A formula in MathML is HTML's as it is.
    formulas = {inner for math in text.iter("math") for inner in math.iterdescendants()}
    for element in [element for element in text.iter() if isinstance(element.tag, str) and element not in formulas]:
        _change(element)
    return read_blocks_of([text], url=url)


def _name_notes(text: Element) -> None:
    """Let references and footnotes know each other by name; what is a note in the middle of a line goes below it."""
    names: dict[str, str] = {}
    for number, note in enumerate([*text.iter("note")], 1):
        name = note.get("n") or note.get(f"{XML}id") or str(number)
        parent = note.getparent()
        if parent is not None and parent.tag not in _DIVISIONS and note.get(f"{XML}id") is None:
            name = f"note-{number}"
            _move_below(note, name)
        elif identifier := note.get(f"{XML}id"):
            names[identifier] = name
        become(note, "note", name=name)
    for reference in text.iter("ref", "ptr"):
        name = reference.get("target", "").removeprefix("#")
        if reference.get("type") in ("note", "noteref") or name in names:
            reference.set("type", "note")
            reference.set("target", f"#{names.get(name, name)}")


def _move_below(note: Element, name: str) -> None:
    shown = note.get("n") or name.removeprefix("note-")
    reference = etree.Element("ref", type="note", target=f"#{name}")
    reference.text = shown
    parent = note.getparent()
    assert parent is not None  # noqa: S101  it stands in a line
    reference.tail, note.tail = note.tail, None
    parent.replace(note, reference)
    block: Element | None = parent
    while block is not None and (above := block.getparent()) is not None and above.tag not in _DIVISIONS:
        block = above
    if block is not None and block.getparent() is not None:
        tail, block.tail = block.tail, None
        block.addnext(note)
        note.tail = tail


def _change(element: Element) -> None:
    tag = str(element.tag)
    if tag in _LEFT_OUT:
        leave_out(element)
    elif tag in _RULES:
        _RULES[tag](element)
    elif tag in _DIVISIONS:
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
    leave_out(element)
    element.tail = None
    if parent is not None and parent.getparent() is not None:
        parent.addprevious(become(element, tag))


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
    if parent is not None and parent.get("class") == "cit":
        for bibl in parent.findall("bibl"):
            tail, bibl.tail = bibl.tail, None
            element.append(become(bibl, "footer"))
            element.tail = (element.tail or "") + (tail or "")


def _cited(element: Element) -> None:
    parent = element.getparent()
    become(element, "span" if parent is not None and parent.tag in _PARTS_OF_LINES else "div", **{"class": "cit"})


def _list(element: Element) -> None:
    kinds = f"{element.get('rend', '')} {element.get('type', '')}".split()
    if "gloss" in kinds or element.find("label") is not None:
        _glossary(element)
    elif {"numbered", "ordered"} & {*kinds}:
        first = element.find("item")
        start = "" if first is None else first.get("n", "")
        become(element, "ol", start=start if re.fullmatch(r"-?\d{1,9}", start) else None)
    else:
        become(element, "ul")


def _glossary(element: Element) -> None:
    """Put terms and descriptions of one number into one ``div``; those without numbers are pairs as they are."""
    entry: Element | None = None
    number: str | None = None
    for part in [*element]:
        if part.tag not in ("label", "item"):
            continue
        if entry is None or part.get("n") != number or (number is None and _is_next(entry, part)):
            entry, number = etree.Element("div"), part.get("n")
            part.addprevious(entry)
        entry.append(become(part, "dt" if part.tag == "label" else "dd"))
        part.tail = None
    become(element, "dl")


def _is_next(entry: Element, part: Element) -> bool:
    return part.tag == "label" and entry[-1].tag == "dd"


def _table(element: Element) -> None:
    rows = element.findall("row")
    labels = 0
    while labels < len(rows) and rows[labels].get("role") == "label":
        labels += 1
    become(element, "table")
    for tag, part in (("thead", rows[:labels]), ("tbody", rows[labels:])):
        section = etree.SubElement(element, tag)
        section.extend(part)


def _cell(element: Element) -> None:
    tag = "th" if element.get("role") == "label" else "td"
    become(element, tag, rowspan=element.get("rows"), colspan=element.get("cols"))


def _figure(element: Element) -> None:
    # The name of a formula, a table, a group or of nothing: what stands in a figure says what it is.
    words = text_of(element.find("figDesc"))
    for described in element.findall("figDesc"):
        leave_out(described)
    picture = element.find("graphic")
    if picture is not None and words and picture.find("desc") is None:
        etree.SubElement(picture, "desc").text = words
    credit = next((bibl for bibl in element.findall("bibl") if bibl.get("type") == "credit"), None)
    if credit is not None:
        caption = element.find("head")
        if caption is None:
            caption = etree.SubElement(element, "figcaption")
        elif len(caption):
            caption[-1].tail = f"{caption[-1].tail or ''} "
        else:
            caption.text = f"{caption.text or ''} "
        credit.tail = None
        caption.append(become(credit, "cred"))
    become(element, "figure")


def _graphic(element: Element) -> None:
    link, alt = element.get("corresp"), text_of(element.find("desc"))
    for described in element.findall("desc"):
        element.remove(described)
    become(element, "img", src=element.get("url"), alt=alt or "")
    parent = element.getparent()
    if link is not None and parent is not None:
        anchor = etree.Element("a", href=link)
        parent.replace(element, anchor)
        anchor.tail, element.tail = element.tail, None
        anchor.append(element)


def _media(element: Element) -> None:
    kind = element.get("mimeType", "")
    title = text_of(element.find("desc"))
    for described in element.findall("desc"):
        element.remove(described)
    tag = kind.partition("/")[0] if kind.startswith(("audio/", "video/")) else "iframe"
    other = "object" if tag == "iframe" and kind.startswith("application/") else None
    become(element, tag, src=element.get("url"), title=title, **{"data-media": other})


def _formula(element: Element) -> None:
    parent = element.getparent()
    is_block = parent is not None and parent.get("class", "").startswith("math")
    notation = element.get("notation", "").lower()
    if (math := element.find("math")) is not None:
        become(element, "span")
        if is_block:
            math.set("display", "block")
        return
    text = "".join(element.itertext())
    for inner in [*element]:
        element.remove(inner)
    if is_block and parent is not None:
        if notation != "tex":
            parent.set("class", "math display plain")
        become(element, "span").text = rf"\[{text}\]" if notation == "tex" else text
        return
    become(element, "span", **{"class": "math inline"}).text = rf"\({text}\)"


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
            leave_out(child)
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
    become(element, "hr") if is_break else leave_out(element)


def _credit(element: Element) -> None:
    become(element, "span", **{"class": "credit"})


_RULES: Final[dict[str, Callable[[Element], object]]] = {
    "ab": _anonymous,
    "abbreviation": _abbreviated,
    "add": _corrected,
    "bibl": _entry,
    "biblStruct": _entry,
    "cell": _cell,
    "choice": _choice,
    "cit": _cited,
    "cred": _credit,
    "del": _corrected,
    "figure": _figure,
    "formula": _formula,
    "graphic": _graphic,
    "head": _head,
    "hi": _highlighted,
    "l": _line,
    "lg": _lines,
    "list": _list,
    "media": _media,
    "milestone": _milestone,
    "note": _note,
    "program": _program,
    "ptr": _reference,
    "q": _quote,
    "quote": _quote,
    "ref": _reference,
    "said": _quote,
    "table": _table,
}
# What rules have put in the place of others, and formulas.
_KNOWN: Final = frozenset(
    {"a", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "em", "figcaption", "footer", "hr", "img"}
    | {"li", "ol", "pre", "span", "tbody", "td", "th", "thead", "tr", "ul", "math", "code", "abbr", "p"}
)
