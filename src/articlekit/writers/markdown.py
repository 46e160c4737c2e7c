"""Markdown: CommonMark with GitHub's tables, strikethrough and footnotes, and HTML for what Markdown has no signs for.

Metadata stand before it as front matter in YAML; an article of which no more is said than its title begins with that as
a heading. https://spec.commonmark.org/0.31.2/ and https://github.github.com/gfm/
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from attrs import define, evolve

from articlekit.article import Article
from articlekit.blocks import (
    Block,
    Cell,
    Code,
    Heading,
    Image,
    List,
    Math,
    Note,
    Paragraph,
    Quote,
    Row,
    Rule,
    Table,
    walk,
)
from articlekit.markup import write_blocks
from articlekit.markup.safety import is_safe_link, is_safe_picture
from articlekit.plugin import BLOCKS, FIELDS, MARKS, Holds
from articlekit.surrogates import without_surrogates
from articlekit.unmended import is_unmended
from articlekit.writers._front_matter import write_front_matter
from articlekit.writers._markdown_inline import Place, write_address, write_inline

HOLDS = Holds(
    fields=FIELDS,
    blocks=BLOCKS - {"Code", "Math", "Note", "Quote"},
    marks=MARKS - {"math", "note"},
    apart=False,
)
"""What comes back as it was, captions, credits, spans and definitions as HTML. Not in it is what comes back changed:
code ends with a line break and has no marks, formulas lose their MathML, notes their names, quotations their address
and whether they only catch the eye. A heading of level 1 before all else is taken for the title of an article that has
none or that same one. White space and control characters in an address come back percent-encoded, as browsers send
them. What looks like a broken encoding comes back, but in code, which has no references, it is mended. Of several
articles only titles and bodies are written."""

# Underscores, for asterisks and hyphens are the signs of lists.
_RULE = "___"
_FENCE = re.compile("`{3,}")
_LABEL = re.compile(r"[A-Za-z0-9._-]+")
_REFERENCE = re.compile(r"\[\^([A-Za-z0-9._-]+)\]")
_NO_DEFINITION = re.compile(r"(\[\^[^\]]+\]):")
# What would end a heading; one that is escaped already does not.
_CLOSING = re.compile(r"(?<![\\#])(#+)\Z")
_MOST_DIGITS = 10**9


def write(articles: Sequence[Article]) -> str:
    """Write articles; several are parted by a rule, and without front matter, of which a file has one."""
    document = _document(articles, Place())
    return document if is_unmended(document) else _document(articles, Place(by_reference=True))


def _document(articles: Sequence[Article], place: Place) -> str:
    if len(articles) != 1:
        return without_surrogates(f"\n{_RULE}\n\n".join(_with_heading(article, place) for article in articles))
    (article,) = articles
    matter = write_front_matter(article, by_reference=place.by_reference)
    return without_surrogates(f"{matter}\n{_body(article.body, place)}" if matter else _with_heading(article, place))


def _with_heading(article: Article, place: Place) -> str:
    title = (Heading(text=article.title, level=1),) if article.title else ()
    return _body((*title, *article.body), place)


def _body(body: tuple[Block, ...], place: Place) -> str:
    labels = _labels(body)
    written = _text(body, evolve(place, notes=labels))
    # A footnote that no reference is written to would not be shown at all.
    found = Counter(_REFERENCE.findall(written))
    defined = Counter(block.name for block in walk(body) if isinstance(block, Note))
    unused = {name for name, label in labels.items() if found[label] <= defined[name]}
    if not unused:
        return written
    return _text(body, evolve(place, notes={name: label for name, label in labels.items() if name not in unused}))


def _text(body: tuple[Block, ...], place: Place) -> str:
    return "".join(f"{line}\n" for line in _lines(body, place))


def _labels(body: tuple[Block, ...]) -> dict[str, str]:
    """Give every footnote a label that Markdown can hold."""
    names = {block.name: "" for block in walk(body) if isinstance(block, Note)}
    return {name: name if _LABEL.fullmatch(name) else f"note_{i}" for i, name in enumerate(names, 1)}


@define(kw_only=True)
class _Level:
    """A container of blocks: what its lines begin with, and what stands in it."""

    items: Iterator[str | _Level]
    first: str = ""
    rest: str = ""
    #: Whether its items follow each other without an empty line.
    tight: bool = False
    started: bool = False


def _lines(body: tuple[Block, ...], place: Place) -> Iterator[str]:
    # A stack instead of recursion: bodies may be nested as deep as their source.
    stack = [_Level(items=_blocks(body, place))]
    while stack:
        item = next(stack[-1].items, None)
        if item is None:
            stack.pop()
        elif isinstance(item, _Level):
            stack.append(item)
        else:
            started = [level for level in stack if level.started]
            if started and not started[-1].tight:
                yield "".join(level.rest for level in started).rstrip()
            for line in item.split("\n"):
                prefix = "".join(level.rest if level.started else level.first for level in stack)
                yield prefix + line if line else prefix.rstrip()
                for level in stack:
                    level.started = True


def _blocks(body: tuple[Block, ...], place: Place) -> Iterator[str | _Level]:
    after_list = False
    for block in body:
        if isinstance(block, List) and _is_numbered(block):
            # Two lists in a row would be one if their signs were the same.
            yield _list(block, place, other_sign=after_list)
            after_list = not after_list
        elif isinstance(block, Quote) or (isinstance(block, Note) and block.name in place.notes):
            yield _container(block, place)
            after_list = False
        elif written := _leaf(block, place):
            yield written
            after_list = False


def _container(block: Quote | Note, place: Place) -> _Level:
    items = _blocks(block.body, place)
    if isinstance(block, Note):
        return _Level(items=items, first=f"[^{place.notes[block.name]}]: ", rest="    ")
    if block.cite:
        items = chain(items, (f"— <cite>{write_inline(block.cite, (), place)}</cite>",))
    return _Level(items=items, first="> ", rest="> ")


def _list(block: List, place: Place, *, other_sign: bool) -> _Level:
    return _Level(items=_items(block, other_sign, place), tight=all(map(_is_tight, block.items)))


def _is_numbered(block: List) -> bool:
    """Tell whether Markdown has the numbers that it begins with, if it has any: not less than 0, nine digits."""
    return not block.ordered or 0 <= block.start < _MOST_DIGITS - len(block.items)


def _items(block: List, other_sign: bool, place: Place) -> Iterator[_Level]:
    for number, item in enumerate(block.items, block.start):
        sign = f"{number}{')' if other_sign else '.'} " if block.ordered else f"{'*' if other_sign else '-'} "
        items = _blocks(item, place) if item else iter(("",))
        yield _Level(items=items, first=sign, rest=" " * len(sign), tight=_is_tight(item))


def _is_tight(item: tuple[Block, ...]) -> bool:
    """Tell whether it is one line, with a list below it at most; only a list from 1 needs no empty line before it."""
    match item:
        case (Paragraph(),):
            return True
        case (Paragraph(text=text), List(items=(first, *_), ordered=ordered, start=start)):
            return bool(text and first) and (not ordered or start == 1)
    return False


def _leaf(block: Block, place: Place) -> str:
    match block:
        case Paragraph():
            written = _NO_DEFINITION.sub(r"\1\\:", write_inline(block.text, block.marks, place), count=1)
        case Heading():
            words = _CLOSING.sub(r"\\\1", write_inline(block.text, block.marks, evolve(place, one_line=True)))
            written = f"{'#' * min(max(block.level, 1), 6)} {words}" if words else ""
        case Code():
            written = _fenced(block.text, block.language or "")
        case Math():
            written = _fenced(block.text, "math") if block.notation == "tex" else write_inline(block.text, (), place)
        case Rule():
            written = _RULE
        case Image(caption=None, credit=None):
            written = _picture(block, place)
        case Table() if _is_plain(block):
            written = _table(block, place)
        case _:
            # HTML would end where it had an empty line.
            written = place.written(write_blocks((block,)).replace("\n", "&#10;"))
    return written


def _fenced(text: str, language: str) -> str:
    fence = "`" * max(3, 1 + max(map(len, _FENCE.findall(text)), default=0))
    info = re.sub(r"[\s`\\&]+", "-", language)
    # What stands in a fence is lines: whether the last of them was ended cannot be said.
    ended = text if text.endswith("\n") or not text else f"{text}\n"
    return f"{fence}{info}\n{ended}{fence}"


def _picture(image: Image, place: Place) -> str:
    if not is_safe_picture(image.url):
        return ""
    alt = write_inline(image.alt or "", (), evolve(place, one_line=True))
    picture = f"![{alt}]({place.written(write_address(image.url))})"
    if not image.link or not is_safe_link(image.link):
        return picture
    return f"[{picture}]({place.written(write_address(image.link))})"


def _is_plain(table: Table) -> bool:
    """Tell whether GitHub's tables can hold it: one row of headers, then plain cells of one line each."""
    rows = (*table.header, *table.rows)
    return (
        table.caption is None
        and len(table.header) == 1
        and len({len(row) for row in rows}) == 1
        and len(rows[0]) > 0
        and all(cell.header == (row is rows[0]) and _is_plain_cell(cell) for row in rows for cell in row)
    )


def _is_plain_cell(cell: Cell) -> bool:
    match cell.body:
        case () | (Paragraph(),):
            return cell.rowspan == cell.colspan == 1
    return False


def _table(table: Table, place: Place) -> str:
    header, *rows = (_row(row, evolve(place, one_line=True, in_table=True)) for row in (*table.header, *table.rows))
    return "\n".join((header, "| --- " * len(table.header[0]) + "|", *rows))


def _row(row: Row, place: Place) -> str:
    cells = (block for cell in row for block in (cell.body or (Paragraph(text=""),)) if isinstance(block, Paragraph))
    return f"| {' | '.join(write_inline(cell.text, cell.marks, place) for cell in cells)} |"
