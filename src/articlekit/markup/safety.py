"""What may stand in written HTML: addresses that run nothing, and MathML by an allow-list."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin

SAFE_SCHEMES: Final = frozenset(
    [
        "http",
        "https",
        "ftp",
        "ftps",
        "sftp",
        "mailto",
        "news",
        "nntp",
        "irc",
        "ircs",
        "tel",
        "sms",
        "fax",
        "geo",
        "urn",
        "doi",
        "magnet",
        "xmpp",
        "webcal",
        "feed",
        "matrix",
        "whatsapp",
        "viber",
        "tg",
        "skype",
        "facetime",
        "signal",
        "bitcoin",
        "ethereum",
        "lightning",
        "ipfs",
        "gopher",
        "gemini",
        "rtsp",
        "mms",
        "svn",
        "git",
        "ssh",
    ]
)
"""Schemes an address may have; an address without a scheme is relative and safe too."""

# What the URL standard's parser drops before it looks at the scheme (https://url.spec.whatwg.org/#concept-basic-url-parser).
_EDGES = "".join(map(chr, range(0x21)))
_INSIDE = re.compile(r"[\t\n\r]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*+:")
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif|bmp|x-icon)[;,]", re.IGNORECASE)


def clean(url: str) -> str:
    """Drop what the URL standard drops: controls and spaces at the ends, tabs and line breaks inside."""
    url = url.strip(_EDGES)
    return _INSIDE.sub("", url) if "\n" in url or "\t" in url or "\r" in url else url


def resolve(url: str, base: str | None) -> str:
    """Make an address absolute where a base is known."""
    url = clean(url)
    if base is None or not url or url.startswith(("http://", "https://")):
        return url
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def is_safe_link(url: str) -> bool:
    """Whether a link may lead there: a known scheme that runs nothing, or none."""
    scheme = _SCHEME.match(url)
    return bool(url) and (scheme is None or url[: scheme.end() - 1].lower() in SAFE_SCHEMES)


def is_safe_frame(url: str) -> bool:
    """Whether something may be shown from there: by HTTP, or relative."""
    scheme = _SCHEME.match(url)
    return bool(url) and (scheme is None or url[: scheme.end() - 1].lower() in ("http", "https"))


def is_safe_picture(url: str) -> bool:
    """Whether a picture may be shown from there: by HTTP, relative, or one that is data itself."""
    return is_safe_frame(url) or _PICTURE.match(url) is not None
