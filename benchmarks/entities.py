"""`articlekit.entities.decode` beside `html.unescape`, and its growth with the size of the input.

Run: ``python benchmarks/entities.py``. The two take turns on every text; the best of many rounds counts. Above 1 is
faster than `html.unescape`. Growth is the time for twice the input over the time for the input; 2 is linear.
"""

import html
from collections.abc import Callable
from time import perf_counter

from articlekit.entities import EncodeMode, decode, double_encoding, encode, undouble

ROUNDS = 15
SENTENCE = (
    "The talks went on until after midnight, and nobody who had been in the room wanted to say what came of them. "
)
CURLY = "“We’re not done,” she said – and that was all anybody heard… "

#: What a text is like, the text, how often it is decoded in a round, and how much faster decode has to be. Without a
#: reference both look for an ampersand and are done in 60 nanoseconds, and ours has one parameter more.
TEXTS: list[tuple[str, str, int, float]] = [
    ("prose, no reference", SENTENCE * 20, 2000, 1),
    ("prose, one reference in 1,000 characters", (SENTENCE * 9 + "R&amp;D. ") * 10, 300, 1),
    ("prose, one reference in all", SENTENCE * 9 + "R&amp;D.", 2000, 1),
    ("curly prose, two references in 1,000", (SENTENCE * 8 + CURLY + "&nbsp;R&#038;D. ") * 10, 300, 1),
    ("title", "The Minister&#8217;s Night &#8211; and After", 5000, 1),
    ("rich: as WordPress writes quotes", encode(CURLY, EncodeMode.NUMERIC).replace("&#38;", "&#038;") * 100, 50, 1.5),
    ("rich: named", "caf&eacute; &laquo;&nbsp;&Agrave; l&rsquo;&eacute;t&eacute;&nbsp;&raquo; &amp; " * 100, 50, 1.5),
    ("rich: hexadecimal", "It&#x2019;s na&#xEF;ve &#x2013; caf&#xE9; &#x26; &#x1F600; " * 100, 50, 1.5),
    ("rich: Cyrillic by number", encode("Всё смешалось в доме Облонских. " * 100, EncodeMode.NUMERIC), 20, 1.5),
    (
        "rich: Chinese by number",
        encode("天下大勢，分久必合，合久必分。周末七國分爭，" * 100, EncodeMode.NUMERIC),
        20,
        1.5,
    ),
    ("rich: without semicolons", "caf&eacute AT&T &copy 2020 &ltb&gt R&D &nbsp" * 100, 50, 1.5),
    ("rich: common, the last one rare", "It&#8217;s &amp; caf&eacute; " * 300 + "&#x1F600;", 20, 1.5),
]

#: Input that has to be read in linear time: its parts, one of which is repeated.
GROWING: dict[str, Callable[[int], str]] = {
    "&&&&…": lambda size: "&" * size,
    "&amp;&amp;…": lambda size: "&amp;" * size,
    "&a&a&a…": lambda size: "&a" * size,
    "&aaaa…": lambda size: "&" + "a" * size,
    "&amp;aaaa…": lambda size: "&amp;" + "a" * size,
    "&#0000…": lambda size: "&#" + "0" * size + "65;",
    "&#9999…": lambda size: "&#" + "9" * size + ";",
    "&#xffff…": lambda size: "&#x" + "f" * size,
    "&#&#&#…": lambda size: "&#" * size,
    "&amp;amp;amp;…": lambda size: "&" + "amp;" * size,
    "different numbers": lambda size: "".join(f"&#{number};" for number in range(size // 2)),
    "<<<<…": lambda size: "<" * size,
    "&#00&#00…": lambda size: "&#00" * size,
    "characters to encode": lambda size: "<é日\r" * (size // 4),
}

FUNCTIONS: dict[str, Callable[[str], object]] = {
    "decode": decode,
    "decode, attribute": lambda text: decode(text, attribute=True),
    "encode": lambda text: encode(text, EncodeMode.ASCII),
    "double_encoding": double_encoding,
    "undouble": undouble,
}


def best_of(rounds: int, calls: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The shortest time in seconds of each call; they take turns, so that noise meets all alike."""
    best = dict.fromkeys(calls, float("inf"))
    for _ in range(rounds):
        for name, call in calls.items():
            start = perf_counter()
            call()
            best[name] = min(best[name], perf_counter() - start)
    return best


def repeat(function: Callable[[str], object], text: str, times: int) -> Callable[[], None]:
    def run() -> None:
        for _ in range(times):
            function(text)

    return run


def main() -> None:
    print(f"{'decode beside html.unescape':42} {'characters':>10} {'µs':>9} {'ratio':>6} {'wanted':>6}")
    for name, text, times, wanted in TEXTS:
        if decode(text) != html.unescape(text):
            raise AssertionError(name)
        best = best_of(ROUNDS, {"ours": repeat(decode, text, times), "theirs": repeat(html.unescape, text, times)})
        ratio = best["theirs"] / best["ours"]
        verdict = "" if ratio >= wanted else "  too slow"
        print(f"{name:42} {len(text):10,} {best['ours'] / times * 1e6:9.2f} {ratio:6.2f} {wanted:6.2f}{verdict}")

    print(f"\n{'growth from 500,000 to 1,000,000':42} " + " ".join(f"{name:>18}" for name in FUNCTIONS))
    for name, grow in GROWING.items():
        once, twice = grow(500_000), grow(1_000_000)
        cells = []
        for function in FUNCTIONS.values():
            best = best_of(3, {"once": repeat(function, once, 1), "twice": repeat(function, twice, 1)})
            cells.append(f"{best['twice'] * 1e3:8.0f} ms × {best['twice'] / best['once']:4.1f}")
        print(f"{name:42} " + " ".join(f"{cell:>18}" for cell in cells))


if __name__ == "__main__":
    main()
