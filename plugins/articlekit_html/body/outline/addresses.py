"""Where links lead: to the same site, or elsewhere."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

_ABSOLUTE: Final = ("http://", "https://", "//")
_FILE: Final = re.compile(r"\.(?!html?$|php$|aspx?$|jsp$)[a-z0-9]{2,4}$", re.IGNORECASE)


def host_of(url: str | None) -> str | None:
    """Give the host of an address, None where it has none or is none."""
    try:
        return urlsplit(url or "").netloc or None
    except ValueError:
        return None


def is_elsewhere(address: str, host: str | None) -> bool:
    """Whether an address is one of another site, and does not hand this one's on to it, as links for sharing do."""
    other = address.partition("//")[2].partition("/")[0] if address.startswith(_ABSOLUTE) else ""
    return bool(other) and (host is None or (host not in address and _site(other) != _site(host)))


def is_page_beside(address: str, host: str | None) -> bool:
    """Whether an address is one of another page of the same site: no place in this one, no file."""
    return is_page(address) and not is_elsewhere(address, host)


def is_page(address: str) -> bool:
    """Whether an address is one of another page, of any site."""
    if ":" in address.partition("/")[0] and not address.startswith(_ABSOLUTE):
        return False
    path = address.partition("#")[0].partition("?")[0].rpartition("//")[2]
    return bool(path) and not _FILE.search(path.partition("/")[2])


def _site(host: str) -> str:
    """Give what a host is called: the longest part of its name, which the others of one house share."""
    return max(host.partition(":")[0].removeprefix("www.").rpartition(".")[0].split("."), key=len)
