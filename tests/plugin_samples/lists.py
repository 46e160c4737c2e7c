"""``LIST`` and a title for each article; lazily."""

from collections.abc import Iterator

from articlekit.plugin import Article, ParseError, Parser, Source, hookimpl


def sniff(source: Source) -> float:
    return 0.9 if source.head.startswith("LIST") else 0.0


def parse(source: Source) -> Iterator[Article]:
    for title in source.text.split()[1:]:
        if title == "BOOM":
            raise ParseError("it ends in a boom")
        yield Article(title=title)


@hookimpl
def articlekit_parsers() -> list[Parser]:
    return [Parser(format="lists", summary="Titles", sniff=sniff, parse=parse)]
