"""What every plugin imports; what many formats share is in `articlekit.markup` and other public rooms.

A plugin is a module that implements one or more of the hooks of `articlekit.hookspecs` and is named by an entry point
of the group ``articlekit``::

    [project.entry-points.articlekit]
    recipe = "articlekit_recipe"

and ``articlekit_recipe/__init__.py``::

    from collections.abc import Iterator
    from articlekit.markup import in_one_line
    from articlekit.plugin import Article, Paragraph, ParseError, Parser, Source, hookimpl

    FIRST_LINE = "RECIPE 1.0\\n"

    def sniff(source: Source) -> float:
        return 0.9 if source.head.startswith(FIRST_LINE) else 0.0

    def parse(source: Source) -> Iterator[Article]:
        title, _, rest = source.text.removeprefix(FIRST_LINE).partition("\\n")
        text = in_one_line(rest)  # None where there is nothing to see
        if text is None:
            raise ParseError("there is no text in it")
        yield Article(title=in_one_line(title), body=(Paragraph(text=text),))

    @hookimpl
    def articlekit_parsers() -> list[Parser]:
        return [Parser(format="recipe", summary="Recipes as plain text", sniff=sniff, parse=parse)]

`sniff` looks at the source and says how sure it is, from 0 (not mine) to 1 (certainly mine); it never raises. `parse`
yields articles, lazily where there are many, and raises `ParseError` where there is nothing to read. articlekit fills
in `Article.origin` and what decoding had to say; a plugin adds `Article.diagnostics` of its own for all it repaired,
guessed or had to leave out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final, TypeAlias, get_args

import pluggy
from attrs import Attribute, field, fields_dict, frozen

from articlekit.article import Article, Author, Json, Moment, Origin, Site
from articlekit.blocks import (
    Block,
    Cell,
    Code,
    Definition,
    DefinitionList,
    Embed,
    Figure,
    Heading,
    Image,
    List,
    Mark,
    MarkKind,
    Math,
    Note,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from articlekit.claim import Attribution, Claim, Quantity, Rating, Review, Span
from articlekit.diagnostic import Diagnostic
from articlekit.errors import (
    ErrorAnswer,
    LimitError,
    MissingExtraError,
    NoArticleError,
    ParseError,
    WriteError,
)
from articlekit.explanation import Explanation
from articlekit.hookspecs import API_VERSION
from articlekit.source import Source

if TYPE_CHECKING:
    from collections.abc import Sequence

hookimpl = pluggy.HookimplMarker("articlekit")
"""Marks a function of a plugin as the implementation of the hook of the same name."""

Sniff: TypeAlias = Callable[[Source], float]
Parse: TypeAlias = Callable[[Source], Iterable[Article]]
Explain: TypeAlias = Callable[[Source], Explanation]
Write: TypeAlias = "Callable[[Sequence[Article]], str]"
FindClaims: TypeAlias = Callable[[Article], Article]


_NAME: Final = re.compile(r"[a-z0-9][a-z0-9.+_-]*")


def _is_name(_record: object, attribute: Attribute[str], said: str) -> None:
    if not isinstance(said, str) or not _NAME.fullmatch(said):
        raise ValueError(
            f"{attribute.name}={said!r} is no name: lower-case letters and digits, with . + _ - between them"
        )


def _are_media_types(_record: object, attribute: Attribute[tuple[str, ...]], said: tuple[str, ...]) -> None:
    if not isinstance(said, tuple) or not all("/" in media_type for media_type in said):
        raise ValueError(f'{attribute.name}={said!r} is no tuple of media types, such as ("text/x-recipe",)')


def _are_extensions(_record: object, attribute: Attribute[tuple[str, ...]], said: tuple[str, ...]) -> None:
    if not isinstance(said, tuple) or not all(ending.startswith(".") for ending in said):
        raise ValueError(
            f'{attribute.name}={said!r} is no tuple of file name endings with their dot, such as (".recipe",)'
        )


@frozen(kw_only=True)
class Parser:
    """A format that can be read.

    Raises:
        ValueError: A name, media type or file name ending is none.
    """

    #: Lower case, the format's own name: ``html``, ``wordpress``.
    format: str = field(validator=_is_name)
    #: What it reads, in one line.
    summary: str
    #: How sure it is that the source is of this format, 0 to 1. Pure, quick, never raises.
    sniff: Sniff
    #: Reads the articles of a source, in order, lazily where there are many.
    parse: Parse
    #: Says of each field where it came from and what else was there.
    explain: Explain | None = None
    #: Whether it reads bytes (an archive) and not text: then nothing is decoded for it.
    binary: bool = False
    #: Media types and file name endings (with their dot) are listed by `articlekit.formats` and no more: which parser
    #: reads is decided by `sniff` alone.
    media_types: tuple[str, ...] = field(default=(), validator=_are_media_types)
    extensions: tuple[str, ...] = field(default=(), validator=_are_extensions)
    #: The extra of its distribution that reading needs, if any: without it `parse` raises `MissingExtraError`.
    extra: str | None = None


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(names)


FIELDS: Final = frozenset(fields_dict(Article)) - {"claims", "origin", "diagnostics", "extra"}
"""Names of the `Article` fields that every source may fill; claims, origin and diagnostics are made by reading, and
`extra` is what no field holds."""

BLOCKS: Final = frozenset(block.__name__ for block in get_args(Block))
"""Names of all block types."""

MARKS: Final[frozenset[str]] = frozenset(get_args(MarkKind))
"""All kinds of marks."""


@frozen(kw_only=True)
class Holds:
    """What a written format can hold, by the names of the records; what is not named is lost by writing.

    Example:
        >>> "license" in Holds(fields=FIELDS - {"license"}, blocks=BLOCKS, marks=MARKS).fields
        False
    """

    #: Names of `Article` fields.
    fields: frozenset[str] = field(converter=_names)
    #: Names of block types.
    blocks: frozenset[str] = field(default=frozenset(), converter=_names)
    #: Kinds of marks.
    marks: frozenset[str] = field(default=frozenset(), converter=_names)
    #: Names of fields that a text has once for all its articles: they come back where all have the same.
    shared: frozenset[str] = field(default=frozenset(), converter=_names)
    #: Whether several articles in one text are told apart on reading.
    apart: bool = True


@frozen(kw_only=True)
class Writer:
    """A format that can be written.

    Raises:
        ValueError: Its name is none.
    """

    #: As of a `Parser`.
    format: str = field(validator=_is_name)
    summary: str
    #: Writes articles as one text; a format that holds a single article raises `WriteError` for more.
    write: Write
    holds: Holds
    media_type: str = "text/plain"
    extension: str = ".txt"
    extra: str | None = None


@frozen(kw_only=True)
class ClaimFinder:
    """A way to find the claims of an article.

    Raises:
        ValueError: Its name is none.
    """

    #: Lower case.
    name: str = field(validator=_is_name)
    summary: str
    #: Returns the article with its claims. Never raises.
    find: FindClaims
    extra: str | None = None


__all__ = [
    "API_VERSION",
    "BLOCKS",
    "FIELDS",
    "MARKS",
    "Article",
    "Attribution",
    "Author",
    "Block",
    "Cell",
    "Claim",
    "ClaimFinder",
    "Code",
    "Definition",
    "DefinitionList",
    "Diagnostic",
    "Embed",
    "ErrorAnswer",
    "Explanation",
    "Figure",
    "Heading",
    "Holds",
    "Image",
    "Json",
    "LimitError",
    "List",
    "Mark",
    "MarkKind",
    "Math",
    "MissingExtraError",
    "Moment",
    "NoArticleError",
    "Note",
    "Origin",
    "Paragraph",
    "ParseError",
    "Parser",
    "Quantity",
    "Quote",
    "Rating",
    "Review",
    "Rule",
    "Site",
    "Source",
    "Span",
    "Table",
    "WriteError",
    "Writer",
    "hookimpl",
]
