"""Addresses that run nothing, wherever a browser would look for a script."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin

from articlekit.markup.tokens import names_of

SAFE_SCHEMES: Final = frozenset(
    names_of(
        "doi fax feed ftp ftps geo git gopher http https irc ircs magnet mailto matrix mms news nntp rtsp sftp sms ssh "
        "svn tel urn webcal xmpp"
    )
)
"""Schemes an address may have; an address without a scheme is relative and safe too."""

# What the parser of the URL standard drops first (https://url.spec.whatwg.org/#concept-basic-url-parser).
_EDGES = "".join(map(chr, range(0x21)))
_INSIDE = re.compile(r"[\t\n\r]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*+):")
_TO_READERS = re.compile(r"(?:feed:)++(?=[^/])", re.IGNORECASE)
"""What hands an address on to a reader of feeds, which may open whatever stands behind: ``feed:https://…``."""
_ORIGIN = re.compile(r"https?://[A-Za-z0-9.-]++(?=/)")
_ON_A_HOST = re.compile(r"https?://", re.IGNORECASE | re.ASCII)
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif|bmp|x-icon)[;,]", re.IGNORECASE)


def clean(url: str) -> str:
    """Drop what the URL standard drops: controls and spaces at the ends, tabs and line breaks inside."""
    url = url.strip(_EDGES)
    return _INSIDE.sub("", url) if "\n" in url or "\t" in url or "\r" in url else url


def resolve(url: str, base: str | None) -> str:
    """Make an address absolute where a base is known; one that cannot be understood stays as it is. Nothing is raised.

    What is safe to open or to show, `is_safe_link` and its like say.

    Example:
        >>> resolve("../b.png", "https://example.org/a/")
        'https://example.org/b.png'
        >>> resolve("b.png", None), resolve("//[b/", "https://example.org/a/")
        ('b.png', '//[b/')
    """
    url = clean(url)
    if not base or not url or url.startswith(("http://", "https://")):
        return url
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def origin_of(base: str | None) -> str:
    """Give the scheme and host of a plain address on the web, empty where it is another."""
    origin = _ORIGIN.match(base) if base else None
    return origin[0] if origin else ""


def is_plain_path(url: str) -> bool:
    """Whether an address is a path that stands as it is behind the origin of its base."""
    return (
        url[:1] == "/"
        and url[1:2] != "/"
        and url[-1] not in "?# "
        and "/." not in url
        and ";" not in url
        and "?#" not in url
        and url.isprintable()
    )


def is_safe_link(url: str) -> bool:
    """Whether a link may lead there: by a known scheme that runs nothing, or relative."""
    scheme = _scheme(url)
    if scheme == "feed":
        scheme = _scheme(_TO_READERS.sub("", clean(url), count=1))
    return scheme is not None and (not scheme or scheme in SAFE_SCHEMES)


def is_safe_frame(url: str) -> bool:
    """Whether something may be shown from there: by HTTP, or relative."""
    return _scheme(url) in ("", "http", "https")


def names_its_host(url: str) -> bool:
    """Whether something comes from a host of its own by HTTP, and not from that of whatever page it stands in."""
    return _ON_A_HOST.match(clean(url)) is not None


def is_safe_picture(url: str) -> bool:
    """Whether a picture may be shown from there: by HTTP, relative, or one that is data itself, but no drawing."""
    return is_safe_frame(url) or _PICTURE.match(clean(url)) is not None


def _scheme(url: str) -> str | None:
    """Give an address's scheme as a browser reads it, empty if it is relative, None if there is no address."""
    url = clean(url)
    found = _SCHEME.match(url)
    return found[1].lower() if found else "" if url else None
