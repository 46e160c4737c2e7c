"""Loads one plugin from its entry point, and says of one that cannot be loaded what is wrong and what to do."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from difflib import get_close_matches
from importlib.metadata import EntryPoint, version
from pathlib import Path
from typing import Final

import pluggy
from attrs import frozen

from articlekit import hookspecs
from articlekit.errors import PluginError, PluginWarning
from articlekit.hookspecs import API_VERSION, OLDEST_API_VERSION

HOOKS: Final = tuple(name for name in vars(hookspecs) if name.startswith("articlekit_"))


@frozen(kw_only=True)
class Plugin:
    """An installed plugin: an entry point and the distribution it comes from."""

    name: str
    #: What the entry point names.
    module: str
    distribution: str
    version: str
    #: The folder that the distribution is installed in, where that is known.
    location: str | None = None

    @classmethod
    def of(cls, point: EntryPoint) -> Plugin:
        """Describe what an entry point names, without loading it."""
        if point.dist is None:
            return cls(name=point.name, module=point.value, distribution=point.value, version="unknown")
        return cls(
            name=point.name,
            module=point.value,
            distribution=point.dist.name,
            version=point.dist.version,
            location=str(Path(str(point.dist.locate_file("")))),
        )


class UnsupportedVersionError(Exception):
    """A plugin speaks a version of the plugin door that this articlekit does not."""


class MisplacedError(Exception):
    """A hook gave what does not belong there."""


def load(point: EntryPoint) -> pluggy.HookRelay:
    """Import a plugin and check its hooks against `articlekit.hookspecs`.

    Raises:
        Exception: Anything that importing it raises, and what pluggy and the version of the door have against it.
    """
    # A host for each plugin: what one does wrong is known to be its own.
    host = pluggy.PluginManager("articlekit")
    host.add_hookspecs(hookspecs)
    module = point.load()
    host.register(module, name=point.name)
    if not host.get_hookcallers(module):
        raise pluggy.PluginValidationError(module, "none of its functions is marked with @hookimpl")
    host.check_pending()
    for said in host.hook.articlekit_api_version():
        check_version(point.name, said)
    return host.hook


def given(hook: pluggy.HookCaller) -> list[object]:
    """Call a hook of one plugin for what it brings; nothing where the plugin does not have it.

    Raises:
        MisplacedError: It gave no list.
    """
    results: list[object] = hook()
    if not results and hook.get_hookimpls():
        # Pluggy leaves None out.
        raise MisplacedError(f"the hook {hook.name} gave None where a list belongs, as one without a return does")
    brought: list[object] = []
    for result in results:
        if not isinstance(result, Iterable) or isinstance(result, str):
            raise MisplacedError(f"the hook {hook.name} gave a {type(result).__name__} where a list belongs")
        brought.extend(result)
    return brought


def check_version(plugin: str, said: int, speaks: range = range(OLDEST_API_VERSION, API_VERSION + 1)) -> None:
    """Refuse a plugin of a version that is not spoken; warn of one that soon will not be.

    Raises:
        UnsupportedVersionError: It is not among those that this articlekit `speaks`.
    """
    if said not in speaks:
        raise UnsupportedVersionError(f"speaks version {said} of the plugin door, articlekit {_spoken(speaks)}")
    if said < speaks[-1]:
        warnings.warn(
            f"plugin {plugin!r} speaks version {said} of the plugin door, which a later articlekit will not: "
            f"the newest is {speaks[-1]}. Update the plugin, or tell its authors",
            PluginWarning,
            stacklevel=2,
        )


def _spoken(speaks: range) -> str:
    versions = str(speaks[0]) if len(speaks) == 1 else f"{speaks[0]} to {speaks[-1]}"
    return f"{version('articlekit')} speaks {versions}"


def blamed(plugin: Plugin, broken: BaseException) -> PluginError:
    """Say what is wrong with a plugin that could not be loaded, and what to do."""
    reason, advice = _blame(plugin, broken)
    return PluginError(plugin.name, plugin.distribution, reason, advice, plugin.version)


def _blame(plugin: Plugin, broken: BaseException) -> tuple[str, str]:
    match broken:
        case UnsupportedVersionError():
            update = f"pip install -U {plugin.distribution} articlekit"
            return str(broken), f"It is left out. Update whichever is older: {update}"
        case MisplacedError():
            return f"fails on loading: {broken}", "It is left out. Tell its authors"
        case pluggy.PluginValidationError():
            return f"does not fit: {_told(broken)}", f"It is left out. {_hint(str(broken))}"
        case ImportError() | AttributeError():
            advice = f"It is left out. Install what it needs, or check its entry point {plugin.module!r}"
            return f"cannot be imported: {broken}", advice
        case TypeError():
            advice = f"It is left out. It may be written for another articlekit than {version('articlekit')}: update it"
            return f"fails on loading: {broken}", advice
    return f"fails on loading: {type(broken).__name__}: {broken}", "It is left out. Update it, or tell its authors"


def _told(invalid: pluggy.PluginValidationError) -> str:
    # Pluggy says first which hook it is and last what is wrong with it; where the module stands, the entry point says.
    lines = str(invalid).partition(" in plugin ")[0].split("\n")
    return ": ".join(dict.fromkeys((lines[0], lines[-1])))


def _hint(told: str) -> str:
    near = [close for word in told.replace("'", " ").split() for close in get_close_matches(word, HOOKS, n=1)]
    meant = f"Perhaps {near[0]} is meant; the" if near and near[0] not in told else "The"
    return f"{meant} hooks are {', '.join(HOOKS)}"
