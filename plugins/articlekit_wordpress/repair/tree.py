"""The objects and lists that a scanner has open, also such as began before the text did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

from articlekit_wordpress.vocabulary import OF_A_POST, RENDERED, TEXTS, before

if TYPE_CHECKING:
    from articlekit.plugin import Json

MAX_DEPTH: Final = 100
"""Objects and lists nested deeper are read as if they were part of the one around them."""


@define(kw_only=True)
class Container:
    """An object or a list that is being read."""

    #: ``{``, ``[``, or None where its beginning was lost and nothing has shown yet what it is.
    kind: str | None
    members: dict[str, Json] = field(factory=dict)
    items: list[Json] = field(factory=list)
    #: Name of the member whose value comes next.
    name: str | None = None
    #: Whether its beginning is in the text.
    begun: bool = True

    @property
    def value(self) -> Json:
        """The object or the list."""
        return self.members if self.kind == "{" else self.items


@frozen(kw_only=True)
class Broken:
    """A post that could not be read whole."""

    post: dict[str, Json]
    #: Names of the members inside which it breaks, from the outermost; empty where it does between two.
    path: tuple[str, ...] = ()
    #: Offset where it breaks.
    offset: int
    #: Whether it goes on after that place.
    goes_on: bool = False


class Tree:
    """What was read so far.

    Where the text begins in the middle, so does the first container. When it is closed, what was around it must have
    begun before the text too: then a container is put around it whose kind and names show only later.
    """

    def __init__(self, begun: bool = True) -> None:
        self.values: list[Json] = []
        self.broken: list[Broken] = []
        self.stack: list[Container] = [] if begun else [Container(kind=None, begun=False)]
        self._ignored = 0  # How many containers are open beyond `MAX_DEPTH`.

    @property
    def top(self) -> Container | None:
        """The innermost container."""
        return self.stack[-1] if self.stack else None

    @property
    def is_open(self) -> bool:
        """Whether a container is open of which it is known what it is."""
        return bool(self.stack) and self.stack[-1].kind is not None

    def open(self, kind: str) -> None:
        """Begin an object or a list."""
        if len(self.stack) >= MAX_DEPTH:
            self._ignored += 1
        else:
            self.stack.append(Container(kind=kind))

    def close(self, kind: str) -> None:
        """End the innermost object or list, with those inside it that have lost their own ends."""
        if self._ignored:
            self._ignored -= 1
            return
        depth = len(self.stack) - 1
        while depth >= 0 and self.stack[depth].kind not in {kind, None}:
            depth -= 1
        if depth < 0:
            return
        while len(self.stack) > depth + 1:
            self.pop()
        self._settle(self.stack[-1], kind)
        self.pop()

    def _settle(self, container: Container, kind: str) -> None:
        """Decide of what kind a container is that has lost its beginning."""
        if container.kind is None and kind == "{" and container.items:
            orphan = container.items.pop()
            container.members["rendered" if isinstance(orphan, str) else ""] = orphan
        container.kind = kind

    def pop(self) -> None:
        """Take the innermost container as it is."""
        container = self.stack.pop()
        if container.begun or self.stack:
            self.add(container.value)
        else:
            self.stack.append(Container(kind=None, begun=False, items=[container.value]))

    def close_down_to(self, depth: int) -> None:
        """Take all containers as they are beyond the first `depth`."""
        self._ignored = 0
        while len(self.stack) > depth and self.is_open:
            self.pop()

    def add(self, value: Json) -> None:
        """Put a value where it belongs: under the name before it, at the end of a list, or beside the first value."""
        top = self.top
        if top is None:
            self.values.append(value)
        elif top.kind == "{":
            if top.name is not None:
                top.members[top.name] = value
                top.name = None
        else:
            top.items.append(value)
            if len(top.items) > 1:
                top.kind = "["

    def takes_names(self) -> bool:
        """Whether the name of a member can come next."""
        top = self.top
        return top is not None and top.kind != "[" and top.name is None

    def name(self, name: str) -> None:
        """Take the name of a member."""
        while self._lost_its_end(name):
            self.pop()
        top = self.stack[-1]
        if top.kind is None:
            top.kind = "{"
            if top.items:
                top.members[before(name) or ""] = top.items.pop()
        top.name = name

    def _lost_its_end(self, name: str) -> bool:
        """Whether `name` is a member of the post around the text that is being read."""
        return len(self.stack) > 1 and self.stack[-2].name in TEXTS and name in OF_A_POST - RENDERED

    def reopen(self, offset: int) -> bool:
        """Go back into the object before, which ended too early, since another of its members follows at `offset`."""
        siblings = self.stack[-1].items if self.stack else self.values
        members = siblings[-1] if siblings else None
        if not isinstance(members, dict):
            return False
        siblings.pop()
        self.stack.append(Container(kind="{", members=members))
        self.note_broken(offset, goes_on=True)
        return True

    def finish(self) -> None:
        """Close what the end of the text leaves open."""
        self._ignored = 0
        while self.stack:
            container = self.stack.pop()
            if self.stack or container.begun:
                self.add(container.value)
            elif container.kind is None:
                self.values += container.items
            else:
                self.values.append(container.value)

    # -- where in it

    def path(self) -> tuple[str, ...]:
        """Name the members that are being read, from the outermost."""
        return tuple(container.name for container in self.stack if container.name is not None)

    def post(self) -> dict[str, Json] | None:
        """Give the post that is being read."""
        for container in self.stack:
            if (
                container.kind == "{"
                and container.name not in {"posts", "body"}
                and not OF_A_POST.isdisjoint(container.members)
            ):
                return container.members
        return None

    def note_broken(self, offset: int, goes_on: bool) -> None:
        """Remember that the post that is being read breaks at `offset`."""
        post = self.post()
        if post is not None and not any(broken.post is post for broken in self.broken[-1:]):
            path = tuple(name for name in self.path() if name not in {"posts", "body"})
            self.broken.append(Broken(post=post, path=path, offset=offset, goes_on=goes_on))
