"""HTML as a row of tags with the text between them.

Blocks need no tree: whatever is not a block or a mark is a border or nothing, so a row of tags is enough, whatever
their nesting. Cutting a string into tokens costs about half of what parsing it into a tree does, and it has no depth
limit.

Tags are cut as the tokenizer of the HTML standard cuts them, with one mercy: an attribute's quotation mark that is
never closed ends with its tag and does not swallow the text.

The standard: https://html.spec.whatwg.org/multipage/parsing.html#tokenization
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final, TypeAlias

from lxml import etree

from articlekit.entities import decode

Element: TypeAlias = etree._Element  # noqa: SLF001 (lxml has no public name for it)
"""An element of a parsed tree."""

Slot: TypeAlias = str | Element
"""Where a tag's attributes are: the tag's own text after its name, or the element."""

Piece: TypeAlias = tuple[str | None, Slot, str]
"""A tag inside an element that is looked at as a whole: name, attributes, the text after it."""


def names_of(text: str) -> tuple[str, ...]:
    """Give the names that stand in a text, parted by spaces."""
    return tuple(text.split())


REPLACEMENT: Final = "\ufffd"

_SPACE = r"\t\n\f\r "
# Every repeat is possessive and every branch begins with a character of its own: the pattern never goes back, and reads
# any text in one go. A quotation mark that is nowhere closed is looked for to the end only once.
_ATTRIBUTES = (
    rf"""[^>"'=]*+(?:="[^"]*+"[^>"'=]*+"""
    rf"""|=[{_SPACE}]*+(?:"[^"]*+"|'[^']*+'|[^{_SPACE}>"'][^{_SPACE}>]*+)?+[^>"'=]*+"""
    rf"""|["'][^>"'=]*+)*+"""
)
_TAG = re.compile(
    rf"<(?:(/?[a-zA-Z][^{_SPACE}/>]*+)({_ATTRIBUTES})(?:>|\Z)(?:([^<]*+)</\1>)?+"
    r"|!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|[!?][^>]*+(?:>|\Z)"
    r"|/(?![a-zA-Z])[^>]*+(?:>|\Z))",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    rf"""([^{_SPACE}/>=][^{_SPACE}/>=]*+)"""
    rf"""(?:[{_SPACE}]*+=[{_SPACE}]*+(?:"([^"]*+)"|'([^']*+)'|["']?([^{_SPACE}>]*+)))?+"""
)
# Elements whose content is no markup, whatever it looks like.
_RAW = re.compile(
    rf"<([stxinpSTXINP](?ai:cript|tyle|extarea|itle|mp|frame|oembed|oframes|laintext))(?=[{_SPACE}/>])({_ATTRIBUTES})>",
)
# A block that is content as nobody writes it into a script, frame or title.
_BLOCK = re.compile(rf"</?(?:blockquote|figure|h[1-6]|ol|p|table|ul)(?=[{_SPACE}/>])", re.IGNORECASE)
# In a script it stands where a statement ends; in its strings they stand elsewhere.
_BLOCK_BEHIND_SCRIPT = re.compile(_BLOCK.pattern.join((r"(?:^|(?<=[;}]))[ \t]*", "")), re.IGNORECASE | re.MULTILINE)
_COMMENT = re.compile(r"<!--(?:-?>|.*?--!?>)", re.DOTALL)
_MOST_ATTRIBUTES = 100
_FREQUENT = (("&#8217;", "’"), ("&#8220;", "“"), ("&#8221;", "”"), ("&#8211;", "–"), ("&#8230;", "…"))
_DECODED_RAW = frozenset({"textarea", "title"})


class Tokens:
    """Tags and texts in order; the four lists belong together.

    A token is a tag and the text after it, or a whole element with nothing but text in it, and the text after that.
    """

    __slots__ = ("encoded", "leaves", "lost_end", "names", "slots", "texts")

    def __init__(
        self, names: list[str | None], slots: list[Slot], leaves: list[str | None], texts: list[str], encoded: bool
    ) -> None:
        #: ``"p"`` for a start, ``"/p"`` for an end, None for a comment.
        self.names = names
        self.slots = slots
        #: The content of an element that is a token of its own, None for a tag.
        self.leaves = leaves
        self.texts = texts
        #: Whether the texts have character references still to be decoded.
        self.encoded = encoded
        #: Whether a comment, or an element whose content is no markup, has lost its end: it ends where a block begins.
        self.lost_end = False

    def decoded(self, text: str) -> str:
        """Decode one of the texts."""
        return decoded(text) if self.encoded and "&" in text else text


def tokenize(html: str) -> Tokens:
    """Cut HTML into tags and texts."""
    html = characters(html)
    has_ends = True
    if _RAW.search(html):
        html, has_ends = _with_raw_content_encoded(html)
    if "<!--" in html and (whole := _with_comment_ended(html)) != html:
        html, has_ends = whole, False
    cut: list[Any] = _TAG.split(html)
    # The text before the first tag belongs to a tag that says nothing.
    cut[:0] = None, "", None
    tokens = Tokens(cut[::4], cut[1::4], cut[2::4], cut[3::4], "&" in html)
    tokens.lost_end = not has_ends
    return tokens


def is_cut(tokens: Tokens, html: str) -> bool:
    """Tell whether HTML, cut into these tokens, ends inside a tag or comment: what would have followed is missing.

    Example:
        >>> [is_cut(tokenize(html), html) for html in ("<p>a <b", "<p>a < b", "<p>a <!-- <b", "<p>a <!-- <b -->")]
        [True, False, True, False]
    """
    return bool(html) and html[-1] != ">" and not tokens.texts[-1] and tokens.leaves[-1] is None


def decoded(text: str) -> str:
    """Decode the character references of a text."""
    if "&#8" in text:
        # What WordPress makes of quotation marks and dashes: most references there are.
        for reference, character in _FREQUENT:
            text = text.replace(reference, character)
        if "&" not in text:
            return text
    return decode(text)


def characters(text: str) -> str:
    """Make text that parsers can hold: no NULL, no lone surrogates, line breaks as LF."""
    if "\0" in text:
        text = text.replace("\0", REPLACEMENT)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            # Pairs become the character they stand for, what is left alone becomes U+FFFD.
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def tags(html: str) -> Iterator[re.Match[str]]:
    """Find the tags of a text, in order: groups 1 to 3 are name, attributes, and content where it is text alone."""
    return _TAG.finditer(html)


def match_tag(html: str, start: int) -> re.Match[str] | None:
    """Find the tag that begins at a place, as `tags` gives it."""
    return _TAG.match(html, start)


def first_attributes(attributes: str, most: int) -> str:
    """Give the source of no more than so many attributes."""
    last = next(islice(_ATTRIBUTE.finditer(attributes), most - 1, None), None)
    return attributes if last is None else attributes[: last.end()]


def raw_end(html: str, start: re.Match[str]) -> int:
    """Tell where the content of an element ends that is no markup; for other elements, where it begins."""
    name = start[1].lower()
    if not _RAW.match(html, start.start()) or is_self_closed(start[2]):
        return start.end()
    end = (
        None
        if name == "plaintext"
        else re.compile(rf"</{name}(?=[{_SPACE}/>])", re.IGNORECASE).search(html, start.end())
    )
    return end.start() if end else len(html)


def _with_raw_content_encoded(html: str) -> tuple[str, bool]:
    """Make text of what is no markup; say also whether all of it had ends."""
    parts: list[str] = []
    at = 0
    #: Names of which no more ends follow: none is looked for twice.
    without_end: set[str] = set()
    was_ended = False
    while start := _RAW.search(html, at):
        begin, name = start.end(), start[1].lower()
        end = len(html) if name in without_end else raw_end(html, start)
        if is_open := end == len(html) and end > begin:
            without_end.add(name)
            if name != "plaintext" and (block := _block_in(html, begin, name)) is not None:
                end, was_ended = block, True
        parts.append(html[at:begin])
        content = html[begin:end]
        if name not in _DECODED_RAW:
            content = content.replace("&", "&amp;")
        parts.append(content.replace("<", "&lt;"))
        if is_open:
            parts.append(f"</{name}>")
        at = end
    parts.append(html[at:])
    return "".join(parts), not was_ended


def _block_in(html: str, begin: int, name: str) -> int | None:
    """Find the block that follows an element without end; a program may write blocks within its lines."""
    block = _BLOCK.match(html, begin) or (_BLOCK_BEHIND_SCRIPT if name == "script" else _BLOCK).search(html, begin)
    return block.start() if block else None


def _with_comment_ended(html: str) -> str:
    """End the last comment where a block begins, if it has lost its end."""
    at = html.rfind("<!--")
    if _COMMENT.match(html, at):
        return html
    block = _BLOCK.search(html, at)
    return html[:at] + html[block.start() :] if block else html


def is_self_closed(slot: Slot) -> bool:
    """Whether a tag ends itself as XHTML's do; HTML would let it run on."""
    return isinstance(slot, str) and slot.endswith("/") and slot[-2:-1] in ("", " ", '"', "'")


def attributes_of(slot: Slot) -> dict[str, str]:
    """Give a tag's attributes; the first of each name counts."""
    if not isinstance(slot, str):
        # Names that XML does not allow can be listed but not asked for.
        return dict(slot.items()[:_MOST_ATTRIBUTES])
    if not slot:
        return {}
    matches = _ATTRIBUTE.findall(slot)
    found = {name: double or single or bare for name, double, single, bare in matches}
    if len(found) < len(matches) or not "".join(found).islower():
        found = {}
        for name, double, single, bare in matches:
            found.setdefault(name.lower(), double or single or bare)
    if "&" in slot:
        return {name: decode(value, attribute=True) if "&" in value else value for name, value in found.items()}
    return found


def attribute_of(slot: Slot, name: str) -> str | None:
    """Give one attribute of a tag, faster than all of them."""
    if not isinstance(slot, str):
        return slot.get(name)
    if name not in slot:
        return None
    start = slot.find(f' {name}="')
    if start < 0 or "'" in slot or slot.count('"', 0, start) % 2:
        return attributes_of(slot).get(name)
    start += len(name) + 3
    end = slot.find('"', start)
    value = slot[start:] if end < 0 else slot[start:end]
    return decode(value, attribute=True) if "&" in value else value


def pieces(tokens: Tokens, start: int, stop: int) -> Iterator[Piece]:
    """Give the content of the element that begins at a token and ends at another, tag by tag, texts decoded.

    The first is no tag, but the text right after the start.
    """
    content = tokens.leaves[start]
    if content is not None:
        yield None, "", tokens.decoded(content)
        return
    for name, slot, leaf, text in zip(
        (None, *tokens.names[start + 1 : stop]),
        ("", *tokens.slots[start + 1 : stop]),
        (None, *tokens.leaves[start + 1 : stop]),
        tokens.texts[start:stop],
        strict=True,
    ):
        if leaf is not None:
            yield name, slot, tokens.decoded(leaf)
            name, slot = f"/{name}", ""  # noqa: PLW2901
        yield name, slot, tokens.decoded(text)


VOID: Final = frozenset(
    names_of(
        "area base basefont bgsound br col command embed frame hr image img input keygen link meta param source track "
        "wbr"
    )
)
