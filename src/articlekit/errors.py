"""What can go wrong, as a tree of exceptions that carry data.

::

    ArticlekitError
    ├── ParseError                 the input could not be read
    │   ├── UnknownFormatError     no parser recognises it, or there is none of that name
    │   ├── NoArticleError         read, but there is no article in it
    │   ├── SeveralArticlesError   one was asked for, several are there: use parse_all
    │   ├── ErrorAnswer            the source is a server's error message
    │   ├── LimitError             a stated limit was reached before anything could be read
    │   └── StrictError            read, but only by repair or guess, and ``strict=True`` forbids it
    ├── WriteError                 the record could not be written
    ├── PluginError                a plugin breaks the contract of the plugin door
    └── MissingExtraError          an optional dependency is not installed
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import field, frozen

if TYPE_CHECKING:
    from articlekit.diagnostic import Diagnostic


class ArticlekitError(Exception):
    """Every error that articlekit raises on purpose."""


@frozen
class ParseError(ArticlekitError):
    """The input could not be read as an article."""

    #: What was tried and what stood in the way, as a clause: ``"the JSON ends before any field"``.
    reason: str
    #: What to do next, as a sentence.
    advice: str = ""
    #: The format it was read as, where one was chosen.
    format: str | None = None
    #: Code point offset into the decoded text where it failed.
    offset: int | None = None
    #: What was found out before it failed.
    diagnostics: tuple[Diagnostic, ...] = ()

    def __str__(self) -> str:
        reason = self.reason.removesuffix(".")
        what = f"cannot read this as {self.format}: {reason}" if self.format else reason
        place = "" if self.offset is None else f" (at {self.offset})"
        return f"{what}{place}. {self.advice}".rstrip()


@frozen
class UnknownFormatError(ParseError):
    """No parser recognises the input, or none has the name that was asked for."""

    #: How sure each parser was, 0 to 1.
    confidences: Mapping[str, float] = field(factory=dict)


@frozen
class NoArticleError(ParseError):
    """The input was read and holds no article."""


@frozen
class SeveralArticlesError(ParseError):
    """`parse` was given an input with more than one article."""


@frozen
class ErrorAnswer(ParseError):
    """The input is an error message that a server sent instead of an article."""

    #: The server's own code: ``rest_post_invalid_id``.
    code: str | None = None
    #: The server's own words.
    message: str | None = None
    #: HTTP status, where the message repeats it.
    status: int | None = None
    #: The whole answer as JSON values.
    answer: object = None


@frozen
class LimitError(ParseError):
    """A stated limit of size, depth or expansion was reached before anything could be read."""


@frozen
class StrictError(ParseError):
    """The input could be read only by repair or guess; `diagnostics` says which."""


@frozen
class WriteError(ArticlekitError):
    """A record could not be written."""

    format: str
    reason: str
    advice: str = ""

    def __str__(self) -> str:
        return f"cannot write this as {self.format}: {self.reason}. {self.advice}".rstrip()


@frozen
class PluginError(ArticlekitError):
    """A plugin breaks the contract of the plugin door."""

    #: Name of the entry point or format, and the distribution it comes from.
    plugin: str
    distribution: str | None
    reason: str
    advice: str = ""
    #: The version of the distribution.
    version: str | None = None

    def __str__(self) -> str:
        where = f" (from {' '.join(filter(None, (self.distribution, self.version)))})" if self.distribution else ""
        return f"plugin {self.plugin!r}{where} {self.reason}. {self.advice}".rstrip()


@frozen
class MissingExtraError(ArticlekitError):
    """A feature needs an optional dependency that is not installed."""

    extra: str
    feature: str
    #: Whose extra it is.
    distribution: str = "articlekit"

    def __str__(self) -> str:
        return f"{self.feature} needs an optional dependency: pip install '{self.distribution}[{self.extra}]'"


class PluginWarning(UserWarning):
    """A plugin was left out or misbehaves; the message names it and says what to do."""
