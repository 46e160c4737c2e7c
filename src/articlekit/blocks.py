"""The body of an article: a tree of typed blocks, as in Pandoc, with standoff marks over their text.

Text is in its final form: white space collapsed as HTML does it (runs of space, tab, LF, CR and FF are one space, none
at either end), a line break is ``"\\n"``, every other character is kept. Only `Code` keeps its white space exactly.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Literal, TypeAlias

from attrs import field, frozen

MarkKind: TypeAlias = Literal[
    "link", "strong", "emphasis", "underline", "deleted", "inserted", "highlight", "small", "sub", "sup",
    "code", "keyboard", "quotation", "cite", "abbreviation", "math", "note",
]  # fmt: skip
"""What a mark says of its words; `note` is the reference to a footnote, `cite` the title of a work."""


@frozen(kw_only=True)
class Mark:
    """A range of a block's text and what it is, as in the W3C's standoff annotations.

    Marks may nest and overlap. In canonical form they are not empty and sorted by `start`, then longest first, then by
    `kind`.
    """

    kind: MarkKind
    #: Code point offsets into the block's text, half open.
    start: int
    end: int
    #: Where a `link` leads; for a `note`, ``"#"`` and the `Note.name` it points at; the source of a `quotation`.
    url: str | None = None
    #: The tooltip of a link, the long form of an abbreviation.
    title: str | None = None
    #: The MathML source of a `math` range, where there is one; its words are then TeX or plain characters.
    mathml: str | None = None


@frozen(kw_only=True)
class Paragraph:
    """A paragraph; verse and addresses too, whose lines are parted by ``"\\n"``."""

    text: str
    marks: tuple[Mark, ...] = ()


@frozen(kw_only=True)
class Heading:
    """A heading inside the article; the article's own title is `Article.title`."""

    text: str
    #: 1 to 6, as in HTML.
    level: int = 2
    marks: tuple[Mark, ...] = ()


@frozen(kw_only=True)
class Code:
    """Preformatted text, its white space exactly as it was."""

    text: str
    #: As the source names it (``python``, ``c++``), lower case; None where it does not.
    language: str | None = None
    marks: tuple[Mark, ...] = ()


@frozen(kw_only=True)
class Math:
    """A formula that stands as a block of its own."""

    #: The TeX source where there is one, else the formula's characters in order.
    text: str
    notation: Literal["tex", "plain"] = "tex"
    mathml: str | None = None
    marks: tuple[Mark, ...] = ()


@frozen(kw_only=True)
class Quote:
    """A block quotation, with who or what it is taken from where the source says so."""

    body: tuple[Block, ...]
    #: The words that name the source (HTML's ``cite`` element or footer inside the quotation).
    cite: str | None = None
    #: The address of the source (HTML's ``cite`` attribute).
    url: str | None = None
    #: A phrase of the article itself, set apart to catch the eye.
    pull: bool = False


@frozen(kw_only=True)
class List:
    """An ordered or unordered list; each item is a body of its own, so lists nest."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    #: The number of the first item of an ordered list.
    start: int = 1


@frozen(kw_only=True)
class Definition:
    """One or more terms and what is said of them."""

    terms: tuple[Paragraph, ...]
    descriptions: tuple[tuple[Block, ...], ...]


@frozen(kw_only=True)
class DefinitionList:
    """Terms with their descriptions (HTML's ``dl``)."""

    items: tuple[Definition, ...]


@frozen(kw_only=True)
class Cell:
    """A table cell."""

    body: tuple[Block, ...] = ()
    rowspan: int = 1
    colspan: int = 1
    #: A header of its row or column (HTML's ``th``).
    header: bool = False


Row: TypeAlias = tuple[Cell, ...]


@frozen(kw_only=True)
class Table:
    """A table: header rows apart from body rows, spans as in HTML (a spanned place has no cell)."""

    rows: tuple[Row, ...]
    header: tuple[Row, ...] = ()
    caption: str | None = None
    caption_marks: tuple[Mark, ...] = ()


@frozen(kw_only=True)
class Image:
    """A picture with what is written beside it."""

    url: str
    alt: str | None = None
    caption: str | None = None
    caption_marks: tuple[Mark, ...] = ()
    #: Photographer or agency, where it stands apart from the caption.
    credit: str | None = None
    #: Where a click on the picture leads.
    link: str | None = None


@frozen(kw_only=True)
class Figure:
    """Anything but a single picture set as a figure: a gallery, a table, code, a chart."""

    body: tuple[Block, ...]
    caption: str | None = None
    caption_marks: tuple[Mark, ...] = ()
    credit: str | None = None


@frozen(kw_only=True)
class Embed:
    """Something shown in the article that lives elsewhere: a video, a post, a map, a sound."""

    url: str
    media: Literal["audio", "video", "frame", "object"] = "frame"
    title: str | None = None
    caption: str | None = None
    caption_marks: tuple[Mark, ...] = ()
    credit: str | None = None


@frozen(kw_only=True)
class Note:
    """A footnote or endnote; `note` marks whose `url` is ``"#"`` + `name` refer to it."""

    name: str
    body: tuple[Block, ...]


@frozen(kw_only=True)
class Rule:
    """A thematic break."""


TextBlock: TypeAlias = Paragraph | Heading | Code | Math
"""The blocks that bear `text` and `marks` themselves."""

Block: TypeAlias = (
    Paragraph | Heading | Code | Math | Quote | List | DefinitionList | Table | Image | Figure | Embed | Note | Rule
)
"""The closed union of everything a body is made of."""


@frozen(kw_only=True)
class Run:
    """A text-bearing block and where its text stands in the text of the whole body."""

    start: int
    end: int
    block: TextBlock = field(repr=False)


BLOCK_BREAK = "\n\n"
ROW_BREAK = "\n"
CELL_BREAK = "\t"
_SEPARATORS = ("", CELL_BREAK, ROW_BREAK, BLOCK_BREAK)


def walk(body: tuple[Block, ...]) -> Iterator[Block]:
    """Walk all blocks of a body in reading order, each before those in it: pictures in galleries, tables in quotes."""
    stack = [*reversed(body)]
    while stack:
        block = stack.pop()
        yield block
        stack.extend(reversed(_inside(block)))


def text_blocks(body: tuple[Block, ...]) -> Iterator[tuple[str, TextBlock]]:
    """Walk the text-bearing blocks of a body in reading order, each with the separator that stands before it.

    Captions, alternative texts and embeds are fields of their blocks and no part of the text. A table is one text: its
    cells are parted by a tab, its rows by a line break; all else by a blank line. Blocks without text are left out.
    """
    # A stack instead of recursion: bodies may be nested as deep as their source.
    stack = [(_apart(body, BLOCK_BREAK, BLOCK_BREAK), BLOCK_BREAK)]
    pending = ""
    while stack:
        siblings, between = stack[-1]
        for separator, block in siblings:
            # A block without text leaves its separator to the next one, and the stronger of the two holds.
            pending = max(pending, separator, key=_SEPARATORS.index)
            if isinstance(block, Paragraph | Heading | Code | Math):
                if block.text:
                    yield pending, block
                    pending = ""
            elif isinstance(block, Table):
                stack.append((_cells(block, separator), ROW_BREAK))
                break
            elif not isinstance(block, Image | Embed | Rule):
                stack.append((_apart(_inside(block), separator, between), between))
                break
        else:
            stack.pop()


def _apart(blocks: tuple[Block, ...], first: str, between: str) -> Iterator[tuple[str, Block]]:
    for block in blocks:
        yield first, block
        first = between


def _inside(block: Block) -> tuple[Block, ...]:
    match block:
        case List():
            bodies = block.items
        case DefinitionList():
            bodies = tuple(body for entry in block.items for body in (entry.terms, *entry.descriptions))
        case Table():
            bodies = tuple(cell.body for row in (*block.header, *block.rows) for cell in row)
        case Quote() | Figure() | Note():
            return block.body
        case _:
            return ()
    return tuple(chain.from_iterable(bodies))


def _cells(table: Table, separator: str) -> Iterator[tuple[str, Block]]:
    for row in (*table.header, *table.rows):
        for cell in row:
            if cell.body:
                yield from _apart(cell.body, separator, ROW_BREAK)
                separator = CELL_BREAK
        separator = ROW_BREAK if separator == CELL_BREAK else separator


def runs(body: tuple[Block, ...]) -> tuple[Run, ...]:
    """Give each text-bearing block its place in `text_of(body)`."""
    found: list[Run] = []
    end = 0
    for separator, block in text_blocks(body):
        start = end + len(separator) if found else 0
        end = start + len(block.text)
        found.append(Run(start=start, end=end, block=block))
    return tuple(found)


def text_of(body: tuple[Block, ...]) -> str:
    """Join the texts of a body's blocks, in order: the text that every offset points into."""
    parts = [part for separator, block in text_blocks(body) for part in (separator, block.text)]
    return "".join(parts[1:])
