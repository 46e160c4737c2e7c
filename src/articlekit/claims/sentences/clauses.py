"""Clauses: whether a stretch of words states something by itself, and in whose voice. English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from articlekit.claims.sentences.lines import WORD, ends_with_stop

LEAST_WORDS: Final = 4
_LEAST_WORDS_WITHOUT_VERB: Final = 9  # so long a stretch has a verb, known to us or not
_VERB_WITHIN: Final = 8  # words from the beginning of a clause
_NO_CLAUSE: Final = re.compile(
    r"(?:to|for|of|about|with|into|toward|towards|against|as|by|after|before|whether|if|what|why|who|how)\b"
)
_GERUND: Final = re.compile(r"[a-z]+ing\b")
_PARTICIPLE: Final = re.compile(r"[a-z]+(?:ed|ing)\b")
# What follows these is a clause, whatever its verb.
_CLAUSE_CUE: Final = re.compile(
    r"(?i:\b(?:sa(?:y|ys|id|ying)|add(?:s|ed|ing)?|argu(?:e|es|ed|ing)|insist(?:s|ed|ing)?|believ(?:e|es|ed|ing)"
    r"|thinks?|thought|alleg(?:e|es|ed|ing)|assert(?:s|ed|ing)?|contend(?:s|ed|ing)?|conced(?:e|es|ed|ing)"
    r"|warn(?:s|ed|ing)?|tells?|told|according)\b)"
)
# ``It is important to note that``: nobody else is speaking.
_IMPERSONAL: Final = re.compile(
    r"(?i:\b(?:it|is|be|to|worth)\s+(?:not(?:e|ed|ing)|remember(?:ed|ing)?|mention(?:ed|ing)?|add(?:ed|ing)?"
    r"|recall(?:ed|ing)?|stress(?:ed|ing)?|emphasi[sz](?:e|ed|ing)|know|understand|point(?:ed|ing)?\s+out)\b)"
    r"|(?:Note|Remember)\b"
)


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


CONNECTIVES: Final = _listed(
    """
    after although and as because before but by even for from if in of on or since so some that though to when where
    which while who whom with yet
    """
)
_RELATIVES: Final = _listed("that where which who whom whose")
_PREPOSITIONS: Final = _listed("After At Before By During Following For From In On Since With")
_SUBORDINATES: Final = _RELATIVES | _listed("after although because before if when while")
_LONG_NAME: Final = 8  # words
COORDINATORS: Final = _listed("although and but while")
_AFTER_PARTICIPLE: Final = _listed("as at by for from in of on to with")
_BEFORE_PARTICIPLE: Final = _listed(
    "a an by for from her his in its many my of on our several some the their these this those with your"
)
_VERBS: Final = _listed(
    """
    am is are was were be been being has have had do does did can could may might must shall should will would
    became become began came come comes cost cut fell fall found gave get gets give gives go goes got grew grow held
    hit keep kept knew know led left lost made make makes met need needs paid put ran rose said saw says see sent set
    shot show shows shut sold spent stood take takes think told took want wants went win wins won wrote isn't aren't
    wasn't weren't don't doesn't didn't won't can't hasn't haven't hadn't couldn't
    """
)


def is_clause(words: str, *, quoted: bool, sure: bool) -> bool:
    """Tell ``the talks had failed`` from ``their support for the talks``, which is no statement by itself."""
    found = WORD.findall(words)
    if _NO_CLAUSE.match(words):
        return False
    if len(found) < LEAST_WORDS:
        return sure and has_verb(found[1:])
    if sure or (quoted and words[0].isupper()):
        return True
    return not _GERUND.match(words) and has_verb(found[1:_VERB_WITHIN])


def takes_clause(cue: str) -> bool:
    """Tell ``said`` and ``according to`` from ``praised``."""
    return bool(_CLAUSE_CUE.search(cue))


def is_impersonal(cue: str) -> bool:
    """Tell ``it is important to note`` from words of somebody else's."""
    return bool(_IMPERSONAL.search(cue))


def is_sentence(source: Sequence[str]) -> bool:
    """Tell what states something from the name of a speaker, which has verbs in relative clauses alone."""
    end = next((index for index, word in enumerate(source) if word.lower() in _RELATIVES), len(source))
    return end >= _LONG_NAME and has_verb(source[:end])


def is_statement(words: str) -> bool:
    """Tell a statement from a scrap, a name or a caption."""
    found = WORD.findall(words)
    if len(found) < LEAST_WORDS or (found[0] == "According" and "," not in words):
        return False
    return len(found) >= _LEAST_WORDS_WITHOUT_VERB or ends_with_stop(words) or has_verb(found)


def has_main_clause(words: str) -> bool:
    """Tell a clause from what only goes before one: ``In one interview, for which she was paid``, ``When asked``."""
    parts = [WORD.findall(part) for part in words.split(",")]
    if parts[0][:1] == ["If"] or _PARTICIPLE.match(words):
        return False
    if parts[0][:1] and parts[0][0] in _PREPOSITIONS:
        return any(has_verb(part) for part in parts if _SUBORDINATES.isdisjoint(part[:2]))
    return has_verb(WORD.findall(words))


def has_verb(words: Sequence[str]) -> bool:
    """Look for a finite verb: one of a list, or a form in ``-ed`` that no preposition makes a participle."""
    for before, word, following in zip(["", *words], words, [*words[1:], ""], strict=False):
        if word.lower().replace("’", "'") in _VERBS:
            return True
        participle = before in _BEFORE_PARTICIPLE or following in _AFTER_PARTICIPLE
        if word.endswith("ed") and word.islower() and len(word) > 4 and not participle:
            return True
    return False
