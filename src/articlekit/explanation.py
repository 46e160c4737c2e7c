"""Why an article came out as it did: for each field what was found where, for the body what was kept and dropped."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Candidate:
    """A value that a source offers for a field."""

    #: Name of the `Article` field.
    field: str
    #: The value as text.
    value: str
    #: Where it stands: ``meta[property="article:published_time"]``, ``$.datePublished``, ``h1``.
    path: str
    #: Whether the article has it.
    chosen: bool
    #: Why it was chosen or not.
    reason: str = ""


@frozen(kw_only=True)
class Dropped:
    """A part of the source that is no part of the body."""

    #: Where it stands: a tag with its id and classes.
    path: str
    #: The rule that dropped it.
    rule: str
    #: How its text begins.
    text: str = ""


@frozen(kw_only=True)
class Explanation:
    """All that was weighed in reading one article."""

    format: str
    candidates: tuple[Candidate, ...] = ()
    #: The element that holds the body, and why it was taken.
    container: str | None = None
    container_reason: str = ""
    dropped: tuple[Dropped, ...] = ()
