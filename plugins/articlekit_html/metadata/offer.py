"""A value that a page offers for a field."""

from __future__ import annotations

from typing import Generic, TypeVar

from attrs import frozen

from articlekit.markup import Element

Value = TypeVar("Value")


@frozen(kw_only=True)
class Offer(Generic[Value]):
    """A value, where it stands, and why it is trusted as much as it is."""

    value: Value
    #: ``meta[property="og:title"]``, ``$.headline``, ``h1``.
    path: str
    reason: str = ""
    #: The elements that show it to readers, where it is shown.
    elements: tuple[Element, ...] = ()
    #: Where else it stands: to explain it by.
    place: Element | None = None
