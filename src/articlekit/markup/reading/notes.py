"""Footnotes and endnotes."""

from __future__ import annotations

import re

from attrs import evolve

from articlekit.blocks import Note, Paragraph
from articlekit.markup.line import WHITE, Line
from articlekit.markup.marks import canonical_marks
from articlekit.markup.reading.frames import DROP, END, FLOW, SPAN, Frame, LineFrame, Verdict
from articlekit.markup.reading.open_blocks import OpenBlocks
from articlekit.markup.reading.reader import Reader
from articlekit.markup.tokens import attributes_of

_BEHIND_NUMBER = re.compile("[.:)](?=[ \xa0])[ \xa0]*+|[ \xa0]++")
"""What parts the number of a note from its text."""
_HIDDEN = re.compile(r"(?:^|\s)(?:sr-only|screen-reader-text|visually-?hidden)(?:\s|$)")


class NotesFrame(Frame):
    """The notes of a text."""

    __slots__ = ("count",)

    def __init__(self) -> None:
        super().__init__()
        self.count = 0


class NoteFrame(Frame):
    """A note."""

    __slots__ = ("leads_back", "name")

    def __init__(self, name: str, *, leads_back: bool = False) -> None:
        super().__init__()
        self.name = name
        #: Whether a way back stood in it.
        self.leads_back = leads_back

    def close(self) -> None:
        """Make the note, without the signs that stood around the way back."""
        match self.blocks:
            case [Paragraph(text=text), _, *_] if self.leads_back and not any(map(str.isalnum, text)):
                del self.blocks[0]
            case [Paragraph(text=text, marks=marks), *_] if self.leads_back and (parting := _BEHIND_NUMBER.match(text)):
                cut = parting.end()
                moved = tuple(evolve(mark, start=max(mark.start - cut, 0), end=mark.end - cut) for mark in marks)
                self.blocks[0] = Paragraph(text=text[cut:], marks=canonical_marks(text[cut:], moved))
        if self.blocks:
            self.outer.blocks.append(Note(name=self.name, body=tuple(self.blocks)))


class SideNoteFrame(LineFrame):
    """A note that stands in the sentence it belongs to: it comes after the paragraph."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def enter(self, reader: OpenBlocks) -> None:
        """Begin, while the sentence waits."""
        self.outer, self.around = reader.frame, reader.line
        reader.frame, reader.line = self, Line()

    def leave(self, reader: OpenBlocks) -> None:
        """End, and go on with the sentence."""
        text, marks = reader.line.take()
        reader.frame = self.outer
        if self.around is not None:
            reader.line = self.around
        if text:
            reader.put(Note(name=self.name, body=(Paragraph(text=text, marks=marks),)))


def open_notes(reader: Reader) -> Verdict:
    """Begin the notes of a text; in what says so already, nothing."""
    return FLOW if reader.no_deeper() or isinstance(reader.frame, NotesFrame) else NotesFrame()


def open_note(reader: Reader) -> Verdict:
    """Begin a note, by its role; without a name nothing can refer to it, and it is running text."""
    found = reader.attributes().get("id")
    return NoteFrame(found) if found and not reader.no_deeper() else FLOW


def open_side_note(reader: Reader) -> Verdict:
    """Begin a note within a sentence; a number right before it refers to it."""
    tokens, at, parts = reader.tokens, reader.at, reader.line.parts
    if reader.name != "span":
        return FLOW
    if tokens.names[at - 1] != "sup" or not parts or parts[-1] != tokens.leaves[at - 1]:
        name = attributes_of(tokens.slots[at - 1]).get("id") if tokens.names[at - 1] == "input" else None
        return SideNoteFrame(name) if name else SPAN
    name = attributes_of(tokens.slots[at - 2]).get("id") if tokens.slots[at - 2] != "" else None
    if name is None:
        return SPAN
    reader.line.stretches.append((len(parts) - 1, len(parts), "note", f"#{name}", None, None))
    return SideNoteFrame(name)


def _pass_number(reader: Reader) -> Verdict:
    """Leave out the number that a note begins with; one without a name for its style may be raised by the author."""
    leaf = reader.tokens.leaves[reader.at]
    is_first = not (reader.line.parts or reader.frame.blocks)
    if is_first and leaf and "class" in reader.attributes() and not any(map(str.isalpha, leaf.strip(WHITE)[1:])):
        return DROP
    return "sup", None, None


def _open_listed(reader: Reader) -> Verdict:
    """Begin a note in a list of notes; the one before it ends."""
    notes = reader.back_to(NotesFrame)
    if notes is None or reader.no_deeper():
        return FLOW
    notes.count += 1
    return NoteFrame(reader.attributes().get("id") or _anchor(reader) or str(notes.count))


def open_numbered(reader: Reader, address: str, attributes: dict[str, str]) -> bool:
    """Begin a note, where notes are no list, at its number: a link with a name that leads back to where it is made."""
    name = attributes.get("id") or attributes.get("name")
    if not name or not address.startswith("#") or address in ("#", f"#{name}") or reader.no_deeper():
        return False
    frame = reader.frame
    while not isinstance(frame, NotesFrame):
        # What has a tag of its own is no note that a number began.
        if frame is reader.body or (isinstance(frame, NoteFrame) and frame.tag):
            return False
        frame = frame.outer
    reader.back_to(NotesFrame)
    NoteFrame(name, leads_back=True).enter(reader)
    return True


def pass_way_back(reader: Reader) -> Verdict:
    """Leave out the way back from the note that is open."""
    frame = reader.frame
    while not isinstance(frame, NoteFrame):
        frame = frame.outer
    frame.leads_back = True
    reader.line.trim()
    return DROP


def _anchor(reader: Reader) -> str | None:
    """Find the name of a note in an anchor at its start."""
    tokens, at = reader.tokens, reader.at
    for name, slot in zip(tokens.names[at + 1 : at + 3], tokens.slots[at + 1 : at + 3], strict=True):
        if name == "a":
            attributes = attributes_of(slot)
            return attributes.get("id") or attributes.get("name")
    return None


def _open_heading(reader: Reader) -> Verdict:
    if _HIDDEN.search(reader.attributes().get("class", "")):
        return DROP
    reader.border()
    reader.level = int(reader.name[1])
    return SPAN


def _pass(reader: Reader) -> Verdict:
    """A list of notes is no list."""
    reader.border()
    return SPAN


NotesFrame.inside = {
    "li": _open_listed,
    **dict.fromkeys(("ol", "ul"), _pass),
    "hr": FLOW,
    **{f"h{level}": _open_heading for level in range(1, 7)},
}
NoteFrame.inside = {"li": _open_listed, "/li": END, "sup": _pass_number}
SideNoteFrame.inside = {"sup": _pass_number}
