"""Tells an export, whole or in part, by the names of its elements."""

from __future__ import annotations

import re

from articlekit.plugin import Source

# The namespace has differed with each version.
_EXPORT = re.compile(r"<rss\b[^<>]*\bwordpress\.org/export/1\.\d")
_PARTS = re.compile(r"<wp:(?:wxr_version|post_id|post_type|author_login)>")


def sniff(source: Source) -> float:
    """Say how sure it is that this is an export, whole or in part."""
    head = source.head
    if not head.startswith("<"):
        return 0.9 if len(_PARTS.findall(head)) > 1 and "</wp:" in head else 0.0
    if _EXPORT.search(head):
        return 1.0
    return 0.96 if _PARTS.search(head) and "<html" not in head[:400].lower() else 0.0
