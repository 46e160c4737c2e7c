"""Where a page was that somebody has saved: what programs that save pages write into them."""

from __future__ import annotations

import re
from typing import Final

from articlekit.markup import Element

_HEAD: Final = 10_000
_COMMENT: Final = re.compile(
    r"<!--[^<>]{0,100}?\b(?:saved|mirrored)\b[^<>]{0,80}?\b(?:url|from)\b\W{0,4}(?:\(\d{1,5}\))?"
    r"(?P<address>(?:https?://)?[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}(?::\d{1,5})?/[^\s<>\"']*)",
    re.IGNORECASE,
)


def saved_from(text: str, root: Element) -> str | None:
    """Give the address that a saved page was at, where the program that saved it says so; None where none does.

    Relative addresses in such a page are those of files beside it.

    Example:
        >>> from articlekit.markup import parse_html
        >>> page = "<!-- saved from url=(0022)https://example.org/a/ --><html><p>Text.</p></html>"
        >>> saved_from(page, parse_html(page))
        'https://example.org/a/'
    """
    if said := _COMMENT.search(text, 0, _HEAD):
        # Who mirrors a whole site leaves the scheme out.
        address = said["address"]
        return address if address.startswith("http") else f"http://{address}"
    marked = root.get("data-scrapbook-source") or ""
    return marked if marked.startswith(("http://", "https://")) else None
