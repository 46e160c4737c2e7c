"""How ``articlekit formats`` shows what can be read and written; with ``--verbose`` also who brings it, what failed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from articlekit._loading import Plugin
from articlekit._parse import Format, formats
from articlekit._registry import DISABLE, Brought, Provided, Registry, named, registry


def listed() -> Iterator[str]:
    """Give a line for each format: its name, whether it is read and written, what it is."""
    rows = formats()
    width = max((len(row.name) for row in rows), default=0)
    for row in rows:
        yield _line(row, width)


def _line(row: Format, width: int) -> str:
    does = f"{'read' if row.reads else '':4}  {'write' if row.writes else '':5}"
    needs = "reading needs" if row.reads and row.writes else "needs"
    extra = f"  [{needs} {row.distribution}[{row.extra}]]" if row.extra else ""
    return f"{row.name:{width}}  {does}  {row.summary}{extra}"


def plugins() -> Iterator[str]:
    """Give lines that say which distribution brings what and from where, and what was left out and why."""
    found = registry()
    for (distribution, version, location), group in groupby(found.plugins, _home):
        yield ""
        yield f"{distribution} {version}" + (f"  ({location})" if location else "")
        for plugin in group:
            yield f"  {plugin.name} = {plugin.module}: {', '.join(_brought(found, plugin)) or 'brings nothing'}"
    if found.disabled:
        yield ""
        yield f"left out, as {DISABLE} says"
        yield from (f"  {plugin.name} ({plugin.distribution} {plugin.version})" for plugin in found.disabled)
    if found.problems:
        yield ""
        yield "problems"
        yield from (f"  {problem}" for problem in found.problems)


def _home(plugin: Plugin) -> tuple[str, str, str | None]:
    return plugin.distribution, plugin.version, plugin.location


def _brought(found: Registry, plugin: Plugin) -> Iterator[str]:
    yield from _of(found.parsers, plugin, "reads")
    yield from _of(found.writers, plugin, "writes")
    yield from _of(found.claim_finders, plugin, "finds claims as")


def _of(provided: tuple[Provided[Brought], ...], plugin: Plugin, does: str) -> Iterator[str]:
    # What another of the same name stands before is reached by its full name only.
    names = [
        p.name if named(provided, p.name) is p else p.full_name
        for p in provided
        if (p.plugin, p.distribution) == (plugin.name, plugin.distribution)
    ]
    if names:
        yield f"{does} {', '.join(names)}"
