"""Figures: what they show, captions and credits."""

from __future__ import annotations

import re

from attrs import evolve

from articlekit.blocks import Block, Embed, Figure, Image, Mark, Paragraph, Quote, Table
from articlekit.markup.reading.flow import without_dash
from articlekit.markup.reading.frames import END, FLOW, Frame, LineFrame, Verdict
from articlekit.markup.reading.reader import Reader
from articlekit.markup.safety import is_safe_frame

_CAPTION = re.compile(r"(?:^|[\s_-])caption(?:$|[\s_-]|text)", re.IGNORECASE)
_CREDIT = re.compile(r"(?:^|[\s_-])(?:credits?|photographer|copyright|courtesy)(?:$|[\s_-])", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S+")


def canonical_figure(figure: Figure) -> tuple[Block, ...]:
    """Give what a figure is in canonical form: of a single picture with a caption that picture, with its caption.

    Example:
        >>> canonical_figure(Figure(body=(Image(url="/a.jpg"),), caption="A dock"))[0].caption
        'A dock'
    """
    caption, marks, credit = figure.caption, figure.caption_marks, figure.credit
    if caption is None and credit is None:
        return figure.body if len(figure.body) < 2 else (figure,)
    match figure.body:
        case ():
            return tuple(Paragraph(text=text, marks=m) for text, m in ((caption, marks), (credit, ())) if text)
        case [Image(caption=None, credit=None) | Embed(caption=None, credit=None) as shown]:
            return (evolve(shown, caption=caption, caption_marks=marks, credit=credit),)
        case [Quote(cite=None) as quote] if caption and not credit:
            return (evolve(quote, cite=without_dash(caption) or None),)
        case [Table(caption=None) as table] if not credit:
            return (evolve(table, caption=caption, caption_marks=marks),)
    return (figure,)


class FigureFrame(Frame):
    """A figure."""

    __slots__ = ("caption", "caption_marks", "credit", "is_embed")

    def __init__(self, classes: str = "") -> None:
        super().__init__()
        self.is_embed = "wp-block-embed" in classes
        self.caption: str | None = None
        self.caption_marks: tuple[Mark, ...] = ()
        self.credit: str | None = None

    def close(self) -> None:
        """Make the figure."""
        self.outer.blocks.extend(self._made())

    def _made(self) -> tuple[Block, ...]:
        match self.blocks:
            case [Paragraph(text=text)] if self.is_embed and _ADDRESS.fullmatch(text) and is_safe_frame(text):
                self.blocks = [Embed(url=text)]
        return canonical_figure(
            Figure(body=tuple(self.blocks), caption=self.caption, caption_marks=self.caption_marks, credit=self.credit)
        )


class CaptionFrame(LineFrame):
    """A caption."""

    __slots__ = ("figure",)

    def __init__(self, figure: FigureFrame) -> None:
        super().__init__()
        self.figure = figure

    def close(self) -> None:
        """Hand the caption to its figure."""
        figure = self.figure
        figure.caption, figure.caption_marks = self.below(figure.caption, figure.caption_marks)


class CreditFrame(LineFrame):
    """Whom a picture is from."""

    __slots__ = ("figure",)

    def __init__(self, figure: FigureFrame) -> None:
        super().__init__()
        self.figure = figure

    def close(self) -> None:
        """Hand the credit to its figure."""
        before = self.figure.credit
        self.figure.credit = self.text if before is None else f"{before}\n{self.text}"


def open_figure(reader: Reader) -> Verdict:
    """Begin a figure."""
    if reader.no_deeper():
        return FLOW
    return FigureFrame(reader.attributes().get("class", ""))


def _figure_of(reader: Reader) -> FigureFrame | None:
    frame = reader.frame
    if isinstance(frame, CaptionFrame):
        return frame.figure
    return frame if isinstance(frame, FigureFrame) else None


def _open_caption(reader: Reader) -> Verdict:
    figure = _figure_of(reader)
    return FLOW if figure is None else CaptionFrame(figure)


def _by_class(reader: Reader) -> Verdict:
    """Tell captions and credits by class names: only in figures, where the words mean that."""
    if reader.slot != "" and reader.class_rules[reader.slot] is not None:
        return reader.by_class()
    figure = _figure_of(reader)
    attributes = reader.attributes() if figure is not None else {}
    if attributes and figure is not None:
        classes = attributes.get("class", "")
        if _CREDIT.search(classes) or attributes.get("itemprop") in ("copyrightHolder", "creditText"):
            return CreditFrame(figure)
        if reader.frame is figure and _CAPTION.search(classes):
            return CaptionFrame(figure)
    if reader.name == "small":
        return "small", None, None
    return reader.by_class() if reader.name in reader.frame.plain else FLOW


FigureFrame.inside = {
    "figcaption": _open_caption,
    **dict.fromkeys(("p", "div", "span", "small", "dd"), _by_class),
    "dt": FLOW,
}
CaptionFrame.inside = {**dict.fromkeys(("p", "div", "span", "small"), _by_class), "/figcaption": END}
CreditFrame.inside = {"/figcaption": END}
