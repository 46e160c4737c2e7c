"""Characters that XML can hold."""

from __future__ import annotations

import re

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What XML 1.0 does not allow at all, not even as a reference (https://www.w3.org/TR/xml/#charsets)."""

UNSOUND_REFERENCES = "references to what is no character: halves were joined, all else is U+FFFD"
"""What `with_sound_references` has done, to be said."""

_REFERENCES = re.compile(r"(?:&#(?:[xX][0-9A-Fa-f]{1,20}|[0-9]{1,20});)+")
_LAST = 0x10FFFF


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


def with_sound_references(text: str) -> str:
    r"""Mend references by number to what no XML may hold: controls, halves of characters, what is beyond Unicode.

    Programs that count in UTF-16 refer to an emoji by its two halves: they become one reference. A half that stands
    alone and all else become U+FFFD.

    Example:
        >>> with_sound_references("&#xD83D;&#xDE00; &#xD83D; &#0; &#233;")
        '&#128512; &#65533; &#65533; &#233;'
    """
    return _REFERENCES.sub(_sound, text)


def _sound(references: re.Match[str]) -> str:
    meant = "".join(map(_meant, references[0][2:-1].split(";&#")))
    if NOT_IN_XML.search(meant) is None:
        return references[0]
    whole = meant.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return "".join(f"&#{ord(character)};" for character in xml_text(whole))


def _meant(digits: str) -> str:
    number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
    # What is beyond Unicode is as little a character as NUL is.
    return chr(number if number <= _LAST else 0)
