"""An entry while it is read: what RSS and Atom say of it in their own ways, and the article that it makes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from attrs import field, frozen, mutable

from articlekit.blocks import text_of
from articlekit.markup import plain_text, read_blocks
from articlekit.moments import noted_moment
from articlekit.plugin import Article, Author, Block, Diagnostic, Json, Mark, Moment, Paragraph, Site

SURENESS_OF_REST: Final = 0.85
"""More than that of pages, which the HTML in a feed looks like; less than that of exports, which are feeds too."""

# How publishing systems end a summary that they cut from the text.
_CUT = re.compile(r"(?:\[(?:…|\.\.\.|&hellip;|&#8230;)\]|…|\.\.\.)\s*$")


@frozen(kw_only=True)
class Feed:
    """What a feed says of all its entries."""

    title: str | None = None
    url: str | None = None
    language: str | None = None
    authors: tuple[Author, ...] = ()
    license: str | None = None


@mutable(kw_only=True)
class Entry:
    """The fields of an entry as they are found; the first found of each counts."""

    #: What relative addresses in its texts are relative to, where the feed says so; else it is `url`.
    base: str | None = None
    id: str | None = None
    url: str | None = None
    title: str | None = None
    subtitle: str | None = None
    summary: str | None = None
    content: tuple[Block, ...] | None = None
    description: str | None = None
    authors: list[Author] = field(factory=list)
    published: Moment | None = None
    modified: Moment | None = None
    language: str | None = None
    categories: list[str] = field(factory=list)
    tags: list[str] = field(factory=list)
    image: str | None = None
    license: str | None = None
    extra: dict[str, Json] = field(factory=dict)
    diagnostics: list[Diagnostic] = field(factory=list)

    def article(self, feed: Feed) -> Article:
        """Make the article, with what the feed says where the entry says nothing."""
        body, summary = self._body_and_summary()
        kept = _without_footer(body, self.url, feed.url)
        if len(kept) < len(body):
            message = "the line that names the post and the site was left out"
            self.diagnostics.append(Diagnostic(code="body.boilerplate-dropped", message=message))
        if self.categories and not self.tags:
            message = "a feed does not tell categories from tags: all stand in categories"
            self.diagnostics.append(Diagnostic(code="feed.terms-undivided", message=message))
        return Article(
            id=self.id,
            url=self.url,
            title=self.title,
            subtitle=self.subtitle,
            summary=summary,
            authors=tuple(self.authors) or feed.authors,
            published=self.published,
            modified=self.modified,
            language=self.language or feed.language,
            site=Site(name=feed.title, url=feed.url) if feed.title or feed.url else None,
            categories=tuple(self.categories),
            tags=tuple(self.tags),
            image=self.image,
            license=self.license or feed.license,
            body=kept,
            diagnostics=tuple(self.diagnostics),
            extra=self.extra,
        )

    def say(self, field: str, name: str, text: str) -> None:
        """Fill a field that is text or a date, unless it is filled; `name` is what the feed calls it."""
        if getattr(self, field) is None:
            is_date = field in ("published", "modified")
            setattr(self, field, noted_moment(text, name, self.diagnostics) if is_date else text)

    def _body_and_summary(self) -> tuple[tuple[Block, ...], str | None]:
        """The content is the body; where there is none the description is, as far as it goes."""
        description = self.description
        if self.summary:
            # What is called an abstract was written as one.
            return self.content or (), self.summary
        if self.content:
            summary = plain_text(description) if description else ""
            if summary and (_CUT.search(summary) or _begins(text_of(self.content), summary)):
                message = "the description is the beginning of the content"
                self.diagnostics.append(Diagnostic(code="summary.automatic", message=message))
                summary = ""
            return self.content, summary or None
        if not description:
            self.diagnostics.append(Diagnostic(code="body.empty", message="the entry has neither content nor summary"))
            return (), None
        if _CUT.search(description):
            message = "the feed carries the beginning of the text only"
            self.diagnostics.append(Diagnostic(code="body.truncated", message=message))
        else:
            message = "the body is the entry's description, which may be a summary of a text that the feed lacks"
            self.diagnostics.append(Diagnostic(code="feed.description-only", message=message, severity="info"))
        return self.blocks(description), None

    def blocks(self, html: str, base: str | None = None) -> tuple[Block, ...]:
        """Read HTML that the entry carries; keep what is said of it."""
        reading = read_blocks(html, url=base or self.base or self.url)
        self.diagnostics.extend(reading.diagnostics)
        return reading.blocks


def _begins(text: str, beginning: str) -> bool:
    """Whether a text begins with another, white space apart."""
    words = beginning.split()
    return text.split(maxsplit=len(words))[: len(words)] == words


def _without_footer(body: tuple[Block, ...], post: str | None, site: str | None) -> tuple[Block, ...]:
    """Leave out the last paragraph where it does nothing but link to the post and then to the site.

    WordPress adds it to every entry in the site's language ("The post … appeared first on …"), so that its words say
    nothing, but its two links do.
    """
    if not (body and post and site and isinstance(last := body[-1], Paragraph)):
        return body
    links = [_address(mark.url) for mark in _links(last.marks)]
    return body[:-1] if links == [_address(post), _address(site)] else body


def _links(marks: Sequence[Mark]) -> list[Mark]:
    return [mark for mark in marks if mark.kind == "link"]


def _address(url: str | None) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", (url or "").partition("?")[0]).rstrip("/")
