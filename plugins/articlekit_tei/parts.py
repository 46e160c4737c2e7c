"""Lists, tables, figures and formulas of TEI as HTML's, element by element and in place."""

from __future__ import annotations

import re

from lxml import etree

from articlekit.markup import Element
from articlekit_tei.tree import become, empty, text_of


def as_list(element: Element) -> None:
    """Make ``ul``, ``ol`` or ``dl`` of a list."""
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


def as_table(element: Element) -> None:
    """Make a table of rows; those of labels at its beginning are its head."""
    rows = element.findall("row")
    labels = 0
    while labels < len(rows) and rows[labels].get("role") == "label":
        labels += 1
    become(element, "table")
    for tag, part in (("thead", rows[:labels]), ("tbody", rows[labels:])):
        section = etree.SubElement(element, tag)
        section.extend(part)


def as_cell(element: Element) -> None:
    """Make ``td`` or ``th`` of a cell."""
    tag = "th" if element.get("role") == "label" else "td"
    become(element, tag, rowspan=element.get("rows"), colspan=element.get("cols"))


def as_figure(element: Element) -> None:
    """Give a picture its description and a figure its credit, which HTML has in the caption."""
    # The name of a formula, a table, a group or of nothing: what stands in a figure says what it is.
    words = text_of(element.find("figDesc"))
    picture = element.find("graphic")
    for described in element.findall("figDesc") if picture is not None else ():
        empty(described, "span")
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


def as_picture(element: Element) -> None:
    """Make ``img`` of a picture, with the link around it."""
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


def as_medium(element: Element) -> None:
    """Make ``audio``, ``video`` or ``iframe`` of what is embedded."""
    kind = element.get("mimeType", "")
    title = text_of(element.find("desc"))
    for described in element.findall("desc"):
        element.remove(described)
    tag = kind.partition("/")[0] if kind.startswith(("audio/", "video/")) else "iframe"
    other = "object" if tag == "iframe" and kind.startswith("application/") else None
    become(element, tag, src=element.get("url"), title=title, **{"data-media": other})


def as_formula(element: Element) -> None:
    """Put around a formula what HTML knows it by."""
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
