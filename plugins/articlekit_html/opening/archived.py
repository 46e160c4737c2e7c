"""Copies in web archives: what an archive has put into a page is taken out, and its addresses are what they were.

Archives that replay a page (RFC 7089 and the programs around it) write each address in it behind one of their own that
ends with a moment: ``https://archive.example/web/20190312083014im_/https://example.org/a.png``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import islice
from typing import Final

from attrs import frozen

from articlekit.markup import Element
from articlekit.plugin import Json, Source

_MOMENT: Final = r"\d{4}\.?\d\d\.?\d\d-?\d{6}"
# How the copy is handed over: `im_` as a picture, `id_` as it was; `*` stands before the list of all copies.
_WAY: Final = r"(?:[a-z]{2}_|\*)?"
_COPY: Final = re.compile(rf"/({_MOMENT}){_WAY}/(?=https?:)")
# What may be one, found by its letters: few pages have an address behind a number in another.
_MAY_BE: Final = re.compile(r"/http(?<=[\d_*]/http)")
_BEFORE: Final = re.compile(r"""(https?://[\w.:-]+|)((?:/[\w.~-]+)*/)$""")
_LEADS: Final = re.compile(r"""\b(?:href|src)\s*=\s*["']?(?=[^"'#\s])""", re.IGNORECASE)
_SAYS_ADDRESS: Final = re.compile(r"<(?:base|link|meta)\s[^<>]{0,2000}>", re.IGNORECASE)
_OF_ITSELF: Final = re.compile(r"<base|canonical|og:url", re.IGNORECASE)
_SAYS: Final = re.compile(r"<(?:link|meta|time)\s[^<>]{0,2000}>", re.IGNORECASE)
_INSERT: Final = re.compile(r"<!--\s*BEGIN [A-Z ]+ INSERT\s*-->")
_INSERTED: Final = re.compile(r"<!--\s*END [A-Z ]+ INSERT\s*-->")
_TO_END: Final = re.compile(r"""[^"'\s<>]+""")
_BODIES: Final = ("body", "html", "center")
_OF_TEXTS: Final = ("article", "figure", "h1", "h2", "h3", "p")
_BEGINNING: Final = 20_000
"""Among so many first characters of a copy is one of the addresses that the archive has written: styles, scripts."""
_LONGEST: Final = 300
_FEW: Final = 3
_LEVELS: Final = 12
"""So deep in the bar of an archive is its field."""


@frozen(kw_only=True)
class Archived:
    """A page that an archive has made a copy of."""

    #: The page as it was.
    original: Source
    #: The archive's host, empty where nothing tells it.
    host: str
    #: What `Article.extra` holds: where the copy is, and when it was made.
    said: Mapping[str, Json]


def read_archived(source: Source) -> Archived | None:
    """Give the page that an archive has made a copy of; None where it is no copy.

    It is one where its own address is that of a copy, or where most of the addresses in it are those of copies of one
    moment: a page that names copies as its sources names those of many.
    """
    text = source.text
    given = _COPY.search(source.url or "")
    if given is None and not _MAY_BE.search(text, 0, _BEGINNING):
        return None
    own = given or _copy_said(text)
    found = own or _copy_of_most(text)
    before = found and _BEFORE.search(found.string, max(0, found.start() - _LONGEST), found.start() + 1)
    if not found or not before:
        return None
    moment, (host, path) = found[1], before.groups()
    url = _address_at(own) if own else None
    if not given and (url is None or url.endswith("/")):
        # What addresses are relative to may be a folder.
        url = _address_beside(text, host, moment) or url
    freed = _freed(_without_bar(text), host, path + moment)
    name = host.partition("//")[2]
    return Archived(
        original=Source.from_text(_without_words(freed, name, moment), url=url),
        host=name,
        said={"url": f"{host}{path}{moment}/{url}" if url else host + path + moment, "at": _written(moment)},
    )


def _copy_said(text: str) -> re.Match[str] | None:
    """Find the address of a copy that a page says is its own."""
    for tag in _SAYS_ADDRESS.finditer(text):
        if _OF_ITSELF.search(tag[0]) and (found := _COPY.search(text, tag.start(), tag.end())):
            return found
    return None


def _copy_of_most(text: str) -> re.Match[str] | None:
    """Find an address of a copy of the moment that most of the addresses name."""
    copies = list(_COPY.finditer(text))
    moments = Counter(copy[1] for copy in copies)
    most, number = moments.most_common(1)[0] if moments else ("", 0)
    if number < _FEW or 2 * number < sum(1 for _ in _LEADS.finditer(text)):
        return None
    return next(copy for copy in copies if copy[1] == most)


def _address_at(copy: re.Match[str]) -> str:
    """Give the address of which there is a copy."""
    scheme, slashes, rest = re.split("(/+)", _TO_END.findall(copy.string, copy.end())[0], maxsplit=1)
    return f"{scheme}//{rest}" if slashes else scheme


def _address_beside(text: str, host: str, moment: str) -> str | None:
    """Give the page's address where an archive's scripts and its list of all copies name it beside the moment."""
    for said in re.finditer(
        rf"""["'](https?:[^"'\s]+)["'][;,]\s*(?:[\w.]+\s*=\s*)?["']{moment}["']|/{moment}\*/(https?:[^"'\s]+)""", text
    ):
        address: str = said[1] or said[2]
        if not host or not address.startswith(host):
            return address
    return None


def _without_bar(text: str) -> str:
    """Take out what the archive's comments say is inserted."""
    begun = _INSERT.search(text)
    ended = begun and _INSERTED.search(text, begun.end())
    return text[: begun.start()] + text[ended.end() :] if begun and ended else text


def _freed(text: str, host: str, path: str) -> str:
    """Take the archive's part out of the addresses, also where it stands in scripts; that of copies it links stays."""
    in_scripts = re.escape(path).replace("/", r"\\?/")
    forms = [rf"(?:(?:https?:)?\\?/\\?/[\w.:-]+)?{in_scripts}{_WAY}\\?/"]
    if host:
        forms.append(rf"{re.escape(host)}/(?:(?!{_MOMENT})[\w.-]+/)*")
    return re.sub(rf"(?:{'|'.join(forms)})(?=https?:)", "", text)


def _without_words(text: str, host: str, moment: str) -> str:
    """Take out what the archive says of its copy where pages say things of themselves."""
    clock = _written(moment)[11:19]
    return _SAYS.sub(lambda tag: "" if clock in tag[0] or (host and host in tag[0]) else tag[0], text)


def _written(moment: str) -> str:
    digits = re.sub(r"\D", "", moment)
    try:
        return datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC).isoformat()
    except ValueError:
        return moment


def take_bar_away(root: Element, host: str) -> None:
    """Empty the box around a field for an address that leads to the archive: its bar, where no comment tells it."""
    for field in islice(filter(_is_for_address, root.iter("input")), _FEW):
        box = field
        for around in islice(field.iterancestors(), _LEVELS):
            if around.tag in _BODIES or next(around.iter(*_OF_TEXTS), None) is not None:
                break
            box = around
        if host and any(host in (link.get("href") or "") for link in box.iter("a")):
            box.clear(keep_tail=True)
            return


def _is_for_address(field: Element) -> bool:
    return (field.get("value") or "").startswith(("http://", "https://"))
