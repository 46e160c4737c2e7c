"""Check-worthiness: how likely a sentence can be verified, and how likely a fact-checker would pick it.

Two linear models over hashed features, their weights in eight bits, their scores calibrated (Platt, *Probabilistic
Outputs for Support Vector Machines*, 1999). They were trained on English political speech; the model card in the
documentation says on what, how well they do, and what they are not good for.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from math import exp, sqrt
from typing import Final

from attrs import frozen

from articlekit.claims.worth.features import BUCKETS, SIGN_WEIGHT, TOLD, Features, bucket, features, word

WEIGHTS_FILE: Final = "worth.weights"
HEADS: Final = ("checkable", "checkworthy")

_MOST_REASONS: Final = 3
_LEAST_REASON: Final = 0.15  # of log odds: what moves a probability of 0.5 by less than 0.04 is no reason


@frozen(kw_only=True)
class Score:
    """How much a sentence is worth checking."""

    #: How likely it states something that can be verified, 0 to 1.
    checkable: float
    #: How likely a fact-checker would pick it, 0 to 1.
    checkworthy: float
    #: What moved the two most, in words, the strongest first: ``for: a number``, ``against: the first person``.
    reasons: tuple[str, ...] = ()


def score_sentences(sentences: Sequence[str]) -> tuple[Score, ...]:
    """Score English sentences, each on its own.

    Returns:
        A score for each sentence, in order.

    Example:
        >>> fact, wish = score_sentences(["Unemployment fell to 4.1 percent.", "I hope you have a great day!"])
        >>> fact.checkable > 0.5 > wish.checkable
        True
    """
    return tuple(_score(features(sentence)) for sentence in sentences)


@frozen(kw_only=True)
class _Head:
    """One linear model: log odds are `intercept` + `scale` times the sum of the weights of what a sentence has."""

    weights: array[int]
    scale: float
    intercept: float


@cache
def _heads() -> tuple[_Head, _Head]:
    stored = files("articlekit.claims.worth").joinpath(WEIGHTS_FILE).read_bytes()
    header, _, deflated = stored.partition(b"\n")
    tables = zlib.decompress(deflated)
    heads = []
    for number, name in enumerate(HEADS):
        weights = array("b", tables[number * BUCKETS : (number + 1) * BUCKETS])
        told = json.loads(header)[name]
        heads.append(_Head(weights=weights, scale=told["scale"], intercept=told["intercept"]))
    return heads[0], heads[1]


@lru_cache(maxsize=1 << 15)
def _word_sums(token: str) -> tuple[int, int, int]:
    """The weights of a token summed up for each head, and how many they are."""
    buckets = word(token).buckets
    checkable, checkworthy = (head.weights for head in _heads())
    return sum(checkable[b] for b in buckets), sum(checkworthy[b] for b in buckets), len(buckets)


@lru_cache(maxsize=1 << 12)
def _sign_weights(sign: str) -> tuple[int, int]:
    place = bucket("s=" + sign)
    checkable, checkworthy = _heads()
    return checkable.weights[place], checkworthy.weights[place]


def _score(seen: Features) -> Score:
    words = [_word_sums(token) for token in seen.words]
    signs = [_sign_weights(sign) for sign in seen.signs]
    # The values of the words' features are equal, and their squares add up to 1.
    value = 1 / sqrt(len(seen.pairs) + sum([sums[2] for sums in words]))
    odds = []
    for number, head in enumerate(_heads()):
        lexical = sum([sums[number] for sums in words]) + sum(map(head.weights.__getitem__, seen.pairs))
        signed = sum([weights[number] for weights in signs])
        odds.append(head.intercept + head.scale * (value * lexical + SIGN_WEIGHT * signed))
    return Score(checkable=_probability(odds[0]), checkworthy=_probability(odds[1]), reasons=_reasons(seen, value))


def _probability(odds: float) -> float:
    return 1 / (1 + exp(-odds)) if odds >= 0 else 1 - 1 / (1 + exp(odds))


def _reasons(seen: Features, value: float) -> tuple[str, ...]:
    """Tell what moved the mean of the two heads' log odds most."""
    first, second = (head.scale / 2 for head in _heads())
    moves = []
    for sign in seen.signs:
        weights = _sign_weights(sign)
        by = SIGN_WEIGHT * (first * weights[0] + second * weights[1])
        if abs(by) >= _LEAST_REASON and sign in TOLD:
            moves.append((abs(by), sign, by))
    for token in set(seen.words):
        sums = _word_sums(token)
        by = value * (first * sums[0] + second * sums[1])
        if abs(by) >= _LEAST_REASON and token.isalpha():
            moves.append((abs(by), f"“{token}”", by))
    moves.sort(reverse=True)
    return tuple([f"{'for' if by > 0 else 'against'}: {what}" for _, what, by in moves[:_MOST_REASONS]])
