"""How the elements of a page are walked: as blocks, within a line, or not at all."""

from __future__ import annotations

from enum import IntEnum, auto
from typing import Final

from articlekit.markup import Element


class Kind(IntEnum):
    """What an element is to the line that it stands in."""

    SKIP = auto()
    INLINE = auto()
    LINK = auto()
    PICTURE = auto()
    BREAK = auto()
    CONTROL = auto()
    FORMULA = auto()


_OF_KINDS: Final = {
    Kind.SKIP: (
        "applet area audio base canvas datalist embed frame head iframe link map meta noframes noscript "
        "object param progress meter script style svg template title track video"
    ),
    # Libxml2 takes what follows a source for its content.
    Kind.INLINE: (
        "abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark nobr picture q "
        "rb rp rt ruby s samp slot small source span strike strong sub sup time tt u var wbr"
    ),
    Kind.CONTROL: "input select textarea option optgroup",
    Kind.LINK: "a",
    Kind.PICTURE: "img amp-img",
    Kind.BREAK: "br",
    Kind.FORMULA: "math",
}
KINDS: Final = {name: kind for kind, names in _OF_KINDS.items() for name in names.split()}
"""How elements are walked; all that are not named here are blocks."""


HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

SKIP, INLINE, LINK, PICTURE, BREAK, CONTROL, FORMULA = Kind


def is_block(element: Element) -> bool:
    """Whether an element's borders are borders of lines."""
    return str(element.tag) not in KINDS
