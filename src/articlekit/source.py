"""What was handed over: bytes or text, and what is known of it. How bytes become text is in `articlekit.decoding`."""

from __future__ import annotations

from codecs import BOM_UTF8
from functools import cached_property
from hashlib import file_digest, sha256
from io import SEEK_END, BufferedReader, BytesIO
from os import PathLike
from pathlib import Path

from attrs import evolve, field, frozen

from articlekit.decoding import Decoded, Expanded, declared, decode, expand, given

HEAD = 4096
"""So many characters of `Source.head`: enough to recognise most formats by."""

_LARGE = 2**20

STREAMED = 16 * 2**20
"""Above so many bytes of markup a parser that can read piece by piece does so, and nothing is decoded as a whole."""


def _as_bytes(data: bytes | bytearray | memoryview | None) -> bytes | None:
    if isinstance(data, str):
        raise TypeError("a Source holds bytes: of text make one with Source.from_text(…)")
    return None if data is None else bytes(data)


def _as_path(path: str | PathLike[str] | None) -> Path | None:
    return None if path is None else Path(path)


@frozen(kw_only=True)
class Source:
    """An input and what its caller knows of it. A plugin is given nothing else.

    Example:
        >>> source = Source(data="Genève".encode("latin-1"), content_type="text/plain; charset=ISO-8859-1")
        >>> source.text, source.decoded.encoding
        ('Genève', 'windows-1252')
    """

    _data: bytes | None = field(
        default=None,
        alias="data",
        converter=_as_bytes,
        repr=lambda data: "None" if data is None else f"<{len(data):,} bytes>",
    )
    #: A file instead of bytes in memory; read when it is asked for, so that a large archive never is as a whole.
    path: Path | None = field(default=None, converter=_as_path)
    url: str | None = None
    #: As HTTP's ``Content-Type`` says it, parameters included: ``text/html; charset=utf-8``.
    content_type: str | None = None
    #: Whether text was handed over, which is not decoded again.
    is_text: bool = False

    @classmethod
    def from_text(cls, text: str, *, url: str | None = None, content_type: str | None = None) -> Source:
        """Make a source of text that was decoded elsewhere."""
        return cls(data=text.encode("utf-8", "surrogatepass"), url=url, content_type=content_type, is_text=True)

    @cached_property
    def data(self) -> bytes:
        """The bytes as they were handed over; of text its UTF-8, lone surrogates passed through.

        Raises:
            OSError: The source is a file that cannot be read.
        """
        if self._data is not None:
            return self._data
        return self.path.read_bytes() if self.path is not None else b""

    def open(self) -> BufferedReader | BytesIO:
        """Open the bytes as a stream, for parsers that read a large input piece by piece.

        Raises:
            OSError: The source is a file that cannot be read.
        """
        return self.path.open("rb") if self._data is None and self.path is not None else BytesIO(self.data)

    @cached_property
    def is_streamed(self) -> bool:
        """Whether it is more than `STREAMED` bytes of markup as they are: a parser had better read it from `open`.

        Compressed bytes are none, nor is text that was handed over: they are there as a whole.
        """
        if self.is_text:
            return False
        with self.open() as stream:
            is_markup = stream.read(HEAD).removeprefix(BOM_UTF8).lstrip().startswith(b"<")
            return is_markup and stream.seek(0, SEEK_END) > STREAMED

    @property
    def content(self) -> bytes:
        """The bytes, expanded up to the stated limit where they were compressed: gzip, zlib, deflate, bzip2, xz.

        Zstandard too, from Python 3.14 on.
        """
        return self.expanded.content

    @cached_property
    def decoded(self) -> Decoded:
        """The text, its encoding, and what had to be guessed or repaired; never fails."""
        if self.is_text:
            return given(self.data.decode("utf-8", "surrogatepass"))
        decoded = decode(self.content, self.charset)
        return evolve(decoded, diagnostics=(*self.expanded.diagnostics, *decoded.diagnostics))

    @property
    def text(self) -> str:
        """The input as text, without byte order mark."""
        return self.decoded.text

    @cached_property
    def head(self) -> str:
        """The first `HEAD` characters of the text after leading white space; of a large input no more is decoded."""
        with self.open() as stream:
            start = stream.read(_LARGE)
        whole = self.is_text or len(start) < _LARGE
        text = self.text if whole else decode(expand(start).content[: 8 * HEAD], self.charset).text
        return text[: 2 * HEAD].lstrip()[:HEAD]

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the input as it was handed over, in hexadecimal."""
        if self._data is not None:
            return sha256(self._data).hexdigest()
        with self.open() as stream:
            return file_digest(stream, "sha256").hexdigest()

    @property
    def media_type(self) -> str | None:
        """The type without its parameters, in lower case: ``text/html``."""
        return (self.content_type or "").partition(";")[0].strip().lower() or None

    @property
    def charset(self) -> str | None:
        """The character encoding that `content_type` declares, as it is written there."""
        return declared.of_content_type(self.content_type) if self.content_type else None

    @cached_property
    def expanded(self) -> Expanded:
        """The bytes as `content` gives them, and what is to be said of their expansion."""
        return Expanded(content=self.data) if self.is_text else expand(self.data)
