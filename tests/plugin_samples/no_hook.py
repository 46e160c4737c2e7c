"""Forgets to mark its hook."""

from articlekit.plugin import Parser


def articlekit_parsers() -> list[Parser]:
    return []
