"""The conformance kit catches whoever breaks a law, and runs on an installed plugin from the command line."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from articlekit import Article
from articlekit._registry import Provided
from articlekit.blocks import Mark, Paragraph
from articlekit.plugin import Parser, Source
from articlekit.testing import Broken, laws

SAMPLE = b"RECIPE 1.0\nSoup\nBoil it."
calls = count()


def provided(
    sniff: Callable[[Source], float] = lambda source: 0.9,
    parse: Callable[[Source], Iterator[Article]] = lambda source: iter((Article(title="Soup"),)),
) -> Provided[Parser]:
    parser = Parser(format="recipe", summary="Recipes", sniff=sniff, parse=parse)
    return Provided(it=parser, name="recipe", plugin="recipe", distribution="articlekit-recipe", version="1")


def raising(source: Source) -> Iterator[Article]:
    raise KeyError("salt")


def yielding_text(source: Source) -> Iterator[Article]:
    yield "Soup"  # type: ignore[misc]


def counting(source: Source) -> Iterator[Article]:
    yield Article(title=f"Soup {next(calls)}")


def sniffing_by_turns(source: Source) -> float:
    return (next(calls) % 2) / 2


def body(mark_end: int) -> tuple[Paragraph, ...]:
    return (Paragraph(text="Boil it.", marks=(Mark(kind="strong", start=0, end=mark_end),)),)


BREACHES: list[tuple[str, Callable[[], object]]] = [
    ("sniffing is pure", lambda: laws.sniffing_is_pure(provided(sniff=sniffing_by_turns), SAMPLE)),
    ("sniffing is pure", lambda: laws.sniffing_is_pure(provided(sniff=lambda source: 7.0), SAMPLE)),
    ("never raises", lambda: laws.sniffing_is_pure(provided(sniff=raising), SAMPLE)),  # type: ignore[arg-type]
    ("any bytes give an article", lambda: laws.reads_or_says_why(provided(parse=raising), SAMPLE)),
    ("any bytes give an article", lambda: laws.reads_or_says_why(provided(parse=yielding_text), SAMPLE)),
    ("same bytes, same record", lambda: laws.reads_the_same_again(provided(parse=counting), SAMPLE)),
    ("safe in threads", lambda: laws.reads_the_same_in_threads(provided(parse=counting), [SAMPLE])),
    ("spans slice", lambda: laws.spans_slice(Article(body=body(mark_end=99)), SAMPLE)),
    ("absence is None", lambda: laws.absence_is_none(Article(title=""), SAMPLE)),
    ("public names only", lambda: laws.imports_public_names_only("plugin_samples.private")),
]


@pytest.mark.parametrize(("law", "breach"), BREACHES, ids=[f"{law}-{n}" for n, (law, _) in enumerate(BREACHES)])
def test_each_law_catches_who_breaks_it(law: str, breach: Callable[[], object]) -> None:
    with pytest.raises(Broken) as caught:
        breach()

    assert law in caught.value.law
    assert "mend:" in str(caught.value)


def test_a_sound_parser_breaks_none() -> None:
    sound = provided()
    laws.sniffing_is_pure(sound, SAMPLE)
    laws.reads_the_same_again(sound, SAMPLE)
    laws.reads_the_same_in_threads(sound, [SAMPLE])
    laws.spans_slice(Article(title="Soup", body=body(mark_end=4)), SAMPLE)


def quadratic(data: bytes) -> int:
    return sum(sum(data) for _ in range(0, len(data), 1000))


@pytest.mark.slow
def test_growth_is_seen() -> None:
    laws.time_is_linear(sum, lambda times: b"x" * 1000 * times)
    with pytest.raises(Broken, match="time grows linearly"):
        laws.time_is_linear(quadratic, lambda times: b"x" * 1000 * times)


@pytest.mark.slow
def test_the_kit_runs_on_an_installed_plugin(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pytest", "--articlekit-plugin=json", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603

    assert done.returncode == 0, done.stdout
    assert "passed" in done.stdout
