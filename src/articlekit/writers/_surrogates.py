"""Lone surrogates: halves of characters, which a Python string can hold and a file in UTF-8 cannot."""

from __future__ import annotations

import re

_SURROGATE = re.compile("[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    """Replace each by U+FFFD, as an encoder of the WHATWG's would; all else stays in its place."""
    return _SURROGATE.sub("\ufffd", text) if _SURROGATE.search(text) else text
