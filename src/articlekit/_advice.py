"""What to do with an input that no parser recognises, by how it begins, what it looks like and what it is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from articlekit._registry import Provided
from articlekit.decoding import expand
from articlekit.decoding.packed import packing_of
from articlekit.plugin import Parser
from articlekit.source import Source

_BEGINNING: Final = 2**20
# How files begin that are packed in ways that are not undone; in other ways not every Python can undo.
_PACKED: Final = ((re.compile(rb"7z\xbc\xaf\x27\x1c"), "7z"), (re.compile(rb"Rar!\x1a\x07"), "RAR"))
_ZIP: Final = b"PK\x03\x04"
_AS_HTML: Final = "save it as HTML with the program that opens it, and hand over that"
# How files begin that people have articles in, and that are read by other programs.
_FOREIGN: Final = (
    (re.compile(rb"%PDF-"), "a PDF", "take the page that it was made of, or its text (pdftotext), with format='text'"),
    (re.compile(rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|_rels/)", re.DOTALL), "an Office document", _AS_HTML),
    (re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis", re.DOTALL), "an OpenDocument file", _AS_HTML),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "a document of an older Office", _AS_HTML),
    (re.compile(rb"\{\\rtf"), "an RTF document", _AS_HTML),
    (re.compile(rb"bplist00"), "a property list, as Safari's web archives are", "save the page as its source"),
    (
        re.compile(rb"\x89PNG\r|\xff\xd8\xff|GIF8[79]a|RIFF.{4}WEBP", re.DOTALL),
        "a picture",
        "what is written in it has to be recognised by another program first",
    ),
)
_MOST_FORMATS: Final = 3
_COMPRESSED: Final = (".gz", ".bz2", ".xz", ".zst")
_ADDRESS: Final = re.compile(r"https?://\S{1,1000}")
_PATH: Final = re.compile(r"[^\r\n<{]{1,1000}")


def advice_on(source: Source, parsers: Sequence[Provided[Parser]]) -> str:
    """Say what to do with a source that none of the parsers recognises."""
    with source.open() as stream:
        start = stream.read(_BEGINNING)
    said = _on_packed(start, source) or _on_foreign(start) or _on_text(source, parsers) or _by_name(source, parsers)
    return said or "If you know what it is, say so with format= (on the command line: --format)"


def _on_packed(start: bytes, source: Source) -> str | None:
    packing = packing_of(start)
    packed = packing.name if packing else next((name for begin, name in _PACKED if begin.match(start)), None)
    # Damage of what was unpacked is said already.
    if packed is not None and not expand(start).diagnostics:
        here = "; Python 3.14 does it by itself" if packed == "Zstandard" else ""
        return f"This is packed with {packed}: unpack it and hand over what is in it{here}"
    if not start.startswith(_ZIP) and source.head.startswith(_ZIP.decode()):
        return "This is a ZIP archive that was compressed again: expand it once and hand over what is in it"
    return None


def _on_foreign(start: bytes) -> str | None:
    return next((f"This is {what}: {advice}" for begin, what, advice in _FOREIGN if begin.match(start)), None)


def _on_text(source: Source, parsers: Sequence[Provided[Parser]]) -> str | None:
    """Tell of text that was handed over as such, and names something, that it is no file."""
    text = source.head.rstrip() if source.is_text else ""
    if _ADDRESS.fullmatch(text):
        return "This looks like an address, and nothing is fetched: hand over what was saved from it"
    endings = tuple(ending + more for p in parsers for ending in p.it.extensions for more in ("", *_COMPRESSED))
    if _PATH.fullmatch(text) and text.lower().endswith(endings):
        return (
            "This looks like a path, and str is read as text: hand over the bytes, or articlekit.Source(path=Path(…))"
        )
    return None


def _by_name(source: Source, parsers: Sequence[Provided[Parser]]) -> str | None:
    """Name the formats whose files are named so, unless nearly all may be."""
    name = source.path.name.lower() if source.path is not None else ""
    formats = sorted({p.name for p in parsers if name.endswith(tuple(p.it.extensions))})
    if not 0 < len(formats) <= _MOST_FORMATS:
        return None
    shown = " or ".join(formats)
    return f"By its name it may be {shown}: if it is, say so with format= (on the command line: --format)"
