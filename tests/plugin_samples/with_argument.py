"""Expects a hook to be handed something."""

from articlekit.plugin import Parser, hookimpl


@hookimpl
def articlekit_parsers(config: object) -> list[Parser]:
    return []
