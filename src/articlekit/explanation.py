"""Why an article came out as it did: for each field what was found where, for the body what was kept and dropped."""

from __future__ import annotations

from attrs import frozen

from articlekit.diagnostic import Diagnostic


@frozen(kw_only=True)
class Candidate:
    """A value that a source offers for a field."""

    #: Name of the `Article` field.
    field: str
    #: The value as text.
    value: str
    #: Where it stands, as a CSS selector or as a JSONPath in the page's JSON-LD: ``meta[property="og:title"]``, ``h1``,
    #: ``$.datePublished``, ``$[2].headline`` in the third block; ``url`` is the page's address.
    path: str
    #: Whether the article has it.
    chosen: bool
    #: Why it was chosen or not.
    reason: str = ""


@frozen(kw_only=True)
class Kept:
    """A line of the source that is a part of the body."""

    #: Where it stands, as a CSS selector.
    path: str
    #: Why it was kept.
    rule: str
    #: How its text begins.
    text: str = ""
    #: How many characters its text has.
    length: int = 0


@frozen(kw_only=True)
class Dropped:
    """A part of the source that is no part of the body."""

    #: Where it stands, as a CSS selector.
    path: str
    #: The rule that dropped it.
    rule: str
    #: How its text begins.
    text: str = ""
    #: How many characters its text has.
    length: int = 0


@frozen(kw_only=True)
class Explanation:
    """All that was weighed in reading one article."""

    format: str
    candidates: tuple[Candidate, ...] = ()
    #: The element that holds the body, and why it was taken.
    container: str | None = None
    container_reason: str = ""
    kept: tuple[Kept, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    #: How many more parts were dropped than are listed.
    unlisted: int = 0
    #: What is said of the body: why there is little of it, or where else it was taken from.
    diagnostics: tuple[Diagnostic, ...] = ()
