"""One post into one article: REST version 2, version 1, and WordPress.com.

They differ in the names of a few members (``id`` and ``ID``, ``link`` and ``URL``) and in that version 2 wraps texts:
``{"rendered": …}``. Every member that a field holds is taken out of the post; what is left becomes `Article.extra`.
"""

from __future__ import annotations

from collections.abc import Sequence

from articlekit.blocks import text_blocks
from articlekit.plugin import Article, Block, Diagnostic, Moment, Origin
from articlekit_wordpress.content import read_content
from articlekit_wordpress.dates import read_moment
from articlekit_wordpress.excerpts import read_summary
from articlekit_wordpress.names import read_metadata
from articlekit_wordpress.surplus import prune
from articlekit_wordpress.values import Object, address, raw, rendered, string

_AUTOMATIC = Diagnostic(code="summary.automatic", message="the excerpt is the body's beginning; it stays in `extra`")
_PROTECTED = Diagnostic(code="body.protected", message="the content is behind a password and not in the answer")
_ABSENT = Diagnostic(code="body.empty", message="the answer holds no content: it was asked for without")
_EMPTY = Diagnostic(code="body.empty", message="the content is empty")
_PASSWORD_FORM = "post-password-form"  # noqa: S105  the class of the form that asks for it


def read_post(post: Object, place: str | None = None, recovered: Sequence[Diagnostic] = ()) -> Article:
    """Read a post, which is used up: what no field holds is left in it and becomes the article's `extra`.

    Args:
        post: The post.
        place: Where it stands in the answer, a JSONPath.
        recovered: What is known of it already.
    """
    notes = list(recovered)
    metadata = read_metadata(post)
    url = _read_address(post)
    body = _read_body(post, url, notes)
    article = Article(
        id=_read_id(post),
        url=url,
        title=_read_title(post),
        subtitle=metadata.subtitle,
        summary=_read_summary(post, body, notes),
        authors=metadata.authors,
        published=_read_moment(post, "date", notes),
        modified=_read_moment(post, "modified", notes),
        language=metadata.language,
        site=metadata.site,
        categories=metadata.categories,
        tags=metadata.tags,
        image=metadata.image,
        license=metadata.license,
        body=body,
        origin=Origin(place=place),
        diagnostics=tuple(notes),
        extra=post,
    )
    prune(post, metadata)
    return article


def _read_id(post: Object) -> str | None:
    for key in ("id", "ID"):
        said = post.get(key)
        if (isinstance(said, int) and not isinstance(said, bool)) or (isinstance(said, str) and said):
            return str(post.pop(key))
    return None


def _read_address(post: Object) -> str | None:
    for key in ("link", "URL", "url"):
        if address(post.get(key)):
            return address(post.pop(key))
    return None


def _read_title(post: Object) -> str | None:
    said = post.get("title")
    html = rendered(said)
    typed = raw(said)
    title = string(html) or string(typed)
    if title is None or "<" not in (html or ""):
        _take(post, "title", title)
    # Else the markup of the title is more than the field holds, and stays.
    return title


def _read_body(post: Object, url: str | None, notes: list[Diagnostic]) -> tuple[Block, ...]:
    said = post.get("content")
    html, typed = rendered(said), raw(said)
    from_typed = not (html and html.strip()) and typed is not None
    source = (typed if from_typed else html) or ""
    if _PASSWORD_FORM in source or (not source.strip() and isinstance(said, dict) and said.get("protected")):
        notes.append(_PROTECTED)
        return ()
    if not source.strip():
        notes.append(_ABSENT if said is None else _EMPTY)
        _take(post, "content", None)
        return ()
    # What stands there as plain text may be either; what has paragraphs was made by a server.
    reading = read_content(source, url=url, typed=from_typed or (isinstance(said, str) and "<p" not in said))
    notes += reading.diagnostics
    if not reading.blocks:
        notes.append(_EMPTY)
        return ()
    _take(post, "content", typed if from_typed else None)
    return reading.blocks


def _take(post: Object, field: str, typed: str | None) -> None:
    """Take a text out of a post that has been read; what was typed too, if that says nothing more."""
    said = post.get(field)
    if isinstance(said, dict):
        said.pop("rendered", None)
        if said.get("protected") is False:
            del said["protected"]
        if typed is not None and said.get("raw") == typed:
            del said["raw"]
    if isinstance(said, str) or said in ({}, None):
        post.pop(field, None)


def _read_summary(post: Object, body: tuple[Block, ...], notes: list[Diagnostic]) -> str | None:
    said = post.get("excerpt")
    if said is None:
        return None
    summary, automatic = read_summary(said, lambda size: _start(body, size))
    if automatic:
        notes.append(_AUTOMATIC)
    elif not (isinstance(said, dict) and said.get("protected")):
        _take(post, "excerpt", summary)
    return summary


def _start(body: tuple[Block, ...], size: int) -> str:
    parts: list[str] = []
    for _, block in text_blocks(body):
        parts.append(block.text[:size])
        size -= len(block.text)
        if size <= 0:
            break
    return " ".join(parts)


def _read_moment(post: Object, field: str, notes: list[Diagnostic]) -> Moment | None:
    moment, found = read_moment(post.get(field), post.get(f"{field}_gmt"), field)
    if found:
        notes += found
    else:
        post.pop(field, None)
        post.pop(f"{field}_gmt", None)
    return moment
