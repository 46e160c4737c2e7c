"""The laws that a parser and a writer of one format keep together."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from attrs import evolve, fields

from articlekit._parse import parse_all
from articlekit._registry import Provided
from articlekit.article import Article
from articlekit.errors import ArticlekitError, WriteError
from articlekit.plugin import BLOCKS, MARKS, Parser, Writer
from articlekit.source import Source
from articlekit.testing.differences import differ, difference
from articlekit.testing.laws import Broken, shown
from articlekit.testing.strategies import EVERYTHING


def holds_what_there_is(writer: Provided[Writer]) -> None:
    """`Holds` names fields, blocks and marks that there are."""
    law, holds = "Holds names what there is", writer.it.holds
    there_are = {
        "fields": frozenset(field.name for field in fields(Article)),
        "blocks": BLOCKS,
        "marks": MARKS,
        "shared": holds.fields,
    }
    for kind, known in there_are.items():
        for name in sorted(getattr(holds, kind) - known):
            near = get_close_matches(name, known, n=1)
            advice = f"Perhaps {near[0]} is meant" if near else f"There are {', '.join(sorted(known))}"
            raise Broken(law, repr(holds), f"Holds.{kind} names {name!r}, which there is not", advice)


def is_read_again(parser: Provided[Parser], writer: Provided[Writer], articles: Sequence[Article]) -> None:
    """``parse_all(write(articles))`` equals the articles in every field that the format holds.

    More than one article the writer may refuse, and only one is asked of a format that does not keep them apart.
    Nothing is asked of articles whose text looks as if it had been read in a wrong encoding: that is undone for every
    input.
    """
    holds = writer.it.holds
    once = {name: getattr(articles[0], name) for name in holds.shared}
    articles = [evolve(article, **once) for article in articles[: None if holds.apart else 1]]
    text = _written(writer, articles)
    if text is not None and Source.from_text(text).text == text:
        _read_again(parser, writer, articles, text)


def is_written_the_same_again(parser: Provided[Parser], writer: Provided[Writer], article: Article) -> None:
    """What was written and read again equals the article, and is written the same again."""
    if (text := _written(writer, (article,))) is None:
        return
    if _written(writer, _read_again(parser, writer, (article,), text)) != text:
        raise Broken(
            "writing reaches a fixed point", _shown(text),
            "the second writing differs from the first", "Let the writer write in one form only",
        )  # fmt: skip


def _written(writer: Provided[Writer], articles: Sequence[Article]) -> str | None:
    """Write articles; None where they are several and refused."""
    law, told = "what the format holds is written", ", ".join(map(repr, articles))
    try:
        text: object = writer.it.write(articles)
    except WriteError as refused:
        if len(articles) > 1:
            return None
        advice = "Write it, or take out of Holds what cannot be written"
        raise Broken(law, told, str(refused), advice) from refused
    except Exception as broken:
        advice = "Write it, or raise articlekit.plugin.WriteError if it is one article too many"
        raise Broken(law, told, f"{type(broken).__name__}: {broken}", advice) from broken
    if not isinstance(text, str):
        raise Broken(law, told, f"the writer gives {text!r}", "Return the text")
    return text


def _read_again(
    parser: Provided[Parser], writer: Provided[Writer], articles: Sequence[Article], text: str
) -> tuple[Article, ...]:
    law, advice = "what is written is read again", "Write it so that it can be read, or take it out of Holds"
    try:
        again = tuple(parse_all(text, format=parser.full_name))
    except ArticlekitError as refused:
        raise Broken(law, _shown(text), f"reading refuses it: {refused}", advice) from refused
    if len(again) != len(articles):
        what = f"{len(again)} articles, where {len(articles)} were written"
        raise Broken(law, _shown(text), what, "Keep them apart, or raise WriteError for more than one")
    # Claims, origin and diagnostics are made by reading.
    for name in sorted(writer.it.holds.fields & EVERYTHING.fields):
        for article, found in zip(articles, again, strict=True):
            before, after = getattr(article, name), getattr(found, name)
            if differ(before, after):
                what = difference(before, after, name)
                raise Broken(f"{law}: Article.{name}", _shown(text), what, advice)
    return again


def _shown(text: str) -> str:
    return shown(text.encode("utf-8", "surrogatepass"))
