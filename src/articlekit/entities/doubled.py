"""Tells text that was encoded once too often from text that speaks about references, and puts it right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal, TypeAlias

from attrs import frozen

from articlekit.entities.references import decode

_ESCAPED_AMPERSAND = "&(?:amp|AMP|#0*+38|#[xX]0*+26);"
_AMPERSAND_OR_MARKUP = re.compile(
    rf"{_ESCAPED_AMPERSAND}(?P<doubled>#[0-9]{{1,7}};|#[xX][0-9a-fA-F]{{1,6}};|[A-Za-z][0-9A-Za-z]{{1,31}};)"
    rf"|(?P<escaped>{_ESCAPED_AMPERSAND})"
    r"|(?P<single>&)"
    r"|<(?P<slash>/?)(?=[A-Za-z])(?P<code>(?:code|kbd|pre|samp|textarea|tt|xmp)\b)?"
    r"|>"
)
_SURROUNDINGS = 10  # Characters on either side of an ampersand that tell its place from others.

_Kind: TypeAlias = Literal["single", "escaped", "mention", "in_words", "between_words", "idiom"]


@frozen(kw_only=True)
class DoubleEncoding:
    """What the ampersands of one document say about whether it was encoded once too often.

    Whoever encodes a finished HTML text again turns *every* ``&`` into ``&amp;``. Whoever writes *about* references
    encodes those few alone, and mentions them where typography would not put them.
    """

    #: Ampersands that a second encoding would have escaped, references (``&#8217;``, ``&nbsp;``) and bare ones.
    single: int
    #: Escaped ampersands that begin no reference: ``AT&amp;T``. A text encoded twice has them where an ``&`` was bare.
    escaped: int
    #: Escaped ampersands that begin a reference, by its form, wherever they stand: ``&amp;#8217;``.
    doubled: int
    #: Those of them that touch a letter or digit: ``don&amp;#8217;t``, ``caf&amp;eacute;``.
    in_words: int
    #: Those of them that are a dash or an ampersand between spaces: ``Romeo &amp;amp; Juliet``.
    between_words: int
    #: Those of them that only typography puts so: ``[&amp;hellip;]``, and ``&amp;nbsp;`` as a whole paragraph.
    idioms: int

    @property
    def systematic(self) -> bool:
        """Whether the document was encoded twice throughout.

        It was where no ampersand contradicts, references outnumber the other escaped ampersands, and enough of them do
        the work of typography: one idiom, two in words or four between words. So a single ``&amp;#8217;`` is left alone
        even where nothing contradicts.
        """
        if self.single or self.doubled <= self.escaped:
            return False
        return self.idioms >= 1 or self.in_words >= 2 or self.between_words >= 4


def double_encoding(*texts: str) -> DoubleEncoding:
    """Weigh the evidence that HTML was encoded once too often.

    A reference does no work in a tag (an address may be encoded twice on its own account), inside ``code``, ``kbd``,
    ``pre``, ``samp``, ``textarea``, ``tt`` and ``xmp``, nor where it stands for ``<``, ``>`` or ``"``, which is markup
    shown as text. A place that two of the texts share counts once, as an excerpt repeats its article.

    Args:
        *texts: All the HTML of one document that went through the same hands: title, content, excerpt.

    Example:
        >>> double_encoding("It&amp;#8217;s &amp;#8220;Zoë&amp;#8221;").systematic
        True
        >>> double_encoding("Write &amp;#8217; for an apostrophe").systematic
        False
    """
    places: Counter[tuple[_Kind, str]] = Counter()
    for text in texts:
        places |= Counter(_ampersands(text))
    found: Counter[_Kind] = Counter()
    for (kind, _), times in places.items():
        found[kind] += times
    return DoubleEncoding(
        single=found["single"],
        escaped=found["escaped"],
        doubled=found.total() - found["single"] - found["escaped"],
        in_words=found["in_words"],
        between_words=found["between_words"],
        idioms=found["idiom"],
    )


def _ampersands(text: str) -> Iterator[tuple[_Kind, str]]:
    """Yield what each ampersand does, and the place where it does it."""
    in_tag, code_depth = False, 0
    for match in _AMPERSAND_OR_MARKUP.finditer(text):
        if match["slash"] is not None:
            in_tag = True
            if match["code"]:
                code_depth = max(0, code_depth - 1) if match["slash"] else code_depth + 1
        elif match[0] == ">":
            in_tag = False
        else:
            place = text[max(0, match.start() - _SURROUNDINGS) : match.end() + _SURROUNDINGS]
            if match["doubled"]:
                yield "mention" if in_tag or code_depth else _work(match), place
            else:
                yield "escaped" if match["escaped"] else "single", place


def _work(match: re.Match[str]) -> _Kind:
    """Tell what a doubled reference in prose does, from what is on either side of it."""
    character = decode("&" + match["doubled"])
    before = match.string[max(0, match.start() - 1) : match.start()]
    after = match.string[match.end() : match.end() + 4]
    letters = before.isalnum() + after[:1].isalnum()
    if character in {"<", ">", '"'} or character == "&" + match["doubled"]:  # Markup shown as text; no known name.
        return "mention"
    if letters == 2 or (letters == 1 and character != "&"):  # "Q&A" has two; one is "&nbsp;", itself encoded twice.
        return "in_words"
    if before == after[:1] == " " and character in {"–", "—", "-", "&"}:
        return "between_words"
    if before + character + after[:1] == "[…]" or before + character + after == ">\xa0</p>":
        return "idiom"
    return "mention"


def undouble(text: str) -> tuple[str, int]:
    """Take one encoding back: turn every escaped ampersand in `text` into ``&``.

    This is the exact inverse of encoding each ``&`` once more. Ask `double_encoding` first whether to.

    Returns:
        The text, still encoded once, and how many ampersands were put right.

    Example:
        >>> undouble("It&amp;#8217;s Q&amp;amp;A")
        ('It&#8217;s Q&amp;A', 2)
    """
    return re.subn(_ESCAPED_AMPERSAND, "&", text)
