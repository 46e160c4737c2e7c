import re
from pathlib import Path

import pytest

from articlekit.diagnostic import CODES, Diagnostic

ROOT = Path(__file__).parents[1]
SOURCES = sorted([*(ROOT / "src").rglob("*.py"), *(ROOT / "plugins").rglob("*.py")])
GIVEN = re.compile(r"""code=(?:f?)["']([a-z-]+\.[a-z-]+)["']""")


def codes_given() -> set[str]:
    return {code for path in SOURCES for code in GIVEN.findall(path.read_text(encoding="utf-8"))}


def test_every_code_that_is_given_stands_in_the_table() -> None:
    assert codes_given() - set(CODES) == set()


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_family_and_a_meaning_in_a_sentence(code: str) -> None:
    assert re.fullmatch(r"[a-z]+\.[a-z0-9-]+", code)
    assert CODES[code].meaning.endswith(".")


def test_the_table_gives_the_severity_and_strangers_are_warnings() -> None:
    assert Diagnostic(code="body.truncated", message="…").severity == "error"
    assert Diagnostic(code="recipe.no-salt", message="…").severity == "warning"


def test_a_diagnostic_reads_as_one_line() -> None:
    diagnostic = Diagnostic(code="body.truncated", message="the text ends early", offset=12)

    assert str(diagnostic) == "error: body.truncated: the text ends early (at 12)"
