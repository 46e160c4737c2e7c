"""The record that every format is read into, and what it is made of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timezone
from functools import cached_property
from typing import Literal, TypeAlias

from attrs import field, frozen

from articlekit import blocks
from articlekit._notebook import article_html, said_shortly
from articlekit.blocks import Block, Run
from articlekit.claim import Claim
from articlekit.diagnostic import Diagnostic

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
"""A plain JSON value."""

Moment: TypeAlias = datetime | date
"""When something happened: a `datetime`, aware where the source gives an offset and naive where it gives none; or a
bare `date` where the source gives no more than the day."""


def _fixed_offset(moment: Moment | None) -> Moment | None:
    """Keep a zone as its offset at that moment: all that can be written, and the same in every process."""
    if not isinstance(moment, datetime) or moment.tzinfo is None or type(moment.tzinfo) is timezone:
        return moment
    offset = moment.utcoffset()
    return moment.replace(tzinfo=timezone(offset), fold=0) if offset is not None else moment.replace(tzinfo=None)


# HTML's own white space; a no-break space is a character of the name.
_WHITE = re.compile(r"[ \t\n\f\r]+")


def _in_one_line(name: str) -> str:
    """Bring a name into the form that every format gives back: runs of white space are one space, none at the ends."""
    # Most names have no white space but single spaces, which is sooner seen than replaced.
    is_in_form = name.isprintable() and "  " not in name
    return (name if is_in_form else _WHITE.sub(" ", name)).strip(" ")


def _in_one_line_or_none(name: str | None) -> str | None:
    return (_in_one_line(name) or None) if name else None


# What is of another type stays what it is: the conformance kit names it.
def _in_lines(text: str | None) -> str | None:
    """Bring each line of a text into the form of names; what is blank is none."""
    return "\n".join(map(_in_one_line, text.split("\n"))).strip("\n") or None if isinstance(text, str) else text


def _terms(names: tuple[str, ...]) -> tuple[str, ...]:
    """Bring what an article is filed under into the form of names, without what is blank."""
    if not isinstance(names, tuple) or not all(isinstance(name, str) for name in names):
        return names
    return tuple(filter(None, map(_in_one_line, names)))


@frozen(kw_only=True)
class Author:
    """Who wrote it (schema.org ``author``); white space in the name is collapsed as HTML does it."""

    name: str = field(converter=_in_one_line)
    url: str | None = None
    kind: Literal["Person", "Organization"] | None = None


@frozen(kw_only=True)
class Site:
    """Where it was published (schema.org ``publisher`` or ``isPartOf``); the name as that of an `Author`."""

    name: str | None = field(default=None, converter=_in_one_line_or_none)
    url: str | None = None


@frozen(kw_only=True)
class Origin:
    """Where a record came from and who read it."""

    #: Name of the format, as `articlekit.formats` lists it.
    format: str | None = None
    #: Distribution that brought the parser, and its version.
    parser: str | None = None
    version: str | None = None
    media_type: str | None = None
    #: Character encoding the text was decoded from, by its WHATWG name.
    encoding: str | None = None
    #: SHA-256 of the input as it was handed over, in hexadecimal.
    sha256: str | None = None
    #: The file it was read from, by the path it was asked for: that of `Source.path`.
    path: str | None = None
    #: Place in its container: a JSONPath such as ``$[3]``, an archive member, ``item 4``.
    place: str | None = None
    #: Byte offset of the record in its container.
    offset: int | None = None
    #: When the container says it was fetched.
    retrieved: datetime | None = field(default=None, converter=_fixed_offset)


@frozen(kw_only=True, repr=False)
class Article:
    """One article, whatever it was read from.

    What the source did not say is None or ``()``, never an empty string. Field names are those of schema.org's
    ``NewsArticle``, shortened where the type says the rest.

    Example:
        >>> from articlekit.blocks import Paragraph
        >>> Article(title="Two lines", body=(Paragraph(text="One."), Paragraph(text="Two."))).text
        'One.\\n\\nTwo.'
    """

    #: What the source calls it: a post's number, a feed's guid.
    id: str | None = None
    url: str | None = None
    title: str | None = field(default=None, converter=_in_lines)
    #: The standfirst: what stands between title and text, set apart from the first paragraph.
    subtitle: str | None = field(default=None, converter=_in_lines)
    #: Written by hand to stand for the article elsewhere.
    summary: str | None = field(default=None, converter=_in_lines)
    authors: tuple[Author, ...] = ()
    published: Moment | None = field(default=None, converter=_fixed_offset)
    modified: Moment | None = field(default=None, converter=_fixed_offset)
    #: BCP 47.
    language: str | None = None
    site: Site | None = None
    categories: tuple[str, ...] = field(default=(), converter=_terms)
    tags: tuple[str, ...] = field(default=(), converter=_terms)
    #: Address of the picture that stands for the article.
    image: str | None = None
    #: Address or name of the licence.
    license: str | None = None
    body: tuple[Block, ...] = ()
    claims: tuple[Claim, ...] = ()
    origin: Origin | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    #: What the format said and no field holds, as plain JSON values. Not to be changed in place.
    extra: Mapping[str, Json] = field(factory=dict, hash=False)

    @cached_property
    def text(self) -> str:
        """The one text that all offsets point into.

        The texts of headings, paragraphs, quotes, list items, code and tables in reading order, joined by a blank line.
        """
        return blocks.text_of(self.body)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Where the text of each text-bearing block stands in `text`, in order."""
        return blocks.runs(self.body)

    def __repr__(self) -> str:
        """Show what is set, the body by its size and diagnostics by their codes."""
        return said_shortly(
            self,
            body=f"<{len(self.body)} blocks, {len(self.text)} characters>" if self.body else None,
            claims=f"<{len(self.claims)}>" if self.claims else None,
            diagnostics=f"<{', '.join(d.code for d in self.diagnostics)}>" if self.diagnostics else None,
            extra=f"<{', '.join(self.extra)}>" if self.extra else None,
        )

    def _repr_html_(self) -> str:
        """Show the article in a notebook, safely: as text only."""
        return article_html(self)
