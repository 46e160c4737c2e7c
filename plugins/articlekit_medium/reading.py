"""Posts as Medium exports them: a page each, with the classes of microformats (https://microformats.org/wiki/h-entry)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from attrs import evolve

from articlekit.markup import Element, parse_document, read_blocks_of
from articlekit.moments import noted_moment
from articlekit.plugin import (
    Article,
    Author,
    Block,
    Diagnostic,
    Heading,
    Json,
    NoArticleError,
    Origin,
    Paragraph,
    ParseError,
    Rule,
    Source,
)
from articlekit.several import articles_of
from articlekit.zipped import SIGNATURE, names_in, opened

_ENTRY = re.compile(r"""<article\b[^<>]*\bclass\s*=\s*["'][^"'<>]*\bh-entry\b""")
_BODY = re.compile(r"""<section\b[^<>]*\bdata-field\s*=\s*["']?body\b""")
_POST = re.compile(r"(?:^|/)posts/[^/]+\.html?$", re.IGNORECASE)
# What an export has beside its posts.
_BESIDE = re.compile(r"(?:^|/)(?:profile|claps|bookmarks|lists|interests|ips|sessions|pubs-following|users-following)/")
_NUMBER = re.compile(r"/p/([0-9a-f]{8,16})/?$|-([0-9a-f]{10,12})/?$")
_WINDOW: Final = 65_536
_SHOWN: Final = 3


def sniff(source: Source) -> float:
    """Say how sure it is that this is a post of an export, or the archive with its posts."""
    with source.open() as stream:
        start = stream.read(_WINDOW)
    if start.startswith(SIGNATURE):
        names = names_in(source)
        return 1.0 if any(map(_POST.search, names)) and any(map(_BESIDE.search, names)) else 0.0
    if b"h-entry" not in start:
        return 0.0
    text = start.decode("utf-8", "replace")
    return 0.97 if _ENTRY.search(text) and _BODY.search(text) else 0.0


def parse(source: Source) -> Iterator[Article]:
    """Read a post, or all posts of an archive in the order of their names, which begin with their dates.

    Raises:
        LimitError: The archive lists too many files.
        NoArticleError: There is no post in it.
        ParseError: The archive is damaged.
    """
    with source.open() as stream:
        is_archive = stream.read(len(SIGNATURE)) == SIGNATURE
    if is_archive:
        yield from articles_of(_archived(source), "there is no post in the export", format="medium")
        return
    article = None
    for article in _articles(source):
        yield article
    if article is None:
        raise NoArticleError("the page is no post of Medium's export", "Read it as html", "medium")


def _archived(source: Source) -> Iterator[Article | Diagnostic]:
    failures: list[str] = []
    with opened(source) as archive:
        for member in sorted(archive.members(), key=lambda member: member.filename):
            if not _POST.search(member.filename):
                continue
            try:
                articles = [*_articles(Source(data=archive.read(member)))]
            except ParseError as failed:
                failures.append(f"{member.filename}: {failed.reason}")
                continue
            if not articles:
                failures.append(f"{member.filename}: it is no post")
            for article in articles:
                yield evolve(_as_draft(article, member.filename), origin=Origin(place=member.filename))
    if failures:
        shown = "; ".join(failures[:_SHOWN]) + ("; …" if len(failures) > _SHOWN else "")
        yield Diagnostic(code="archive.damaged", message=f"not read ({len(failures)}): {shown}")


def _as_draft(article: Article, name: str) -> Article:
    is_draft = name.rpartition("/")[2].startswith("draft_")
    return evolve(article, extra={**article.extra, "status": "draft"}) if is_draft else article


def _articles(source: Source) -> Iterator[Article]:
    """Read the post of a page, or those of pages that stand one behind the other, each for itself."""
    text = source.text
    begun = [entry.start() for entry in _ENTRY.finditer(text)]
    for start, end in pairwise([0, *begun[1:], len(text)]):
        document = parse_document(text[start:end])
        entry = _with_class(document.root, "article", "h-entry")
        if entry is not None:
            yield _article(entry, (*source.decoded.diagnostics, *document.diagnostics))


def _article(entry: Element, known: tuple[Diagnostic, ...]) -> Article:
    sections = {section.get("data-field", ""): section for section in entry.iter("section")}
    title = _words(_with_class(entry, "*", "p-name"))
    subtitle = _words(sections.get("subtitle"))
    canonical, when = _with_class(entry, "a", "p-canonical"), _with_class(entry, "time", "dt-published")
    # The date links to the post at Medium, which may have been published elsewhere first.
    page = next((a.get("href") for a in when.iterancestors("a")), None) if when is not None else None
    url = (canonical.get("href") if canonical is not None else None) or page
    body = sections.get("body")
    reading = read_blocks_of(_unmarked(entry, sections.get("subtitle")) if body is None else (body,), url=url)
    said = (when.get("datetime") or None) if when is not None else None
    extra: dict[str, Json] = {"page": page} if page not in (None, url) else {}
    diagnostics = [*known, *reading.diagnostics]
    published = noted_moment(said, "dt-published", diagnostics)
    if said and published is None:
        extra["dt-published"] = said
    blocks = _without_titles(reading.blocks, title, subtitle)
    if blocks and body is None:
        message = "no section of the post is marked as its body; all that it holds was read"
        diagnostics.append(Diagnostic(code="html.malformed", message=message))
    if not blocks:
        diagnostics.append(Diagnostic(code="body.empty", message="the post has no text"))
    return Article(
        id=_number(page) or _number(url),
        url=url,
        title=title,
        subtitle=subtitle,
        authors=tuple(_authors(entry)),
        published=published,
        body=blocks,
        diagnostics=tuple(diagnostics),
        extra=extra,
    )


def _unmarked(entry: Element, subtitle: Element | None) -> list[Element]:
    """Give what may be the body of a post that marks none: all but its title, its subtitle and what is said of it."""
    return [part for part in entry if part.tag not in ("header", "footer") and part is not subtitle]


def _without_titles(blocks: tuple[Block, ...], title: str | None, subtitle: str | None) -> tuple[Block, ...]:
    """Leave out the rule that begins every section, and title and subtitle, which the text says once more."""
    body = blocks[1:] if blocks and isinstance(blocks[0], Rule) else blocks
    for words in (title, subtitle):
        match body:
            case (Heading(text=text) | Paragraph(text=text), *rest) if _is_beginning(words, text):
                body = tuple(rest)
    return body


def _is_beginning(words: str | None, text: str) -> bool:
    """Whether it is the same; Medium cuts long titles and ends them with an ellipsis."""
    text = " ".join(text.split())
    return words is not None and (words == text or (words.endswith("…") and text.startswith(words[:-1].rstrip())))


def _authors(entry: Element) -> Iterator[Author]:
    for element in entry.iter("a"):
        if "p-author" in element.get("class", "").split() and (name := _words(element)):
            yield Author(name=name, url=element.get("href") or None)


def _with_class(root: Element, tag: str, name: str) -> Element | None:
    return next((element for element in root.iter(tag) if name in element.get("class", "").split()), None)


def _words(element: Element | None) -> str | None:
    return (" ".join("".join(element.itertext()).split()) or None) if element is not None else None


def _number(url: str | None) -> str | None:
    found = _NUMBER.search((url or "").partition("?")[0])
    return (found[1] or found[2]) if found else None
