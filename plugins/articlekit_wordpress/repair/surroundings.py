"""What stands around the JSON of an answer and is no part of it: headers, pages, fences, notices, calls.

Each step takes a text and returns what is left of it, or None where it does not apply.
"""

from __future__ import annotations

import re

from attrs import frozen

from articlekit import entities
from articlekit_wordpress.vocabulary import FIRST, OF_A_POST


@frozen(kw_only=True)
class Unwrapped:
    """A text with one layer taken off."""

    text: str
    #: What was done, as a clause.
    message: str
    code: str = "json.surrounded"
    #: Offset in the text before where what is left begins; None where it was rewritten and offsets have no meaning.
    start: int | None = 0


_QUOTE = r"""(?:\\{0,7}["']|""|&(?:amp;)?(?:quot|[lr]dquo|apos|\#(?:34|0?39|x2[27]|822[01]|8243));|[“”„]|)"""
_FIRST = re.compile(
    r"[\[{](?>(?:\s|<br\ ?/?>){0,99})(?:[\[{]\s{0,99}+){0,2}"
    rf"(?P<quote>{_QUOTE})(?:{'|'.join(FIRST)}){_QUOTE}\s{{0,9}}:",
    re.VERBOSE,
)
_MEMBERS = re.compile(rf"{_QUOTE}\s{{0,9}}:", re.VERBOSE)
_PLAIN_QUOTE = r"""(?:\\{0,7}["']|""|&quot;)"""
_OPEN_MEMBER = re.compile(
    rf"{_PLAIN_QUOTE}(?:{'|'.join(sorted(OF_A_POST | {'rendered', 'protected'}))}){_PLAIN_QUOTE}\s{{0,9}}:"
)
_HEADERS = re.compile(
    r"\s*+(?:HTTP/[0-9.]{1,3} [^\n]*+\n)?(?>(?:[A-Za-z][\w-]{1,60}: ?[^\n]*+\n(?>(?:[ \t][^\n]+\n)*))*)\r?\n"
)
_PAGE = re.compile(r"\s*+(?:<!DOCTYPE[^>]*+>\s*+)?<(?:html|head|body|pre)\b", re.IGNORECASE)
_PRE = re.compile(r"<(pre|textarea|code)\b[^<>]*+>", re.IGNORECASE)
_COLOUR = re.compile(r"</?(?:span|a|b|i|br)\b[^<>]*+>")
_FENCE = re.compile(r"^[ \t]{0,3}(`{3,}+|~{3,}+)[^\n`]*+\n", re.MULTILINE)
_CHUNK = re.compile(rb"\s*+([0-9A-Fa-f]{1,8})(?:;[^\r\n]{0,200}+)?\r?\n")
_MARKUP_BEFORE = re.compile(r"\s*+<(?:!--|\?|((?ai:script|style))\b|/?[a-zA-Z])")


def opening(text: str, after: int = 0) -> re.Match[str] | None:
    """Find where an answer of WordPress begins, in whatever quotes; group ``quote`` says which."""
    if not any(name in text for name in FIRST):
        return None
    best = None
    for tried, found in enumerate(_FIRST.finditer(text, after)):
        head = text[found.start() : found.start() + 4000].partition("}")[0]
        if len(_MEMBERS.findall(head)) >= 2:
            return found
        best = best or found
        if tried > 50:
            break
    return best


def headers(text: str) -> Unwrapped | None:
    """Take off the header lines of HTTP or of a mail."""
    if not text.lstrip()[:200].startswith(
        ("HTTP/", "Content-", "Date:", "Server:", "From:", "MIME-", "X-", "cache-control:")
    ):
        return None
    found = _HEADERS.match(text)
    if not found or found.end() >= len(text):
        return None
    return Unwrapped(
        text=text[found.end() :], message="header lines before the answer were left out", start=found.end()
    )


def chunks(text: str) -> Unwrapped | None:
    """Take out the sizes of HTTP's chunked transfer coding (RFC 9112, 7.1)."""
    if not _CHUNK.match(text[:300].encode("utf-8", "replace")):
        return None
    data = text.encode("utf-8", "surrogatepass")
    parts, position = [], 0
    while found := _CHUNK.match(data, position):
        size = int(found[1], 16)
        if size == 0 or found.end() + size > len(data) + 2:
            parts.append(data[found.end() : found.end() + size])
            break
        parts.append(data[found.end() : found.end() + size])
        position = found.end() + size
    whole = b"".join(parts)
    if len(whole) < len(data) // 2:
        return None
    message = "the sizes of a chunked transfer were taken out"
    return Unwrapped(text=whole.decode("utf-8", "replace"), message=message, code="json.wrapped", start=None)


def fence(text: str) -> Unwrapped | None:
    """Take what stands inside a Markdown code fence."""
    found = _FENCE.search(text)
    if not found or not text[found.end() : found.end() + 200].lstrip().startswith(("{", "[", '"')):
        return None
    end = text.find("\n" + found[1], found.end())
    inside = text[found.end() : end if end >= 0 else len(text)]
    return Unwrapped(text=inside, message="the text around a code fence was left out", start=found.end())


def page(text: str) -> Unwrapped | None:
    """Take the preformatted text of a saved page, and undo what was escaped for it."""
    if not _PAGE.match(text):
        return None
    found = _PRE.search(text)
    if not found:
        return None
    end = text.rfind(f"</{found[1]}", found.end())
    inside = text[found.end() : end if end >= 0 else len(text)]
    if "<span" in inside:  # Colours.
        inside = _COLOUR.sub("", inside)
    if "<" not in inside:
        inside = entities.decode(inside)
    return Unwrapped(text=inside, message="the page around the answer was left out", code="json.wrapped", start=None)


def noise(text: str) -> Unwrapped | None:
    """Take off notices, markup, a script's assignment or a call before the answer."""
    skipped = _skip_markup(text)
    found = opening(text, skipped) or opening(text)
    if not found:
        return None
    start = found.start()
    if start == 0 or not text[:start].strip("\ufeff \t\r\n") or _OPEN_MEMBER.search(text, 0, start):
        return None
    if _follows_another(text, start):
        return None
    return Unwrapped(text=text[start:], message=f"{start} characters before the answer were left out", start=start)


def _skip_markup(text: str) -> int:
    """Find where markup that something printed before the answer ends: its braces are none of JSON's."""
    position = 0
    while found := _MARKUP_BEFORE.match(text, position):
        opened = found[0].lstrip()
        closer = "-->" if opened == "<!--" else "?>" if opened == "<?" else f"</{found[1]}" if found[1] else ">"
        end = text.find(closer, found.end())
        if end < 0:
            break
        position = end + len(closer)
        if found[1]:
            position = max(position, text.find(">", position) + 1)
    return position


def lacks_its_start(text: str) -> bool:
    """Whether a text shows members of a post, but not the beginning of an answer before them."""
    member = _OPEN_MEMBER.search(text)
    if not member:
        return False
    found = opening(text)
    return found is None or found.start() > member.start() or _follows_another(text, found.start())


def _follows_another(text: str, start: int) -> bool:
    """Whether what begins at `start` is the next in a list."""
    before = text[max(0, start - 99) : start].rstrip()
    return before.endswith(",") and before[:-1].rstrip().endswith(("}", "]"))
