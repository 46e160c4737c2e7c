"""Notes of TEI: their names, and where they stand."""

from __future__ import annotations

from typing import Final

from lxml import etree

from articlekit.markup import Element
from articlekit_tei.tree import XML, become

DIVISIONS: Final = frozenset(
    {
        "text",
        "front",
        "body",
        "back",
        "group",
        "div",
        "floatingText",
        "argument",
        "opener",
        "closer",
        "postscript",
        "sp",
    }
    | {f"div{n}" for n in range(8)}
)
"""Elements that hold blocks and are none themselves."""


def name_notes(text: Element) -> None:
    """Let references and footnotes know each other by name; what is a note in the middle of a line goes below it."""
    names: dict[str, str] = {}
    for number, note in enumerate([*text.iter("note")], 1):
        name = note.get("n") or note.get(f"{XML}id") or str(number)
        parent = note.getparent()
        if parent is not None and parent.tag not in DIVISIONS and note.get(f"{XML}id") is None:
            name = f"note-{number}"
            _move_below(note, name)
        elif identifier := note.get(f"{XML}id"):
            names[identifier] = name
        become(note, "note", name=name)
    for reference in text.iter("ref", "ptr"):
        name = reference.get("target", "").removeprefix("#")
        if reference.get("type") in ("note", "noteref") or name in names:
            reference.set("type", "note")
            reference.set("target", f"#{names.get(name, name)}")


def _move_below(note: Element, name: str) -> None:
    shown = note.get("n") or name.removeprefix("note-")
    reference = etree.Element("ref", type="note", target=f"#{name}")
    reference.text = shown
    parent = note.getparent()
    assert parent is not None  # noqa: S101  it stands in a line
    reference.tail, note.tail = note.tail, None
    parent.replace(note, reference)
    block: Element | None = parent
    while block is not None and (above := block.getparent()) is not None and above.tag not in DIVISIONS:
        block = above
    if block is not None and block.getparent() is not None:
        tail, block.tail = block.tail, None
        block.addnext(note)
        note.tail = tail
