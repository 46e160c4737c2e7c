"""Plain text whose lines were broken for sending alone (RFC 3676, `format=flowed`)."""

from __future__ import annotations

import re

_LINE = re.compile(r"(>*) ?(.*)")
_SIGNATURE = "-- "


def unwrapped(text: str, *, deletes_space: bool) -> str:
    """Join the lines that flow on: those that end with a space.

    Args:
        text: The text as it was sent.
        deletes_space: Whether that space was added for sending (`delsp=yes`), as languages without spaces need it.
    """
    joined: list[tuple[str, list[str]]] = []
    flows_on = False
    for line in text.replace("\r\n", "\n").split("\n"):
        quoted, words = _LINE.match(line).groups()  # type: ignore[union-attr]  # it matches any line
        if not (flows_on and joined[-1][0] == quoted and words != _SIGNATURE):
            joined.append((quoted, []))
        flows_on = words.endswith(" ") and words != _SIGNATURE
        joined[-1][1].append(words[:-1] if flows_on and deletes_space else words)
    return "\n".join(f"{quoted} {''.join(parts)}" if quoted else "".join(parts) for quoted, parts in joined)
