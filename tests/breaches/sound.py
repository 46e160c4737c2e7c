"""Recipes, read and written as they should be: what all breaches change one thing of."""

from collections.abc import Iterator, Sequence

from articlekit.markup import in_one_line
from articlekit.plugin import Article, Diagnostic, Holds, Paragraph, ParseError, Parser, Source, WriteError, Writer

MAGIC = "RECIPE 1.0\n"


def sniff(source: Source) -> float:
    return 0.9 if source.head.startswith(MAGIC) else 0.0


def parse(source: Source) -> Iterator[Article]:
    if not source.text.startswith(MAGIC):
        raise ParseError("it does not begin as recipes do", f"Put {MAGIC!r} in front of it")
    title, _, rest = source.text.removeprefix(MAGIC).partition("\n")
    texts = (in_one_line(text) for text in rest.split("\n\n"))
    body = tuple(Paragraph(text=text) for text in texts if text)
    diagnostics = () if body else (Diagnostic(code="body.empty", message="there is nothing below the title"),)
    yield Article(title=in_one_line(title), body=body, diagnostics=diagnostics)


def write(articles: Sequence[Article]) -> str:
    if len(articles) != 1:
        raise WriteError("recipe", "it holds one article")
    (article,) = articles
    return f"{MAGIC}{article.title or ''}\n" + "\n\n".join(run.block.text for run in article.runs) + "\n"


PARSER = Parser(format="recipe", summary="Recipes", sniff=sniff, parse=parse)
WRITER = Writer(format="recipe", summary="Recipes", write=write, holds=Holds(fields=frozenset({"title"})))
