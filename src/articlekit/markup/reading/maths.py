"""Formulas: from MathML, from TeX, and from what scripts and pictures make of TeX."""

from __future__ import annotations

import re

from articlekit.blocks import Math
from articlekit.markup.line import WHITE, collapse
from articlekit.markup.mathml import Formula, read_formula, read_mathml
from articlekit.markup.reading.frames import DROP, SPAN, Verdict
from articlekit.markup.reading.reader import Reader
from articlekit.markup.tokens import Piece, attributes_of

_DELIMITERS = ((r"\(", r"\)"), (r"\[", r"\]"), ("$$", "$$"), ("$", "$"))
_DELIMITED = re.compile(r"\\\[(.*)\\\]|\\\((.*)\\\)", re.DOTALL)
_DISPLAY = re.compile(r"(?:^|[\s_-])display(?:$|\s)", re.IGNORECASE)
_PLAIN = re.compile(r"(?:^|\s)(?:katex|MathJax\w*|mjx-chtml|plain)(?:$|\s)")


def put_formula(reader: Reader, formula: Formula, is_display: bool) -> None:
    """Put a formula: as a block of its own where it stands alone, else among the words."""
    if not formula.text:
        return
    if is_display and not reader.frame.is_line:
        if reader.line.parts:
            reader.flush()
        reader.frame.blocks.append(
            Math(text=formula.text, notation="plain" if formula.tex is None else "tex", mathml=formula.mathml)
        )
    else:
        reader.line.add_formula(formula.text, formula.mathml)


def tex(source: str) -> Formula:
    """Make a formula of TeX, with or without the marks that set it apart from text."""
    words = collapse(source).strip(" ")
    for before, after in _DELIMITERS:
        if len(words) >= len(before) + len(after) and words.startswith(before) and words.endswith(after):
            words = words[len(before) : -len(after)].strip(" ")
            break
    return Formula(mathml=None, tex=words or None, characters="")


def open_math(reader: Reader) -> Verdict:
    """Put a formula written in MathML."""
    attributes = reader.attributes()
    content = reader.content()
    if not content:
        return SPAN
    is_display = attributes.get("display") == "block" or attributes.get("mode") == "display"
    put_formula(reader, read_formula(attributes, content), is_display)
    return DROP


def open_script(reader: Reader) -> Verdict:
    """Put the formula in a script of MathJax; other scripts say nothing."""
    kind = reader.attributes().get("type", "").lower()
    source = "".join(text for _, _, text in reader.content())
    is_display = "mode=display" in kind.replace(" ", "")
    if kind.startswith("math/tex"):
        put_formula(reader, tex(source), is_display)
    elif kind.startswith("math/mml"):
        formula = read_mathml(source)
        if formula is not None:
            put_formula(reader, formula, is_display)
    return DROP


def open_rendered(reader: Reader) -> Verdict:
    """Put a formula that a script has set, or is still to set, from the source that was left inside."""
    name, attributes = reader.name, reader.attributes()
    content = reader.content()
    if not content:
        return SPAN
    classes = attributes.get("class", "")
    names = reader.tokens.names[reader.at + 1 : reader.at + 2]
    following = reader.tokens.slots[reader.at + 1] if names == ["script"] else ""
    if "MathJax" in classes and "math/" in attributes_of(following).get("type", ""):
        return DROP
    is_display = name == "div" or _DISPLAY.search(classes) is not None or attributes.get("display") == "true"
    formula = _inside(attributes, content, is_plain=_PLAIN.search(classes) is not None)
    put_formula(reader, formula, is_display)
    return DROP


def _inside(attributes: dict[str, str], content: list[Piece], is_plain: bool) -> Formula:
    for at, (name, slot, _) in enumerate(content):
        if name == "math":
            return read_formula(attributes_of(slot), content[at:])
    if "data-mathml" in attributes and (formula := read_mathml(attributes["data-mathml"])) is not None:
        return formula
    text = "".join(text for _, _, text in content)
    if is_plain:
        return Formula(mathml=None, tex=None, characters=collapse(text).strip(" "))
    found = _DELIMITED.search(text)
    return tex(text if found is None or text.strip(WHITE).startswith("\\") else found[1] or found[2] or "")
