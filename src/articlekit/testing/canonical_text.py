"""Texts in canonical form with every odd character that HTML can hold, and marks over them."""

from __future__ import annotations

import re
from typing import get_args

from hypothesis import strategies as st

from articlekit.blocks import Mark, MarkKind
from articlekit.markup.line import BLANK
from articlekit.markup.marks import canonical_marks
from articlekit.markup.mathml import read_mathml

# What neither HTML nor XML holds is left out: lone surrogates, control characters, U+FFFE and U+FFFF.
_ODD = (
    "\xa0",
    "\xad",
    "\u200b",
    "\u2028",
    "\u202e",
    "e\u0301",
    "👩\u200d👩\u200d👧",
    "\ufdd0",
    "\ud7ff",
    "\ue000",
    "\U0010ffff",
)
_MARKUP = (
    "<",
    ">",
    "&",
    '"',
    "'",
    "&amp;",
    "&lt",
    "<b>",
    "</p>",
    "<!--",
    "-->",
    "]]>",
    "\\(",
    "$",
    "--",
    "=",
    "/",
    "—",
)
_WHITE = re.compile("[ \t\n\f\r]+")

_characters = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
pieces = st.text(_characters, max_size=5) | st.sampled_from((*_ODD, *_MARKUP, " ", "word"))


def _collapsed(parts: list[str]) -> str:
    return _WHITE.sub(" ", "".join(parts)).strip(" ")


def shows(text: str) -> bool:
    """Whether there is anything to see in a text."""
    return bool(text.strip(BLANK))


lines = st.lists(pieces, min_size=1, max_size=4).map(_collapsed).filter(shows)
texts = st.lists(lines, min_size=1, max_size=3).map("\n".join)
# Absolute, for a format resolves those that are not.
addresses = st.sampled_from(("https://a.example/b?c=d&e=f#g", "http://x.example/é", "mailto:a@b.example"))
shown_addresses = st.sampled_from(
    ("https://a.example/b.jpg?c=d&e=f", "https://a.example/a&amp;b", "http://x.example/ü.webp")
)
names = st.sampled_from(("n1", "fn:2", "ü & <x>", "a#b", "1"))

MATHML = tuple(
    formula.mathml
    for source in (
        "<math><mi>x</mi><mo>&lt;</mo><mn>2</mn></math>",
        (
            '<math display="block"><semantics><msup><mi>x</mi><mn>2</mn></msup>'
            '<annotation encoding="application/x-tex">x^2 &lt; \\alpha</annotation></semantics></math>'
        ),
        "<math><mfrac><mi>a</mi><mspace></mspace></mfrac></math>",
    )
    if (formula := read_mathml(source)) is not None
)


@st.composite
def marked(
    draw: st.DrawFn, text_strategy: st.SearchStrategy[str], kinds: frozenset[str], *, cites: bool = True
) -> tuple[str, tuple[Mark, ...]]:
    """Draw a text and canonical marks over it, overlapping and nested, formulas among them."""
    text = draw(text_strategy)
    allowed: list[MarkKind] = [
        kind for kind in get_args(MarkKind) if kind in kinds and kind != "math" and (cites or kind != "cite")
    ]
    drawn = []
    for kind in draw(st.lists(st.sampled_from(allowed), max_size=5)) if allowed else ():
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        url = title = None
        if kind == "link":
            url, title = draw(addresses), draw(st.none() | lines)
        elif kind == "note":
            url = "#" + draw(names)
        elif kind == "abbreviation":
            title = draw(st.none() | lines)
        elif kind in ("quotation", "deleted", "inserted"):
            url = draw(st.none() | addresses)
        drawn.append(Mark(kind=kind, start=start, end=end, url=url, title=title))
    marks = canonical_marks(text, drawn)
    if "math" in kinds and draw(st.integers(0, 3)) == 0:
        text, marks = draw(_with_formula(text, marks, frozenset({"strong"}) <= kinds))
    return text, marks


@st.composite
def _with_formula(draw: st.DrawFn, text: str, marks: tuple[Mark, ...], strong: bool) -> tuple[str, tuple[Mark, ...]]:
    mathml = draw(st.none() | st.sampled_from(MATHML))
    formula = None if mathml is None else read_mathml(mathml)
    words = (
        draw(lines.filter(lambda line: not line.startswith("$") or not line.endswith("$")))
        if formula is None
        else formula.text
    )
    start = len(text) + 1
    math = Mark(kind="math", start=start, end=start + len(words), mathml=mathml)
    whole = f"{text} {words}"
    covering = canonical_marks(
        whole, [Mark(kind="strong", start=0, end=len(whole))] if strong and draw(st.booleans()) else []
    )
    return whole, canonical_marks(whole, (*(m for m in marks if m.kind != "strong" or not covering), *covering, math))
