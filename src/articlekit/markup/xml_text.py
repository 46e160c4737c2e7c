"""Characters that XML can hold."""

from __future__ import annotations

import re

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What XML 1.0 does not allow at all, not even as a reference (https://www.w3.org/TR/xml/#charsets)."""


def xml_text(text: str) -> str:
    r"""Give a text as XML can hold it: each character that it does not allow becomes U+FFFD.

    Example:
        >>> xml_text("form\x0cfeed")
        'form�feed'
    """
    return NOT_IN_XML.sub("\ufffd", text)


def xml_html(html: str) -> str:
    r"""Give HTML as a text that XML can hold: what it does not allow is written as HTML's references, so that it stays.

    Example:
        >>> xml_html("<p>form\x0cfeed</p>")
        '<p>form&#12;feed</p>'
    """
    return NOT_IN_XML.sub(lambda found: f"&#{ord(found[0])};", html)
