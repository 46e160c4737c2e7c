"""Whole pages, and beside each what is read from it, as Markdown."""

from pathlib import Path

import pytest

import articlekit

HERE = Path(__file__).parent
SAMPLES = sorted(path.stem for path in (HERE / "samples").iterdir())


@pytest.mark.parametrize("name", SAMPLES)
def test_it_is_read_as_it_stands_beside_it(name: str) -> None:
    article = articlekit.parse((HERE / "samples" / f"{name}.html").read_bytes(), format="html")
    assert articlekit.write(article, "markdown") == (HERE / "expected" / f"{name}.md").read_text(encoding="utf-8")
