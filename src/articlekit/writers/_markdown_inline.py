"""Text with marks in CommonMark (https://spec.commonmark.org/0.31.2/), with GitHub's extensions and HTML."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from urllib.parse import quote

from attrs import define, field, frozen

from articlekit.blocks import Mark
from articlekit.markup.safety import is_safe_link
from articlekit.unmended import BEGINS_BROKEN

# What would be taken for markup at the beginning of a line, and anywhere. An underscore is looked at by itself: it is
# markup only at the edge of a word, and addresses are full of it.
_SPECIAL = re.compile(
    r"""
    ^[^\S\n]+ | (?<![^\S\n])[^\S\n]++$ | \r             # white space that Markdown would drop
    | ^(?: \#{1,6}(?=[ \t]|$) | > | [+-](?=[ \t]|$) | -(?=[- \t]*$) | =(?=[= \t]*$) | [0-9]{1,9}[.)](?=[ \t]|$) )
    | [\\`*\[\]~|_!\n] | <(?=[A-Za-z/!?]) | &(?=\#|[A-Za-z])
    """,
    re.MULTILINE | re.VERBOSE,
)
_IN_ADDRESS = re.compile(r"[\\()<>&`|*_\[\]]")
_IN_TITLE = re.compile(r"[\\\"`<&|*_\[\]]")
# What ends an address, and all that programs take for white space: some would strip it, and read what stands behind it.
_UNPRINTED = re.compile(r"[\x00-\x20\x7f\s\ufeff]")
_NO_FORMULA = re.compile(r"\A | \Z|[\n\r`|]")
_WHITE_SPACE = re.compile(r"[ \t\n\f\r]+")
_BACKTICKS = re.compile("`+")

_HTML = {
    "strong": "strong",
    "emphasis": "em",
    "deleted": "del",
    "code": "code",
    "underline": "u",
    "inserted": "ins",
    "highlight": "mark",
    "small": "small",
    "sub": "sub",
    "sup": "sup",
    "keyboard": "kbd",
    "quotation": "q",
    "cite": "cite",
    "abbreviation": "abbr",
    "math": "span",
}
_DELIMITERS = {"strong": ("**",), "emphasis": ("_", "*"), "deleted": ("~~",)}


@define(eq=False)
class _Part:
    """A mark, or as much of it as lies inside the marks around it."""

    mark: Mark
    start: int
    end: int
    opening: str = ""
    closing: str = ""
    #: What is written instead of the text and of all marks in it.
    instead: str | None = None


@frozen
class Place:
    """Where text is written."""

    #: A line that cannot be broken: a heading or a cell of a table.
    one_line: bool = False
    in_table: bool = False
    #: The labels of footnotes, by the name of the `Note`.
    notes: Mapping[str, str] = field(factory=dict)
    #: Whether the letters that a broken encoding begins with are references, for it would be mended when it is read.
    by_reference: bool = False

    def written(self, text: str) -> str:
        """Give Markdown or HTML that is no code, with references where it takes them."""
        return BEGINS_BROKEN.sub(lambda letter: f"&#{ord(letter[0])};", text) if self.by_reference else text

    def beside(self, text: str) -> str:
        """Give a text as the signs beside its characters see it: references begin and end with punctuation."""
        return BEGINS_BROKEN.sub(";", text) if self.by_reference else text


def write_inline(text: str, marks: Sequence[Mark], place: Place) -> str:
    """Write text and its marks; what only looks like markup is escaped."""
    parts = _nested(text, marks)
    _shape(text, parts, place)
    return "".join(_pieces(text, parts, place))


def _nested(text: str, marks: Sequence[Mark]) -> list[_Part]:
    """Cut marks that overlap so that each lies inside those that begin before it; the outer come first."""
    starting: dict[int, list[Mark]] = defaultdict(list)
    ending: Counter[int] = Counter()
    for mark in marks:
        if 0 <= mark.start < mark.end <= len(text):
            starting[mark.start].append(mark)
            ending[mark.end] += 1
    parts: list[_Part] = []
    inside: list[_Part] = []
    for at in sorted({*starting, *ending}):
        beginning = starting.get(at, [])
        while ending[at]:
            part = inside.pop()
            part.end = at
            if part.mark.end == at:
                ending[at] -= 1
            else:
                beginning = [*beginning, part.mark]
        beginning = sorted(beginning, key=lambda mark: (-mark.end, mark.kind))
        fresh = [_Part(mark=mark, start=at, end=at) for mark in beginning]
        inside += fresh
        parts += fresh
    return parts


def _shape(text: str, parts: Sequence[_Part], place: Place) -> None:
    """Say of each part how it is written."""
    delimiters = _Delimiters(place.beside(text), parts)
    swallowed = link_end = 0
    for i, part in enumerate(parts):
        if part.start < swallowed:
            continue
        is_plain = i + 1 == len(parts) or parts[i + 1].start >= part.end
        instead = _instead(text, part, is_plain, place)
        if instead is not None:
            part.instead = instead
            swallowed = part.end
        elif part.mark.kind in ("link", "note"):
            if part.start >= link_end and part.mark.url and is_safe_link(part.mark.url):
                part.opening, part.closing = "[", f"]({write_address(part.mark.url, part.mark.title)})"
                link_end = part.end
        elif delimiter := delimiters.of(part):
            part.opening = part.closing = delimiter
        else:
            part.opening, part.closing = _tags(part.mark)


def _instead(text: str, part: _Part, is_plain: bool, place: Place) -> str | None:
    """Write code, formulas and references to footnotes, in which nothing is markup."""
    words = text[part.start : part.end]
    match part.mark.kind:
        case "note" if label := place.notes.get((part.mark.url or "").removeprefix("#")):
            return f"[^{label}]"
        case "code" if is_plain and "\n" not in words and not _loses_space(words):
            fence = "`" * (1 + max(map(len, _BACKTICKS.findall(words)), default=0))
            padding = " " if words[0] == "`" or words[-1] == "`" else ""
            code = f"{fence}{padding}{words}{padding}{fence}"
            return code.replace("|", r"\|") if place.in_table else code
        case "math" if is_plain and not _NO_FORMULA.search(words):
            return f"$`{words}`$"
    return None


def _loses_space(code: str) -> bool:
    # Of a code span one space is dropped at both ends, and an escaped bar in a table loses its backslash.
    return code != code.strip(" ") or "\r" in code or r"\|" in code


def write_address(url: str, title: str | None = None) -> str:
    """Write what stands between the parentheses of a link; in the address nothing ends it or is markup."""
    address = _IN_ADDRESS.sub(r"\\\g<0>", _UNPRINTED.sub(lambda c: quote(c[0]), url))
    if title is None:
        return address
    quoted = _IN_TITLE.sub(r"\\\g<0>", _WHITE_SPACE.sub(" ", title))
    return f'{address} "{quoted}"'


def _tags(mark: Mark) -> tuple[str, str]:
    tag = _HTML[mark.kind]
    attributes = {"title": mark.title}
    if mark.url is not None and is_safe_link(mark.url):
        attributes["cite"] = mark.url
    if mark.kind == "math":
        attributes["class"] = "math inline"
    written = "".join(f' {name}="{_attribute(value)}"' for name, value in attributes.items() if value is not None)
    return f"<{tag}{written}>", f"</{tag}>"


def _attribute(value: str) -> str:
    return escape(value).replace("\n", "&#10;").replace("\r", "&#13;").replace("|", "&#124;")


class _Delimiters:
    """Decides where asterisks, underscores and tildes say what they should (CommonMark 6.2), and HTML has to."""

    def __init__(self, text: str, parts: Sequence[_Part]) -> None:
        self._text = text
        self._used: dict[int, str] = defaultdict(str)
        self._starts = Counter(part.start for part in parts)
        self._ends = Counter(part.end for part in parts)

    def of(self, part: _Part) -> str | None:
        """Choose one for this part, if one will do."""
        # Signs have no room for the address of a correction.
        for delimiter in _DELIMITERS.get(part.mark.kind, ()) if part.mark.url is None else ():
            # Two runs of one character side by side would be read as one.
            touches = delimiter[0] in self._used[part.start] + self._used[part.end]
            if not touches and self._flanks(part, delimiter):
                self._used[part.start] += delimiter[0]
                self._used[part.end] += delimiter[0]
                return delimiter
        return None

    def _flanks(self, part: _Part, delimiter: str) -> bool:
        text, start, end = self._text, part.start, part.end
        before, first, last, after = text[start - 1 : start], text[start], text[end - 1], text[end : end + 1]
        if first.isspace() or last.isspace():
            return False
        # At an edge that several parts share, the next character is a delimiter and no letter.
        opens = _is_letter(first) and self._starts[start] == 1 and delimiter != "_"
        closes = _is_letter(last) and self._ends[end] == 1 and delimiter != "_"
        return (opens or _is_apart(before)) and (closes or _is_apart(after))


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] not in "PSZC"


def _is_apart(character: str) -> bool:
    """Tell whether it is white space or punctuation, by the standard's older and newer definition alike."""
    if not character or character in "\t\n\f\r":
        return True
    category = unicodedata.category(character)
    return category == "Zs" or category.startswith("P") or (character.isascii() and category.startswith("S"))


def _pieces(text: str, parts: Sequence[_Part], place: Place) -> Iterator[str]:
    opening: dict[int, list[_Part]] = defaultdict(list)
    closing: dict[int, list[_Part]] = defaultdict(list)
    for part in parts:
        opening[part.start].append(part)
        closing[part.end].append(part)
    edges = sorted({0, len(text), *opening, *closing})
    characters = _escaped(text, frozenset(edges), place)
    swallowed = 0
    for at, end in zip(edges, [*edges[1:], len(text)], strict=True):
        yield from (place.written(part.closing) for part in reversed(closing[at]))
        for part in opening[at]:
            yield place.written(part.opening)
            if part.instead is not None:
                yield part.instead
                swallowed = part.end
        if at >= swallowed:
            yield place.written("".join(characters[at:end]))


def _escaped(text: str, edges: frozenset[int], place: Place) -> list[str]:
    """Write every character of the text so that it is not taken for markup."""
    characters, beside = list(text), place.beside(text)
    for special in _SPECIAL.finditer(text):
        start, end = special.span()
        # Of a number at the beginning of a line it is the full stop that makes it a list.
        at = end - 1 if text[start].isdigit() else start
        match text[at]:
            case "\n":
                characters[at] = _line_break(text, at, place)
            case space if space.isspace():
                characters[start:end] = [f"&#{ord(space)};" for space in text[start:end]]
            case "_" if _is_inside_word(beside, at, edges):
                pass
            # Before a link it would make a picture of it.
            case "!" if at + 1 not in edges:
                pass
            case sign:
                characters[at] = f"\\{sign}"
    return characters


def _line_break(text: str, at: int, place: Place) -> str:
    # A backslash makes no line break before an empty line or at the end.
    is_beside_empty = at == 0 or text[at - 1] == "\n" or text[at + 1 : at + 2] in ("", "\n")
    return "<br>" if place.one_line or is_beside_empty else "\\\n"


def _is_inside_word(text: str, at: int, edges: frozenset[int]) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return before.isalnum() and after.isalnum() and at not in edges and at + 1 not in edges
