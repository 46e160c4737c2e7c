"""The hooks that a plugin may implement. Each returns records; articlekit calls what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import pluggy

if TYPE_CHECKING:
    from articlekit.plugin import ClaimFinder, Parser, Writer

API_VERSION: Final = 1
"""The version of the plugin door: raised when it changes in a way that a plugin can notice."""

OLDEST_API_VERSION: Final = 1
"""The oldest version that is still supported. Plugins for one between the two work, with a warning; those for older
ones are left out, and named."""

hookspec = pluggy.HookspecMarker("articlekit")


@hookspec
def articlekit_api_version() -> int:  # type: ignore[empty-body]
    """Give the `API_VERSION` that this plugin was written for, as a number; without this hook it is 1."""


@hookspec
def articlekit_parsers() -> Sequence[Parser]:  # type: ignore[empty-body]
    """Give the parsers that this plugin brings, one for each format it reads."""


@hookspec
def articlekit_writers() -> Sequence[Writer]:  # type: ignore[empty-body]
    """Give the writers that this plugin brings, one for each format it writes."""


@hookspec
def articlekit_claim_finders() -> Sequence[ClaimFinder]:  # type: ignore[empty-body]
    """Give the claim finders that this plugin brings."""
