"""The library's own JSON: everything an article holds, and back.

One object an article, its keys the names of the records' fields in their order, what is absent left out::

    {"articlekit": 1, "title": "…", "body": [{"type": "Paragraph", "text": "…"}, …], …}

Dates are ISO 8601, with the offset where there is one. A number in `Article.extra` that is too long for Python's int,
or too great for its float, is read as the text of its digits. Several articles are an array of such objects; objects
one after the other, as JSON Lines have them, are read too, commas between them or not, and so are several arrays, and
what stands anywhere in other JSON: in the answer of a service, say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import orjson
from attrs import evolve, fields_dict

from articlekit.article import Article
from articlekit.diagnostic import Diagnostic
from articlekit.errors import NoArticleError, ParseError, SeveralArticlesError, WriteError
from articlekit.json_rest import begun, is_rest
from articlekit.plugin import BLOCKS, MARKS, Holds, Source
from articlekit.writers import _records
from articlekit.writers._json_values import DECODER, Value, too_deep, unread, values
from articlekit.writers._rest import RECORDS, restored

MARKER = "articlekit"
VERSION = 1
"""Version of the format, the value of `MARKER`. It is raised when an older reader could not read what is written."""

HOLDS = Holds(fields=fields_dict(Article), blocks=BLOCKS, marks=MARKS)
"""All there is. (Reading completes what `Article.origin` leaves open; `loads` does not.)"""

# Set where the two halves of a surrogate pair stand side by side as characters of their own, which JSON otherwise takes
# for one character: then every escape of a half stands for that half alone.
_HALVES = "halves"

_NOTHING = "there is no article in it"

_BEGINS = re.compile(r"\s*+[\[{]")
_START = re.compile(r'\s*+(?:\[\s*+)*+\{\s*"articlekit"\s*:\s*\d')
# Quotes in strings are escaped.
_INSIDE = re.compile(r'\{\s*+"articlekit"\s*+:\s*+\d')
_LEFT = re.compile(rf'{_INSIDE.pattern}|"origin"\s*+:\s*+\{{\s*+"format"\s*+:')
_HALF = re.compile("[\ud800-\udfff]")
_TWO_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_ESCAPE = re.compile(r"\\(?:u(d[89a-f][0-9a-f]{2})|.)", re.DOTALL)


def dumps(article: Article, *, indent: bool = False) -> str:
    """Write one article: in one line, or with `indent` in many that are good to read.

    Raises:
        WriteError: `Article.extra` holds what is no JSON, a number is not finite, or blocks are nested deeper than
            Python's recursion limit allows (64 deep they always may be).

    Example:
        >>> dumps(Article(title="A title"))
        '{"articlekit":1,"title":"A title"}'
    """
    with _refused():
        return _print(to_dict(article), indent)


def to_dict(article: Article) -> dict[str, Any]:
    """Give what `dumps` writes before it is written: dicts, lists, strings and numbers; errors as for `dumps`."""
    with _refused():
        return {MARKER: VERSION, **_records.to_tree(article)}


@contextmanager
def _refused() -> Iterator[None]:
    try:
        yield
    except ValueError as wrong:
        raise WriteError("json", str(wrong)) from wrong
    except RecursionError:
        raise WriteError("json", "it is nested too deep", "Flatten it: 64 levels of blocks always fit") from None


def _print(tree: _records.Tree, indent: bool) -> str:
    try:
        return orjson.dumps(tree, option=orjson.OPT_INDENT_2 if indent else None).decode()
    except orjson.JSONEncodeError:
        # What orjson cannot write and Python can: integers of more than 64 bits, lone surrogates, more than 254 levels.
        text = _print_slowly(tree, indent)
        if _TWO_HALVES.search(text):
            text = _print_slowly({MARKER: VERSION, _HALVES: True} | tree, indent)
        return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


def _print_slowly(tree: _records.Tree, indent: bool) -> str:
    separators = (",", ": " if indent else ":")
    return json.dumps(tree, ensure_ascii=False, indent=2 if indent else None, separators=separators)


def loads(text: str | bytes) -> Article:
    """Read one article.

    Raises:
        NoArticleError: There is none.
        SeveralArticlesError: There are several.
        LimitError: It is nested too deep.
        ParseError: It is not what `dumps` writes; says where it is not.

    Example:
        >>> loads('{"articlekit":1,"title":"A title"}').title
        'A title'
    """
    articles = []
    for read in _read(text if isinstance(text, str) else _decode(Source(data=text))[0]):
        if isinstance(read, ParseError):
            raise read
        articles.append(read)
    if not articles:
        raise NoArticleError(_NOTHING, format="json")
    if len(articles) > 1:
        raise SeveralArticlesError("it holds more than one article", "Use articlekit.parse_all", "json")
    return articles[0]


def write(articles: Sequence[Article]) -> str:
    """Write one article as an object, any other number of them as an array; errors as for `dumps`."""
    texts = [dumps(article, indent=True) for article in articles]
    return f"{texts[0]}\n" if len(texts) == 1 else f"[{','.join(texts)}]\n"


def write_lines(articles: Sequence[Article]) -> str:
    """Write every article in a line of its own, as JSON Lines (https://jsonlines.org); errors as for `dumps`."""
    return "".join(f"{dumps(article)}\n" for article in articles)


def sniff(source: Source) -> float:
    """Say whether it begins as what is written here, or holds that: in other JSON, or behind a lost beginning."""
    if _START.match(source.head):
        return 1.0
    text = source.text
    told = _INSIDE if _BEGINS.match(text) else _LEFT if is_rest(text) else None
    return 0.96 if told and told.search(text) else 0.0


def parse(source: Source) -> Iterator[Article]:
    """Read articles one by one, passing over what cannot be read: the article that follows says so, or the last one.

    Raises:
        ParseError: None of it can be read; says what is wrong with the first.
        NoArticleError: There is none in it.
    """
    held: Article | None = None
    unsaid: list[Diagnostic] = []
    first_error: ParseError | None = None
    text, known = _decode(source)
    if rest := begun(text, RECORDS):
        text, unsaid = rest.text, [*rest.diagnostics]
    for read in _read(text, is_begun=rest is not None):
        if isinstance(read, ParseError):
            first_error = first_error or read
            unsaid += read.diagnostics
            continue
        if held is not None:
            yield held
        held = _saying([*known, *unsaid], read)
        unsaid.clear()
    if held is None:
        raise first_error or NoArticleError(_NOTHING, format="json")
    yield _saying(unsaid, held)


def _saying(unsaid: Sequence[Diagnostic], article: Article) -> Article:
    return evolve(article, diagnostics=(*article.diagnostics, *unsaid)) if unsaid else article


def _decode(source: Source) -> tuple[str, tuple[Diagnostic, ...]]:
    """Give the text, and what of it was lost or guessed.

    It is not `Source.text`, in which mojibake is repaired: what an article holds comes back as it was.
    """
    try:
        text, notes = source.content.decode("utf-8-sig", "surrogatepass"), source.expanded.diagnostics
    except UnicodeDecodeError:
        text, notes = source.text, source.decoded.diagnostics
    return text, tuple(note for note in notes if note.severity != "info")


def _read(text: str, *, is_begun: bool = False) -> Iterator[Article | ParseError]:
    """Read article by article; in the place of one that cannot be read stands why."""
    for found in values(text, MARKER):
        yield found if isinstance(found, ParseError) else _article(found, text, is_begun)
        is_begun = False


def _article(found: Value, text: str, is_begun: bool) -> Article | ParseError:
    tree = found.tree
    if (version := tree[MARKER]) != VERSION:
        advice = f"This release reads version {VERSION}: update articlekit"
        return unread(f"it is of version {version!r}", advice, found.start)
    if tree.get(_HALVES):
        tree = DECODER.decode(_ESCAPE.sub(_half, text[found.start : found.end]))
    tree = {key: value for key, value in tree.items() if key not in (MARKER, _HALVES)}
    try:
        tree, notes = restored(tree) if is_begun else (tree, ())
        return _saying((*found.notes, *notes), _records.from_tree(tree))
    except ValueError as wrong:
        return unread(str(wrong), "Was it changed by hand?", found.start)
    except RecursionError:
        return too_deep(found.start)


def _half(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else escape[0]
