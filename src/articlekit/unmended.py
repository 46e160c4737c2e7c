"""Documents of which nothing is mended when they are read again.

`Source.text` undoes what looks like a broken encoding. An article may be about such; as references or escapes it stays.
"""

from __future__ import annotations

import json
import re

from articlekit.source import Source

# To HTML a reference to one of the controls behind ASCII means a character of Windows-1252.
_LETTER = re.compile("[^\x00-\x9f]")


def unmended_markup(document: str) -> str:
    r"""Give an XML or HTML document, with references for all letters but ASCII's where it would be mended.

    Example:
        >>> unmended_markup("<p>S\xe3o Paulo</p>"), unmended_markup("<p>\xc2\xa0</p>")
        ('<p>São Paulo</p>', '<p>&#194;&#160;</p>')
    """
    return document if _is_sound(document) else _LETTER.sub(lambda found: f"&#{ord(found[0])};", document)


def unmended_json(document: str) -> str:
    r"""Give an indented JSON document, with escapes for all characters but ASCII's where it would be mended.

    Example:
        >>> unmended_json('"\xc2\xa0"')
        '"\\u00c2\\u00a0"'
    """
    return document if _is_sound(document) else json.dumps(json.loads(document), indent=2)


def _is_sound(document: str) -> bool:
    return Source.from_text(document).text == document
