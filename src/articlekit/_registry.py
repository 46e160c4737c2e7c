"""Finds, checks and orders plugins. The only room that knows pluggy as a host."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from threading import Lock
from typing import Generic, TypeVar

from attrs import field, frozen
from pluggy import HookCaller

from articlekit._loading import MisplacedError, Plugin, blamed, given, load
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
    #: Plugins that were loaded, in this order.
    plugins: tuple[Plugin, ...] = ()
    #: Plugins that the user has disabled.
    disabled: tuple[Plugin, ...] = ()
    #: Plugins that were left out, and duplicates that are reached only by their full name.
    problems: tuple[PluginError, ...] = ()


def named(provided: Sequence[Provided[Brought]], name: str) -> Provided[Brought] | None:
    """Find what goes by this name or full name."""
    found = next((p for p in provided if p.name == name), None)
    return found or next((p for p in provided if p.full_name == name), None)


def offered(provided: Sequence[Provided[Brought]], name: str) -> str:
    """Say which names there are to one who gave another, and first the one that may have been meant."""
    names = sorted({p.name for p in provided})
    if not names:
        return "There are none: is articlekit installed?"
    meant = _meant(provided, name.lower())
    return f"{f'Did you mean {meant!r}? ' if meant else ''}There are: {', '.join(names)}"


def _meant(provided: Sequence[Provided[Brought]], name: str) -> str | None:
    """Give the name that is nearest: of HTML, ``htm`` (which files end with) and ``htlm`` html."""
    names = {p.name for p in provided}
    by_ending = ending_in(provided, f".{name}")
    if name not in names and len(by_ending) == 1:
        return by_ending[0]
    return next(iter(get_close_matches(name, sorted(names), n=1)), None)


def ending_in(provided: Sequence[Provided[Brought]], ending: str) -> list[str]:
    """Give the names of what has files with this ending, such as ``.csv``: the one that is called so, else all."""
    names = sorted({p.name for p in provided if ending in _endings(p.it)})
    return [ending[1:]] if ending[1:] in names else names


def _endings(brought: Parser | Writer | ClaimFinder) -> tuple[str, ...]:
    if isinstance(brought, Parser):
        return brought.extensions
    return (brought.extension,) if isinstance(brought, Writer) else ()


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
    found = build(sorted(entry_points(group=GROUP), key=_own_first), _disabled_names())
    for problem in found.problems:
        warnings.warn(str(problem), PluginWarning, stacklevel=4)
    return found


def _disabled_names() -> frozenset[str]:
    return frozenset(filter(None, map(str.strip, os.environ.get(DISABLE, "").split(","))))


def _own_first(point: EntryPoint) -> tuple[bool, str, str]:
    distribution = Plugin.of(point).distribution
    return distribution != "articlekit", distribution, point.name


def build(points: Sequence[EntryPoint], disabled: frozenset[str] = frozenset()) -> Registry:
    """Load plugins one by one, in this order, each for itself: a broken one does not stop the others.

    Args:
        points: Entry points, each naming a module with hooks.
        disabled: Plugins to leave out, by the name of the entry point or of the distribution.
    """
    found = _Found()
    for point in points:
        plugin = Plugin.of(point)
        if disabled & {plugin.name, plugin.distribution}:
            found.disabled.append(plugin)
            continue
        try:
            module = load(point)
            parsers = _provided(module.articlekit_parsers, Parser, plugin)
            writers = _provided(module.articlekit_writers, Writer, plugin)
            finders = _provided(module.articlekit_claim_finders, ClaimFinder, plugin)
        except (Exception, SystemExit) as broken:  # noqa: BLE001  it may fail in any way, and the rest must go on
            found.problems.append(blamed(plugin, broken))
            continue
        found.plugins.append(plugin)
        found.add(found.parsers, parsers)
        found.add(found.writers, writers)
        found.add(found.claim_finders, finders)
    return found.whole(disabled)


@frozen
class _Found:
    """What was found so far."""

    parsers: list[Provided[Parser]] = field(factory=list)
    writers: list[Provided[Writer]] = field(factory=list)
    claim_finders: list[Provided[ClaimFinder]] = field(factory=list)
    plugins: list[Plugin] = field(factory=list)
    disabled: list[Plugin] = field(factory=list)
    problems: list[PluginError] = field(factory=list)

    def add(self, known: list[Provided[Brought]], brought: list[Provided[Brought]]) -> None:
        """Append what a plugin brings; name what another has brought before."""
        for new in brought:
            if earlier := named(known, new.name):
                reason = f"brings {new.name!r}, which {earlier.distribution} has already"
                advice = f"{earlier.distribution}'s is used; ask for this one as {new.full_name!r}"
                if new.full_name == earlier.full_name:
                    advice = f"That of plugin {earlier.plugin!r} is used; give the other a name of its own"
                self.problems.append(PluginError(new.plugin, new.distribution, reason, advice, new.version))
            known.append(new)

    def whole(self, disabled: frozenset[str]) -> Registry:
        """Make the registry; a name that disables nothing is misspelt, and said."""
        for name in sorted(disabled - {name for p in self.disabled for name in (p.name, p.distribution)}):
            known = ", ".join(sorted({p.name for p in self.plugins}))
            reason = f"is named by {DISABLE}, but is not installed"
            self.problems.append(PluginError(name, None, reason, f"Installed plugins are: {known}"))
        return Registry(
            parsers=tuple(self.parsers),
            writers=tuple(self.writers),
            claim_finders=tuple(self.claim_finders),
            plugins=tuple(self.plugins),
            disabled=tuple(self.disabled),
            problems=tuple(self.problems),
        )


def _provided(hook: HookCaller, kind: type[Brought], plugin: Plugin) -> list[Provided[Brought]]:
    provided = []
    for it in given(hook):
        if not isinstance(it, kind):
            what = f"the hook {hook.name} gave {it!r} where articlekit.plugin.{kind.__name__} belongs"
            raise MisplacedError(what)
        name = it.name if isinstance(it, ClaimFinder) else it.format
        provided.append(
            Provided(it=it, name=name, plugin=plugin.name, distribution=plugin.distribution, version=plugin.version)
        )
    return provided
