"""The hooks that a plugin may implement. Each returns records; articlekit calls what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from articlekit.plugin import ClaimFinder, Parser, Writer

hookspec = pluggy.HookspecMarker("articlekit")


@hookspec
def articlekit_parsers() -> Sequence[Parser]:  # type: ignore[empty-body]
    """Give the parsers that this plugin brings, one for each format it reads."""


@hookspec
def articlekit_writers() -> Sequence[Writer]:  # type: ignore[empty-body]
    """Give the writers that this plugin brings, one for each format it writes."""


@hookspec
def articlekit_claim_finders() -> Sequence[ClaimFinder]:  # type: ignore[empty-body]
    """Give the claim finders that this plugin brings."""
