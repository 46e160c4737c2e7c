"""Modality: the words that hedge a statement, and those that negate it. English."""

from __future__ import annotations

import re
from typing import Final

# Written by hand after the classes of Hyland, *Hedging in Scientific Research Articles* (1998): epistemic modals,
# verbs, adverbs, adjectives and nouns. ``may`` is taken in lower case alone: ``May`` is a month.
_HEDGE: Final = re.compile(
    r"\b(?:may|might|(?:could|would)(?!\s+not\b)|should"
    r"|(?i:perhaps|maybe|possibly|possible|possibility|probably|probable|presumably|likely|unlikely|potentially"
    r"|allegedly|alleged|reportedly|apparently|seemingly|supposedly|purportedly|purported|ostensibly|arguably"
    r"|seem(?:s|ed)?|appear(?:s|ed)?\s+(?:to|that)|suggest(?:s|ed|ing)?|speculat(?:e|es|ed|ion)|rumou?r(?:s|ed)?"
    r"|believed\s+to|thought\s+to|understood\s+to|said\s+to|expected\s+to|likely\s+to|claim(?:s|ed)?\s+to"
    r"|whether|unclear|uncertain|unconfirmed|disputed|debatable|contentious|remains?\s+to\s+be\s+seen"
    r"|in\s+(?:my|our|his|her|their)\s+(?:view|opinion)|as\s+far\s+as|more\s+or\s+less|to\s+some\s+extent"
    r"|somewhat|relatively|tend(?:s|ed)?\s+to))\b"
)
_NEGATION: Final = re.compile(
    r"\b(?i:not|no|never|none|nobody|nothing|nowhere|neither|nor|cannot|without|hardly|barely|scarcely|no\s+one"
    r"|no\s+longer|fail(?:s|ed|ing)?\s+to|refus(?:es|ed|ing)\s+to|lack(?:s|ed|ing)?"
    r"|(?:is|are|was|were|do|does|did|has|have|had|wo|would|ca|could|should|might|must|need|ai)n['’]t)\b"
)

# ``denied that``, ``rejected claims that``: what follows is what somebody says is not so.
_DENIAL: Final = re.compile(
    r"\b(?i:den(?:y|ies|ied|ying)|disavow(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:e|es|ed|ing)"
    r"|rebut(?:s|ted|ting)?|refut(?:e|es|ed|ing)|reject(?:s|ed|ing)?)\b"
)


def find_hedges(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Find the offsets of hedging words in `text[start:end]`."""
    return tuple(found.span() for found in _HEDGE.finditer(text, start, end))


def find_negations(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Find the offsets of negating words in `text[start:end]`."""
    return tuple(found.span() for found in _NEGATION.finditer(text, start, end))


def is_denial(cue: str) -> bool:
    """Tell words of denying from words of saying."""
    return bool(_DENIAL.search(cue))
