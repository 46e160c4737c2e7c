"""Values of schema.org's members: each may be a text, an object with a name, a reference, or a list of these."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from articlekit.entities import decode
from articlekit.markup import resolve
from articlekit.plugin import Author, Json, Site
from articlekit.schemaorg import Graph, kinds_of

_SPACE: Final = re.compile("[ \t\n\r\f]+")
_NAMED: Final = frozenset({"@type", "@id", "name", "url"})
_REFERENCE: Final = frozenset({"@type", "@id"})


def line(text: str) -> str:
    """Give a text as it is meant: publishing systems write HTML's references; white space is HTML's."""
    return _SPACE.sub(" ", decode(text) if "&" in text else text).strip(" ")


def each(value: Json) -> Iterator[Json]:
    """Give the values of a member, which may be one or a list of them."""
    yield from value if isinstance(value, list) else (value,)


@frozen
class Values:
    """Reads values, with the graph that references lead into and the address that addresses are relative to."""

    graph: Graph
    base: str | None

    def resolved(self, value: Json) -> Iterator[Json]:
        """Give the values of a member, each reference as what it stands for."""
        return (self.graph.resolve(item) for item in each(value))

    def texts(self, value: Json) -> Iterator[str]:
        """Give the texts of a member; of an object its name."""
        for item in self.resolved(value):
            said = (item.get("value") or item.get("name") or item.get("@id")) if isinstance(item, dict) else item
            if isinstance(said, list):
                said = next(iter(said), None)
            if isinstance(said, bool) or not isinstance(said, str | int | float):
                continue
            if text := line(str(said)):
                yield text

    def text(self, *values: Json) -> str | None:
        """Give the first text of the first of these that has one."""
        return next((text for value in values for text in self.texts(value)), None)

    def address(self, *values: Json) -> str | None:
        """Give the first address: a text, or an object's ``url``, ``contentUrl`` or ``@id``."""
        for value in values:
            for item in self.resolved(value):
                for said in _addresses(item):
                    if address := resolve(said, self.base):
                        return address
        return None

    def people(self, value: Json) -> Iterator[Author]:
        """Give whom a member names, as persons and organizations."""
        for item in self.resolved(value):
            kinds = kinds_of(item) if isinstance(item, dict) else ()
            url = self.address(item.get("url")) if isinstance(item, dict) else None
            organization = any(kind.endswith("Organization") for kind in kinds)
            for name in self.texts(item.get("name") if isinstance(item, dict) else item):
                kind = "Organization" if organization else "Person" if "Person" in kinds else None
                yield Author(name=name, url=url, kind=kind)  # type: ignore[arg-type]

    def site(self, value: Json) -> Site | None:
        """Give the first site or publisher that a member names."""
        for item in self.resolved(value):
            said = item if isinstance(item, dict) else {"name": item}
            name, url = self.text(said.get("name")), self.address(said.get("url"))
            if name or url:
                return Site(name=name, url=url)
        return None

    def says_more(self, value: Json, *, several: bool) -> bool:
        """Whether a member says more than names and addresses, or more than one value where a field holds one."""
        items = [item for item in self.resolved(value) if item is not None]
        return (len(items) > 1 and not several) or any(
            isinstance(item, dict) and (not item.keys() <= _NAMED or item.keys() <= _REFERENCE) for item in items
        )

    def whole(self, value: Json) -> Json:
        """Give a member with its references replaced by what they stand for."""
        return [*self.resolved(value)] if isinstance(value, list) else self.graph.resolve(value)


def _addresses(item: Json) -> Iterator[str]:
    said = (item.get("url"), item.get("contentUrl"), item.get("@id")) if isinstance(item, dict) else (item,)
    for value in said:
        yield from (text for text in each(value) if isinstance(text, str) and text.strip())
