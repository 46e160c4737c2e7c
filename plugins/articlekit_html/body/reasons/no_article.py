"""What a page without an article is: an error, a step on the way to another address, frames, scripts to be run."""

from __future__ import annotations

import re
from typing import Final

from articlekit.markup import Element
from articlekit_html.body.outline.arrays import Outline
from articlekit_html.body.outline.kinds import HEADINGS

_CODE: Final = r"(?:40[0134]|410|429|451|50[0234])"
_STATUS: Final = re.compile(
    rf"\s*(?:\w+\s+){{0,2}}(?:{_CODE}(?:\s+(?:bad|unauthorized|forbidden|not found|gone|too many|unavailable|internal|"
    rf"service|gateway)\b.*)?)\s*|\s*40[34]\s.*",
    re.IGNORECASE | re.DOTALL,
)
"""What says the code that a server answers with (RFC 9110, section 15): alone, or with the words that belong to it.

Of 500 people or 401 roads something else is said; 403 and 404 of anything are rare.
"""
_PARTS: Final = re.compile(r"\s+[-–—|·]+\s+|[:|()«»/,.!]+")
_NAMED: Final = re.compile(
    r"(?<![a-z])(?:error[-_]?(?:page|40\d|50\d)|(?:page[-_]?)?not[-_]?found|page[-_]?(?:error|404))(?![a-z0-9])",
    re.IGNORECASE,
)
"""What the pages of errors are called, and what is in them."""
_REFERENCE: Final = re.compile(
    r"(?<![\w./-])(?=[0-9a-f.-]*[a-f])(?=[0-9a-f.-]*\d)[0-9a-f]+(?:[.-][0-9a-f]+)*(?![\w./-])"
)
"""By which a server finds again in its records what went wrong, …"""
_LONG: Final = 16
"""… in so many characters or more."""
_SHOWN: Final = 60
_REFRESH: Final = re.compile(r"\s*(\d{1,9})(?:\.\d*)?(?:\s*[;,]\s*|\s+)(?:url\s*=\s*)?[\"']?([^\"'\s]+)", re.IGNORECASE)
"""HTML Standard 4.2.5.3, Refresh state."""
_SOON: Final = 10
"""A page that leads on after so many seconds does not wait for its readers; a later one loads itself again."""
_LONGEST: Final = 200


def error_of(page: Outline, *, says_little: bool) -> str | None:
    """Give what says that there was an error: a name, or where the page says little else a heading, title or number."""
    root = page.elements[0].getroottree().getroot()
    body = root.find("body")
    names = [name for name in ("" if body is None else body.get("class"), *page.names) if name]
    names += [identifier for element in page.elements if (identifier := element.get("id"))]
    if named := next(filter(None, map(_NAMED.search, names)), None):
        return named[0]
    if not says_little:
        return None
    title = root.find(".//title")
    said = [page.texts[line] for line, node in enumerate(page.line_node) if page.tags[node] in HEADINGS]
    said.append("" if title is None else title.text or "")
    if found := next((text for text in said if any(map(_STATUS.fullmatch, _PARTS.split(text)))), None):
        return found.strip()[:_SHOWN]
    numbers = (number[0] for text in page.texts for number in _REFERENCE.finditer(text))
    return next((number for number in numbers if len(number) >= _LONG), None)


def elsewhere(root: Element) -> str | None:
    """Say where the text is: at the address that the page leads on to by itself, or in its frames."""
    for meta in root.iter("meta"):
        if (meta.get("http-equiv") or "").lower() == "refresh" and next(meta.iterancestors("noscript"), None) is None:
            target = _REFRESH.match(meta.get("content") or "")
            if target and int(target[1]) <= _SOON:
                return f"the page leads on to {target[2][:_LONGEST]}"
    framed = [address for frame in root.iter("frame") if (address := frame.get("src"))]
    return f"the page is made of frames: {', '.join(framed)[:_LONGEST]}" if framed else None


def is_program(root: Element) -> bool:
    """Whether a page has scripts that are no data."""
    return any("json" not in (script.get("type") or "") for script in root.iter("script"))


def is_bare(root: Element) -> bool:
    """Whether a page has no element but those that parsing adds."""
    return all(element.tag in ("html", "head", "body", "p") for element in root.iter())
