"""Recognises its format, and breaks the contract in every other way."""

from collections.abc import Iterator

from articlekit.plugin import Article, Parser, Source, hookimpl


def sniff(source: Source) -> float:
    if "never mind" in source.text:
        raise ValueError("sniffing went wrong")
    return 0.5 if "FAULTY" in source.text else 0.0


def parse(source: Source) -> Iterator[Article]:
    yield Article(title="The first is sound")
    raise KeyError("colour")


@hookimpl
def articlekit_parsers() -> list[Parser]:
    return [Parser(format="faulty", summary="Always fails", sniff=sniff, parse=parse)]
