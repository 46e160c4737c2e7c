"""Characters that XML can hold, and such as would not come back as they are."""

from __future__ import annotations

import re

from articlekit.source import Source

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What XML 1.0 does not allow at all, not even as a reference (https://www.w3.org/TR/xml/#charsets)."""

# To HTML a reference to one of the controls behind ASCII means a character of Windows-1252.
_LETTER = re.compile("[^\x00-\x9f]")


def xml_text(text: str) -> str:
    r"""Give a text as XML can hold it: each character that it does not allow becomes U+FFFD.

    Example:
        >>> xml_text("form\x0cfeed")
        'form�feed'
    """
    return NOT_IN_XML.sub("\ufffd", text)


def xml_html(html: str) -> str:
    """Give HTML as a text that XML can hold: what XML does not allow is written as HTML's references, so that it stays.

    Example:
        >>> xml_html("<p>form\x0cfeed</p>")
        '<p>form&#12;feed</p>'
    """
    return NOT_IN_XML.sub(lambda found: f"&#{ord(found[0])};", html)


def unmended(document: str) -> str:
    r"""Give an XML or HTML document of which nothing is mended when it is read again.

    Where it shows what a broken encoding looks like, all letters but ASCII's are written as references.

    Example:
        >>> unmended("<p>S\xe3o Paulo</p>"), unmended("<p>\xc2\xa0</p>")
        ('<p>São Paulo</p>', '<p>&#194;&#160;</p>')
    """
    if Source.from_text(document).text == document:
        return document
    return _LETTER.sub(lambda found: f"&#{ord(found[0])};", document)
