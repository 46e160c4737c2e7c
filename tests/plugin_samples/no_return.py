"""Forgets to return what its hook brings."""

from articlekit.plugin import Parser, hookimpl


@hookimpl
def articlekit_parsers() -> None:
    Parser(format="recipe", summary="Recipes", sniff=lambda _: 0.0, parse=lambda _: ())
