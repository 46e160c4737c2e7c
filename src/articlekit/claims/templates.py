"""How the keys of the columns are spelt out as features: the names under which the weights know them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import frozen

from articlekit.claims.words import look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Key: TypeAlias = Any
"""A word, or a tuple of strings and numbers: hashable."""
Spelling: TypeAlias = "Callable[[Key], list[str]]"
"""Names the features of a key."""


@frozen(kw_only=True)
class Template:
    """How the keys of one column become features of tokens."""

    spell: Spelling
    #: The key of token i describes the tokens at i plus each shift.
    shifts: tuple[int, ...] = (0,)
    #: How many keys stand before that of the first token.
    padding: int = 0

    def features(self, keys: Sequence[Key], token: int) -> Iterator[tuple[str, int]]:
        """Yield the features that a column gives one token: a name, and the shift that it is seen from."""
        for shift in self.shifts:
            for name in self.spell(keys[self.padding + token - shift]):
                yield name, shift


def join(name: str, *values: object) -> str:
    """Name a feature after its values."""
    return f"{name}={'|'.join(map(str, values))}"


def values(name: str) -> Spelling:
    """Spell a tuple of values as one feature; None as no feature."""

    def spell(key: tuple[object, ...] | None) -> list[str]:
        return [] if key is None else [join(name, *key)]

    return spell


def _word(word: str) -> list[str]:
    form, shape, _, coarse = look(word)
    return [f"w={form}", f"s3={form[-3:]}", f"s2={form[-2:]}", f"p4={form[:4]}", f"sh={shape}", f"co={coarse}"]


def _pair(pair: tuple[str, str]) -> list[str]:
    (one, _, _, coarse), (two, _, _, next_coarse) = look(pair[0]), look(pair[1])
    return [f"ww={one}|{two}", f"cc={coarse}|{next_coarse}", f"wc={one}|{next_coarse}", f"cw={coarse}|{two}"]


def _quotation(key: tuple[str, int, str]) -> list[str]:
    state, nested, coarse = key
    return [join("q", state, nested), join("qc", state, coarse)]


def _place(key: tuple[tuple[bool, bool, int, int], str, str, str]) -> list[str]:
    place, profile, before, state = key
    return [join("pos", *place), join("pr", profile, before), join("pr2", profile, state[0], min(place[2], 2))]


def _left_cue(key: tuple[tuple[str, int, str, str] | None, str]) -> list[str]:
    cue, coarse = key
    if cue is None:
        return [join("lf4", None, coarse)]
    word, distance, that, between = cue
    return [
        join("lf", word, distance, that, between),
        join("lf2", word, that, between),
        join("lf3", word, distance, coarse),
        join("lf4", (that, between), coarse),
    ]


def _right_cue(key: tuple[tuple[str, int, str, str] | None, str]) -> list[str]:
    cue, coarse = key
    if cue is None:
        return []
    word, distance, _, between = cue
    return [join("rt", word, distance, between), join("rt2", word, between), join("rt3", word, distance, coarse)]


def _both_cues(key: tuple[str | None, object, tuple[str, str] | None, str]) -> list[str]:
    left, way, right, state = key
    return [join("lr", left, right and right[0]), join("lrq", way, right and right[1], state)]


def _mark(name: str) -> Spelling:
    def spell(key: tuple[tuple[str, int], str]) -> list[str]:
        (mark, distance), coarse = key
        return [join(name, mark, distance, coarse)]

    return spell


def _both_marks(key: tuple[tuple[str, int], tuple[str, int]]) -> list[str]:
    return [join("lrp", *key[0], *key[1])]


def _run(key: tuple[tuple[object, ...], str]) -> list[str]:
    shape, quoted = key
    return [join("run", *shape), join("runq", *shape, quoted)]


def _beside(key: tuple[str, tuple[str, int, str] | None, tuple[str, int, str] | None, str]) -> list[str]:
    label, left, right, quoted = key
    names = [join("tlr", left and left[2], label, right and right[2], quoted)]
    if left:
        names.append(join("tl", label, *left))
    if right:
        names.append(join("tr", label, *right))
    return names


def _signature(key: tuple[str, tuple[str, str, str], bool, bool]) -> list[str]:
    label, (before, here, after), first, last = key
    return [join("sig", label, here), join("sig-", label, before, first), join("sig+", label, after, last)]


def _edges(key: tuple[tuple[str, ...], str, str] | None) -> list[str]:
    if key is None:
        return []
    edges, label, mark = key
    return [join("re", *edges), join("re2", label, edges[3], mark)]


WORD: Final = Template(spell=_word, shifts=(0, 1, -1, 2, -2, 3, -3), padding=3)
PAIR: Final = Template(spell=_pair, shifts=(1, 0, 2, -1), padding=3)
SKIP: Final = Template(spell=values("skip"))
TRIGRAM: Final = Template(spell=values("tri"), shifts=(0, 1, -1), padding=2)
QUOTATION: Final = Template(spell=_quotation)
PLACE: Final = Template(spell=_place)
LEFT_MARK: Final = Template(spell=_mark("lp"))
RIGHT_MARK: Final = Template(spell=_mark("rp"))
BOTH_MARKS: Final = Template(spell=_both_marks)

#: The templates of the first pass, one for each column that `observe` makes.
TEMPLATES: Final[tuple[Template, ...]] = (
    WORD,
    PAIR,
    SKIP,
    TRIGRAM,
    QUOTATION,
    Template(spell=values("qc-")),
    Template(spell=values("qc+")),
    PLACE,
    Template(spell=values("pr3")),
    Template(spell=_left_cue),
    Template(spell=_right_cue),
    Template(spell=_both_cues),
    LEFT_MARK,
    RIGHT_MARK,
    BOTH_MARKS,
    Template(spell=values("lrc")),
)

#: The templates of the second pass, one for each column that `observe_again` makes.
SECOND_TEMPLATES: Final[tuple[Template, ...]] = (
    Template(spell=_word, shifts=(0, 1, -1, 2, -2), padding=3),
    Template(spell=values("tri"), padding=2, shifts=(0,)),
    QUOTATION,
    PLACE,
    LEFT_MARK,
    RIGHT_MARK,
    BOTH_MARKS,
    Template(spell=values("t3")),
    Template(spell=values("t5")),
    Template(spell=values("tw")),
    Template(spell=values("tq")),
    Template(spell=values("tc")),
    Template(spell=_run),
    Template(spell=_beside),
    Template(spell=_signature),
    Template(spell=values("cl")),
    Template(spell=values("cr")),
    Template(spell=_edges),
)
