"""Language: whether a text is evidently not English, the one language that the models know."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

# Frequent in any English prose and, with few exceptions, no words of the other languages written in Latin letters.
_FREQUENT: Final = """
    the and of to that is was for with from this have has had which are were been they his her their its by not but
    an as it he she we you said will would about more who what when than into over after can could
"""
_ENGLISH: Final = frozenset(_FREQUENT.split())
_WORD: Final = re.compile(r"[^\W\d_]+")
_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏ]")
_LOOKED_AT: Final = 1_000  # words: enough for a share that is sure to a few per cent
_EVIDENT_FROM: Final = 20  # words: a headline may do without any of the frequent ones
_LEAST_SHARE: Final = 0.12  # English prose has 0.20 to 0.45, its neighbours 0.00 to 0.07


def is_english(language: str | None, text: str) -> bool:
    """Tell whether a text may be taken for English.

    Args:
        language: What the article says of itself (BCP 47); it is believed where it names another language.
        text: Its text; the first thousand words decide where it is evidently not English.
    """
    if language and language.replace("_", "-").split("-")[0].lower() not in {"en", "eng"}:
        return False
    words = [found[0].lower() for found in islice(_WORD.finditer(text), _LOOKED_AT)]
    if not any(map(is_latin, words)):
        return not words
    latin = [word for word in words if is_latin(word)]
    if 2 * len(latin) < len(words):
        return False
    return len(words) < _EVIDENT_FROM or sum(word in _ENGLISH for word in words) >= _LEAST_SHARE * len(words)


def is_latin(text: str) -> bool:
    """Tell whether a text is written in Latin letters, or at least begins so."""
    return text.isascii() or bool(_LATIN.search(text[:100]))
