"""Gives its format a name that is none."""

from articlekit.plugin import Parser, hookimpl


@hookimpl
def articlekit_parsers() -> list[Parser]:
    return [Parser(format="Bad Format", summary="Recipes", sniff=lambda _: 0.0, parse=lambda _: ())]
