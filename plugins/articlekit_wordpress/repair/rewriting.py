"""Undoes what was done to all of an answer: escaped for HTML, SQL, CSV, mail or an address, wrapped, quoted.

Each step takes a text and returns it as it was before, or None where it does not apply. What a text was escaped for
is seen at its first member, ``{&quot;id&quot;:``, or where its beginning is lost by what stands in place of ``":``
throughout.
"""

from __future__ import annotations

import base64
import quopri
import re
from collections import Counter
from collections.abc import Sequence
from urllib.parse import unquote, unquote_plus

from articlekit import entities
from articlekit_wordpress.repair.strings import unescape
from articlekit_wordpress.repair.surroundings import Unwrapped, opening

_ENCODED_BYTE = re.compile(r"=(?:[0-9A-F]{2}|\r?\n)")
_BARE_EQUALS_SIGN = re.compile(r"=(?![0-9A-F]{2}|\r?\n|[0-9A-F]?\Z)")
_BASE64 = re.compile(r"\s*+(?:data:[^,\s]{0,100},)?[A-Za-z0-9+/_\-\s]{40,}+=*+\s*+")
_URL_ENCODED = re.compile(r"\s*+(?:[\w.-]{1,60}=)?((?:%5B(?:%0A|%20|\+)*+)?%7B)", re.IGNORECASE)
_SMART = re.compile(r"([\[{,:]\s{0,99}+)[“”„‟]|[“”„‟](?=\s{0,99}[:,}\]])")
_MARKS = (
    (re.compile(r"> ?"), "quoted as in a mail"),
    (re.compile(r"(?:[\w./\\-]{1,80}:)?[ \t]{0,20}[0-9]{1,9}(?:[:|.)→]|\t| {1,4}[|│])[ \t]?"), "numbered"),
    (re.compile(r"\+"), "those of a patch"),
    (re.compile(r"[ \t]{0,9}(?://|#)[ \t]?"), "comments"),
)
_OF_A_PATCH = re.compile(r"(?:---|\+\+\+|@@|diff|index|new file|-)(?:[ \w]|\Z)")
_BROKEN_LINE = re.compile(r"<br ?/?>(?=\r?\n)")
_DIGIT = re.compile(r"[0-9]")


def quoted_printable(text: str) -> Unwrapped | None:
    """Undo quoted-printable (RFC 2045, 6.7)."""
    if len(_ENCODED_BYTE.findall(text)) < 3 or _BARE_EQUALS_SIGN.search(text):
        return None
    decoded = quopri.decodestring(text.encode("utf-8", "surrogatepass")).decode("utf-8", "replace")
    return _rewritten(decoded, "it was quoted-printable")


def marked_lines(text: str) -> Unwrapped | None:
    """Take off what a mail, a listing, a patch or a log puts before every line."""
    lines = text.splitlines()
    if any(line.startswith("@@ ") for line in lines[:10]):
        lines = [line for line in lines if not _OF_A_PATCH.match(line)]
    filled = [line for line in lines if line.strip()]
    # Of one line alone it is not known what stands before it: the rest of a date, or what PHP prints (``a:2:{``).
    if len(filled) < 2:
        return None
    for mark, message in _MARKS:
        if all(map(mark.match, filled)):
            return _rewritten("\n".join(mark.sub("", line, count=1) for line in lines), f"its lines were {message}")
    if len(filled) < 3:
        return None
    same = [_DIGIT.sub("0", line) for line in filled]
    size = _common_prefix((min(same), max(same)))
    if len(same[0][:size].strip()) < 2:
        return None
    return _rewritten("\n".join(line[size:] for line in lines), "its lines had a prefix")


def _common_prefix(lines: Sequence[str]) -> int:
    """Give the length of what all lines begin with, as far as it has no sign of JSON."""
    size = 0
    for size, characters in enumerate(zip(*lines, strict=False)):
        if len(set(characters)) > 1 or characters[0] in '{}"' or (characters[0] == "[" and size):
            break
    return size


def hard_wrapped(text: str) -> Unwrapped | None:
    """Join lines that were broken at a fixed width, whatever stood there."""
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n")
    if len(lines) < 4:
        return None
    (width, times), *_ = Counter(map(len, lines)).most_common(1)
    if lines[0].endswith("=") and lines[1].endswith("="):
        return None  # Quoted-printable.
    if not 40 <= width <= 1000 or times < len(lines) - 1 or len(lines[-1]) > width:
        return None
    return _rewritten("".join(lines), f"its lines were broken after {width} characters")


def base64_encoded(text: str) -> Unwrapped | None:
    """Undo Base64 (RFC 4648, either alphabet)."""
    if not _BASE64.fullmatch(text):
        return None
    data = re.sub(r"\s", "", text.rpartition(",")[2]).rstrip("=").translate(str.maketrans("-_", "+/"))
    decoded = base64.b64decode(data[: len(data) // 4 * 4] + _padded(data)).decode("utf-8", "replace")
    return _rewritten(decoded, "it was Base64") if decoded.lstrip("\ufeff \r\n\t")[:1] in {"{", "[", '"'} else None


def _padded(data: str) -> str:
    rest = data[len(data) // 4 * 4 :]
    return rest + "=" * (4 - len(rest)) if len(rest) > 1 else ""


def url_encoded(text: str) -> Unwrapped | None:
    """Undo percent-encoding."""
    found = _URL_ENCODED.match(text)
    if not found:
        return None
    value = text[found.start(1) :]
    plus = "%20" not in value and "+" in value
    return _rewritten(unquote_plus(value) if plus else unquote(value), "it was percent-encoded")


def escaped_quotes(text: str) -> Unwrapped | None:
    """Undo what was done to the quotes, and with them to all else: for HTML, for SQL or a JSON string, for CSV."""
    style = _style(text)
    if style.startswith("&"):
        return _rewritten(entities.decode(_BROKEN_LINE.sub("", text)), "it was escaped for HTML")
    if style.startswith("\\"):
        return _rewritten(unescape(text), "its slashes and quotes were escaped once more")
    if style == '""':
        return _rewritten(text.replace('""', '"'), "its quotes were doubled")
    if style in {"“", "”", "„"}:
        return _rewritten(_SMART.sub(r'\1"', text), "its quotes were typographic")
    return None


def _style(text: str) -> str:
    """Tell in what its names stand: ``"``, ``&quot;``, backslash and quote, doubled or typographic quotes."""
    found = opening(text)
    if found and found["quote"]:
        return found["quote"]
    # The beginning is lost, or its names have no quotes; then their values have.
    form = ":{}" if found else "{}:"
    counts = {quote: text.count(form.format(quote)) for quote in ("&quot;", '\\"', '""')}
    counts['"'] = text.count(form.format('"')) - counts['""'] - (0 if found else counts['\\"'])
    style, times = max(counts.items(), key=lambda item: item[1])
    return style if times > 2 else ""


def _rewritten(text: str, message: str) -> Unwrapped:
    return Unwrapped(text=text, message=message, code="json.wrapped", start=None)
