"""Finds, checks and orders plugins. The only room that knows pluggy as a host."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from threading import Lock
from typing import Generic, NamedTuple, TypeVar

import pluggy
from attrs import frozen

from articlekit import hookspecs
from articlekit.errors import PluginError, PluginWarning
from articlekit.plugin import ClaimFinder, Parser, Writer

GROUP = "articlekit"
DISABLE = "ARTICLEKIT_DISABLE_PLUGINS"

Brought = TypeVar("Brought", Parser, Writer, ClaimFinder)


@frozen(kw_only=True)
class Provided(Generic[Brought]):
    """Something a plugin brings, and the distribution it comes from."""

    it: Brought
    name: str
    plugin: str
    distribution: str
    version: str

    @property
    def full_name(self) -> str:
        """The name that picks this one out of several of the same name."""
        return f"{self.name}@{self.distribution}"


@frozen(kw_only=True)
class Registry:
    """What all plugins bring together. Of two with the same name the first is used; our own come first."""

    parsers: tuple[Provided[Parser], ...] = ()
    writers: tuple[Provided[Writer], ...] = ()
    claim_finders: tuple[Provided[ClaimFinder], ...] = ()
    #: Plugins that were left out, and duplicates that are reached only by their full name.
    problems: tuple[PluginError, ...] = ()


def named(provided: Sequence[Provided[Brought]], name: str) -> Provided[Brought] | None:
    """Find what goes by this name or full name."""
    return next((p for p in provided if name in (p.name, p.full_name)), None)


def unique(provided: Sequence[Provided[Brought]]) -> Iterator[Provided[Brought]]:
    """Leave out what another of the same name stands before."""
    seen: set[str] = set()
    for p in provided:
        if p.name not in seen:
            seen.add(p.name)
            yield p


_lock = Lock()


def registry() -> Registry:
    """Give the registry, loading all plugins on the first call."""
    with _lock:
        return _load()


@cache
def _load() -> Registry:
    disabled = {name.strip() for name in os.environ.get(DISABLE, "").split(",")}
    points = [point for point in entry_points(group=GROUP) if point.name not in disabled]
    found = build(sorted(points, key=_own_first))
    for problem in found.problems:
        warnings.warn(str(problem), PluginWarning, stacklevel=4)
    return found


def _own_first(point: EntryPoint) -> tuple[bool, str, str]:
    distribution = _distribution(point)[0]
    return distribution != "articlekit", distribution, point.name


def _distribution(point: EntryPoint) -> tuple[str, str]:
    return (point.dist.name, point.dist.version) if point.dist is not None else (point.value, "unknown")


def build(points: Sequence[EntryPoint]) -> Registry:
    """Load plugins one by one, in this order, each for itself: a broken one does not stop the others."""
    parsers: list[Provided[Parser]] = []
    writers: list[Provided[Writer]] = []
    finders: list[Provided[ClaimFinder]] = []
    problems: list[PluginError] = []
    for point in points:
        origin = _Origin(point.name, *_distribution(point))
        try:
            hook = _register(point).hook
            brought = (
                _provided(hook.articlekit_parsers(), Parser, origin),
                _provided(hook.articlekit_writers(), Writer, origin),
                _provided(hook.articlekit_claim_finders(), ClaimFinder, origin),
            )
        except Exception as broken:  # noqa: BLE001  a foreign plugin may fail in any way, and the rest must go on
            problems.append(PluginError(point.name, origin.distribution, *_blame(point, broken)))
            continue
        problems += _add(parsers, brought[0]) + _add(writers, brought[1]) + _add(finders, brought[2])
    return Registry(
        parsers=tuple(parsers),
        writers=tuple(writers),
        claim_finders=tuple(finders),
        problems=tuple(problems),
    )


class _Origin(NamedTuple):
    plugin: str
    distribution: str
    version: str


def _provided(results: list[Sequence[Brought]], kind: type[Brought], origin: _Origin) -> list[Provided[Brought]]:
    provided = []
    for it in (it for result in results for it in result):
        if not isinstance(it, kind):
            raise TypeError(f"a hook gave {it!r} where articlekit.plugin.{kind.__name__} belongs")
        name = it.name if isinstance(it, ClaimFinder) else it.format
        provided.append(Provided(it=it, name=name, **origin._asdict()))
    return provided


def _add(known: list[Provided[Brought]], brought: list[Provided[Brought]]) -> list[PluginError]:
    """Append what a plugin brings; name what another has brought before."""
    duplicates = []
    for new in brought:
        if earlier := named(known, new.name):
            reason = f"brings {new.name!r}, which {earlier.distribution} has already"
            advice = f"{earlier.distribution}'s is used; ask for this one as {new.full_name!r}"
            duplicates.append(PluginError(new.plugin, new.distribution, reason, advice))
        known.append(new)
    return duplicates


def _register(point: EntryPoint) -> pluggy.PluginManager:
    # A host for each plugin: what one does wrong is known to be its own.
    host = pluggy.PluginManager(GROUP)
    host.add_hookspecs(hookspecs)
    host.register(point.load(), name=point.name)
    host.check_pending()
    return host


def _blame(point: EntryPoint, broken: Exception) -> tuple[str, str]:
    if isinstance(broken, pluggy.PluginValidationError):
        known = ", ".join(name for name in vars(hookspecs) if name.startswith("articlekit_"))
        return f"does not fit: {broken}", f"The hooks are {known}; see articlekit.hookspecs"
    if isinstance(broken, ImportError | AttributeError):
        return f"cannot be imported: {broken}", f"Check the entry point {point.value!r} and what it imports"
    return f"fails on loading: {type(broken).__name__}: {broken}", "It is left out; tell its authors"
