"""Pictures that a script loads later: their address is somewhere else than in `src`."""

from __future__ import annotations

import re
from typing import Final

from articlekit.markup import Element

_LATER: Final = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "data-image", "data-hi-res-src")
_SETS: Final = ("srcset", "data-srcset", "data-lazy-srcset")
_NO_PICTURE: Final = ("data:", "about:", "javascript:")
# What file names of pictures that hold a place are like.
_PLACEHOLDER: Final = re.compile(r"placeholder|blank|spacer|pixel|1x1|lazy|loading", re.IGNORECASE)
_FROM_NOSCRIPT: Final = re.compile(r"<img\b[^>]{0,2000}?\bsrc\s*=\s*[\"']?([^\"'\s>]{1,2000})", re.IGNORECASE)


def find_address(picture: Element) -> str | None:
    """Find the address of a picture, as it is written.

    See the HTML standard, 4.8.3 (`src`, `srcset`) and 4.8.2 (`source`); the ``data-`` names are those of the common
    scripts for loading later.
    """
    source = (picture.get("src") or "").strip()
    if source and not source.startswith(_NO_PICTURE) and not _PLACEHOLDER.search(source.rpartition("/")[2][:100]):
        return source
    address: str | None
    for name in _LATER:
        if (address := (picture.get(name) or "").strip()) and not address.startswith(("data:", "{", "[")):
            return address
    for name in _SETS:
        if address := _largest(picture.get(name)):
            return address
    above = picture.getparent()
    if above is not None:
        for other in above:
            if other.tag == "source" and (address := _largest(other.get("srcset") or other.get("data-srcset"))):
                return address
            if other.tag == "noscript" and (address := _from_noscript(other)):
                return address
    return source if source and not source.startswith(_NO_PICTURE) else None


def _from_noscript(element: Element) -> str | None:
    inner = next(element.iter("img"), None)
    if inner is not None:
        return (inner.get("src") or "").strip() or None
    written = _FROM_NOSCRIPT.search((element.text or "")[:4000])
    return written[1] if written else None


def _largest(candidates: str | None) -> str | None:
    """Take the address with the greatest width or density of an image candidate string."""
    if not candidates:
        return None
    best, best_size = None, -1.0
    for candidate in re.split(r",\s+", candidates[:20_000]):
        address, _, descriptor = candidate.strip().partition(" ")
        number = descriptor.strip()[:-1]
        size = float(number) if number.replace(".", "", 1).isascii() and number.replace(".", "", 1).isdigit() else 0.0
        if address and not address.startswith("data:") and size > best_size:
            best, best_size = address.rstrip(","), size
    return best
