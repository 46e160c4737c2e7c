"""Tells answers of WordPress, whole or damaged, by the names of their members."""

from __future__ import annotations

import re
from itertools import islice

from articlekit.plugin import Source
from articlekit_wordpress.vocabulary import FIRST

# So much of a text is looked through, at its beginning and, where that says nothing, at its end.
_WINDOW = 65_536
# Names that stand in answers of WordPress and hardly anywhere else.
_OWN = (
    *("date_gmt", "modified_gmt", "featured_media", "comment_status", "ping_status", "class_list", "menu_order"),
    *("rendered", "yoast_head_json", "wp:term", "site_ID", "short_URL", "global_ID", "like_count", "post_thumbnail"),
)
# Names that others have too: together, in JSON, they are enough.
_SHARED = ("slug", "title", "excerpt", "content", "permalink", "posts", "link")
# What stands between a member's name and its value. Damage changes the quotes (`\"`, `""`, `&quot;`, `'`, none) and
# seldom the name itself.
_QUOTES = r"(?:[\"'“”\\\]]|</span>|&(?:quot|[lr]dquo|#0?3[49]|#x2[27]|#822[01]);|%(?:25)?2[27]|\\u002[27]|=22){0,8}"
_COLON = r"\s{0,9}(?::|=(?:3A|>)|%(?:25)?3A|;[aOsidbN][:;])"
_ENDS_A_NAME = re.compile(_QUOTES + _COLON, re.IGNORECASE)
# Each begins with its word, which is found faster than the border of any.
_ERRORS = (
    re.compile(rf"code(?<!\wcode){_QUOTES}{_COLON}\s{{0,9}}{_QUOTES}(?:rest|wp|json)_\w"),
    re.compile(r"\"error\"\s{0,9}:\s{0,9}\"\w+\"\s{0,9},\s{0,9}\"message\""),
)
_JSON = re.compile(r"\s*+[\[{]")
# Rich Text, which is no JSON; notebooks of Jupyter, and what browsers record of HTTP (HAR).
_OTHERS = re.compile(r"\s*+\{(?:\\rtf\d|\s*+\"(?:cells|nbformat|log)\"\s*+:\s*+[\[{\d])")
_FIRST_MEMBER = re.compile(rf"[\s\[{{]{{0,40}}+\"(?:{'|'.join(FIRST)})\"\s*+:")
_FEED = re.compile(r"\s*+<(?:\?xml|rss|feed)\b", re.IGNORECASE)
# In JSON slashes may be escaped.
_SCRIPT_END = re.compile(r"<\\?/script")
_PAGE = re.compile(r"(?>(?:\s|<!--[^>]{0,300}-->)*)<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_BODY = re.compile(r"<body\b[^<>]*>", re.IGNORECASE)
# Nothing but elements before the answer, and none whose text is not shown.
_SHOWN = re.compile(
    r"(?>(?:\s|<(?!/?(?:script|style|template|noscript|textarea)\b)[^<>]*>)*)[\[{]"
    r"(?>(?:\s|<span\b[^<>]*>)*)(?:[\[{\"]|&quot;)",
    re.IGNORECASE,
)
# ``{"id":`` and ``[{"id":`` in Base64.
_BASE64 = ("eyJpZCI6", "W3siaWQiO")


def sniff(source: Source) -> float:
    """Say how sure it is that this is an answer of WordPress, whole or damaged."""
    text = source.text
    if _FEED.match(text):
        return 0.0
    if _PAGE.match(text):
        # More than any page: what it shows is no article of its own.
        return 0.95 if _is_shown(text) and (_own_members(text[:_WINDOW]) or _is_error(text[:_WINDOW])) else 0.0
    head = text[:_WINDOW]
    if head.lstrip().rpartition("base64,")[2].startswith(_BASE64):
        return 0.9
    own = _own_members(head)
    if not own and len(text) > _WINDOW:
        own = _own_members(text[-_WINDOW:])
    return _in_json(head, own) if _JSON.match(head) else _in_other_text(head, own)


def _in_json(head: str, own: int) -> float:
    if own:
        return 0.95 if own > 1 and _FIRST_MEMBER.match(head) else 0.8
    if _is_error(head):
        return 0.9
    if '"@context"' in head or _OTHERS.match(head):
        return 0.0
    # Other JSON may be a post of some plugin's making; whoever knows it better is surer.
    return 0.3 if sum(f'"{name}"' in head for name in _SHARED) > 2 else 0.1


def _in_other_text(head: str, own: int) -> float:
    if own:
        return 0.85 if own > 1 else 0.5
    return 0.7 if _is_error(head) else 0.0


def _is_error(text: str) -> bool:
    return any(pattern.search(text) for pattern in _ERRORS)


def _own_members(text: str) -> int:
    """Count WordPress's own names that are used as names of members, outside scripts; two are as good as more."""
    return sum(1 for _ in islice((name for name in _OWN if _is_member(text, name)), 2))


def _is_member(text: str, name: str) -> bool:
    at = text.find(name)
    for _ in range(3):
        if at < 0:
            return False
        if _ENDS_A_NAME.match(text, at + len(name)) and not _is_in_script(text, at):
            return True
        at = text.find(name, at + 1)
    return False


def _is_in_script(text: str, at: int) -> bool:
    opened = text.rfind("<script", 0, at)
    return opened >= 0 and _SCRIPT_END.search(text, opened, at) is None


def _is_shown(page: str) -> bool:
    """Whether the answer is the text of a page, as browsers save it, and not data in a script of one."""
    # Words are found faster than a pattern that begins as every element does.
    found = (page.find(name, 0, _WINDOW) for name in ("<body", "<BODY"))
    at = next((at for at in found if at >= 0), -1)
    body = _BODY.match(page, at, _WINDOW) if at >= 0 else None
    return _SHOWN.match(page, body.end() if body else 0, _WINDOW) is not None
