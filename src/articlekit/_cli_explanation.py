"""How ``articlekit parse --explain`` shows why an article came out as it did."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from articlekit.explanation import Explanation


def told(path: Path, explanation: Explanation) -> Iterator[str]:
    """Give a line for the input and for each value and part that was weighed; a star marks what the article has."""
    yield f"file: {path}"
    yield f"format: {explanation.format}"
    for candidate in explanation.candidates:
        sign = "*" if candidate.chosen else " "
        reason = f"  ({candidate.reason})" if candidate.reason else ""
        yield f"{sign} {candidate.field}: {_short(candidate.value)}  <- {candidate.path}{reason}"
    if explanation.container:
        yield f"body: {explanation.container}  ({explanation.container_reason})"
    for dropped in explanation.dropped:
        yield f"- {dropped.path}  [{dropped.rule}] {_short(dropped.text)}"


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
