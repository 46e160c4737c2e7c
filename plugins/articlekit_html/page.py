"""The article of a page: its metadata and its body, in one record."""

from __future__ import annotations

import re
from typing import Final

from attrs import evolve

from articlekit.plugin import Article, Block, Diagnostic, Paragraph, Source
from articlekit_html.body import read_body
from articlekit_html.cut_off import cut_of, last_words, say_cut
from articlekit_html.metadata import read_metadata
from articlekit_html.opening import Opened, open_page
from articlekit_html.sniffing import is_binary
from articlekit_html.written import read_written

_TAG: Final = re.compile("<[/!]?[A-Za-z]")
_BEGINNINGS: Final = ("<", "{", "[")
_MEMBER: Final = re.compile(r'"\s*:\s*["\d\[{tfn]')
_END_OF_JSON: Final = re.compile(r"""(?:["\d\]}]|true|false|null)\s*[\]}]\s*\Z""")
_NEAR_END: Final = 200


def read_page(source: Source) -> Article:
    """Read a page; a copy in an archive as the page that it is a copy of."""
    opened = open_page(source)
    cut = cut_of(opened.page)
    # Reading the body changes the tree: what else is asked of it goes first.
    last = last_words(opened.document.root) if cut else None
    article = _read(opened)
    return evolve(article, diagnostics=article.diagnostics + say_cut(article, cut, last)) if cut else article


def _read(opened: Opened) -> Article:
    document = opened.document
    root = document.root
    if (written := read_written(root)) is not None:
        return evolve(written, diagnostics=document.diagnostics)
    said = read_metadata(root, url=opened.url)
    body = read_body(root, said, said.url or opened.url, beside_files=opened.beside_files)
    return Article(
        id=said.id,
        url=said.url,
        title=said.title,
        subtitle=None if _begins_with(body.blocks, said.subtitle) else said.subtitle or body.standfirst,
        summary=said.summary,
        authors=said.authors,
        published=said.published,
        modified=said.modified,
        language=said.language,
        site=said.site,
        categories=said.categories,
        tags=said.tags,
        image=said.image,
        license=said.license,
        body=body.blocks,
        claims=said.claims,
        diagnostics=(*document.diagnostics, *said.diagnostics, *body.diagnostics, *_other_than_html(opened.text)),
        extra={**said.extra, "archived": dict(opened.archived)} if opened.archived else said.extra,
    )


def _begins_with(blocks: tuple[Block, ...], text: str | None) -> bool:
    """Whether a text is the first paragraph: then it does not stand apart from it."""
    first = next(iter(blocks), None)
    return isinstance(first, Paragraph) and " ".join(first.text.split()) == text


def _other_than_html(text: str) -> tuple[Diagnostic, ...]:
    """Say that a text is no HTML, or the rest of JSON in which HTML stands."""
    if not text or text.isspace():
        return ()
    if is_binary(text):
        return (Diagnostic(code="html.not-html", message="much of it is no text: it may be a file of another type"),)
    if not _TAG.search(text):
        return (Diagnostic(code="html.not-html", message="there is no tag in it: it may be a file of another type"),)
    ends_as_json = _END_OF_JSON.search(text[-_NEAR_END:]) and _MEMBER.search(text)
    if ends_as_json and not text.lstrip().startswith(_BEGINNINGS):
        message = "it ends as JSON does, whose beginning is missing: its signs and names stand in the text"
        return (Diagnostic(code="json.start-lost", message=message),)
    return ()
