"""A page as it is read from: what archives, office programs and savers of pages have made of it undone."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from articlekit.markup import Document, parse_document
from articlekit.plugin import Json, Source
from articlekit_html.opening.archived import read_archived, take_bar_away
from articlekit_html.opening.numbered_code import has_numbered_code, shape_numbered_code
from articlekit_html.opening.office_lists import shape_office_lists
from articlekit_html.opening.saved import saved_from
from articlekit_html.opening.shadow_trees import show_shadow_trees


@frozen(kw_only=True)
class Opened:
    """A page that was opened."""

    #: The page as it was before an archive made a copy of it.
    page: str | bytes
    text: str
    document: Document
    #: Where it is from: as it was handed over with it, or as who saved it says.
    url: str | None
    #: Whether relative addresses are those of files that were saved with it.
    beside_files: bool
    #: What an archive says of its copy.
    archived: Mapping[str, Json] | None


def open_page(source: Source) -> Opened:
    """Parse a page, and make of it what it was."""
    archived = read_archived(source)
    if archived:
        source = archived.original
    page = source.content if source.decoded.is_verbatim else source.text
    document = parse_document(page)
    if archived:
        take_bar_away(document.root, archived.host)
    show_shadow_trees(document.root)
    shape_office_lists(document.root)
    if has_numbered_code(source.text):
        shape_numbered_code(document.root)
    saved = saved_from(source.text, document.root)
    return Opened(
        page=page,
        text=source.text,
        document=document,
        url=source.url or saved,
        beside_files=saved is not None,
        archived=archived.said if archived else None,
    )
