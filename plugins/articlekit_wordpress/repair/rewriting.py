"""Undoes what was done to all of an answer: escaped for HTML, SQL, CSV, mail or an address, wrapped, quoted.

Each step takes a text and returns it as it was before, or None where it does not apply. What a text was escaped for
is seen at its first member, ``{&quot;id&quot;:``, or where its beginning is lost by what stands in place of ``":``
throughout.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import unquote, unquote_plus

from articlekit import entities
from articlekit_wordpress.repair.strings import unescape
from articlekit_wordpress.repair.surroundings import Unwrapped, opening

_SOFT_BREAK = re.compile(r"=\r?\n")
_HEX_PAIR = re.compile(r"=[0-9A-F]{2}")
_BASE64 = re.compile(r"\s*+(?:data:[^,\s]{0,100},)?[A-Za-z0-9+/_\-\s]{40,}+=*+\s*+")
_URL_ENCODED = re.compile(r"\s*+(?:[\w.-]{1,60}=)?(?:%5B(?:%0A|%20|\+)*+)?%7B", re.IGNORECASE)
_SMART = str.maketrans("“”„‟‘’", '""""\'\'')
_NUMBERED_LINE = re.compile(r"[ \t]{0,20}[0-9]{1,9}(?:[:|.)→]|\t| {1,4}\|)[ \t]?")
_QUOTED_LINE = re.compile(r"(?:> ?)++")


def quoted_printable(text: str) -> Unwrapped | None:
    """Undo quoted-printable (RFC 2045, 6.7)."""
    breaks = len(_SOFT_BREAK.findall(text))
    if not breaks or breaks * 2 < text.count("\n") or not (_HEX_PAIR.search(text) or breaks * 100 > len(text)):
        return None
    decoded = quopri.decodestring(text.encode("utf-8", "surrogatepass")).decode("utf-8", "replace")
    return _rewritten(decoded, "it was quoted-printable")


def quoted_lines(text: str) -> Unwrapped | None:
    """Take off what a mail, a log or a listing puts before every line."""
    lines = text.splitlines()
    filled = [line for line in lines if line.strip()]
    if filled and all(map(_QUOTED_LINE.match, filled)):
        bare = "\n".join(_QUOTED_LINE.sub("", line, count=1) for line in lines)
        return _rewritten(bare, "its lines were quoted as in a mail")
    if len(filled) < 3:
        return None
    if all(map(_NUMBERED_LINE.match, filled)):
        return _rewritten("\n".join(_NUMBERED_LINE.sub("", line, count=1) for line in lines), "its lines were numbered")
    size = _common_prefix([re.sub(r"[0-9]", "0", line) for line in (min(filled), max(filled), filled[0], filled[-1])])
    prefix = filled[0][:size]
    if len(prefix.strip()) < 2 or len({re.sub(r"[0-9]", "0", line[:size]) for line in filled}) > 1:
        return None
    return _rewritten("\n".join(line[size:] for line in lines), "its lines had a prefix")


def _common_prefix(lines: Sequence[str]) -> int:
    """Give the length of what all lines begin with, as far as it has no sign of JSON."""
    for size, characters in enumerate(zip(*lines, strict=False)):
        if len(set(characters)) > 1 or (characters[0] in '{}"' or (characters[0] == "[" and size)):
            return size
    return 0


def hard_wrapped(text: str) -> Unwrapped | None:
    """Join lines that were broken at a fixed width, whatever stood there."""
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    if len(lines) < 4:
        return None
    (width, times), *_ = Counter(map(len, lines)).most_common(1)
    if not 40 <= width <= 1000 or times < len(lines) - 1 or len(lines[-1]) > width:
        return None
    return _rewritten("".join(lines), f"its lines were broken after {width} characters")


def base64_encoded(text: str) -> Unwrapped | None:
    """Undo Base64 (RFC 4648, either alphabet)."""
    if not _BASE64.fullmatch(text):
        return None
    data = re.sub(r"\s", "", text.rpartition(",")[2]).rstrip("=").translate(str.maketrans("-_", "+/"))
    try:
        decoded = base64.b64decode(data[: len(data) // 4 * 4] + _padded(data)).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return None
    return _rewritten(decoded, "it was Base64") if decoded.lstrip("\ufeff \r\n\t")[:1] in {"{", "[", '"'} else None


def _padded(data: str) -> str:
    rest = data[len(data) // 4 * 4 :]
    return rest + "=" * (4 - len(rest)) if len(rest) > 1 else ""


def url_encoded(text: str) -> Unwrapped | None:
    """Undo percent-encoding."""
    found = _URL_ENCODED.match(text)
    if not found:
        return None
    plus = "%20" not in text and "+" in text
    decoded = unquote_plus(text) if plus else unquote(text)
    return _rewritten(
        decoded[decoded.index("{") - decoded[: decoded.index("{")].count("[") :], "it was percent-encoded"
    )


def escaped_quotes(text: str) -> Unwrapped | None:
    """Undo what was done to the quotes, and with them to all else: for HTML, for SQL or a JSON string, for CSV."""
    style = _style(text)
    if style.startswith("&"):
        return _rewritten(entities.decode(text), "it was escaped for HTML")
    if style.startswith("\\"):
        return _rewritten(unescape(text), "its slashes and quotes were escaped once more")
    if style == '""':
        return _rewritten(text.replace('""', '"'), "its quotes were doubled")
    if style and style in "“”":
        return _rewritten(text.translate(_SMART), "its quotes were typographic")
    if "<" not in text and "&lt;" in text and "&lt;p" in text and text.lstrip()[:1] in {"{", "["}:
        return _rewritten(entities.decode(text), "it was escaped for HTML")
    return None


def _style(text: str) -> str:
    """Tell in what its names stand: ``"``, ``&quot;``, backslash and quote, doubled or typographic quotes."""
    found = opening(text)
    if found:
        return found["quote"]
    slashed, doubled = text.count('\\":'), text.count('"":')
    counts = {"&quot;": text.count("&quot;:"), '\\"': slashed, '""': doubled, '"': text.count('":') - slashed - doubled}
    style, times = max(counts.items(), key=lambda item: item[1])
    return style if times > 2 else ""


def _rewritten(text: str, message: str) -> Unwrapped:
    return Unwrapped(text=text, message=message, code="json.wrapped", start=None)
