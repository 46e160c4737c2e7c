"""MathML by an allow-list: what may be written again, and the TeX or the characters in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape
from typing import Final

from attrs import frozen

from articlekit.markup.line import collapse
from articlekit.markup.tokens import Piece, Slot, attributes_of, names_of, pieces, tokenize

# MathML Core and the elements of MathML 3 that browsers or MathJax know; nothing that holds HTML, links or actions.
_ELEMENTS: Final = frozenset(
    names_of(
        "annotation menclose merror mfenced mfrac mi mlabeledtr mlongdiv mmultiscripts mn mo mover mpadded mphantom "
        "mprescripts mroot mrow ms mscarries mscarry msgroup msline mspace msqrt msrow mstack mstyle msub msubsup "
        "msup mtable mtd mtext mtr munder munderover none semantics"
    )
)
_ATTRIBUTES: Final = frozenset(
    names_of(
        "accent accentunder align alttext columnalign columnlines columnspacing columnspan crossout depth dir "
        "displaystyle encoding equalcolumns equalrows fence form frame framespacing height intent largeop length "
        "linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation "
        "open close separators rowalign rowlines rowspacing rowspan rspace scriptlevel separator stackalign stretchy "
        "symmetric voffset width"
    )
)
_LEFT_OUT: Final = frozenset({"annotation-xml", "script", "style"})
_TEX: Final = frozenset(names_of("application/x-tex application/tex tex latex text/x-latex text/x-tex texstring"))


@frozen(kw_only=True)
class Formula:
    """A formula, as far as its source tells."""

    mathml: str | None
    #: Its TeX source, where an annotation holds it.
    tex: str | None
    #: Its characters in order.
    characters: str

    @property
    def text(self) -> str:
        """The words that stand for it."""
        return self.tex or self.characters


def read_mathml(mathml: str) -> Formula | None:
    """Read the first ``math`` element of a text."""
    tokens = tokenize(mathml)
    if "math" not in tokens.names:
        return None
    at = tokens.names.index("math")
    return read_formula(attributes_of(tokens.slots[at]), pieces(tokens, at, len(tokens.names)))


def read_formula(attributes: dict[str, str], inside: Iterable[Piece]) -> Formula:
    """Read the content of a ``math`` element; tags that are none of MathML's are left out, their text stays."""
    formula = _Making(attributes)
    for name, slot, text in inside:
        if name == "/math":
            break
        if name is not None:
            formula.add_tag(name, slot)
        formula.add_text(collapse(text).strip(" "))
    return formula.done()


class _Making:
    """A formula in the making: always balanced, whatever the tags."""

    def __init__(self, attributes: dict[str, str]) -> None:
        self.written = [_start("math", attributes)]
        self.open: list[str] = []
        self.depths: Counter[str] = Counter()
        self.tex: str | None = None
        self.characters: list[str] = []
        #: The annotation that is being left out, as it is no TeX.
        self.left_out: str | None = None

    def add_tag(self, name: str, slot: Slot) -> None:
        if self.left_out is not None:
            if name == f"/{self.left_out}":
                self.left_out = None
        elif name[0] == "/":
            if self.depths[name[1:]]:
                self._end(name[1:])
        elif name in _ELEMENTS:
            attributes = attributes_of(slot)
            if name == "annotation" and attributes.get("encoding", "").lower() not in _TEX:
                self.left_out = name
                return
            self.written.append(_start(name, attributes))
            self.open.append(name)
            self.depths[name] += 1
            if isinstance(slot, str) and slot.endswith("/"):
                self._end(name)
        elif name in _LEFT_OUT:
            self.left_out = name

    def add_text(self, text: str) -> None:
        if not text or self.left_out is not None:
            return
        if not self.depths["annotation"]:
            self.characters.append(text)
        elif self.tex is None:
            self.tex = text
        else:
            self.tex += f" {text}"
            if not self.written[-1].startswith("<"):
                self.written.append(" ")
        self.written.append(escape(text, quote=False))

    def done(self) -> Formula:
        self.written.extend(f"</{name}>" for name in reversed(self.open))
        return Formula(mathml="".join((*self.written, "</math>")), tex=self.tex, characters="".join(self.characters))

    def _end(self, name: str) -> None:
        ended = None
        while ended != name:
            ended = self.open.pop()
            self.depths[ended] -= 1
            self.written.append(f"</{ended}>")


def _start(name: str, attributes: dict[str, str]) -> str:
    kept = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items() if key in _ATTRIBUTES)
    return f"<{name}{kept}>"
