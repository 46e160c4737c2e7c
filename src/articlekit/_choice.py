"""Which parser reads a source: the one that was asked for, or the one that is surest."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Sequence
from typing import Final, TypeGuard

from articlekit._registry import Provided, named, offered, registry, unique
from articlekit.decoding import expand
from articlekit.diagnostic import Diagnostic
from articlekit.errors import NoArticleError, PluginWarning, UnknownFormatError
from articlekit.plugin import Parser
from articlekit.source import Source

_ADDRESS: Final = re.compile(r"https?://\S{1,1000}")
_BEGINNING: Final = 16
_MOST_FORMATS: Final = 3
_BEGUN: Final = 2**20
# How files begin that are packed in ways that are not undone, or that not every Python can undo.
_PACKED: Final = (
    (re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"), "bzip2"),
    (re.compile(rb"\xfd7zXZ\0"), "xz"),
    (re.compile(rb"\x28\xb5\x2f\xfd"), "Zstandard"),
    (re.compile(rb"7z\xbc\xaf\x27\x1c"), "7z"),
    (re.compile(rb"Rar!\x1a\x07"), "RAR"),
)
_COMPRESSED: Final = (".gz", ".bz2", ".xz", ".zst")
_ZIP: Final = b"PK\x03\x04"
_PATH: Final = re.compile(r"[^\r\n<{]{1,1000}")


def choose(source: Source, format: str | None) -> Provided[Parser]:  # noqa: A002
    """Give the parser of that name, or the surest.

    Raises:
        UnknownFormatError: There is none of that name, or none recognises the source.
        NoArticleError: The source is empty.
    """
    parsers = registry().parsers
    if format is not None:
        if (asked := named(parsers, format)) is not None:
            return asked
        raise UnknownFormatError(f"there is no parser for {format!r}", offered(parsers, format))
    if not source.head and not (source.content if source.is_streamed else source.text).strip():
        diagnostics = source.decoded.diagnostics
        what = "the input is empty" if source.content == source.data else "what it expands to is empty"
        advice = "Check how it was saved: nothing is in it"
        raise NoArticleError(with_cause(what, diagnostics), advice, diagnostics=diagnostics)
    confidences = _confidences(source, tuple(unique(parsers)))
    surest = min(unique(parsers), key=lambda p: (-confidences.get(p.name, 0.0), p.name), default=None)
    if surest is None or confidences.get(surest.name, 0.0) <= 0:
        tried = ", ".join(sorted(confidences)) or "none: is articlekit installed?"
        reason = f"no parser recognises it: it begins {source.head[:40]!r} (tried: {tried})"
        # What is large is not decoded for that alone.
        diagnostics = () if source.is_streamed else source.decoded.diagnostics
        raise UnknownFormatError(
            with_cause(reason, diagnostics),
            _advice(source, parsers),
            diagnostics=diagnostics,
            confidences=confidences,
        )
    return surest


def with_cause(reason: str, diagnostics: Iterable[Diagnostic]) -> str:
    """Say first where compressed bytes end early: that no article is in what is left of them only follows from it."""
    return "; ".join((*(d.message for d in diagnostics if d.code == "source.compressed-cut"), reason))


def _advice(source: Source, parsers: Sequence[Provided[Parser]]) -> str:
    with source.open() as stream:
        start = stream.read(_BEGINNING)
        packed = next((name for begin, name in _PACKED if begin.match(start)), None)
        is_left = packed is not None and expand(start + stream.read(_BEGUN)).diagnostics == ()
    if is_left:
        here = "; Python 3.14 does it by itself" if packed == "Zstandard" else ""
        return f"This is packed with {packed}: unpack it and hand over what is in it{here}"
    if not start.startswith(_ZIP) and source.head.startswith(_ZIP.decode()):
        return "This is a ZIP archive that was compressed again: expand it once and hand over what is in it"
    text = source.head.rstrip() if source.is_text else ""
    if _ADDRESS.fullmatch(text):
        return "This looks like an address, and nothing is fetched: hand over what was saved from it"
    extensions = tuple(
        extension + more for p in parsers for extension in p.it.extensions for more in ("", *_COMPRESSED)
    )
    if _PATH.fullmatch(text) and text.lower().endswith(extensions):
        return (
            "This looks like a path, and str is read as text: hand over the bytes, or articlekit.Source(path=Path(…))"
        )
    if formats := _formats_by_name(source, parsers):
        shown = " or ".join(formats)
        return f"By its name it may be {shown}: if it is, say so with format= (on the command line: --format)"
    return "If you know what it is, say so with format= (on the command line: --format)"


def _formats_by_name(source: Source, parsers: Sequence[Provided[Parser]]) -> list[str]:
    """Give the formats whose files are named so, unless nearly all may be."""
    name = source.path.name.lower() if source.path is not None else ""
    found = sorted({p.name for p in parsers if name.endswith(tuple(p.it.extensions))})
    return found if len(found) <= _MOST_FORMATS else []


def _confidences(source: Source, parsers: tuple[Provided[Parser], ...]) -> dict[str, float]:
    # Who reads bytes is asked first: where one is certain, a large archive is not decoded to text for the others.
    confidences = {p.name: confidence(p, source) for p in parsers if p.it.binary}
    if max(confidences.values(), default=0.0) < 1:
        confidences |= {p.name: confidence(p, source) for p in parsers if not p.it.binary}
    return confidences


def confidence(parser: Provided[Parser], source: Source) -> float:
    """Ask a parser how sure it is; one that raises, or whose answer is no share, is warned of and not sure at all."""
    try:
        said: object = parser.it.sniff(source)
    except (Exception, SystemExit) as broken:  # noqa: BLE001  the door: a foreign sniff may fail in any way
        return _passed_over(parser, f"failed to sniff, which it never may: {type(broken).__name__}: {broken}")
    if is_share(said):
        return said
    return _passed_over(parser, f"answers {said!r} on sniffing, where a number from 0 to 1 belongs")


def is_share(said: object) -> TypeGuard[float]:
    """Whether it is a number from 0 to 1; NaN is none."""
    return isinstance(said, float | int) and 0 <= said <= 1


def _passed_over(parser: Provided[Parser], what: str) -> float:
    warnings.warn(
        f"plugin {parser.plugin!r} (from {parser.distribution}) {what}. It is passed over; tell its authors",
        PluginWarning,
        stacklevel=6,
    )
    return 0.0
