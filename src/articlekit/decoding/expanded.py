"""How far compressed bytes could be expanded, whatever they were compressed with."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Stream:
    """Compressed bytes, expanded as far as they go."""

    content: bytes
    #: How far the input was read.
    end: int
    #: Whether it ended as it should.
    whole: bool
    #: Whether the limit ended it.
    full: bool
    #: So many bytes stand after the end, padding with NUL left out.
    rest: int
