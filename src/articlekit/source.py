"""What was handed over: bytes, and what is known of them. Decompressing and decoding to text live here."""

from __future__ import annotations

from functools import cached_property
from hashlib import sha256

from attrs import frozen

from articlekit.diagnostic import Diagnostic


@frozen(kw_only=True)
class Decoded:
    """Text made of bytes, by which encoding, and what had to be guessed or repaired."""

    text: str
    encoding: str
    diagnostics: tuple[Diagnostic, ...] = ()


@frozen(kw_only=True)
class Source:
    """An input and what its caller knows of it. A plugin is given nothing else."""

    data: bytes
    url: str | None = None
    #: As HTTP's ``Content-Type`` says it, parameters included: ``text/html; charset=utf-8``.
    content_type: str | None = None

    @cached_property
    def decoded(self) -> Decoded:
        return Decoded(text=self.data.decode("utf-8", "replace"), encoding="utf-8")

    @property
    def text(self) -> str:
        """The input as text."""
        return self.decoded.text

    @cached_property
    def head(self) -> str:
        """The first 4,096 characters of the text after leading white space: enough to recognise most formats by."""
        return self.text[:8192].lstrip()[:4096]

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the input as it was handed over, in hexadecimal."""
        return sha256(self.data).hexdigest()
