"""The plugin of articlekit.plugin's own docstring."""

from collections.abc import Iterator

from articlekit.plugin import Article, Paragraph, Parser, Source, hookimpl


def sniff(source: Source) -> float:
    return 0.9 if source.head.startswith("RECIPE 1.0") else 0.0


def parse(source: Source) -> Iterator[Article]:
    title, _, text = source.text.removeprefix("RECIPE 1.0\n").partition("\n")
    yield Article(title=title, body=(Paragraph(text=text),))


@hookimpl
def articlekit_parsers() -> list[Parser]:
    return [Parser(format="recipe", summary="Recipes as plain text", sniff=sniff, parse=parse)]
