"""The names WordPress gives to the members of its answers, and the order it writes them in.

REST API handbook, "Posts" schema: https://developer.wordpress.org/rest-api/reference/posts/#schema
"""

from __future__ import annotations

from collections.abc import Mapping

#: Members of a ``wp/v2`` post, in the order in which the server writes them.
POST = (
    *("id", "date", "date_gmt", "guid", "modified", "modified_gmt", "password", "slug", "status", "type", "link"),
    *("title", "content", "excerpt", "author", "featured_media", "parent", "menu_order", "comment_status"),
    *("ping_status", "sticky", "template", "format", "meta", "categories", "tags", "permalink_template"),
    *("generated_slug", "class_list", "acf", "yoast_head", "yoast_head_json", "_links", "_embedded"),
)

#: Members of a WordPress.com v1.1 post, in their order.
WPCOM_POST = (
    *("ID", "site_ID", "author", "date", "modified", "title", "URL", "short_URL", "content", "excerpt", "slug", "guid"),
    *("status", "sticky", "password", "parent", "type", "discussion", "likes_enabled", "sharing_enabled", "like_count"),
    *("i_like", "is_reblogged", "is_following", "global_ID", "featured_image", "post_thumbnail", "format", "geo"),
    *("menu_order", "page_template", "publicize_URLs", "terms", "tags", "categories", "attachments"),
    *("attachment_count", "metadata", "meta", "capabilities", "other_URLs"),
)

#: What stands beside ``rendered``.
RENDERED = frozenset({"rendered", "raw", "protected", "block_version"})

#: Members that hold HTML or what was typed, in which anything can stand.
TEXTS = frozenset({"rendered", "raw", "content", "title", "excerpt"})

#: Members whose strings hold no quotes, whatever they are.
PLAIN = frozenset(
    (
        *("date", "date_gmt", "modified", "modified_gmt", "slug", "status", "type", "link", "comment_status"),
        *("ping_status", "template", "format", "URL", "short_URL", "global_ID", "href", "taxonomy"),
    )
)

#: Members that end the answer's other objects, lists and errors.
_OTHERS = (
    *("found", "posts", "body", "headers", "code", "message", "data", "error", "additional_errors"),
    *("jetpack_featured_media_url", "jetpack_shortlink", "jetpack_sharing_enabled", "jetpack_likes_enabled"),
    *("jetpack-related-posts", "jetpack_publicize_connections", "metadata", "caption", "alt_text", "media_type"),
    *("mime_type", "media_details", "source_url", "description", "name", "url", "taxonomy", "avatar_urls"),
)

#: Every member by which an answer of WordPress is known.
KNOWN = frozenset(POST) | frozenset(WPCOM_POST) | RENDERED | frozenset(_OTHERS)

#: Members of a post itself, whichever API wrote it.
OF_A_POST = frozenset(POST) | frozenset(WPCOM_POST)

#: Members that an answer, a post, a list of WordPress.com, an envelope or an error can begin with.
FIRST = (
    *("id", "ID", "date", "date_gmt", "guid", "modified", "slug", "status", "type", "link", "title", "content"),
    *("found", "posts", "code", "message", "error", "body", "algorithm", "success", "request", "0"),
)

#: What every post has of ``wp/v2`` after its text, unless the request asked for less; pages have others.
_ALWAYS = (
    *("id", "date", "date_gmt", "guid", "modified", "modified_gmt", "slug", "status", "type", "link", "title"),
    *("content", "excerpt", "author", "featured_media"),
)
_ALWAYS_POST = (*_ALWAYS, "comment_status", "ping_status", "sticky", "template", "format", "meta", "categories", "tags")
_ALWAYS_WPCOM = ("ID", "site_ID", "author", "date", "modified", "title", "URL", "content", "excerpt", "slug", "status")


def is_comment(value: Mapping[str, object]) -> bool:
    """Tell whether an object is a comment on a post, of version 2 or of WordPress.com: it has a text, too."""
    return "post" in value and "title" not in value and ("author_name" in value or value.get("type") == "comment")


def always_there(post: Mapping[str, object]) -> tuple[str, ...]:
    """Name the members that a post of this kind always has, in the order of the answer."""
    if "ID" in post or "site_ID" in post or "short_URL" in post:
        return (*_ALWAYS_WPCOM, "type", "tags", "categories")
    return (*(_ALWAYS_POST if post.get("type", "post") == "post" else _ALWAYS), "_links")


def before(name: str) -> str | None:
    """Name the member that stands before member `name` in a ``wp/v2`` post, or in one of its rendered texts."""
    if name == "protected":
        return "rendered"
    if name == "slug":
        return "modified_gmt"  # "password" is there for editors alone
    return POST[POST.index(name) - 1] if name in POST[1:] else None
