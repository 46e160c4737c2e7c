"""Features of check-worthiness: what the two linear models see of a sentence.

Words, pairs of words and four-letter pieces of words go by their hash into a table of fixed size (Weinberger et al.,
*Feature Hashing for Large Scale Multitask Learning*, 2009), so the shipped weights hold no word of any corpus. Signs
are a few dozen facts about a sentence that have a name and can be told to a person.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple
from zlib import crc32

BUCKETS: Final = 1 << 16
"""Size of the hashed table: one weight a bucket."""

SIGN_WEIGHT: Final = 0.3
"""The value of a sign, beside the words whose values' squares add up to about 1."""

_TOKEN: Final = re.compile(r"\d+(?:[.,:/]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[^\w\s]|_")
_DIGIT: Final = re.compile(r"\d")
_PIECE: Final = 4
_START, _END = "<s>", "</s>"
_PAIR_FACTOR: Final = 0x9E3779B1  # Knuth's multiplicative hash: spreads neighbouring values over the table
_LONGEST_WORD: Final = 60  # characters of a word that are looked at


class Word(NamedTuple):
    """What a token brings to any sentence that it stands in."""

    #: The hash that pairs are made from.
    key: int
    #: Its buckets: the word itself and its pieces.
    buckets: tuple[int, ...]
    signs: tuple[str, ...]
    number: bool


class Features(NamedTuple):
    """What the models see of a sentence."""

    words: list[str]
    #: Buckets of the pairs of neighbouring words.
    pairs: list[int]
    signs: list[str]


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Written by hand. The order is that in which signs are told.
_SIGNS: Final = {
    "a number in words": _listed(
        "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty "
        "seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion "
        "trillions dozen dozens half quarter third double twice percent percentage"
    ),
    "a unit or something counted": _listed(
        "dollar dollars euros pounds year years month months week weeks day days hours people jobs men women "
        "children workers families troops votes times percent cents miles tons"
    ),
    "a comparison": _listed(
        "more less fewer most least higher lower highest lowest larger largest greater greatest bigger biggest "
        "better best worse worst than increase increased increases decrease decreased rose risen fell fallen grew "
        "grown cut doubled tripled"
    ),
    "a verb in the past": _listed(
        "was were had did went said made took came got gave told saw knew left lost won held kept paid spent "
        "brought built bought sent led cut put met ran set became began fell rose grew"
    ),
    "a month": _listed("january february march april june july august september october november december"),
    "the past tense": frozenset(),
    "a form of be": _listed("am is are was were be been being"),
    "a form of have": _listed("have has had having"),
    "a form of do": _listed("do does did done doing"),
    "a negation": _listed(
        "not no never none nobody nothing neither nor without cannot don't doesn't didn't won't wouldn't isn't "
        "aren't wasn't weren't can't couldn't hasn't haven't hadn't shouldn't"
    ),
    "a modal verb": _listed(
        "can could may might must shall should will would ought can't couldn't won't wouldn't shouldn't"
    ),
    "a hedge": _listed(
        "perhaps maybe possibly probably likely seem seems seemed appear appears appeared apparently reportedly "
        "allegedly suggest suggests think thinks thought believe believes hope hopes hopefully guess suppose might "
        "could"
    ),
    "the first person": _listed("i me my mine myself i'm i've i'll i'd"),
    "we": _listed("we us our ours ourselves we're we've we'll we'd"),
    "you": _listed("you your yours yourself you're you've you'll you'd"),
    "somebody else": _listed("he she they him her them his hers their theirs he's she's they're they've"),
    "this, that or it": _listed("it its this that these those it's that's"),
    "a question word": _listed("who what when where why how which whose"),
    "an article": _listed("the a an"),
    "a preposition": _listed(
        "of in on at by for with from to into over under between through during since until about against after before"
    ),
    "a conjunction": _listed("and or but because if so while although though"),
}
_OF_WORD: Final = {
    word: tuple(sign for sign, listed in _SIGNS.items() if word in listed)
    for word in frozenset().union(*_SIGNS.values())
}
_MARKS: Final = {
    "%": "a percentage",
    "$": "a sum of money",
    "€": "a sum of money",
    "£": "a sum of money",
    "?": "a question",
    "!": "an exclamation",
    '"': "quotation marks",
    ":": "a colon",
    ";": "a semicolon",
}
_STRAIGHT: Final = str.maketrans("’‘“”„«»", '\'\'"""""')

TOLD: Final = (
    frozenset(_SIGNS)
    | frozenset(_MARKS.values())
    | {"a number", "no number"}
    - {
        "an article",
        "a preposition",
        "a conjunction",
        "a colon",
        "a semicolon",
    }
)
"""The signs that mean something to a person."""


def bucket(feature: str) -> int:
    """The place of a feature in the table."""
    return crc32(feature.encode("utf-8", "surrogatepass")) % BUCKETS


@lru_cache(maxsize=1 << 15)
def word(token: str) -> Word:
    """Look at a token; tokens come back so often that what was found is kept."""
    lower = token.lower()[:_LONGEST_WORD]
    form = _DIGIT.sub("0", lower)
    buckets = [bucket("u=" + form)]
    signs = _OF_WORD.get(lower, ())
    if form[0].isalpha():
        edged = f"^{form}$"
        buckets += [bucket("4=" + edged[i : i + _PIECE]) for i in range(max(1, len(edged) - _PIECE + 1))]
        if lower.endswith("ed"):
            signs = (*signs, "the past tense")
    elif token[0].isdigit():
        signs = ("a number",)
    elif token in _MARKS:
        signs = (_MARKS[token],)
    return Word(
        key=crc32(form.encode("utf-8", "surrogatepass")),
        buckets=tuple(buckets),
        signs=signs,
        number=token[0].isdigit() or "a number in words" in signs,
    )


def features(sentence: str) -> Features:
    """Look at a sentence."""
    tokens = _TOKEN.findall(sentence.translate(_STRAIGHT))
    words = [word(token) for token in tokens]
    keys = [_KEY_OF_START, *[each.key for each in words], _KEY_OF_END]
    pairs = [pair_bucket(left, right) for left, right in pairwise(keys)]
    return Features(words=tokens, pairs=pairs, signs=sorted(_signs(tokens, words)))


def pair_bucket(left: int, right: int) -> int:
    """The place of a pair of words in the table."""
    return ((left * _PAIR_FACTOR ^ right) * _PAIR_FACTOR >> 16) % BUCKETS


def _signs(tokens: list[str], words: list[Word]) -> set[str]:
    signs = {sign for each in words for sign in each.signs}
    numbers = sum([each.number for each in words])
    capitals = [token[0].isupper() for token in tokens]
    names = sum(capitals[1:])
    runs = sum([left and right for left, right in pairwise(capitals)])
    signs |= {f"{min(numbers, 4)} numbers", f"{min(names, 6)} names", f"{min(runs, 3)} runs of names"}
    signs.add(f"{min(len(tokens) // 4, 10)} fours of words")
    if tokens:
        signs |= {"starts with " + tokens[0].lower(), "ends with " + _DIGIT.sub("0", tokens[-1].lower())}
    return signs


_KEY_OF_START: Final = crc32(_START.encode())
_KEY_OF_END: Final = crc32(_END.encode())
