"""What was repaired, guessed or lost on the way from bytes to record: diagnostics and the table of their codes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from attrs import Factory, field, frozen

Severity: TypeAlias = Literal["info", "warning", "error"]
"""`info`: nothing lost, nothing guessed. `warning`: repaired or guessed. `error`: something is missing for good."""


@frozen(kw_only=True)
class Code:
    """What a diagnostic code means."""

    severity: Severity
    meaning: str


def _severity(diagnostic: Diagnostic) -> Severity:
    known = CODES.get(diagnostic.code)
    return known.severity if known else "warning"


@frozen(kw_only=True)
class Diagnostic:
    """One thing that a reader of the article should know about how it was read.

    Example:
        >>> Diagnostic(code="json.truncated", message="the answer ends inside content.rendered", offset=2333).severity
        'error'
    """

    #: One of `CODES`, or a plugin's own ``<format>.<what>``.
    code: str
    message: str
    #: Code point offset into the decoded text (for codes of ``encoding`` and ``source``: byte offset); None where there
    #: is no one place.
    offset: int | None = None
    severity: Severity = field(default=Factory(_severity, takes_self=True))

    def __str__(self) -> str:
        place = "" if self.offset is None else f" (at {self.offset})"
        return f"{self.severity}: {self.code}: {self.message}{place}"


_ROWS: Final[tuple[tuple[str, Severity, str], ...]] = (
    # -- bytes and characters
    ("source.compressed", "info", "The bytes were compressed and have been expanded."),
    ("source.compressed-cut", "error", "The compressed bytes end early; what could be expanded was read."),
    (
        "source.too-large",
        "error",
        "The input, or what it expands to, is larger than the stated limit; the rest was not read.",
    ),
    ("encoding.guessed", "warning", "No character encoding was declared; one that fits was chosen."),
    (
        "encoding.declared-wrong",
        "warning",
        "The declared character encoding does not fit the bytes; another was used.",
    ),
    ("encoding.invalid-bytes", "error", "Bytes that are no character in the encoding were replaced by U+FFFD."),
    (
        "encoding.mixed",
        "warning",
        "It is UTF-8 but for some bytes, which were read as Windows-1252 or surrogate pairs.",
    ),
    (
        "encoding.mojibake",
        "warning",
        "UTF-8 had been read as another encoding and saved again; this was undone.",
    ),
    (
        "encoding.characters-lost",
        "error",
        "Characters were replaced by question marks or U+FFFD before the file was saved.",
    ),
    # -- markup
    (
        "html.double-encoded",
        "warning",
        "Character references were encoded twice throughout; one layer was undone.",
    ),
    (
        "html.tags-lost",
        "error",
        "Tags had been stripped from the text; paragraphs were found again by what is left.",
    ),
    (
        "html.too-deep",
        "warning",
        "Elements are nested deeper than the stated limit; their text was kept, their structure flattened.",
    ),
    ("html.malformed", "warning", "The markup is broken; it was read as far as it can be understood."),
    ("html.truncated", "warning", "The page was cut off; what it held behind that is not known."),
    (
        "html.several-pages",
        "warning",
        "Several pages stood one behind the other; they were read as one.",
    ),
    # -- XML
    (
        "xml.malformed",
        "error",
        "A record or chapter is not well-formed XML; it was read as far as it can be understood.",
    ),
    ("xml.truncated", "error", "The XML ends inside a record or chapter; it was read up to where it breaks off."),
    ("xml.control-characters", "warning", "Characters that XML does not allow were removed."),
    ("xml.entity-not-expanded", "warning", "Entities that the document defines stand as they are named."),
    # -- the body
    ("body.elsewhere", "error", "The source names an address where its body is, and does not hold it."),
    ("body.empty", "error", "The source holds no body text."),
    ("body.truncated", "error", "The body ends early: the source was cut off inside it."),
    ("body.start-lost", "error", "The body begins late: what stood before is not in the source."),
    ("body.protected", "error", "The body is behind a password and not in the source."),
    ("body.short", "warning", "Little text was found: the body may be incomplete."),
    (
        "body.boilerplate-dropped",
        "info",
        "Share boxes, related links or a generated table of contents were left out.",
    ),
    (
        "body.shortcodes-dropped",
        "info",
        "Tags of shortcodes that no plugin had expanded were dropped, the text inside them kept.",
    ),
    # -- metadata
    ("date.invalid", "warning", "A date could not be understood; the field is empty."),
    ("date.zone-guessed", "warning", "The date's offset from UTC was derived, not given."),
    (
        "summary.automatic",
        "info",
        "The summary was cut from the body by the publishing system; it is no field of the article.",
    ),
    ("fields.lost", "error", "Fields that the format always has are missing from the source."),
    # -- JSON
    ("json.invalid", "warning", "The text is not valid JSON; it was read as far as it could be understood."),
    ("json.surrounded", "info", "Something stood before, between or after the JSON and was left out."),
    ("json.wrapped", "info", "The JSON was escaped, quoted or packed inside another format; this was undone."),
    ("json.several", "info", "Several JSON values stood one after the other; they were read as one list."),
    ("json.names-repeated", "warning", "An object has several members of one name that differ; the last was read."),
    ("json.truncated", "error", "The JSON ends before its last object or list does."),
    ("json.start-lost", "error", "The JSON's beginning is missing."),
    (
        "json.quotes-unescaped",
        "warning",
        "Quotes inside strings are not escaped; where strings end was inferred.",
    ),
    (
        "json.slashes-stripped",
        "warning",
        "Backslashes had been stripped; their escapes were read nevertheless.",
    ),
    ("json.control-characters", "warning", "Control characters stood unescaped in strings and were left out."),
    ("json.lone-surrogate", "error", "Half of a surrogate pair is missing; U+FFFD stands for the character."),
    # -- claims
    ("claims.language", "warning", "The text is not English: its claims are its quotations, without scores."),
    # -- what single formats say
    ("html.body-from-metadata", "warning", "The text is schema.org's articleBody: the page itself shows less."),
    ("html.body-from-scripts", "warning", "The text is HTML in the strings of scripts: the page itself shows less."),
    ("html.body-guessed", "warning", "Nothing stood out as the article; all text that may be it was taken."),
    ("html.paywall", "warning", "A paywall or a prompt to register stands behind the text: it may be a beginning."),
    ("html.consent-wall", "error", "Most of the text of the page is a notice on cookies, and there is little else."),
    ("html.robot-check", "error", "The page checks that its reader is human: it was sent instead of the article."),
    (
        "html.scripts-only",
        "error",
        "The page has scripts and no text, nor do they hold it: a browser would have to run them.",
    ),
    ("html.error-page", "error", "The page says that there was an error."),
    ("html.several-articles", "warning", "The page holds several articles, which were read as one."),
    ("html.list-page", "warning", "The page is a list of links to articles, or of articles with links for headings."),
    ("html.not-html", "error", "There is no element in the input."),
    ("html.captions-dropped", "info", "Captions were left out whose pictures the page does not hold."),
    ("wordpress.dynamic-blocks", "warning", "Blocks that WordPress renders itself are missing from raw content."),
    ("wordpress.image-elsewhere", "warning", "The featured image is an attachment that the export does not hold."),
    ("drupal.not-included", "warning", "Authors, terms or images that a node refers to are not in the answer."),
    ("ghost.cards-dropped", "warning", "Cards of Ghost's editor were left out: sign-up forms and others without text."),
    ("feed.description-only", "info", "The entry has no content; its description is the body."),
    # -- containers
    ("feed.terms-undivided", "info", "A feed does not tell categories from tags; all stand in categories."),
    (
        "archive.passed-over",
        "info",
        "Records of an archive that hold no article were passed over: pictures, scripts, error pages.",
    ),
    ("archive.damaged", "error", "Records of an archive are damaged or cut off; what is sound was read."),
    (
        "markdown.front-matter",
        "warning",
        "The front matter cannot be read; it stands as it is in extra, or in the text where it has no end.",
    ),
    (
        "item.skipped",
        "warning",
        "Something beside the articles of a list could not be read as one and was left out.",
    ),
)

CODES: Final[Mapping[str, Code]] = MappingProxyType(
    {code: Code(severity=severity, meaning=meaning) for code, severity, meaning in _ROWS}
)
"""Every code that articlekit itself gives, its severity and its meaning."""
