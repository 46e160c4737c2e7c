from collections.abc import Callable

import pytest

from articlekit.blocks import (
    Block,
    Cell,
    Code,
    Definition,
    DefinitionList,
    Embed,
    Figure,
    Heading,
    Image,
    List,
    Note,
    Paragraph,
    Quote,
    Rule,
    Table,
    runs,
    text_of,
    walk,
)


def p(text: str) -> Paragraph:
    return Paragraph(text=text)


def cell(*body: Block) -> Cell:
    return Cell(body=body)


PICTURE = Image(url="a.jpg", alt="never in the text", caption="nor this")

TEXTS: list[tuple[str, tuple[Block, ...], str]] = [
    ("blocks are parted by a blank line", (Heading(text="A"), p("b"), Code(text="c\n d")), "A\n\nb\n\nc\n d"),
    ("captions and embeds are no text", (p("a"), PICTURE, Embed(url="x"), Rule(), p("b")), "a\n\nb"),
    ("empty blocks leave no gap", (p(""), p("a"), p(""), p("b")), "a\n\nb"),
    ("list items nest", (List(items=((p("a"), List(items=((p("b"),),))), (), (p("c"),))),), "a\n\nb\n\nc"),
    (
        "quotes, figures and notes hold blocks",
        (Quote(body=(p("a"),)), Figure(body=(p("b"),)), Note(name="1", body=(p("c"),))),
        "a\n\nb\n\nc",
    ),
    (
        "definitions come term first",
        (DefinitionList(items=(Definition(terms=(p("a"),), descriptions=((p("b"),), (p("c"),))),)),),
        "a\n\nb\n\nc",
    ),
    (
        "a table is one text",
        (p("x"), Table(header=((cell(p("a")), cell(p("b"))),), rows=((cell(p("1")), cell(p("2"), p("3"))),)), p("y")),
        "x\n\na\tb\n1\t2\n3\n\ny",
    ),
    (
        "a list in a cell stays in the table's text",
        (Table(rows=((cell(List(items=((p("a"),), (p("b"),)))), cell(p("c"))),)),),
        "a\nb\tc",
    ),
    (
        "a picture at the start of a table takes no separator away",
        (p("x"), Table(rows=((cell(PICTURE), cell(p("a"))), (cell(p("b")),))),),
        "x\n\na\nb",
    ),
    ("nothing is no text", (), ""),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text"), [case[1:] for case in TEXTS], ids=[case[0] for case in TEXTS])
def test_text(body: tuple[Block, ...], text: str) -> None:
    assert text_of(body) == text


@pytest.mark.parametrize("body", [case[1] for case in TEXTS], ids=[case[0] for case in TEXTS])
def test_runs_slice_to_the_texts_of_their_blocks(body: tuple[Block, ...]) -> None:
    text = text_of(body)

    assert all(text[run.start : run.end] == run.block.text for run in runs(body))


def test_nesting_is_not_bounded_by_the_stack() -> None:
    body: tuple[Block, ...] = (p("deep"),)
    for _ in range(10_000):
        body = (Quote(body=body),)

    assert text_of(body) == "deep"


@pytest.mark.parametrize(
    "around",
    [
        lambda *body: Quote(body=body),
        lambda *body: Figure(body=body),
        lambda *body: Note(name="1", body=body),
        lambda *body: List(items=((), body)),
        lambda *body: Table(header=((cell(body[0]),),), rows=((cell(), cell(*body[1:])),)),
        lambda *body: DefinitionList(items=(Definition(terms=body[:1], descriptions=((), body[1:])),)),
    ],
)
def test_walking_finds_each_block_before_those_in_it(around: Callable[..., Block]) -> None:
    inner = Figure(body=(PICTURE, PICTURE), caption="Boats")
    outer = around(p("a"), inner)

    assert [*walk((outer, Rule()))] == [outer, p("a"), inner, PICTURE, PICTURE, Rule()]


def test_blocks_nested_deep_are_walked() -> None:
    block: Block = PICTURE
    for _ in range(10_000):
        block = Quote(body=(block,))

    assert sum(1 for _ in walk((block,))) == 10_001
