"""How ``articlekit parse --explain`` shows why an article came out as it did."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from articlekit.explanation import Dropped, Explanation, Kept


def told(path: Path, explanation: Explanation) -> Iterator[str]:
    """Give a line for the input and for each value and part that was weighed.

    A star marks the values that the article has, ``!`` what is said of its body, ``+`` its lines and ``-`` all others.
    """
    yield f"file: {path}"
    yield f"format: {explanation.format}"
    for candidate in explanation.candidates:
        sign = "*" if candidate.chosen else " "
        reason = f"  ({candidate.reason})" if candidate.reason else ""
        yield f"{sign} {candidate.field}: {_short(candidate.value)}  <- {candidate.path}{reason}"
    if explanation.container:
        yield f"body: {explanation.container}  ({explanation.container_reason})"
    yield from (f"! {note.code}: {note.message}" for note in explanation.diagnostics)
    for sign, parts in (("+", explanation.kept), ("-", explanation.dropped)):
        for part in parts:
            yield f"{sign} {part.path}  [{part.rule}] {_beginning(part)}"
    if explanation.unlisted:
        yield f"- and {explanation.unlisted} more"


def _beginning(part: Kept | Dropped) -> str:
    """Give how a part begins, and how long it is where that is not all of it."""
    rest = part.length - len(part.text)
    return f"{part.text}… and {rest} more characters" if rest > 0 else _short(part.text)


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
