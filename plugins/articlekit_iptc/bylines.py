"""Bylines: a line that names authors, as agencies write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from articlekit.plugin import Author

_BY: Final = re.compile(r"by\s+(?=\S)|(?:von|par|por|av|door)\s+(?=\S+\s+\S)", re.IGNORECASE)
_BETWEEN: Final = re.compile(r",? (?:and|und|et|och|&) |; ?")
_COMMA: Final = re.compile(", ")
# What follows a name and is none: a title, an agency.
_BEHIND: Final = re.compile(r"\s?[,/(|]")


def authors_of(byline: str) -> Iterator[Author]:
    """Give the authors whom a byline names, without the word that begins it and what is said of them.

    Example:
        >>> [author.name for author in authors_of("By Ada Marsh, Bo Quay and Cy Pier, Port News")]
        ['Ada Marsh', 'Bo Quay', 'Cy Pier']
    """
    line = " ".join(byline.split())
    begun = _BY.match(line)
    *several, last = _BETWEEN.split(line[begun.end() if begun else 0 :])
    # Commas part names only before the word that ends a list of them.
    names = [name for part in several for name in _COMMA.split(part)]
    for said in (*names, last):
        if name := _BEHIND.split(said, maxsplit=1)[0].strip(" ,;|"):
            yield Author(name=name)
