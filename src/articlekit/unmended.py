"""Documents of which nothing is mended when they are read again.

`Source.text` undoes what looks like a broken encoding. An article may be about such; as references or escapes it stays.
"""

from __future__ import annotations

import json
import re

from articlekit.source import Source
from articlekit.surrogates import without_surrogates

BEGINS_BROKEN = re.compile("[\xc2-\xf4]")
"""A letter that what looks like a broken encoding begins with: a first byte of UTF-8, read as Latin-1. Without such
letters nothing is mended."""

# To HTML a reference to one of the controls behind ASCII means a character of Windows-1252.
_LETTER = re.compile("[^\x00-\x9f]")


def unmended_markup(document: str) -> str:
    r"""Give an XML or HTML document, with references for all letters but ASCII's where it would be mended.

    Example:
        >>> unmended_markup("<p>S\xe3o Paulo</p>"), unmended_markup("<p>\xc2\xa0</p>")
        ('<p>São Paulo</p>', '<p>&#194;&#160;</p>')
    """
    return document if is_unmended(document) else _LETTER.sub(lambda found: f"&#{ord(found[0])};", document)


def unmended_json(value: object) -> str:
    r"""Write an indented JSON document, with escapes for all characters but ASCII's where it would be mended.

    Halves of characters, which no file can hold, become U+FFFD.

    Raises:
        TypeError: The value holds what JSON does not know.
        ValueError: It holds a number that is not finite.
        RecursionError: It is nested too deep.

    Example:
        >>> unmended_json("\xc2\xa0"), unmended_json("S\xe3o \ud83d")
        ('"\\u00c2\\u00a0"', '"São �"')
    """
    document = without_surrogates(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False))
    return document if is_unmended(document) else json.dumps(json.loads(document), indent=2)


def is_unmended(document: str) -> bool:
    """Tell whether a document is read again as it is."""
    return Source.from_text(document).text == document
