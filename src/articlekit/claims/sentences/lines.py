"""Lines that are no statement of the article: navigation, bylines, notes about the author, questions, instructions.

In English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_CLOSING: Final = " \u00a0\"'”’»›)]」』】）"
_STOPS: Final = (".", "!", "?", "…", "。", "！", "？", "؟")
_QUESTION_MARKS: Final = ("?", "？", "؟")
_ASKING: Final = re.compile(
    r"(?:How|Why|What|When|Where|Who|Whose|Which|Is|Are|Was|Were|Do|Does|Did|Can|Could|Should|Has|Have|Would)\b"
)
# What readers are told to do. Speakers open statements with ``remember``, ``look``, ``let me``, ``keep in mind``.
_INSTRUCTION: Final = re.compile(
    r"(?:(?:Also|Always|And|First|Instead|Next|Now|Please|Simply|So|Then),? )?"
    r"(?i:add|avoid|be sure|browse|buy|check|choose|click|compare|contact|discover|do not|don['’]t|download|ensure"
    r"|explore|find|follow|get|join|learn|never|pick|read|save|see|select|share|sign|start|stop|try|use|visit|watch)"
    r" (?:a|about|all|an|any|at|below|both|by|for|from|how|in|into|it|more|no|off|on|one|only|our|out|over|the|their"
    r"|them|these|this|those|to|up|what|when|where|which|whether|with|yourself|your|[a-z]+ly)\b"
)
_STATES_TOO: Final = re.compile(r":|\b(?:because|that|which|who)\b")
# What sites write around an article to be clicked on or skipped over; a line that begins so is none of its statements.
_BEGINS: Final = (
    r"(?:also )?read (?:more|also|next|on|our|the full)\b",
    r"also read\b|see also\b|continue reading\b|story continues\b",
    r"related(?: (?:articles?|content|coverage|posts?|stor(?:y|ies)))?\s*[:|]",
    r"(?:click|tap) (?:here|on|to)\b",
    r"share (?:on|this|via|with)\b",
    r"follow (?:her on|him on|me|on|our|us|@)",
    r"(?:please )?(?:register|subscribe|(?:sign|log) (?:in|up|out)) (?:for|here|now|to|today|with)\b",
    r"advertisement\b|scroll (?:down|to)\b|skip (?:advertisement|to)\b|back to (?:home|top)\b",
    r"(?:bookmark|download|email|listen|print|watch) (?:here|now|this|to this|the (?:article|episode|video))\b",
    r"(?:caption|categor(?:y|ies)|credit|hashtags?|images?|keywords?|photos?|pictures?|sources?|tags?|topics?)\s*:",
    r"(?:video|watch)\s*:",
    r"filed under\b|file photo\b|all rights reserved\b|copyright\b|©|\(c\) \d{4}",
    r"this (?:article|piece|post|story) (?:has been|is|was)(?: \w+)? (?:adapted|based|corrected|part of|updated)\b",
    r"this (?:article|piece|post|story) (?:has been|is|was)(?: \w+)? (?:published|republished)\b",
    r"(?:got|have) (?:a|any) (?:news|question|story|tip)s?\b",
    r"(?:contact|email|reach) (?:us|the (?:author|editor|reporter|writer))\b",
    r"leave a (?:comment|reply)\b|comments? (?:are|\()|join (?:our|the conversation|us)\b",
    r"(?:donate (?:here|now|to)|support (?:our|us))\b",
    r"(?:next|previous) (?:article|post|story)\b|most (?:popular|read|viewed)\b",
    r"more (?:about|from|on|stories) (?:our|the|this|us)\b|you (?:may|might) also (?:be interested|like)\b",
    r"for more (?:information|details?),? (?:call|click|contact|email|go|please|read|see|visit)\b",
    r"we use cookies\b|this (?:site|website) uses cookies\b|table of contents\b",
)
_NAVIGATION: Final = re.compile(rf"\W{{0,3}}(?i:{'|'.join(_BEGINS)})")
_CREDIT: Final = re.compile(
    r"\W{0,3}(?i:(?:additional reporting|compiled|edited|editing|illustrations?|photo(?:graph|graphy)?s?|posted"
    r"|reported|reporting|story|text|translated|video|words|written)\s+by\b"
    r"|(?:last\s+)?(?:modified|posted|published|updated)(?:\s+(?:at|on))?\s*:?\s+\S*\d"
    r"|first published\b|last (?:modified|updated)\b)"
)
_DISCLOSURE: Final = re.compile(
    r"(?i:\baffiliate (?:links?|ones|partners?|programs?)\b|\bearn (?:us )?an? (?:\w+ )?commission\b"
    r"|\bcontains? (?:paid|sponsored) (?:content|links?|promotions?)\b)"
)
_BY_NAMES: Final = re.compile(r"\W{0,3}(?:By|BY)\s+(?P<names>[^\W\d_].{0,160})", re.DOTALL)
_BETWEEN_NAMES: Final = frozenset(
    (
        "al",
        "and",
        "bin",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "for",
        "in",
        "la",
        "le",
        "of",
        "staff",
        "the",
        "van",
        "von",
    )
)
_WORKS_HERE: Final = re.compile(
    r"\s+(?:is|was|has (?:been|covered|reported|worked|written)|can be reached|contributed|covers|joined|reports|works"
    r"|writes)\b"
)
WORD: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
# ``PORT CITY, Sept. 26 (UPI) —``, ``NEW RULES —``, ``Berlin (AFP) -``, before the sentence that they head.
_CAPITALS: Final = r"(?=(?:[^\Wa-z_]|[ .’'-]){4})[^\W\d_a-z][^\Wa-z_]*+(?:[ .’'-]{1,2}[^\Wa-z_]++){0,9}\.?"
_DATELINE: Final = re.compile(
    rf"(?:{_CAPITALS}(?:, [^()\n—–]{{2,30}}?)?(?: \([^()\n]{{2,30}}\))?"
    r"|[A-Z]\w+(?: [A-Z]\w+){0,2}(?:, [^()\n—–]{2,30}?)? \([A-Z][^()\n]{1,30}\))"
    r" (?:—|–|--?) (?=[\"“'‘]?(?:[^\W\d_a-z][^\W\dA-Z_]|A |\d))"
)
_LONGEST_BYLINE: Final = 160  # characters
_DATE_ROOM: Final = 25  # characters beside a name in a byline


def ends_with_stop(line: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return line.rstrip(_CLOSING).endswith(_STOPS)


def dateline_end(text: str) -> int:
    """Where a text begins behind the place, the agency or the rubric that is set before its first sentence."""
    found = _DATELINE.match(text)
    return found.end() if found else 0


def is_question(sentence: str, *, headline: bool = False) -> bool:
    """Tell a question by its mark, and a headline that has none by its first word, too."""
    bare = sentence.rstrip(_CLOSING + "!…")
    if bare.endswith(_QUESTION_MARKS):
        return True
    return headline and not bare.endswith((".", "。")) and bool(_ASKING.match(sentence.lstrip("\"'“‘«(")))


def is_instruction(sentence: str) -> bool:
    """Tell ``Check your records before you sign.`` from a statement."""
    return sentence[:1].isupper() and bool(_INSTRUCTION.match(sentence)) and not _STATES_TOO.search(sentence)


def is_furniture(line: str, authors: Iterable[str] = ()) -> bool:
    """Tell navigation, bylines, disclosures and notes about the author from what the article says."""
    noted = _NAVIGATION.match(line) or _CREDIT.match(line) or _DISCLOSURE.search(line)
    return bool(noted) or _is_byline(line) or _is_about(line, authors)


def _is_byline(line: str) -> bool:
    found = _BY_NAMES.match(line) if len(line) <= _LONGEST_BYLINE else None
    words = WORD.findall(found["names"]) if found else []
    return bool(words) and all(not word[0].islower() or word in _BETWEEN_NAMES for word in words)


def _is_about(line: str, authors: Iterable[str]) -> bool:
    """Tell ``Jane Doe covers energy.`` of an author, and a line with nothing but the name and a date."""
    for author in authors:
        if line.startswith(author):
            alone = len(line) - len(author) < _DATE_ROOM and not ends_with_stop(line)
            return alone or bool(_WORKS_HERE.match(line, len(author)))
    return False
