"""Tables made of boxes, as programs that document code write them."""

import articlekit
from articlekit.blocks import Cell, Paragraph, Table
from plugins.html.shells import page

TEXT = (
    "A reader holds one file open and is not safe for use by several threads; each of them needs one of its own.",
    "The first line of a file names its version. Where it is missing, the columns are counted from zero.",
)
BEFORE, BEHIND = (f"<p>{said}</p>" for said in TEXT)
ROWS = (("Type", "Method"), ("void", "close()"), ("int", "columns()"))


def tables_of(names: tuple[tuple[str, str], ...]) -> list[Table]:
    cells = "".join(
        f"<div class='{name}'>{said}</div>"
        for row, own in zip(ROWS, names, strict=True)
        for said, name in zip(row, own, strict=True)
    )
    body = f"{BEFORE}<h2>Methods</h2><div class='summary-table'>{cells}</div>{BEHIND}"
    article = articlekit.parse(page("utility", body), format="html")
    return [block for block in article.body if isinstance(block, Table)]


def cell(said: str, *, header: bool = False) -> Cell:
    return Cell(body=(Paragraph(text=said),), header=header)


def test_cells_whose_names_come_again_in_each_row_are_a_table() -> None:
    names = (
        ("table-header col-first", "table-header col-last"),
        ("col-first even", "col-last even"),
        ("col-first odd", "col-last odd"),
    )
    (table,) = tables_of(names)

    assert table.header == (tuple(cell(said, header=True) for said in ROWS[0]),)
    assert table.rows == tuple(tuple(map(cell, row)) for row in ROWS[1:])


def test_boxes_that_only_take_turns_are_none() -> None:
    assert tables_of((("post odd", "post even"),) * 3) == []


def test_boxes_that_all_look_alike_are_none() -> None:
    assert tables_of((("col-6", "col-6"),) * 3) == []
