"""The body of an article as TEI's elements, made of the HTML that it is written as: each element of that has its own.

What TEI has no element for has ``rend``, ``type`` or ``n``, as the guidelines have it
(https://tei-c.org/release/doc/tei-p5-doc/en/html/CO.html).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from lxml import etree

from articlekit.markup import Element, parse_fragment, write_blocks, xml_text
from articlekit.plugin import Block
from articlekit_tei.tree import XML, become, wrap

MATHML: Final = "http://www.w3.org/1998/Math/MathML"

# What XML takes for an identifier, without the letters beyond ASCII.
_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_HEADING = re.compile(r"h[1-6]")
_MEDIA: Final = {"audio": "audio/*", "video": "video/*", "iframe": "text/html", "object": "application/octet-stream"}
_HIGHLIGHTED: Final = {
    "strong": "bold", "u": "underline", "mark": "highlight", "small": "small", "sub": "subscript", "sup": "superscript",
    "kbd": "keyboard",
}  # fmt: skip
_RENAMED: Final = {"p": "p", "br": "lb", "em": "emph", "cite": "title"}
_SOURCED: Final = {"q": "q", "del": "del", "ins": "add"}


def write_body(blocks: Sequence[Block]) -> Element:
    """Make a ``body`` element; headings that stand in no other block open a ``div``."""
    # The tree is HTML first, which holds more: lxml lets nobody move such characters about in it.
    root = parse_fragment(xml_text(write_blocks(blocks)))
    identifiers = _identifiers(root)
    formulas = {inner for math in root.iter("math") for inner in math.iterdescendants()}
    for element in [element for element in root.iter() if element is not root and element not in formulas]:
        _change(element, identifiers)
    return _divided([*root])


def _identifiers(root: Element) -> dict[str, str]:
    """Give every footnote an identifier that XML can hold."""
    names = [note.get("id", "") for note in root.iter("aside")]
    return {name: name if _NAME.fullmatch(name) else f"note.{i}" for i, name in enumerate(names, 1)}


def _change(element: Element, identifiers: dict[str, str]) -> None:
    tag = str(element.tag)
    if tag in _RENAMED:
        become(element, _RENAMED[tag])
    elif tag in _HIGHLIGHTED:
        become(element, "hi", rend=_HIGHLIGHTED[tag])
    elif tag in _SOURCED:
        become(element, _SOURCED[tag], source=element.get("cite"))
    elif tag == "aside":
        name = element.get("id", "")
        become(element, "note", n=name, place="bottom").set(f"{XML}id", identifiers[name])
    elif tag == "a" and element.get("role") == "doc-noteref":
        name = element.get("href", "").removeprefix("#")
        become(element, "ref", type="note", target=f"#{identifiers.get(name, name)}", n=element.get("title"))
    elif _HEADING.fullmatch(tag):
        become(element, "ab", type="head", rend=tag)
    elif tag in _RULES:
        _RULES[tag](element)


def _link(element: Element) -> None:
    become(element, "ref", target=element.get("href"), n=element.get("title"))


def _code(element: Element) -> None:
    parent = element.getparent()
    if parent is not None and parent.tag == "pre":
        language = element.get("class", "").removeprefix("language-") or None
        become(parent, "ab", type="code", subtype=language).set(f"{XML}space", "preserve")
    # TEI's code is text only.
    become(element, "hi", rend="code") if len(element) else become(element, "code")


def _abbreviation(element: Element) -> None:
    if (meant := element.get("title")) is not None:
        etree.SubElement(wrap(element, "choice"), "expan").text = meant
    become(element, "abbr")


def _quote(element: Element) -> None:
    kind = "pull" if element.get("class") == "pullquote" else None
    become(element, "quote", type=kind, source=element.get("cite"))
    if len(element) and element[-1].tag == "footer":
        wrap(element, "cit").append(become(element[-1], "bibl"))


def _list(element: Element) -> None:
    start = element.get("start")
    become(element, "list", rend="numbered" if element.tag == "ol" else "bulleted")
    if start is not None and len(element):
        element[0].set("n", start)


def _item(element: Element) -> None:
    become(element, "item", n=element.get("n"))


def _definitions(element: Element) -> None:
    entries = [[*entry] for entry in element]
    # A term and its description are a pair; of what is no pair the numbers say what belongs together.
    paired = all([part.tag for part in entry] == ["dt", "dd"] for entry in entries)
    element[:] = [part for entry in entries for part in entry]
    for number, entry in enumerate(entries, 1):
        for part in entry:
            become(part, "label" if part.tag == "dt" else "item", n=None if paired else str(number))
    become(element, "list", type="gloss")


def _table(element: Element) -> None:
    children: list[Element] = []
    for part in [*element]:
        if part.tag == "caption":
            children.append(become(part, "head"))
            continue
        for row in [*part]:
            children.append(become(row, "row", role="label" if part.tag == "thead" else None))
            for cell in row:
                role = "label" if cell.tag == "th" else None
                become(cell, "cell", role=role, rows=cell.get("rowspan"), cols=cell.get("colspan"))
    element[:] = children


def _figure(element: Element) -> None:
    kind = "group"
    for child in [*element]:
        shown = child[0] if child.tag == "a" and len(child) and child[0].tag == "img" else child
        if child.tag == "figcaption":
            _caption(child)
        elif shown.tag == "img":
            kind = "image"
            element.replace(child, _picture(shown, child.get("href")))
        elif child.tag in _MEDIA:
            kind = "embed"
            _embed(child)
    become(element, "figure", type=kind)


def _picture(image: Element, link: str | None) -> Element:
    alt = image.get("alt")
    become(image, "graphic", url=image.get("src"), corresp=link)
    if alt:
        etree.SubElement(image, "desc").text = alt
    return image


def _embed(element: Element) -> None:
    kind = element.get("data-media") or str(element.tag)
    title = element.get("title")
    become(element, "media", mimeType=_MEDIA[kind], url=element.get("src"))
    if title is not None:
        etree.SubElement(element, "desc").text = title


def _caption(element: Element) -> None:
    credit = element[-1] if len(element) and element[-1].get("class") == "credit" else None
    if credit is not None:
        before = credit.getprevious()
        become(credit, "bibl", type="credit")
        element.addnext(credit)
        if before is not None:
            before.tail = (before.tail or "").removesuffix(" ")
        else:
            element.text = (element.text or "").removesuffix(" ")
    if element.text or len(element):
        become(element, "head")
    elif (parent := element.getparent()) is not None:
        parent.remove(element)


def _formula(element: Element) -> None:
    """Take the signs away from around a formula: TEI says by its notation what it is."""
    if element.tag == "math":
        element.set("xmlns", MATHML)
        wrap(element, "formula", notation="mathml")
        return
    is_block, is_plain = element.tag == "div", "plain" in element.get("class", "")
    if is_block and len(element):
        become(element, "ab", type="formula")
        return
    text = element.text or ""
    if is_block:
        inner = etree.SubElement(become(element, "ab", type="formula"), "formula")
        element.text, element = None, inner
    become(element, "formula", notation="plain" if is_plain else "tex").text = text if is_plain else text[2:-2]


def _rule(element: Element) -> None:
    become(element, "milestone", unit="section", rend="rule")


_RULES: Final[dict[str, Callable[[Element], object]]] = {
    "a": _link,
    "abbr": _abbreviation,
    "blockquote": _quote,
    "code": _code,
    "div": _formula,
    "dl": _definitions,
    "figure": _figure,
    "hr": _rule,
    "li": _item,
    "math": _formula,
    "ol": _list,
    "span": _formula,
    "table": _table,
    "ul": _list,
}


def _divided(blocks: Sequence[Element]) -> Element:
    """Put each heading and what follows it into a ``div``, down to the next heading of its level or above."""
    body = etree.Element("body")
    body.text = "\n"
    open_divisions = [(0, body)]
    for block in blocks:
        if block.get("type") == "head":
            rend = block.get("rend", "")
            level = int(rend.removeprefix("h"))
            while open_divisions[-1][0] >= level:
                open_divisions.pop()
            division = etree.SubElement(open_divisions[-1][1], "div")
            division.text = division.tail = "\n"
            open_divisions.append((level, division))
            become(block, "head", rend=rend)
        open_divisions[-1][1].append(block)
        block.tail = "\n"
    if not blocks:
        # A body is not empty.
        etree.SubElement(body, "p").tail = "\n"
    return body
