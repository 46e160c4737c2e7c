"""From blocks to HTML: a bare fragment that is safe in a browser whatever the blocks hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final, TypeAlias

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
    Row,
    Rule,
    Table,
)
from articlekit.markup.safety import is_safe_frame, is_safe_link, is_safe_picture

Pieces: TypeAlias = "Iterator[str | tuple[Block, ...]]"

_TAGS: Final = {
    "link": "a",
    "note": "a",
    "strong": "strong",
    "emphasis": "em",
    "underline": "u",
    "deleted": "del",
    "inserted": "ins",
    "highlight": "mark",
    "small": "small",
    "sub": "sub",
    "sup": "sup",
    "code": "code",
    "keyboard": "kbd",
    "quotation": "q",
    "cite": "cite",
    "abbreviation": "abbr",
    "math": "span",
}


def _attribute(name: str, value: str | None) -> str:
    return "" if value is None else f' {name}="{escape(value)}"'


def _tag(mark: Mark) -> tuple[str, str]:
    tag = _TAGS[mark.kind]
    attributes = _attribute("title", mark.title)
    if mark.kind in ("link", "note"):
        if mark.url is None or not is_safe_link(mark.url):
            return "", ""
        attributes = _attribute("href", mark.url) + attributes
        if mark.kind == "note":
            attributes += ' role="doc-noteref"'
    elif mark.url is not None and is_safe_link(mark.url):
        attributes += _attribute("cite", mark.url)
    elif mark.kind == "math":
        attributes += ' class="math inline"'
    return f"<{tag}{attributes}>", f"</{tag}>"


def write_inline(text: str, marks: Sequence[Mark]) -> str:
    """Write text and its marks as HTML."""
    parts: list[str] = []
    open_marks: list[Mark] = []
    todo = sorted((m for m in marks if 0 <= m.start < m.end <= len(text)), key=lambda m: (m.start, -m.end, m.kind))
    points = sorted({0, len(text), *(m.start for m in todo), *(m.end for m in todo)})
    at = 0
    for start, end in zip(points, points[1:], strict=False):
        ending = next((i for i, mark in enumerate(open_marks) if mark.end <= start), len(open_marks))
        again = [mark for mark in open_marks[ending:] if mark.end > start]
        parts.extend(_tag(mark)[1] for mark in reversed(open_marks[ending:]))
        del open_marks[ending:]
        while at < len(todo) and todo[at].start == start:
            again.append(todo[at])
            at += 1
        again.sort(key=lambda m: (-m.end, m.kind))
        parts.extend(_tag(mark)[0] for mark in again)
        open_marks.extend(again)
        parts.append(escape(text[start:end], quote=False).replace("\n", "<br>"))
    parts.extend(_tag(mark)[1] for mark in reversed(open_marks))
    return "".join(parts)


def _bare(body: tuple[Block, ...]) -> Pieces:
    match body:
        case (Paragraph(text=text, marks=marks),):
            yield write_inline(text, marks)
        case _:
            yield body


def _rows(tag: str, rows: tuple[Row, ...]) -> Pieces:
    if not rows:
        return
    yield f"<{tag}>"
    for row in rows:
        yield "<tr>"
        for cell in row:
            name = "th" if cell.header else "td"
            spans = "".join(
                f' {span}="{n}"' for span, n in (("rowspan", cell.rowspan), ("colspan", cell.colspan)) if n != 1
            )
            yield f"<{name}{spans}>"
            yield from _bare(cell.body)
            yield f"</{name}>"
        yield "</tr>"
    yield f"</{tag}>"


def _caption(caption: str | None, marks: tuple[Mark, ...], credit: str | None) -> str:
    if caption is None and credit is None:
        return ""
    tail = "" if credit is None else f'<span class="credit">{escape(credit, quote=False)}</span>'
    return f"<figcaption>{write_inline(caption or '', marks)}{tail}</figcaption>"


def _pieces(block: Block) -> Pieces:
    match block:
        case Paragraph():
            yield f"<p>{write_inline(block.text, block.marks)}</p>"
        case Heading():
            yield f"<h{block.level}>{write_inline(block.text, block.marks)}</h{block.level}>"
        case Code():
            language = "" if block.language is None else f' class="language-{escape(block.language)}"'
            yield f"<pre><code{language}>{escape(block.text, quote=False)}</code></pre>"
        case Math():
            yield f'<div class="math display">{escape(block.text, quote=False)}</div>'
        case Quote():
            yield "<blockquote"
            yield ' class="pullquote"' if block.pull else ""
            yield _attribute("cite", block.url) + ">"
            yield block.body
            if block.cite:
                yield f"<footer>{escape(block.cite, quote=False)}</footer>"
            yield "</blockquote>"
        case List():
            tag = "ol" if block.ordered else "ul"
            yield f'<{tag} start="{block.start}">' if block.start != 1 else f"<{tag}>"
            for item in block.items:
                yield "<li>"
                yield from _bare(item)
                yield "</li>"
            yield f"</{tag}>"
        case DefinitionList():
            yield "<dl>"
            for entry in block.items:
                yield "<div>"
                for term in entry.terms:
                    yield f"<dt>{write_inline(term.text, term.marks)}</dt>"
                for description in entry.descriptions:
                    yield "<dd>"
                    yield from _bare(description)
                    yield "</dd>"
                yield "</div>"
            yield "</dl>"
        case Table():
            yield "<table>"
            if block.caption:
                yield f"<caption>{write_inline(block.caption, block.caption_marks)}</caption>"
            yield from _rows("thead", block.header)
            yield from _rows("tbody", block.rows)
            yield "</table>"
        case Image():
            if is_safe_picture(block.url):
                picture = f"<img{_attribute('src', block.url)}{_attribute('alt', block.alt or '')}>"
                if block.link is not None and is_safe_link(block.link):
                    picture = f"<a{_attribute('href', block.link)}>{picture}</a>"
                yield f"<figure>{picture}{_caption(block.caption, block.caption_marks, block.credit)}</figure>"
        case Figure():
            yield "<figure>"
            yield block.body
            yield _caption(block.caption, block.caption_marks, block.credit) + "</figure>"
        case Embed():
            if is_safe_frame(block.url):
                tag = block.media if block.media in ("audio", "video") else "iframe"
                media = _attribute("data-media", "object" if block.media == "object" else None)
                yield f"<figure><{tag}{_attribute('src', block.url)}{_attribute('title', block.title)}{media}></{tag}>"
                yield _caption(block.caption, block.caption_marks, block.credit) + "</figure>"
        case Note():
            yield f'<aside role="doc-footnote"{_attribute("id", block.name)}>'
            yield block.body
            yield "</aside>"
        case Rule():
            yield "<hr>"


def write_blocks(blocks: Sequence[Block]) -> str:
    """Write blocks as a fragment of HTML."""
    parts: list[str] = []
    stack: list[Pieces] = [iter((tuple(blocks),))]
    while stack:
        piece = next(stack[-1], None)
        if piece is None:
            stack.pop()
        elif isinstance(piece, str):
            parts.append(piece)
        else:
            stack.extend(_pieces(block) for block in reversed(piece))
    return "".join(parts)
