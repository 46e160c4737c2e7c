"""Lone surrogates: halves of characters, which a Python string can hold and a file in UTF-8 cannot."""

from __future__ import annotations

import re

_SURROGATE = re.compile("[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    r"""Replace each by U+FFFD, as an encoder of the WHATWG's would; all else stays in its place.

    Example:
        >>> without_surrogates("A \ud83d B")
        'A � B'
    """
    try:
        text.encode()  # Which is faster than to search.
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text
