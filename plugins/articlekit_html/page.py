"""The article of a page: its metadata and its body, in one record."""

from __future__ import annotations

from articlekit.markup import parse_document
from articlekit.plugin import Article, Source
from articlekit_html.body import read_body
from articlekit_html.metadata import read_metadata


def read_page(source: Source) -> Article:
    """Read a page."""
    document = parse_document(source.text)
    root = document.root
    # Reading the body changes the tree, so the metadata go first.
    said = read_metadata(root, url=source.url)
    body = read_body(root, said.url or source.url, said.article_body)
    return Article(
        id=said.id,
        url=said.url,
        title=said.title,
        subtitle=said.subtitle,
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
        diagnostics=(*document.diagnostics, *said.diagnostics, *body.diagnostics),
        extra=said.extra,
    )
