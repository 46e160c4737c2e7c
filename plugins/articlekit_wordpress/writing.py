"""Articles as the WordPress REST API would answer them: version 2, as with ``_embed``."""

from __future__ import annotations

import json
from collections.abc import Sequence

from articlekit.entities import encode
from articlekit.markup import write_blocks
from articlekit.plugin import BLOCKS, FIELDS, MARKS, Article, Holds, Json, Moment, WriteError
from articlekit.unmended import unmended_json
from articlekit_wordpress.dates import write_moment
from articlekit_wordpress.metadata import Metadata
from articlekit_wordpress.shortcodes import has_shortcodes
from articlekit_wordpress.surplus import add_metadata
from articlekit_wordpress.values import Object, rendered, string
from articlekit_wordpress.vocabulary import POST

HOLDS = Holds(fields=FIELDS, blocks=BLOCKS, marks=MARKS)
"""What an answer of WordPress can hold."""

# JavaScript, for which the answers are made, reads no greater number exactly.
_GREATEST = 2**53


def write(articles: Sequence[Article], php: bool = False) -> str:
    r"""Write one article as a post, any other number of them as a list of posts.

    Args:
        articles: The articles; what their `extra` says, as `articlekit.parse` leaves it there, is written too.
        php: Whether to print it as PHP's ``json_encode`` does and so the server: in one line, without spaces, ``/`` as
            ``\/``, other characters than ASCII as ``\uXXXX``.

    Raises:
        WriteError: `Article.extra` holds what is no JSON.

    Example:
        >>> write([Article(id="7", title="Fish & chips")], php=True)
        '{"id":7,"title":{"rendered":"Fish &amp; chips"},"content":{"rendered":"","protected":false}}'
    """
    posts = [_post(article) for article in articles]
    try:
        return _print(posts[0] if len(posts) == 1 else posts, php)
    except (TypeError, ValueError) as wrong:
        raise WriteError("wordpress", f"extra holds what JSON does not know: {wrong}") from wrong
    except RecursionError:
        raise WriteError("wordpress", "extra is nested too deep") from None


def _print(answer: Object | list[Object], php: bool) -> str:
    if php:
        return json.dumps(answer, separators=(",", ":"), allow_nan=False).replace("/", "\\/")
    return unmended_json(answer) + "\n"


def _post(article: Article) -> Object:
    post: Object = dict(article.extra)
    post |= _identity(article) | _moments("date", article.published) | _moments("modified", article.modified)
    _add_texts(post, article)
    add_metadata(post, _metadata(article))
    order = {name: i for i, name in enumerate(POST)}
    return dict(sorted(post.items(), key=lambda item: order.get(item[0], len(order))))


def _identity(article: Article) -> Object:
    said: Object = {}
    if article.id is not None:
        number = int(article.id) if article.id.isdecimal() and article.id.isascii() and len(article.id) < 16 else None
        said["id"] = number if number is not None and str(number) == article.id and number < _GREATEST else article.id
    if article.url is not None:
        said["link"] = article.url
    return said


def _moments(field: str, moment: Moment | None) -> Object:
    if moment is None:
        return {}
    local, utc = write_moment(moment)
    return {field: local} if utc is None else {field: local, f"{field}_gmt": utc}


def _add_texts(post: Object, article: Article) -> None:
    said = post.get("title")
    if article.title is not None and string(rendered(said)) != article.title:
        post["title"] = _text(said, encode(article.title))
    said = post.get("content")
    if article.body or not isinstance(said, dict) or "rendered" not in said:
        html = write_blocks(article.body)
        # Brackets that would be read as a shortcode are written as the handbook advises.
        html = html.replace("[", "&#91;") if has_shortcodes(html) else html
        post["content"] = _text(said, html) | {"protected": False}
    if article.summary is not None:
        html = f"<p>{encode(article.summary)}</p>\n"
        # An excerpt that was typed is one that was not cut from the body.
        post["excerpt"] = _text(post.get("excerpt"), html) | {"protected": False, "raw": article.summary}


def _text(said: Json, html: str) -> Object:
    return (said if isinstance(said, dict) else {}) | {"rendered": html}


def _metadata(article: Article) -> Metadata:
    return Metadata(
        authors=article.authors,
        categories=article.categories,
        tags=article.tags,
        language=article.language,
        site=article.site,
        image=article.image,
        license=article.license,
        subtitle=article.subtitle,
    )
