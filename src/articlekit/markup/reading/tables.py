"""Tables: cells with spans, header rows, captions. Tables that only lay out a page are read as their contents."""

from __future__ import annotations

import re

from attrs import evolve

from articlekit.blocks import Block, Cell, Code, Figure, Image, Mark, Math, Paragraph, Row, Table
from articlekit.markup.reading.flow import language_around
from articlekit.markup.reading.frames import DROP, FLOW, SPAN, Frame, LineFrame, Verdict
from articlekit.markup.reading.lists import integer
from articlekit.markup.reading.reader import Reader

# Limits of the standard: https://html.spec.whatwg.org/multipage/tables.html#algorithm-for-processing-rows
_MOST_COLUMNS = 1_000
_MOST_ROWS = 65_534

# The column of line numbers, in the tables that highlighters put around code.
_GUTTER = re.compile(r"\b(?:linenos|gutter|lineno|line-?numbers?|hljs-ln-numbers|blob-num)\b")
# The number of a formula.
_NUMBER = re.compile(r"\(?[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[a-z]?\)?|\([A-Z*†‡][0-9.]{0,5}\)")
_COUNTED = re.compile(r"\s*+(?:[0-9]{1,7}\s++)*+(?:[0-9]{1,7})?+")

# WAI-ARIA 1.2, section 5.4.
_LAID_OUT = ("presentation", "none")
_HEADERS = frozenset({"columnheader", "rowheader"})


class TableFrame(Frame):
    """A table; its `blocks` are those of the cell that is being read, or what stands between cells."""

    __slots__ = (
        "before",
        "caption",
        "caption_marks",
        "cell",
        "foot",
        "group",
        "has_head",
        "head",
        "is_layout",
        "is_named",
        "language",
        "row",
        "rows",
    )

    is_wall = True

    def __init__(self, is_layout: bool, is_named: bool = False, language: str | None = None) -> None:
        super().__init__()
        self.is_layout = is_layout
        #: Whether it has a class name, as the tables have that programs make to set code or formulas.
        self.is_named = is_named
        #: What the element around it names as the language of code.
        self.language = language
        self.caption: str | None = None
        self.caption_marks: tuple[Mark, ...] = ()
        self.head: list[Row] = []
        self.rows: list[Row] = []
        self.foot: list[Row] = []
        #: The rows that the next one belongs to.
        self.group = self.rows
        self.row: list[Cell] = []
        self.has_head = False
        #: What is known of the cell that is being read: whether it is a header, its rows and columns.
        self.cell: tuple[bool, int, int] | None = None
        #: What stands between cells: it comes before the table.
        self.before: list[Block] = []

    def end_cell(self) -> None:
        """End the cell that is being read."""
        if self.cell is None:
            self.before += self.blocks
        else:
            header, rowspan, colspan = self.cell
            self.row.append(Cell(body=tuple(self.blocks), rowspan=rowspan, colspan=colspan, header=header))
            self.cell = None
        self.blocks = []

    def end_row(self) -> None:
        """End the row that is being read."""
        self.end_cell()
        if self.row:
            self.group.append(tuple(self.row))
            self.row = []

    def close(self) -> None:
        """Make the table."""
        self.end_row()
        outer = self.outer.blocks
        outer.extend(self.before)
        header = _settled(self.head)
        rows = (*_settled(self.rows), *_settled(self.foot))
        if self.is_named and len(rows) == 1:
            rows = (_without_gutter(rows[0], self.language),)
        cells = [cell for row in (*header, *rows) for cell in row]
        if self.is_named and len(rows) == 1 and _shows(cells):
            cells = [cell for cell in cells if cell.body]
        if self.is_layout or (len(cells) == 1 and self.caption is None):
            if self.caption:
                outer.append(Paragraph(text=self.caption, marks=self.caption_marks))
            outer.extend(block for cell in cells for block in cell.body)
            return
        if self.is_named and self.caption is None and (formulas := _formulas((*header, *rows))):
            outer.extend(formulas)
            return
        if not self.has_head and len(rows) > 1 and all(cell.header for cell in rows[0]):
            header, rows = rows[:1], rows[1:]
        if self.caption is not None or any(cell.body for cell in cells):
            outer.append(Table(rows=rows, header=header, caption=self.caption, caption_marks=self.caption_marks))


def _shows(cells: list[Cell]) -> bool:
    """Whether cells without content center one that holds pictures alone, as mail does it."""
    held = [block for cell in cells for block in cell.body]
    return bool(held) and all(isinstance(block, Figure | Image) for block in held)


def _formulas(rows: tuple[Row, ...]) -> list[Math]:
    """Give the formulas that a table was made to set, one a row, with numbers beside; none where it holds more."""
    found: list[Math] = []
    # A table that is one has a head, or cells of which none is empty.
    is_set = False
    for row in rows:
        blocks = [block for cell in row for block in cell.body]
        formulas = [formula for block in blocks if (formula := _formula(block))]
        numbers = sum(isinstance(block, Paragraph) and _NUMBER.fullmatch(block.text) is not None for block in blocks)
        if numbers > 1 or len(formulas) + numbers < len(blocks) or any(cell.header for cell in row):
            return []
        is_set = is_set or numbers > 0 or any(not cell.body for cell in row)
        found += [_joined(formulas)] if formulas else []
    return found if is_set else []


def _formula(block: Block) -> Math | None:
    """Give what is nothing but a formula."""
    match block:
        case Math():
            return block
        case Paragraph(text=text, marks=(Mark(kind="math", start=0, end=end, mathml=mathml),)) if end == len(text):
            return Math(text=text, notation="tex" if "\\" in text else "plain", mathml=mathml)
    return None


def _joined(formulas: list[Math]) -> Math:
    """Join the parts of a formula that were set below those of others."""
    if len(formulas) == 1:
        return formulas[0]
    is_plain = all(formula.notation == "plain" for formula in formulas)
    return Math(text=" ".join(formula.text for formula in formulas), notation="plain" if is_plain else "tex")


def _without_gutter(row: Row, language: str | None) -> Row:
    """Leave out the numbers beside code, and say its language, if it has none, by that of all the table."""
    match row:
        case (*before, Cell(body=(Code() as code,)) as cell) if all(map(_is_gutter, before)):
            return (evolve(cell, body=(evolve(code, language=code.language or language),)),)
    return row


def _is_gutter(cell: Cell) -> bool:
    """Whether a cell holds the numbers of the lines of code, from any one on, or has lost them already."""
    match cell.body:
        case ():
            return True
        case (Code(text=text),):
            return not text.strip() or (_COUNTED.fullmatch(text) is not None and _counts_up(text.split()))
    return False


def _counts_up(numbers: list[str]) -> bool:
    first = int(numbers[0])
    return all(int(number) == at for at, number in enumerate(numbers, first))


def _settled(rows: list[Row]) -> tuple[Row, ...]:
    """Give cells that span all rows to come (``rowspan="0"``) their number."""
    return tuple(
        row if all(cell.rowspan for cell in row) else tuple(evolve(c, rowspan=c.rowspan or left) for c in row)
        for left, row in zip(range(len(rows), 0, -1), rows, strict=True)
    )


class TableCaptionFrame(LineFrame):
    """A table's caption."""

    __slots__ = ("table",)

    def __init__(self, table: TableFrame) -> None:
        super().__init__()
        self.table = table

    def close(self) -> None:
        """Hand the caption to its table."""
        table = self.table
        table.caption, table.caption_marks = self.below(table.caption, table.caption_marks)


def open_table(reader: Reader) -> Verdict:
    """Begin a table."""
    if reader.no_deeper():
        return FLOW
    attributes = reader.attributes()
    return TableFrame(attributes.get("role") in _LAID_OUT, "class" in attributes, language_around(reader))


def open_cell(reader: Reader) -> Verdict:
    """Begin a cell of the table that is open."""
    table = reader.back_to(TableFrame)
    if table is None:
        return FLOW
    table.end_cell()
    rowspan = colspan = 1
    attributes = reader.attributes()
    if attributes:
        if _GUTTER.search(attributes.get("class", "")):
            return DROP
        rowspan = min(max(integer(attributes.get("rowspan"), 1), 0), _MOST_ROWS)
        colspan = min(max(integer(attributes.get("colspan"), 1), 1), _MOST_COLUMNS)
    is_header = reader.name == "th" or attributes.get("role") in _HEADERS
    table.cell = is_header, rowspan, colspan
    return SPAN


def end_cell(reader: Reader) -> Verdict:
    """End the cell that is being read."""
    table = reader.back_to(TableFrame)
    if table is None:
        return FLOW
    table.end_cell()
    return SPAN


def part_rows(reader: Reader) -> Verdict:
    """End a row where one, or a group of them, begins or ends."""
    table = reader.back_to(TableFrame)
    if table is None:
        return FLOW
    table.end_row()
    name = reader.name
    if name == "thead":
        table.group, table.has_head = table.head, True
    elif name == "tfoot":
        table.group = table.foot
    elif name in ("tbody", "/thead", "/tbody", "/tfoot"):
        table.group = table.rows
    return SPAN


def open_caption(reader: Reader) -> Verdict:
    """Begin the caption of the table that is open."""
    table = reader.back_to(TableFrame)
    return FLOW if table is None else TableCaptionFrame(table)
