"""An export, item by item: posts become articles, what is no article is left out and named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from attrs import evolve

from articlekit.markup import Element, local_name, read_records
from articlekit.markup.elements import text_of
from articlekit.plugin import Article, Diagnostic, NoArticleError, Origin, Source
from articlekit_wordpress.values import counted, string
from articlekit_wordpress.wxr.attachments import Attachments
from articlekit_wordpress.wxr.items import Export, read_item, text_in

_CONTAINERS = frozenset({"channel"})
_RECORDS = frozenset({"item"})
# What WordPress itself keeps among its posts and no reader would call one.
_NO_ARTICLES = frozenset(
    {
        *("attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache"),
        *("user_request", "wp_block", "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation"),
        *("wp_font_family", "wp_font_face"),
    }
)


def read_export(source: Source) -> Iterator[Article]:
    """Read the posts, pages and posts of other types, one by one, in the order of the export.

    Raises:
        NoArticleError: There is none in it.
    """
    decoded = None if source.is_streamed else source.decoded
    export = Export(attachments=Attachments(source))
    held: Article | None = None
    skipped: Counter[str] = Counter()
    pending = decoded.diagnostics if decoded else ()
    for number, (element, notes) in enumerate(_items(source, export), start=1):
        kind = text_in(element, "post_type") or "post"
        if kind in _NO_ARTICLES:
            skipped[kind] += 1
            pending += notes
            continue
        if held:
            yield held
        article = read_item(element, export)
        origin = Origin(place=f"item {number}", encoding=decoded.encoding if decoded else None)
        held = evolve(article, origin=origin, diagnostics=(*pending, *_said(skipped), *notes, *article.diagnostics))
        skipped, pending = Counter(), ()
    if held is None:
        found = counted(skipped) or "nothing"
        raise NoArticleError(f"the export holds no posts but {found}", format="wxr", diagnostics=pending)
    yield evolve(held, diagnostics=(*held.diagnostics, *pending, *_said(skipped)))


def _items(source: Source, export: Export) -> Iterator[tuple[Element, tuple[Diagnostic, ...]]]:
    pending: tuple[Diagnostic, ...] = ()
    for record in read_records(source, _CONTAINERS, _RECORDS):
        if record.name in _RECORDS:
            yield record.element, (*pending, *record.diagnostics)
            pending = ()
        else:
            pending = tuple(dict.fromkeys((*pending, *record.diagnostics)))
            _note(export, record.element)


def _note(export: Export, element: Element) -> None:
    """Take what the channel says of all its items."""
    text = text_of(element)
    match local_name(element):
        case "title" if not export.title:
            export.title = string(text)
        case "link" if not export.url:
            export.url = text
        case "language":
            export.language = text and text.replace("_", "-")
        case "author":
            login, name = text_in(element, "author_login"), text_in(element, "author_display_name")
            if login and name:
                export.names[login] = string(name) or login


def _said(skipped: Counter[str]) -> tuple[Diagnostic, ...]:
    if not skipped:
        return ()
    # Nothing is lost: the pictures that posts show are in their bodies, the featured ones in their fields.
    message = f"what is no article was left out: {counted(skipped)}"
    return (Diagnostic(code="item.skipped", message=message, severity="info"),)
