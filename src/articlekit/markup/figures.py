"""Figures: what they show, caption and credit; pictures; what is embedded."""

from __future__ import annotations

from attrs import evolve

from articlekit.blocks import Block, Embed, Figure, Image, Mark, Paragraph, Quote, Table
from articlekit.markup.line import BLANK, collapse
from articlekit.markup.parsing import Element
from articlekit.markup.reader import Frame, LineFrame, Reader, Scope, Way
from articlekit.markup.safety import is_safe_frame, is_safe_picture


class FigureFrame(Frame):
    """A figure."""

    __slots__ = ("caption", "caption_marks", "credit")

    def __init__(self) -> None:
        super().__init__()
        self.caption: str | None = None
        self.caption_marks: tuple[Mark, ...] = ()
        self.credit: str | None = None

    def close(self) -> None:
        """Make the figure."""
        self.outer.blocks.extend(self._made())

    def _made(self) -> list[Block]:
        caption, marks, credit = self.caption, self.caption_marks, self.credit
        if caption is None and credit is None:
            return self.blocks if len(self.blocks) < 2 else [Figure(body=tuple(self.blocks))]
        match self.blocks:
            case []:
                return [Paragraph(text=caption, marks=marks)] if caption else []
            case [Image(caption=None, credit=None) | Embed(caption=None, credit=None) as single]:
                return [evolve(single, caption=caption, caption_marks=marks, credit=credit)]
            case [Quote(cite=None) as quote] if caption and not credit:
                return [evolve(quote, cite=caption)]
            case [Table(caption=None) as table] if not credit:
                return [evolve(table, caption=caption, caption_marks=marks)]
        return [Figure(body=tuple(self.blocks), caption=caption, caption_marks=marks, credit=credit)]


class CaptionFrame(LineFrame):
    """A caption."""

    __slots__ = ("credit",)

    def close(self) -> None:
        """Hand the caption to its figure."""
        text, marks = self.line.take()
        figure = self.outer
        if isinstance(figure, FigureFrame) and text.strip(BLANK):
            figure.caption, figure.caption_marks = text, marks


class CreditFrame(LineFrame):
    """A credit."""

    __slots__ = ()

    def close(self) -> None:
        """Hand the credit to its figure."""
        text, _ = self.line.take()
        figure = self.outer.outer if isinstance(self.outer, CaptionFrame) else self.outer
        if isinstance(figure, FigureFrame) and text.strip(BLANK):
            figure.credit = text


def open_figure(reader: Reader, element: Element) -> Way | Scope:
    """Begin a figure."""
    return Way.FLOW if reader.too_deep_here() else FigureFrame()


def _open_caption(reader: Reader, element: Element) -> Way | Scope:
    return CaptionFrame()


def _open_small(reader: Reader, element: Element) -> Way | Scope:
    return CreditFrame() if "credit" in (element.get("class") or "") else Way.SPAN


FigureFrame.inside = {"figcaption": _open_caption, "span": _open_small}
CaptionFrame.inside = {"span": _open_small}


def open_picture(reader: Reader, element: Element) -> Way | Scope:
    """Put a picture."""
    url = reader.address(element.get("src"), is_safe_picture)
    if url and not url.startswith("data:"):
        link = reader.line.open.get("link")
        alt = collapse(element.get("alt") or "").strip(" ") or None
        reader.put(Image(url=url, alt=alt, link=link.url if link else None))
    return Way.SPAN


def open_embed(reader: Reader, element: Element) -> Way | Scope:
    """Put what is embedded."""
    url = reader.address(element.get("src") or element.get("data-src") or element.get("data"), is_safe_frame)
    if url is None:
        url = next(
            (a for s in element.iter("source", "embed") if (a := reader.address(s.get("src"), is_safe_frame))), None
        )
    if url:
        tag = str(element.tag)
        media = element.get("data-media") or {"video": "video", "audio": "audio", "object": "object"}.get(tag, "frame")
        title = collapse(element.get("title") or "").strip(" ") or None
        if media in ("video", "audio", "object", "frame"):
            reader.put(Embed(url=url, media=media, title=title))  # type: ignore[arg-type]
    return Way.DROP
