"""Titles that a text repeats."""

from __future__ import annotations

from articlekit.plugin import Block, Heading


def without_title(body: tuple[Block, ...], title: str | None) -> tuple[Block, ...]:
    """Leave out a first heading that is the title again: texts that are pages for themselves begin so."""
    match body:
        case (Heading(level=1, text=text), *rest) if text == title:
            return tuple(rest)
    return body
