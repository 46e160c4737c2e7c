"""How the keys of the columns are spelt out as features: the names under which the weights know them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from attrs import frozen

from articlekit.claims.attribution.words import look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from articlekit.claims.attribution.context import Cue, Mark
    from articlekit.claims.attribution.second_look import Side

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


def strings(name: str) -> Spelling:
    """Spell a tuple of strings as one feature."""

    def spell(key: tuple[str, ...]) -> list[str]:
        return [f"{name}={'|'.join(key)}"]

    return spell


def values(name: str) -> Spelling:
    """Spell a tuple of any values as one feature; None as no feature."""

    def spell(key: tuple[object, ...] | None) -> list[str]:
        return [] if key is None else [f"{name}={'|'.join(map(str, key))}"]

    return spell


def _word(word: str) -> list[str]:
    form, shape, _, coarse = look(word)
    return [f"w={form}", f"s3={form[-3:]}", f"s2={form[-2:]}", f"p4={form[:4]}", f"sh={shape}", f"co={coarse}"]


def _pair(pair: tuple[str, str]) -> list[str]:
    (one, _, _, coarse), (two, _, _, next_coarse) = look(pair[0]), look(pair[1])
    return [f"ww={one}|{two}", f"cc={coarse}|{next_coarse}", f"wc={one}|{next_coarse}", f"cw={coarse}|{two}"]


def _quotation(key: tuple[str, int, str]) -> list[str]:
    state, nested, coarse = key
    return [f"q={state}|{nested}", f"qc={state}|{coarse}"]


def _place(key: tuple[tuple[bool, bool, int, int], str, str, str]) -> list[str]:
    (first, last, start, end), profile, before, state = key
    return [
        f"pos={first}|{last}|{start}|{end}",
        f"pr={profile}|{before}",
        f"pr2={profile}|{state[0]}|{min(start, 2)}",
    ]


def _left_cue(key: tuple[Cue | None, str]) -> list[str]:
    cue, coarse = key
    if cue is None:
        return [f"lf4=None|{coarse}"]
    word, distance, that, between = cue
    return [
        f"lf={word}|{distance}|{that}|{between}",
        f"lf2={word}|{that}|{between}",
        f"lf3={word}|{distance}|{coarse}",
        f"lf4={(that, between)}|{coarse}",
    ]


def _right_cue(key: tuple[Cue | None, str]) -> list[str]:
    cue, coarse = key
    if cue is None:
        return []
    word, distance, _, between = cue
    return [f"rt={word}|{distance}|{between}", f"rt2={word}|{between}", f"rt3={word}|{distance}|{coarse}"]


def _both_cues(key: tuple[str | None, object, tuple[str, str] | None, str]) -> list[str]:
    left, way, right, state = key
    return [f"lr={left}|{right and right[0]}", f"lrq={way}|{right and right[1]}|{state}"]


def _mark(name: str) -> Spelling:
    def spell(key: tuple[Mark, str]) -> list[str]:
        (mark, distance), coarse = key
        return [f"{name}={mark}|{distance}|{coarse}"]

    return spell


def _both_marks(key: tuple[Mark, Mark]) -> list[str]:
    (left, left_distance), (right, right_distance) = key
    return [f"lrp={left}|{left_distance}|{right}|{right_distance}"]


def _run(key: tuple[tuple[str, int, int], str]) -> list[str]:
    (kind, start, end), quoted = key
    return [f"run={kind}|{start}|{end}", f"runq={kind}|{start}|{end}|{quoted}"]


def _beside(key: tuple[str, Side | None, Side | None, str]) -> list[str]:
    label, left, right, quoted = key
    names = [f"tlr={left and left[2]}|{label}|{right and right[2]}|{quoted}"]
    names += [f"tl={label}|{left[0]}|{left[1]}|{left[2]}"] if left else []
    names += [f"tr={label}|{right[0]}|{right[1]}|{right[2]}"] if right else []
    return names


def _signature(key: tuple[str, tuple[str, str, str], bool, bool]) -> list[str]:
    label, (before, here, after), first, last = key
    return [f"sig={label}|{here}", f"sig-={label}|{before}|{first}", f"sig+={label}|{after}|{last}"]


def _edges(key: tuple[tuple[str, ...], str, str] | None) -> list[str]:
    if key is None:
        return []
    edges, label, mark = key
    return [f"re={'|'.join(edges)}", f"re2={label}|{edges[3]}|{mark}"]


WORD: Final = Template(spell=_word, shifts=(0, 1, -1, 2, -2, 3, -3), padding=3)
PAIR: Final = Template(spell=_pair, shifts=(1, 0, 2, -1), padding=3)
SKIP: Final = Template(spell=strings("skip"))
TRIGRAM: Final = Template(spell=strings("tri"), shifts=(0, 1, -1), padding=2)
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
    Template(spell=strings("qc-")),
    Template(spell=strings("qc+")),
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
    Template(spell=strings("tri"), padding=2),
    QUOTATION,
    PLACE,
    LEFT_MARK,
    RIGHT_MARK,
    BOTH_MARKS,
    Template(spell=strings("t3")),
    Template(spell=strings("t5")),
    Template(spell=strings("tw")),
    Template(spell=strings("tq")),
    Template(spell=strings("tc")),
    Template(spell=_run),
    Template(spell=_beside),
    Template(spell=_signature),
    Template(spell=values("cl")),
    Template(spell=values("cr")),
    Template(spell=_edges),
)
