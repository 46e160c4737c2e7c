"""Tables: cells with spans, header rows, captions; tables that only lay out a page are read as their contents."""

from __future__ import annotations

from attrs import evolve

from articlekit.blocks import Cell, Mark, Row, Table
from articlekit.markup.lists import integer
from articlekit.markup.parsing import Element
from articlekit.markup.reader import Frame, LineFrame, Reader, Scope, Way


class TableFrame(Frame):
    """A table; what stands in it outside its cells comes before it."""

    __slots__ = ("caption", "caption_marks", "foot", "group", "has_head", "head", "layout", "row", "rows")

    def __init__(self, layout: bool) -> None:
        super().__init__()
        self.layout = layout
        self.caption: str | None = None
        self.caption_marks: tuple[Mark, ...] = ()
        self.head: list[Row] = []
        self.rows: list[Row] = []
        self.foot: list[Row] = []
        self.group = self.rows
        self.row: list[Cell] = []
        self.has_head = False

    def end_row(self) -> None:
        """End the row that is being read."""
        if self.row:
            self.group.append(tuple(self.row))
            self.row = []

    def close(self) -> None:
        """Make the table."""
        self.end_row()
        rows = [*self.rows, *self.foot]
        outer = self.outer.blocks
        outer.extend(self.blocks)
        cells = [cell for row in (*self.head, *rows) for cell in row]
        if self.layout or (len(cells) == 1 and not self.caption):
            outer.extend(block for cell in cells for block in cell.body)
            return
        header = self.head
        if not header and not self.has_head and len(rows) > 1 and all(cell.header for cell in rows[0]):
            header, rows = rows[:1], rows[1:]
        if self.caption or any(cell.body for cell in cells):
            outer.append(
                Table(rows=tuple(rows), header=tuple(header), caption=self.caption, caption_marks=self.caption_marks)
            )


class CellFrame(Frame):
    """A cell of a table."""

    __slots__ = ("cell",)

    def __init__(self, element: Element) -> None:
        super().__init__()
        self.cell = Cell(
            rowspan=min(max(integer(element.get("rowspan"), 1), 1), 65_534),
            colspan=min(max(integer(element.get("colspan"), 1), 1), 1_000),
            header=element.tag == "th",
        )

    def close(self) -> None:
        """Hand the cell to its row."""
        assert isinstance(self.outer, TableFrame)
        self.outer.row.append(evolve(self.cell, body=tuple(self.blocks)) if self.blocks else self.cell)


class TableCaptionFrame(LineFrame):
    """A table's caption."""

    __slots__ = ()

    def close(self) -> None:
        """Hand the caption to its table."""
        assert isinstance(self.outer, TableFrame)
        text, marks = self.line.take()
        if text:
            self.outer.caption, self.outer.caption_marks = text, marks


class RowScope(Scope):
    """A row, or a group of rows: its borders end the row before."""

    __slots__ = ("group",)

    def __init__(self, group: str | None = None) -> None:
        self.group = group

    def enter(self, reader: Reader) -> None:
        """End the row before."""
        reader.flush()
        if isinstance(frame := reader.frame, TableFrame):
            frame.end_row()
            if self.group == "thead":
                frame.has_head = True
                frame.group = frame.head
            elif self.group == "tfoot":
                frame.group = frame.foot

    def leave(self, reader: Reader) -> None:
        """End the row."""
        reader.flush()
        if isinstance(frame := reader.frame, TableFrame):
            frame.end_row()
            if self.group:
                frame.group = frame.rows


def open_table(reader: Reader, element: Element) -> Way | Scope:
    """Begin a table."""
    if reader.too_deep_here():
        return Way.FLOW
    return TableFrame(layout=element.get("role") in ("presentation", "none"))


def _open_cell(reader: Reader, element: Element) -> Way | Scope:
    return CellFrame(element)


def _open_row(reader: Reader, element: Element) -> Way | Scope:
    return RowScope(None if element.tag == "tr" else str(element.tag))


def _open_caption(reader: Reader, element: Element) -> Way | Scope:
    return TableCaptionFrame()


TableFrame.inside = {
    "caption": _open_caption,
    "td": _open_cell,
    "th": _open_cell,
    "tr": _open_row,
    "thead": _open_row,
    "tbody": _open_row,
    "tfoot": _open_row,
}
