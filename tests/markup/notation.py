"""Blocks in a notation that is read at a glance, for samples: one line each, what is inside indented.

``⏎`` is a line break, ``⍽`` a no-break space, ``·`` a space at the end. Marks stand after ``|`` with the words
they are over, in their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from articlekit.blocks import (
    Block,
    Code,
    DefinitionList,
    Embed,
    Figure,
    Heading,
    Image,
    List,
    Mark,
    Math,
    Note,
    Paragraph,
    Quote,
    Table,
)


def shown(blocks: Iterable[Block]) -> str:
    """Give blocks in the notation."""
    return "\n".join(line for block in blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:  # noqa: PLR0912 (one case a kind)
    match block:
        case Paragraph():
            yield f"P {_text(block.text, block.marks)}"
        case Heading():
            yield f"H{block.level} {_text(block.text, block.marks)}"
        case Code():
            yield _line(f"CODE {block.language or ''}", _text(block.text, block.marks))
        case Math():
            yield _line(f"MATH {block.notation}", block.text, "with MathML" if block.mathml else None)
        case Quote():
            yield _line("PULL" if block.pull else "QUOTE", cite=block.cite, url=block.url)
            yield from _inside(block.body)
        case List():
            yield f"OL {block.start}" if block.ordered else "UL"
            for item in block.items:
                yield "  -"
                yield from _inside(item, "    ")
        case DefinitionList():
            yield "DL"
            for entry in block.items:
                yield "  -"
                yield from _inside(entry.terms, "    ")
                for description in entry.descriptions:
                    yield "    :"
                    yield from _inside(description, "      ")
        case Table():
            yield _line("TABLE", caption=block.caption and _text(block.caption, block.caption_marks))
            for kind, rows in (("HEAD", block.header), ("ROW", block.rows)):
                for row in rows:
                    yield f"  {kind}"
                    for cell in row:
                        spans = f" rows={cell.rowspan}" * (cell.rowspan > 1) + f" columns={cell.colspan}" * (
                            cell.colspan > 1
                        )
                        yield f"    {'TH' if cell.header else 'TD'}{spans}"
                        yield from _inside(cell.body, "      ")
        case Image():
            yield _line("IMAGE", block.url, alt=block.alt, link=block.link, **_caption(block))
        case Embed():
            yield _line(f"EMBED {block.media}", block.url, title=block.title, **_caption(block))
        case Figure():
            yield _line("FIGURE", **_caption(block))
            yield from _inside(block.body)
        case Note():
            yield f"NOTE {block.name}"
            yield from _inside(block.body)
        case _:
            yield "RULE"


def _caption(block: Image | Embed | Figure) -> dict[str, str | None]:
    caption = block.caption and _text(block.caption, block.caption_marks)
    return {"caption": caption, "credit": block.credit}


def _inside(blocks: Iterable[Block], indent: str = "  ") -> Iterator[str]:
    return (indent + line for block in blocks for line in _lines(block))


def _line(*words: str | None, **named: str | None) -> str:
    given = [word for word in words if word]
    return " ".join(given + [f"{name}=«{_visible(value)}»" for name, value in named.items() if value is not None])


def _text(text: str, marks: tuple[Mark, ...]) -> str:
    over = " ".join(_mark(text, mark) for mark in marks)
    return _visible(text) + (f" | {over}" if over else "")


def _mark(text: str, mark: Mark) -> str:
    words = _visible(text[mark.start : mark.end])
    says = "".join(
        f" {sign} {said}" for sign, said in (("→", mark.url), ("“", mark.title), ("∑", mark.mathml)) if said is not None
    )
    return f"{mark.kind}({words}{says})"


def _visible(text: str) -> str:
    text = text.replace("\n", "⏎").replace("\t", "⇥").replace("\r", "␍").replace("\xa0", "⍽")
    return text[:-1] + "·" if text.endswith(" ") else text
