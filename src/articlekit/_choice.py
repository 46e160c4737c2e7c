"""Which parser reads a source: the one that was asked for, or the one that is surest."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import TypeGuard

from articlekit._advice import advice_on
from articlekit._registry import Provided, named, offered, registry, unique
from articlekit.diagnostic import Diagnostic
from articlekit.errors import NoArticleError, PluginWarning, UnknownFormatError
from articlekit.plugin import Parser
from articlekit.source import Source


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
            advice_on(source, parsers),
            diagnostics=diagnostics,
            confidences=confidences,
        )
    return surest


def with_cause(reason: str, diagnostics: Iterable[Diagnostic]) -> str:
    """Say first where compressed bytes end early: that no article is in what is left of them only follows from it."""
    return "; ".join((*(d.message for d in diagnostics if d.code == "source.compressed-cut"), reason))


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
