"""Posts that authors embed, where no name says so: quotations that end with who posted them, and a link to the post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from articlekit.markup import Element
from articlekit_html.body.outline.arrays import Outline

_NEAR: Final = 100
_WHO: Final = re.compile(r"[‐‑‒–—―-]\s*+[^()]{0,80}+\(@[^\s()]{1,60}\)\s*\Z")
"""Who posted it, as services write it: a dash, a name, and in brackets the one that the service knows."""


def find_posts(page: Outline) -> Iterator[int]:
    """Find the quotations that stand in for a post, until a script has shown it."""
    yield from (node for node in page.tagged("blockquote") if _is_post(page.elements[node]))


def _is_post(quotation: Element) -> bool:
    links = [element for element in islice(quotation.iter(), _NEAR) if element.tag == "a"]
    if not links:
        return False
    link = links[-1]
    before = link.getprevious()
    above = link.getparent()
    said = before.tail if before is not None else above.text if above is not None else None
    return bool(said and _WHO.search(said)) and not _is_followed(link, quotation)


def _is_followed(link: Element, quotation: Element) -> bool:
    """Whether a text stands behind a link in a quotation."""
    around = link
    while around is not quotation:
        above = around.getparent()
        if above is None or (around.tail or "").strip() or around.getnext() is not None:
            return True
        around = above
    return False
