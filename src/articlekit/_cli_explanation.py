"""How ``articlekit parse --explain`` shows why an article came out as it did."""

from __future__ import annotations

from pathlib import Path

from articlekit.explanation import Explanation


def told(path: Path, explanation: Explanation) -> str:
    """Give a line for the input and for each value and part that was weighed; a star marks what the article has."""
    lines = [f"file: {path}", f"format: {explanation.format}"]
    for candidate in explanation.candidates:
        sign = "*" if candidate.chosen else " "
        reason = f"  ({candidate.reason})" if candidate.reason else ""
        lines.append(f"{sign} {candidate.field}: {_short(candidate.value)}  <- {candidate.path}{reason}")
    if explanation.container:
        lines.append(f"body: {explanation.container}  ({explanation.container_reason})")
    lines += [f"- {dropped.path}  [{dropped.rule}] {_short(dropped.text)}" for dropped in explanation.dropped]
    return "\n".join(lines)


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"
